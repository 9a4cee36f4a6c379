"""Aligns a passage with its corrected form, token by token."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cached_property

from copylint.core.record import record
from copylint.language.vocabulary import straight

# A compound, an abbreviation and a contraction are one token each: corrections join and part them.
_TOKEN = re.compile(r"\w+(?:[-'’.‑&]\w+)*|\S")
_SPACES = re.compile(r"\s+")
_HALVES = re.compile("[\ud800-\udfff]")


@record(slots=False)
class TokenLine:
    """A passage as tokens. ``spans`` are code points of ``text``."""

    text: str
    spans: tuple[tuple[int, int], ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The tokens, with straight apostrophes."""
        return tuple(straight(self.text[start:end]) for start, end in self.spans)

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The tokens in lower case."""
        return tuple(each.lower() for each in self.words)

    def slice(self, first: int, last: int) -> str:
        """The text from token ``first`` up to token ``last``; empty if there are none."""
        if first >= last:
            return ""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]]


@record
class TokenEdit:
    """Tokens ``first`` to ``last`` of the passage become ``new_first`` to ``new_last``.

    ``case_only``: the letters are the same, and only their case differs.
    """

    first: int
    last: int
    new_first: int
    new_last: int
    case_only: bool = False


def token_line(text: str) -> TokenLine:
    """The tokens of ``text``, whose spaces are made single first.

    What no file can hold (half a surrogate pair, from JSON) becomes a replacement character.
    """
    plain = _HALVES.sub("\ufffd", _SPACES.sub(" ", text).strip())
    return TokenLine(plain, tuple(each.span() for each in _TOKEN.finditer(plain)))


def edits_between(before: TokenLine, after: TokenLine) -> list[TokenEdit]:
    """The edits that turn ``before`` into ``after``, in order; none overlaps another."""
    return list(_edits(before, after))


def _edits(before: TokenLine, after: TokenLine) -> Iterator[TokenEdit]:
    matcher = SequenceMatcher(None, before.folded, after.folded, autojunk=False)
    for what, first, last, new_first, new_last in matcher.get_opcodes():
        if what != "equal":
            yield TokenEdit(first, last, new_first, new_last)
            continue
        for at in range(last - first):
            if before.words[first + at] != after.words[new_first + at]:
                one, other = first + at, new_first + at
                yield TokenEdit(one, one + 1, other, other + 1, case_only=True)


def share_kept(before: TokenLine, edits: Sequence[TokenEdit]) -> float:
    """The share of the passage's tokens that no edit touches."""
    touched = sum(max(each.last - each.first, each.new_last - each.new_first) for each in edits)
    return max(0.0, 1 - touched / max(1, len(before.spans)))
