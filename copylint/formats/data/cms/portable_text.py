"""Sanity: documents with Portable Text, as its API answers them and as studios keep them."""

from __future__ import annotations

from copylint.core.blocks import BlockKind
from copylint.formats.data.cms.fields import at, is_left_out, joined, put, rows, starts, text_at
from copylint.formats.data.data_article import DataArticle
from copylint.formats.data.value_tree import Keys, ValueNode
from copylint.formats.front_matter import kind_of

_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))


def articles(root: ValueNode) -> list[DataArticle]:
    """The document, each document of a list, or a list of blocks by itself."""
    if any(map(_is_block, rows(root))):
        article = DataArticle(())
        _blocks(article, root)
        return [article]
    found = []
    for keys, node in _documents(root):
        if any(map(_is_block, (each for _, value in node.members for each in rows(value)))):
            article = DataArticle(keys)
            if not is_left_out(article, text_at(node, "language")):
                _document(article, node)
            found.append(article)
    return found


def _documents(root: ValueNode) -> list[tuple[Keys, ValueNode]]:
    found = list(starts(root, "result", "documents"))
    single = at(root, "result")
    if single is not None and at(single, "_type") is not None:
        found.append((("result",), single))
    return [(keys, node) for keys, node in found if at(node, "_type") is not None]


def _is_block(node: ValueNode) -> bool:
    return text_at(node, "_type") == "block" and at(node, "children") is not None


def _document(article: DataArticle, node: ValueNode) -> None:
    for name, value in node.members:
        if any(map(_is_block, rows(value))):
            _blocks(article, value)
        elif isinstance(name, str) and not name.startswith("_"):
            kind = kind_of(name)
            if kind is not None:
                put(article, value, kind)
            elif at(value, "asset") is not None:
                _picture(article, value)


def _blocks(article: DataArticle, blocks: ValueNode) -> None:
    for node in rows(blocks):
        if not _is_block(node):
            if at(node, "asset") is not None:
                _picture(article, node)
            continue
        spans = [
            (text, any(mark.text == "code" for mark in rows(span, "marks")))
            for span in rows(node, "children")
            if (text := at(span, "text")) is not None
        ]
        put(article, joined(spans), _kind(node))


def _kind(block: ValueNode) -> BlockKind:
    style = text_at(block, "style")
    if style in _HEADINGS:
        return BlockKind.SUBHEAD
    if at(block, "listItem") is not None and text_at(block, "listItem"):
        return BlockKind.LIST_ITEM
    return BlockKind.QUOTATION if style == "blockquote" else BlockKind.PARAGRAPH


def _picture(article: DataArticle, node: ValueNode) -> None:
    for name, value in node.members:
        kind = kind_of(str(name))
        if kind is not None:
            put(article, value, BlockKind.IMAGE_TITLE if kind is BlockKind.HEADLINE else kind)
