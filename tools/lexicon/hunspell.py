"""Expands a Hunspell dictionary into the forms that it accepts.

Covers what the English dictionaries use: single-character flags, prefixes, suffixes, cross
products and ``NOSUGGEST``. See the manual page hunspell(5) for the format.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Affix:
    strip: str
    add: str
    condition: re.Pattern[str]
    crosses: bool


@dataclass
class Affixes:
    prefixes: dict[str, list[Affix]] = field(default_factory=lambda: defaultdict(list))
    suffixes: dict[str, list[Affix]] = field(default_factory=lambda: defaultdict(list))
    no_suggest: str = ""
    only_in_compound: str = ""


def read_affixes(path: Path) -> Affixes:
    affixes = Affixes()
    crossing: dict[tuple[str, str], bool] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if len(parts) == 2 and parts[0] == "NOSUGGEST":
            affixes.no_suggest = parts[1]
        elif len(parts) == 2 and parts[0] == "ONLYINCOMPOUND":
            affixes.only_in_compound = parts[1]
        elif parts and parts[0] in ("PFX", "SFX"):
            kind, flag = parts[:2]
            if len(parts) == 4 and (kind, flag) not in crossing:
                crossing[kind, flag] = parts[2] == "Y"
                continue
            strip, add, condition = parts[2], parts[3].partition("/")[0], parts[4]
            pattern = f"{condition}$" if kind == "SFX" else f"^{condition}"
            affix = Affix(
                "" if strip == "0" else strip,
                "" if add == "0" else add,
                re.compile(pattern),
                crossing[kind, flag],
            )
            (affixes.prefixes if kind == "PFX" else affixes.suffixes)[flag].append(affix)
    return affixes


def forms(folder: Path) -> Iterator[tuple[str, bool]]:
    """Every form of the dictionary in ``folder``, and whether it may be suggested."""
    affixes = read_affixes(folder / "index.aff")
    lines = (folder / "index.dic").read_text(encoding="utf-8").splitlines()
    for line in lines[1:]:
        stem, _, flags = line.split("\t")[0].strip().partition("/")
        if not stem or (affixes.only_in_compound and affixes.only_in_compound in flags):
            continue
        decent = not (affixes.no_suggest and affixes.no_suggest in flags)
        for form in expand(stem, flags, affixes):
            yield form, decent


def expand(stem: str, flags: str, affixes: Affixes) -> set[str]:
    found = {stem}
    crossing = {stem}
    for flag in flags:
        for suffix in affixes.suffixes.get(flag, ()):
            if suffix.condition.search(stem) and stem.endswith(suffix.strip):
                form = stem[: len(stem) - len(suffix.strip)] + suffix.add
                found.add(form)
                if suffix.crosses:
                    crossing.add(form)
    for flag in flags:
        for prefix in affixes.prefixes.get(flag, ()):
            for form in crossing if prefix.crosses else {stem}:
                if prefix.condition.search(form) and form.startswith(prefix.strip):
                    found.add(prefix.add + form[len(prefix.strip) :])
    return found
