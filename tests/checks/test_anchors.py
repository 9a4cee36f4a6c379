"""Links within an article to headings that it does not have."""

from __future__ import annotations

import pytest

from copylint.analysis.article import Article
from copylint.checks.submission.anchors import Anchors
from copylint.contract.check import Options
from copylint.core.finding import SourceMatch
from copylint.formats.lookup import example_in


def found(source: str, form: str = "markdown") -> list[tuple[str, tuple[str, ...]]]:
    document = example_in(form, source)
    matches = list(Anchors().check(Article(document), Options()))
    assert all(isinstance(match, SourceMatch) for match in matches)
    return [
        (document.source[place.start : place.end], match.replacements)
        for match in matches
        for place in [match.place(document.to_source)]
    ]


def test_a_target_like_no_heading_has_no_suggestion() -> None:
    assert found("See [prices](#prices).\n\n## Opening times\n") == [("#prices", ())]


def test_the_nearest_heading_is_suggested() -> None:
    source = "See [times](#opening-tims).\n\n## Opening times\n"
    assert found(source) == [("#opening-tims", ("#opening-times",))]


@pytest.mark.parametrize(
    "target",
    [
        "## Opening *times*",
        "Opening times\n---",
        "## [Opening times](fair.md)",
        "## Hours {#opening-times}",
        '<a name="opening-times"></a>Hours',
        "> ## Opening times",
    ],
)
def test_headings_and_ids_are_targets(target: str) -> None:
    assert found(f"See [times](#opening-times).\n\n{target}\n") == []


@pytest.mark.parametrize(
    "source",
    [
        "See [the comments](#comments).\n",
        "See [the list](#/list).\n",
        "```\nSee [times](#times).\n```\n",
        "See [times](#times).\n\n{% include times.md %}\n",
        "See [times](#opening-times-1).\n\n## Opening times\n\n## Opening times\n",
    ],
)
def test_targets_that_are_elsewhere_or_code_are_passed_over(source: str) -> None:
    assert found(source) == []


def test_other_formats_are_not_read() -> None:
    assert found("See [times](#times).\n", "plain") == []
