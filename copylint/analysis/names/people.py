"""People: who an article names in full, and every place that names the same person again.

A person is a given name and a surname that occur together at least once. A surname that
two people of the article share names neither of them, so that what is said of a person
here is said of one bearer.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from copylint.analysis.names import name_words as words
from copylint.analysis.names.mentions import Mention, NamePart
from copylint.analysis.names.name_index import NameIndex, look_up
from copylint.analysis.names.name_typos import folded
from copylint.core.blocks import BlockKind
from copylint.core.kept_patterns import compiled
from copylint.core.record import field, record
from copylint.language.lexicon import Kinds
from copylint.language.word_list import words as listed

if TYPE_CHECKING:
    from copylint.analysis.annotated_text import AnnotatedText

#: Blocks outside the story that say who is in it.
HEAD = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.CAPTION, BlockKind.ALT_TEXT})
#: Blocks that tell the story.
BODY = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.FOOTNOTE}
)

# Words that are not surnames after a given name: they end the name of a firm, a place or a work.
_NOT_PEOPLE = listed(
    "street road avenue lane park hall house hill bridge square station airport island river "
    "lake mountain university college school hospital stadium centre center company inc corp "
    "ltd plc group bank news times post journal award awards prize cup trophy league united "
    "city town county state states valley beach bay church cathedral castle palace day week act "
    "bill law report inquiry foundation institute trust theatre museum gallery tower court "
    "airlines motors records films pictures studios show festival open championship committee "
    "commission council department ministry agency party club association union international "
    "national network media press bureau services systems technologies partners brothers sons "
    "administration campaign team"
)
# Words that open a sentence before a name, and are rare given names as well.
_OPENERS = listed("among amid despite unlike given even still like next last dear both never ever")
# Given names that are places as well, but far better known as names of people.
_GIVEN_FIRST = listed(
    "adam albert alexander alice andrew ann anna anne arthur barry ben charles christopher dan "
    "david don edward elizabeth gary george gordon graham henry howard jack james jane jeff jim "
    "john joseph kim lawrence leo lewis lisa louis margaret maria mario martin mary michael oliver "
    "patrick paul peter richard robert roger ron ross roy russell sam scott simon stewart sue "
    "terry thomas tom william"
)
# How many code points before a name may hold its title.
_LEAD = 24
_TITLE = compiled(r"(?<![\w-])([A-Z][A-Za-z]{1,13})\.?\s{1,2}\Z")

_NO_SURNAME = Kinds.WORD | Kinds.PLACE | Kinds.DEMONYM | Kinds.ORGANISATION | Kinds.CALENDAR


class Reference(NamedTuple):
    """A place that names a person.

    ``start`` and ``end`` are code points of the name, its title and a possessive left out.
    ``title`` is the word of address or office right before it, in lower case (empty without
    one), which begins at ``lead``; without a title ``lead`` is ``start``. ``full`` says that
    it includes a given name or initials. ``mention`` is the mention as read.
    """

    start: int
    end: int
    lead: int
    title: str
    full: bool
    kind: BlockKind
    sentence: int
    mention: Mention


@record(frozen=False)
class Person:
    """One bearer of a surname and the places that name them, in order.

    ``given`` is the given name as first written, ``elsewhere`` says that the surname is
    part of another name too (a firm's, a street's).
    """

    given: str
    surname: str
    references: list[Reference] = field(default_factory=list)
    elsewhere: bool = False

    @property
    def name(self) -> str:
        """Given name and surname."""
        return f"{self.given} {self.surname}"


class _Full(NamedTuple):
    given: str
    surname: str
    start: int
    end: int


class People:
    """The people of one article, computed on first use."""

    def __init__(self, article: AnnotatedText, index: NameIndex) -> None:
        self._text = article.text
        self._index = index

    @cached_property
    def persons(self) -> list[Person]:
        """Everybody whose full name the article gives and whose surname no one else bears."""
        bearers: dict[str, dict[str, str]] = {}
        for full in self._fulls.values():
            key = folded(full.given)
            bearers.setdefault(full.surname, {}).setdefault(key, full.given)
        persons: dict[str, Person] = {}
        for surname, givens in bearers.items():
            if len(givens) == 1:
                persons[surname] = Person(next(iter(givens.values())), surname)
        if persons:
            self._fill(persons)
        return [person for person in persons.values() if person.references]

    @cached_property
    def _fulls(self) -> dict[int, _Full]:
        """The full names, by the number of the mention."""
        found = enumerate(map(self._full, self._index.mentions))
        return {at: full for at, full in found if full is not None}

    @cached_property
    def full_names(self) -> list[Reference]:
        """Every place that gives a full name, whoever else bears the surname."""
        mentions = self._index.mentions
        return [
            self._reference(mentions[at], full.start, full.end, full=True)
            for at, full in self._fulls.items()
        ]

    def full_name(self, person: Person) -> str:
        """A person's name as it is first given in full, on one line, with straight apostrophes."""
        first = next((each for each in person.references if each.full), None)
        name = person.name if first is None else self._text[first.start : first.end]
        return " ".join(name.replace("’", "'").split())

    def _fill(self, persons: dict[str, Person]) -> None:
        for at, mention in enumerate(self._index.mentions):
            full = self._fulls.get(at)
            if full is not None:
                person = persons.get(full.surname)
                if person is not None:
                    person.references.append(
                        self._reference(mention, full.start, full.end, full=True)
                    )
                continue
            parts = mention.parts
            surname = _joined(parts)
            person = persons.get(surname)
            if person is not None and len(parts) == 1 + surname.count("-"):
                if parts[0].shouted:
                    continue
                initials = bool(mention.initials)
                person.references.append(
                    self._reference(mention, parts[0].start, parts[-1].end, full=initials)
                )
                continue
            for part in parts:
                other = persons.get(part.form)
                if other is not None:
                    other.elsewhere = True

    def _reference(self, mention: Mention, start: int, end: int, *, full: bool) -> Reference:
        lead, title = start, ""
        if start == mention.parts[0].start:
            # A sentence may have been cut after "Ms.", so the text is searched, not the mention.
            before = self._text[max(0, start - _LEAD) : start]
            found = _TITLE.search(before)
            if found is not None and found.group(1).lower() in words.TITLES:
                title = found.group(1).lower()
                lead = start - len(before) + found.start(1)
        return Reference(start, end, lead, title, full, mention.kind, mention.sentence, mention)

    def _full(self, mention: Mention) -> _Full | None:
        """The given name and surname in a mention; None if it is not a person's."""
        parts = mention.parts
        if len(parts) < 2 or any(part.shouted for part in parts):
            return None
        surname = _joined(parts)
        last = len(parts) - 1 - surname.count("-")
        if last < 1 or surname.lower() in _NOT_PEOPLE:
            return None
        lexicon = self._index.lexicon
        first = 0
        while first < last:
            form = parts[first].form
            kinds, zipf, _ = look_up(lexicon, form)
            if kinds & Kinds.GIVEN and not (kinds & Kinds.PLACE and zipf > 4.2):
                break
            if form.lower() in _GIVEN_FIRST:
                break
            first += 1
        if first == 0 and parts[0].placed and parts[0].form.lower() in _OPENERS:
            return None
        if first == last:
            if mention.title not in words.ADDRESS or last != 1:
                return None
            first = 0
        if last - first > 3:
            return None
        kinds, _, _ = look_up(lexicon, parts[-1].form)
        if not kinds & Kinds.SURNAME and kinds & _NO_SURNAME:
            return None
        return _Full(parts[first].form, surname, parts[first].start, parts[-1].end)


def _joined(parts: tuple[NamePart, ...]) -> str:
    """The last word of a name, with the parts that hyphens tie to it."""
    at = len(parts) - 1
    while at > 0 and parts[at].joined:
        at -= 1
    return "-".join(part.form for part in parts[at:])


def spoken(article: AnnotatedText, references: list[Reference]) -> Iterator[Reference]:
    """The references in running prose that are the writer's own words."""
    quoted = article.quotations.is_quoted
    for reference in references:
        if reference.kind in BODY and not quoted(reference.start):
            yield reference
