"""What somebody said, as a transcript records it: the source that quotations are compared with."""

from __future__ import annotations

from copylint.core.record import record


@record
class Turn:
    """Words of one speaker, in order.

    ``speaker`` is the name that the transcript gives, empty for none. ``line`` is the line of
    the transcript (of a Word file: its paragraph) in which the turn begins, from 1. ``times``
    holds pairs of an offset in ``text`` (in code points) and the time at which that is said, in
    milliseconds, in ascending order; it is empty if the transcript has no times.
    """

    text: str
    speaker: str = ""
    line: int = 1
    times: tuple[tuple[int, int], ...] = ()


@record
class Transcript:
    """An interview or a speech: ``name`` is its path as the user wrote it."""

    name: str
    turns: tuple[Turn, ...]


def clock(milliseconds: int) -> str:
    """A time code to the second: ``00:01:02``."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
