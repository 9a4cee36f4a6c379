"""Words one slip of the pen apart: ``plants`` and ``plans``, ``socks`` and ``stocks``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from copylint.text.article import Sentence
from copylint.text.context.judge import judges
from copylint.text.context.scene import PADDING, Scene
from copylint.text.edits import ScoredEdit, SentenceEditor
from copylint.text.lexicon import Lexicon
from copylint.text.ngrams import NGrams

_DATA = Path(__file__).parent.parent.parent / "data" / "neighbours.marisa"
# log2 of the number of words that the counts come from.
_TOTAL = 23.4
_GROUP = "slip"


@lru_cache(maxsize=50_000)
def neighbours(word: str) -> tuple[str, ...]:
    """The words in use that are one slip away from ``word`` (in lower case) and no form of it."""
    if not word.isascii():
        return ()
    rows = _table().get(word)
    return tuple(rows[0].decode().split()) if rows else ()


@cache
def _table():  # type: ignore[no-untyped-def]  # marisa_trie has no types
    import marisa_trie

    return marisa_trie.BytesTrie().mmap(str(_DATA))


class SlipProposal(NamedTuple):
    """A word for the one at ``at`` of a scene, with the figures for the judge."""

    at: int
    written: str
    meant: str
    figures: tuple[float, ...]


class SlipEditor(SentenceEditor):
    """Proposes the word that was meant for one that its neighbours do not know."""

    def __init__(self) -> None:
        self._counts = NGrams.shared()
        self._zipf = Lexicon.shared().zipf

    def edits(self, sentences: Sequence[Sentence]) -> list[list[ScoredEdit]]:
        """Slips in each sentence, scored in log odds above what the judge asks."""
        judge = judges()["slip"]
        found: list[list[ScoredEdit]] = []
        for sentence in sentences:
            best: dict[int, ScoredEdit] = {}
            for proposal in self.proposals(Scene.of(sentence)):
                score = judge.weigh(_GROUP, proposal.figures)
                known = best.get(proposal.at)
                if score > 0 and (known is None or score > known.score):
                    token = sentence.tokens[proposal.at - PADDING]
                    best[proposal.at] = ScoredEdit(
                        token.start, token.end, proposal.meant, score, "confusion"
                    )
            found.append([*best.values()])
        return found

    def proposals(self, scene: Scene) -> Iterator[SlipProposal]:
        """Every neighbour that plain counts find more at home than the word that stands."""
        words, pair, triple = scene.words, self._counts.pair, self._counts.triple
        for index in range(PADDING, len(words) - PADDING):
            word = words[index]
            others = neighbours(word) if len(word) > 2 else ()
            if not others:
                continue
            left, right = words[index - 1], words[index + 1]
            here = pair(left, word), pair(word, right)
            if triple(left, word, right):
                continue
            now = sum(here)
            for other in others:
                there = pair(left, other), pair(other, right)
                whole = triple(left, other, right)
                if sum(there) + whole > now and scene.is_plain_word(index):
                    figures = self._figures(words, index, other, here, there, whole)
                    yield SlipProposal(index, word, other, figures)

    def _figures(
        self,
        words: Sequence[str],
        index: int,
        other: str,
        here: tuple[float, float],
        there: tuple[float, float],
        whole: float,
    ) -> tuple[float, ...]:
        count, triple = self._counts.word, self._counts.triple
        before, left, word, right, after = words[index - 2 : index + 3]
        own, its = count(word), count(other)
        sides = count(left), count(right)
        # Bits by which the pairs are more frequent than chance would have them.
        bound = [
            pair + _TOTAL - its - side if pair else 0.0
            for pair, side in zip(there, sides, strict=True)
        ]
        tied = [
            pair + _TOTAL - own - side if pair else 0.0
            for pair, side in zip(here, sides, strict=True)
        ]
        wide = triple(before, left, other), triple(other, right, after)
        narrow = triple(before, left, word), triple(word, right, after)
        return (
            *here,
            *there,
            whole,
            *narrow,
            *wide,
            own,
            its,
            self._zipf(word),
            self._zipf(other),
            *sides,
            *bound,
            max(bound),
            min(bound),
            *tied,
            # What chance alone would have let us see of the word beside its neighbours.
            own + sides[0] - _TOTAL,
            own + sides[1] - _TOTAL,
            float(here[0] == 0),
            float(here[1] == 0),
            float(here == (0, 0)),
            float(min(there) > 0),
            float(whole > 0),
            float(word[0] == other[0]),
            float(len(word)),
            float(len(other) - len(word)),
        )
