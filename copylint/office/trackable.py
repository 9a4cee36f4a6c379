"""Decides where in a Word file a change can be tracked."""

from __future__ import annotations

from copylint.office.text_runs import INLINE, CharacterPosition, beginning_at, ending_at
from copylint.office.xml_nodes import Element
from copylint.office.xml_tree import XmlTree

# What a run may hold if its text is to be changed; a picture or part of a field must stay.
_TEXT = frozenset(
    f"w:{name}"
    for name in (
        *("rPr", "t", "tab", "br", "cr", "noBreakHyphen", "softHyphen"),
        *("lastRenderedPageBreak", "delText"),
    )
)
_DELETED = frozenset(("w:del", "w:moveFrom"))
_LOCKS = frozenset(("contentLocked", "sdtContentLocked"))


class Untrackable(Exception):
    """A change that cannot be tracked, and why."""


def demand(tree: XmlTree, start: int, end: int) -> None:
    """Raise ``Untrackable`` if a change from ``start`` to ``end`` cannot be tracked."""
    if start == end:
        spot = ending_at(tree, start, inside=True) or beginning_at(tree, start, inside=True)
        _check_around(_run_of(spot))
        return
    spots = _spot(tree, start), _spot(tree, end - 1)
    if spots[0].paragraph is not spots[1].paragraph:
        raise Untrackable("a correction spans two paragraphs")
    for run in runs_between(tree, start, end):
        _check(run)


def runs_between(tree: XmlTree, start: int, end: int) -> list[Element]:
    """The runs with content at ``start`` or after it and before ``end``."""
    runs: list[Element] = []
    for node in tree.between(start, end):
        run = next((each for each in node.up() if each.name == "w:r"), None)
        if run is not None and (not runs or run is not runs[-1]):
            runs.append(run)
    return runs


def _run_of(spot: CharacterPosition | None) -> Element:
    if spot is None or spot.host is None or spot.host.name != "w:r":
        raise Untrackable("a correction is outside the text of a paragraph")
    return spot.host


def _spot(tree: XmlTree, offset: int) -> CharacterPosition:
    """The position of the character at ``offset``; text in a text box is in its own paragraph."""
    spot = beginning_at(tree, offset, inside=True)
    _run_of(spot)
    assert spot is not None
    return spot


def _check(run: Element) -> None:
    """Raise ``Untrackable`` if the text of ``run`` cannot be changed."""
    if any(each.name not in _TEXT for each in run.elements()):
        raise Untrackable("a correction touches a picture, a note or the mark of a field")
    _check_around(run)


def _check_around(run: Element) -> None:
    for around in run.up():
        if around.name == "w:p":
            return
        if around.name in _DELETED:
            raise Untrackable("a correction is in text that is already deleted")
        if around.name not in INLINE:
            raise Untrackable("a correction is outside the text of a paragraph")
        if around.name == "w:sdt":
            _check_control(around)


def _check_control(control: Element) -> None:
    properties = control.first("w:sdtPr")
    for each in properties.elements() if properties else ():
        if each.name in ("w:dataBinding", "w15:dataBinding"):
            raise Untrackable("a correction is in a content control that is filled from elsewhere")
        if each.name == "w:lock" and each.attributes.get("w:val") in _LOCKS:
            raise Untrackable("a correction is in a locked content control")
