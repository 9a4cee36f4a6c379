"""What differs between a quotation and the words that were said, and how grave it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from copylint.analysis.transcripts.alignment import Alignment, Step
from copylint.analysis.transcripts.fillers import OTHER
from copylint.analysis.transcripts.grades import Difference, DifferenceGrade
from copylint.analysis.transcripts.index import BARRIER, TranscriptIndex
from copylint.analysis.transcripts.spoken_words import SpokenWord, is_number
from copylint.language.word_list import words

_NEGATIONS = words(
    "not no never none nobody nothing nowhere neither nor without hardly scarcely barely cannot "
    "ain't unable"
)
_OPPOSITES = frozenset(
    frozenset(pair.split())
    for pair in (
        "more less", "more fewer", "up down", "increase decrease", "rise fall", "before after",
        "always sometimes", "all some", "win lose", "won lost", "accept reject", "agree disagree",
        "support oppose", "best worst", "better worse", "first last", "good bad",
        "true false", "increased decreased", "increasing decreasing", "higher lower",
    )
)  # fmt: skip
_NEGATIVE_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")


def differences(
    printed: Sequence[SpokenWord],
    text: str,
    index: TranscriptIndex,
    found: Alignment,
    insertions: frozenset[int],
) -> Iterator[Difference]:
    """The differences in an alignment of ``printed``, which are words of ``text``."""
    at, said = 0, found.start
    group: tuple[int, int] | None = None
    for step in found.steps:
        if step is Step.KEPT:
            if group is not None:
                yield from _judge(printed, text, index, (*group, at, said), insertions)
                group = None
        elif group is None:
            group = at, said
        at += step is not Step.OMITTED
        said += step is not Step.ADDED
    if group is not None:
        yield from _judge(printed, text, index, (*group, at, said), insertions)


def _judge(
    printed: Sequence[SpokenWord],
    text: str,
    index: TranscriptIndex,
    group: tuple[int, int, int, int],
    insertions: frozenset[int],
) -> Iterator[Difference]:
    at, said, at_end, said_end = group
    new, old = printed[at:at_end], index.words[said:said_end]
    if at == at_end and at in insertions:
        return  # the reporter's own words in brackets replace them openly
    if "".join(word.key for word in new) == "".join(word.key for word in old):
        return
    grade, what = _grade(new, old, index, said)
    start = new[0].start if new else (printed[at - 1].end if at else 0)
    end = new[-1].end if new else start
    yield Difference(grade, start, end, text[start:end], index.shown(said, said_end), what)


def _grade(
    new: Sequence[SpokenWord], old: Sequence[SpokenWord], index: TranscriptIndex, said: int
) -> tuple[DifferenceGrade, str]:
    if not new and all(cost < OTHER for cost in index.omission_costs[said : said + len(old)]):
        return DifferenceGrade.FILLER, ""
    what = changed_sense(new, old, index)
    return (DifferenceGrade.SENSE, what) if what else (DifferenceGrade.WORD, "")


def changed_sense(
    new: Sequence[SpokenWord], old: Sequence[SpokenWord], index: TranscriptIndex
) -> str:
    """What words printed in place of others change: *negation*, *number*, *name*, or nothing."""
    if _negations(new) % 2 != _negations(old) % 2 or _reversed(new, old):
        return "negation"
    numbers, others = _numbers(new), _numbers(old)
    if numbers != others and not ({"one"} >= set(numbers) | set(others)):
        return "number"
    if new and old:
        names = {word.key for word in new if word.is_name or word.key in index.names}
        said = {word.key for word in old if word.is_name}
        if names - said and said - names:
            return "name"
    return ""


def _negations(of: Sequence[SpokenWord]) -> int:
    return sum(word.key in _NEGATIONS for word in of)


def _numbers(of: Sequence[SpokenWord]) -> Counter[str]:
    return Counter(word.key for word in of if is_number(word.key))


def _reversed(new: Sequence[SpokenWord], old: Sequence[SpokenWord]) -> bool:
    """Whether a word is printed whose opposite was said."""
    gone = {word.key for word in old} - {word.key for word in new}
    come = {word.key for word in new} - {word.key for word in old}
    return any(_are_opposites(one, other) for one in gone for other in come)


def _are_opposites(one: str, other: str) -> bool:
    if frozenset((one, other)) in _OPPOSITES:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) > 3 and any(long == prefix + short for prefix in _NEGATIVE_PREFIXES)


def is_negation(key: str) -> bool:
    """Whether a word turns a sentence into its opposite."""
    return key in _NEGATIONS


def omitted(index: TranscriptIndex, first: int, last: int) -> list[SpokenWord]:
    """The words said from ``first`` to before ``last``, those of hesitation left out."""
    return [
        word
        for at, word in enumerate(index.words[first:last], first)
        if index.omission_costs[at] >= OTHER and word.key != BARRIER
    ]
