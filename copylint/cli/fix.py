"""``copylint fix``: correct what can be corrected."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from copylint.cli.accepting import accepted_in
from copylint.cli.choices import not_with
from copylint.cli.exits import UsageError, complain, ends_the_run, stdout_may_close
from copylint.cli.fixing import Tally, copied, copy_rest, fix_all, tracker, writer
from copylint.cli.inputs import STDIN, gather
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
)
from copylint.cli.outcome import exit_code_for, outcome_of
from copylint.cli.progress import Progress
from copylint.cli.settings import Asked, open_store, results_in, settings_for
from copylint.cli.terminal import Colour, presentation

if TYPE_CHECKING:
    from copylint.config.schema import Config
    from copylint.report.base import Outcome
    from copylint.runner.fixed_file import Fixed
    from copylint.runner.result import Input


@ends_the_run
def fix(
    paths: Paths = None,
    stdin_filename: StdinFilename = "",
    unsafe: Annotated[
        bool, typer.Option("--unsafe", help="Apply the first suggestion of every finding.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what would change; write nothing.")
    ] = False,
    track_changes: Annotated[
        bool,
        typer.Option(
            "--track-changes",
            help="Correct Word articles by changes that a reader accepts or rejects.",
        ),
    ] = False,
    output: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Write the corrected article here, and leave it as it is; for several articles "
            "name a folder.",
            show_default=False,
        ),
    ] = None,
    interactive: Annotated[
        bool, typer.Option("--interactive", "-i", help="Ask about each finding.")
    ] = False,
    config: ConfigFile = None,
    isolated: Isolated = False,
    format_of: FormatOf = None,
    tracked_changes: Tracked = None,
    language: Dialect = None,
    select: Select = None,
    extend_select: ExtendSelect = None,
    ignore: Ignore = None,
    grammar: Grammar = None,
    baseline: BaselineFile = None,
    no_baseline: NoBaseline = False,
    fail_on: FailOnSeverity = None,
    quiet: Quiet = False,
    jobs: Jobs = 0,
    no_cache: NoCache = False,
    color: Color = Colour.AUTO,
) -> int:
    """Correct errors in articles, and report those that remain.

    Articles are corrected in place, unless --output names where the corrected ones go.
    Only what is certain is corrected, unless --unsafe is given. Standard input ('-') is
    written to standard output, corrected. Exit codes are those of 'check', for what remains.
    """
    from copylint.runner.deep_policy import settled
    from copylint.runner.directory import Directory
    from copylint.runner.fixer import Plan
    from copylint.runner.pipeline import run

    where = paths or ["."]
    filters = STDIN in where
    if STDIN in where and len(where) > 1:
        raise UsageError("'-' stands alone", "PATHS")
    if interactive:
        not_with(
            "--interactive",
            {"--unsafe": unsafe, "--diff": diff, "--no-baseline": no_baseline, STDIN: filters},
        )
    if output is not None:
        not_with("--output", {"--diff": diff, "--interactive": interactive, STDIN: filters})
    if track_changes:
        not_with("--track-changes", {"--diff": diff, "--interactive": interactive})
    store = None if no_cache else open_store()
    directory = Directory(store)
    asked = Asked(
        where,
        stdin_filename,
        config,
        isolated,
        language,
        select,
        extend_select,
        ignore,
        grammar,
        format_of=format_of,
        tracked_changes=tracked_changes,
    )
    settings = settings_for(asked, directory)
    accepted = accepted_in(baseline, no_baseline, settings)
    inputs = gather(where, settings, stdin_filename, directory)
    found = inputs.found
    copies = None
    if output is not None:
        from copylint.cli.targets import Targets, without_copies

        found = without_copies(output, where, found)
        copies = Targets("--output", output, where, found)
    if track_changes:
        _demand_word(where, found, settings)
    settings, _ = settled(settings, found, any_amount=False)
    kept = results_in(store, settings, directory)
    with Progress(len(found), wanted=not quiet) as progress:
        result = run(found, settings, jobs=jobs, on_progress=progress.advance, kept=kept)
    shown: list[str] = []
    through: list[bytes] = [each.data for each in found if each.data is not None]
    put = _putter(where, shown, through, diff=diff) if copies is None else copied(copies)
    if track_changes:
        put = tracker(put)
    if interactive:
        from copylint.cli.interactive import ask_about_all, decisions_file

        accepted = accepted or decisions_file()
        tally = ask_about_all(result, found, settings, accepted, put, presentation(color))
    else:
        known = accepted.by_path(each.path for each in found) if accepted else {}
        plan = Plan(unsafe, known, track_changes)
        written = None if diff or filters or copies else accepted
        tally = fix_all(
            result, found, settings, plan, put, accepted=written, jobs=jobs, quiet=quiet
        )
        if copies is not None:
            copy_rest(copies, result, tally, settings)
    if accepted:
        result = accepted.without(result)
    outcome = outcome_of(result, [*inputs.errors, *tally.errors])
    for note in (*result.rule_notes, *(() if quiet else result.notes)):
        complain(note)
    for failure in outcome.failures:
        complain(str(failure))
    if not found and not inputs.errors and not quiet:
        complain(f"no articles in {', '.join(where)}")
    if interactive:
        sys.stdout.writelines(line + "\n" for line in tally.told())
        return exit_code_for(outcome, fail_on, settings)
    with stdout_may_close():
        if diff:
            sys.stdout.writelines(shown)
        elif filters:
            sys.stdout.flush()
            sys.stdout.buffer.writelines(through)
    _report(outcome, tally, color, quiet=quiet, apart=diff or filters, future=diff)
    return exit_code_for(outcome, fail_on, settings)


def _demand_word(where: Sequence[str], found: Sequence[Input], settings: Config) -> None:
    """Raise ``UsageError`` where a file was named that can hold no tracked changes."""
    from copylint.runner.word_documents import is_word

    for each in found:
        if (each.path in where or each.data is not None) and not is_word(each, settings):
            raise UsageError(
                f"'{each.path}' is no Word file (.docx), and no other holds tracked changes; "
                "leave the option out",
                "--track-changes",
            )


def _putter(
    where: Sequence[str], shown: list[str], through: list[bytes], *, diff: bool
) -> Callable[[Fixed], None]:
    """What becomes of a file that changes: a diff to show, bytes to hand through, or a file."""

    def show(fixed: Fixed) -> None:
        from copylint.fix.diff import unified

        shown.append(unified(fixed.result.path, fixed.old_text, fixed.new_text))

    def hand_through(fixed: Fixed) -> None:
        through[:] = [fixed.new]

    if diff:
        return show
    return hand_through if STDIN in where else writer(where)


def _report(
    outcome: Outcome, tally: Tally, color: Colour, *, quiet: bool, apart: bool, future: bool
) -> None:
    """What remains, and what was fixed; ``apart`` from what standard output is needed for."""
    from copylint.report.formats.text import TextReporter
    from copylint.report.wording import summary

    if apart:
        told = tally.told(future=future)
        if not quiet:
            complain("\n".join([*told, f"remaining: {summary(outcome)}"]))
        return
    with stdout_may_close():
        TextReporter().write(outcome, sys.stdout, presentation(color, quiet=quiet))
        if not quiet:
            sys.stdout.writelines(line + "\n" for line in tally.told())
