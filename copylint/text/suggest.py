"""Corrections for a word that is in no dictionary, the likeliest first.

A noisy channel: a correction is as likely as the word is frequent and as the slip of hand
or ear that would turn it into what was written is common. Both are base-10 logarithms, so
they add. The costs of slips are in ``copylint.text.slips``. Candidates one edit away are
generated and sieved, those two away searched by rapidfuzz among frequent words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from copylint.text.lexicon import (
    FREQUENT_FILE,
    Dialects,
    Kinds,
    Lexicon,
    normalised,
    without_accents,
)
from copylint.text.sieve import Sieve
from copylint.text.slips import slip_cost

#: What a context model says of a candidate in its place: a base-10 log-likelihood, of which
#: only differences between candidates count.
Scorer = Callable[[str], float]

_LETTERS = "abcdefghijklmnopqrstuvwxyz'"
# A word longer than this is no slip for a dictionary's word.
_LONGEST = 24
_REMEMBERED = 20_000
# A correction that capitalises, splits or belongs to another dialect is less likely.
_CAPITAL_COST, _SPLIT_COST, _DIALECT_COST = 0.6, 1.2, 0.7
_LOST_CAPITAL_COST = 1.1
_RUN_TOGETHER_COST = 0.3
_SECOND, _CROWDED = 0.25, 1.5
# Rarer words than this (Zipf) are offered only where nothing else is likelier.
_OFFERED = 1.5
# How much the slip counts beside the frequency of the word.
_SLIP = 2.4
# Both halves of a split are at least this frequent (Zipf); a billion words in all.
_HALF, _BILLION = 3.6, 9.0
# Phrases that are often run together, with how often the phrase is used (Zipf): the parts'
# own frequencies do not tell.
_RUN_TOGETHER = {
    run.replace("_", ""): (run.replace("_", " "), zipf)
    for zipf, runs in (
        (5.3, "a_lot as_well at_least of_course each_other no_one in_front in_fact"),
        (4.8, "a_bit a_little a_few even_though every_time high_school thank_you up_to in_case"),
        (4.4, "in_spite on_top in_order in_charge all_right and_or as_if so_far"),
    )
    for run in runs.split()
}
# Only the likeliest of the far candidates are weighed letter by letter, and few are kept.
_WEIGHED, _KEPT = 40, 12
# A near candidate as likely as this leaves no room for a far one.
_COMPELLING = 2.6
_TAKES_CAPITAL = Kinds.DEMONYM | Kinds.CALENDAR
_NEVER = Kinds.OFFENSIVE | Kinds.RARE | Kinds.RARE_NAME


# Words without accents in lower case, their ranks by frequency, as they are written.
_Bucket = tuple[list[str], list[int], list[str]]


class Candidate(NamedTuple):
    """A possible correction.

    ``cost`` is the improbability of the slip, ``zipf`` the word's frequency, both
    base-10 logarithms. ``text`` has the lexicon's own capitals.
    """

    text: str
    cost: float
    zipf: float
    kinds: Kinds
    dialects: Dialects = Dialects.ALL

    @property
    def in_capitals(self) -> Candidate:
        """The same where the word written had a capital, which then is no slip."""
        if not self.text[:1].isupper():
            return self
        return self._replace(cost=max(0.0, self.cost - _CAPITAL_COST))

    @property
    def score(self) -> float:
        """How likely the correction is, before the context is known."""
        return self.zipf - _SLIP * self.cost


class Suggester:
    """Finds and ranks corrections. Use ``shared``; one instance serves a whole process."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._memory: dict[str, tuple[Candidate, ...]] = {}
        self._buckets: dict[str, defaultdict[int, _Bucket]] = {}

    @classmethod
    def shared(cls) -> Suggester:
        """This process's suggester, over the shared lexicon."""
        return _shared()

    def candidates(self, word: str, *, near_only: bool = False) -> tuple[Candidate, ...]:
        """All corrections of ``word`` worth a thought, the likeliest first.

        The case of ``word`` does not matter. Words that insult and words that only
        large dictionaries have are never among them. ``near_only`` leaves out those more
        than one edit away, which takes most of the time.
        """
        word = normalised(word).lower()
        key = f"{word} " if near_only else word
        found = self._memory.get(key)
        if found is None:
            if len(self._memory) >= _REMEMBERED:
                self._memory.clear()
            found = self._memory[key] = tuple(self._search(word, near_only))
        return found

    def suggest(
        self,
        word: str,
        *,
        dialects: Dialects = Dialects.ALL,
        scorer: Scorer | None = None,
        limit: int = 5,
    ) -> tuple[str, ...]:
        """The best corrections of ``word`` in its own case, at most ``limit``.

        ``dialects`` are those of the article; ``scorer`` judges candidates by the words
        around them.
        """
        ranked = rank(plausible(word, self.candidates(word)), dialects, scorer)
        texts = (with_case_of(word, candidate.text) for candidate in ranked)
        return tuple(dict.fromkeys(text for text in texts if text != word))[:limit]

    def _search(self, word: str, near_only: bool) -> list[Candidate]:
        if not 2 <= len(word) <= _LONGEST:
            return []
        found: dict[str, Candidate] = {}
        for form in self._near(word):
            self._consider(word, form, 1, found)
        best = max((candidate.score for candidate in found.values()), default=0.0)
        if len(word) >= 4 and not near_only and best < _COMPELLING:
            from rapidfuzz.distance import OSA

            for form in self._far(word):
                if form not in found:
                    slips = OSA.distance(word, form.lower())
                    self._consider(word, form, slips, found)
        return sorted([*found.values(), *self._splits(word)], key=_order)[:_KEPT]

    def _near(self, word: str) -> list[str]:
        """Words one edit away, proper ones with their capital."""
        knows = self._lexicon.knows
        near = []
        for form in Sieve.shared().passing(edits(word)):
            if knows(form):
                near.append(form)
            capital = form[:1].upper() + form[1:]
            if knows(capital):
                near.append(capital)
        return near

    def _far(self, word: str) -> list[str]:
        """Frequent words two edits away (three in a long word), the best first."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        plain = without_accents(word)
        reach = 3 if len(word) >= 9 else 2
        hits: list[tuple[float, int, str]] = []
        for length in range(len(word) - reach, len(word) + reach + 1):
            # With a second slip elsewhere the first letter is right, swapped or dropped.
            for first in {plain[0], plain[1]}:
                keys, ranks, written = self._bucket(length, first)
                if keys:
                    for _, distance, index in extract(
                        plain, keys, scorer=OSA.distance, score_cutoff=reach, limit=None
                    ):
                        hits.append((distance, ranks[index], written[index]))
        return [form for _, _, form in sorted(hits)[:_WEIGHED]]

    def _consider(self, word: str, form: str, slips: int, found: dict[str, Candidate]) -> None:
        entry = self._lexicon.entry(form)
        if entry is None or entry.kinds & _NEVER or len(form) < 2:
            return
        lower = form.lower()
        if lower == word and not entry.kinds & _TAKES_CAPITAL:
            return
        if form != lower and not entry.kinds & _TAKES_CAPITAL:
            ordinary = self._lexicon.entry(lower)
            if ordinary is not None and Kinds.WORD in ordinary.kinds:
                return  # the ordinary word stands for both
        cost = slip_cost(without_accents(word), without_accents(lower))
        if cost > 1 and slips > 1:
            # A second slip is rarer than a first, and rarer still in a short word.
            cost += _SECOND * (slips - 1) + max(0.0, cost - 0.25 * len(word)) * _CROWDED
        if form != lower:
            # A capital that went missing altogether is one slip, not two.
            cost = _LOST_CAPITAL_COST if form[1:] == word else cost + _CAPITAL_COST
        found[form] = Candidate(form, cost, entry.zipf, entry.kinds, entry.dialects)

    def _splits(self, word: str) -> list[Candidate]:
        """Two words run together: *alot*, *inthe*."""
        if word in _RUN_TOGETHER:
            phrase, zipf = _RUN_TOGETHER[word]
            return [Candidate(phrase, _RUN_TOGETHER_COST, zipf, Kinds.WORD)]
        found = []
        for at in range(1, len(word)):
            first, second = word[:at], word[at:]
            if (len(first) == 1 and first != "a") or len(second) == 1:
                continue
            left, right = self._lexicon.entry(first), self._lexicon.entry(second)
            if left is None or right is None or (left.kinds | right.kinds) & _NEVER:
                continue
            if min(left.zipf, right.zipf) >= _HALF:
                frequency = left.zipf + right.zipf - _BILLION
                found.append(Candidate(f"{first} {second}", _SPLIT_COST, frequency, Kinds.WORD))
        return found

    def _bucket(self, length: int, first: str) -> _Bucket:
        """The frequent words of this length and first letter."""
        known = self._buckets.get(first)
        if known is None:
            known = self._buckets[first] = defaultdict(lambda: ([], [], []))
            words = self._frequent
            for place in _places_of(first, self._initials):
                form = words[place]
                keys, ranks, written = known[len(form)]
                keys.append(form.lower() if form.isascii() else without_accents(form).lower())
                ranks.append(place)
                written.append(form)
        return known[length]

    @cached_property
    def _frequent(self) -> list[str]:
        """Frequent words, the most frequent first."""
        return FREQUENT_FILE.read_text(encoding="utf-8").split()

    @cached_property
    def _initials(self) -> str:
        """The first letters of ``_frequent``, without accents in lower case."""
        initials = "".join([form[0] for form in self._frequent])
        odd: dict[str, str | int | None] = {
            c: without_accents(c)[0].lower()[0] for c in set(initials) if not c.isascii()
        }
        return initials.translate(str.maketrans(odd)).lower()


def _places_of(letter: str, letters: str) -> Iterator[int]:
    at = letters.find(letter)
    while at >= 0:
        yield at
        at = letters.find(letter, at + 1)


@cache
def _shared() -> Suggester:
    return Suggester(Lexicon.shared())


def edits(word: str) -> set[str]:
    """Everything one slip away: a letter too many, missing, wrong or swapped with the next."""
    splits = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {left + right[1:] for left, right in splits}
    found |= {left + right[1:2] + right[:1] + right[2:] for left, right in splits}
    found |= {left + letter + right for left, right in splits for letter in _LETTERS}
    found |= {left + letter + right[1:] for left, right in splits for letter in _LETTERS}
    return found


def may_correct(form: str, lexicon: Lexicon) -> bool:
    """Whether ``form`` may be offered for some word written wrong."""
    entry = lexicon.entry(form)
    return entry is not None and len(form) > 1 and not entry.kinds & _NEVER


def _order(candidate: Candidate) -> tuple[float, str]:
    return (-candidate.score, candidate.text)


def rank(
    candidates: Sequence[Candidate],
    dialects: Dialects = Dialects.ALL,
    scorer: Scorer | None = None,
) -> list[Candidate]:
    """``candidates`` by likelihood in an article of ``dialects`` and in their context."""

    def likelihood(candidate: Candidate) -> float:
        score = candidate.score
        if not candidate.dialects & dialects:
            score -= _SLIP * _DIALECT_COST
        return score + scorer(candidate.text) if scorer is not None else score

    return sorted(candidates, key=lambda c: (-likelihood(c), c.text))


def plausible(word: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those of ``candidates`` near enough to ``word`` to be meant by it."""
    most = allowance(len(word))
    near = [candidate for candidate in candidates if candidate.cost <= most]
    if not near:
        return []
    best = near[0].score
    return [
        candidate
        for candidate in near
        if candidate is near[0] or (candidate.score >= best - 4.5 and candidate.zipf >= _OFFERED)
    ]


def allowance(length: int) -> float:
    """The dearest slip to believe in a word of ``length`` letters."""
    return (
        0.8
        if length <= 2
        else 1.3
        if length == 3
        else 1.7
        if length == 4
        else min(3.4, 1.0 + 0.25 * length)
    )


def with_case_of(word: str, text: str) -> str:
    """``text`` capitalised as ``word`` is; its own capitals stay."""
    if len(word) > 1 and word.isupper():
        return text.upper()
    if word[:1].isupper() and text[:1].islower():
        return text[0].upper() + text[1:]
    return text
