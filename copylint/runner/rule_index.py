"""The names that settings and command lines may use; imports only what house rules require."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from copylint.config.schema import RuleSources
from copylint.core.rule import Rule
from copylint.core.selector import RuleNames
from copylint.inventory.index import inventory
from copylint.runner.listed_rules import bare_rules, engine_names

if TYPE_CHECKING:
    from copylint.config.schema import Config
    from copylint.contract.engine import Setting
    from copylint.runner.rule_selection import RuleSelectors

NO_SOURCES = RuleSources()


def rules_of(sources: RuleSources = NO_SOURCES) -> Mapping[str, Rule]:
    """Every rule that can be known without starting an engine, by id, sorted.

    ``sources`` say where rules come from besides copylint's own. The documentation of a rule
    (why, examples, link) may be left out.
    """
    if sources == NO_SOURCES:
        return bare_rules()
    from copylint.runner.rules import all_rules

    return all_rules(sources)


@cache
def rule_names(sources: RuleSources = NO_SOURCES, chosen: RuleSelectors | None = None) -> RuleNames:
    """The names of all rules; an engine that lists none of its own is taken on trust."""
    if sources == NO_SOURCES:
        ids: Sequence[str] = tuple(bare_rules())
    else:
        from copylint.runner.rules import all_rules

        ids = tuple(all_rules(sources, chosen))
    listed = {rule.partition(".")[0] for rule in ids}
    return RuleNames(ids, [name for name in engine_names() if name not in listed])


def engine_tables() -> dict[str, Callable[[], Sequence[Setting]]]:
    """A function that returns an engine's settings, for each engine with its own table."""

    def settings_of(name: str) -> Callable[[], Sequence[Setting]]:
        def settings() -> Sequence[Setting]:
            from copylint.runner.rules import engine

            return engine(name).settings

        return settings

    return {name: settings_of(name) for name, each in inventory().engines.items() if each.settings}


def editions(config: Config) -> str | None:
    """What the answers of the configured engines depend on; None if they may not be kept."""
    found = []
    for name in config.grammar:
        entry = inventory().engines.get(name)
        if entry is not None and not entry.has_edition:
            continue  # what is installed says it all
        from copylint.runner.engine_sessions import engine_settings
        from copylint.runner.rules import engine

        edition = engine(name).edition(engine_settings(config, name))
        if edition is None:
            return None
        if edition:
            found.append(f"{name} {edition}")
    return "\n".join(found)
