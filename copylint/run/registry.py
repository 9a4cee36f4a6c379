"""Finds checks and engines by walking their packages, and packs in their folder."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

from copylint import checks, engines
from copylint.config.schema import RuleSources
from copylint.contract.check import Check
from copylint.contract.engine import Engine
from copylint.model.rule import Rule
from copylint.model.selector import RuleNames

if TYPE_CHECKING:
    from copylint.run.house import HouseRules
    from copylint.run.selection import Chosen

_Kind = TypeVar("_Kind")


def _subclasses(package: ModuleType, base: type[_Kind]) -> Iterator[type[_Kind]]:
    """Concrete subclasses of ``base`` defined in the package's modules, by module name."""
    for info in sorted(
        pkgutil.walk_packages(package.__path__, package.__name__ + "."), key=lambda i: i.name
    ):
        module = importlib.import_module(info.name)
        for value in vars(module).values():
            if (
                isinstance(value, type)
                and issubclass(value, base)
                and value.__module__ == module.__name__
                and not getattr(value, "__abstractmethods__", None)
            ):
                yield value


_NONE = RuleSources()


@cache
def own_checks() -> tuple[Check, ...]:
    """One instance of every check of ours that is a program."""
    return tuple(kind() for kind in _subclasses(checks, Check))


_whole_houses: dict[RuleSources, HouseRules] = {}


@cache
def house_rules(sources: RuleSources = _NONE, chosen: Chosen | None = None) -> HouseRules:
    """The rules that are files: those that come with copylint and those in ``sources``.

    With ``chosen``, those that may run alone are read, without their documentation, unless
    all of them have been read before.
    """
    from copylint.run.house import load_house

    if sources in _whole_houses:
        return _whole_houses[sources]
    taken = {rule.id for check in own_checks() for rule in check.rules}
    loaded = load_house(sources, taken, chosen.may_run if chosen else None)
    if chosen is None:
        _whole_houses[sources] = loaded
    return loaded


@cache
def all_checks(sources: RuleSources = _NONE, chosen: Chosen | None = None) -> tuple[Check, ...]:
    """Every check of ours, then one for each pack of rules; ``chosen`` as for ``house_rules``."""
    return (*own_checks(), *house_rules(sources, chosen).checks)


@cache
def all_engines() -> dict[str, Engine]:
    """One instance of every engine, by name."""
    return {kind.name: kind() for kind in _subclasses(engines, Engine)}


@cache
def all_rules(sources: RuleSources = _NONE, chosen: Chosen | None = None) -> dict[str, Rule]:
    """Every rule that can be known without starting an engine, by id, sorted.

    With ``chosen``, of rules that are files and cannot run there are name and default alone,
    and of the others no documentation.
    """
    from copylint.run.own import RULES as own_rules
    from copylint.suppress.rules import RULES as suppression_rules

    found = [rule for check in all_checks(sources, chosen) for rule in check.rules]
    found += house_rules(sources, chosen).idle
    found += [rule for engine in all_engines().values() for rule in engine.rules()]
    found += [*own_rules, *suppression_rules]
    by_id: dict[str, Rule] = {}
    for rule in sorted(found, key=lambda rule: rule.id):
        if rule.id in by_id:
            raise ValueError(f"two rules are called {rule.id}")
        by_id[rule.id] = rule
    return by_id


@cache
def rule_names(sources: RuleSources = _NONE, chosen: Chosen | None = None) -> RuleNames:
    """The names of all rules; an engine that lists none of its own is taken on trust."""
    rules = all_rules(sources, chosen)
    listed = {rule.family for rule in rules.values()}
    return RuleNames(rules, [name for name in all_engines() if name not in listed])
