"""The edits by which clients change a text."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.core.record import record


@record
class TextEdit:
    """Replace the code points from ``start`` up to ``end`` by ``text``."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Iterable[TextEdit]) -> str:
    """``text`` with ``edits`` made in turn, each in the text that results from the one before.

    Raises ``ValueError`` for an edit outside the text.
    """
    for edit in edits:
        if not 0 <= edit.start <= edit.end <= len(text):
            raise ValueError(f"no such place in a text of {len(text)} characters: {edit}")
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text
