"""Shell completion of option values and arguments."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def complete_rules(incomplete: str) -> list[str]:
    """Rule ids, families and packs that begin as ``incomplete`` does; after a comma, the next."""
    from copylint.core.rule_groups import GROUPS
    from copylint.runner.listed_rules import bare_rules

    names = {"all", *GROUPS, *bare_rules(), *(rule.family for rule in bare_rules().values())}
    return _listed(incomplete, names)


def complete_rules_or_files(incomplete: str) -> list[str]:
    """Rule ids, families and packs, and files and folders."""
    return [*complete_rules(incomplete), *_paths(incomplete)]


def complete_engines(incomplete: str) -> list[str]:
    """Grammar engines, or none; after a comma, the next."""
    from copylint.runner.listed_rules import engine_names

    return _listed(incomplete, {*engine_names(), "off"})


def complete_format_of(incomplete: str) -> list[str]:
    """What may follow the glob of ``--format-of``, for shell completion."""
    from copylint.formats.lookup import entries

    glob, is_given, name = incomplete.partition("=")
    if not is_given:
        return []
    return [f"{glob}={each.name}" for each in entries() if each.name.startswith(name)]


def complete_formats(incomplete: str) -> list[str]:
    """Output formats that begin as ``incomplete`` does, for shell completion."""
    from copylint.report.lookup import format_names

    return [name for name in format_names() if name.startswith(incomplete)]


def complete_outputs(incomplete: str) -> list[str]:
    """``FORMAT=FILE``: the formats with an equals sign, and after it files."""
    form, is_given, path = incomplete.partition("=")
    if is_given:
        return [f"{form}={each}" for each in _paths(path)]
    return [f"{name}=" for name in complete_formats(form)]


def complete_keys(incomplete: str) -> list[str]:
    """Keys of the configuration."""
    from copylint.config.keys import KEYS

    names = (key.name.removesuffix('."<rule>"') for key in KEYS)
    return [name for name in names if name.startswith(incomplete)]


def _listed(incomplete: str, names: Iterable[str]) -> list[str]:
    """``incomplete`` with its last item completed; items before a comma are not offered again."""
    before, comma, last = incomplete.rpartition(",")
    given = set(before.split(","))
    return sorted(
        before + comma + name for name in names if name.startswith(last) and name not in given
    )


def _paths(incomplete: str) -> list[str]:
    """Files and folders that begin as ``incomplete`` does, hidden ones only if it begins so."""
    folder, name = os.path.split(incomplete)
    try:
        found = sorted(Path(folder or ".").iterdir())
    except (OSError, ValueError):
        return []
    shown = [each for each in found if each.name.startswith(name) and (name or each.name[0] != ".")]
    lead = incomplete.removesuffix(name)
    return [f"{lead}{each.name}{'/' if each.is_dir() else ''}" for each in shown]
