"""Counts of two words in a row, and of other words in place of either.

For most words in a text, no other word fits better by its counts. Two numbers kept with each pair
of words show this, and three pairs in four have been met before. So the editors look closely at
only one place in ten, and alternatives are looked up in the table of counts only for new pairs.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise, repeat
from zlib import crc32

from copylint.core.memo import Memo
from copylint.language.ngrams import COUNTS, NGrams
from copylint.models.confusion_model import ConfusionModel
from copylint.models.function_words import calibrated_words
from copylint.models.word_families import family_of

# The most pairs and words remembered; beyond this the memo is emptied.
_REMEMBERED, _WORDS_REMEMBERED = 60_000, 20_000
# The number of lines whose pairs are looked up together.
_TOGETHER = 200
# The lead for a word that is never written for another.
_NEVER = -1_000_000
_NONE: Sequence[int] = ()


class Others:
    """The words that may be meant by a written word, with the parts of their keys.

    First come the other forms of its family, in order; from number ``rivals``, the words often
    mistaken for it; from number ``small``, function words. ``may_be_unknown`` means that another
    word may be meant even if counts know nothing about either.
    """

    __slots__ = ("hashes", "may_be_unknown", "nothing", "rivals", "small", "tails")

    def __init__(
        self, forms: Sequence[str], rivals: Sequence[str], small: Sequence[str], counts: NGrams
    ) -> None:
        others = [*forms, *rivals, *small]
        spelled = counts.spelled
        self.rivals = len(forms)
        self.small = len(forms) + len(rivals)
        self.hashes: tuple[int, ...] = tuple([spelled[other][0] for other in others])
        self.tails: tuple[bytes, ...] = tuple([spelled[other][1] for other in others])
        self.nothing: tuple[int, ...] = (0,) * len(others)
        self.may_be_unknown = bool(rivals)


class _KnownOthers(Memo[str, Others]):
    def __init__(self, counts: NGrams) -> None:
        super().__init__(self._others, _WORDS_REMEMBERED)
        self._counts = counts
        self._rivals = ConfusionModel.shared().by_word
        self._small = calibrated_words().instead
        # Most words have no others.
        self._none = Others((), (), (), counts)

    def _others(self, word: str) -> Others:
        family, rivals = family_of(word), self._rivals.get(word, ())
        small = self._small.get(word, ())
        if family is None and not rivals and not small:
            return self._none
        forms = [form for form, _ in family.forms if form != word] if family else []
        return Others(forms, [rival.word for rival in rivals], small, self._counts)


class WordPair:
    """Two words in a row.

    ``count`` is about log2 of how often they were seen; ``after`` has the same, in steps,
    for each of the ``Others`` of the second word after the first, ``before`` for each of
    those of the first word before the second. ``others`` are those of the second word.

    ``lead_after`` and ``lead_before`` say by how much the most frequent of the others leads:
    if the leads of the pairs on both sides of a word add up to no more than ``NO_LEAD``,
    none of the others fits better there.

    ``near`` holds the words one typo away from the second word that were seen after the first,
    with their counts; None until they are looked up.
    """

    __slots__ = ("after", "before", "count", "lead_after", "lead_before", "near", "others")

    def __init__(
        self,
        count: float,
        others: Others,
        after: Sequence[int],
        before: Sequence[int],
        lead_after: int,
        lead_before: int,
    ) -> None:
        self.count = count
        self.others = others
        self.after = after
        self.before = before
        self.lead_after = lead_after
        self.lead_before = lead_before
        self.near: tuple[tuple[str, float], ...] | None = None


#: The largest sum of the leads on both sides at which no other word fits better. A lead
#: is twice the steps by which others lead, less one if nothing is known of the word, so
#: that a tie on the two sides does not count if the word was seen on neither.
NO_LEAD = -2


class WordPairs:
    """The pairs of words met by this process, each looked up once."""

    def __init__(self) -> None:
        self._counts = NGrams.shared()
        #: The alternatives by word in lower case.
        self.others = _KnownOthers(self._counts)
        self._known: dict[tuple[str, str], WordPair] = {}

    @classmethod
    @cache
    def shared(cls) -> WordPairs:
        """The pairs of this process."""
        return cls()

    def along(self, lines: Sequence[Sequence[str]]) -> list[list[WordPair]]:
        """For each line, of two words or more, by index, each word's pair with the one before.

        The entry for the first word has no meaning.
        """
        found: list[list[WordPair]] = []
        for start in range(0, len(lines), _TOGETHER):
            keys = [[*pairwise(words)] for words in lines[start : start + _TOGETHER]]
            met: set[tuple[str, str]] = set()
            met.update(*keys)
            new = met.difference(self._known)
            if len(self._known) + len(new) > _REMEMBERED and new:
                self._known = {}
                new = met
            self._learn(new)
            look_up = self._known.__getitem__
            for each in keys:
                pairs = [*map(look_up, each)]
                found.append([pairs[0], *pairs])
        return found

    def _learn(self, new: Collection[tuple[str, str]]) -> None:
        """Look up pairs in one batch."""
        spelled, others_of = self._counts.spelled, self.others
        codes: list[int] = []
        rows: list[tuple[Others, Others]] = []
        for first, second in new:
            instead, before = others_of[second], others_of[first]
            begin, tail = spelled[first][0], spelled[second][1]
            rows.append((instead, before))
            codes.append(crc32(tail, begin))
            if instead.tails:
                codes += map(crc32, instead.tails, repeat(begin))
            if before.hashes:
                codes += map(crc32, repeat(tail), before.hashes)
        counts = self._counts.steps(codes)
        known = self._known
        at = 0
        for key, (instead, before) in zip(new, rows, strict=True):
            count = counts[at]
            at += 1
            following = preceding = _NONE
            lead_after = lead_before = _NEVER
            if instead.tails:
                end = at + len(instead.tails)
                following, lead_after = _leading(counts[at:end], instead, count)
                at = end
            if before.hashes:
                end = at + len(before.hashes)
                preceding, lead_before = _leading(counts[at:end], before, count)
                at = end
            known[key] = WordPair(
                COUNTS[count], instead, following, preceding, lead_after, lead_before
            )


def _leading(counts: Sequence[int], others: Others, count: int) -> tuple[Sequence[int], int]:
    """The counts of ``others`` (one shared object if all are zero) and their lead."""
    most = max(counts)
    lead = 2 * (most - count) - (not count and not others.may_be_unknown)
    return (counts if most else others.nothing), lead
