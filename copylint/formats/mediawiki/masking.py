"""Masks what is no prose in wikitext: comments, templates, code, pictures and notes.

The mask has the length of the source: a character that prints nothing is ``NOTHING``, one of
something that holds a place in its sentence is ``PLACEHOLDER``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from copylint.formats.templates import NOTHING, PLACEHOLDER

_OPENER = re.compile(
    r"<!--|<(?P<name>nowiki|pre|syntaxhighlight|source|math|chem|ce|code|tt|kbd|samp|var|score|"
    r"timeline|templatedata|graph|mapframe|maplink|imagemap|inputbox|hiero|templatestyles|"
    r"references|section|includeonly|del|s|strike)"
    r"(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)
# What these hold stands for itself in a sentence; the others print nothing, or a block.
_INLINE = frozenset(("nowiki", "math", "chem", "ce", "code", "tt", "kbd", "samp", "var", "hiero"))
_BRACES = re.compile(r"\{{2,}|\}{2,}")
_BRACKETS = re.compile(r"\[\[|\]\]|\n[ \t]*\r?\n|\r[ \t]*\r")
_REF = re.compile(r"<ref(?=[\s/>])[^<>]*>", re.IGNORECASE)
_REF_END = re.compile(r"</ref\s*>", re.IGNORECASE)
_PICTURE = re.compile(r"\[\[\s*(?:File|Image|Media)\s*:", re.IGNORECASE)
_HIDDEN_LINK = re.compile(r"\[\[\s*(?:Category|[a-z]{2,3}(?:-[a-z]{2,8})?)\s*:[^\[\]]*\]\]")
_OPTION = re.compile(
    r"\s*(?:thumb(?:nail)?|frame(?:d|less)?|border|left|right|center|centre|none|baseline|middle|"
    r"sub|super|top|text-top|bottom|text-bottom|upright|(?:x?\d+|\d+x\d+)\s*px|"
    r"(?:thumb|upright|link|lang|page|class|start|end|thumbtime|title)\s*=.*)?\s*",
    re.IGNORECASE | re.DOTALL,
)
_ALT = re.compile(r"\s*alt\s*=\s*", re.IGNORECASE)
_CLOSING = re.compile(r"[.,;:!?)]")


@dataclass(slots=True)
class WikiPicture:
    """A picture, with the places of its caption and its alternative text, if it has them."""

    start: int
    end: int
    caption: tuple[int, int] | None = None
    alt: tuple[int, int] | None = None


@dataclass(slots=True)
class WikiMask:
    """The mask of a page.

    ``in_pictures`` is the same with the texts of pictures visible, ``in_notes`` with those of
    notes, too.
    """

    text: str
    in_notes: str = ""
    in_pictures: str = ""
    comments: list[tuple[int, int]] = field(default_factory=list)
    notes: list[tuple[int, int, int]] = field(default_factory=list)
    pictures: list[WikiPicture] = field(default_factory=list)


def masked(source: str) -> WikiMask:
    """The mask of a page. Marks without their ends are left as they are."""
    mask = WikiMask(source)
    mask.text = _filled(source, _verbatim(source, mask))
    mask.text = _filled(mask.text, _templates(mask.text))
    mask.in_notes = mask.text
    mask.text = mask.in_pictures = _filled(mask.text, _notes(mask))
    mask.text = _filled(mask.text, _links(mask))
    return mask


_Region = tuple[int, int, str]


def _filled(text: str, regions: Iterator[_Region]) -> str:
    """``text`` with the regions, which ascend, filled with their character."""
    parts: list[str] = []
    at = 0
    for start, end, filler in regions:
        if start < at:
            continue
        parts += (text[at:start], filler * (end - start))
        at = end
    return "".join((*parts, text[at:])) if parts else text


def _verbatim(source: str, mask: WikiMask) -> Iterator[_Region]:
    """Comments, and elements whose content is not wikitext."""
    endless: set[str] = set()
    at = 0
    while (opener := _OPENER.search(source, at)) is not None:
        at = opener.end()
        name = (opener["name"] or "!--").lower()
        if name == "!--":
            end = source.find("-->", at) if name not in endless else -1
            if end < 0:
                endless.add(name)
                continue
            at = end + 3
            mask.comments.append((opener.start(), at))
            yield opener.start(), at, NOTHING
            continue
        if not opener.group().endswith("/>"):
            closer = None if name in endless else _closer(name).search(source, at)
            if closer is None:
                endless.add(name)
                continue
            at = closer.end()
        is_inline = name in _INLINE and not opener.group().endswith("/>")
        yield opener.start(), at, PLACEHOLDER if is_inline else NOTHING


def _closer(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}\s*>", re.IGNORECASE)


def _templates(text: str) -> Iterator[_Region]:
    """Templates and parameters, the outermost ones."""
    found: list[tuple[int, int]] = []
    waiting: list[tuple[int, int]] = []
    for braces in _BRACES.finditer(text):
        at, count = braces.start(), len(braces.group())
        if braces.group()[0] == "{":
            waiting.append((at, count))
            continue
        while count >= 2 and waiting:
            start, width = waiting.pop()
            used = min(width, count)
            found.append((start + width - used, at + used))
            at, count = at + used, count - used
            if width - used >= 2:
                waiting.append((start, width - used))
    end = 0
    for start, last in sorted(found, key=lambda each: (each[0], -each[1])):
        if start >= end:
            yield _placed(text, start, last)
            end = last


def _placed(text: str, start: int, end: int) -> _Region:
    """A template on its own line or right after a word prints nothing; others hold a place."""
    before = text[max(0, start - 80) : start]
    begins = not before.rpartition("\n")[2].rpartition("\r")[2].strip(f" \t:*#;{NOTHING}")
    after = text[end : end + 1]
    ends = after in ("", "\r", "\n", "{", "<")
    if before[-1:] and before[-1:] in ".,;:!?”\"'’)]":
        return start, end, NOTHING
    if (begins and ends) or before[-1:].isalnum():
        return start, end, NOTHING
    return start, end, PLACEHOLDER


def _notes(mask: WikiMask) -> Iterator[_Region]:
    text = mask.text
    is_endless = False
    at = 0
    while (opener := _REF.search(text, at)) is not None:
        at = opener.end()
        if not opener.group().endswith("/>"):
            closer = None if is_endless else _REF_END.search(text, at)
            if closer is None:
                is_endless = True
                continue
            mask.notes.append((opener.start(), at, closer.start()))
            at = closer.end()
        start = opener.start()
        if _CLOSING.match(text, at):
            # The space before a note does not belong to the sentence.
            while start and text[start - 1] == " ":
                start -= 1
        yield start, at, NOTHING


def _links(mask: WikiMask) -> Iterator[_Region]:
    """Pictures, categories and links to other languages."""
    text = mask.text
    waiting: list[int] = []
    bars: dict[int, int] = {}
    for mark in _BRACKETS.finditer(text):
        if mark.group() == "[[":
            waiting.append(mark.start())
        elif mark.group() == "]]" and waiting:
            bars[waiting.pop()] = mark.end()
        elif mark.group() != "]]":
            waiting.clear()
    end = 0
    for start in sorted(bars):
        if start < end:
            continue
        if _PICTURE.match(text, start):
            end = bars[start]
            mask.pictures.append(_picture(text, start, end, bars))
            yield start, end, NOTHING
        elif _HIDDEN_LINK.match(text, start):
            end = bars[start]
            yield start, end, NOTHING


def _picture(text: str, start: int, end: int, links: dict[int, int]) -> WikiPicture:
    found = WikiPicture(start, end)
    for first, last in _parameters(text, start + 2, end - 2, links):
        alt = _ALT.match(text, first, last)
        if alt:
            found.alt = alt.end(), last
        elif not _OPTION.fullmatch(text, first, last):
            found.caption = first, last
    return found


def _parameters(
    text: str, start: int, end: int, links: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """The places between the bars that are not inside a link."""
    first = -1
    at = start
    while at < end:
        if text[at] == "[" and at in links and links[at] <= end:
            at = links[at]
            continue
        if text[at] == "|":
            if first >= 0:
                yield first, at
            first = at + 1
        at += 1
    if first >= 0:
        yield first, end
