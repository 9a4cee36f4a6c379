"""``copylint check``: find errors."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from copylint.cli.exits import complain, ends_the_run, stdout_may_close
from copylint.cli.inputs import gather
from copylint.cli.options import (
    Color,
    ConfigFile,
    Dialect,
    ExtendSelect,
    FailOnSeverity,
    Grammar,
    Ignore,
    Isolated,
    Jobs,
    NoCache,
    Paths,
    Quiet,
    Select,
    StdinFilename,
    complete_formats,
)
from copylint.cli.outcome import exit_code_for, outcome_of, rule_counts
from copylint.cli.progress import Progress
from copylint.cli.settings import Asked, open_store, results_in, settings_for
from copylint.cli.terminal import Colour, presentation
from copylint.cli.warm.serving import accept

if TYPE_CHECKING:
    from copylint.config.schema import Config


@ends_the_run
def check(
    paths: Paths = None,
    stdin_filename: StdinFilename = "",
    config: ConfigFile = None,
    isolated: Isolated = False,
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
    from copylint.cli.library import RunLibrary
    from copylint.cli.reports import Reports
    from copylint.run.directory import Directory
    from copylint.run.pipeline import run

    store = None if no_cache else open_store()
    directory = Directory(store)
    shown = output_format or ("markdown" if submission else "text")
    reports = Reports(shown, output or ())
    where = paths or ["."]
    asked = Asked(
        where,
        stdin_filename,
        config,
        isolated,
        language,
        select,
        [*(extend_select or ()), *(["submission"] if submission else [])],
        ignore,
        grammar,
        vale=vale,
        languagetool_url=languagetool_url,
        strict_engines=strict_engines,
    )
    settings = settings_for(asked, directory)
    stays = settings.warm if warm is None else warm
    in_worker = accept(wanted=stays)
    inputs = gather(where, settings, stdin_filename, directory)
    kept = results_in(store, settings, directory)
    with Progress(len(inputs.found), wanted=not quiet) as progress:
        result = run(inputs.found, settings, jobs=jobs, on_progress=progress.advance, kept=kept)
    if kept:
        directory.keep()
    library = RunLibrary(settings.rule_sources, inputs.found)
    outcome = outcome_of(result, inputs.errors, library)
    for note in result.rule_notes:
        complain(note)
    for failure in outcome.failures:
        complain(str(failure))
    if not inputs.found and not inputs.errors and not quiet:
        complain(f"no articles in {', '.join(where)}")
    with stdout_may_close():
        reports.write(outcome, presentation(color, quiet=quiet))
        if statistics and reports.main.for_people:
            sys.stdout.writelines(rule_counts(outcome))
    if statistics and not reports.main.for_people:
        sys.stderr.writelines(rule_counts(outcome))
    reports.write_files(outcome)
    if stays and not in_worker:
        _start_worker(settings)
    return exit_code_for(outcome, fail_on, settings)


def _start_worker(config: Config) -> None:
    if hasattr(os, "fork"):
        from copylint.cli.warm.worker import start

        start(config.grammar)
