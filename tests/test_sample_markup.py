"""The sample article written in mark-up has the same findings, with mark-up inside the errors."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from copylint.config.schema import Config
from copylint.core.finding import Finding
from copylint.runner.pipeline import run
from copylint.runner.result import Input

SAMPLE = Path(__file__).parents[1] / "seeds" / "olympic-neutrality.txt"
TEXT = SAMPLE.read_text(encoding="utf-8")


class Writing:
    """A source under construction, and its offset for each offset of ``TEXT``."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.starts: dict[int, int] = {}
        self.ends: dict[int, int] = {}
        self.at = 0

    def add(self, markup: str) -> None:
        self.parts.append(markup)
        self.at += len(markup)

    def letter(self, offset: int, written: str) -> None:
        """The letter of ``TEXT`` at ``offset``, written as ``written``."""
        self.starts[offset] = self.at
        self.add(written)
        self.ends[offset + 1] = self.at

    @property
    def source(self) -> str:
        return "".join(self.parts)


def found_in(name: str, source: str) -> list[Finding]:
    result = run([Input(name, source.encode())], Config())
    assert not result.errors
    return list(result.findings)


@pytest.fixture(scope="module")
def plain() -> list[Finding]:
    return found_in("sample.txt", TEXT)


def inside(findings: list[Finding]) -> dict[int, int]:
    """Places inside the words that are wrong: the start and the end of mark-up."""
    return {
        finding.span.start + 2: finding.span.end - 1
        for finding in findings
        if re.fullmatch(r"[a-zA-Z]{5,}", finding.text)
    }


def lines() -> list[tuple[int, int]]:
    """The paragraphs of ``TEXT``."""
    return [found.span() for found in re.finditer(r"[^\n]+", TEXT)]


def check(name: str, writing: Writing, plain: list[Finding]) -> None:
    found = {(f.rule, f.span.start, f.span.end) for f in found_in(name, writing.source)}
    expected = {(f.rule, writing.starts[f.span.start], writing.ends[f.span.end]) for f in plain}
    assert sorted(found - expected) == []
    assert sorted(expected - found) == []


@pytest.mark.parametrize("name", ["sample.srt", "sample.vtt"])
def test_as_subtitles(name: str, plain: list[Finding]) -> None:
    point = "," if name.endswith("srt") else "."
    writing = Writing()
    marks, closing = inside(plain), set(inside(plain).values())
    number = clock = 0

    def begin(pause: int) -> None:
        nonlocal number, clock
        number, clock = number + 1, clock + pause
        writing.add(f"\n\n{number}\n" if number > 1 else f"{number}\n")
        times = (f"00:{t // 60:02}:{t % 60:02}{point}000" for t in (clock, clock + 2))
        writing.add(" --> ".join(times) + "\n")
        clock += 2

    if name.endswith("vtt"):
        writing.add("WEBVTT\n\n")
    for start, end in lines():
        begin(5)
        words = 0
        for offset in range(start, end):
            letter = TEXT[offset]
            if (
                letter == " "
                and offset + 1 < end
                and " " not in TEXT[offset - 1] + TEXT[offset + 1]
            ):
                words += 1
                if words % 7 == 0:
                    writing.starts[offset] = writing.at
                    begin(0)
                    writing.ends[offset + 1] = writing.at
                    continue
            if offset in marks:
                writing.add("<i>")
            if offset in closing:
                writing.add("</i>")
            writing.letter(offset, "\n" if letter == " " and words % 7 == 3 else letter)
    check(name, writing, plain)


def test_as_restructuredtext(plain: list[Finding]) -> None:
    writing = Writing()
    marks, closing = inside(plain), set(inside(plain).values())
    escaped = {" ": " ", "*": "\\*", "`": "\\`", "_": "\\_", "|": "\\|"}
    for start, end in lines():
        for offset in range(start, end):
            letter = TEXT[offset]
            if offset in marks:
                writing.add("\\ *")
            if offset in closing:
                writing.add("*\\ ")
            # An escape inside every tenth word or so, and wrapped lines.
            is_break = (
                letter == " "
                and offset % 9 == 0
                and " " not in TEXT[offset - 1] + TEXT[offset + 1 : offset + 2]
            )
            if letter.isalpha() and offset % 53 == 0 and writing.source[-1:].isalpha():
                writing.letter(offset, "\\" + letter)
            else:
                writing.letter(offset, "\n" if is_break else escaped.get(letter, letter))
        writing.add("\n\n")
    check("sample.rst", writing, plain)


def test_as_latex(plain: list[Finding]) -> None:
    writing = Writing()
    marks, closing = inside(plain), set(inside(plain).values())
    escaped = {each: "\\" + each for each in "%&$#_{}"}
    writing.add("\\documentclass{article}\n\\begin{document}\n")
    for start, end in lines():
        is_open = False
        for offset in range(start, end):
            letter = TEXT[offset]
            if offset in marks:
                writing.add("\\emph{")
            if offset in closing:
                writing.add("}")
            is_break = letter == " " and offset % 9 == 0 and TEXT[offset + 1 : offset + 2] != " "
            if letter == '"':
                is_open = not is_open
                writing.letter(offset, "``" if is_open else "''")
            elif letter.isalpha() and offset % 53 == 0:
                writing.add("{")
                writing.letter(offset, letter)
                writing.add("}")
            else:
                writing.letter(offset, "\n" if is_break else escaped.get(letter, letter))
        writing.add("% a remark\n\n")
    writing.add("\\end{document}\n")
    check("sample.tex", writing, plain)
