"""``copylint trial``: what rules would find, before they go live."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from copylint.cli.archive_source import ArticleFieldOptions, columns_of, config_paths
from copylint.cli.choices import ArchiveEngine, not_with
from copylint.cli.completion import complete_rules_or_files
from copylint.cli.exits import CLEAN, FAILED, UsageError, complain, stdout_may_close
from copylint.cli.inputs import gather
from copylint.cli.option_table import (
    OptionGroup,
    argument,
    arguments,
    choice_or,
    destination,
    file,
    flag,
    number,
    string,
)
from copylint.cli.settings import settings_for
from copylint.cli.shared_options import JobsOptions
from copylint.cli.trial_rules import with_rules_on_trial

if TYPE_CHECKING:
    from collections.abc import Callable

    from copylint.config.schema import Config
    from copylint.runner.trial import TrialOutcome

_SHARD_SIZE = 1000


class TrialOptions(ArticleFieldOptions, JobsOptions):
    """The options of ``copylint trial``."""

    rule = argument(
        "RULE",
        help="A rule (drafts too), a pack, the file or folder of one, or a configuration (.toml).",
        complete=complete_rules_or_files,
    )
    paths = arguments(
        "PATHS",
        help="Articles, folders of articles, or an archive: Parquet, JSON lines, an address.",
        required=False,
    )
    sample = number(
        "--sample",
        default=20,
        help="How many findings to show, drawn from the whole archive.",
        group=OptionGroup.OUTPUT,
    )
    sheet = destination(
        "--sheet",
        help="Write the sample as a page on which a person says which are right.",
        more="See [reading a trial](../guides/trial.md).",
        group=OptionGroup.OUTPUT,
    )
    verdicts = file(
        "--verdicts",
        help="Instead of a trial: how precise the rules are by these verdicts of a sheet.",
        group=OptionGroup.OUTPUT,
    )
    keep = flag(
        "--keep",
        help="With --verdicts: keep the figures beside the rules of the house, for 'explain'.",
        group=OptionGroup.OUTPUT,
    )
    engine = choice_or(
        "--engine",
        ArchiveEngine.LOCAL,
        metavar="ENGINE",
        help="Check with the processors of this machine, or with Ray.",
        group=OptionGroup.RUN,
    )
    address = string(
        "--address",
        metavar="ADDRESS",
        help="With --engine ray: the cluster to use, or 'auto'.",
        group=OptionGroup.RUN,
    )


def trial(options: TrialOptions) -> int:
    """Show what a rule, a pack or a configuration would find in an archive.

    Prints counts, the words it finds most often, and a sample of the findings, which --sheet writes
    as a page to judge. Exit code 2: something could not be checked.
    """
    if options.verdicts is not None:
        from copylint.cli.trial_verdicts import tell_of_verdicts

        not_with("--verdicts", {"PATHS": bool(options.paths), "--sheet": bool(options.sheet)})
        return tell_of_verdicts(options.rule, options.verdicts, options, keep=options.keep)
    if options.keep:
        raise UsageError("needs --verdicts", "--keep")
    if not options.paths:
        raise UsageError("is needed: what to try the rules on", "PATHS")
    if options.address and options.engine != ArchiveEngine.RAY:
        raise UsageError("needs --engine ray", "--address")
    from copylint.cli.trial_report import report_lines, write_sheet

    where = config_paths(options.paths[0]) if _is_archive(options) else list(options.paths)
    given = settings_for(options, where)
    settings, name, wanted = with_rules_on_trial(options.rule, given)
    outcome = _tried(options, settings, wanted)
    mine = [each for each in outcome.problems if _concerns(options.rule, each)]
    for problem in mine:
        complain(problem)
    for path, message in sorted(outcome.failures):
        complain(f"{path}: {message}" if path else message)
    if options.sheet is not None:
        write_sheet(options.sheet, name, ", ".join(options.paths), outcome)
    with stdout_may_close():
        lines = report_lines(name, outcome, show=options.sheet is None)
        sys.stdout.writelines(line + "\n" for line in lines)
    return FAILED if outcome.failures or mine else CLEAN


def _concerns(rule: str, problem: str) -> bool:
    """Whether a fault of a rule file is about what is tried."""
    return rule in problem and (rule.endswith((".yml", ".toml")) or Path(rule).is_dir())


def _is_archive(options: TrialOptions) -> bool:
    """Whether the articles are read by shards: rows, addresses, patterns, or a cluster."""
    return bool(
        options.text
        or options.field
        or options.engine == ArchiveEngine.RAY
        or any("://" in path or "*" in path for path in options.paths)
    )


def _tried(options: TrialOptions, settings: Config, wanted: Callable[[str], bool]) -> TrialOutcome:
    if _is_archive(options):
        return _archive_tried(options, settings, wanted)
    from copylint.runner.pipeline import run
    from copylint.runner.trial import trial_of

    columns_of(options)  # options about fields make no sense here
    inputs = gather(options.paths, settings)
    result = run(inputs.found, settings, jobs=options.jobs)
    outcome = trial_of(result, wanted, options.sample)
    outcome.failures += ((error.path, error.message) for error in inputs.errors)
    return outcome


def _archive_tried(
    options: TrialOptions, settings: Config, wanted: Callable[[str], bool]
) -> TrialOutcome:
    from copylint.archive.extras import needed_for

    if len(options.paths) > 1:
        raise UsageError("an archive is one folder, file, pattern or address", "PATHS")
    with needed_for("'copylint trial' over rows"):
        from copylint.archive.archive_run import ArchiveJob
        from copylint.archive.archive_trial import try_archive
    from copylint.cli.rate_progress import RateProgress

    columns, fields = columns_of(options)
    job = ArchiveJob(
        options.paths[0],
        "",
        columns,
        fields,
        settings,
        options.engine.value,
        options.address,
        options.jobs,
        _SHARD_SIZE,
    )
    with RateProgress("articles", wanted=True) as progress:
        return try_archive(
            job, wanted, options.sample, begin=progress.begin, advance=progress.advance
        )
