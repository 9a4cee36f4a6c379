"""Which of an article's unknown words are misspelt, and what was meant.

A lower-case word that no dictionary knows is misspelt if a likely word is near enough and
nothing speaks for it: not formed by rule, no term that the article keeps to, no foreign
phrase, no name. A capitalised one is a name until the opposite is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copylint.model.span import TextSpan
from copylint.text.article import Article
from copylint.text.fit import fit_between
from copylint.text.formations import is_formed, is_fragment
from copylint.text.lexicon import Kinds, Lexicon
from copylint.text.strangers import (
    Place,
    Stranger,
    is_latin,
    is_name_like,
    is_roman,
    is_title_case,
    strangers,
)
from copylint.text.suggest import Candidate, Suggester, plausible, rank, with_case_of

# Kinds of names whose misspelling is nobody's own name.
_COMMON_NAMES = Kinds.DEMONYM | Kinds.CALENDAR | Kinds.ORGANISATION | Kinds.PLACE
# Beyond these many letters a form is a chemical, a long name or noise.
_SHORTEST, _LONGEST = 2, 24
# A term that stands this often is meant.
_TERM = 3
# How sure the dialect must be before suggestions are put into it.
_SURE_OF_DIALECT = 0.9

_TITLES = frozenset(
    "mr mrs ms miss dr sir dame lord lady prof professor president minister senator sen rep gov "
    "governor captain capt sergeant sgt lieutenant lt colonel col general gen king queen prince "
    "princess pope bishop archbishop rabbi imam sheikh judge justice chancellor mayor st".split()
)


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A misspelt word: its span, the word, the corrections (best first), and its kind."""

    span: TextSpan
    text: str
    corrections: tuple[str, ...]
    proper: bool


def misspellings(article: Article) -> Iterator[Misspelling]:
    """The misspelt words of ``article``, a finding for every occurrence."""
    unknown = strangers(article)
    if not unknown:
        return
    judge = _Judge(article, unknown)
    for stranger in unknown:
        yield from judge.judge(stranger)


class _Judge:
    def __init__(self, article: Article, unknown: Sequence[Stranger]) -> None:
        self._article = article
        self._lexicon = Lexicon.shared()
        self._suggester = Suggester.shared()
        self._forms = {stranger.form for stranger in unknown}
        self._counts: Counter[str] = Counter()
        self._capitals: Counter[str] = Counter()
        for stranger in unknown:
            low = stranger.word.lower()
            self._counts[low] += len(stranger.places)
            if stranger.word != low:
                self._capitals[low] += sum(not p.starts_sentence for p in stranger.places)

    def judge(self, stranger: Stranger) -> Iterator[Misspelling]:
        word = stranger.word
        if not _SHORTEST <= len(word) <= _LONGEST or not is_latin(word) or is_roman(word):
            return
        if word.islower():
            yield from self._lower(stranger)
        elif is_title_case(word) and len(word) >= 3:
            yield from self._capitalised(stranger)

    def _lower(self, stranger: Stranger) -> Iterator[Misspelling]:
        word = stranger.word
        proper = self._lexicon.entry(word[0].upper() + word[1:])
        if proper is not None and proper.kinds & (Kinds.DEMONYM | Kinds.CALENDAR):
            yield from self._without_capital(stranger)
            return
        candidates = self._plausible(word)
        if not candidates:
            return
        demand = self._demand(stranger, proper is not None)
        for place in stranger.places:
            if place.code_like or (place.hyphenated and is_fragment(word)):
                continue
            needed = demand
            if place.hyphenated or self._among_strangers(place):
                needed = max(needed, 2)
            ranked = self._ranked(candidates, place)
            if _strength(word, ranked[0], self._lexicon.seen(word)) >= needed:
                yield self._found(place, stranger, ranked)

    def _demand(self, stranger: Stranger, is_name: bool) -> int:
        """How strong the evidence must be for this form: 1 (fair) to 3 (overwhelming)."""
        word = stranger.word
        if is_name or self._capitals[word]:
            return 3
        if is_formed(word, self._lexicon):
            return 3
        return 2 if self._counts[word] >= _TERM or len(word) <= 3 else 1

    def _without_capital(self, stranger: Stranger) -> Iterator[Misspelling]:
        """*russian*, *wednesday*: right but for the capital."""
        word = stranger.word[0].upper() + stranger.word[1:]
        entry = self._lexicon.entry(word)
        if entry is None or entry.zipf < 3.5 or len(word) < 4:
            return
        for place in stranger.places:
            if not place.code_like and not self._among_strangers(place):
                text = word + stranger.form[len(stranger.word) :]
                yield Misspelling(_span(place), stranger.form, (text,), True)

    def _capitalised(self, stranger: Stranger) -> Iterator[Misspelling]:
        word = stranger.word
        low = word.lower()
        if self._counts[low] > 1 or len(stranger.places) > 1:
            return
        place = stranger.places[0]
        if place.code_like or self._is_in_name(place):
            return
        candidates = self._plausible(low)
        if not candidates:
            return
        ranked = self._ranked(candidates, place)
        best = ranked[0]
        strength = _strength(low, best, self._lexicon.seen(low))
        if best.text[:1].isupper():
            if best.kinds & _COMMON_NAMES and best.zipf >= 3.5 and strength >= 2:
                yield self._found(place, stranger, ranked)
            return
        lonely = not is_name_like(place.following, self._lexicon)
        if place.starts_sentence:
            needed = 2 if lonely else 3
            if strength >= needed and not is_formed(low, self._lexicon):
                yield self._found(place, stranger, ranked)
        elif strength >= 3 and len(word) >= 6 and best.zipf >= 4.3:
            yield self._found(place, stranger, ranked)

    def _is_in_name(self, place: Place) -> bool:
        """Whether a given name, title or initial before, or a surname after, claims it."""
        for near in (place.previous, place.following):
            if near is None:
                continue
            if near.text.lower() in _TITLES and near is place.previous:
                return True
            if len(near.text) <= 2 and near.text[:1].isupper() and near is place.previous:
                return True
            if not near.is_word or not near.text[:1].isupper():
                continue
            if near.text in self._forms:
                return True
            entry = self._lexicon.entry(near.text)
            if (
                entry is not None
                and entry.kinds & Kinds.PERSON
                and self._lexicon.entry(near.text.lower()) is None
                and (Kinds.GIVEN in entry.kinds or not entry.kinds & _COMMON_NAMES)
                and (Kinds.PLACE not in entry.kinds or Kinds.RARE_NAME in entry.kinds or entry.zipf < 4)
            ):
                return True
        return False

    def _among_strangers(self, place: Place) -> bool:
        """Whether a word beside it is unknown too: a foreign phrase, a list of terms."""
        return any(
            near is not None and near.text in self._forms and near.text.islower()
            for near in (place.previous, place.following)
        )

    def _plausible(self, word: str) -> list[Candidate]:
        return plausible(word, self._suggester.candidates(word))

    def _ranked(self, candidates: Sequence[Candidate], place: Place) -> list[Candidate]:
        return rank(candidates, scorer=fit_between(place.before, place.after))

    def _found(
        self, place: Place, stranger: Stranger, ranked: Sequence[Candidate]
    ) -> Misspelling:
        ending = stranger.form[len(stranger.word) :]
        texts = []
        for candidate in ranked[:5]:
            text = self._in_dialect(candidate.text)
            texts.append(with_case_of(stranger.word, text) + ending)
        best = ranked[0]
        proper = stranger.word[:1].isupper() or best.text[:1].isupper()
        return Misspelling(_span(place), stranger.form, tuple(dict.fromkeys(texts)), proper)

    def _in_dialect(self, text: str) -> str:
        dialect = self._article.dialect
        if dialect.configured or dialect.confidence >= _SURE_OF_DIALECT:
            return dialect.spelled(text)
        return text


def _span(place: Place) -> TextSpan:
    return TextSpan(place.token.start, place.token.end)


def _strength(word: str, best: Candidate, seen: float) -> int:
    """How surely ``word`` is a slip for ``best``: 0 (not at all) to 3.

    ``seen`` is how often people write ``word``: a slip is far rarer than what it is for.
    """
    gap = best.zipf - seen
    if gap < 0.6 or best.zipf < 1.8:
        return 0
    if best.cost <= 0.95 and best.zipf >= 3.8 and gap >= 1.5 and len(word) >= 4:
        return 3
    if best.cost <= 0.5 and best.zipf >= 3.0 and gap >= 1.2:
        return 3
    if best.cost <= 1.5 and best.zipf >= 2.8 and gap >= 1.0:
        return 2
    return 1
