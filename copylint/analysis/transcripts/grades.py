"""How a quotation compares with what was said."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import NamedTuple


class DifferenceGrade(IntEnum):
    """How much a difference matters, in ascending order."""

    FORM = 0  #: the same words in another form: joined or apart
    FILLER = 1  #: words of hesitation left out
    WORD = 2  #: words changed, added or left out
    SENSE = 3  #: a negation, a number or a name changed


class Difference(NamedTuple):
    """Words printed from ``start`` to ``end`` (code points) and those said in their place.

    ``what`` names what changes the sense: *negation*, *number* or *name*; it is empty below
    ``DifferenceGrade.SENSE``. The span is empty if words were left out.
    """

    grade: DifferenceGrade
    start: int
    end: int
    printed: str
    said: str
    what: str = ""


class QuotationClass(StrEnum):
    """How a quotation compares with what was said."""

    VERBATIM = "verbatim"  #: the same words; numerals, contractions and punctuation may differ
    SHORTENED = "shortened"  #: the same words; an ellipsis marks where some are left out
    FILLER = "filler removed"  #: the same, without words of hesitation
    WORD = "word changed"  #: words changed, added, or left out without a mark
    SENSE = "sense changed"  #: the same, and with them a negation, a number or a name
    NOT_FOUND = "not found"  #: nobody says this in the transcripts
