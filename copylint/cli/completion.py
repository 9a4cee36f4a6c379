"""Shell completion of option values."""

from __future__ import annotations


def complete_rules(incomplete: str) -> list[str]:
    """Rule ids and families that begin as ``incomplete`` does, for shell completion."""
    from copylint.runner.listed_rules import bare_rules

    names = {"all", *bare_rules(), *(rule.family for rule in bare_rules().values())}
    return sorted(name for name in names if name.startswith(incomplete))


def complete_format_of(incomplete: str) -> list[str]:
    """What may stand after the glob of ``--format-of``, for shell completion."""
    from copylint.formats.lookup import entries

    glob, is_given, name = incomplete.partition("=")
    if not is_given:
        return []
    return [f"{glob}={each.name}" for each in entries() if each.name.startswith(name)]


def complete_formats(incomplete: str) -> list[str]:
    """Output formats that begin as ``incomplete`` does, for shell completion."""
    from copylint.report.lookup import format_names

    return [name for name in format_names() if name.startswith(incomplete)]
