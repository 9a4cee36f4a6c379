"""Passages that repeat a mistake in order to correct it: their figures contradict on purpose."""

from __future__ import annotations

from copylint.analysis.annotated_text import AnnotatedText
from copylint.core.blocks import Block
from copylint.language.lazy_pattern import LazyPattern

_CORRECTION = LazyPattern(
    r"\b(?:[Cc]orrections?|[Cc]larifications?|earlier version|originally (?:said|stated|gave)|"
    r"(?:was|were|has been|have been) (?:amended|corrected|updated)|misstated|wrongly|mistakenly|"
    r"in error|should have (?:said|read|been))\b",
    needs=("orrection", "larification", "earlier v", "originally", " amended", " corrected",
           " updated", "misstated", "wrongly", "mistakenly", "in error", "should have"),
)  # fmt: skip


def is_corrected(article: AnnotatedText, block: Block) -> bool:
    """Whether the block repeats a mistake in order to correct it."""
    if not article.passages_with(_CORRECTION):
        return False  # few articles have any, and the whole text is asked once
    return _CORRECTION.search(article.text, block.span.start, block.span.end) is not None
