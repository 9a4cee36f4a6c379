"""Drupal: nodes, paragraphs and media of JSON:API."""

from __future__ import annotations

from copylint.core.blocks import BlockKind
from copylint.formats.data.cms.fields import at, is_left_out, put, rows, text_at
from copylint.formats.data.data_article import DataArticle
from copylint.formats.data.value_tree import Keys, ValueNode
from copylint.formats.front_matter import kind_of

_PLAIN = ("plain_text", "plaintext")
_INCLUDED = ("paragraph--", "media--", "block_content--")


def articles(root: ValueNode) -> list[DataArticle]:
    """The resource, or each resource of a collection, with the parts that the file includes."""
    if at(root, "jsonapi") is None:
        return []
    data = at(root, "data")
    found: list[tuple[Keys, ValueNode]] = []
    if data is not None and at(data, "type") is not None:
        found.append((("data",), data))
    found += ((("data", number), each) for number, each in enumerate(rows(root, "data")))
    included = [
        (("included", number), each)
        for number, each in enumerate(rows(root, "included"))
        if text_at(each, "type").startswith(_INCLUDED)
    ]
    made = []
    for keys, node in found:
        if "--" in text_at(node, "type"):
            made.append(_resource(keys, node))
    if len(made) == 1:  # what is included belongs to the one article of the file
        for _, node in included:
            made[0].texts += _resource((), node).texts
    elif made:
        made += (_resource(keys, node) for keys, node in included)
    return made


def _resource(keys: Keys, node: ValueNode) -> DataArticle:
    article = DataArticle(keys)
    attributes = at(node, "attributes")
    if attributes is None or is_left_out(article, text_at(attributes, "langcode")):
        return article
    if text_at(node, "type").startswith("node--"):
        put(article, at(attributes, "title"), BlockKind.HEADLINE)
    for name, value in attributes.members:
        for each in (value, *rows(value)):
            _formatted(article, str(name), each)
    for _, relation in (at(node, "relationships") or ValueNode(0, 0)).members:
        put(article, at(relation, "data", "meta", "alt"), BlockKind.ALT_TEXT)
    return article


def _formatted(article: DataArticle, name: str, field: ValueNode) -> None:
    """A field of text: a table of its value and its format."""
    said = text_at(field, "format")
    if not said:
        return
    markup = "plain" if said in _PLAIN else "markdown" if "markdown" in said else "html"
    put(article, at(field, "summary"), BlockKind.STANDFIRST, markup)
    put(article, at(field, "value"), kind_of(name), markup)
