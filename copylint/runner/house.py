"""Rules that are files: the packs of copylint, of the house, and Vale's styles."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from copylint.config.schema import RuleSources
from copylint.contract.check import Check
from copylint.core.record import replace
from copylint.core.rule import Rule
from copylint.packs.house import OWN, SHIPPED
from copylint.packs.manifest import Manifest
from copylint.packs.pack_check import PackCheck
from copylint.packs.rule_loader import LoadedRule, Needed, load_packs
from copylint.packs.shipped_rules import shipped
from copylint.runner.rule_files import HouseRules


def load_house(
    sources: RuleSources, taken: Collection[str], needed: Needed | None = None
) -> HouseRules:
    """The rules of copylint's packs and of ``sources``; those not ``needed`` are not read.

    Without ``needed`` all are, with their documentation.

    A rule of the house replaces one of copylint's packs that has its name, and a later
    folder's an earlier one's. ``taken`` are names that no rule file can have.
    """
    problems: list[str] = []
    notes: list[str] = []
    by_id: dict[str, LoadedRule] = {}
    idle: dict[str, Rule] = {}
    manifests: dict[str, Manifest] = {}
    for folder in (None, *map(Path, sources.packs)):
        house = replace(OWN, project=sources.project) if folder else SHIPPED
        pages = folder is not None or needed is None
        loaded = load_packs(folder or shipped(), house, needed, pages=pages)
        problems += loaded.problems
        notes += loaded.notes
        manifests |= loaded.manifests
        for rule in loaded.idle:
            idle[rule.id] = rule
            by_id.pop(rule.id, None)
        for each in (each for rules in loaded.packs.values() for each in rules):
            by_id[each.rule.id] = each
            idle.pop(each.rule.id, None)
    packs: dict[str, list[LoadedRule]] = {}
    for name, each in by_id.items():
        if name in taken:
            problems.append(f"{each.path}: there is another rule '{name}'; rename this one")
        else:
            packs.setdefault(each.rule.family, []).append(each)
    checks: list[Check] = [PackCheck(rules) for rules in packs.values()]
    if sources.vale:
        from copylint.packs.vale.vale_loader import load_vale

        taken = {*taken, *by_id, *idle}
        found = load_vale(
            Path(sources.vale), strict=sources.strict, taken=taken, project=sources.project
        )
        problems += found.problems
        notes += found.notes
        if found.check is not None:
            checks.append(found.check)
    unread = tuple(idle.values())
    return HouseRules(tuple(checks), tuple(problems), tuple(notes), unread, manifests)
