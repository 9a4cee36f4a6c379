"""``copylint check``: find errors."""

from __future__ import annotations

from typing import Annotated

import typer

from copylint.cli import checking
from copylint.cli.exits import ends_the_run
from copylint.cli.options import (
    BaselineFile,
    Color,
    ConfigFile,
    Dialect,
    ExtendSelect,
    FailOnSeverity,
    FormatOf,
    Grammar,
    Ignore,
    Isolated,
    Jobs,
    NoBaseline,
    NoCache,
    Paths,
    Quiet,
    Select,
    StdinFilename,
    Tracked,
    complete_formats,
)
from copylint.cli.terminal import Colour


@ends_the_run
def check(
    paths: Paths = None,
    stdin_filename: StdinFilename = "",
    config: ConfigFile = None,
    isolated: Isolated = False,
    format_of: FormatOf = None,
    tracked_changes: Tracked = None,
    language: Dialect = None,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    grammar: Grammar = None,
    vale: Annotated[
        bool, typer.Option("--vale", help="Run the rules of the nearest .vale.ini as well.")
    ] = False,
    languagetool_url: Annotated[
        str, typer.Option(metavar="URL", help="Ask this LanguageTool server.", show_default=False)
    ] = "",
    strict_engines: Annotated[
        bool, typer.Option("--strict-engines", help="Fail where an engine cannot answer.")
    ] = False,
    submission: Annotated[
        bool,
        typer.Option(
            "--submission",
            help="Check an article that is handed in: its furniture, pictures and lengths too; "
            "written as markdown, for a comment.",
        ),
    ] = False,
    output_format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="How to write findings: text, json, jsonl, sarif, github, gitlab, junit, "
            "checkstyle, rdjson, rdjsonl, markdown or html.",
            show_default="text",
            autocompletion=complete_formats,
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FORMAT=FILE",
            help="Write findings to a file as well, in any of these formats (repeatable).",
        ),
    ] = None,
    annotate: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Write a copy of the Word article with each finding as a comment; for several "
            "articles name a folder.",
            show_default=False,
        ),
    ] = None,
    since: Annotated[
        str,
        typer.Option(
            metavar="REV",
            help="Report only what was brought in since HEAD parted from REV.",
            show_default=False,
        ),
    ] = "",
    since_exact: Annotated[
        str,
        typer.Option(
            metavar="REV",
            help="Report only what differs from REV as it is.",
            show_default=False,
        ),
    ] = "",
    staged: Annotated[
        bool, typer.Option("--staged", help="Report only what the staged changes bring in.")
    ] = False,
    baseline: BaselineFile = None,
    no_baseline: NoBaseline = False,
    fixes: Annotated[
        bool, typer.Option("--fix", help="Correct what is certain, and report what remains.")
    ] = False,
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="With --fix: apply the first suggestion of the rest.")
    ] = False,
    fail_on: FailOnSeverity = None,
    quiet: Quiet = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Count the findings of each rule.")
    ] = False,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
    warm: Annotated[
        bool | None,
        typer.Option(
            "--warm/--no-warm",
            help="Have a worker stay for some minutes, which makes the next check start faster.",
            show_default=False,
        ),
    ] = None,
    color: Color = Colour.AUTO,
) -> int:
    """Find errors in articles.

    Exit code 0: nothing found at or above --fail-on. 1: findings. 2: something could not
    be checked.
    """
    return checking.check(
        paths,
        stdin_filename=stdin_filename,
        config=config,
        isolated=isolated,
        format_of=format_of,
        tracked_changes=tracked_changes,
        language=language,
        select=select,
        extend_select=extend_select,
        ignore=ignore,
        grammar=grammar,
        vale=vale,
        languagetool_url=languagetool_url,
        strict_engines=strict_engines,
        submission=submission,
        output_format=output_format,
        output=output,
        annotate=annotate,
        since=since,
        since_exact=since_exact,
        staged=staged,
        baseline=baseline,
        no_baseline=no_baseline,
        fixes=fixes,
        unsafe=unsafe,
        fail_on=fail_on,
        quiet=quiet,
        statistics=statistics,
        jobs=jobs,
        no_cache=no_cache,
        warm=warm,
        color=color,
    )
