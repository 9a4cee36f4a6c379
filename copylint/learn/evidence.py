"""Gathers what corrections have in common: the same words corrected, with ever more context.

A correction is looked at through windows: the words that changed, alone and with up to two
neighbours on either side. How often a window was corrected, and how often the same words were left
as they are, says how much context a rule needs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple
from zlib import crc32

from copylint.core.record import field, record
from copylint.learn.alignment import TokenEdit, TokenLine, token_line
from copylint.learn.edit_filter import corrections
from copylint.learn.pairs import CorrectedPair

#: The corrections that are looked at: the memory they take is bounded.
MOST_CORRECTIONS = 250_000
# Neighbours on one side, and on both together.
_NEAR, _NEAR_IN_ALL = 2, 3
# The neighbours that tell one place from another.
_SURROUNDINGS = 3
# The examples that are kept of one window.
_MOST_EXAMPLES = 6
_LONGEST_EXAMPLE = 240


class WindowKey(NamedTuple):
    """A correction seen through a window: the words before and after.

    They are in lower case, unless ``cased`` says that their case is what was corrected.
    """

    before: str
    after: str
    cased: bool


class WindowExample(NamedTuple):
    """A passage with the correction at ``start`` to ``end``, and what is put there."""

    passage: str
    start: int
    end: int
    correction: str

    @property
    def wrong(self) -> str:
        """The words that are corrected."""
        return self.passage[self.start : self.end]

    @property
    def corrected(self) -> str:
        """The passage with this correction alone."""
        return self.passage[: self.start] + self.correction + self.passage[self.end :]


@record(frozen=False)
class WindowEvidence:
    """What was seen of one window.

    ``corrections`` are numbers of corrections, ``context`` is how many neighbours the window has,
    ``places`` are the different surroundings of the correction: a sentence that a template has put
    into twenty articles is one. A ``certain`` correction needs no second one. ``left`` is how often
    its words remain, ``sample`` a passage in which they do.
    """

    key: WindowKey
    context: int
    corrections: list[int] = field(default_factory=list)
    articles: set[int] = field(default_factory=set)
    places: set[int] = field(default_factory=set)
    examples: list[WindowExample] = field(default_factory=list)
    left: int = 0
    sample: str = ""
    certain: bool = False

    @property
    def count(self) -> int:
        """How often the correction was made."""
        return len(self.corrections)


@record(frozen=False)
class Evidence:
    """Everything that the corrections of a house say.

    ``words`` is the length of the text that was left, in tokens. ``cores`` are the changed words
    of each correction, ``times`` how often each window occurred, by the hash of its key. ``unread``
    is whether there were more corrections than are looked at.
    """

    windows: dict[WindowKey, WindowEvidence] = field(default_factory=dict)
    cores: list[WindowKey] = field(default_factory=list)
    times: Counter[int] = field(default_factory=Counter)
    pairs: int = 0
    words: int = 0
    unread: bool = False

    def times_of(self, key: WindowKey) -> int:
        """How often the correction ``key`` was made."""
        return self.times[hash(key)]


class _SeenEdit(NamedTuple):
    """One correction in its passage."""

    before: TokenLine
    after: TokenLine
    edit: TokenEdit
    pair: CorrectedPair

    def windows(self) -> Iterator[tuple[WindowKey, int, int]]:
        """The windows of the correction, with the number of neighbours left and right."""
        for left, right in _windows(self.before, self.after, self.edit):
            yield _key(self.before, self.after, self.edit, left, right), left, right


def gather_evidence(read: Callable[[], Iterable[CorrectedPair]], least: int) -> Evidence:
    """The windows of all corrections that were made ``least`` times or more, or for certain.

    ``read`` gives the pairs, twice: nearly all windows occur once, and are only counted.
    """
    evidence = Evidence()
    certain: set[int] = set()
    for seen in _seen(read(), evidence):
        for key, _, _ in seen.windows():
            evidence.times[hash(key)] += 1
            if seen.pair.certain:
                certain.add(hash(key))
    articles: dict[str, int] = {}
    for seen in _seen(read(), Evidence()):
        article = articles.setdefault(seen.pair.article, len(articles))
        place = _place(seen.before, seen.edit)
        number = len(evidence.cores)
        evidence.cores.append(_key(seen.before, seen.after, seen.edit, 0, 0))
        for key, left, right in seen.windows():
            if evidence.times[hash(key)] < least and hash(key) not in certain:
                continue
            window = evidence.windows.get(key)
            if window is None:
                window = evidence.windows[key] = WindowEvidence(key, left + right)
            window.corrections.append(number)
            window.articles.add(article)
            window.places.add(place)
            window.certain |= seen.pair.certain
            is_short = len(seen.before.text) <= _LONGEST_EXAMPLE
            if is_short and len(window.examples) < _MOST_EXAMPLES:
                window.examples.append(_example(seen.before, seen.after, seen.edit, left, right))
    return evidence


def _seen(pairs: Iterable[CorrectedPair], evidence: Evidence) -> Iterator[_SeenEdit]:
    """The corrections in ``pairs``, as many as are looked at; ``evidence`` counts the pairs."""
    met: set[int] = set()
    count = 0
    for pair in pairs:
        evidence.pairs += 1
        before, after = token_line(pair.before), token_line(pair.after)
        # The same passage may be in several files: a page and its translation, a copy of an index.
        digest = hash((before.text, after.text))
        if digest in met:
            continue
        met.add(digest)
        for edit in corrections(before, after):
            if count == MOST_CORRECTIONS:
                evidence.unread = True
                return
            count += 1
            yield _SeenEdit(before, after, edit, pair)


def count_what_was_left(evidence: Evidence, passages: Iterable[str]) -> None:
    """Count how often the words of each window remain in ``passages``."""
    wanted: defaultdict[tuple[str, ...], list[WindowEvidence]] = defaultdict(list)
    for window in evidence.windows.values():
        wanted[token_line(window.key.before).folded].append(window)
    lengths = sorted({len(each) for each in wanted})
    for passage in passages:
        line = token_line(passage)
        evidence.words += len(line.spans)
        for at in range(len(line.spans)):
            for length in lengths:
                for window in wanted.get(line.folded[at : at + length], ()):
                    if at + length <= len(line.spans):
                        _count(window, line, at, at + length)


def _count(window: WindowEvidence, line: TokenLine, first: int, last: int) -> None:
    if window.key.cased and " ".join(line.words[first:last]) != " ".join(
        token_line(window.key.before).words
    ):
        return
    window.left += 1
    if not window.sample and len(line.text) <= _LONGEST_EXAMPLE:
        window.sample = line.text


def _windows(before: TokenLine, after: TokenLine, edit: TokenEdit) -> Iterator[tuple[int, int]]:
    """How many neighbours, left and right, each window of the edit has."""
    lefts = _neighbours(before, after, edit, -1)
    rights = _neighbours(before, after, edit, 1)
    # What is put in needs words on both sides to say where, and what is cut on one of them.
    needed = 1 if edit.first == edit.last else 0
    cut = edit.new_first == edit.new_last
    for left in range(needed, lefts + 1):
        for right in range(needed, rights + 1):
            if left + right <= _NEAR_IN_ALL and (left + right or not cut):
                yield left, right


def _neighbours(before: TokenLine, after: TokenLine, edit: TokenEdit, way: int) -> int:
    """How many words next to the edit are the same in both, no sign among them."""
    old, new = (edit.first, edit.new_first) if way < 0 else (edit.last - 1, edit.new_last - 1)
    for count in range(_NEAR):
        old, new = old + way, new + way
        if not (0 <= old < len(before.spans) and 0 <= new < len(after.spans)):
            return count
        word = before.folded[old]
        if word != after.folded[new] or not word.replace("-", "").replace("'", "").isalpha():
            return count
    return _NEAR


def _key(before: TokenLine, after: TokenLine, edit: TokenEdit, left: int, right: int) -> WindowKey:
    old = before.slice(edit.first - left, edit.last + right)
    new = after.slice(edit.new_first - left, edit.new_last + right)
    old, new = old.replace("’", "'"), new.replace("’", "'")
    if edit.case_only:
        return WindowKey(old, new, cased=True)
    return WindowKey(old.lower(), new.lower(), cased=False)


def _place(before: TokenLine, edit: TokenEdit) -> int:
    """A number for the words that lead to the correction, or follow it if few do.

    One side is enough: a template has the same words there, and others where it is filled in.
    """
    lead = before.folded[max(0, edit.first - _SURROUNDINGS) : edit.first]
    if len(lead) < 2:
        lead = ("^", *before.folded[edit.last : edit.last + _SURROUNDINGS])
    core = before.folded[edit.first : edit.last]
    return crc32(" ".join((*core, "|", *lead)).encode("utf-8", "replace"))


def _example(
    before: TokenLine, after: TokenLine, edit: TokenEdit, left: int, right: int
) -> WindowExample:
    first, last = edit.first - left, edit.last + right
    start, end = before.spans[first][0], before.spans[last - 1][1]
    correction = after.slice(edit.new_first - left, edit.new_last + right)
    return WindowExample(before.text, start, end, correction)
