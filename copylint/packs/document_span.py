"""The span at which a finding about a whole article is reported."""

from __future__ import annotations

from copylint.core.blocks import RUNNING_PROSE
from copylint.packs.article_units import Unit


def whole_span(unit: Unit, *, strict: bool) -> tuple[int, int]:
    """The first block of running prose, in the unit's places; the top if ``strict``."""
    blocks = unit.article.document.blocks
    first = next((block for block in blocks if block.kind in RUNNING_PROSE), None)
    if strict or first is None or unit.raw:
        return (0, 0)
    return (first.span.start - unit.start, first.span.end - unit.start)
