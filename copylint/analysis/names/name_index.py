"""Every spelling of a name in an article: how often, beside which words and as what it occurs."""

from __future__ import annotations

from enum import IntEnum
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from copylint.analysis.names import name_words as words
from copylint.analysis.names.attested_forms import attested
from copylint.analysis.names.mentions import Mention, NamePart, mentions
from copylint.analysis.names.name_typos import folded
from copylint.core.record import field, record
from copylint.language.lexicon import Kinds, Lexicon

if TYPE_CHECKING:
    from copylint.analysis.annotated_text import AnnotatedText

_NAMES = (
    Kinds.PERSON
    | Kinds.PLACE
    | Kinds.DEMONYM
    | Kinds.ORGANISATION
    | Kinds.NAME
    | Kinds.ABBREVIATION
    | Kinds.CALENDAR
)


class Familiarity(IntEnum):
    """How well the lexicon knows a spelling."""

    NOT = 0  #: not at all
    USED = 1  #: not known, though copy uses the form now and then
    RARELY = 2  #: as a name or word that only large lists have
    AS_WORD = 3  #: as an ordinary word only
    AS_NAME = 4  #: as a name


@record(frozen=False)
class NameForm:
    """One spelling and every place it has in an article.

    ``free`` counts the places whose capital only a name explains. ``givens`` are the
    folded words right before it in its mentions (a given name, mostly; initials without
    full stops), ``nexts`` those right after it. ``titled`` counts mentions of it alone
    after a title, ``bare`` all mentions of it alone, ``leads`` those in which it comes first and
    others follow. ``sentences`` holds the numbers of the sentences that contain it.
    """

    text: str
    kinds: Kinds
    zipf: float
    known: Familiarity
    places: list[NamePart] = field(default_factory=list)
    free: int = 0
    titled: int = 0
    bare: int = 0
    leads: int = 0
    givens: set[str] = field(default_factory=set)
    nexts: set[str] = field(default_factory=set)
    sentences: set[int] = field(default_factory=set)

    @property
    def count(self) -> int:
        """How many places the spelling has."""
        return len(self.places)

    @property
    def is_geographic(self) -> bool:
        """Whether the lexicon knows it as a place or its people."""
        return bool(self.kinds & (Kinds.PLACE | Kinds.DEMONYM))


@lru_cache(maxsize=1 << 16)
def look_up(lexicon: Lexicon, text: str) -> tuple[Kinds, float, Familiarity]:
    """The lexicon's knowledge of a capitalised ``text``: kinds, frequency, and how well known."""
    kinds, zipf = Kinds.NONE, 0.0
    for entry in lexicon.entries(text):
        kinds |= entry.kinds
        zipf = max(zipf, entry.zipf)
    if not kinds and lexicon.is_word(text):
        known = Familiarity.RARELY
    elif not kinds:
        zipf = attested(text)
        known = Familiarity.USED if zipf else Familiarity.NOT
    elif kinds & Kinds.RARE_NAME and not kinds & Kinds.WORD:
        known = Familiarity.RARELY
    elif kinds & _NAMES:
        known = Familiarity.AS_NAME
    else:
        known = Familiarity.RARELY if kinds & Kinds.RARE else Familiarity.AS_WORD
    return kinds, zipf, known


class NameIndex:
    """The mentions and spellings of one article, computed on first use."""

    def __init__(self, article: AnnotatedText) -> None:
        self._article = article
        self.lexicon = Lexicon.shared()

    @cached_property
    def mentions(self) -> list[Mention]:
        """All mentions, without ordinary words that only open a sentence."""
        found = (self._trimmed(mention) for mention in mentions(self._article))
        return [mention for mention in found if mention.parts]

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the article writes without a capital."""
        distinct = {word[1] for word in self._article.words}
        return frozenset(text for text in distinct if text[0].islower())

    def _trimmed(self, mention: Mention) -> Mention:
        first = mention.parts[0]
        if first.placed and len(mention.parts) > 1 and self._is_ordinary(first.form):
            return mention._replace(parts=mention.parts[1:])
        return mention

    def _is_ordinary(self, form: str) -> bool:
        """Whether ``form`` is an ordinary word, which only its capital makes look like a name."""
        low = form.lower()
        if low in self.small:
            return True
        entry = self.lexicon.entry(low)
        if entry is None or not entry.kinds & Kinds.WORD:
            return False
        as_name = self.lexicon.entry(form)
        return as_name is None or not as_name.kinds & Kinds.PERSON

    @cached_property
    def forms(self) -> dict[str, NameForm]:
        """Every spelling that is a name by its capital or by what the lexicon knows."""
        found: dict[str, NameForm] = {}
        for mention in self.mentions:
            self._count(mention, found)
        return {
            text: form for text, form in found.items() if form.free or not self._is_ordinary(text)
        }

    def _count(self, mention: Mention, found: dict[str, NameForm]) -> None:
        parts = mention.parts
        for at, part in enumerate(parts):
            form = found.get(part.form)
            if form is None:
                form = found[part.form] = NameForm(part.form, *look_up(self.lexicon, part.form))
            form.places.append(part)
            form.free += not part.placed
            form.sentences.add(mention.sentence)
            if part.shouted:
                continue  # in a line of capitals, neighbours need not belong to one name
            if at:
                form.givens.add(folded(parts[at - 1].form))
            elif mention.initials:
                form.givens.add(mention.initials)
            if at + 1 < len(parts):
                form.nexts.add(folded(parts[at + 1].form))
                form.leads += not at
            if len(parts) == 1:
                form.bare += 1
                form.titled += mention.title in words.TITLES
