"""Recognises by its shape which content system a JSON file comes from."""

from __future__ import annotations

from copylint.formats.data.cms import (
    ans,
    contentful,
    drupal,
    ghost,
    portable_text,
    schema_org,
    wordpress,
)
from copylint.formats.data.data_article import DataArticle
from copylint.formats.data.value_tree import ValueNode

_SYSTEMS = (
    ans.articles,
    wordpress.articles,
    ghost.articles,
    drupal.articles,
    contentful.articles,
    portable_text.articles,
    schema_org.articles,
)


def articles_of_system(root: ValueNode) -> list[DataArticle]:
    """The articles of a file that a known content system has written; else none."""
    for articles in _SYSTEMS:
        found = articles(root)
        if found:
            return found
    return []
