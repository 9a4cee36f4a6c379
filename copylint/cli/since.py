"""``--since``, ``--since-exact`` and ``--staged``: what was asked for, and the run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from copylint.cli.choices import not_with
from copylint.cli.exits import UsageError
from copylint.cli.inputs import STDIN, Inputs

if TYPE_CHECKING:
    from copylint.config.schema import Config
    from copylint.runner.changes import Base, Comparison


def base_of(since: str, since_exact: str, *, staged: bool, where: Sequence[str]) -> Base | None:
    """What to compare with; None if nothing was asked for.

    Raises ``UsageError`` for options that do not go together.
    """
    given = {"--since": since, "--since-exact": since_exact, "--staged": staged}
    asked = [option for option, value in given.items() if value]
    if not asked:
        return None
    not_with(asked[0], dict.fromkeys(asked[1:], True))
    if STDIN in where:
        raise UsageError("cannot compare standard input", asked[0])
    from copylint.runner.changes import Base

    return Base(since or since_exact, exact=bool(since_exact), staged=staged)


def compared(base: Base, inputs: Inputs, config: Config, where: Sequence[str]) -> Comparison:
    """The inputs that differ from ``base``. Raises ``CopylintError`` if git cannot tell."""
    from copylint.config.files import start_folder
    from copylint.inventory.index import inventory
    from copylint.runner.changes import compare

    return compare(
        base,
        str(start_folder(where)),
        inputs.found,
        inputs.errors,
        config,
        paths=where,
        suffixes=inventory().claimed_suffixes,
    )
