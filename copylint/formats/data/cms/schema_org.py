"""Articles in JSON-LD as schema.org describes them: ``NewsArticle``, ``BlogPosting`` and others."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.core.blocks import BlockKind
from copylint.formats.data.cms.fields import (
    at,
    is_left_out,
    put,
    repeats,
    rows,
    starts,
    text_at,
)
from copylint.formats.data.data_article import DataArticle
from copylint.formats.data.value_tree import ValueNode


def articles(root: ValueNode) -> list[DataArticle]:
    """Each node of the file that has a type and the text of an article."""
    found = []
    for keys, node in starts(root, "@graph"):
        body = at(node, "articleBody")
        if at(node, "@type") is None or body is None:
            continue
        article = DataArticle(keys)
        found.append(article)
        if is_left_out(article, text_at(node, "inLanguage")):
            continue
        put(article, at(node, "headline"), BlockKind.HEADLINE)
        description = at(node, "description")
        if description is not None and not repeats(description, body):
            put(article, description, BlockKind.STANDFIRST)
        for picture in _one_or_more(node, "image"):
            put(article, at(picture, "caption"), BlockKind.CAPTION)
        put(article, body, None, "html" if "<p" in body.text else "plain")
    return found


def _one_or_more(node: ValueNode, name: str) -> Iterator[ValueNode]:
    """The values of a property, which may have one value or a list of them."""
    several = rows(node, name)
    one = at(node, name)
    yield from several or ([one] if one is not None else [])
