"""Finds the baseline of a run and reports its unused entries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from copylint.cli.exits import UsageError, complain
from copylint.core.errors import ConfigError
from copylint.core.source_error import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copylint.cli.shared_options import BaselineOptions
    from copylint.config.schema import Config
    from copylint.config.trust import Mirror
    from copylint.runner.baseline_check import AcceptedFindings, RunCoverage
    from copylint.runner.result import RunResult

#: The default file name of a baseline.
FILE_NAME = "copylint-baseline.json"


def accepted_in(
    options: BaselineOptions, where: Sequence[str], config: Config
) -> AcceptedFindings | None:
    """The baseline that a command line or the configuration names; None without one.

    ``where`` are the paths that the run is for. Raises ``ConfigError`` if it cannot be read,
    ``UsageError`` for nonsense.
    """
    file = options.baseline
    if options.no_baseline:
        if file is not None:
            raise UsageError("cannot be used with --baseline", "--no-baseline")
        return None
    if file is None and not config.baseline:
        return None
    from copylint.runner.baseline_check import AcceptedFindings

    if file is None and config.mirror is not None:
        return _of_revision(config.baseline, config.mirror)
    if file is not None and config.trust.strangers:
        from copylint.cli.trusting import bounds_of

        refusal = bounds_of(where).refusal(str(file))
        if refusal:
            raise ConfigError(f"{shown(file)}: cannot use this baseline: {refusal}")
    return AcceptedFindings(shown(file or Path(config.baseline)))


def _of_revision(path: str, mirror: Mirror) -> AcceptedFindings:
    """The baseline of a revision: its entries are about files of the work tree."""
    from copylint.runner.baseline_check import AcceptedFindings

    folder = str(Path(mirror.original(path)).parent)
    try:
        return AcceptedFindings(path, folder=folder)
    except ConfigError as error:
        raise ConfigError(mirror.told(str(error))) from None


def tell_of_unused(accepted: AcceptedFindings, coverage: RunCoverage) -> None:
    """Say how many entries of the baseline no finding matches any more."""
    idle = accepted.unused(coverage).total()
    if idle:
        from copylint.report.wording import counted

        verb, them = ("is", "it") if idle == 1 else ("are", "them")
        complain(
            f"{accepted.path}: {counted(idle, 'accepted finding')} {verb} no longer found; "
            f"'copylint baseline --prune' drops {them}"
        )


def judge_of(config: Config, result: RunResult, paths: Sequence[str]) -> RunCoverage:
    """The files that the run checked, and the rules that ran in them."""
    from copylint.runner.baseline_check import RunCoverage
    from copylint.runner.listed_rules import engine_names
    from copylint.runner.rule_index import rules_of

    rules = rules_of(config.rule_sources).values()
    return RunCoverage(config, rules, engine_names(), result, paths)
