"""Options that several commands share, and what becomes of their values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from copylint.cli.terminal import Colour

if TYPE_CHECKING:
    from copylint.config.schema import Config, RuleSources
    from copylint.run.directory import Directory

#: The values of ``--grammar`` that mean no engine.
NO_ENGINE = ("off", "none")


class TableFormat(StrEnum):
    """Formats of commands that print tables."""

    TEXT = "text"
    JSON = "json"


def complete_rules(incomplete: str) -> list[str]:
    """Rule ids and families that begin as ``incomplete`` does, for shell completion."""
    from copylint.run.registry import all_rules

    names = {"all", *all_rules(), *(rule.family for rule in all_rules().values())}
    return sorted(name for name in names if name.startswith(incomplete))


def complete_formats(incomplete: str) -> list[str]:
    """Output formats that begin as ``incomplete`` does, for shell completion."""
    from copylint.report.registry import format_names

    return [name for name in format_names() if name.startswith(incomplete)]


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        help="Files and folders, '-' for standard input. Default: the current folder.",
        show_default=False,
    ),
]
StdinFilename = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="What to call standard input: decides its format and configuration.",
        show_default=False,
    ),
]
ConfigFile = Annotated[
    Path | None,
    typer.Option("--config", metavar="FILE", help="Use this configuration file and no other."),
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Read no configuration file.")]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="RULES",
        help="Run only these rules, families or globs, whatever the configuration says "
        "(commas or repeated).",
        autocompletion=complete_rules,
    ),
]
Color = Annotated[Colour, typer.Option("--color", help="Colour the output.")]


class FailOn(StrEnum):
    """From which severity on a finding makes the exit code 1."""

    SUGGESTION = "suggestion"
    WARNING = "warning"
    ERROR = "error"
    NEVER = "never"


class Language(StrEnum):
    """The dialect to check in; ``auto`` decides for each article by its own evidence."""

    AUTO = "auto"
    BRITISH = "en-GB"
    AMERICAN = "en-US"
    AUSTRALIAN = "en-AU"
    CANADIAN = "en-CA"


Dialect = Annotated[
    Language | None,
    typer.Option("--language", help="The dialect to check in.", show_default="auto"),
]
ExtendSelect = Annotated[
    list[str] | None,
    typer.Option(metavar="RULES", help="Run these rules as well.", autocompletion=complete_rules),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(metavar="RULES", help="Do not run these rules.", autocompletion=complete_rules),
]
Grammar = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ENGINES",
        help="Grammar engines: deep, harper, languagetool, or off.",
        show_default="off",
    ),
]
BaselineFile = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Leave out the findings that this file accepts.",
    ),
]
NoBaseline = Annotated[
    bool, typer.Option("--no-baseline", help="Leave nothing out that a baseline accepts.")
]
FailOnSeverity = Annotated[
    FailOn | None,
    typer.Option(
        "--fail-on",
        help="The least severity that makes the exit code 1.",
        show_default="warning",
    ),
]
Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q", help="Only one line per finding: no excerpts, no summary."),
]
Jobs = Annotated[
    int, typer.Option("--jobs", "-j", min=0, help="Processes to use; 0: one per core.")
]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Neither use nor keep results of earlier runs.")
]


def split(values: Iterable[str] | None) -> tuple[str, ...]:
    """The values of an option that may be repeated and may hold commas."""
    return tuple(
        part for value in values or () for part in map(str.strip, value.split(",")) if part
    )


def selectors(
    values: Iterable[str] | None,
    option: str,
    sources: RuleSources | None = None,
    directory: Directory | None = None,
) -> tuple[str, ...]:
    """Selectors given to ``option``. Raises ``typer.BadParameter`` for one that names no rule.

    ``sources`` are where rules come from beside copylint's own.
    """
    given = split(values)
    if given:
        from copylint.run.directory import Directory

        known = directory or Directory()
        names = known.names(sources) if sources else known.names()
        for selector in given:
            if not names.is_known(selector):
                raise typer.BadParameter(names.complaint(selector), param_hint=option)
    return given


def one_of(value: str, allowed: Sequence[str], option: str) -> str:
    """``value``. Raises ``typer.BadParameter`` where it is not one of ``allowed``."""
    if value in allowed:
        return value
    from copylint.model.selector import nearest

    meant = nearest(value, allowed)
    hint = f"; did you mean '{meant}'?" if meant else ""
    raise typer.BadParameter(f"'{value}' is none of {', '.join(allowed)}{hint}", param_hint=option)


def not_with(option: str, others: Mapping[str, bool]) -> None:
    """Raise ``typer.BadParameter`` where one of ``others`` is given beside ``option``."""
    for other, given in others.items():
        if given:
            raise typer.BadParameter(f"cannot go with {other}", param_hint=option)


def with_selection(
    config: Config,
    select: Sequence[str] = (),
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> Config:
    """``config`` with the command line's selection on top.

    ``select`` says exactly which rules run, so it replaces the configuration's selection
    and its ``ignore``; the others add to what there is.
    """
    if select:
        config = replace(config, select=tuple(select), extend_select=(), ignore=())
    return replace(
        config,
        extend_select=(*config.extend_select, *extend_select),
        ignore=(*config.ignore, *ignore),
    )


def engines(
    values: Iterable[str] | None, directory: Directory | None = None
) -> tuple[str, ...] | None:
    """The engines that ``--grammar`` names, in order; None where it was not given."""
    given = split(values)
    if not given:
        return None
    from copylint.run.directory import Directory

    known = (directory or Directory()).engines
    for name in given:
        one_of(name, (*sorted(known), *NO_ENGINE), "--grammar")
    named = tuple(dict.fromkeys(name for name in given if name not in NO_ENGINE))
    if named and len(named) < len(set(given)):
        raise typer.BadParameter("no engine, or which?", param_hint="--grammar")
    return named
