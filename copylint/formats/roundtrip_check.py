"""Checks that a fixed file reads back as intended, for formats full of special cases."""

from __future__ import annotations

import re
from collections.abc import Callable

from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.span import SourceSpan, TextSpan
from copylint.formats.base import Format
from copylint.formats.escapes import CONTROLS

# Letters among letters, which are read the same in any place.
_PLAIN = re.compile(r"(?:[^\W_]+(?:[ ,'’-][^\W_]+)*)?")
_BESIDE = re.compile(r"[^\W_]|[ ,.]")
#: A source with more code points than this is not read again for a single fix.
_MAX = 400_000


def verified(
    form: Format, document: Document, span: TextSpan, text: str, written: str
) -> str | None:
    """``written``, if with it the document has ``text`` in place of ``span`` and no other change.

    It reads the whole file again: call it only if the letters alone do not decide.
    """
    if len(document.source) > _MAX or CONTROLS.search(written):
        return None
    where = document.to_source(span)
    source = document.source[: where.start] + written + document.source[where.end :]
    try:
        after = form.read(document.path, source)
    except InputError:
        return None
    wanted = document.text[: span.start] + text + document.text[span.end :]
    kinds = [block.kind for block in document.blocks]
    same = after.text == wanted and [block.kind for block in after.blocks] == kinds
    return written if same else None


def plain_or_verified(
    form: Format, document: Document, span: TextSpan, text: str, written: str
) -> str | None:
    """As ``verified``, but letters that replace letters in the midst of others are not read."""
    where = document.to_source(span)
    before = document.source[max(0, where.start - 1) : where.start]
    after = document.source[where.end : where.end + 1]
    if (
        _PLAIN.fullmatch(written)
        and _BESIDE.match(before)
        and _BESIDE.match(after)
        and (written or not (before + after).isspace())
    ):
        return written
    return verified(form, document, span, text, written)


def verified_within(
    read: Callable[[str], Document],
    document: Document,
    span: TextSpan,
    text: str,
    written: str,
    part: SourceSpan,
) -> str | None:
    """As ``verified``, for a file of which ``read`` can read the ``part`` around ``span`` alone."""
    if CONTROLS.search(written):
        return None
    where = document.to_source(span)
    first, last = where.start - part.start, where.end - part.start
    source = document.source[part.start : part.end]
    try:
        before, after = read(source), read(source[:first] + written + source[last:])
    except InputError:
        return None
    at = _offset(before, first)
    if at is None or not before.text.startswith(document.slice(span), at):
        return None
    wanted = before.text[:at] + text + before.text[at + len(span) :]
    same = after.text == wanted and _kinds(after) == _kinds(before)
    return written if same else None


def _offset(document: Document, place: int) -> int | None:
    """The offset in the text of the source's code point ``place``; the end of a run counts."""
    for segment in document.segments:
        if segment.source.start <= place <= segment.source.end:
            if segment.literal:
                return segment.text.start + place - segment.source.start
            return segment.text.end if place == segment.source.end else segment.text.start
    return None


def _kinds(document: Document) -> list[BlockKind]:
    return [block.kind for block in (*document.blocks, *(each for each, _ in document.foreign))]
