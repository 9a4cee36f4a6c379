"""Unknown words that the article's own use explains: a term used consistently, a listed name."""

from __future__ import annotations

from collections.abc import Sequence

from copylint.analysis.article import Article
from copylint.analysis.misspelling_evidence import TINY
from copylint.analysis.unknown_words import WordOccurrence
from copylint.core.kept_patterns import compiled
from copylint.core.span import TextSpan
from copylint.language.correction_ranking import Candidate

# A word set in quotation marks, as a new word is, and used this often is a term; without them
# more uses are needed, and the word that it may be a typo for must be rare.
_INTRODUCED, _KEPT, _COMMON = 3, 4, 3.5
_QUOTES = frozenset('"“”')
# A block of this many words, with this share of capitals, is a list of names.
_LIST, _LISTED = 12, 0.75
_LONGEST_LOOK = 4000
_WORD = compiled(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class OwnTerms:
    """The words of one article; ``unknown`` are its forms that no dictionary has."""

    def __init__(self, article: Article, unknown: set[str]) -> None:
        self._text = article.text
        self._known = {token.text for token in article.words} - unknown
        self._lists: dict[TextSpan, bool] = {}

    def keeps_to(self, places: Sequence[WordOccurrence], best: Candidate, seen: float) -> bool:
        """Whether the article intends the word at ``places``: it occurs often, ``best`` never.

        ``seen`` is how often people write the word (Zipf): a typo may be a common one.
        """
        times = len(places)
        if times < _INTRODUCED or best.text in self._known:
            return False
        if times >= _KEPT and (best.cost > TINY or (not seen and best.zipf < _COMMON)):
            return True
        return any(
            self._text[place.token.start - 1 : place.token.start] in _QUOTES
            and self._text[place.token.end : place.token.end + 1] in _QUOTES
            for place in places
        )

    def is_listed_name(self, place: WordOccurrence) -> bool:
        """Whether nearly all words of its block have capitals: a list of people."""
        span = place.block.span
        known = self._lists.get(span)
        if known is None:
            words = _WORD.findall(self._text, span.start, min(span.end, span.start + _LONGEST_LOOK))
            capitals = sum(1 for word in words if word[0].isupper())
            known = len(words) >= _LIST and capitals > _LISTED * len(words)
            self._lists[span] = known
        return known
