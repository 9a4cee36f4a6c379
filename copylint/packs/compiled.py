"""Rule files read in advance: what every start would else have to find out again.

``copylint/data/packs.json`` holds, for the packs that run unasked, each file's values and
what its patterns need (``copylint.packs.literals``), under a digest of the file's text. A
file that has changed since is read from its YAML as any other, so that the table can be
old but not wrong. ``tools/compile_packs.py`` writes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from copylint.core.record import record
from copylint.packs.required import Required
from copylint.packs.yaml_nodes import RuleFile, YamlNode

_TABLE = Path(__file__).parent.parent / "data" / "packs.json"
_SIMPLE, _WHOLE, _BOUNDED, _WORDS = 1, 2, 4, 8


@record
class Compiled:
    """A file's values, without their places, and by pattern what a match of it needs."""

    root: YamlNode
    needs: Mapping[str, Required]


def compiled(name: str, text: str) -> Compiled | None:
    """What was kept of the file ``name`` (of a rule ``Pack.Rule``, or of a pack), or None.

    None, too, where ``text`` is not what it was read from.
    """
    record = _table().get(name)
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
    """What is kept of ``file`` and of its patterns, as JSON has it."""
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


@cache
def _table() -> dict[str, list[Any]]:
    import json

    try:
        table: dict[str, list[Any]] = json.loads(_TABLE.read_bytes())
    except FileNotFoundError:
        return {}
    return table


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
