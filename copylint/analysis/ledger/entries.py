"""The entries of a ledger: one statement each, with its place and how firmly it is made."""

from __future__ import annotations

from enum import StrEnum

from copylint.analysis.names.people import Person
from copylint.core.blocks import Block
from copylint.core.record import record
from copylint.core.span import TextSpan


class FigureRole(StrEnum):
    """What a figure is in its sentence, as far as the words beside it say."""

    PLAIN = "plain"
    FROM = "from"
    TO = "to"
    CHANGE = "change"
    PART = "part"
    TOTAL = "total"
    RATE = "rate"


class RoleKind(StrEnum):
    """What a statement about a person's role names."""

    OFFICE = "office"
    PARTY = "party"
    CLUB = "club"
    NATIONALITY = "nationality"
    TITLE = "title"
    GENDER = "gender"


class PlaceKind(StrEnum):
    """Whether a place heads the story or is where it happens."""

    DATELINE = "dateline"
    SCENE = "scene"


@record
class Statement:
    """What every entry says about its place.

    ``span`` and ``sentence`` are code points of the prose, ``block`` holds them both. ``quoted``
    means that the words are somebody else's; ``hedged``, that they leave room (*about*, *nearly*,
    *more than*, *up to*).
    """

    span: TextSpan
    block: Block
    sentence: TextSpan
    quoted: bool
    hedged: bool


@record
class Figure(Statement):
    """A number: its ``value`` in ``unit`` and the ``noun`` that it counts.

    ``step`` is what one unit of the last written digit is worth (1.2bn has a step of 1e8);
    ``margin`` is how far the true value may be from the printed one if a newspaper rounded it,
    0 for a small count. ``unit`` is ``%``, a currency's sign, a measure's name (*mile*) or empty;
    ``noun`` is the singular of the plural that follows, empty if none does.
    """

    value: float
    step: float
    margin: float
    unit: str
    noun: str
    role: FigureRole


@record
class DateStatement(Statement):
    """A date or part of one.

    A month is 1 to 12, a weekday 0 (Monday) to 6; what is not said is None. ``relative`` is a word
    such as *yesterday*, ``tense`` that of the clause: ``past``, ``future`` or empty.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    relative: str = ""
    tense: str = ""


@record
class AgeStatement(Statement):
    """The age of a person, in years."""

    person: Person
    years: int


@record
class RoleStatement(Statement):
    """What a person is said to be; ``value`` is in the article's words.

    ``key`` is the same for two words that say the same (*Tory*, *Conservative*). ``of`` is the
    organisation or the constituency of an office, empty if none is named.
    """

    person: Person
    kind: RoleKind
    value: str
    key: str
    of: str = ""


@record
class PlaceStatement(Statement):
    """A place and its part in the story."""

    name: str
    kind: PlaceKind


@record
class QuotationEntry(Statement):
    """Quoted words without their marks; ``speaker`` is a name or empty."""

    text: str
    speaker: str


@record
class PersonEntry:
    """A person with everything that the ledger says of them, in order of place."""

    person: Person
    ages: tuple[AgeStatement, ...]
    roles: tuple[RoleStatement, ...]
