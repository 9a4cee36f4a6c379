"""Turns a change of prose into edits of XML that leave every tag in place.

A word may be split over several runs, one of them in bold, for example: the first takes the
new letters, the others lose theirs, and all keep their formatting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from copylint.core.blocks import Block, PackagePart, Segment
from copylint.core.document import Document
from copylint.core.fix import Edit
from copylint.core.span import SourceSpan, TextSpan
from copylint.formats.escapes import ReplacementTarget, written

#: The most characters of a text box's XML before a place in it: in a larger box only one copy
#: is edited, so that the work on a long document stays linear.
_LARGEST_BOX = 100_000
_WHITESPACE = " \t\r\n"
_RUN = re.compile("[ \t\r\n]{2}|[\t\r\n]")
_SPACE_IN = re.compile(r"(?:\A|>)[^<>]*[ \t\r\n]")
_SPACE_AFTER = re.compile(r"(?:<[^<>]*>)*[ \t\r\n]")
#: What is added to a tag whose text begins or ends with a space that must count.
KEEP_SPACES = ' xml:space="preserve"'
_SPACE = re.compile(r"\sxml:space\s*=")


class OfficeTextRules(NamedTuple):
    """How a kind of document holds text.

    ``holder`` matches the tags before text that may be changed, up to the end of their name.
    ``keeps_spaces``: a tag must say whether spaces at the ends of its text count; otherwise
    runs of spaces count as one everywhere. ``removable`` matches elements that represent
    spaces, which may be deleted.
    """

    holder: re.Pattern[str]
    keeps_spaces: bool
    removable: re.Pattern[str]


def edits(
    document: Document, block: Block, span: TextSpan, text: str, rules: OfficeTextRules
) -> tuple[Edit, ...] | None:
    """The edits that put ``text`` in place of ``span``, in order; None if that is not possible."""
    source, part = document.source, document.part_at(document.to_source(span).start)
    ranges = _ranges(document, block, span, rules.removable)
    if ranges is None or part is None:
        return None
    if not rules.keeps_spaces and _brings_spaces(
        source, ranges, document.text[max(0, span.end - 1) : span.end], text
    ):
        return None
    found: list[Edit] = []
    for (start, end, _), new in zip(ranges, _shared(ranges, text), strict=True):
        where = SourceSpan(start, end)
        if source[start : start + 1] == "<" and start < end:
            if new:
                return None
            found.append(Edit(where, ""))
            continue
        escaped = written(new, ("xml-text",), ReplacementTarget(document, span, where))
        tag = source.rfind("<", part.start, start)
        name = rules.holder.match(source, tag) if tag >= 0 else None
        if escaped is None or name is None or not 0 <= source.find(">", tag) < start:
            return None
        if rules.keeps_spaces:
            kept = _kept_spaces(source, (name.end(), source.find(">", tag) + 1), where, escaped)
            if kept is None:
                return None
            found += kept
        elif _RUN.search(new) or _meets_space(source, start, end, new):
            return None
        found.append(Edit(where, escaped))
    found += list(_in_fallback(source, part, found))
    return tuple(
        Edit(each.span, each.text, part.name, part.start)
        for each in sorted(found, key=lambda each: each.span)
    )


def _brings_spaces(source: str, ranges: list[tuple[int, int, int]], last: str, new: str) -> bool:
    """Whether spaces that were ignored after others would count once those are gone.

    ``last`` is the last letter deleted, or the letter before if none is deleted.
    """
    if any(_SPACE_IN.search(source[a[1] : b[0]]) for a, b in pairwise(ranges)):
        return True
    ends = last.isspace() and not new.endswith(" ")
    return ends and _SPACE_AFTER.match(source, ranges[-1][1]) is not None


def _ranges(
    document: Document, block: Block, span: TextSpan, removable: re.Pattern[str]
) -> list[tuple[int, int, int]] | None:
    """The runs of source text that ``span`` is made of, each with its number of letters.

    None if it contains anything but text: a tab, a picture, a part of an entity.
    """
    if not span:
        point = _point(document, block, span.start)
        return None if point is None else [(point, point, 0)]
    source = document.source
    ranges: list[tuple[int, int, int]] = []
    for segment in document.segments_in(span):
        where = _within(segment, span)
        if where is None:
            return None
        is_element = source[where[0]] == "<"
        if is_element and not removable.fullmatch(source, *where[:2]):
            return None
        if ranges and not is_element and "<" not in source[ranges[-1][1] : where[0]]:
            where = (ranges[-1][0], where[1], ranges[-1][2] + where[2])
            ranges.pop()
        ranges.append(where)
    return ranges or None


def _within(segment: Segment, span: TextSpan) -> tuple[int, int, int] | None:
    start, end = max(segment.text.start, span.start), min(segment.text.end, span.end)
    if segment.literal:
        shift = segment.source.start - segment.text.start
        return start + shift, end + shift, end - start
    if (start, end) != (segment.text.start, segment.text.end):
        return None
    return segment.source.start, segment.source.end, end - start


def _point(document: Document, block: Block, offset: int) -> int | None:
    """The source offset at which to insert at ``offset``: after text, or before it."""
    source = document.source
    if offset > block.span.start:
        where = document.to_source(TextSpan(offset - 1, offset))
        if source[where.start] != "<":
            return where.end
    if offset < block.span.end:
        where = document.to_source(TextSpan(offset, offset + 1))
        if source[where.start] != "<":
            return where.start
    return None


def _meets_space(source: str, start: int, end: int, new: str) -> bool:
    """Whether a space in ``new``, or one that it no longer parts, would be next to another."""
    before, after = source[start - 1 : start] or "<", source[end : end + 1] or "<"
    one = before in _WHITESPACE and (new or after)[0] in _WHITESPACE
    return one or (after in _WHITESPACE and (new or before)[-1] in _WHITESPACE)


def _shared(ranges: list[tuple[int, int, int]], text: str) -> Iterator[str]:
    """The text for each range: as many letters as it had, if the totals are equal."""
    if len(text) == sum(size for _, _, size in ranges):
        at = 0
        for _, _, size in ranges:
            yield text[at : at + size]
            at += size
    else:
        yield text
        yield from [""] * (len(ranges) - 1)


def _kept_spaces(
    source: str, tag: tuple[int, int], where: SourceSpan, new: str
) -> list[Edit] | None:
    """The edits that make spaces at the ends of the text count; None if that is not possible.

    ``tag`` holds the ends of the element's name and of its opening tag.
    """
    name_end, start = tag
    end = source.find("<", where.end)
    old = source[start:end]
    text = source[start : where.start] + new + source[where.end : end]
    ends = [each.strip(_WHITESPACE) != each and _ends(each) for each in (old, text)]
    if _SPACE.search(source, name_end, start) or not ends[1] or ends[0] == ends[1]:
        return []
    if ends[0]:
        return None  # ignored spaces would count
    return [Edit(SourceSpan(name_end, name_end), KEEP_SPACES)]


def _ends(text: str) -> tuple[bool, bool]:
    return text[:1] in _WHITESPACE, text[-1:] in _WHITESPACE


def _in_fallback(source: str, part: PackagePart, found: list[Edit]) -> Iterator[Edit]:
    """The same edits in the fallback that old programs show for a text box, if it is identical."""
    if not found:
        return
    place = found[0].span.start
    choice = source.rfind("<mc:Choice", max(part.start, place - _LARGEST_BOX), place)
    choice_end = source.find("</mc:Choice>", choice, part.end) if choice >= 0 else -1
    if not choice >= 0 or choice_end < place:
        return
    fallback_end = source.find("</mc:Fallback>", choice_end, part.end)
    box = _box(source, choice, choice_end)
    other = _box(source, choice_end, fallback_end) if fallback_end >= 0 else None
    if box is None or other is None or source[slice(*box)] != source[slice(*other)]:
        return
    shift = other[0] - box[0]
    for edit in found:
        span = edit.span
        if box[0] <= span.start and span.end <= box[1]:
            yield Edit(SourceSpan(span.start + shift, span.end + shift), edit.text)


def _box(source: str, start: int, end: int) -> tuple[int, int] | None:
    """The place of the text box's content between ``start`` and ``end``."""
    first = source.find("<w:txbxContent", start, end)
    last = source.rfind("</w:txbxContent>", start, end)
    return (first, last) if 0 <= first < last else None
