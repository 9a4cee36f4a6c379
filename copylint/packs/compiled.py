"""Rule files parsed in advance, so that a start does not parse YAML.

The table holds, for the packs that run unasked, each file's values and what its patterns need
(``copylint.packs.literals``), under a digest of the file's text, and the manifests of all
packs. A file that has changed since is read from its YAML as any other, so that the table can
be old but not wrong. The build of a wheel writes it; in a checkout a run that reads such a
file puts it into the table that is kept there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from hashlib import blake2b
from typing import Any

from copylint.core.record import record
from copylint.inventory import places
from copylint.packs.required import Required
from copylint.packs.yaml_nodes import RuleFile, YamlNode

#: The file of the table.
TABLE = "packs.json"
_SIMPLE, _WHOLE, _BOUNDED, _WORDS = 1, 2, 4, 8

_unread = False


@record
class Compiled:
    """A file's values without their places, and the literals that each pattern needs."""

    root: YamlNode
    needs: Mapping[str, Required]


def compiled(name: str, text: str) -> Compiled | None:
    """The record of the file ``name`` (of a rule ``Pack.Rule``, or of a pack), or None.

    None, too, if the record was made from another text than ``text``.
    """
    record = None if _unread else _table().get(name)
    if record is None or record[0] != _digest(text):
        return None
    needs = {
        body: Required(
            frozenset(literals),
            whole=bool(flags & _WHOLE),
            simple=bool(flags & _SIMPLE),
            bounded=bool(flags & _BOUNDED),
            words=bool(flags & _WORDS),
        )
        for body, (flags, literals) in record[2].items()
    }
    return Compiled(_node(record[1]), needs)


def recorded(file: RuleFile, needs: Iterable[tuple[str, Required]]) -> list[Any]:
    """The record of ``file`` and of its patterns, in the form of JSON."""
    root = file.parsed()
    assert root is not None
    kept = {
        body: [
            _WHOLE * need.whole
            | _SIMPLE * need.simple
            | _BOUNDED * need.bounded
            | _WORDS * need.words,
            sorted(need.literals),
        ]
        for body, need in needs
    }
    return [_digest(file.text), _plain(root), kept]


def keep(records: Mapping[str, list[Any]]) -> None:
    """Put ``records`` into the table that later runs of a checkout read."""
    if records and not _unread and places.built(TABLE) is None:
        table = _table()
        table.update(records)
        places.keep(TABLE, table)


@contextmanager
def unread() -> Iterator[None]:
    """Within the block the table is as good as empty, and stays as it is."""
    global _unread
    _unread = True
    try:
        yield
    finally:
        _unread = False


@cache
def _table() -> dict[str, list[Any]]:
    table = places.built(TABLE)
    if table is None:
        table = places.kept(TABLE)
    return table if isinstance(table, dict) else {}


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8"), digest_size=12).hexdigest()


def _plain(node: YamlNode) -> Any:
    """A node as JSON: a mapping is a list of pairs after ``null``, since order counts."""
    if isinstance(node.value, str):
        return node.value
    if node.is_map:
        pairs = (pair for pair in node.value if isinstance(pair, tuple))
        return [None, *([_plain(key), _plain(value)] for key, value in pairs)]
    return [_plain(each) for each in node.value if isinstance(each, YamlNode)]


def _node(plain: Any) -> YamlNode:
    if isinstance(plain, str):
        return YamlNode(0, 0, plain)
    if plain and plain[0] is None:
        return YamlNode(0, 0, [(_node(key), _node(value)) for key, value in plain[1:]], is_map=True)
    return YamlNode(0, 0, [_node(each) for each in plain])
