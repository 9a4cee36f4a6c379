"""``copylint apply``: carry out what was decided on the page for editors."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from copylint.cli.exits import CLEAN, FAILED, complain, stdout_may_close
from copylint.cli.option_table import OptionGroup, argument, file, flag
from copylint.cli.running import lint_inputs
from copylint.cli.settings import open_store, settings_for, with_rules
from copylint.cli.shared_options import (
    CacheOptions,
    JobsOptions,
    QuietOptions,
    ReadingOptions,
    RuleOptions,
)
from copylint.cli.transcripts import TranscriptOptions, with_transcripts
from copylint.core.errors import ConfigError
from copylint.core.source_error import shown

if TYPE_CHECKING:
    from copylint.config.schema import Config
    from copylint.fix.decisions import ArticleDecisions
    from copylint.runner.baseline_check import AcceptedFindings


class ApplyOptions(
    ReadingOptions, RuleOptions, TranscriptOptions, QuietOptions, JobsOptions, CacheOptions
):
    """The options of ``copylint apply``."""

    decisions = argument("DECISIONS", help="What the page of 'check --format html' has saved.")
    diff = flag(
        "--diff",
        help="Show what would change; write nothing.",
        more="A unified diff on standard output.",
        group=OptionGroup.FIXES,
    )
    baseline_file = file(
        "--baseline",
        help="Add the dismissed findings to this baseline. Default: the configuration's.",
        more="It is made if it is not there.",
        group=OptionGroup.NEW,
    )


def apply(options: ApplyOptions) -> int:
    """Apply the corrections that were accepted on the page for editors.

    Run it in the folder, and with the options, that the report was made with. An article that
    has changed since is left as it is. Exit code 0: all is done. 2: something could not be done.
    """
    from copylint.cli.deciding import Carrier
    from copylint.runner.deep_policy import apply_deep_policy

    articles = _read(options.decisions)
    where = [each.path for each in articles]
    settings = apply_deep_policy(with_rules(settings_for(options, where), options))
    settings = with_transcripts(options, settings)
    accepted = _baseline(options, settings)
    carrier = Carrier(articles, settings, accepted, diff=options.diff)
    store = None if options.no_cache else open_store()
    result = lint_inputs(carrier.inputs, settings, options, store)
    carrier.carry_out(result)
    for line in (*carrier.notes, *carrier.errors):
        complain(line)
    told = [] if options.quiet else carrier.told()
    with stdout_may_close():
        sys.stdout.writelines(carrier.shown)
        if not options.diff:
            sys.stdout.writelines(line + "\n" for line in told)
    if options.diff and told:
        complain("\n".join(told))
    return FAILED if carrier.errors else CLEAN


def _read(path: str) -> tuple[ArticleDecisions, ...]:
    from copylint.core.safe_read import DECISIONS, read_file
    from copylint.fix.decisions import parse

    try:
        return parse(path, read_file(path, DECISIONS))
    except OSError as error:
        raise ConfigError(f"{path}: cannot read these decisions: {error.strerror}") from None


def _baseline(options: ApplyOptions, config: Config) -> AcceptedFindings | None:
    """The baseline that dismissed findings go to, if there is one."""
    from copylint.runner.baseline_check import AcceptedFindings

    path = options.baseline_file or (Path(config.baseline) if config.baseline else None)
    return None if path is None else AcceptedFindings(shown(path), may_lack=True)
