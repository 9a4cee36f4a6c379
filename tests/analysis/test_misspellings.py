"""Which unknown words are misspelled, beside others that are unknown too."""

from __future__ import annotations

import pytest

from copylint import Safety, lint_text
from copylint.analysis.article import Article
from copylint.analysis.correction_evidence import UnknownWords
from copylint.runner.document_reader import read_document


def safely_fixed(text: str) -> set[str]:
    return {
        finding.text
        for finding in lint_text(text)
        if finding.fixes and finding.fixes[0].safety is Safety.SAFE
    }


def test_misspellings_that_everybody_knows_make_no_foreign_phrase() -> None:
    """Two of them beside one more unknown word are still misspellings."""
    assert "recieve" in safely_fixed("They recieve teh parcels on Monday.")
    assert "recieve" in {f.text for f in lint_text("They recieve teh zorbled parcels on Monday.")}


def misspelled(text: str) -> list[str]:
    return [f.text for f in lint_text(text) if f.rule.startswith("spelling.")]


def test_a_known_word_after_a_bracket_is_not_half_of_a_latin_name() -> None:
    assert misspelled("The old ship (Most russian ones are new) sank.") == ["russian"]


@pytest.mark.parametrize(
    "text",
    [
        "The people saw the teah in the town.",  # four letters need overwhelming evidence
        "The people saw a crcuit in the town. The crcuits were old.",  # an inflected term
    ],
)
def test_forms_that_may_be_intended_are_left_alone(text: str) -> None:
    assert misspelled(text) == []


def test_a_longer_or_uninflected_form_of_the_same_kind_is_reported() -> None:
    assert misspelled("The people saw a crcuit in the town.") == ["crcuit"]


def test_only_a_month_is_expected_after_the_number_of_a_day() -> None:
    assert misspelled("They met on 24 Setember in the town hall.") == ["Setember"]
    assert misspelled("They counted 24 Libarys in the county.") == []
    assert misspelled("The Marchs were old.") == []


def test_searches_for_corrections_are_bounded() -> None:
    evidence = UnknownWords(Article(read_document("a.txt", "A boat.")), ())
    allowed = [evidence.may_search() for _ in range(1001)]
    assert allowed.count(True) == 1000
    assert not allowed[-1]
