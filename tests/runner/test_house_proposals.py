"""The proposals of ``init``: words and names that a desk would approve."""

from __future__ import annotations

from copylint.config.schema import Config
from copylint.runner.house_proposals import proposals
from copylint.runner.result import Input

GERMAN = (
    "Der Stadtrat hat am Montag beschlossen, die alte Brücke über den Fluss für zwei Jahre zu "
    "sperren, weil sie nicht mehr sicher ist und auch der Verkehr sich geändert hat. Das hat "
    "Fiona Delaney gesagt. Fiona Delaney, Fiona Delaney und der quayle, der quayle."
)
ENGLISH = (
    "The crew heard Fiona Delaney on Monday at the barnacler. It was old, and she recieved it. "
    "The crew of the boat got a rope, and then Fiona Delaney left."
)


def articles(*texts: str) -> list[Input]:
    return [Input(f"{number}.txt", text=text) for number, text in enumerate(texts)]


def test_names_and_words_come_from_english_articles_that_have_them_often() -> None:
    found = proposals(articles(ENGLISH, ENGLISH, ENGLISH, GERMAN), Config())
    assert (found.articles, found.foreign) == (3, 1)
    assert found.names == (("Fiona Delaney", 6),)
    assert found.words == (("barnacler", 3),)


def test_a_common_misspelling_is_not_a_house_word() -> None:
    found = proposals(articles(ENGLISH, ENGLISH, ENGLISH), Config())
    assert "recieved" not in dict(found.words)


def test_progress_counts_both_readings() -> None:
    steps: list[int] = []
    proposals(articles(ENGLISH, GERMAN), Config(), steps.append)
    assert sum(steps) == 4
