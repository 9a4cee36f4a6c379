"""Checks, engines and rules, each imported when it may be needed.

Where they are is told by the catalogue; ``walk_*`` find out by walking the packages.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

from copylint.config.schema import RuleSources
from copylint.contract.check import Check
from copylint.contract.engine import Engine
from copylint.core.rule import Rule
from copylint.core.selector import RuleNames
from copylint.runner import catalogue
from copylint.runner.catalogue import CHECK, ENGINE, PACK
from copylint.runner.rule_files import HouseRules

if TYPE_CHECKING:
    from copylint.runner.rule_selection import RuleSelectors

_Kind = TypeVar("_Kind")


def _defined(module: ModuleType, base: type[_Kind]) -> Iterator[type[_Kind]]:
    """Concrete subclasses of ``base`` that the module defines."""
    for value in vars(module).values():
        if (
            isinstance(value, type)
            and issubclass(value, base)
            and value.__module__ == module.__name__
            and not getattr(value, "__abstractmethods__", None)
        ):
            yield value


def _walked(package: str, base: type[_Kind]) -> Iterator[type[_Kind]]:
    """Concrete subclasses of ``base`` defined in the package's modules, by module name."""
    import pkgutil

    path = importlib.import_module(package).__path__
    for name in sorted(info.name for info in pkgutil.walk_packages(path, f"{package}.")):
        yield from _defined(importlib.import_module(name), base)


def walk_checks() -> Iterator[type[Check]]:
    """Every check of ours that is a program, found by importing all there is."""
    return _walked("copylint.checks", Check)


def walk_engines() -> Iterator[type[Engine]]:
    """Every engine, found by importing all there is."""
    return _walked("copylint.engines", Engine)


_NONE = RuleSources()


@cache
def own_checks(chosen: RuleSelectors | None = None) -> tuple[Check, ...]:
    """One instance of every check of ours that is a program, by module.

    With ``chosen``, of those that may run alone.
    """
    homes = dict.fromkeys(
        line.home
        for line in catalogue.lines()
        if line.kind == CHECK and (chosen is None or chosen.may_run(line.rule, line.default))
    )
    modules = map(importlib.import_module, homes)
    return tuple(kind() for module in modules for kind in _defined(module, Check))


_whole_houses: dict[RuleSources, HouseRules] = {}


@cache
def house_rules(sources: RuleSources = _NONE, chosen: RuleSelectors | None = None) -> HouseRules:
    """The rules that are files: those that come with copylint and those in ``sources``.

    With ``chosen``, those that may run alone are read, without their documentation, unless
    all of them have been read before.
    """
    if sources == _NONE and chosen is not None:
        idle = catalogue.rules(PACK)
        if not any(chosen.may_run(rule.id, rule.default) for rule in idle):
            return HouseRules(idle=tuple(idle))
    from copylint.runner.house import load_house

    if sources in _whole_houses:
        return _whole_houses[sources]
    taken = {line.rule for line in catalogue.lines() if line.kind == CHECK}
    loaded = load_house(sources, taken, chosen.may_run if chosen else None)
    if chosen is None:
        _whole_houses[sources] = loaded
    return loaded


@cache
def all_checks(
    sources: RuleSources = _NONE, chosen: RuleSelectors | None = None
) -> tuple[Check, ...]:
    """Every check of ours, then one for each pack of rules; ``chosen`` as for ``house_rules``."""
    return (*own_checks(chosen), *house_rules(sources, chosen).checks)


@cache
def engine(name: str) -> Engine:
    """The engine of that name, one instance per process."""
    (kind,) = _defined(importlib.import_module(catalogue.engines()[name]), Engine)
    return kind()


def engine_names() -> tuple[str, ...]:
    """The names of all engines."""
    return tuple(catalogue.engines())


@cache
def all_rules(sources: RuleSources = _NONE, chosen: RuleSelectors | None = None) -> dict[str, Rule]:
    """Every rule that can be known without starting an engine, by id, sorted.

    With ``chosen``, of rules that cannot run and of those of engines there are name and
    default alone, and of those that are files no documentation.
    """
    from copylint.runner.internal_rules import RULES as own_rules
    from copylint.suppress.suppression_rules import RULES as suppression_rules

    found = [rule for check in all_checks(sources, chosen) for rule in check.rules]
    found += house_rules(sources, chosen).idle
    if chosen is None:
        found += [rule for name in engine_names() for rule in engine(name).rules()]
    else:
        met = {rule.id for rule in found}
        found += [rule for rule in catalogue.rules(CHECK) if rule.id not in met]
        found += catalogue.rules(ENGINE)
    found += [*own_rules, *suppression_rules]
    by_id: dict[str, Rule] = {}
    for rule in sorted(found, key=lambda rule: rule.id):
        if rule.id in by_id:
            raise ValueError(f"two rules are called {rule.id}")
        by_id[rule.id] = rule
    return by_id


@cache
def rule_names(sources: RuleSources = _NONE, chosen: RuleSelectors | None = None) -> RuleNames:
    """The names of all rules; an engine that lists none of its own is taken on trust."""
    ids = catalogue.rule_ids() if sources == _NONE else tuple(all_rules(sources, chosen))
    listed = {rule.partition(".")[0] for rule in ids}
    return RuleNames(ids, [name for name in engine_names() if name not in listed])
