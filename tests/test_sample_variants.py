"""The sample article written in other ways has the same findings, exactly moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.config.schema import Config
from copylint.core.finding import Finding
from copylint.runner.pipeline import run
from copylint.runner.result import Input

SAMPLE = Path(__file__).parents[1] / "seeds" / "olympic-neutrality.txt"
TEXT = SAMPLE.read_text(encoding="utf-8")

Found = tuple[str, int, int, str, tuple[str, ...]]


def found_in(name: str, data: bytes) -> list[Finding]:
    result = run([Input(name, data)], Config())
    assert not result.errors
    return list(result.findings)


def seen(finding: Finding) -> Found:
    return (
        finding.rule,
        finding.span.start,
        finding.span.end,
        finding.text,
        finding.replacements[:1],
    )


@pytest.fixture(scope="module")
def plain() -> list[Finding]:
    return found_in("sample.txt", TEXT.encode())


def moved(findings: list[Finding], place: dict[int, int]) -> list[Found]:
    """The findings with every place looked up in ``place`` (old offset to new)."""
    return sorted(
        (f.rule, place[f.span.start], place[f.span.end], f.text, f.replacements[:1])
        for f in findings
    )


def test_as_markdown(plain: list[Finding]) -> None:
    assert sorted(map(seen, found_in("sample.md", TEXT.encode()))) == sorted(map(seen, plain))


@pytest.mark.parametrize("name", ["sample.txt", "sample.md"])
def test_with_a_byte_order_mark(plain: list[Finding], name: str) -> None:
    for data in (b"\xef\xbb\xbf" + TEXT.encode(), b"\xff\xfe" + TEXT.encode("utf-16-le")):
        assert sorted(map(seen, found_in(name, data))) == sorted(map(seen, plain))


@pytest.mark.parametrize("name", ["sample.txt", "sample.md"])
def test_with_other_line_endings(plain: list[Finding], name: str) -> None:
    for ending in ("\r\n", "\r"):
        text = TEXT.replace("\n", ending)
        place, at = {}, 0
        for offset, letter in enumerate(TEXT):
            place[offset] = at
            at += len(ending) if letter == "\n" else 1
        place[len(TEXT)] = at
        found = found_in(name, text.encode())
        assert sorted(map(seen, found)) == moved(plain, place)
        # The same lines and columns, since a line ending is not part of its line.
        assert [(f.start, f.end) for f in found] == [(f.start, f.end) for f in plain]


@pytest.mark.parametrize("name", ["sample.txt", "sample.md"])
def test_with_an_emoji_before_each_error(plain: list[Finding], name: str) -> None:
    mark = "\N{GRINNING FACE}"
    # This rule is about spaces between words; with the emoji there is none.
    between_words = "typography.no-break-space"
    plain = [finding for finding in plain if finding.rule != between_words]
    starts = sorted({finding.span.start for finding in plain})
    pieces, place, at, last = [], {}, 0, 0
    for offset in range(len(TEXT) + 1):
        if offset in starts:
            pieces += [TEXT[last:offset], mark]
            last = offset
            at += len(mark)
        place[offset] = at
        at += 1
    text = "".join([*pieces, TEXT[last:]])
    found = found_in(name, text.encode())
    # An end that is another finding's start comes before that finding's emoji.
    ends = {
        f.span.end: place[f.span.end] - (len(mark) if f.span.end in starts else 0) for f in plain
    }
    expected = sorted((f.rule, place[f.span.start], ends[f.span.end]) for f in plain)
    others = [f for f in found if f.rule != between_words]
    assert sorted((f.rule, f.span.start, f.span.end) for f in others) == expected
