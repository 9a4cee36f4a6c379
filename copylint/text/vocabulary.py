"""Words and names that the house accepts or rejects, beyond the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

_APOSTROPHE = str.maketrans({"’": "'", "ʼ": "'"})


def straight(word: str) -> str:
    """``word`` with straight apostrophes, as vocabularies and the lexicon store it."""
    return word.translate(_APOSTROPHE)


@dataclass(frozen=True, slots=True)
class HouseName:
    """A name as the house prints it, and spellings of it that the house rejects."""

    name: str
    rejected: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """The house's own words, phrases and names.

    ``accept`` and ``reject`` hold words or phrases. An entry in lower case matches in any
    case; one with a capital matches only as written. ``reject`` wins over ``accept``.
    """

    accept: frozenset[str] = frozenset()
    reject: frozenset[str] = frozenset()
    names: tuple[HouseName, ...] = ()

    @cached_property
    def _accepted_words(self) -> frozenset[str]:
        from_names = (part for house in self.names for part in house.name.split())
        return frozenset(straight(w) for w in (*self.accept, *from_names) if " " not in w)

    def accepts(self, word: str) -> bool:
        """Whether the house accepts this one word as it stands."""
        word = straight(word)
        return word in self._accepted_words or word.lower() in self._accepted_words

    @cached_property
    def _accepted_phrases(self) -> re.Pattern[str] | None:
        return _phrase_pattern(w for w in self.accept if not w.isalpha())

    @cached_property
    def _rejected(self) -> re.Pattern[str] | None:
        return _phrase_pattern(self.reject)

    def accepted_phrases(self, text: str) -> Iterator[tuple[int, int]]:
        """Where accepted phrases stand in ``text``, as code-point spans."""
        return _spans(self._accepted_phrases, text)

    def rejected(self, text: str) -> Iterator[tuple[int, int]]:
        """Where rejected words and phrases stand in ``text``, as code-point spans."""
        return _spans(self._rejected, text)


def _spans(pattern: re.Pattern[str] | None, text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in pattern.finditer(text)) if pattern else iter(())


def _phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """One pattern for all phrases, the longest first, blanks and apostrophes as they come."""
    alternatives = []
    for phrase in sorted(phrases, key=lambda p: (-len(p), p)):
        body = r"\s+".join(re.sub("['’ʼ]", "['’ʼ]", re.escape(part)) for part in phrase.split())
        alternatives.append(body if phrase != phrase.lower() else f"(?i:{body})")
    if not alternatives:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)")
