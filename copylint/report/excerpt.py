"""The part of a line that shows a finding, with a caret line under it."""

from __future__ import annotations

from dataclasses import dataclass

from copylint.model.finding import Finding
from copylint.report.visible import Cell, cells, width_of

_ELLIPSIS = Cell("…", 1)
# A word cut at the excerpt's edge is left out whole if it costs no more than this.
_WORD_ROOM = 15


@dataclass(frozen=True, slots=True)
class Excerpt:
    """``before``, ``fault`` and ``after`` make up the line shown; ``carets`` go under it.

    ``carets`` begins with the blanks that bring it under the fault.
    """

    before: str
    fault: str
    after: str
    carets: str


def excerpt(finding: Finding, width: int) -> Excerpt:
    """The excerpt of ``finding`` that fits in ``width`` terminal cells.

    Of a finding that runs over several lines the first line is shown.
    """
    line = finding.line_text
    start = min(finding.start.column - 1 - finding.line_cut, len(line))
    runs_on = finding.end.line > finding.start.line
    end = len(line) if runs_on else min(start + len(finding.span), len(line))
    # No more of the line is looked at than could be shown, one cell to the character.
    first = max(start - width - 1, 0)
    fault_end = min(end, start + width + 1)
    last = min(fault_end + width + 1, len(line))
    shown = cells(line[first:last], start - first, fault_end - first)
    left, right = shown[: start - first], shown[fault_end - first :]
    is_cut = finding.line_cut + first > 0
    fault, fault_cut = _head(
        shown[start - first : fault_end - first], max(width - 2, 1), cut=fault_end < end
    )
    if fault_cut:
        right, last = [], len(line)
    room = width - width_of(fault)
    left_room = max(room // 2, room - width_of(right))
    before, before_cut = _tail(left, left_room, cut=is_cut)
    after, after_cut = _head(right, room - width_of(before), cut=last < len(line))
    if before_cut and not after_cut:
        before, _ = _tail(left, room - width_of(after), cut=is_cut)
    indent = width_of(before)
    carets = max(width_of(fault), 1)
    return Excerpt(_text(before), _text(fault), _text(after), " " * indent + "^" * carets)


def _head(shown: list[Cell], room: int, *, cut: bool) -> tuple[list[Cell], bool]:
    """The first cells of ``shown`` that fit in ``room``, and whether something is left out.

    ``cut`` says that more stood after them.
    """
    if not cut and width_of(shown) <= room:
        return shown, False
    if room < 1:
        return [], True
    used, index = 1, 0
    while index < len(shown) and used + shown[index].width <= room:
        used += shown[index].width
        index += 1
    kept = shown[:index]
    for back in range(1, min(_WORD_ROOM, len(kept))):
        if kept[-back].text == " ":
            kept = kept[:-back]
            break
    return [*kept, _ELLIPSIS], True


def _tail(shown: list[Cell], room: int, *, cut: bool) -> tuple[list[Cell], bool]:
    """The last cells of ``shown`` that fit in ``room``; ``cut`` says that more stood before."""
    if not cut and width_of(shown) <= room:
        return shown, False
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
    return ([_ELLIPSIS, *kept] if room >= 1 else []), True


def _text(shown: list[Cell]) -> str:
    return "".join(cell.text for cell in shown)
