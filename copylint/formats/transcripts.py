"""Reads an article as a transcript: who says what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from copylint.core.document import Document
from copylint.core.span import TextSpan
from copylint.core.transcript import Turn

_TIME = r"(?:\d{1,2}:)?\d{1,2}:[0-5]\d(?:[.,]\d{1,3})?"
_NAME = r"[A-Z][\w.'’-]*(?:[ ][\w.'’&-]+){0,4}"
# "[00:01:02] JANE DOE: …", "Jane Doe (00:01:02): …", "Jane Doe  0:12" above what she says.
_LABEL = re.compile(
    rf"""
    ^[ \t]*(?:[\[(]?(?P<before>{_TIME})[\])]?[ \t]*[-–—]?[ \t]*)?
    (?:(?P<name>{_NAME})[ \t]*(?:[\[(](?P<after>{_TIME})[\])])?:(?=\s|$)
      |(?P<heading>{_NAME})[ \t]+[\[(]?(?P<beside>{_TIME})[\])]?[ \t]*$)
    """,
    re.VERBOSE | re.MULTILINE,
)
_LONE_TIME = re.compile(
    rf"[\[(](?P<time>{_TIME})[\])]|^[ \t]*(?P<line>{_TIME})[ \t]*$", re.MULTILINE
)
# The person who asks is often only a letter.
_LETTERS = ("Q", "A")


def turns_of(document: Document) -> tuple[Turn, ...]:
    """What is said in ``document``, paragraph by paragraph.

    A name before a colon is a speaker's if it is in capitals or recurs. A paragraph without a
    name is said by the previous speaker.
    """
    reader = _Reader(document)
    return tuple(turn for block in _spans(document) for turn in reader.turns(block))


def milliseconds(shown: str) -> int:
    """The milliseconds of a time code such as ``1:02:03.5``."""
    whole, _, decimals = shown.replace(",", ".").partition(".")
    seconds = 0
    for part in whole.split(":"):
        seconds = seconds * 60 + int(part)
    return seconds * 1000 + int(decimals.ljust(3, "0") or 0)


def line_of(document: Document, offset: int) -> int:
    """The line (of a Word file: the paragraph) that the code point ``offset`` of the text is in."""
    source = document.to_source(TextSpan(offset, offset + 1))
    return document.view.places(source)[0].line


def _spans(document: Document) -> list[TextSpan]:
    """All blocks; those in another language are something said, too."""
    blocks = (*document.blocks, *(block for block, _ in document.foreign))
    return sorted((block.span for block in blocks), key=lambda span: span.start)


class _Label(NamedTuple):
    name: str
    time: int | None
    start: int
    end: int


class _Reader:
    def __init__(self, document: Document) -> None:
        self._document = document
        names = Counter(
            found["name"] or found["heading"] for found in _LABEL.finditer(document.text)
        )
        self._known = {
            name for name, times in names.items() if times > 1 or name.isupper() or name in _LETTERS
        }
        self._speaker = ""
        self._time: int | None = None

    def turns(self, span: TextSpan) -> Iterator[Turn]:
        at = span.start
        for label in self._labels(span):
            yield from self._turn(at, label.start)
            self._speaker = label.name
            self._time = label.time if label.time is not None else self._time
            at = label.end
        yield from self._turn(at, span.end)

    def _labels(self, span: TextSpan) -> Iterator[_Label]:
        text = self._document.text
        for found in _LABEL.finditer(text, span.start, span.end):
            name = found["name"] or found["heading"]
            if name in self._known:
                time = found["before"] or found["after"] or found["beside"]
                yield _Label(name, milliseconds(time) if time else None, *found.span())

    def _turn(self, start: int, end: int) -> Iterator[Turn]:
        text = self._document.text[start:end]
        if not text.strip():
            return
        times = [] if self._time is None else [(0, self._time)]
        for found in _LONE_TIME.finditer(text):
            self._time = milliseconds(found["time"] or found["line"])
            times.append((found.start(), self._time))
        if times and times[0][0] > 0:
            times.insert(0, (0, times[0][1]))
        text = _LONE_TIME.sub(lambda found: " " * len(found[0]), text)
        if self._document.parts:
            text = text.replace("\n", " ")  # a line of a package is a whole paragraph
        yield Turn(text, self._speaker, line_of(self._document, start), tuple(times))
