"""The values that options take, and their conversion; light to import."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from copylint.cli.exits import UsageError
from copylint.core.record import replace

if TYPE_CHECKING:
    from copylint.config.schema import Config, PathFormat, RuleSources

#: The values of ``--grammar`` that mean no engine.
NO_ENGINE = ("off", "none")


class TableFormat(StrEnum):
    """Formats of commands that print tables."""

    TEXT = "text"
    JSON = "json"


class ArchiveEngine(StrEnum):
    """What checks the shards of an archive."""

    LOCAL = "local"
    RAY = "ray"


class FailOn(StrEnum):
    """From which severity on a finding makes the exit code 1."""

    SUGGESTION = "suggestion"
    WARNING = "warning"
    ERROR = "error"
    NEVER = "never"


def split(values: Iterable[str] | None) -> tuple[str, ...]:
    """The values of an option that may be repeated and may hold commas."""
    return tuple(
        part for value in values or () for part in map(str.strip, value.split(",")) if part
    )


def selectors(
    values: Iterable[str] | None,
    option: str,
    sources: RuleSources | None = None,
) -> tuple[str, ...]:
    """Selectors given to ``option``. Raises ``UsageError`` for one that names no rule.

    ``sources`` say where rules come from besides copylint's own.
    """
    given = split(values)
    if given:
        from copylint.runner.rule_index import rule_names

        names = rule_names(sources) if sources else rule_names()
        for selector in given:
            if not names.is_known(selector):
                raise UsageError(names.describe_unknown(selector), option)
    return given


def one_of(value: str, allowed: Sequence[str], option: str) -> str:
    """``value``. Raises ``UsageError`` if it is not one of ``allowed``."""
    if value in allowed:
        return value
    from copylint.core.selector import nearest

    meant = nearest(value, allowed)
    hint = f"; did you mean '{meant}'?" if meant else ""
    raise UsageError(f"'{value}' is not one of {', '.join(allowed)}{hint}", option)


def not_with(option: str, others: Mapping[str, bool]) -> None:
    """Raise ``UsageError`` if one of ``others`` is given along with ``option``."""
    for other, given in others.items():
        if given:
            raise UsageError(f"cannot be used with {other}", option)


def with_selection(
    config: Config,
    select: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> Config:
    """``config`` with the command line's selection on top.

    ``select`` says exactly which rules run, so it replaces the configuration's selection
    and its ``ignore``; the other options add to the configuration.
    """
    if select:
        config = replace(config, select=tuple(select), extend_select=(), ignore=())
    return replace(
        config,
        extend_select=(*config.extend_select, *extend_select),
        ignore=(*config.ignore, *ignore),
    )


def formats_of(values: Iterable[str] | None) -> tuple[PathFormat, ...]:
    """What ``--format-of`` says of files, relative to the current folder.

    Raises ``UsageError`` for what is not a glob and a format.
    """
    if not values:
        return ()
    from copylint.config.schema import PathFormat
    from copylint.core.gitignore import is_glob
    from copylint.formats.lookup import entries

    option, names = "--format-of", [each.name for each in entries()]
    found = []
    for value in values:
        glob, is_given, name = (part.strip() for part in value.rpartition("="))
        if not (glob and is_given and name):
            raise UsageError(f"'{value}' is not a glob and a format, as in '*.inc=html'", option)
        if glob.startswith(("!", "#")) or not is_glob(glob):
            raise UsageError(f"'{glob}' is not a glob that names files", option)
        found.append(PathFormat(glob, one_of(name, names, option)))
    return tuple(found)


def engine_values() -> tuple[str, ...]:
    """The values of ``--grammar``."""
    from copylint.runner.listed_rules import engine_names

    return (*engine_names(), NO_ENGINE[0])


def engines(values: Iterable[str] | None) -> tuple[str, ...] | None:
    """The engines that ``--grammar`` names, in order; None if it was not given."""
    given = split(values)
    if not given:
        return None
    from copylint.runner.listed_rules import engine_names

    for name in given:
        one_of(name, (*engine_names(), *NO_ENGINE), "--grammar")
    named = tuple(dict.fromkeys(name for name in given if name not in NO_ENGINE))
    if named and len(named) < len(set(given)):
        raise UsageError("'off' cannot be combined with an engine", "--grammar")
    return named
