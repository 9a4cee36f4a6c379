"""What ``copylint check`` does, once its command line has been read."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from copylint.cli.accepting import accepted_in, judge_of, tell_of_unused
from copylint.cli.choices import FailOn, Language, TrackedChanges, not_with
from copylint.cli.daemon.serving import accept
from copylint.cli.exits import UsageError, complain, stdout_may_close
from copylint.cli.inputs import STDIN, gather
from copylint.cli.outcome import exit_code_for, outcome_of, rule_counts
from copylint.cli.progress import Progress
from copylint.cli.settings import Asked, open_store, results_in, settings_for
from copylint.cli.since import base_of, compared
from copylint.cli.terminal import Colour, presentation
from copylint.core.record import replaced

if TYPE_CHECKING:
    from pathlib import Path

    from copylint.config.schema import Config


def check(
    paths: list[str] | None = None,
    *,
    stdin_filename: str = "",
    config: Path | None = None,
    isolated: bool = False,
    format_of: list[str] | None = None,
    tracked_changes: TrackedChanges | None = None,
    language: Language | None = None,
    select: list[str] | None = None,
    extend_select: list[str] | None = None,
    ignore: list[str] | None = None,
    grammar: list[str] | None = None,
    vale: bool = False,
    languagetool_url: str = "",
    strict_engines: bool = False,
    submission: bool = False,
    output_format: str | None = None,
    output: list[str] | None = None,
    annotate: str | None = None,
    since: str = "",
    since_exact: str = "",
    staged: bool = False,
    baseline: Path | None = None,
    no_baseline: bool = False,
    fixes: bool = False,
    unsafe: bool = False,
    fail_on: FailOn | None = None,
    quiet: bool = False,
    statistics: bool = False,
    jobs: int = 0,
    no_cache: bool = False,
    warm: bool | None = None,
    color: Colour = Colour.AUTO,
) -> int:
    """Check, fix where that is asked for, and report; the exit code.

    The arguments are the options of ``copylint check``. Raises ``UsageError`` for such as
    make no sense, ``CopylintError`` and ``OSError``.
    """
    from copylint.cli.library import RunLibrary
    from copylint.cli.reports import Reports
    from copylint.runner.deep_policy import settled
    from copylint.runner.directory import Directory
    from copylint.runner.pipeline import run

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
        format_of=format_of,
        tracked_changes=tracked_changes,
    )
    settings = settings_for(asked, directory)
    stays = settings.warm if warm is None else warm
    in_worker = accept(wanted=stays)
    inputs = gather(where, settings, stdin_filename, directory)
    if annotate is not None:
        from copylint.cli.targets import without_copies

        inputs = replaced(inputs, found=without_copies(annotate, where, inputs.found))
    accepted = accepted_in(baseline, no_baseline, settings)
    comparison = compared(base, inputs, settings, where, directory) if base else None
    found = comparison.inputs if comparison else inputs.found
    errors = comparison.errors if comparison else inputs.errors
    copies = None
    if annotate is not None:
        from copylint.cli.annotating import Copies

        articles = comparison.after if comparison else inputs.found
        copies = Copies(annotate, where, articles, settings)
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
    tally = None
    if fixes:
        from copylint.cli.fixing import fix_all, writer
        from copylint.runner.fixer import Plan

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
    told = list(tally.told()) if tally else []
    unwritten = list(tally.errors) if tally else []
    if copies:
        lines, refused = copies.write(result)
        told += lines
        unwritten += refused
    library = RunLibrary(settings, comparison.after if comparison else found)
    outcome = outcome_of(result, [*errors, *unwritten], library)
    for note in (*result.rule_notes, *(() if quiet else result.notes)):
        complain(note)
    for failure in outcome.failures:
        complain(str(failure))
    if not inputs.found and not inputs.errors and not quiet:
        complain(f"no articles in {', '.join(where)}")
    with stdout_may_close():
        reports.write(outcome, presentation(color, quiet=quiet))
        if statistics and reports.main.for_people:
            sys.stdout.writelines(rule_counts(outcome))
        if reports.main.for_people and not quiet:
            sys.stdout.writelines(line + "\n" for line in told)
    if told and not reports.main.for_people and not quiet:
        complain("\n".join(told))
    if statistics and not reports.main.for_people:
        sys.stderr.writelines(rule_counts(outcome))
    reports.write_files(outcome)
    if stays and not in_worker:
        _start_worker(settings)
    return exit_code_for(outcome, fail_on, settings)


def _demand_sense(where: list[str], *, fixes: bool, unsafe: bool, compares: bool) -> None:
    """Raise ``UsageError`` for options that do not go together."""
    if unsafe and not fixes:
        raise UsageError("needs --fix", "--unsafe")
    if fixes:
        not_with("--fix", {"--since, --since-exact or --staged": compares})
    if fixes and STDIN in where:
        raise UsageError("use 'copylint fix -'", "--fix")


def _start_worker(config: Config) -> None:
    if hasattr(os, "fork"):
        from copylint.cli.daemon.worker import start

        start(config.grammar)
