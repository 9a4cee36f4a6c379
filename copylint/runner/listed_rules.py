"""Rules and engines as the inventory lists them, without importing them: light to import."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from copylint.core.rule import Option, Rule
from copylint.inventory.entries import RuleEntry
from copylint.inventory.index import inventory


def bare(entry: RuleEntry) -> Rule:
    """A rule without its documentation."""
    return Rule(
        entry.id,
        "",
        "",
        (),
        (),
        default=entry.default,
        options=tuple(Option(*each) for each in entry.options),
        languages=entry.languages,
    )


@cache
def bare_rules() -> Mapping[str, Rule]:
    """Every rule of copylint and its plug-ins, by id, sorted, without documentation."""
    from copylint.runner.internal_rules import RULES as own_rules
    from copylint.suppress.suppression_rules import RULES as suppression_rules

    found = {rule.id: bare(rule) for rule in inventory().rules()}
    found |= {rule.id: rule for rule in (*own_rules, *suppression_rules)}
    return dict(sorted(found.items()))


def engine_names() -> tuple[str, ...]:
    """The names of all engines."""
    return tuple(inventory().engines)
