"""``copylint check``: find errors."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from copylint.cli.accepting import accepted_in, judge_of, tell_of_unused
from copylint.cli.choices import not_with
from copylint.cli.completion import complete_formats, complete_outputs
from copylint.cli.daemon.serving import accept
from copylint.cli.exits import UsageError, complain, stdout_may_close
from copylint.cli.inputs import STDIN, Inputs, gather, stdin_waits
from copylint.cli.online import OnlineOptions, with_links
from copylint.cli.option_table import OptionGroup, destination, flag, string, strings, switch
from copylint.cli.outcome import exit_code_for, fixable_in, outcome_of, rule_counts
from copylint.cli.running import lint_inputs
from copylint.cli.settings import open_store, settings_for, with_rules
from copylint.cli.shared_options import (
    BaselineOptions,
    ColorOptions,
    FailOptions,
    LimitOptions,
    RunOptions,
    StdinOptions,
    TrustOptions,
)
from copylint.cli.since import base_of, compared
from copylint.cli.terminal import presentation
from copylint.cli.transcripts import TranscriptOptions, with_transcripts
from copylint.core.record import replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copylint.cli.fixing import Tally
    from copylint.cli.reports import Reports
    from copylint.config.schema import Config
    from copylint.report.base import Outcome
    from copylint.runner.baseline_check import AcceptedFindings
    from copylint.runner.changes import Comparison
    from copylint.runner.result import Input, RunResult


class CheckOptions(
    RunOptions,
    OnlineOptions,
    TranscriptOptions,
    TrustOptions,
    StdinOptions,
    BaselineOptions,
    FailOptions,
    LimitOptions,
    ColorOptions,
):
    """The options of ``copylint check``."""

    vale = flag(
        "--vale",
        help="Also run the rules of the nearest .vale.ini.",
        more="See [the rule language](rule-language.md#vale).",
        group=OptionGroup.RULES,
    )
    against = string(
        "--against",
        metavar="INDEX",
        help="Report captions and paragraphs that this index of the archive has.",
        more="'copylint archive duplicates' writes it: see "
        "[what was printed before](../guides/archive.md#what-was-printed-before).",
        group=OptionGroup.RULES,
    )
    languagetool_url = string(
        "--languagetool-url",
        metavar="URL",
        help="Ask this LanguageTool server.",
        more="Without it a local one is started.",
        group=OptionGroup.RULES,
    )
    strict_engines = flag(
        "--strict-engines",
        help="Fail if an engine cannot answer.",
        more="The exit code is then 2; otherwise the run goes on without the engine.",
        group=OptionGroup.RULES,
    )
    submission = flag(
        "--submission",
        help="Check a submission, its furniture, pictures and length too, and write Markdown for "
        "a comment.",
        more="See [in CI](../guides/ci.md#articles-that-are-handed-in).",
        group=OptionGroup.RULES,
    )
    output_format = string(
        "--format",
        metavar="FORMAT",
        help="How to print findings.",
        more="See [reports and exit codes](output.md).",
        listed=lambda: complete_formats(""),
        group=OptionGroup.OUTPUT,
        shown="text",
        complete=complete_formats,
    )
    output = strings(
        "--output",
        metavar="FORMAT=FILE",
        help="Also write findings to a file, in any of these formats (repeatable).",
        group=OptionGroup.OUTPUT,
        complete=complete_outputs,
    )
    annotate = destination(
        "--annotate",
        help="Write a copy of a Word, OpenDocument, HTML or PDF article with a comment for "
        "each finding; for several articles, name a folder.",
        more="See [Word files](../guides/word.md).",
        group=OptionGroup.OUTPUT,
    )
    since = string(
        "--since",
        metavar="REV",
        help="Report only findings that are new since HEAD parted from REV.",
        more="See [only new findings](../guides/changes.md).",
        group=OptionGroup.NEW,
    )
    since_exact = string(
        "--since-exact",
        metavar="REV",
        help="Report only findings that REV itself does not have.",
        group=OptionGroup.NEW,
    )
    staged = flag(
        "--staged",
        help="Report only findings that the staged changes bring in.",
        group=OptionGroup.NEW,
    )
    fixes = flag(
        "--fix",
        help="Correct what is certain and report the rest.",
        more="See [fixing](../guides/fixing.md). Not with `--since` and the like, nor with `-`.",
        group=OptionGroup.FIXES,
    )
    unsafe = flag(
        "--unsafe",
        help="With --fix: also apply the first suggestion of every other finding.",
        group=OptionGroup.FIXES,
    )
    statistics = flag(
        "--statistics",
        help="Count the findings of each rule.",
        more="Printed after the findings; on standard error if the format is for programs.",
        group=OptionGroup.OUTPUT,
    )
    warm = switch(
        "--warm",
        "--no-warm",
        help="Keep a worker running for ten minutes, so that the next check starts faster.",
        more="See [speed](../explanation/speed.md).",
        group=OptionGroup.RUN,
    )


def check(options: CheckOptions) -> int:
    """Find errors in articles.

    Exit code 0: no finding at or above --fail-on. 1: findings. 2: something could not be
    checked.
    """
    from copylint.cli.library import RunLibrary
    from copylint.cli.provenance import provenance_of
    from copylint.cli.reports import Reports
    from copylint.runner.deep_policy import apply_deep_policy

    where, quiet = options.where, options.quiet
    base = base_of(options.since, options.since_exact, staged=options.staged, where=where)
    _demand_sense(options, compares=base is not None)
    store = None if options.no_cache else open_store()
    shown = options.output_format or ("markdown" if options.submission else "text")
    reports = Reports(shown, options.output)
    settings = _settings(options)
    stays = settings.warm if options.warm is None else options.warm
    stays = stays and not (options.untrusted or options.config_from)
    in_worker = accept(wanted=stays)
    inputs = gather(where, settings, options.stdin_filename)
    if options.annotate is not None:
        from copylint.cli.targets import without_copies

        inputs = replace(inputs, found=without_copies(options.annotate, where, inputs.found))
    accepted = accepted_in(options, where, settings)
    comparison = compared(base, inputs, settings, where) if base else None
    found = comparison.inputs if comparison else inputs.found
    articles = comparison.after if comparison else inputs.found
    copies = None
    if options.annotate is not None:
        from copylint.cli.annotating import Copies

        copies = Copies(options.annotate, where, articles, settings)
    settings, said = with_links(options, settings, found, handed_in=options.submission)
    settings = apply_deep_policy(settings)
    tells_fixable = reports.tells_fixable and not (quiet or options.fixes or options.untrusted)
    result = lint_inputs(found, settings, options, store, forecast=tells_fixable)
    if comparison:
        result = comparison.new_in(result)
    tally = _fix(options, result, found, settings, accepted) if options.fixes else None
    if accepted:
        whole = result
        result = accepted.without(result)
        if not comparison and not quiet:
            tell_of_unused(accepted, judge_of(settings, whole, where))
    told = list(tally.told()) if tally else []
    errors = [*(comparison or inputs).errors, *(tally.errors if tally else ())]
    if copies:
        lines, refused = copies.write(result)
        told += lines
        errors += refused
    library = RunLibrary(settings, articles, lambda: provenance_of(options, settings))
    fixable = fixable_in(result) if tells_fixable else None
    notes = [*said, *_notes(options, result, inputs, comparison)]
    if settings.mirror:
        notes = [settings.mirror.told(note) for note in notes]
    outcome = outcome_of(result, errors, library, fixable, notes)
    for note in notes if options.untrusted or not quiet else result.rule_notes:
        complain(note)
    for failure in outcome.failures:
        complain(str(failure))
    if not options.paths and not quiet and stdin_waits():
        complain("standard input has text that was not read; 'copylint check -' checks it")
    _report(options, reports, outcome, told)
    if stays and not in_worker:
        _start_worker(settings)
    return exit_code_for(outcome, options.fail_on, settings)


def _demand_sense(options: CheckOptions, *, compares: bool) -> None:
    """Raise ``UsageError`` for options that do not go together."""
    if options.unsafe and not options.fixes:
        raise UsageError("needs --fix", "--unsafe")
    if options.fixes:
        not_with("--fix", {"--since, --since-exact or --staged": compares})
        not_with("--fix", {"--untrusted": options.untrusted})
    if options.fixes and STDIN in options.where:
        raise UsageError("use 'copylint fix -'", "--fix")


def _settings(options: CheckOptions) -> Config:
    """The configuration of the run. Raises ``ConfigError`` or ``UsageError``."""
    config = settings_for(
        options,
        options.where,
        stdin_filename=options.stdin_filename,
        vale=options.vale,
    )
    config = with_rules(config, options)
    if options.submission:
        config = replace(config, extend_select=(*config.extend_select, "submission"))
    if options.languagetool_url:
        if "languagetool" not in config.grammar:
            raise UsageError("needs --grammar languagetool", "--languagetool-url")
        table = {**config.engines.get("languagetool", {}), "url": options.languagetool_url}
        config = replace(config, engines={**config.engines, "languagetool": table})
    if options.against:
        from copylint.runner.house_files import printed

        printed(options.against)
        config = replace(config, against=os.path.abspath(options.against))  # noqa: PTH100
    config = with_transcripts(options, config)
    return replace(config, strict_engines=config.strict_engines or options.strict_engines)


def _notes(
    options: CheckOptions, result: RunResult, inputs: Inputs, comparison: Comparison | None
) -> Iterator[str]:
    """The notes about the run, apart from its findings."""
    yield from result.rule_notes
    if options.untrusted:
        from copylint.runner.passed_over import told

        passed = inputs.passed_over
        if comparison:
            passed = tuple(each for each in passed if comparison.touches(each.absolute))
        yield from told(passed)
    yield from result.notes
    if inputs.empty and not options.untrusted:
        yield f"no articles in {', '.join(inputs.empty)}"


def _fix(
    options: CheckOptions,
    result: RunResult,
    found: Sequence[Input],
    settings: Config,
    accepted: AcceptedFindings | None,
) -> Tally:
    """Fix the findings in ``result``, which is left with those that remain."""
    from copylint.cli.fixing import fix_all, writer
    from copylint.runner.fixer import Plan
    from copylint.runner.temporary_files import delete_leftovers

    delete_leftovers(each.path for each in found)

    known = accepted.by_path(each.path for each in found) if accepted else {}
    return fix_all(
        result,
        found,
        settings,
        Plan(options.unsafe, known),
        writer(options.where),
        accepted=accepted,
        jobs=options.jobs,
        quiet=options.quiet,
    )


def _report(options: CheckOptions, reports: Reports, outcome: Outcome, told: Sequence[str]) -> None:
    """Write the reports, and the lines ``told``, which say what was fixed or written."""
    for_people = reports.main.for_people
    with stdout_may_close():
        look = presentation(options.color, quiet=options.quiet, show_all=options.show_all)
        reports.write(outcome, look)
        if options.statistics and for_people:
            sys.stdout.writelines(rule_counts(outcome))
        if for_people and not options.quiet:
            sys.stdout.writelines(line + "\n" for line in told)
    if told and not for_people and not options.quiet:
        complain("\n".join(told))
    if options.statistics and not for_people:
        sys.stderr.writelines(rule_counts(outcome))
    reports.write_files(outcome)


def _start_worker(config: Config) -> None:
    if hasattr(os, "fork"):
        from copylint.cli.daemon.launch import start

        start(config.grammar)
