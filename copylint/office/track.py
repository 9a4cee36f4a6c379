"""Puts fixes into a Word file as tracked changes that a reader accepts or rejects.

Deleted text goes into ``w:del`` and new text into a ``w:ins`` after it, with the formatting of
the text that it replaces (ECMA-376 part 1, 17.13.5.14 and 17.13.5.18). Text that someone else
inserted is deleted inside that insertion; as Word does not allow one insertion inside another
([MS-OE376], 2.1.341), an insertion is split where new text goes into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from copylint.core.errors import InputError
from copylint.formats.xml import escape
from copylint.office.comments import AUTHOR, free_ids
from copylint.office.text_runs import (
    TRACKED,
    begin_at,
    beginning_at,
    end_at,
    ending_at,
    keep_spaces,
)
from copylint.office.trackable import Untrackable, demand, runs_between
from copylint.office.whole_words import ParagraphChange, whole_words
from copylint.office.word_package import WordPackage
from copylint.office.xml_nodes import Element, XmlNode, plain
from copylint.office.xml_tree import XmlTree

_INSERTED = frozenset(("w:ins", "w:moveTo"))
_CONTROL = re.compile(r"([\t\n])")


def tracked(path: str, data: bytes, changes: Iterable[ParagraphChange], when: datetime) -> bytes:
    """The Word file in ``data`` with ``changes``, which must not touch, dated ``when``.

    Everything else is unchanged. Raises ``InputError`` if it is not a Word file, or if a change
    falls where none can be tracked: in a bound or locked content control, in a field's own marks,
    or in text that is already deleted.
    """
    changes = list(changes)
    if not changes:
        return data
    try:
        return _recorded(path, data, changes, when)
    except Untrackable as reason:
        message = f"{reason}; correct it by hand, or leave --track-changes out"
        raise InputError(path, message) from None


def untrackable(
    path: str, data: bytes, changes: Sequence[ParagraphChange], when: datetime
) -> list[ParagraphChange]:
    """Those of ``changes`` that cannot be tracked; raises ``InputError`` if it is no Word file."""
    try:
        if changes:
            _recorded(path, data, changes, when)
    except Untrackable:
        return [each for each in changes if not _is_trackable(path, data, each, when)]
    return []


def _is_trackable(path: str, data: bytes, change: ParagraphChange, when: datetime) -> bool:
    try:
        _recorded(path, data, [change], when)
    except Untrackable:
        return False
    return True


def _recorded(path: str, data: bytes, changes: Sequence[ParagraphChange], when: datetime) -> bytes:
    """The file with ``changes``. Raises ``Untrackable`` at the first that cannot be tracked."""
    package = WordPackage(path, data)
    parts = sorted({change.place.part for change in changes})
    mark = _Marks(package, parts, when)
    for part in parts:
        tree = package.tree(part)
        here = [each for each in changes if each.place.part == part]
        for start, end, text in whole_words(tree, here):
            _record(tree, start, end, text, mark)
    return package.data()


class _Marks:
    """Makes the elements that hold changes, with ids that are not used in the parts."""

    def __init__(self, package: WordPackage, parts: Sequence[str], when: datetime) -> None:
        ids = (
            each.attributes.get("w:id", "")
            for part in {package.main, *parts}
            for each in package.tree(part).root.walk()
        )
        self._ids = free_ids(ids, 1)
        self._date = when.strftime("%Y-%m-%dT%H:%M:%SZ")

    def __call__(self, tree: XmlTree, name: str, *inside: XmlNode) -> Element:
        """An element for a change, by the author in whose name all changes are made."""
        attributes = {"w:id": self.id(), "w:author": AUTHOR, "w:date": self._date}
        return tree.new(name, attributes, *inside)

    def id(self) -> str:
        """An id that has not been used."""
        return next(self._ids)


def _record(tree: XmlTree, start: int, end: int, text: str, mark: _Marks) -> None:
    if not escape.is_possible(text):
        raise Untrackable("a correction has a character that XML cannot hold")
    demand(tree, start, end)
    if start == end:
        _insert(tree, start, text, mark)
        return
    runs = _runs(tree, start, end)
    inserted = _inserted(tree, runs[0], text)
    deletion: Element | None = None
    for run in runs:
        if deletion is None or not _follows(deletion, run):
            deletion = mark(tree, "w:del")
            run.before(deletion)
        _strike(run)
        run.remove()
        deletion.append(run)
    if inserted is not None and deletion is not None:
        _put_after(deletion, mark(tree, "w:ins", inserted), mark)


def _insert(tree: XmlTree, at: int, text: str, mark: _Marks) -> None:
    """Insert without deleting, with the formatting of the text before, or else of that after."""
    before, after = ending_at(tree, at, inside=True), beginning_at(tree, at, inside=True)
    spot = before or after
    assert spot is not None  # else it were not trackable
    run = end_at(tree, spot, at) if before else begin_at(tree, spot, at)
    assert run is not None
    inserted = _inserted(tree, run, text)
    if inserted is None:
        return
    made = mark(tree, "w:ins", inserted)
    if before:
        _put_after(run, made, mark)
    else:
        _put_before(run, made, mark)


def _put_after(node: Element, new: Element, mark: _Marks) -> None:
    """Put ``new`` after ``node``, splitting the insertion that holds ``node``, if there is one."""
    outer = _insertion(node)
    if outer is None:
        node.after(new)
        return
    while node is not outer:
        parent = node.parent
        assert parent is not None
        rest = parent.children[parent.index(node) + 1 :]
        if any(isinstance(each, Element) for each in rest):
            if parent.name == "w:sdtContent":
                raise Untrackable("a correction is in a content control that somebody inserted")
            del parent.children[-len(rest) :]
            other = parent.empty()
            if parent.name in TRACKED:
                other.set("w:id", mark.id())
            other.append(*rest)
            parent.after(other)
        node = parent
    outer.after(new)


def _put_before(node: Element, new: Element, mark: _Marks) -> None:
    """Put ``new`` before ``node``, splitting the insertion that holds ``node``, if there is one."""
    outer = _insertion(node)
    while outer is not None and node is not outer:
        parent = node.parent
        assert parent is not None
        earlier = [each for each in parent.children if isinstance(each, Element)]
        at = next(at for at, each in enumerate(earlier) if each is node)
        if at:
            _put_after(earlier[at - 1], new, mark)
            return
        node = parent
    node.before(new)


def _insertion(node: Element) -> Element | None:
    """The outermost insertion of the paragraph that ``node`` is in."""
    found = None
    for around in node.up():
        if around.name == "w:p":
            break
        if around.name in _INSERTED:
            found = around
    return found


def _runs(tree: XmlTree, start: int, end: int) -> list[Element]:
    """The runs from ``start`` to ``end``, cut so that they hold nothing else."""
    for cut, offset, at in ((end_at, end - 1, end), (begin_at, start, start)):
        spot = beginning_at(tree, offset, inside=True)
        assert spot is not None  # else it were not trackable
        cut(tree, spot, at)
    return runs_between(tree, start, end)


def _strike(run: Element) -> None:
    """Mark the text of a run as deleted."""
    for text in run.elements("w:t"):
        text.rename("delText")


def _follows(one: Element, other: Element) -> bool:
    """Whether ``other`` comes right after ``one``."""
    parent = one.parent
    if parent is None or parent is not other.parent:
        return False
    return parent.index(other) == parent.index(one) + 1


def _inserted(tree: XmlTree, like: Element, text: str) -> Element | None:
    """A run of ``text`` with the formatting of the run ``like``; None if there is no text."""
    if not text:
        return None
    properties = like.first("w:rPr")
    inside: list[XmlNode] = []
    if properties is not None:
        copied = tree.copy(properties)
        assert isinstance(copied, Element)
        for name in ("w:rPrChange", "w:ins", "w:del"):
            for each in list(copied.elements(name)):
                each.remove()
        if copied.children:
            inside.append(copied)
    for part in _CONTROL.split(text):
        if part == "\t":
            inside.append(tree.new("w:tab"))
        elif part == "\n":
            inside.append(tree.new("w:br"))
        elif part:
            words = tree.new("w:t", {}, plain(part))
            keep_spaces(words)
            inside.append(words)
    return tree.new("w:r", {}, *inside)
