"""Builds the configuration of a run, and its result store, from the command line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from copylint.cli.choices import engines, formats_of, selectors, with_selection
from copylint.cli.inputs import load
from copylint.config.enums import Deep
from copylint.core.record import replace

if TYPE_CHECKING:
    from copylint.cache.store import Store
    from copylint.cli.shared_options import ReadingOptions, RuleOptions
    from copylint.config.schema import Config
    from copylint.runner.result_cache import ResultCache


def settings_for(
    options: ReadingOptions,
    paths: Sequence[str],
    *,
    stdin_filename: str = "",
    vale: bool = False,
) -> Config:
    """The configuration files of ``paths``, with what ``options`` ask for on top.

    ``vale`` adds the rules of the nearest .vale.ini. Raises ``ConfigError`` or ``UsageError``.
    """
    config = load(
        paths,
        options,
        stdin_filename,
        vale=_vale_ini() if vale else "",
    )
    config = replace(config, format_of=(*formats_of(options.format_of), *config.format_of))
    if options.tracked_changes is not None:
        config = replace(config, tracked_changes=options.tracked_changes)
    return config


def with_rules(config: Config, options: RuleOptions) -> Config:
    """``config`` with the rules, engines and English that ``options`` ask for.

    Raises ``UsageError``.
    """
    sources = config.rule_sources
    config = with_selection(
        config,
        selectors(options.select, "--select", sources),
        selectors(options.extend_select, "--extend-select", sources),
        selectors(options.ignore, "--ignore", sources),
    )
    names = engines(options.grammar)
    if names is not None:
        deep = Deep.FULL if "deep" in names else Deep.NEVER
        config = replace(config, grammar=names, deep=deep)
    if options.language is not None:
        config = replace(config, language=options.language)
    return config


def open_store() -> Store | None:
    """The store in which results are kept, if there is one."""
    from copylint.cache.folder import cache_folder
    from copylint.cache.store import Store

    try:
        store = Store(cache_folder())
    except RuntimeError:  # the user has no home folder
        return None
    told = store.objection()
    if told:
        from copylint.cli.exits import complain

        complain(f"the cache is not used: {told}")
        return None
    return store


def results_in(store: Store | None, config: Config) -> ResultCache | None:
    """The results kept in ``store`` for ``config``; None if none are to be kept."""
    if store is None or not config.cache:
        return None
    from copylint.runner.result_cache import result_cache

    return result_cache(store, config)


def _vale_ini() -> str:
    from copylint.core.errors import ConfigError
    from copylint.packs.vale.find import find_ini

    found = find_ini()
    if found is None:
        raise ConfigError("there is no .vale.ini in this folder or above it")
    return str(found)
