"""The literals a pattern requires, stored so that it need not be compiled."""

from __future__ import annotations

from copylint.core.record import record


@record
class Required:
    """The literals that every match of a pattern holds.

    ``literals`` are in lower case; at least one of them is in every match, case
    aside; empty: nothing is known. ``whole`` says that each literal is a whole match,
    ``words`` that each is a whole word.
    ``simple`` says that the pattern keeps to the part of the language that ``re`` reads
    as .NET does, so that it is known to be sound without being compiled.
    ``bounded`` says that no text can make it slow: nothing in it repeats often.
    """

    literals: frozenset[str] = frozenset()
    whole: bool = False
    simple: bool = False
    bounded: bool = False
    words: bool = False
