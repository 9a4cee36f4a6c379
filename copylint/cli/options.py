"""Options that several commands share, as they are declared."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from copylint.cli.choices import FailOn, Language, TrackedChanges
from copylint.cli.terminal import Colour


def complete_rules(incomplete: str) -> list[str]:
    """Rule ids and families that begin as ``incomplete`` does, for shell completion."""
    from copylint.runner.registry import all_rules

    names = {"all", *all_rules(), *(rule.family for rule in all_rules().values())}
    return sorted(name for name in names if name.startswith(incomplete))


def complete_format_of(incomplete: str) -> list[str]:
    """What may stand after the glob of ``--format-of``, for shell completion."""
    from copylint.formats.catalogue import ENTRIES

    glob, is_given, name = incomplete.partition("=")
    if not is_given:
        return []
    return [f"{glob}={each.name}" for each in ENTRIES if each.name.startswith(name)]


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
FormatOf = Annotated[
    list[str] | None,
    typer.Option(
        metavar="GLOB=FORMAT",
        help="Read the files that the glob matches in this format (repeatable).",
        autocompletion=lambda incomplete: complete_format_of(incomplete),
    ),
]
Tracked = Annotated[
    TrackedChanges | None,
    typer.Option(
        "--tracked-changes",
        help="Read changes tracked in documents as accepted, or the original.",
        show_default="accepted",
    ),
]
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
