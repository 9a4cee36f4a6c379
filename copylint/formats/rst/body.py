"""A run of lines of reStructuredText with one margin: the file, or what is indented in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from copylint.core.blocks import BlockKind
from copylint.formats.rst.line_patterns import RstLine
from copylint.formats.writer import Container

PARAGRAPH = Container(BlockKind.PARAGRAPH)


@dataclass(frozen=True, slots=True)
class Body:
    """A run of lines up to ``stop`` whose margin is the column ``base``.

    Its paragraphs are ``container``, its list items ``item``. Titles stand only in a
    ``top`` one.
    """

    lines: list[RstLine]
    stop: int
    base: int
    container: Container = PARAGRAPH
    item: BlockKind = BlockKind.LIST_ITEM
    depth: int = 0
    lists: int = 0
    top: bool = False

    def inside(self, stop: int, base: int, container: Container | None = None) -> Body:
        """The body of something that stands in this one."""
        return replace(
            self,
            stop=stop,
            base=base,
            container=container or self.container,
            depth=self.depth + 1,
            top=False,
        )

    def indented_end(self, at: int, column: int) -> int:
        """Where the lines from ``at`` on end that are blank or begin at ``column`` or after it."""
        while at < self.stop and (not self.lines[at].text or self.lines[at].indent >= column):
            at += 1
        return at

    def margin(self, at: int, stop: int, default: int) -> int:
        """The column of the line among ``at`` to ``stop`` that is indented least."""
        return min((line.indent for line in self.lines[at:stop] if line.text), default=default)
