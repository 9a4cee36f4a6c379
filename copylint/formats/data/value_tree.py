"""A data file as a tree of values, each with its place, and the values at the end of a path."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from copylint.core.field_paths import PathStep
from copylint.formats.draft import TextPiece

#: The names and indices that lead from the root to a value.
Keys = tuple[str | int, ...]


@dataclass(slots=True, eq=False)
class ValueNode:
    """A value at the code points ``start`` to ``end`` of the source.

    A table or a list has ``members``, by name or by index; a text has ``pieces``, its
    characters with their places, computed when needed; any other value has neither. ``way`` is
    how text in it is escaped (see ``copylint.formats.escapes``).
    """

    start: int
    end: int
    members: list[tuple[str | int, ValueNode]] = field(default_factory=list)
    pieces: Callable[[], list[TextPiece]] | None = None
    way: str = ""

    def get(self, name: str) -> ValueNode | None:
        """The member with this name; the last one if there are several."""
        return next((node for key, node in reversed(self.members) if key == name), None)

    @property
    def text(self) -> str:
        """The text; empty if the value is not a text."""
        return "".join(piece.text for piece in self.pieces()) if self.pieces else ""


def leads_to(root: ValueNode, steps: Sequence[PathStep]) -> Iterator[tuple[Keys, ValueNode]]:
    """The values at the end of ``steps`` from ``root``, each with its keys."""
    found: list[tuple[Keys, ValueNode]] = [((), root)]
    for step in steps:
        if step.descend:
            found = _unique(each for start in found for each in _below(*start))
        found = [each for keys, node in found for each in _members(keys, node, step.key)]
    yield from found


def _members(
    keys: Keys, node: ValueNode, wanted: str | int | None
) -> Iterator[tuple[Keys, ValueNode]]:
    if isinstance(wanted, int):
        place = wanted + len(node.members) if wanted < 0 else wanted
        if 0 <= place < len(node.members) and node.members[place][0] == place:
            yield (*keys, place), node.members[place][1]
        return
    for key, member in node.members:
        if wanted is None or key == wanted:
            yield (*keys, key), member


def _below(keys: Keys, node: ValueNode) -> Iterator[tuple[Keys, ValueNode]]:
    """The value and all values inside it."""
    waiting = [(keys, node)]
    while waiting:
        keys, node = waiting.pop()
        yield keys, node
        waiting += [((*keys, key), member) for key, member in reversed(node.members)]


def _unique(found: Iterator[tuple[Keys, ValueNode]]) -> list[tuple[Keys, ValueNode]]:
    return list({id(node): (keys, node) for keys, node in found}.values())


def shown(keys: Keys) -> str:
    """``keys`` as a path that leads to one value; a lone index as a number."""
    if len(keys) == 1:
        return str(keys[0])
    parts = [f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys]
    return "".join(parts).removeprefix(".")
