"""The part of a line that shows a finding, with a caret line under it."""

from __future__ import annotations

import sys
from typing import Protocol

from copylint.core.finding import Finding
from copylint.core.record import record
from copylint.report.visible import ShownCharacter, cells, is_simple, width_of

_ELLIPSIS = "…"
_ELLIPSIS_CELL = ShownCharacter(_ELLIPSIS, 1)
# A word cut at the excerpt's edge is left out whole if it costs no more than this.
_WORD_ROOM = 15
_EVER = sys.maxsize


@record
class Excerpt:
    """``before``, ``fault`` and ``after`` make up the line shown; ``carets`` go under it.

    ``carets`` begins with the spaces that bring it under the fault.
    """

    before: str
    fault: str
    after: str
    carets: str


def excerpt(finding: Finding, width: int) -> Excerpt:
    """The excerpt of ``finding`` that fits in ``width`` terminal cells.

    For a finding that runs over several lines, the first line is shown.
    """
    line = finding.line_text
    start = min(finding.start.column - 1 - finding.line_cut, len(line))
    runs_on = finding.end.line > finding.start.line
    # Not the span's length: much of a package's source is not visible.
    end = len(line) if runs_on else start + finding.end.column - finding.start.column
    end = min(end, len(line))
    # Looks at no more of the line than could be shown, at one cell a character.
    first = max(start - width - 1, 0)
    fault_end = min(end, start + width + 1)
    last = min(fault_end + width + 1, len(line))
    window = line[first:last]
    at, to = start - first, fault_end - first
    cuts = _Cuts(finding.line_cut + first > 0, fault_end < end, last < len(line))
    if is_simple(window, at, to):
        return _laid_out(_Letters(window), at, to, width, cuts)
    return _laid_out(_Cells(cells(window, at, to)), at, to, width, cuts)


@record
class _Cuts:
    """Whether text is left out before the window, within the fault, and after the window."""

    before: bool
    fault: bool
    after: bool


class _Shown(Protocol):
    """A run of code points as they are shown, ``width`` cells wide."""

    width: int

    @property
    def text(self) -> str:
        """What is shown."""

    def part(self, start: int, end: int) -> _Shown:
        """The code points from ``start`` to ``end``."""

    def head(self, room: int, *, cut: bool) -> tuple[_Shown, bool]:
        """The beginning that fits in ``room``, and whether something is left out.

        ``cut`` says that more text follows it.
        """

    def tail(self, room: int, *, cut: bool) -> tuple[_Shown, bool]:
        """The end that fits in ``room``; ``cut`` says that more text precedes it."""


def _laid_out(window: _Shown, start: int, end: int, width: int, cuts: _Cuts) -> Excerpt:
    """``window`` in ``width`` cells, with the fault from ``start`` to ``end``."""
    left, right = window.part(0, start), window.part(end, _EVER)
    fault, fault_cut = window.part(start, end).head(max(width - 2, 1), cut=cuts.fault)
    more = cuts.after
    if fault_cut:
        right, more = window.part(0, 0), False
    room = width - fault.width
    before, before_cut = left.tail(max(room // 2, room - right.width), cut=cuts.before)
    after, after_cut = right.head(room - before.width, cut=more)
    if before_cut and not after_cut:
        before, _ = left.tail(room - after.width, cut=cuts.before)
    carets = " " * before.width + "^" * max(fault.width, 1)
    return Excerpt(before.text, fault.text, after.text, carets)


class _Letters:
    """A run in which every code point is shown as itself, one cell wide."""

    __slots__ = ("text", "width")

    text: str

    def __init__(self, text: str) -> None:
        self.text = text
        self.width = len(text)

    def part(self, start: int, end: int) -> _Letters:
        """As the protocol says; here and below."""
        return _Letters(self.text[start:end])

    def head(self, room: int, *, cut: bool) -> tuple[_Letters, bool]:
        """The beginning."""
        if not cut and self.width <= room:
            return self, False
        if room < 1:
            return _Letters(""), True
        kept = self.text[: room - 1]
        space = kept.rfind(" ", max(len(kept) - _WORD_ROOM + 1, 1))
        return _Letters((kept if space < 0 else kept[:space]) + _ELLIPSIS), True

    def tail(self, room: int, *, cut: bool) -> tuple[_Letters, bool]:
        """The end."""
        if not cut and self.width <= room:
            return self, False
        if room < 1:
            return _Letters(""), True
        kept = self.text[max(self.width - room + 1, 0) :]
        return _Letters(_ELLIPSIS + kept[kept.find(" ", 0, _WORD_ROOM) + 1 :]), True


class _Cells:
    """A run of any kind."""

    __slots__ = ("_shown", "width")

    def __init__(self, shown: list[ShownCharacter]) -> None:
        self._shown = shown
        self.width = width_of(shown)

    @property
    def text(self) -> str:
        """What is shown."""
        return "".join(cell.text for cell in self._shown)

    def part(self, start: int, end: int) -> _Cells:
        """As the protocol says; here and below."""
        return _Cells(self._shown[start:end])

    def head(self, room: int, *, cut: bool) -> tuple[_Cells, bool]:
        """The beginning."""
        shown = self._shown
        if not cut and self.width <= room:
            return self, False
        if room < 1:
            return _Cells([]), True
        used, index = 1, 0
        while index < len(shown) and used + shown[index].width <= room:
            used += shown[index].width
            index += 1
        kept = shown[:index]
        for back in range(1, min(_WORD_ROOM, len(kept))):
            if kept[-back].text == " ":
                kept = kept[:-back]
                break
        return _Cells([*kept, _ELLIPSIS_CELL]), True

    def tail(self, room: int, *, cut: bool) -> tuple[_Cells, bool]:
        """The end."""
        shown = self._shown
        if not cut and self.width <= room:
            return self, False
        if room < 1:
            return _Cells([]), True
        used, index = 1, len(shown)
        while index and used + shown[index - 1].width <= room:
            index -= 1
            used += shown[index].width
        kept = shown[index:]
        while kept and not kept[0].width:
            kept = kept[1:]  # marks that belong to a letter left out
        for ahead in range(min(_WORD_ROOM, len(kept))):
            if kept[ahead].text == " ":
                kept = kept[ahead + 1 :]
                break
        return _Cells([_ELLIPSIS_CELL, *kept]), True
