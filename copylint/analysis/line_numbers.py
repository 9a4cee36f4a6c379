"""Where a place of the prose is, as a message tells it."""

from __future__ import annotations

from copylint.analysis.article import Article
from copylint.core.span import TextSpan


def line_of(article: Article, offset: int) -> int:
    """The line, as reports number them, that holds a code point of the prose."""
    document = article.document
    view = document.view
    first, _ = view.seen(document.to_source(TextSpan(offset, offset + 1)))
    return view.lines.place(first).line


def place_of(article: Article, here: int, there: int) -> str:
    """Where the code point ``there`` is, as seen from ``here``: *in line 4*, *in this line*."""
    line = line_of(article, there)
    return "in the same line" if line == line_of(article, here) else f"in line {line}"
