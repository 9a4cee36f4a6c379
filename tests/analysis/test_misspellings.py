"""Which unknown words are misspelled, beside others that are unknown too."""

from __future__ import annotations

from copylint import Safety, lint_text


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
