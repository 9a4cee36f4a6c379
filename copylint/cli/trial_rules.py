"""Which rules a trial runs: one, a pack, a file or folder of them, or those of a configuration."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from copylint.cli.choices import selectors, with_selection
from copylint.cli.exits import UsageError
from copylint.core.record import replace

if TYPE_CHECKING:
    from copylint.config.schema import Config

_RULE, _CONFIG = ".yml", ".toml"


def with_rules_on_trial(rule: str, settings: Config) -> tuple[Config, str, Callable[[str], bool]]:
    """The configuration that runs ``rule`` alone, its name, and whether a finding belongs to it.

    A configuration file runs with its own selection and engines. Raises ``UsageError`` or
    ``ConfigError``.
    """
    if rule.endswith(_CONFIG):
        from copylint.cli.inputs import load
        from copylint.cli.shared_options import ConfigOptions

        if not Path(rule).is_file():
            raise UsageError(f"there is no file '{rule}'", "RULE")
        tried = load(["."], ConfigOptions(config=Path(rule)))
        # How files are read is a matter of the command line, as in a trial of a rule.
        read = {"format_of": settings.format_of, "tracked_changes": settings.tracked_changes}
        return replace(tried, **read), rule, lambda _: True
    settings, name, rules = _named(rule, settings)
    chosen = with_selection(replace(settings, per_file_ignores=()), select=rules)
    return replace(chosen, grammar=()), name, _is_among(rules)


def _is_among(rules: Sequence[str]) -> Callable[[str], bool]:
    from copylint.core.selector import selects

    exact = frozenset(rules)
    return lambda found: found in exact or any(selects(each, found) for each in rules)


def _named(rule: str, settings: Config) -> tuple[Config, str, tuple[str, ...]]:
    """The configuration that knows ``rule``, its name, and the rules that it is.

    They are listed in full, because a draft runs only if its full name is selected.
    """
    from copylint.runner.rule_index import rule_names

    path = Path(rule).absolute()
    if rule.endswith(_RULE):
        if not path.is_file():
            raise UsageError(f"there is no file '{rule}'", "RULE")
        name = f"{path.parent.name}.{path.stem}"
        return replace(settings, packs=(*settings.packs, str(path.parent))), name, (name,)
    if path.is_dir():
        rules = tuple(f"{each.parent.name}.{each.stem}" for each in sorted(path.rglob("*.yml")))
        if not rules:
            raise UsageError(f"there is no rule in the folder '{rule}'", "RULE")
        return replace(settings, packs=(*settings.packs, str(path))), path.name, rules
    if "/" in rule:
        raise UsageError(f"there is no folder '{rule}'", "RULE")
    selectors([rule], "RULE", settings.rule_sources)
    known = rule_names(settings.rule_sources).selected(rule)
    return settings, rule, tuple(sorted(known)) or (rule,)
