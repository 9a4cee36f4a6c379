"""Carries changes that were made in the prose of an article back into its file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.fix import Edit
from copylint.core.record import record
from copylint.core.span import TextSpan
from copylint.fix.apply import Patch
from copylint.formats.lookup import named
from copylint.runner.document_reader import Formats

_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_TOKENS = re.compile(r"\w+|\s|[^\w\s]")
# A group of changed lines that is longer than this is compared as a whole.
_MOST_TOKENS = 4000


@record
class TextChange:
    """Put ``text`` in the place of the code points from ``start`` up to ``end``."""

    start: int
    end: int
    text: str


@record
class CarriedSource:
    """A source with the changes made in it by ``edits``, which are in order.

    ``lost`` are the changes that the format cannot write, as places in the old prose: a
    paragraph that was split, say.
    """

    source: str
    edits: tuple[Edit, ...]
    lost: tuple[TextChange, ...]


@record
class CarriedFile:
    """A file with the changes made in it: its bytes, the rest as in ``CarriedSource``."""

    data: bytes
    edits: tuple[Edit, ...]
    lost: tuple[TextChange, ...]


def text_changes(old: str, new: str) -> list[TextChange]:
    """The changes, word by word, that turn ``old`` into ``new``; they ascend."""
    changes: list[TextChange] = []
    for start, end, first, last in _changed(_pieces(_LINES, old), _pieces(_LINES, new)):
        before, after = old[start:end], new[first:last]
        one, other = _pieces(_TOKENS, before), _pieces(_TOKENS, after)
        if max(len(one), len(other)) > _MOST_TOKENS:
            changes.append(TextChange(start, end, after))
            continue
        for a, b, c, d in _changed(one, other):
            changes.append(TextChange(start + a, start + b, after[c:d]))
    return changes


def carried(formats: Formats, path: str, data: bytes, prose: str) -> CarriedFile:
    """The file at ``path`` that holds ``data``, with ``prose`` in the place of its prose.

    Raises ``InputError`` if the file cannot be read.
    """
    form = formats.of(path, data)
    done = carried_source(form.read(path, form.decode(path, data)), prose)
    try:
        new = form.encode(done.source, data)
    except (ValueError, UnicodeError):
        raise _unwritable(path) from None
    return CarriedFile(new, done.edits, done.lost)


def carried_source(document: Document, prose: str) -> CarriedSource:
    """The source of ``document`` with ``prose`` in the place of its prose.

    Raises ``InputError`` if two of the changes cannot be written together.
    """
    old = document.text.rstrip("\n")
    edits: list[Edit] = []
    lost: list[TextChange] = []
    for change in text_changes(old, prose.rstrip("\n")):
        for each in _within_blocks(document, change):
            span = TextSpan(each.start, each.end)
            written = named(document.format).edits(document, span, each.text)
            if written is None or "\n\n" in each.text or not document.block_at(each.start):
                lost.append(each)
            else:
                edits += written
    try:
        source = Patch(edits).apply(document.source)
    except ValueError:
        raise _unwritable(document.path) from None
    return CarriedSource(source, tuple(edits), tuple(lost))


def _unwritable(path: str) -> InputError:
    return InputError(path, "the changes cannot be written into this file")


def _within_blocks(document: Document, change: TextChange) -> Iterator[TextChange]:
    """The change, cut where paragraphs end; words that are new go to the first of them."""
    text = change.text
    touched = [
        block.span
        for block in document.blocks
        if block.span.start <= change.end and change.start <= block.span.end
    ]
    if len(touched) < 2:
        yield change
        return
    if text.strip("\n"):
        # Paragraphs were joined or split: which words belong to which cannot be known.
        pieces = text.split("\n\n")
        if len(pieces) != len(touched):
            yield change
            return
    elif "\n\n" not in text and touched[0].start < change.start and change.end < touched[-1].end:
        yield change  # two paragraphs became one
        return
    else:
        pieces = [""] * len(touched)
    for span, piece in zip(touched, pieces, strict=True):
        start, end = max(span.start, change.start), min(span.end, change.end)
        if start < end or piece:
            yield TextChange(start, end, piece)


def _pieces(pattern: re.Pattern[str], text: str) -> list[str]:
    return pattern.findall(text)


def _changed(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The parts in which two lists of pieces differ, as code points of the two texts."""
    here, there = _offsets(one), _offsets(other)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield here[a], here[b], there[c], there[d]


def _offsets(pieces: Sequence[str]) -> list[int]:
    offsets = [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    return offsets
