"""An article of a data file: its texts, each with its kind and markup."""

from __future__ import annotations

from dataclasses import dataclass, field

from copylint.core.blocks import BlockKind
from copylint.formats.base import DocumentBuilder
from copylint.formats.data.prose_collector import ProseCollector
from copylint.formats.data.value_tree import Keys, ValueNode


@dataclass(slots=True)
class DataArticle:
    """An article of a file: the keys that lead to it, and its texts, each with kind and markup."""

    keys: Keys
    texts: list[tuple[ValueNode, BlockKind | None, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def hand_to(self, prose: ProseCollector, builder: DocumentBuilder) -> None:
        """Append the article to a document."""
        builder.notes += self.notes
        for node, kind, markup in self.texts:
            if not prose.add(node, kind, markup):
                self._note_loss(node, builder)

    def _note_loss(self, node: ValueNode, builder: DocumentBuilder) -> None:
        """Add a note about a text that is present but could not be placed."""
        if node.way.startswith("yaml") and not node.text:
            line = builder.line(node.start)
            builder.notes.append(f"line {line}: text in which not every character has a place")
