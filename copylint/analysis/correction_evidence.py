"""An article's unknown words side by side: the evidence about each, and its corrections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence

from copylint.analysis.article import Article
from copylint.analysis.misspelling_evidence import TINY, fits, is_near, strength_of
from copylint.analysis.own_terms import OwnTerms
from copylint.analysis.unknown_words import UnknownWord, WordOccurrence
from copylint.core.record import record
from copylint.core.span import TextSpan
from copylint.language.context_score import fit_between
from copylint.language.correction_ranking import Candidate, plausible, rank, with_case_of
from copylint.language.known_misspellings import best_known, known_misspelling
from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.suggestions import Suggester
from copylint.language.tokens import Token

# Words with this many first letters in common are of one family.
_STEM = 5
# A word of this many letters is near to many words.
_SHORT = 5
# How frequent (Zipf) a word is that any short form is a slip for.
_MOST_FREQUENT = 6.0
# How often a short form must be written to count as a possible term.
_WRITTEN = 1.8
# A search takes milliseconds, so a file of noise must not cause one for each word; no
# article has this many misspellings.
_MOST_SEARCHES = 1000
# How certain the dialect must be before suggestions are spelled in it.
_SURE_OF_DIALECT = 0.9


@record
class Misspelling:
    """A misspelled word: its span, the word, the corrections (best first), and its kind.

    ``certain`` says that everybody knows the misspelling and the one word that it can mean;
    ``near`` that the best correction is a common word and a small slip away.
    """

    span: TextSpan
    text: str
    corrections: tuple[str, ...]
    proper: bool
    certain: bool = False
    near: bool = True


class UnknownWords:
    """What the checks of single words share: the article's unknown words and their corrections.

    ``forms`` are all unknown forms; ``counts`` is how often each occurs regardless of case, and
    ``capitals`` how often with a capital that no sentence explains. ``best_known`` is the number
    of misspellings that everybody knows, but for the word in question; they do not make their
    neighbours a foreign phrase. ``own`` are the terms that the article keeps to.
    """

    def __init__(self, article: Article, unknown: Sequence[UnknownWord]) -> None:
        self.lexicon = Lexicon.shared()
        self.suggester = Suggester.shared()
        self.forms = {unknown_word.form for unknown_word in unknown}
        self.best_known = max(0, sum(form in best_known() for form in self.forms) - 1)
        self.own = OwnTerms(article, self.forms)
        self.counts: Counter[str] = Counter()
        self.capitals: Counter[str] = Counter()
        self._article = article
        self._searches = 0
        for unknown_word in unknown:
            low = unknown_word.word.lower()
            self.counts[low] += len(unknown_word.places)
            if unknown_word.word != low:
                self.capitals[low] += sum(not p.starts_sentence for p in unknown_word.places)

    def may_search(self) -> bool:
        """Whether the article has searches left; counts this one."""
        self._searches += 1
        return self._searches <= _MOST_SEARCHES

    def plausible(self, word: str) -> list[Candidate]:
        """The corrections of ``word`` near enough to be the intended word."""
        return plausible(word, self.suggester.candidates(word))

    def ranked(self, candidates: Sequence[Candidate], place: WordOccurrence) -> list[Candidate]:
        """``candidates`` by their likelihood between the neighbours of ``place``."""
        return rank(candidates, scorer=fit_between(place.before, place.after))

    def strength(self, word: str, best: Candidate, place: WordOccurrence) -> int:
        """Strength of the evidence, increased by one if the correction fits its neighbours."""
        strength = strength_of(word, best, self.lexicon.seen(word), self._family(word))
        known = known_misspelling(word) == best.text.lower()
        return strength + (strength > 0 and fits(best, place)) + known

    def among_unknown_words(self, place: WordOccurrence, known: Container[str] = ()) -> bool:
        """Whether a neighbour not in ``known`` is unknown too: a foreign phrase, a list."""
        previous = place.previous
        if previous is not None and previous.text in self.forms and self._is_latin_name(previous):
            return True
        return any(
            near is not None
            and near.text in self.forms
            and near.text not in known
            and near.text.islower()
            for near in (previous, place.following)
        )

    def found(
        self, place: WordOccurrence, unknown_word: UnknownWord, ranked: Sequence[Candidate]
    ) -> Misspelling:
        """The misspelling at ``place``, of which the best correction is the first of ``ranked``."""
        texts = []
        for candidate in ranked[:5]:
            text = self.in_dialect(candidate.text)
            texts.append(with_case_of(unknown_word.word, text))
        best = ranked[0]
        proper = unknown_word.word[:1].isupper() or best.text[:1].isupper()
        corrections = tuple(dict.fromkeys(texts))
        given = unknown_word.word[:1].isupper() or best.kinds & (Kinds.DEMONYM | Kinds.CALENDAR)
        near = bool(given) or is_near(unknown_word.word.lower(), best)
        if (
            near
            and len(unknown_word.word) <= _SHORT
            and best.cost > TINY
            and not given
            and best.zipf < _MOST_FREQUENT
            and self.lexicon.seen(unknown_word.word.lower()) >= _WRITTEN
        ):
            # A short form that people write is a term, unless its neighbours fit the correction.
            near = known_misspelling(unknown_word.word.lower()) is not None or fits(best, place)
        return Misspelling(
            span_of(place, unknown_word), unknown_word.word, corrections, proper, near=near
        )

    def in_dialect(self, text: str) -> str:
        """``text`` in the spelling of the article's dialect, if that is certain."""
        dialect = self._article.dialect
        if dialect.configured or dialect.confidence >= _SURE_OF_DIALECT:
            return dialect.spelled(text)
        return text

    def _family(self, word: str) -> float:
        """Frequency of the commonest word that begins as ``word`` does and is near it."""
        start = word[:_STEM]
        near = self.suggester.candidates(word)
        return max((c.zipf for c in near if c.text.lower().startswith(start)), default=0.0)

    def _is_latin_name(self, token: Token) -> bool:
        """Whether ``token`` is a capitalised word that opens brackets: *(Vanellus spinosus)*."""
        text = self._article.text
        return token.text[:1].isupper() and text[token.start - 1 : token.start] in ("(", "*", "_")


def span_of(place: WordOccurrence, unknown_word: UnknownWord) -> TextSpan:
    """The word without a possessive ending, so that its apostrophe stays as it is."""
    return TextSpan(place.token.start, place.token.end - unknown_word.ending)
