"""The links of a document."""

from __future__ import annotations

import pytest

from copylint.analysis.web_links import web_links
from copylint.core.span import TextSpan
from copylint.formats.lookup import example_in


def links(source: str, form: str = "plain") -> list[tuple[str, str]]:
    """Each link's address, and the characters that are its place."""
    document = example_in(form, source)
    return [
        (
            link.address,
            document.slice(link.place)
            if isinstance(link.place, TextSpan)
            else document.source[link.place.start : link.place.end],
        )
        for link in web_links(document)
    ]


PAGE = "https://fair.example/a"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (f"See {PAGE}.", PAGE),
        (f"See ({PAGE}).", PAGE),
        (f"See “{PAGE}”, he said.", PAGE),
        (f"See {PAGE}_(b).", f"{PAGE}_(b)"),
        (f"See {PAGE}#part, he said.", PAGE),
        ("See HTTP://fair.example/A now.", "HTTP://fair.example/A"),
    ],
)
def test_an_address_ends_before_the_marks_of_the_sentence(written: str, address: str) -> None:
    assert [found for found, _ in links(written)] == [address]


@pytest.mark.parametrize(
    "written",
    [
        "See ftp://fair.example/a now.",
        "See https://fair.example/{name} now.",
        "See https://fair.example/a... now.",
        "See https://fair.example/a… now.",
        "See fair.example/a now.",
    ],
)
def test_what_is_not_a_whole_web_address_is_passed_over(written: str) -> None:
    assert links(written) == []


@pytest.mark.parametrize(
    ("form", "source"),
    [
        ("markdown", f"See [a]({PAGE}#x) now.\n"),
        ("markdown", f'See [a](<{PAGE}#x> "T") now.\n'),
        ("markdown", f"See [a][b] now.\n\n[b]: {PAGE}#x\n"),
        ("html", f'<p>See <a class="b" href="{PAGE}#x">a</a> now.</p>'),
        ("asciidoc", f"See {PAGE}#x[a] now.\n"),
        ("rst", f"See `a <{PAGE}#x>`_ now.\n"),
        ("rst", f"See a_ now.\n\n.. _a: {PAGE}#x\n"),
        ("latex", f"See \\href{{{PAGE}#x}}{{a}} now.\n"),
    ],
)
def test_targets_of_markup(form: str, source: str) -> None:
    assert links(source, form) == [(PAGE, f"{PAGE}#x")]


def test_entities_are_read() -> None:
    source = f'<p>See <a href="{PAGE}?b=1&amp;c=2">a</a> now.</p>'
    assert links(source, "html") == [(f"{PAGE}?b=1&c=2", f"{PAGE}?b=1&amp;c=2")]


@pytest.mark.parametrize(
    ("form", "source"),
    [
        ("markdown", f"Text.\n\n```\nSee [a]({PAGE}) now.\n```\n"),
        ("markdown", f"See `{PAGE}` now.\n"),
        ("markdown", f"See it.\n\n<!-- [a]({PAGE}) -->\n"),
        ("html", f'<p>See it.</p><!-- <a href="{PAGE}">a</a> -->'),
    ],
)
def test_code_and_comments_have_no_links(form: str, source: str) -> None:
    assert links(source, form) == []
