from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copylint.language.near_duplicates import NearCopies, cut_short, folded, is_near, words_of


def near(one: str, other: str) -> bool:
    a, b = words_of(one), words_of(other)
    return is_near(folded(a), folded(b), a, b)


BASE = "The harbour master waves to the crew of the last ferry of the season"


def test_small_changes_make_a_copy() -> None:
    assert near(BASE, BASE.replace("the last", "a last"))
    assert near(BASE, BASE.replace("waves", "waved"))
    assert near(BASE, BASE.replace("season", "seasno"))


def test_other_names_numbers_and_nouns_make_another_passage() -> None:
    assert not near(BASE, BASE.replace("ferry", "train"))
    assert not near(BASE, BASE.replace("last", "19th"))
    assert not near(
        "Hilda Brook waves to the crew of the ferry", "Greta Stone waves to the crew of the ferry"
    )
    assert not near(
        "It cost 40 pounds to mend the old sea wall", "It cost 70 pounds to mend the old sea wall"
    )
    assert not near(BASE, BASE.replace("waves", "does not wave"))


def test_many_passages_with_one_opening_are_a_template() -> None:
    copies: NearCopies[int] = NearCopies(lambda number: texts[number])
    texts = [
        words_of(f"Every day keeper{n} walks the long wall{n} to light lamp{n}") for n in range(9)
    ]
    for number, words in enumerate(texts):
        assert copies.find(number, folded(words)) is None
        copies.add(number, folded(words))


def test_truncated_copies_are_recognised() -> None:
    assert cut_short(
        ["the keeper wav", "the lamp", "the keeper waves", "the keeper waves", ""]
    ) == {0: 2} or cut_short(
        ["the keeper wav", "the lamp", "the keeper waves", "the keeper waves", ""]
    ) == {0: 3}


@given(st.lists(st.text(alphabet="ab ", max_size=6), max_size=8))
def test_truncation_agrees_with_a_plain_search(texts: list[str]) -> None:
    result = cut_short(texts)
    for index, text in enumerate(texts):
        longer = [t for t in texts if t != text and t.startswith(text)]
        assert (index in result) == bool(text and longer)
        if index in result:
            whole = texts[result[index]]
            assert whole != text and whole.startswith(text)
