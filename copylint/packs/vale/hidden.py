"""The parts of an article that Vale rules do not read because the configuration ignores them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.core.span import TextSpan
from copylint.packs.article_units import HiddenText, merged
from copylint.packs.pattern import Clock, Pattern

# HTML's elements and the blocks that come of them.
_KINDS = {
    "blockquote": (BlockKind.QUOTATION,),
    "figure": (BlockKind.CAPTION,),
    "figcaption": (BlockKind.CAPTION,),
    "caption": (BlockKind.CAPTION,),
    "li": (BlockKind.LIST_ITEM,),
    "ul": (BlockKind.LIST_ITEM,),
    "ol": (BlockKind.LIST_ITEM,),
    "table": (BlockKind.TABLE_CELL,),
    "td": (BlockKind.TABLE_CELL,),
    "th": (BlockKind.TABLE_CELL,),
    "p": (BlockKind.PARAGRAPH, BlockKind.STANDFIRST),
    "alt": (BlockKind.ALT_TEXT,),
}
_LEVELS = {f"h{level}": level for level in range(1, 7)}
#: Elements that no copylint format reads, or that do not make a block.
_NEVER_READ = frozenset({"script", "style", "pre", "noscript", "iframe", "code", "tt", "kbd"})


def unknown_elements(names: Iterable[str]) -> list[str]:
    """Those of ``names`` whose text copylint cannot distinguish from the rest."""
    return [n for n in names if n not in _KINDS and n not in _LEVELS and n not in _NEVER_READ]


def hidden_of(
    document: Document, patterns: Sequence[Pattern], skipped: Sequence[str], *, strict: bool
) -> HiddenText:
    """What ``patterns`` match in the source, and the blocks of ``skipped`` elements."""
    blocks = frozenset(
        index
        for index, block in enumerate(document.blocks)
        if any(
            block.kind in _KINDS.get(name, ())
            or (
                block.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD)
                and block.depth == _LEVELS.get(name)
            )
            for name in skipped
        )
    )
    found = merged(TextSpan(*span) for span in _matches(document.source, patterns))
    spans = merged(_in_text(document, found)) if found else []
    return HiddenText(tuple(spans), blocks, strict)


def _matches(source: str, patterns: Sequence[Pattern]) -> Iterator[tuple[int, int]]:
    clock = Clock()
    for pattern in patterns:
        at = 0
        try:
            while at <= len(source) and (found := pattern.search(source, at, clock)) is not None:
                if found.end() > found.start():
                    yield found.start(), found.end()
                at = max(found.end(), found.start() + 1)
        except TimeoutError:
            return


def _in_text(document: Document, found: Sequence[TextSpan]) -> Iterator[TextSpan]:
    """The places in the text of the stretches ``found`` of the source, in ascending order."""
    for segment in document.segments:
        index = bisect_left(found, segment.source.start + 1, key=lambda span: span.end)
        shift = segment.text.start - segment.source.start
        while index < len(found) and found[index].start < segment.source.end:
            span = found[index]
            index += 1
            if not segment.literal:
                yield segment.text
                break
            yield TextSpan(
                max(span.start, segment.source.start) + shift,
                min(span.end, segment.source.end) + shift,
            )
