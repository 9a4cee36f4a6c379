"""Changes of a few letters as changes of whole words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from copylint.office.places import PartSpan
from copylint.office.xml_nodes import XmlText
from copylint.office.xml_tree import XmlTree

# The end and the beginning of a word, with the characters that join its parts.
_HEAD, _TAIL = re.compile(r"\w(?:['’\-\u2011]?\w)*\Z"), re.compile(r"\w(?:['’\-\u2011]?\w)*")
_LONGEST_WORD = 80


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """``text`` instead of what is at ``place``, which lies in one paragraph."""

    place: PartSpan
    text: str


def whole_words(tree: XmlTree, changes: Sequence[ParagraphChange]) -> list[tuple[int, int, str]]:
    """Widen changes of single letters to whole words; the last change comes first.

    A letter struck out inside a word is hard to read. A word that is in several pieces (in
    different formatting, for example) keeps them: only its letters are changed.
    """
    whole: list[tuple[int, int, str]] = []
    ordered = sorted(changes, key=lambda each: each.place.start)
    for at in reversed(range(len(ordered))):
        change = ordered[at]
        start, end, text = change.place.start, change.place.end, change.text
        around = _around(tree, start, end, text)
        beside = [each.place for each in ordered[max(0, at - 1) : at + 2]]
        if around is None or any(_crosses(each, *around) for each in beside):
            whole.append((start, end, text))
            continue
        node, first, last = around
        if whole and (whole[-1][0] < last or _is_before(whole[-1], start, end, node)):
            behind, last, more = whole.pop()
            text += node.source[end - node.start : max(behind, end) - node.start]
            text += _without(more, node.source[behind - node.start : max(behind, end) - node.start])
        else:
            text += node.source[end - node.start : last - node.start]
        whole.append((first, last, node.source[first - node.start : start - node.start] + text))
    return whole


def _is_before(word: tuple[int, int, str], start: int, end: int, node: XmlText) -> bool:
    """Whether a change only inserts something right before a word that is struck out as a whole."""
    return start == end == word[0] < word[1] <= node.end


def _crosses(place: PartSpan, node: XmlText, first: int, last: int) -> bool:
    """Whether ``place`` touches the words from ``first`` to ``last`` and also goes beyond."""
    inside = node.start <= place.start and place.end <= node.end
    return not inside and place.start < last and first < place.end


def _without(text: str, head: str) -> str:
    assert text.startswith(head)
    return text[len(head) :]


def _around(tree: XmlTree, start: int, end: int, text: str) -> tuple[XmlText, int, int] | None:
    """The piece of text that a change is in, and where the words that it touches begin and end."""
    node = tree.at(start) if start < end else tree.at(max(start - 1, 0))
    if start == end and not isinstance(node, XmlText):
        node = tree.at(start)
    if not isinstance(node, XmlText) or node.text != node.source or end > node.end:
        return None
    before = node.source[: start - node.start][-_LONGEST_WORD:]
    after = node.source[end - node.start :][:_LONGEST_WORD]
    head, tail = _HEAD.search(before), _TAIL.match(after)
    changed = node.source[start - node.start : end - node.start] or text
    splits = start == end and head is not None and tail is not None
    first, last = start, end
    if head is not None and (splits or changed[:1].isalnum()):
        first -= len(head.group())
    if tail is not None and (splits or changed[-1:].isalnum()):
        last += len(tail.group())
    return node, first, last
