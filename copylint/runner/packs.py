"""Packs: rule files that belong together."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from copylint.config.schema import RuleSources
from copylint.core.record import record
from copylint.core.rule import Rule
from copylint.packs.manifest import PLAIN
from copylint.packs.pack_check import PackCheck
from copylint.runner.rules import house_rules, own_checks


@record
class Spoken:
    """How often rules report something per 1,000 words, in clean news and in other documents.

    ``when`` is the ISO month in which that was counted.
    """

    news: float
    documents: float
    when: str


@record
class Pack:
    """A pack: ``rules`` in all, ``on`` those that run unasked.

    ``languages`` are the dialects of the articles that it is about; none: all. ``measured``
    covers the rules that are on or, if none are, all of them, as far as they have been
    measured; None: none has been measured.
    """

    name: str
    about: str
    rules: int
    on: int
    languages: tuple[str, ...]
    measured: Spoken | None


def all_packs(sources: RuleSources) -> tuple[list[Pack], tuple[str, ...]]:
    """The packs of copylint and of ``sources``, by name, and what is wrong with files."""
    house = house_rules(sources)
    by_pack: dict[str, list[Rule]] = {}
    for check in house.checks:
        assert isinstance(check, PackCheck)
        for each in check.loaded:
            by_pack.setdefault(each.rule.family, []).append(each.rule)
    for own in own_checks():  # a few rules of packs are written in Python
        for rule in own.rules:
            if rule.family in by_pack:
                by_pack[rule.family].append(rule)
    found = []
    for name, rules in sorted(by_pack.items()):
        manifest = house.manifests.get(name, PLAIN)
        on = [rule for rule in rules if rule.default]
        found.append(
            Pack(
                name,
                manifest.about,
                len(rules),
                len(on),
                manifest.languages,
                _spoken(on or rules, manifest.languages),
            )
        )
    return found, house.problems


def _spoken(rules: Iterable[Rule], languages: Iterable[str]) -> Spoken | None:
    """The measured frequency of these rules together; None if none of them was measured.

    Rules about ``languages`` were measured only in articles in those languages.
    """
    table = _counted()
    counted: dict[str, tuple[int, int]] = table.get("findings", {})
    ids = [rule.id for rule in rules if rule.id in counted]
    if not ids:
        return None

    def rate(number: int, kind: str) -> float:
        kinds = [f"{kind} {language}" for language in languages] or [kind]
        words: int = sum(table["words"].get(each, 0) for each in kinds)
        return round(1000 * sum(counted[each][number] for each in ids) / max(words, 1), 3)

    return Spoken(rate(0, "news"), rate(1, "docs"), table["when"])


@cache
def _counted() -> dict[str, Any]:
    """The table that ``benchmarks/packs/measure.py`` writes; empty if nothing was measured."""
    try:
        text = files("copylint").joinpath("data/packs_measured.json").read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    table: dict[str, Any] = json.loads(text)
    return table
