"""The lexicon: words and names with their dialects and frequency.

The data is one file, ``copylint/data/lexicon.marisa``, built by ``tools/lexicon/build_lexicon.py``
from the sources that ``docs/explanation/lexicon.md`` names. It is memory-mapped, so
loading costs next to nothing and processes share its pages.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from enum import IntFlag
from functools import cache
from pathlib import Path
from typing import NamedTuple

from copylint.core.memo import Memo
from copylint.language.disguised_letters import plain_form
from copylint.language.vocabulary import straight

_DATA = Path(__file__).parent.parent / "data"
LEXICON_FILE = _DATA / "lexicon.marisa"
#: Words that may be corrections, one per line, the most frequent first.
FREQUENT_FILE = _DATA / "frequent.txt"

#: The format of an entry: dialects, kinds, frequency in steps of ``ZIPF_STEP``.
RECORD = "<BHB"
ZIPF_STEP = 1 / 30


class Dialects(IntFlag):
    """The varieties of English in which a form is standard."""

    NONE = 0
    GB = 1
    US = 2
    AU = 4
    CA = 8
    ALL = 15


class Kinds(IntFlag):
    """What a form may be; a form may be several things (Brown, Paris)."""

    NONE = 0
    WORD = 1
    GIVEN = 2
    SURNAME = 4
    PLACE = 8
    DEMONYM = 16
    ORGANISATION = 32
    ABBREVIATION = 64
    #: A proper name of another kind: a brand, a language, a figure of history or myth.
    NAME = 128
    #: Weekdays, months and feasts.
    CALENDAR = 256
    #: Known, but never offered as a correction because it insults.
    OFFENSIVE = 512
    #: Known to large dictionaries only: never offered as a correction.
    RARE = 1024
    #: A name that only a large list of surnames or small places knows.
    RARE_NAME = 2048
    #: Seen in running text, in no dictionary: typos, slang, jargon. Not a word.
    UNPROVEN = 4096
    PERSON = GIVEN | SURNAME

    def __and__(self, other: int) -> Kinds:
        """The kinds that both have."""
        # ``IntFlag`` builds the result again each time, which takes a microsecond.
        return _kinds(int.__and__(self, other))


class LexiconEntry(NamedTuple):
    """The lexicon's knowledge of one form.

    ``zipf`` is the base-10 logarithm of occurrences per billion words (7.7 for *the*, 3 for
    one in a million) in wordfreq's English list, regardless of case; it is 0.5 if that list
    does not have a form that the dictionaries have.
    """

    dialects: Dialects
    kinds: Kinds
    zipf: float


class Lexicon:
    """Looks words up. Use ``shared``; one instance serves a whole process."""

    def __init__(self, path: Path = LEXICON_FILE) -> None:
        import marisa_trie

        self._trie = marisa_trie.RecordTrie(RECORD).mmap(str(path))
        self._entries = Memo(self._read)
        self._words = Memo[str, bool](lambda word: self._is_word(normalised(word)))
        self._zipfs = Memo[str, float](lambda word: self._zipf(normalised(word)))

    @classmethod
    def shared(cls) -> Lexicon:
        """This process's lexicon."""
        return _shared()

    def __len__(self) -> int:
        return len(self._trie)

    def __iter__(self) -> Iterator[str]:
        """All forms, both words and forms merely seen in text."""
        keys: Iterator[str] = self._trie.iterkeys()
        return keys

    def entry(self, form: str) -> LexiconEntry | None:
        """The entry stored under exactly ``form``, or None.

        Ordinary words are stored in lower case, proper names as they are written,
        apostrophes straight, accents composed (NFC).
        """
        return self._entries[form]

    def _read(self, form: str) -> LexiconEntry | None:
        record = self._record(form)
        if record is None or record[1] == Kinds.UNPROVEN:
            return None
        dialects, kinds, steps = record
        return LexiconEntry(_dialects(dialects), _kinds(kinds), steps * ZIPF_STEP)

    def _record(self, form: str) -> tuple[int, int, int] | None:
        if "\0" in form:  # the trie would end a key there
            return None
        try:
            records: list[tuple[int, int, int]] | None = self._trie.get(form)
        except UnicodeEncodeError:  # a lone surrogate is in no word
            return None
        return records[0] if records else None

    def knows(self, form: str) -> bool:
        """Whether exactly ``form``, without a lone surrogate, is stored as a word or merely seen.

        It is faster than ``entry`` for forms that are looked up once.
        """
        return form in self._trie

    def seen(self, form: str) -> float:
        """Frequency of a lower-case ``form`` in running text, word or not; 0.0 if rare.

        For a form that is not a word it is how often people write it anyway: a typo is
        seen far less often than the intended word.
        """
        record = self._record(form)
        return record[2] * ZIPF_STEP if record else 0.0

    def entries(self, word: str) -> tuple[LexiconEntry, ...]:
        """The entries that ``word`` may represent in running text.

        A word with an initial capital may be an ordinary word at the start of a sentence
        or in a headline; one in capitals may be a word or a name.
        """
        forms = [word]
        if word[:1].isupper():
            lower = word.lower()
            forms.append(lower)
            if len(word) > 1 and word.isupper():
                forms.append(lower[0].upper() + lower[1:])
        return tuple(found for form in forms if (found := self.entry(form)) is not None)

    def strange(self, words: Iterable[str]) -> set[str]:
        """The ``words`` that ``is_word`` rejects; nearly all have been looked up before."""
        known, is_word = self._words, self.is_word
        return {word for word in words if not known.get(word) and not is_word(word)}

    def is_word(self, word: str) -> bool:
        """Whether ``word`` is a word or name of any dialect.

        A known word is also accepted with an initial capital, in capitals, as a possessive, with
        accents that the lexicon omits (naïve), and with typographic apostrophes.
        """
        return self._words[word]

    def _stands(self, word: str) -> bool:
        """Whether ``entries`` has any; it stops at the first, since look-ups are costly."""
        if self.entry(word) is not None:
            return True
        if not word[:1].isupper():
            return False
        lower = word.lower()
        if self.entry(lower) is not None:
            return True
        return (
            len(word) > 1
            and word.isupper()
            and self.entry(lower[0].upper() + lower[1:]) is not None
        )

    def _is_word(self, word: str) -> bool:
        if self._stands(word):
            return True
        if len(word) > 2 and word[-2] == "'" and word[-1] in "sS" and self._is_word(word[:-2]):
            return True
        plain = without_accents(word)
        return plain != word and self._is_word(plain)

    def zipf(self, word: str) -> float:
        """Frequency of ``word`` (see ``LexiconEntry.zipf``), 0.0 if it is unknown.

        It is the highest frequency among the word's capitalisations.
        """
        return self._zipfs[word]

    def _zipf(self, word: str) -> float:
        lower = word.lower()
        forms = dict.fromkeys((word, lower, lower[:1].upper() + lower[1:], lower.upper()))
        return max((e.zipf for form in forms if (e := self.entry(form)) is not None), default=0.0)


# Building an IntFlag costs more than the look-up; there are few distinct values.
_dialects = cache(Dialects)
_kinds = cache(Kinds)


@cache
def _shared() -> Lexicon:
    return Lexicon()


def normalised(word: str) -> str:
    """``word`` as the lexicon would store it: composed, straight, without disguised letters."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", straight(plain_form(word)))


def without_accents(word: str) -> str:
    """``word`` without its accents: *naïve* becomes *naive*."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(char for char in decomposed if not unicodedata.combining(char))
