"""From what a command line asks for to the configuration of a run, and its store."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from copylint.cli.choices import (
    Language,
    TrackedChanges,
    engines,
    formats_of,
    selectors,
    with_selection,
)
from copylint.cli.exits import UsageError
from copylint.cli.inputs import load
from copylint.core.record import record, replaced

if TYPE_CHECKING:
    from copylint.cache.store import Store
    from copylint.config.schema import Config
    from copylint.runner.directory import Directory
    from copylint.runner.result_cache import KeptResults


@record
class Asked:
    """The options of a command line that say what to check and how, as they were given."""

    paths: Sequence[str]
    stdin_filename: str = ""
    config: Path | None = None
    isolated: bool = False
    language: Language | None = None
    select: Sequence[str] | None = None
    extend_select: Sequence[str] | None = None
    ignore: Sequence[str] | None = None
    grammar: Sequence[str] | None = None
    vale: bool = False
    languagetool_url: str = ""
    strict_engines: bool = False
    format_of: Sequence[str] | None = None
    tracked_changes: TrackedChanges | None = None


def settings_for(asked: Asked, directory: Directory) -> Config:
    """The configuration files of the paths, with what was asked for on top.

    Raises ``ConfigError`` or ``UsageError``.
    """
    config = load(
        asked.paths,
        asked.stdin_filename,
        explicit=asked.config,
        isolated=asked.isolated,
        vale=_vale_ini() if asked.vale else "",
        directory=directory,
    )
    sources = config.rule_sources
    config = with_selection(
        config,
        selectors(asked.select, "--select", sources, directory),
        selectors(asked.extend_select, "--extend-select", sources, directory),
        selectors(asked.ignore, "--ignore", sources, directory),
    )
    names = engines(asked.grammar, directory)
    config = _with_engines(config, names, asked.languagetool_url, asked.strict_engines)
    config = replaced(config, format_of=(*formats_of(asked.format_of), *config.format_of))
    if asked.tracked_changes is not None:
        config = replaced(config, tracked_changes=asked.tracked_changes.value)
    if asked.language is not None:
        config = replaced(config, language=asked.language.value)
    return config


def open_store() -> Store | None:
    """Where results are kept, if there is such a place."""
    from copylint.cache.folder import cache_folder
    from copylint.cache.store import Store

    try:
        return Store(cache_folder())
    except RuntimeError:  # nobody's home
        return None


def results_in(store: Store | None, config: Config, directory: Directory) -> KeptResults | None:
    """The results kept in ``store`` for ``config``; None where there are to be none."""
    if store is None or not config.cache:
        return None
    from copylint.runner.result_cache import kept_results

    return kept_results(store, config, directory)


def _vale_ini() -> str:
    from copylint.core.errors import ConfigError
    from copylint.packs.vale.find import find_ini

    found = find_ini()
    if found is None:
        raise ConfigError("there is no .vale.ini in this folder or above it")
    return str(found)


def _with_engines(config: Config, names: tuple[str, ...] | None, url: str, strict: bool) -> Config:
    if names is not None:
        config = replaced(config, grammar=names, deep="always" if "deep" in names else "never")
    if url:
        if "languagetool" not in config.grammar:
            raise UsageError("needs --grammar languagetool", "--languagetool-url")
        config = replaced(config, languagetool=replaced(config.languagetool, url=url))
    return replaced(config, strict_engines=config.strict_engines or strict)
