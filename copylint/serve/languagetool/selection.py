"""Selects the rules for a request: the configuration, adjusted by the client's parameters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from copylint.config.enums import Language
from copylint.config.schema import Config, RuleSources
from copylint.core.record import replace
from copylint.core.rule import Rule
from copylint.core.selector import selects
from copylint.runner.rules import all_rules
from copylint.serve.languagetool.categories import category_of, own_rules
from copylint.serve.languagetool.request import CheckRequest

# Rules that 'level=picky' adds: style, and consistency that most papers do not ask for.
_PICKY = ("Plain", "consistency", "readability")


def rules_for(config: Config) -> Mapping[str, Rule]:
    """All rules that the configuration may run, by id."""
    return all_rules(config.rule_sources)


def configured(config: Config, request: CheckRequest) -> Config | None:
    """``config`` for a request; None if the request leaves no rule to run.

    The client's dialect overrides the house's; the code for plain English leaves the choice to
    the house. Unknown ids are ignored, as LanguageTool ignores them, since clients send the ids
    of LanguageTool's rules. A category covers only those of its rules that are on by default or
    by the configuration, so that naming a category never switches on a style guide.
    """
    if request.dialect is not None and request.dialect.language != Language.AUTO:
        config = replace(config, language=request.dialect.language)
    if not _changes_rules(request):
        return config
    sources = config.rule_sources
    enabled = _known(request.enabled_rules, sources)
    in_enabled = _in_categories(request.enabled_categories, config)
    if request.enabled_only:
        chosen = sorted({*enabled, *in_enabled})
        return (
            replace(config, select=tuple(chosen), extend_select=(), ignore=()) if chosen else None
        )
    ignored = {
        *_known(request.disabled_rules, sources),
        *_in_categories(request.disabled_categories, config),
    }
    kept = set(config.ignore)
    for name in (*enabled, *in_enabled):
        kept = {each for each in kept if not selects(each, name)}
    added = [*enabled, *(_PICKY if request.is_picky else ())]
    return replace(
        config,
        extend_select=(*config.extend_select, *added),
        ignore=tuple(sorted({*kept, *ignored})),
    )


def _changes_rules(request: CheckRequest) -> bool:
    return bool(
        request.enabled_rules
        or request.disabled_rules
        or request.enabled_categories
        or request.disabled_categories
        or request.is_picky
    )


def _known(names: Iterable[str], sources: RuleSources) -> list[str]:
    """The ids of our rules among those that a client sends."""
    rules = all_rules(sources)
    return sorted({each for name in names for each in own_rules(name) if each in rules})


def _in_categories(names: Iterable[str], config: Config) -> list[str]:
    wanted = {each.upper() for each in names}
    if not wanted:
        return []
    listed = (*config.select, *config.extend_select)
    return sorted(
        rule
        for category in wanted
        for rule, is_on in _by_category(config.rule_sources).get(category, ())
        if is_on or any(selects(each, rule) for each in listed)
    )


@lru_cache(maxsize=64)
def _by_category(sources: RuleSources) -> dict[str, list[tuple[str, bool]]]:
    """The rules of each category, and whether each is on by default."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for name, rule in all_rules(sources).items():
        category = category_of(name, rule.severity).id
        found.setdefault(category, []).append((name, rule.default))
    return found
