"""WordPress: posts, pages and media of its REST API."""

from __future__ import annotations

from dataclasses import replace

from copylint.core.blocks import BlockKind
from copylint.formats.classic_paragraphs import with_paragraphs
from copylint.formats.data.cms.fields import at, put, repeats, rows, starts, text_at
from copylint.formats.data.data_article import DataArticle
from copylint.formats.data.value_tree import ValueNode


def articles(root: ValueNode) -> list[DataArticle]:
    """The post, or each post of a list."""
    found = []
    for keys, node in starts(root):
        title, body = _text(node, "title"), _text(node, "content")
        caption = _text(node, "caption")
        if title is None or (body is None and caption is None):
            continue
        article = DataArticle(keys)
        if body is None or text_at(node, "type") == "attachment":
            _picture(node, article)
            found.append(article)
            continue
        put(article, title, BlockKind.HEADLINE, "html")
        excerpt = _text(node, "excerpt")
        if excerpt is not None and not repeats(excerpt, body):
            put(article, excerpt, BlockKind.STANDFIRST, "html")
        for picture in rows(node, "_embedded", "wp:featuredmedia"):
            _picture(picture, article)
        raw = at(node, "content", "raw")
        put(article, body if raw is None else _divided(raw), None, "html")
        found.append(article)
    return found


def _divided(raw: ValueNode) -> ValueNode:
    """The content as its author wrote it; in the classic editor blank lines divide paragraphs."""
    pieces = raw.pieces
    if pieces is None:
        return raw
    return replace(raw, pieces=lambda: list(with_paragraphs(pieces())))


def _text(node: ValueNode, name: str) -> ValueNode | None:
    """A text as its author wrote it, if the file has that, or else as it is shown."""
    return at(node, name, "raw") or at(node, name, "rendered")


def _picture(node: ValueNode, article: DataArticle) -> None:
    put(article, _text(node, "caption"), BlockKind.CAPTION, "html")
    put(article, at(node, "alt_text"), BlockKind.ALT_TEXT)
