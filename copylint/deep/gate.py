"""The gate: a smaller network that says which sentences the network need not read.

It has learned from the network (``training/gate.py``) to guess, for every word and every kind of
error, how far the network's score would exceed the threshold. It is more than ten times as fast
as the network. Most sentences that it passes on contain no error, and some that it holds back do
(docs/explanation/deep.md has the figures).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from copylint.core.errors import EngineError
from copylint.deep.network_words import Word
from copylint.deep.sessions import each_of, session
from copylint.deep.usual import figures, spread
from copylint.deep.weights import ENGINE, Weights
from copylint.deep.word_pieces import WordPieces
from copylint.models.edit import ScoredEdit

#: The kinds of error, in the order of the gate's output.
KINDS = (
    "confusion",
    "missing-word",
    "extra-word",
    "verb-form",
    "agreement",
    "article",
    "apostrophe",
)
_INSERTED = "missing-word"

# The inputs of the gate: the pieces, their letter cases and the frequencies of their words
# (``copylint.deep.usual``), [pieces]; the first piece of each word, [words].
IDS, CASES, USUAL, PLACES = "ids", "case", "usual", "widx"
#: Its output: the log odds of each kind of error, [words, kinds].
GUESS = "guess"

#: The doubtful places of a sentence: the number of a word and that of a kind of error.
Places = list[tuple[int, int]]


class Gate:
    """The smaller network. Raises ``EngineError`` if it cannot be run.

    ``least`` gives, by kind, the lowest guess (log odds) that sends a sentence to the network.
    """

    def __init__(self, weights: Weights, least: Mapping[str, float]) -> None:
        import numpy

        self._session = session(weights.gate, (IDS, CASES, USUAL, PLACES), (GUESS,))
        self._least = numpy.array([least.get(kind, -math.inf) for kind in KINDS], numpy.float32)
        try:
            self._pieces = WordPieces(weights.vocabulary)
        except KeyError as error:
            raise EngineError(ENGINE, f"its vocabulary lacks {error}") from None

    def doubts(self, sentences: Sequence[Sequence[Word]], threads: int) -> list[list[ScoredEdit]]:
        """Where the network may find an error, by sentence: edits without a replacement.

        Their score is infinite, since the gate cannot know how sure the network will be. Reads
        ``threads`` sentences at a time. Raises ``EngineError``.
        """
        found = self.places(sentences, threads)
        return [doubts_at(words, own) for words, own in zip(sentences, found, strict=True)]

    def places(self, sentences: Sequence[Sequence[Word]], threads: int) -> list[Places]:
        """The same places as numbers of words and kinds, which depend only on the words' texts."""
        return each_of(sentences, self._places, threads)

    def guesses(self, words: Sequence[Word]) -> Any:
        """A numpy array: for each word that the network would read, the log odds of each kind."""
        import numpy

        texts = [word.text for word in words]
        encoded = self._pieces.encode(texts)
        given = {
            IDS: numpy.array(encoded.ids, numpy.int64),
            CASES: numpy.array(encoded.cases, numpy.int64),
            USUAL: spread(figures(texts), encoded),
            # No word comes before the first.
            PLACES: numpy.array(encoded.words[1:], numpy.int64),
        }
        return self._session.run((GUESS,), given)[0]

    def _places(self, words: Sequence[Word]) -> Places:
        import numpy

        return [
            (at, kind) for at, kind in numpy.argwhere(self.guesses(words) >= self._least).tolist()
        ]


def doubts_at(words: Sequence[Word], places: Places) -> list[ScoredEdit]:
    """The edits at ``places`` of a sentence."""
    return [doubt(words[at], kind) for at, kind in places]


def doubt(word: Word, kind: int) -> ScoredEdit:
    """An edit of the kind with this number at a word, or in the gap before it."""
    end = word.start if KINDS[kind] == _INSERTED else word.end
    return ScoredEdit(word.start, end, "", math.inf, KINDS[kind])
