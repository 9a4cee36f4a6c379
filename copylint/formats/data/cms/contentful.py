"""Contentful: entries with rich text, of its delivery API and of the file that it exports."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.core.blocks import BlockKind
from copylint.formats.data.cms.fields import at, joined, put, rows, starts, text_at
from copylint.formats.data.data_article import DataArticle
from copylint.formats.data.value_tree import ValueNode
from copylint.formats.front_matter import kind_of

_KINDS = {
    "paragraph": BlockKind.PARAGRAPH,
    "list-item": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTATION,
    "table-cell": BlockKind.TABLE_CELL,
    "table-header-cell": BlockKind.TABLE_CELL,
}
_LONG = ("body", "content", "text", "copy", "article", "story")


def articles(root: ValueNode) -> list[DataArticle]:
    """The entry, or each entry of an answer or of an export."""
    found = []
    for keys, node in starts(root, "items", "entries"):
        fields = at(node, "fields")
        if fields is None or text_at(node, "sys", "type") != "Entry":
            continue
        article = DataArticle(keys)
        for name, value in fields.members:
            for each in _in_english(value):
                _field(article, str(name), each)
        found.append(article)
    return found


def _in_english(value: ValueNode) -> Iterator[ValueNode]:
    """The value; of one that is given by language, the first in English."""
    if value.pieces is not None or at(value, "nodeType") is not None:
        yield value
        return
    for key, each in value.members:
        if isinstance(key, str) and key.lower().split("-")[0] == "en":
            yield each
            return


def _field(article: DataArticle, name: str, value: ValueNode) -> None:
    if text_at(value, "nodeType") == "document":
        _rich_text(article, value)
    elif (kind := kind_of(name)) is not None:
        put(article, value, kind)
    elif name.lower().endswith(_LONG):
        put(article, value, None, "markdown")


def _rich_text(article: DataArticle, document: ValueNode) -> None:
    waiting = [(document, BlockKind.PARAGRAPH)]
    while waiting:
        node, kind = waiting.pop()
        name = text_at(node, "nodeType")
        if name.startswith("heading-"):
            kind = BlockKind.SUBHEAD
        elif kind is BlockKind.PARAGRAPH:
            kind = _KINDS.get(name, kind)
        inside = rows(node, "content")
        if name.startswith(("heading-", "paragraph")):
            put(article, joined(list(_texts(inside))), kind)
        else:
            waiting += ((each, kind) for each in reversed(inside))


def _texts(nodes: list[ValueNode]) -> Iterator[tuple[ValueNode, bool]]:
    """The texts of a paragraph, those inside links too, and whether each is code."""
    waiting = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        value = at(node, "value")
        if value is not None:
            yield value, any(text_at(mark, "type") == "code" for mark in rows(node, "marks"))
        waiting += reversed(rows(node, "content"))
