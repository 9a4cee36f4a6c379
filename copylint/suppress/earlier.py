"""Separates findings that a change brought in from those that were there before.

Both versions have been checked as they are. A finding was there before if the old version
has it at the same place of the text, or, where its sentence has moved, in the same sentence:
of the same file, or of another from which it is gone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from copylint.core.finding import Finding
from copylint.core.finding_fingerprint import fingerprint
from copylint.core.line_index import LineIndex
from copylint.core.record import record

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")
# Changed passages of more pieces than this are not compared word by word: no editor
# changed one word in them.
_MOST_PIECES = 4_000


@record
class Version:
    """A file at one time: the text that a person sees, and the findings in it."""

    text: str = ""
    findings: tuple[Finding, ...] = ()

    def places(self) -> Iterator[tuple[Finding, tuple[int, int]]]:
        """The findings, each with its start and end in ``text``."""
        lines = LineIndex(self.text)
        for each in self.findings:
            start, end = (
                lines.line_start(place.line) + place.column - 1 for place in (each.start, each.end)
            )
            yield each, (start, end)


def brought_in(pairs: Sequence[tuple[Version, Version]]) -> list[list[Finding]]:
    """For each file, given before and after, the findings that are new in it.

    A file that is new has an empty version before, one that is gone an empty one after.
    """
    left: list[list[Finding]] = []
    gone: Counter[str] = Counter()
    for before, after in pairs:
        new, lost = _compare(before, after)
        left.append(new)
        gone.update(map(fingerprint, lost))
    return [[each for each in new if not _takes(gone, fingerprint(each))] for new in left]


def _takes(counts: Counter[str], key: str) -> bool:
    if counts[key]:
        counts[key] -= 1
        return True
    return False


def _compare(before: Version, after: Version) -> tuple[list[Finding], list[Finding]]:
    """The findings of ``after`` that ``before`` lacks, and the reverse."""
    had = Counter(map(fingerprint, before.findings))
    has = Counter(map(fingerprint, after.findings))
    if has <= had:
        return [], _not_in(before.findings, has)
    moved = _Moved(before.text, after.text)
    places = {id(each): place for each, place in after.places()}
    for each, (start, end) in before.places():
        place = moved.place(start, end)
        if place is not None:
            places[id(each)] = place
    lost, new = list(before.findings), list(after.findings)
    # Of identical findings, the new one is the one that was not at its place before.
    lost, new = _paired(lost, new, lambda each: (fingerprint(each), places.get(id(each))))
    lost, new = _paired(lost, new, fingerprint)
    # The old findings left over are gone, or their sentences have been edited.
    there = {(each.rule, places[id(each)]): each for each in lost if id(each) in places}
    still_new: list[Finding] = []
    for each in new:
        same = there.get((each.rule, places[id(each)]))
        if same is not None and _is_edit(same.sentence, each.sentence):
            lost.remove(same)
        else:
            still_new.append(each)
    return still_new, lost


def _paired(
    before: list[Finding], after: list[Finding], key: Callable[[Finding], object]
) -> tuple[list[Finding], list[Finding]]:
    """Both lists without the pairs that have the same ``key``."""
    there: defaultdict[object, list[Finding]] = defaultdict(list)
    for each in before:
        there[key(each)].append(each)
    taken: set[int] = set()
    new: list[Finding] = []
    for each in after:
        same = there.get(key(each))
        if same:
            taken.add(id(same.pop(0)))
        else:
            new.append(each)
    return [each for each in before if id(each) not in taken], new


def _is_edit(old: str, new: str) -> bool:
    """Whether one sentence is the other edited: they share half of the shorter one's words."""
    ours, theirs = set(old.split()), set(new.split())
    return 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def _not_in(findings: Sequence[Finding], counts: Counter[str]) -> list[Finding]:
    left = Counter(counts)
    return [each for each in findings if not _takes(left, fingerprint(each))]


class _Moved:
    """Maps places of an old text to a new one, as far as the text there is the same."""

    def __init__(self, old: str, new: str) -> None:
        self._runs = sorted(_equal_runs(old, new))

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """Where the old code points ``start`` to ``end`` are; None if they are changed."""
        from bisect import bisect_right

        index = bisect_right(self._runs, start, key=lambda run: run[0]) - 1
        if index < 0:
            return None
        old, new, length = self._runs[index]
        if end > old + length:
            return None
        return start - old + new, end - old + new


def _equal_runs(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    """Runs that both texts have, in order: start in the old, start in the new, length.

    Lines are compared first, then the words of lines that differ. Adjoining runs are joined.
    """
    a, b = old.splitlines(keepends=True), new.splitlines(keepends=True)
    a_at, b_at = _offsets(a), _offsets(b)
    run: tuple[int, int, int] | None = None
    for tag, a0, a1, b0, b1 in SequenceMatcher(None, a, b).get_opcodes():
        if tag == "equal":
            pieces = [(a_at[a0], b_at[b0], a_at[a1] - a_at[a0])]
        elif tag == "replace":
            old_part, new_part = old[a_at[a0] : a_at[a1]], new[b_at[b0] : b_at[b1]]
            pieces = [
                (a_at[a0] + x, b_at[b0] + y, length)
                for x, y, length in _equal_words(old_part, new_part)
            ]
        else:
            continue
        for piece in pieces:
            if run is not None and run[0] + run[2] == piece[0] and run[1] + run[2] == piece[1]:
                run = (run[0], run[1], run[2] + piece[2])
            else:
                if run is not None:
                    yield run
                run = piece
    if run is not None:
        yield run


def _equal_words(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    a, b = _PIECE.findall(old), _PIECE.findall(new)
    if max(len(a), len(b)) > _MOST_PIECES:
        return
    a_at, b_at = _offsets(a), _offsets(b)
    for x, y, size in SequenceMatcher(None, a, b).get_matching_blocks():
        if size:
            yield a_at[x], b_at[y], a_at[x + size] - a_at[x]


def _offsets(pieces: Sequence[str]) -> list[int]:
    offsets = [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    return offsets
