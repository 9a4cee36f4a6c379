"""The names that settings may use: rules, engines and formats."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from copylint.core.record import field, record
from copylint.core.rule import Rule
from copylint.core.selector import RuleNames

if TYPE_CHECKING:
    from copylint.contract.engine import Setting


@record(slots=False)
class KnownNames:
    """What settings may name: rules and engines, loaded only when they are named, and formats.

    Rules of an engine that has none in ``rules`` are taken on trust. ``tables`` returns the
    settings of each engine that has a table of its own.
    """

    load_rules: Callable[[], Mapping[str, Rule]]
    load_engines: Callable[[], Collection[str]]
    formats: Collection[str] = ()
    tables: Mapping[str, Callable[[], Sequence[Setting]]] = field(default_factory=dict)

    @cached_property
    def engines(self) -> Collection[str]:
        """The names of all engines."""
        return self.load_engines()

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """Every rule, by id."""
        return self.load_rules()

    @cached_property
    def families(self) -> frozenset[str]:
        """The families of the rules."""
        return frozenset(rule.family for rule in self.rules.values())

    @cached_property
    def names(self) -> RuleNames:
        """The names of the rules, to tell a selector from a typo."""
        return RuleNames(self.rules, [e for e in self.engines if e not in self.families])
