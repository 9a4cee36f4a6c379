"""Ghost: posts and pages of its content API, and of the file that it exports."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.core.blocks import BlockKind
from copylint.formats.data.cms.fields import at, put, rows
from copylint.formats.data.data_article import DataArticle
from copylint.formats.data.value_tree import Keys, ValueNode

# What a post has besides its title and HTML; one of them is enough.
_MARKS = frozenset(("uuid", "comment_id", "mobiledoc", "lexical", "feature_image"))


def articles(root: ValueNode) -> list[DataArticle]:
    """Each post and page."""
    found = []
    for keys, node in _posts(root):
        if at(node, "html") is None or _MARKS.isdisjoint(key for key, _ in node.members):
            continue
        article = DataArticle(keys)
        put(article, at(node, "title"), BlockKind.HEADLINE)
        put(article, at(node, "custom_excerpt"), BlockKind.STANDFIRST)
        put(article, at(node, "feature_image_alt"), BlockKind.ALT_TEXT)
        put(article, at(node, "feature_image_caption"), BlockKind.CAPTION, "html")
        put(article, at(node, "html"), None, "html")
        found.append(article)
    return found


def _posts(root: ValueNode) -> Iterator[tuple[Keys, ValueNode]]:
    """The posts of an answer of the API, or of an export, which has them deeper."""
    bases: list[tuple[Keys, ValueNode]] = [((), root)]
    for number, each in enumerate(rows(root, "db")):
        data = each.get("data")
        if data is not None:
            bases.append((("db", number, "data"), data))
    for keys, base in bases:
        for name in ("posts", "pages"):
            for number, post in enumerate(rows(base, name)):
                yield (*keys, name, number), post
