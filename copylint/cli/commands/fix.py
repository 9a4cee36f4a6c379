"""``copylint fix``: correct what can be corrected."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from copylint.cli.accepting import accepted_in
from copylint.cli.choices import FailOn, not_with
from copylint.cli.exits import UsageError, complain, stdout_may_close
from copylint.cli.fixing import Tally, copied, copy_rest, fix_all, tracker, writer
from copylint.cli.inputs import STDIN, gather
from copylint.cli.option_table import OptionGroup, destination, flag
from copylint.cli.outcome import exit_code_for, outcome_of
from copylint.cli.running import lint_inputs
from copylint.cli.settings import open_store, settings_for, with_rules
from copylint.cli.shared_options import (
    BaselineOptions,
    ColorOptions,
    FailOptions,
    FileOptions,
    LimitOptions,
    RunOptions,
    StdinOptions,
)
from copylint.cli.terminal import presentation
from copylint.core.record import replace

if TYPE_CHECKING:
    from copylint.config.schema import Config
    from copylint.report.base import Outcome
    from copylint.runner.fixed_file import FixedFile
    from copylint.runner.result import Input


class FixOptions(
    RunOptions, FileOptions, StdinOptions, BaselineOptions, FailOptions, LimitOptions, ColorOptions
):
    """The options of ``copylint fix``."""

    unsafe = flag(
        "--unsafe", help="Apply the first suggestion of every finding.", group=OptionGroup.FIXES
    )
    diff = flag(
        "--diff",
        help="Show what would change; write nothing.",
        more="A unified diff on standard output.",
        group=OptionGroup.FIXES,
    )
    track_changes = flag(
        "--track-changes",
        help="Correct Word articles with tracked changes, to accept or reject.",
        more="See [Word files](../guides/word.md).",
        group=OptionGroup.FIXES,
    )
    output = destination(
        "--output",
        help="Write the corrected article here and leave the original alone; for several "
        "articles, name a folder.",
        group=OptionGroup.FIXES,
    )
    interactive = flag(
        "--interactive", "-i", help="Ask about each finding.", group=OptionGroup.FIXES
    )
    fix_only = flag(
        "--fix-only",
        help="Report only what was fixed; findings that remain do not fail the run.",
        more="For a hook that runs before one that checks.",
        group=OptionGroup.FIXES,
    )


def fix(options: FixOptions) -> int:
    """Correct errors in articles and report those that remain.

    Articles are corrected in place, unless --output names another file or folder. Without
    --unsafe, only certain corrections are made. Standard input ('-') is written to standard
    output, corrected. Exit codes are those of 'check', for the findings that remain.
    """
    from copylint.runner.deep_policy import apply_deep_policy
    from copylint.runner.fixer import Plan
    from copylint.runner.temporary_files import delete_leftovers

    where, quiet, diff = options.where, options.quiet, options.diff
    filters = STDIN in where
    _demand_sense(options)
    store = None if options.no_cache else open_store()
    stdin_filename = options.stdin_filename
    settings = settings_for(options, where, stdin_filename=stdin_filename)
    settings = with_rules(settings, options)
    accepted = accepted_in(options, where, settings)
    inputs = gather(where, settings, stdin_filename)
    found = inputs.found
    copies = None
    if not diff and options.output is None:
        delete_leftovers(each.path for each in found if each.data is None)
    if options.output is not None:
        from copylint.cli.targets import Targets, without_copies

        found = without_copies(options.output, where, found)
        copies = Targets("--output", options.output, where, found)
    if options.track_changes:
        _demand_word(where, found, settings)
    settings = apply_deep_policy(settings)
    result = lint_inputs(found, settings, options, store)
    shown: list[str] = []
    through: list[bytes] = [each.data for each in found if each.data is not None]
    put = _putter(where, shown, through, diff=diff) if copies is None else copied(copies)
    if options.track_changes:
        put = tracker(put)
    if options.interactive:
        from copylint.cli.interactive import ask_about_all, decisions_file

        accepted = accepted or decisions_file()
        look = presentation(options.color)
        tally = ask_about_all(result, found, settings, accepted, put, look, store)
    else:
        known = accepted.by_path(each.path for each in found) if accepted else {}
        plan = Plan(options.unsafe, known, options.track_changes)
        written = None if diff or filters or copies else accepted
        tally = fix_all(
            result, found, settings, plan, put, accepted=written, jobs=options.jobs, quiet=quiet
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
    if options.interactive:
        sys.stdout.writelines(line + "\n" for line in tally.told())
        return exit_code_for(outcome, options.fail_on, settings)
    with stdout_may_close():
        if diff:
            sys.stdout.writelines(shown)
        elif filters:
            sys.stdout.flush()
            sys.stdout.buffer.writelines(through)
    if options.fix_only:
        if tally.fixes and not quiet:
            _tell(tally.told(future=diff), aside=diff or filters)
        return exit_code_for(outcome, FailOn.NEVER, settings)
    _report(outcome, tally, options)
    return exit_code_for(outcome, options.fail_on, settings)


def _demand_sense(options: FixOptions) -> None:
    """Raise ``UsageError`` for options that do not go together."""
    filters = STDIN in options.where
    if filters and len(options.where) > 1:
        raise UsageError("'-' cannot be combined with other paths", "PATHS")
    if options.interactive:
        others = {"--unsafe": options.unsafe, "--diff": options.diff}
        others |= {"--no-baseline": options.no_baseline, STDIN: filters}
        others |= {"--fix-only": options.fix_only}
        not_with("--interactive", others)
    if options.fix_only:
        not_with("--fix-only", {"--fail-on": options.fail_on is not None})
    either = {"--diff": options.diff, "--interactive": options.interactive}
    if options.output is not None:
        not_with("--output", {**either, STDIN: filters})
    if options.track_changes:
        not_with("--track-changes", either)


def _demand_word(where: Sequence[str], found: Sequence[Input], settings: Config) -> None:
    """Raise ``UsageError`` if a named file cannot hold tracked changes."""
    from copylint.runner.word_documents import is_word

    for each in found:
        if (each.path in where or each.data is not None) and not is_word(each, settings):
            raise UsageError(
                f"'{each.path}' is not a Word file (.docx); copylint can track changes in no "
                "other format",
                "--track-changes",
            )


def _putter(
    where: Sequence[str], shown: list[str], through: list[bytes], *, diff: bool
) -> Callable[[FixedFile], None]:
    """What handles a file that changes: shows a diff, hands the bytes on or writes the file."""

    def show(fixed: FixedFile) -> None:
        from copylint.fix.diff import unified

        shown.append(unified(fixed.result.path, fixed.old_text, fixed.new_text))

    def hand_through(fixed: FixedFile) -> None:
        through[:] = [fixed.new]

    if diff:
        return show
    return hand_through if STDIN in where else writer(where)


def _tell(lines: Sequence[str], *, aside: bool) -> None:
    """Print ``lines``; ``aside``: on standard error, where standard output has the article."""
    if aside:
        complain("\n".join(lines))
        return
    with stdout_may_close():
        sys.stdout.writelines(line + "\n" for line in lines)


def _report(outcome: Outcome, tally: Tally, options: FixOptions) -> None:
    """What was fixed and what remains: on standard error if standard output has the article."""
    from copylint.report.base import Fixable
    from copylint.report.formats.text import TextReporter
    from copylint.report.wording import summary

    told = tally.told(future=options.diff)
    if options.diff:
        if not options.quiet:
            complain("\n".join([*told, f"remaining: {summary(outcome)}"]))
        return
    filters = STDIN in options.where
    stream = sys.stderr if filters else sys.stdout
    look = presentation(
        options.color, quiet=options.quiet, show_all=options.show_all, stream=stream
    )
    if filters:
        TextReporter().write(outcome, stream, look)
        if told and not options.quiet:
            complain("\n".join(told))
        return
    with stdout_may_close():
        if not (tally.errors or tally.untracked):  # all that can be corrected unasked is
            outcome = replace(outcome, fixable=Fixable(frozenset(), 0))
        TextReporter().write(outcome, stream, look)
        if not options.quiet:
            sys.stdout.writelines(line + "\n" for line in told)
