"""Reads members of the JSON of content systems, for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from copylint.core.blocks import BlockKind
from copylint.formats.data.data_article import DataArticle
from copylint.formats.data.value_tree import Keys, ValueNode
from copylint.formats.draft import OBJECT, PieceRole, TextPiece

_TAG = re.compile(r"<[^<>]*>")
#: The words of an excerpt that decide whether it only repeats the beginning of the body.
_FIRST_WORDS = 12


def at(node: ValueNode | None, *names: str) -> ValueNode | None:
    """The value that ``names`` lead to from ``node``, if there is one."""
    for name in names:
        if node is None:
            return None
        node = node.get(name)
    return node


def text_at(node: ValueNode | None, *names: str) -> str:
    """The text that ``names`` lead to; empty if there is none."""
    found = at(node, *names)
    return found.text if found is not None else ""


def rows(node: ValueNode | None, *names: str) -> list[ValueNode]:
    """The members of the list that ``names`` lead to; none if it is no list."""
    found = at(node, *names)
    return [each for key, each in found.members if isinstance(key, int)] if found else []


def starts(root: ValueNode, *names: str) -> Iterator[tuple[Keys, ValueNode]]:
    """The root; if it is a list, its members; and the members of the lists called ``names``."""
    if root.members and isinstance(root.members[0][0], int):
        yield from (((key,), each) for key, each in root.members)
        return
    yield (), root
    for name in names:
        for number, each in enumerate(rows(root, name)):
            yield (name, number), each


def put(
    article: DataArticle, node: ValueNode | None, kind: BlockKind | None, markup: str = "plain"
) -> None:
    """Append the text of ``node``, if it has any."""
    if node is not None and node.pieces is not None:
        article.texts.append((node, kind, markup))


def repeats(excerpt: ValueNode, body: ValueNode) -> bool:
    """Whether the excerpt is the beginning of the body, as a content system makes one itself."""
    first, whole = (_TAG.sub(" ", each.text).split() for each in (excerpt, body))
    first = first[:_FIRST_WORDS]
    return first[:-1] == whole[: len(first) - 1]


def is_left_out(article: DataArticle, language: str) -> bool:
    """Whether the article is in another language than English; a note then says so."""
    if not language or language.lower().startswith(("en", "und")):
        return False
    article.notes.append(f"an item in '{language}' is left out")
    return True


def joined(parts: list[tuple[ValueNode, bool]]) -> ValueNode | None:
    """Texts that are one paragraph; one that is code holds its place as an object."""
    texts = [(node, is_code) for node, is_code in parts if node.pieces is not None]
    if not texts:
        return None
    pieces = partial(_pieces, texts)
    return ValueNode(texts[0][0].start, texts[-1][0].end, [], pieces, "json")


def _pieces(parts: list[tuple[ValueNode, bool]]) -> list[TextPiece]:
    found: list[TextPiece] = []
    for node, is_code in parts:
        pieces = node.pieces() if node.pieces else []
        if is_code and pieces:
            found.append(TextPiece(PieceRole.OPAQUE, OBJECT, pieces[0].start, pieces[-1].end))
        else:
            found += pieces
    return found
