"""Arc XP: stories in ANS, the schema at https://github.com/washingtonpost/ans-schema."""

from __future__ import annotations

from copylint.core.blocks import BlockKind
from copylint.formats.data.cms.fields import at, is_left_out, put, rows, starts, text_at
from copylint.formats.data.data_article import DataArticle
from copylint.formats.data.value_tree import ValueNode

_STORIES = ("story", "gallery", "video")
_KINDS = {
    "text": None,
    "raw_html": None,
    "header": BlockKind.SUBHEAD,
    "pull_quote": BlockKind.QUOTATION,
}


def articles(root: ValueNode) -> list[DataArticle]:
    """The story, or each story of a collection or of the results of a search."""
    found = []
    for keys, node in starts(root, "content_elements"):
        if text_at(node, "type") in _STORIES and at(node, "headlines", "basic") is not None:
            article = DataArticle(keys)
            if not is_left_out(article, text_at(node, "language")):
                _story(node, article)
            found.append(article)
            if not keys:
                break
    return found


def _story(node: ValueNode, article: DataArticle) -> None:
    put(article, at(node, "headlines", "basic"), BlockKind.HEADLINE, "html")
    put(article, at(node, "subheadlines", "basic"), BlockKind.STANDFIRST, "html")
    put(article, at(node, "description", "basic"), BlockKind.STANDFIRST, "html")
    for author in rows(node, "credits", "by"):
        put(article, at(author, "name"), BlockKind.BYLINE)
    for _, promoted in (at(node, "promo_items") or ValueNode(0, 0)).members:
        if text_at(promoted, "type") == "image":
            _image(promoted, article)
    for element in rows(node, "content_elements"):
        _element(element, article)


def _element(node: ValueNode, article: DataArticle) -> None:
    waiting = [node]
    while waiting:
        node = waiting.pop()
        kind = text_at(node, "type")
        inside: list[ValueNode] = []
        if kind in _KINDS:
            put(article, at(node, "content"), _KINDS[kind], "html")
            inside = rows(node, "content_elements")
        elif kind == "image":
            _image(node, article)
        elif kind == "list":
            for item in rows(node, "items"):
                if text_at(item, "type") == "list":
                    inside.append(item)
                else:
                    put(article, at(item, "content"), BlockKind.LIST_ITEM, "html")
        elif kind in ("quote", "blockquote"):
            for line in rows(node, "content_elements"):
                put(article, at(line, "content"), BlockKind.QUOTATION, "html")
        elif kind == "table":
            for row in (rows(node, "header"), *(rows(each) for each in rows(node, "rows"))):
                for cell in row:
                    put(article, at(cell, "content"), BlockKind.TABLE_CELL, "html")
        elif kind == "correction":
            put(article, at(node, "text"), BlockKind.PARAGRAPH, "html")
        elif kind in ("gallery", "video"):
            put(article, at(node, "headlines", "basic"), BlockKind.IMAGE_TITLE, "html")
            put(article, at(node, "description", "basic"), BlockKind.CAPTION, "html")
            inside = [
                each for each in rows(node, "content_elements") if text_at(each, "type") == "image"
            ]
        waiting += reversed(inside)


def _image(node: ValueNode, article: DataArticle) -> None:
    put(article, at(node, "subtitle"), BlockKind.IMAGE_TITLE, "html")
    put(article, at(node, "caption"), BlockKind.CAPTION, "html")
    put(article, at(node, "alt_text"), BlockKind.ALT_TEXT)
    for credit in rows(node, "credits", "by"):
        put(article, at(credit, "name"), BlockKind.CREDIT)
