"""``copylint check``: find errors."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from copylint.cli.baseline import accepted_in, judge_of, tell_of_unused
from copylint.cli.exits import complain, ends_the_run, stdout_may_close
from copylint.cli.fixing import Tally, fix_all, writer
from copylint.cli.inputs import STDIN, gather
from copylint.cli.options import (
    BaselineFile,
    Color,
    ConfigFile,
    Dialect,
    ExtendSelect,
    FailOnSeverity,
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
    complete_formats,
    not_with,
)
from copylint.cli.outcome import exit_code_for, outcome_of, rule_counts
from copylint.cli.progress import Progress
from copylint.cli.settings import Asked, open_store, results_in, settings_for
from copylint.cli.since import base_of, compared
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
    from copylint.cli.library import RunLibrary
    from copylint.cli.reports import Reports
    from copylint.run.depth import settled
    from copylint.run.directory import Directory
    from copylint.run.pipeline import run

    where = paths or ["."]
    base = base_of(since, since_exact, staged=staged, where=where)
    _demand_sense(where, fixes=fixes, unsafe=unsafe, compares=base is not None)
    store = None if no_cache else open_store()
    directory = Directory(store)
    shown = output_format or ("markdown" if submission else "text")
    reports = Reports(shown, output or ())
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
    accepted = accepted_in(baseline, no_baseline, settings)
    comparison = compared(base, inputs, settings, where, directory) if base else None
    found = comparison.inputs if comparison else inputs.found
    errors = comparison.errors if comparison else inputs.errors
    # Of changed files little is new: what was read before is known.
    settings, note = settled(settings, found, any_amount=comparison is not None)
    if note and not quiet:
        complain(note)
    kept = results_in(store, settings, directory)
    with Progress(len(found), wanted=not quiet) as progress:
        result = run(found, settings, jobs=jobs, on_progress=progress.advance, kept=kept)
    if kept:
        directory.keep()
    if comparison:
        result = comparison.new_in(result)
    tally = Tally()
    if fixes:
        from copylint.run.fixing import Plan

        plan = Plan(unsafe, accepted.by_path(each.path for each in found) if accepted else {})
        put = writer(where)
        tally = fix_all(
            result, found, settings, plan, put, accepted=accepted, jobs=jobs, quiet=quiet
        )
    if accepted:
        whole = result
        result = accepted.without(result)
        if not comparison and not quiet:
            tell_of_unused(accepted, judge_of(settings, directory, whole, where))
    library = RunLibrary(settings.rule_sources, comparison.after if comparison else found)
    outcome = outcome_of(result, [*errors, *tally.errors], library)
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
        if fixes and reports.main.for_people and not quiet:
            sys.stdout.writelines(line + "\n" for line in tally.told())
    if fixes and not reports.main.for_people and not quiet:
        complain("\n".join(tally.told()))
    if statistics and not reports.main.for_people:
        sys.stderr.writelines(rule_counts(outcome))
    reports.write_files(outcome)
    if stays and not in_worker:
        _start_worker(settings)
    return exit_code_for(outcome, fail_on, settings)


def _demand_sense(where: list[str], *, fixes: bool, unsafe: bool, compares: bool) -> None:
    """Raise ``typer.BadParameter`` for options that do not go together."""
    if unsafe and not fixes:
        raise typer.BadParameter("needs --fix", param_hint="--unsafe")
    if fixes:
        not_with("--fix", {"--since, --since-exact or --staged": compares})
    if fixes and STDIN in where:
        raise typer.BadParameter("use 'copylint fix -'", param_hint="--fix")


def _start_worker(config: Config) -> None:
    if hasattr(os, "fork"):
        from copylint.cli.warm.worker import start

        start(config.grammar)
