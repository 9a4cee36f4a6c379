"""The configuration of a run: files found, merged and checked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from copylint.config.files import ConfigFile, files_above, read
from copylint.config.problems import raise_all
from copylint.config.schema import (
    Config,
    RuleSources,
    VocabularySettings,
)
from copylint.config.sources import rule_sources
from copylint.config.trust import Bounds, Mirror
from copylint.config.values import Settings
from copylint.core.errors import ConfigError
from copylint.core.record import record, replace
from copylint.core.rule import Rule
from copylint.core.source_error import shown

if TYPE_CHECKING:
    from copylint.contract.engine import Setting


@record
class LoadedConfig:
    """A configuration and the files that it came from, in order of precedence."""

    config: Config
    files: tuple[Path, ...] = ()


def load_config(
    start: Path,
    *,
    explicit: Path | None = None,
    isolated: bool = False,
    rules: Mapping[str, Rule] | Callable[[RuleSources], Mapping[str, Rule]],
    engines: Collection[str] | Callable[[], Collection[str]],
    formats: Collection[str] = (),
    tables: Mapping[str, Callable[[], Sequence[Setting]]] | None = None,
    vale: str = "",
    mirror: Mirror | None = None,
    bounds: Bounds | None = None,
    defaults: Settings | None = None,
) -> LoadedConfig:
    """The configuration for a run that begins in the folder ``start``.

    In ``start`` and every folder above it, the first of ``FILE_NAMES`` counts, until a
    file says ``root = true``; an inner file wins over an outer one. ``explicit`` is the
    only file to use, its globs relative to the current folder; ``isolated`` uses none.
    ``rules`` (or a function that returns them, called only if a file mentions rules, with
    the places of rules that the files name) and ``engines`` (the same) are what the files
    may name, and so are ``formats``; ``tables`` returns the settings of each engine that has
    a table of its own. ``vale`` is a ``.vale.ini`` to use in place of any that the files name.

    Raises a ``ConfigError`` that reports everything that is wrong in all of the files.
    """
    if isolated and explicit is not None:
        raise ConfigError("--config cannot be used with --isolated")
    if mirror is not None:
        bounds = Bounds(inside=mirror.copy)
    bounds = bounds or Bounds()
    if explicit is not None:
        refusal = bounds.refusal(str(explicit))
        if refusal:
            raise ConfigError(f"{shown(explicit)}: cannot use this configuration: {refusal}")
        given = _explicit(explicit)
    else:
        given = _counting(_mirrored(start, mirror) if mirror else files_above(start))
    files = [] if isolated else list(given)
    defaults = defaults or {}
    if not files:
        return LoadedConfig(Config(vale=vale, **defaults))
    from copylint.config.bounds import enforce
    from copylint.config.known import KnownNames
    from copylint.config.read import ConfigReader

    for file in files:
        enforce(file, bounds)
    # Selectors may name house rules, so the places of those must be known first.
    here = str(files[0].path.parent) if bounds != Bounds() else ""
    sources = rule_sources(files, vale, here)
    known = KnownNames(
        (lambda: rules(sources)) if callable(rules) else (lambda: rules),
        engines if callable(engines) else lambda: engines,
        formats,
        tables or {},
    )
    merged: Settings = {}
    problems: list[str] = []
    for file in files:
        settings = ConfigReader(file, known).settings()
        problems += file.problems.messages
        settings.pop("root", None)
        merged = merge(settings, merged)
    raise_all(problems)
    merged = merge(defaults, merged)
    if vale:
        merged["vale"] = vale
    return LoadedConfig(_build(merged), tuple(file.path for file in files))


def merge(outer: Settings, inner: Settings) -> Settings:
    """The settings of both: tables are merged, any other value of ``inner`` replaces."""
    merged = dict(outer)
    for name, value in inner.items():
        before = merged.get(name)
        if isinstance(before, dict) and isinstance(value, dict):
            value = merge(before, value)
        merged[name] = value
    return merged


def _counting(files: Iterable[ConfigFile]) -> Iterator[ConfigFile]:
    """``files`` up to the first that says that it is the root."""
    for file in files:
        yield file
        if file.table.get("root") is True:
            return


def _mirrored(start: Path, mirror: Mirror) -> Iterator[ConfigFile]:
    """The files of a revision, whose globs are about the work tree."""
    copied = mirror.copied(str(start))
    if not copied:
        return
    for file in files_above(Path(copied)):
        if not file.path.is_relative_to(mirror.copy):
            return
        yield replace(file, globs_from=mirror.original(file.globs_from))


def _explicit(path: Path) -> Iterable[ConfigFile]:
    if not path.exists():
        raise ConfigError(f"{shown(path)}: there is no such configuration file")
    file = read(path, globs_from=Path.cwd(), wanted=True)
    return (file,) if file is not None else ()


def _build(settings: Settings) -> Config:
    fields = dict(settings)
    return Config(
        vocabulary=VocabularySettings(**fields.pop("vocabulary", {})),
        format_of=tuple(fields.pop("format_of", {}).values()),
        per_file_ignores=tuple(fields.pop("per_file_ignores", {}).values()),
        **fields,
    )
