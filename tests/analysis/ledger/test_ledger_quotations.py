"""The quotations of the ledger and their speakers."""

from __future__ import annotations

import pytest

from copylint.analysis.article import Article
from copylint.formats.lookup import example_in


def quoted(text: str) -> list[tuple[str, str]]:
    ledger = Article(example_in("plain", text)).ledger
    return [(each.text, each.speaker) for each in ledger.quotations]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We left,” said Ann Lee.", "Ann Lee"),
        ("“We left,” Ann Lee said.", "Ann Lee"),
        ("“We left,” said the mayor, Ann Lee.", ""),
        ("“We left,” Ann Lee, the mayor, told the court.", "Ann Lee"),
        ("“We left,” said Mr van Dyke.", "Mr van Dyke"),
        ("Ann Lee said: “We left.”", "Ann Lee"),
        ("Ann Lee, 43, told the court that “we left”.", "Ann Lee"),
        ("“We left,” she said.", ""),
        ("“We left.” Ann Lee then sat down.", ""),
        ("The Weir opened. “We left,” the owner said.", ""),
    ],
)
def test_speaker_is_the_name_beside_a_verb_of_speaking(text: str, speaker: str) -> None:
    ((said, name),) = quoted(text)
    assert said.rstrip(",.").lower() == "we left"
    assert name == speaker


def test_each_quotation_has_its_own_speaker() -> None:
    text = "“We left,” said Ann Lee. “It was cold,” said Tom Reed, and Joan Bell said: “It snowed.”"
    assert [speaker for _, speaker in quoted(text)] == ["Ann Lee", "Tom Reed", "Joan Bell"]


def test_quotations_in_a_quotation_belong_to_it() -> None:
    assert len(quoted("“He said ‘go’ and we went,” said Ann Lee.")) == 1


def test_the_sentence_is_the_one_in_which_the_quotation_begins() -> None:
    text = "It rained. “We left,” said Ann Lee. It stopped."
    article = Article(example_in("plain", text))
    (entry,) = article.ledger.quotations
    assert article.document.slice(entry.sentence).strip() == "“We left,” said Ann Lee."
