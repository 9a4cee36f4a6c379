"""Corrects texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from copylint.config.schema import Config
from copylint.core.finding import Finding
from copylint.core.fix import Edit
from copylint.fix.apply import Patch, with_line_ends_of
from copylint.runner.fixed_file import FixedText

if TYPE_CHECKING:
    from copylint.runner.fixer import Fixer
    from copylint.service.kept_file import KeptFile

__all__ = ["FixedText", "applied", "safe_fixes", "safe_fixes_of", "safe_fixes_of_prose"]


def safe_fixes(text: str, *, path: str, config: Config) -> FixedText:
    """``text`` as ``copylint fix`` would leave it, its corrections, and what remains.

    Takes several times as long as a check. Raises ``InputError`` if the text cannot be read or
    takes too long, and ``EngineError`` if the configuration is strict about engines.
    """
    with _fixer(config) as fixer:
        return fixer.fix_text(path, text)


def safe_fixes_of_prose(file: KeptFile, prose: str, config: Config) -> FixedText:
    """``prose`` with the corrections that ``copylint fix`` would make in its file.

    Paragraphs that the file has no place for are left as they are. ``file`` is the original, to
    which ``prose`` belongs; the findings are those of the file. Otherwise as ``safe_fixes``.
    """
    from copylint.core.errors import InputError
    from copylint.runner.carried_changes import carried, text_changes
    from copylint.runner.document_reader import Formats
    from copylint.runner.result import Input

    formats = Formats(config)
    edited = file.edited(prose, config)
    data = carried(formats, file.path, file.data, prose).data
    with _fixer(config) as fixer:
        fixed = fixer.fix(Input(file.path, data=data))
    if fixed.result.error:
        raise InputError(file.path, fixed.result.error)
    new = formats.document_in(file.path, fixed.new).text.rstrip("\n")
    for change in reversed(text_changes(edited.document.text.rstrip("\n"), new)):
        span = edited.span_here(change.start, change.end)
        if span is not None:
            prose = prose[: span.start] + change.text + prose[span.end :]
    return FixedText(prose, fixed.applied, fixed.result.findings)


@contextmanager
def _fixer(config: Config) -> Iterator[Fixer]:
    """A fixer with its engines. Raises ``EngineError`` as ``safe_fixes`` does."""
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
        yield fixer
        problems += fixer.engine_errors
    if chosen.strict_engines and problems:
        raise EngineError(*problems[0].split(": ", 1))


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
