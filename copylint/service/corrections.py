"""Corrects texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing

from copylint.config.schema import Config
from copylint.core.finding import Finding
from copylint.core.fix import Edit
from copylint.fix.apply import Patch, with_line_ends_of
from copylint.runner.fixed_file import FixedText

__all__ = ["FixedText", "applied", "safe_fixes", "safe_fixes_of"]


def safe_fixes(text: str, *, path: str, config: Config) -> FixedText:
    """``text`` as ``copylint fix`` would leave it, its corrections, and what remains.

    Takes several times as long as a check. Raises ``InputError`` if the text cannot be read or
    takes too long, and ``EngineError`` if the configuration is strict about engines.
    """
    from copylint.core.errors import EngineError
    from copylint.core.record import replace
    from copylint.runner.deep_policy import apply_deep_policy
    from copylint.runner.engine_sessions import running
    from copylint.runner.fixer import Fixer, Plan

    chosen = replace(apply_deep_policy(config), cache=False)
    problems: list[str] = []
    with (
        running(chosen, problems) as addresses,
        closing(Fixer(chosen, addresses, Plan())) as fixer,
    ):
        fixed = fixer.fix_text(path, text)
        problems += fixer.engine_errors
    if chosen.strict_engines and problems:
        raise EngineError(*problems[0].split(": ", 1))
    return fixed


def applied(text: str, edits: Sequence[Edit]) -> str:
    """``text`` with ``edits`` made, using the line ends of the text.

    Raises ``ValueError`` if two of them overlap.
    """
    return Patch(with_line_ends_of(text, edits)).apply(text)


def safe_fixes_of(findings: Iterable[Finding]) -> list[Edit]:
    """The edits of the safe fixes in ``findings`` that do not conflict."""
    from copylint.fix.choose import choose

    chosen = choose(findings, unsafe=False, leave=lambda finding: False)
    return [edit for each in chosen for edit in each.fix.edits]
