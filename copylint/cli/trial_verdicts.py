"""What the verdicts of a reading sheet say of rules, and the figures kept beside them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from copylint.cli.exits import CLEAN, FAILED, UsageError, complain, stdout_may_close
from copylint.cli.inputs import load

if TYPE_CHECKING:
    from copylint.cli.shared_options import ReadingOptions
    from copylint.config.schema import Config
    from copylint.runner.sheet_verdicts import JudgedRule, SheetVerdicts

# The most bytes that are read of verdicts.
_MOST = 64_000_000


def tell_of_verdicts(rule: str, path: Path, options: ReadingOptions, *, keep: bool) -> int:
    """Print the precision of the rules that ``rule`` names, by the verdicts in ``path``.

    With ``keep`` the figures go beside the rules of the house. Raises ``ConfigError`` if there are
    no verdicts in the file, ``UsageError`` if none is about ``rule``.
    """
    from copylint.cli.trial_rules import with_rules_on_trial

    verdicts = _read(path)
    settings = load(["."], options)
    settings, name, wanted = with_rules_on_trial(rule, settings)
    judged = [each for each in verdicts.rules if wanted(each.rule)]
    if not judged:
        raise UsageError(f"holds no verdict on '{name}'", "--verdicts")
    with stdout_may_close():
        sys.stdout.writelines(line + "\n" for line in _lines(judged))
    return _kept(judged, verdicts, settings) if keep else CLEAN


def _read(path: Path) -> SheetVerdicts:
    from copylint.core.errors import ConfigError
    from copylint.core.safe_read import read_file
    from copylint.runner.sheet_verdicts import parse_verdicts

    try:
        return parse_verdicts(str(path), read_file(path, _MOST))
    except OSError as error:
        raise ConfigError(f"{path}: cannot read these verdicts: {error.strerror}") from None


def _lines(judged: list[JudgedRule]) -> Iterator[str]:
    width = max(len(each.rule) for each in judged)
    for each in judged:
        low, high = each.interval
        yield (
            f"{each.rule:<{width}}  {each.precision:.0%} right ({low:.0%} to {high:.0%}): "
            f"{each.right:,} of {each.read:,} read, {each.found:,} found"
        )


def _kept(judged: list[JudgedRule], verdicts: SheetVerdicts, settings: Config) -> int:
    from copylint.core.source_error import shown
    from copylint.runner.rule_metrics import keep_house_figures
    from copylint.runner.rules import house_rule_file

    today = datetime.now(UTC).date()
    code = CLEAN
    for each in judged:
        path = house_rule_file(settings.rule_sources, each.rule)
        if path is None:
            complain(f"{each.rule}: not a rule of the house, so its figures are not kept")
            code = FAILED
            continue
        kept = keep_house_figures(path, each.rule, verdicts.measured(each, today))
        complain(f"{each.rule}: figures kept in {shown(kept)}")
    return code
