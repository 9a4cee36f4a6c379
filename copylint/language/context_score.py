"""How well a word fits between the words on either side."""

from __future__ import annotations

from collections.abc import Callable

from copylint.language.ngrams import NGrams

_LOG10_OF_2 = 0.301
# log2 of the number of words that the pairs were counted in.
_TOTAL = 23.3
# Pairs overlap with triples, and counts of ten million words are thin: trust them by half.
_TRUST = 0.5
_MOST = 1.6


def fit_between(before: str, after: str) -> Callable[[str], float]:
    """A scorer of words between ``before`` and ``after`` (``^`` and ``$`` at the ends).

    Its results are base-10 log ratios: how much likelier the word is there than anywhere.
    A phrase is judged by its first word's left and its last word's right neighbour.
    """
    ngrams = NGrams.shared()
    before, after = before.lower(), after.lower()

    def bond(first: str, second: str) -> float:
        seen = ngrams.pair(first, second)
        expected = ngrams.word(first) + ngrams.word(second) - _TOTAL
        return seen - expected if seen else -max(0.0, expected)

    def fit(word: str) -> float:
        words = word.lower().replace("’", "'").split()
        if not words:
            return 0.0
        first, last = words[0], words[-1]
        value = bond(before, first) + bond(last, after)
        if len(words) == 1 and (triple := ngrams.triple(before, first, after)):
            value += triple
        return max(-_MOST, min(_MOST, value * _LOG10_OF_2 * _TRUST))

    return fit
