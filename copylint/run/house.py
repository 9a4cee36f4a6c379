"""Rules that are files: the packs of copylint, of the house, and Vale's styles."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from copylint.config.schema import RuleSources
from copylint.contract.check import Check
from copylint.packs.check import PackCheck
from copylint.packs.load import LoadedRule, load_packs
from copylint.packs.locate import shipped


@dataclass(frozen=True, slots=True)
class HouseRules:
    """Checks made of rule files, and what is wrong with files.

    ``problems`` tell of rules that cannot run, each with its place; ``notes`` of what is
    passed over in others.
    """

    checks: tuple[Check, ...] = ()
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def load_house(sources: RuleSources, taken: Collection[str]) -> HouseRules:
    """The rules of copylint's packs and of ``sources``.

    A rule of the house replaces one of copylint's packs that has its name, and a later
    folder's an earlier one's. ``taken`` are names that no rule file can have.
    """
    problems: list[str] = []
    notes: list[str] = []
    by_id: dict[str, LoadedRule] = {}
    for folder in (shipped(), *map(Path, sources.packs)):
        loaded = load_packs(folder)
        problems += loaded.problems
        notes += loaded.notes
        by_id |= {each.rule.id: each for rules in loaded.packs.values() for each in rules}
    packs: dict[str, list[LoadedRule]] = {}
    for name, each in by_id.items():
        if name in taken:
            problems.append(f"{each.path}: there is another rule '{name}'; rename this one")
        else:
            packs.setdefault(each.rule.family, []).append(each)
    checks: list[Check] = [PackCheck(rules) for rules in packs.values()]
    if sources.vale:
        from copylint.packs.vale.load import load_vale

        found = load_vale(Path(sources.vale), strict=sources.strict, taken={*taken, *by_id})
        problems += found.problems
        notes += found.notes
        if found.check is not None:
            checks.append(found.check)
    return HouseRules(tuple(checks), tuple(problems), tuple(notes))
