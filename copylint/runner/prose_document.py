"""A document of prose alone, with the kinds that its paragraphs have in a file."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter

from copylint.analysis.foreign_language import set_apart
from copylint.core.blocks import Block, BlockKind, PackagePart, Segment
from copylint.core.document import Document
from copylint.core.span import SourceSpan, TextSpan
from copylint.runner.carried_changes import text_changes

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_FORMAT = "plain"

#: A run of text that has not changed: where it began, where it begins now, its length.
_Run = tuple[int, int, int]


def paragraphs(text: str) -> list[TextSpan]:
    """The paragraphs of ``text``, without the spaces around them."""
    spans = []
    for found in _PARAGRAPH.finditer(text):
        inside = found[0].strip()
        if inside:
            start = found.start() + found[0].index(inside)
            spans.append(TextSpan(start, start + len(inside)))
    return spans


def prose_document(document: Document, prose: str) -> Document:
    """``prose`` as a document, in which paragraphs are what they are in ``document``.

    ``prose`` is what someone has made of the prose of ``document``: a new paragraph is an
    ordinary one, and the two halves of a divided one are both what the whole was. The source is
    ``prose`` itself.
    """
    runs = _unchanged(document.text.rstrip("\n"), prose)
    old = sorted((*document.blocks, *(each for each, _ in document.foreign)), key=_start)
    blocks, foreign = set_apart(prose, [_block(old, runs, span) for span in paragraphs(prose)])
    whole = len(prose)
    return Document(
        path=document.path,
        format=_FORMAT,
        source=prose,
        text=prose,
        segments=(Segment(TextSpan(0, whole), SourceSpan(0, whole), True),) if prose else (),
        blocks=blocks,
        parts=(PackagePart("", 0, whole),),
        language=document.language,
        foreign=foreign,
    )


_start = attrgetter("span.start")


def _unchanged(old: str, new: str) -> list[_Run]:
    runs: list[_Run] = []
    at, shift = 0, 0
    for change in text_changes(old, new):
        runs.append((at, at + shift, change.start - at))
        shift += len(change.text) - (change.end - change.start)
        at = change.end
    runs.append((at, at + shift, len(old) - at))
    return [each for each in runs if each[2]]


def _block(old: list[Block], runs: list[_Run], span: TextSpan) -> Block:
    """The block at ``span``: of the kind of the old block that most of its letters come from."""
    letters: dict[int, int] = {}
    opaque: list[TextSpan] = []
    first = max(bisect_right(runs, span.start, key=lambda run: run[1]) - 1, 0)
    for before, now, length in runs[first:]:
        if now >= span.end:
            break
        start, end = max(now, span.start), min(now + length, span.end)
        if start >= end:
            continue
        shift = before - now
        index = max(bisect_right(old, start + shift, key=_start) - 1, 0)
        for at in range(index, len(old)):
            block = old[at]
            if block.span.start >= end + shift:
                break
            shared = min(block.span.end, end + shift) - max(block.span.start, start + shift)
            if shared > 0:
                letters[at] = letters.get(at, 0) + shared
            opaque += (
                TextSpan(each.start - shift, each.end - shift)
                for each in block.opaque
                if start + shift <= each.start and each.end <= end + shift
            )
    if not letters:
        return Block(BlockKind.PARAGRAPH, span)
    most = old[max(letters, key=lambda at: (letters[at], -at))]
    return Block(most.kind, span, most.depth, most.field, tuple(opaque))
