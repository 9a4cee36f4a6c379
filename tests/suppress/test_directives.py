from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.core.blocks import Comment
from copylint.core.document import Document
from copylint.core.span import SourceSpan
from copylint.suppress.directives import Directive, MalformedDirective, Verb, directives


def read(comment: str) -> tuple[str, list[Directive | MalformedDirective]]:
    source = f"Some copy.\n\n{comment}\n\nMore copy.\n"
    span = SourceSpan(12, 12 + len(comment))
    document = Document("x", "plain", source, "", (), (), comments=(Comment(span, comment),))
    return source, directives(document)


@pytest.mark.parametrize(
    ("comment", "verb", "selectors"),
    [
        ("<!-- copylint-disable-next-line a.b -- why -->", Verb.NEXT_LINE, ["a.b"]),
        ("<!--copylint-disable-->", Verb.DISABLE, []),
        ("<!-- copylint-disable-line a.b,c , d*-->", Verb.LINE, ["a.b", "c", "d*"]),
        ("<!-- copylint-enable -->", Verb.ENABLE, []),
        ("<!-- copylint-disable-file a.b -- a reason, with -- dashes -->", Verb.FILE, ["a.b"]),
        ("<!-- copylint-disable-file -- all of it -->", Verb.FILE, []),
        ("<!-- copylint-disable-line a.b — her words -->", Verb.LINE, ["a.b"]),
        ("<!--\n  COPYLINT-Disable-Line\n  a.b,\n  c\n-->", Verb.LINE, ["a.b", "c"]),
        ("{# copylint-disable a.b-c #}", Verb.DISABLE, ["a.b-c"]),
        ("/* copylint-disable a.b */", Verb.DISABLE, ["a.b"]),
        ("<!-- copylint-disable-line because she says so -->", Verb.LINE, ["because she says so"]),
    ],
)
def test_directives_are_read(comment: str, verb: Verb, selectors: list[str]) -> None:
    source, found = read(comment)
    (directive,) = found
    assert isinstance(directive, Directive)
    assert directive.verb is verb
    assert [each.text for each in directive.selectors] == selectors
    for each in directive.selectors:
        assert source[each.span.start : each.span.end] == each.text
    assert source[directive.span.start : directive.span.end] == comment


@pytest.mark.parametrize(
    ("comment", "text", "meant"),
    [
        ("<!-- copylint-disble a.b -->", "copylint-disble", "copylint-disable"),
        ("<!-- copylint:disable a.b -->", "copylint:disable", "copylint-disable"),
        ("<!-- copylint disable-line a -->", "copylint disable-line", "copylint-disable-line"),
        ("<!-- copylint_disable_file -->", "copylint_disable_file", "copylint-disable-file"),
        ("<!-- copylint-zzzz -->", "copylint-zzzz", ""),
    ],
)
def test_malformed_directives_are_reported(comment: str, text: str, meant: str) -> None:
    source, found = read(comment)
    (malformed,) = found
    assert isinstance(malformed, MalformedDirective)
    assert (malformed.text, malformed.meant) == (text, meant)
    assert source[malformed.span.start : malformed.span.end] == text


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- copylint is told in copylint.toml -->",
        "<!-- See copylint-disable in the manual -->",
        "<!-- copylinter-disable -->",
        "<!-- -->",
        "",
    ],
)
def test_other_comments_are_ignored(comment: str) -> None:
    assert read(comment)[1] == []


@given(st.text("copylint-disable<!-> ,.:\n—", max_size=60))
def test_any_comment_is_accepted(rest: str) -> None:
    source, found = read("<!-- copylint-disable" + rest)
    for each in found:
        if isinstance(each, Directive):
            assert all(source[s.span.start : s.span.end] == s.text for s in each.selectors)
