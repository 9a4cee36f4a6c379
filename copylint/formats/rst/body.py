"""A run of lines of reStructuredText with one margin: the file, or an indented part of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from copylint.core.blocks import BlockKind
from copylint.formats.rst.line_patterns import RstLine
from copylint.formats.writer import Container

PARAGRAPH = Container(BlockKind.PARAGRAPH)


@dataclass(frozen=True, slots=True)
class Body:
    """A run of lines up to ``stop`` whose margin is the column ``base``.

    Its paragraphs are ``container``, its list items ``item``. Only a ``top`` body has
    titles.
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
        """The body of an element inside this one."""
        return replace(
            self,
            stop=stop,
            base=base,
            container=container or self.container,
            depth=self.depth + 1,
            top=False,
        )

    def indented_end(self, at: int, column: int) -> int:
        """The end of the lines from ``at`` on that are empty or begin at ``column`` or after it."""
        while at < self.stop and (not self.lines[at].text or self.lines[at].indent >= column):
            at += 1
        return at

    def margin(self, at: int, stop: int, default: int) -> int:
        """The column of the least indented line from ``at`` to ``stop``."""
        return min((line.indent for line in self.lines[at:stop] if line.text), default=default)
