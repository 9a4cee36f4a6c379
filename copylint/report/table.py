"""Tables that fit the width: the last column wraps or goes below, or the row is stacked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copylint.core.record import record
from copylint.report.paint import OutputRole, Painter
from copylint.report.wrapping import cell_width, wrapped

_GAP, _INDENT = "  ", "    "
# A space at which no line is broken.
_TIED = "\xa0"
# With less room than this beside the others, a column of prose goes below them.
_LEAST_PROSE = 24


@record
class Table:
    """Rows of as many cells as ``header`` has names; the text of cells is safe to show.

    The last column is prose, which wraps, or, with ``of_files``, paths, which are never cut. The
    first column names the row, unless the last does; ``numbers``: all but the last are figures.
    """

    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    of_files: bool = False
    numbers: bool = False

    def lines(self, width: int | None, painter: Painter) -> Iterator[str]:
        """The table in lines of at most ``width`` cells; None: one line for each row."""
        widths = [max(map(cell_width, each)) for each in zip(*self._all(), strict=True)]
        beside = sum(widths[:-1]) + len(_GAP) * (len(widths) - 1)
        room = None if width is None else width - beside
        least = widths[-1] if self.of_files else min(widths[-1], _LEAST_PROSE)
        if width is None or room is None or room >= least:
            yield painter.paint(self._row(self.header, widths).rstrip(), OutputRole.FAINT)
            for row in self.rows:
                yield from self._beside(row, widths, room, painter)
        elif beside - len(_GAP) <= width:
            head = self.header[:-1]
            yield painter.paint(self._row(head, widths).rstrip(), OutputRole.FAINT)
            for row in self.rows:
                yield from self._apart(row, widths, width, painter)
        else:
            for row in self.rows:
                yield from self._stacked(row, width, painter)

    def _all(self) -> Iterator[Sequence[str]]:
        yield self.header
        yield from self.rows

    def _row(
        self, cells: Sequence[str], widths: Sequence[int], painter: Painter | None = None
    ) -> str:
        """All of ``cells``, padded except the table's last; the first is painted."""
        shown = []
        for index, (cell, width) in enumerate(zip(cells, widths, strict=False)):
            pad = " " * (width - cell_width(cell))
            text = cell
            if painter and not (index or self.of_files):
                text = painter.paint(cell, OutputRole.STRONG)
            if index == len(self.header) - 1:
                shown.append(text)
            else:
                shown.append(pad + text if self.numbers else text + pad)
        return _GAP.join(shown)

    def _beside(
        self, row: Sequence[str], widths: Sequence[int], room: int | None, painter: Painter
    ) -> Iterator[str]:
        if room is None or self.of_files:
            yield self._row(row, widths, painter).rstrip()
            return
        first, *more = wrapped(row[-1], room)
        yield self._row((*row[:-1], first), widths, painter).rstrip()
        margin = " " * (sum(widths[:-1]) + len(_GAP) * (len(widths) - 1))
        yield from (margin + line for line in more)

    def _apart(
        self, row: Sequence[str], widths: Sequence[int], width: int, painter: Painter
    ) -> Iterator[str]:
        """The last cell in lines of its own: a path above the others, prose below them."""
        if self.of_files:
            yield painter.paint(row[-1], OutputRole.STRONG)
        yield self._row(row[:-1], widths, painter).rstrip()
        if not self.of_files:
            yield from _below(row[-1], width)

    def _stacked(self, row: Sequence[str], width: int, painter: Painter) -> Iterator[str]:
        """The name of the row, then the other cells with their names."""
        last = len(row) - 1
        name = last if self.of_files else 0
        yield painter.paint(row[name], OutputRole.STRONG)
        pairs = [
            f"{self.header[index]} {cell}"
            for index, cell in enumerate(row)
            if index not in (0, last)
        ]
        if self.of_files:
            pairs.insert(0, f"{self.header[0]} {row[0]}")
        room = width - len(_INDENT) - len(",")
        tied = (p.replace(" ", _TIED) if cell_width(p) <= room else p for p in pairs)
        yield from _below(", ".join(tied), width)
        if not self.of_files:
            yield from _below(row[-1], width)


def _below(text: str, width: int) -> Iterator[str]:
    if text:
        for line in wrapped(text, width - len(_INDENT)):
            yield _INDENT + line.replace(_TIED, " ")
