"""The answer to a check of a text."""

from __future__ import annotations

from enum import StrEnum

from copylint.core.finding import Finding
from copylint.core.record import record


class Stage(StrEnum):
    """How far a check goes.

    ``RULES`` runs copylint's own rules and those of the house; ``COMPLETE`` also runs the
    engines that the configuration asks for, including the deep check.
    """

    RULES = "rules"
    COMPLETE = "complete"


@record
class Answer:
    """The findings in one text.

    ``version`` is that of the text that was checked. Spans of findings are code points of
    ``text`` or, for the bytes of a packaged format such as Word, of the source. ``findings`` are
    in order; if ``is_complete``, they are those that ``copylint check`` reports for the same
    file: if the text is the prose of a file, for that file with the changes of the text. ``notes``
    say what was left out of the check and which engines or rule files failed; ``error`` says
    why the text could not be checked. ``headline`` is the article's.
    """

    version: int
    text: str
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    error: str = ""
    words: int = 0
    headline: str = ""
    is_complete: bool = True


class Outdated(Exception):
    """The text changed before its check ended, or its document was closed."""


class Busy(Exception):
    """The queue is full: ask again later."""
