"""The keys of the configuration and the values that each may have."""

from __future__ import annotations

from functools import cache

from copylint.config.enums import Deep, Language, TrackedChanges, ValeCompat
from copylint.config.key import SEVERITIES, Key, engine_keys
from copylint.config.keys import KEYS
from copylint.core.rule_groups import GROUPS
from copylint.core.selector import ALL
from copylint.formats.lookup import entries
from copylint.runner.listed_rules import engine_names
from copylint.runner.rule_index import engine_tables, rules_of

_SELECTORS = ("select", "extend-select", "ignore")
_SWITCHES = tuple(key.name for key in KEYS if key.schema == {"type": "boolean"})


@cache
def all_keys() -> tuple[Key, ...]:
    """Every key, including those in the tables of engines."""
    engines = (
        key for name, settings in engine_tables().items() for key in engine_keys(name, settings())
    )
    return (*KEYS, *engines)


def values_of(name: str) -> tuple[str, ...]:
    """The values that the key ``name`` allows; empty if it allows any, or is unknown."""
    if name in _SELECTORS:
        return _selectors()
    if name in _SWITCHES:
        return ("true", "false")
    closed = {
        "language": tuple(map(str, Language)),
        "tracked-changes": tuple(map(str, TrackedChanges)),
        "deep": tuple(map(str, Deep)),
        "vale-compat": tuple(map(str, ValeCompat)),
        "fail-on": tuple(SEVERITIES),
        "grammar": (*engine_names(), "none"),
        "format-of": tuple(each.name for each in entries()),
    }
    return closed.get(name, ())


@cache
def _selectors() -> tuple[str, ...]:
    ids = tuple(rules_of())
    families = sorted({each.partition(".")[0] for each in ids})
    return (ALL, *families, *sorted(GROUPS), *ids)
