"""The words of several transcripts as one sequence, searched by words and pairs of words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from copylint.analysis.transcripts.fillers import costs_of_omission
from copylint.analysis.transcripts.spoken_words import SpokenWord, spoken_text
from copylint.core.transcript import Transcript, Turn, clock

#: The key between two transcripts, which no word has.
BARRIER = "\0"
# A word that occurs more often than this does not say where a quotation is, nor does a pair.
_MOST_PLACES = 48
# The places of a quotation's first words that are tried if all its words are that frequent.
_MOST_SCANNED = 400
# Places this close together, in words, count as one.
_NEAR = 4
_MOST_CANDIDATES = 5
_WORTH = 3  # a place that fits this many times worse than the best is none
_NEVER = 1e6  # what it costs to align a quotation across the end of a transcript


class SpokenPlace(NamedTuple):
    """Where words are: the transcript's name, who says them, the line, the time if it is known."""

    transcript: str
    speaker: str
    line: int
    milliseconds: int | None

    def __str__(self) -> str:
        if self.milliseconds is not None:
            return f"{self.transcript} at {clock(self.milliseconds)}"
        return f"{self.transcript}, line {self.line}"


class TranscriptIndex:
    """All that was said in ``transcripts``. It takes time and room linear in their length."""

    def __init__(self, transcripts: Sequence[Transcript]) -> None:
        self.words: list[SpokenWord] = []
        self._turns: list[tuple[Transcript, Turn]] = []
        self._starts: list[int] = []
        sentences: set[int] = set()
        for transcript in transcripts:
            for turn in transcript.turns:
                first = len(self.words)
                self._turns.append((transcript, turn))
                self._starts.append(first)
                said = spoken_text(turn.text)
                self.words += said.words
                sentences.update(first + at for at in said.sentences)
            self.words.append(SpokenWord(BARRIER, 0, 0))
        self.keys = [word.key for word in self.words]
        self.sentences = frozenset(sentences)
        self.omission_costs = costs_of_omission(self.keys, self.sentences)
        for at, key in enumerate(self.keys):
            if key == BARRIER:
                self.omission_costs[at] = _NEVER
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._pairs: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for at, key in enumerate(self.keys):
            self._places[key].append(at)
        for at, pair in enumerate(pairwise(self.keys)):
            self._pairs[pair].append(at)
        self.names = frozenset(word.key for word in self.words if word.is_name)
        self.speakers = frozenset(turn.speaker for _, turn in self._turns if turn.speaker)

    def count(self, key: str) -> int:
        """How often a word is said."""
        return len(self._places.get(key, ()))

    def place(self, at: int) -> SpokenPlace:
        """Where the word with the index ``at`` is."""
        transcript, turn = self._turns[self._turn_at(at)]
        time = None
        if turn.times:
            start = self.words[at].start
            index = bisect_right(turn.times, start, key=lambda pair: pair[0]) - 1
            time = turn.times[max(index, 0)][1]
        line = turn.line + turn.text.count("\n", 0, self.words[at].start)
        return SpokenPlace(transcript.name, turn.speaker, line, time)

    def shown(self, first: int, last: int) -> str:
        """The words from ``first`` to before ``last`` as the transcript has them."""
        parts: list[str] = []
        at = first
        while at < last:
            index = self._turn_at(at)
            after = self._starts[index + 1] if index + 1 < len(self._starts) else len(self.words)
            end = min(last, after)
            real = [word for word in self.words[at:end] if word.key != BARRIER]
            if real:
                parts.append(self._turns[index][1].text[real[0].start : real[-1].end])
            at = end
        return " ".join(" ".join(parts).split())

    def _turn_at(self, at: int) -> int:
        # Of turns without words, which begin at the same place, the last.
        return bisect_right(self._starts, at) - 1

    def candidates(self, keys: Sequence[str], low: int = 0, high: int | None = None) -> list[int]:
        """Where ``keys`` may begin, the likeliest first; only from ``low`` to before ``high``."""
        votes: Counter[int] = Counter()
        for at, pair in enumerate(pairwise(keys)):
            for place in self._between(self._pairs.get(pair, ()), low, high):
                votes[place - at] += 3
        for at, key in enumerate(keys):
            for place in self._between(self._places.get(key, ()), low, high):
                votes[place - at] += 2
        if not votes:
            scanned = self._places.get(keys[0], ())[:_MOST_SCANNED]
            votes.update(place for place in scanned if place >= low)
        grouped: Counter[int] = Counter()
        for start, count in votes.items():
            grouped[start // _NEAR] += count
        best: Counter[int] = Counter()
        for start, count in votes.items():
            group = start // _NEAR
            best[start] = count + grouped[group] + grouped[group - 1] + grouped[group + 1]
        chosen: list[int] = []
        ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
        for start, count in ranked:
            if count * _WORTH < ranked[0][1]:
                break
            if all(abs(start - other) > _NEAR for other in chosen):
                chosen.append(start)
            if len(chosen) == _MOST_CANDIDATES:
                break
        return chosen

    @staticmethod
    def _between(places: Sequence[int], low: int, high: int | None) -> Sequence[int]:
        if low or high is not None:
            end = len(places) if high is None else bisect_left(places, high)
            places = places[bisect_left(places, low) : end]
        return places if len(places) <= _MOST_PLACES else ()

    def exact(self, keys: Sequence[str]) -> list[int]:
        """Where exactly ``keys`` are said; of very frequent words, the first places only."""
        rarest = min(range(len(keys)), key=lambda at: self.count(keys[at]))
        wanted = list(keys)
        found = []
        for place in self._places.get(keys[rarest], ())[:_MOST_SCANNED]:
            start = place - rarest
            if start >= 0 and self.keys[start : start + len(wanted)] == wanted:
                found.append(start)
        return found


@lru_cache(maxsize=2)
def index_of(transcripts: tuple[Transcript, ...]) -> TranscriptIndex:
    """The index of ``transcripts``, which is made once for many articles."""
    return TranscriptIndex(transcripts)
