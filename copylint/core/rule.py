"""What a rule is: an identity, a default, and examples that are tests and documentation."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from copylint.core.fix import Safety
from copylint.core.record import record


class Severity(IntEnum):
    """How much a finding matters, in ascending order."""

    SUGGESTION = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The name used in output and configuration."""
        return self.name.lower()


class Level(StrEnum):
    """How much of the copy a rule must see to decide."""

    SENTENCE = "sentence"
    DOCUMENT = "document"
    COLLECTION = "collection"


class Precedence:
    """Which of several findings about the same words is kept: the one with the lowest number.

    Among rules that judge a word or a few, the one that knows most about the place goes first.
    Values between those named here are valid too. From ``ENGINE`` on, findings also give
    way to those of rules without precedence, about white space and punctuation.
    """

    HOUSE_WORD = 100
    REPEATED_WORD = 110
    DOUBLED_NAME = 120
    NAME = 130
    DIALECT = 140
    GRAMMAR = 150
    CONFUSION = 160
    CONTEXT = 170
    DATE = 180
    RANGE = 190
    PART_OF = 200
    PHRASE = 210
    SPELLING = 220
    HYPHEN = 230
    CAPITAL = 240
    ENGINE = 1000


@record
class Bad:
    """Copy in which the rule must report exactly ``found``, and nothing else.

    ``fixed`` is the whole text after the first suggestion is applied, if the rule
    has one. ``format`` is the name of the format to read ``text`` in. ``language`` is
    the ``language`` setting to read it under; ``names`` are the house's names, each
    followed by the spellings of it that the house rejects; ``reject`` are the words and
    phrases that its vocabulary rejects. ``said`` is the transcript that quotations are
    compared with: a line for each turn, which begins with the speaker's name and a colon.
    ``memory`` are the lines of the house memory; ``printed`` are earlier articles, in the same
    format; ``gone`` are web addresses that lead nowhere, each with what was answered.
    """

    text: str
    found: str
    fixed: str | None = None
    format: str = "plain"
    language: str = "auto"
    names: tuple[tuple[str, ...], ...] = ()
    reject: tuple[str, ...] = ()
    said: str = ""
    memory: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    gone: tuple[tuple[str, str], ...] = ()


@record
class Good:
    """Copy in which the rule must stay silent; the other fields are as for ``Bad``."""

    text: str
    format: str = "plain"
    language: str = "auto"
    names: tuple[tuple[str, ...], ...] = ()
    said: str = ""
    memory: tuple[str, ...] = ()
    printed: tuple[str, ...] = ()
    gone: tuple[tuple[str, str], ...] = ()


@record
class Option:
    """A setting of one rule, written as ``[rules."<rule id>"]`` in the configuration.

    Its type is that of ``default``: bool, int, float, str, or tuple of str.
    """

    name: str
    default: bool | int | float | str | tuple[str, ...]
    help: str


@record
class Measured:
    """A rule's figures on labelled or read copy.

    ``precision`` is the share of findings an editor would act on; ``per_1000`` is the
    number of findings per 1,000 words of that copy; ``on`` says which copy, ``when`` is
    an ISO month.
    """

    precision: float
    per_1000: float
    on: str
    when: str


@record
class Rule:
    """A rule's identity and documentation.

    ``id`` is ``family.name``. ``default`` says whether it runs without being selected.
    ``safety`` is the most that a fix of this rule may claim. ``owner`` is who answers for
    it, ``effective`` the ISO day from which it holds; both are empty if not given. A rule that
    is not ``in_force`` (a draft) runs only if it is selected by its whole name.
    ``languages`` are the dialects of the articles that it applies to; empty means all.
    ``precedence`` is for rules that judge a word or a few (see ``Precedence``); a finding of
    a rule without one is kept whatever else is found there.
    """

    id: str
    summary: str
    why: str
    bad: tuple[Bad, ...]
    good: tuple[Good, ...]
    level: Level = Level.DOCUMENT
    severity: Severity = Severity.WARNING
    default: bool = True
    safety: Safety = Safety.UNSAFE
    link: str = ""
    options: tuple[Option, ...] = ()
    owner: str = ""
    effective: str = ""
    in_force: bool = True
    languages: tuple[str, ...] = ()
    precedence: int | None = None

    @property
    def family(self) -> str:
        """The part of the id before its first dot."""
        return self.id.partition(".")[0]
