"""Whether a word is a common misspelling."""

from __future__ import annotations

from copylint.language.lexicon import Lexicon
from copylint.language.suggestions import Suggester

# How often the typo is written (Zipf), and how near and how much likelier the right word must be.
_SEEN = 1.5
_SCORE = 2.5
_COST, _COST_OF_SHORT = 0.8, 0.5
_SHORT = 4


def likely_typo(word: str) -> str:
    """The word meant by ``word``, a common misspelling; empty for any other word."""
    lexicon = Lexicon.shared()
    lower = word.lower()
    if not word.isalpha() or lexicon.is_word(word) or lexicon.seen(lower) < _SEEN:
        return ""
    found = Suggester.shared().candidates(word, near_only=True)
    if not found:
        return ""
    best = found[0]
    limit = _COST if len(word) >= _SHORT else _COST_OF_SHORT
    return best.text if best.cost <= limit and best.score >= _SCORE else ""
