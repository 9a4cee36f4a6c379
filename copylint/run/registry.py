"""Finds formats, checks and engines by walking their packages, and packs in their folder."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import TypeVar

from copylint import checks, engines, formats
from copylint.contract.check import Check
from copylint.contract.engine import Engine
from copylint.formats.base import Format
from copylint.model.rule import Rule
from copylint.model.selector import RuleNames

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


@cache
def all_formats() -> tuple[Format, ...]:
    """One instance of every format."""
    return tuple(kind() for kind in _subclasses(formats, Format))


@cache
def all_checks() -> tuple[Check, ...]:
    """One instance of every check of ours, then one for each pack of rules."""
    return (*(kind() for kind in _subclasses(checks, Check)), *_pack_checks())


def _pack_checks() -> Iterator[Check]:
    from copylint.packs.check import PackCheck
    from copylint.packs.load import load_packs
    from copylint.packs.locate import shipped

    for rules in load_packs(shipped()).values():
        yield PackCheck(rules)


@cache
def all_engines() -> dict[str, Engine]:
    """One instance of every engine, by name."""
    return {kind.name: kind() for kind in _subclasses(engines, Engine)}


@cache
def all_rules() -> dict[str, Rule]:
    """Every rule that can be known without starting an engine, by id, sorted."""
    from copylint.run.own import RULES as own_rules
    from copylint.suppress.rules import RULES as suppression_rules

    found = [rule for check in all_checks() for rule in check.rules]
    found += [rule for engine in all_engines().values() for rule in engine.rules()]
    found += [*own_rules, *suppression_rules]
    by_id: dict[str, Rule] = {}
    for rule in sorted(found, key=lambda rule: rule.id):
        if rule.id in by_id:
            raise ValueError(f"two rules are called {rule.id}")
        by_id[rule.id] = rule
    return by_id


@cache
def rule_names() -> RuleNames:
    """The names of all rules; an engine that lists none of its own is taken on trust."""
    rules = all_rules()
    listed = {rule.family for rule in rules.values()}
    return RuleNames(rules, [name for name in all_engines() if name not in listed])
