"""What there is: suffixes, rules, engines, known without importing any of it.

Importing every check takes longer than looking up a thousand results. So what settings and
command lines may name is itself kept from run to run, under the fingerprint of what is
installed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from copylint.config.schema import RuleSources
from copylint.core.fix import Safety
from copylint.core.rule import Level, Option, Rule, Severity

if TYPE_CHECKING:
    from copylint.cache.store import Store
    from copylint.config.schema import Config
    from copylint.core.selector import RuleNames


NO_SOURCES = RuleSources()


class Directory:
    """The names of things; from ``store``, where they have been kept there."""

    def __init__(self, store: Store | None = None) -> None:
        self._store = store

    @cached_property
    def suffixes(self) -> frozenset[str]:
        """The suffixes that formats claim."""
        from copylint.formats.catalogue import claimed_suffixes

        return claimed_suffixes()

    def rules(self, sources: RuleSources = NO_SOURCES) -> Mapping[str, Rule]:
        """Every rule that can be known without starting an engine, by id.

        ``sources`` are where rules come from beside copylint's own. What documents a rule
        (why, examples, link) may be left out.
        """
        if self._kept is not None and sources == NO_SOURCES:
            return self._kept_rules
        from copylint.runner.registry import all_rules

        return all_rules(sources)

    @cached_property
    def _kept_rules(self) -> Mapping[str, Rule]:
        assert self._kept is not None
        return {rule.id: rule for rule in map(_rule, self._kept["rules"])}

    @cached_property
    def engines(self) -> tuple[str, ...]:
        """The names of all engines."""
        if self._kept is not None:
            return tuple(self._kept["engines"])
        from copylint.runner.catalogue import engines

        return tuple(engines())

    def names(self, sources: RuleSources = NO_SOURCES) -> RuleNames:
        """The names of all rules; an engine that lists none of its own is taken on trust."""
        from copylint.core.selector import RuleNames
        from copylint.runner.catalogue import rule_ids

        ids = rule_ids() if sources == NO_SOURCES else tuple(self.rules(sources))
        listed = {rule.partition(".")[0] for rule in ids}
        return RuleNames(ids, [name for name in self.engines if name not in listed])

    def editions(self, config: Config) -> str | None:
        """What the answers of the configured engines depend on; None: they may not be kept."""
        told = []
        for name in config.grammar:
            if self._kept is not None and name in self._kept["plain_engines"]:
                continue  # what is installed says it all
            from copylint.runner.engine_sessions import engine_settings
            from copylint.runner.registry import engine

            edition = engine(name).edition(engine_settings(config, name))
            if edition is None:
                return None
            if edition:
                told.append(f"{name} {edition}")
        return "\n".join(told)

    def keep(self) -> None:
        """Remember all this for the next run, where that has not been done."""
        if self._store is None or self._kept is not None:
            return
        from copylint.contract.engine import Engine
        from copylint.runner.registry import all_rules, engine, engine_names

        kept = {
            "rules": [_row(rule) for rule in all_rules().values()],
            "engines": list(engine_names()),
            "plain_engines": [
                name for name in engine_names() if type(engine(name)).edition is Engine.edition
            ],
        }
        self._store.put([(self._key, json.dumps(kept).encode("ascii"))])

    @cached_property
    def _kept(self) -> dict[str, Any] | None:
        if self._store is None:
            return None
        value = self._store.get([self._key]).get(self._key)
        if value is None:
            return None
        kept: dict[str, Any] = json.loads(value)
        return kept

    @cached_property
    def _key(self) -> bytes:
        from copylint.runner.cache_key import digest, installed

        return digest(b"directory 3 " + installed())


def _row(rule: Rule) -> list[Any]:
    return [
        rule.id,
        rule.summary,
        rule.level.value,
        rule.severity.value,
        rule.default,
        rule.safety.value,
        [(option.name, option.default, option.help) for option in rule.options],
        rule.languages,
    ]


def _rule(row: list[Any]) -> Rule:
    id_, summary, level, severity, default, safety, options, languages = row
    return Rule(
        id=id_,
        summary=summary,
        why="",
        bad=(),
        good=(),
        level=Level(level),
        severity=Severity(severity),
        default=default,
        safety=Safety(safety),
        options=tuple(
            Option(name, tuple(value) if isinstance(value, list) else value, help_)
            for name, value, help_ in options
        ),
        languages=tuple(languages),
    )
