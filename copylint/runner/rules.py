"""Checks, engines and rules, each imported only when it may be needed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from copylint.config.schema import RuleSources
from copylint.contract.check import Check
from copylint.contract.engine import Engine
from copylint.core.record import field, record, replace
from copylint.core.rule import Precedence, Rule
from copylint.inventory.index import inventory, load
from copylint.runner.listed_rules import bare, engine_names

if TYPE_CHECKING:
    from copylint.packs.manifest import Manifest
    from copylint.packs.rule_loader import LoadedPacks, LoadedRule, Needed
    from copylint.runner.rule_selection import RuleSelectors

NO_SOURCES = RuleSources()


@record
class HouseRules:
    """Checks made of rule files, and what is wrong with the files.

    ``problems`` say which rules cannot run and why, each with its place; ``notes`` say what is
    passed over in others. ``idle`` are the rules that the run cannot need, of which only name
    and default are known. ``manifests`` are the manifests of packs, by pack name; ``faults``
    are the problems of single rules, by rule name.
    """

    checks: tuple[Check, ...] = ()
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    idle: tuple[Rule, ...] = ()
    manifests: Mapping[str, Manifest] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)


@cache
def own_checks(chosen: RuleSelectors | None = None) -> tuple[Check, ...]:
    """One instance of every check written in Python, by module, those of plug-ins last.

    With ``chosen``, only of those that may run.
    """
    return tuple(
        load(each, Check)
        for each in inventory().checks
        if chosen is None or any(chosen.may_run(rule.id, rule.default) for rule in each.rules)
    )


_whole_houses: dict[RuleSources, HouseRules] = {}


def forget_houses() -> None:
    """Forget rule files that were read whole."""
    _whole_houses.clear()


@cache
def house_rules(
    sources: RuleSources = NO_SOURCES, chosen: RuleSelectors | None = None
) -> HouseRules:
    """The rules that are files: those that come with copylint and those in ``sources``.

    With ``chosen``, only those that may run are read, without their documentation, unless all
    of them have been read before.
    """
    if sources == NO_SOURCES and chosen is not None:
        idle = [bare(rule) for pack in inventory().packs for rule in pack.rules]
        if not any(chosen.may_run(rule.id, rule.default) for rule in idle):
            return HouseRules(idle=tuple(idle))
    if sources in _whole_houses:
        return _whole_houses[sources]
    taken = {rule.id for each in inventory().checks for rule in each.rules}
    loaded = _load_house(sources, taken, chosen.may_run if chosen else None)
    if chosen is None:
        _whole_houses[sources] = loaded
    return loaded


def house_rule_file(sources: RuleSources, rule_id: str) -> Path | None:
    """The file of a rule of the house; None for a rule of copylint, an engine or a package."""
    if not sources.packs:
        return None
    from copylint.inventory.places import shipped
    from copylint.packs.pack_check import PackCheck

    for check in house_rules(sources).checks:
        for each in check.loaded if isinstance(check, PackCheck) else ():
            is_ours = each.path is not None and not each.path.is_relative_to(shipped())
            if each.rule.id == rule_id and is_ours:
                return each.path
    return None


def _load_house(
    sources: RuleSources, taken: Collection[str], needed: Needed | None = None
) -> HouseRules:
    """The rules of copylint's packs and of ``sources``; those not ``needed`` are not read.

    Without ``needed`` all are, with their documentation.

    A rule of the house replaces one of copylint's packs that has its name, and a later
    folder's an earlier one's. ``taken`` are names that no rule file can have.
    """
    from copylint.inventory.places import shipped
    from copylint.packs.house import OWN, SHIPPED
    from copylint.packs.pack_check import PackCheck
    from copylint.packs.rule_loader import load_packs

    problems: list[str] = []
    notes: list[str] = []
    by_id: dict[str, LoadedRule] = {}
    idle: dict[str, Rule] = {}
    manifests: dict[str, Manifest] = {}
    faults: dict[str, str] = {}
    competing: set[str] = set()
    for folder in (None, *map(Path, sources.packs)):
        house = SHIPPED
        if folder:
            house = replace(OWN, project=sources.project, here=sources.here)
        pages = folder is not None or needed is None
        loaded = load_packs(folder or shipped(), house, needed, pages=pages)
        problems += loaded.problems
        faults |= loaded.faults
        notes += loaded.notes
        manifests |= loaded.manifests
        competing |= {name for name, each in loaded.manifests.items() if each.competes}
        _merge(loaded, by_id, idle)
    packs: dict[str, list[LoadedRule]] = {}
    for name, each in by_id.items():
        if name in taken:
            problems.append(f"{each.path}: there is another rule '{name}'; rename this one")
            continue
        if each.rule.family in competing:
            each = replace(each, rule=replace(each.rule, precedence=Precedence.PHRASE))
        packs.setdefault(each.rule.family, []).append(each)
    checks: list[Check] = [PackCheck(rules) for rules in packs.values()]
    if sources.vale:
        from copylint.packs.vale.vale_loader import load_vale

        taken = {*taken, *by_id, *idle}
        found = load_vale(
            Path(sources.vale),
            strict=sources.strict,
            taken=taken,
            project=sources.project,
            here=sources.here,
            obeys=sources.controls,
        )
        problems += found.problems
        notes += found.notes
        if found.check is not None:
            checks.append(found.check)
    unread = tuple(idle.values())
    return HouseRules(tuple(checks), tuple(problems), tuple(notes), unread, manifests, faults)


def _merge(loaded: LoadedPacks, by_id: dict[str, LoadedRule], idle: dict[str, Rule]) -> None:
    """Put the rules of one folder over those of the folders before it."""
    for rule in loaded.idle:
        idle[rule.id] = rule
        by_id.pop(rule.id, None)
    for each in (each for rules in loaded.packs.values() for each in rules):
        by_id[each.rule.id] = each
        idle.pop(each.rule.id, None)


@cache
def all_checks(
    sources: RuleSources = NO_SOURCES, chosen: RuleSelectors | None = None
) -> tuple[Check, ...]:
    """Every check of ours, then one for each pack of rules; ``chosen`` as for ``house_rules``."""
    return (*own_checks(chosen), *house_rules(sources, chosen).checks)


@cache
def engine(name: str) -> Engine:
    """The engine of that name, one instance per process. Raises ``KeyError``."""
    return load(inventory().engines[name], Engine)


@cache
def all_rules(
    sources: RuleSources = NO_SOURCES, chosen: RuleSelectors | None = None
) -> dict[str, Rule]:
    """Every rule that can be known without starting an engine, by id, sorted.

    With ``chosen``, rules that cannot run and rules of engines have only their name and
    default, and rules that are files have no documentation.
    """
    from copylint.runner.internal_rules import RULES as own_rules
    from copylint.suppress.suppression_rules import RULES as suppression_rules

    found = [rule for check in all_checks(sources, chosen) for rule in check.rules]
    found += house_rules(sources, chosen).idle
    if chosen is None:
        found += [rule for name in engine_names() for rule in engine(name).rules]
    else:
        met = {rule.id for rule in found}
        met |= {rule.id for pack in inventory().packs for rule in pack.rules}
        found += [bare(rule) for rule in inventory().rules() if rule.id not in met]
    found += [*own_rules, *suppression_rules]
    by_id: dict[str, Rule] = {}
    for rule in sorted(found, key=lambda rule: rule.id):
        if rule.id in by_id:
            raise ValueError(f"two rules are called {rule.id}")
        by_id[rule.id] = rule
    return by_id
