"""The literals a pattern requires, stored so that it need not be compiled."""

from __future__ import annotations

from copylint.core.record import record


@record
class Required:
    """What every match of a pattern holds.

    ``literals`` are in lower case; one of them at least is in every match, case
    aside; empty: nothing is known. ``whole`` says that each literal is a whole match,
    ``words`` that each is a whole word.
    ``simple`` says that the pattern is written in that part of the language which
    ``re`` reads as .NET does, so that it need not be compiled to know that it is sound.
    ``bounded`` says that no text can make it slow: nothing in it repeats often.
    """

    literals: frozenset[str] = frozenset()
    whole: bool = False
    simple: bool = False
    bounded: bool = False
    words: bool = False
