"""Selectors: how settings, command lines and suppressions name rules."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from fnmatch import fnmatchcase
from functools import lru_cache

from copylint.core.rule_groups import GROUPS, group_of

#: The selector that names every rule.
ALL = "all"


@lru_cache(maxsize=65_536)
def selects(selector: str, rule_id: str) -> bool:
    """Whether a selector names a rule: by its id, its group, its family, a glob, or ``all``.

    A glob that matches the id of a group names the rules of the group.
    """
    group = group_of(rule_id)
    return (
        selector in (ALL, rule_id, group)
        or rule_id.startswith(selector + ".")
        or fnmatchcase(rule_id, selector)
        or (group != rule_id and fnmatchcase(group, selector))
    )


def nearest(name: str, names: Iterable[str]) -> str:
    """The one of ``names`` that ``name`` was most likely meant to be, empty if none is.

    Likeness is difflib's ratio; letter case does not count.
    """
    from difflib import get_close_matches

    by_folded = {each.lower(): each for each in sorted(names, reverse=True)}
    close = get_close_matches(name.lower(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else ""


class RuleNames:
    """The existing rules, to tell a selector from a typo.

    Rules of an ``open_families`` family (an engine that does not list its rules) are taken
    on trust, since they are only known once the engine speaks.
    """

    def __init__(self, ids: Iterable[str], open_families: Collection[str] = ()) -> None:
        self.ids = frozenset(ids)
        self._open = frozenset(open_families)
        self._selected: dict[str, frozenset[str]] = {}

    def selected(self, selector: str) -> frozenset[str]:
        """The ids of the known rules that ``selector`` names."""
        found = self._selected.get(selector)
        if found is None:
            found = frozenset(each for each in self.ids if selects(selector, each))
            self._selected[selector] = found
        return found

    def is_open(self, selector: str) -> bool:
        """Whether ``selector`` is about an open family, known or not."""
        return selector.partition(".")[0] in self._open

    def is_known(self, selector: str) -> bool:
        """Whether ``selector`` names a rule at all."""
        return selector == ALL or self.is_open(selector) or bool(self.selected(selector))

    def suggestion(self, selector: str) -> str:
        """The selector that an unknown one was most likely meant to be, or empty."""
        folded = selector.lower()
        groups = {each for each in GROUPS if self.selected(each)}
        ids = self.ids | groups
        without_family = sorted(i for i in ids if i.partition(".")[2].lower() == folded)
        if without_family:
            return without_family[0]
        families = {each.partition(".")[0] for each in self.ids} | self._open
        return nearest(selector, {*ids, *families, ALL})

    def describe_unknown(self, selector: str) -> str:
        """What is wrong with an unknown selector, in words for the person who wrote it."""
        meant = self.suggestion(selector)
        hint = f"; did you mean '{meant}'?" if meant else "; 'copylint rules' lists them all"
        return f"there is no rule '{selector}'{hint}"
