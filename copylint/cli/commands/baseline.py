"""``copylint baseline``: accept what is found now."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from copylint.cli.accepting import FILE_NAME, judge_of
from copylint.cli.exits import CLEAN, FAILED, UsageError, complain
from copylint.cli.inputs import STDIN, gather, tell_of_passed_over
from copylint.cli.option_table import OptionGroup, file, flag
from copylint.cli.outcome import outcome_of
from copylint.cli.running import lint_inputs
from copylint.cli.settings import open_store, settings_for, with_rules
from copylint.cli.shared_options import RunOptions, TrustOptions
from copylint.core.source_error import shown

if TYPE_CHECKING:
    from copylint.runner.baseline_check import AcceptedFindings


class BaselineCommandOptions(RunOptions, TrustOptions):
    """The options of ``copylint baseline``."""

    prune = flag(
        "--prune",
        help="Drop entries that are no longer found; accept nothing new.",
        group=OptionGroup.NEW,
    )
    baseline_file = file(
        "--baseline",
        help=f"The file to write. Default: the configuration's, or {FILE_NAME}.",
        group=OptionGroup.NEW,
    )


def baseline(options: BaselineCommandOptions) -> int:
    """Accept today's findings, so that 'check --baseline' reports only new ones.

    Entries that are no longer found are dropped from the file.
    """
    from copylint.runner.baseline_check import AcceptedFindings
    from copylint.runner.deep_policy import apply_deep_policy

    where, quiet = options.where, options.quiet
    if STDIN in where:
        raise UsageError("standard input has no baseline", "PATHS")
    store = None if options.no_cache else open_store()
    settings = with_rules(settings_for(options, where), options)
    configured = settings.baseline
    if configured and settings.mirror:  # the revision's cannot be written
        configured = settings.mirror.original(configured)
    path = options.baseline_file or Path(configured or FILE_NAME)
    accepted = AcceptedFindings(shown(path), may_lack=not options.prune)
    inputs = gather(where, settings)
    tell_of_passed_over(inputs)
    settings = apply_deep_policy(settings)
    result = lint_inputs(inputs.found, settings, options, store)
    failures = outcome_of(result, inputs.errors).failures
    for failure in failures:
        complain(str(failure))
    new = list(accepted.without(result).findings)
    accepted.follow_renames()
    idle = accepted.unused(judge_of(settings, result, where))
    accepted.drop(idle)
    added = 0 if options.prune else accepted.accept(new)
    accepted.save()
    if not quiet:
        _tell(accepted, added, idle.total(), configured=bool(settings.baseline))
    return FAILED if any(failure.kind != "engine" for failure in failures) else CLEAN


def _tell(accepted: AcceptedFindings, added: int, dropped: int, *, configured: bool) -> None:
    from copylint.report.wording import counted

    sys.stdout.write(
        f"{accepted.path}: {counted(len(accepted), 'accepted finding')} "
        f"({added:,} new, {dropped:,} dropped)\n"
    )
    if not configured:
        name = Path(accepted.path).name
        sys.stdout.write(
            f"use it with 'copylint check --baseline {accepted.path}', "
            f'or always with baseline = "{name}" in copylint.toml\n'
        )
