"""Collects prose from a tree of values, each text read in its own markup."""

from __future__ import annotations

from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.data.value_tree import ValueNode
from copylint.formats.lookup import named
from copylint.formats.nested import NestedText, nest


class ProseCollector:
    """Collects texts for one document; each value is taken once."""

    def __init__(self, builder: DocumentBuilder) -> None:
        self._builder = builder
        self._taken: set[int] = set()

    def add(self, node: ValueNode, kind: BlockKind | None, markup: str, field: str = "") -> bool:
        """Append the text of ``node``; return whether it has any.

        ``kind`` is None for running text, whose parts have kinds of their own.
        """
        if node.pieces is None or id(node) in self._taken:
            return False
        self._taken.add(id(node))
        view = NestedText(node.pieces())
        if not view.text.strip():
            return False
        form = _markup(markup)
        inner = form.read("", view.text)
        nest(self._builder, view, inner, form.written, node.way, kind, field)
        return bool(inner.blocks)

    def build(self) -> Document:
        """The document made of everything that was added."""
        return self._builder.build()


def _markup(name: str) -> Format:
    form = named(name)
    assert form is not None
    return form
