"""The small edits that turn one text into another, so that an editor keeps its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from copylint.core.fix import Edit
from copylint.core.span import SourceSpan

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")
# A changed passage of more pieces than this is replaced whole: its versions share few words.
_MOST_PIECES = 4_000


def changes(old: str, new: str) -> list[Edit]:
    """The edits that turn ``old`` into ``new``, in order. Compares lines, then words in lines."""
    return [
        Edit(SourceSpan(start + at, start + end), text)
        for start, before, after in _differing(_lines(old), _lines(new))
        for at, end, text in _by_words(before, after)
    ]


def _by_words(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    if max(len(before), len(after)) > _MOST_PIECES:
        yield 0, len(old), new
        return
    for at, gone, text in _differing(before, after):
        yield at, at + len(gone), text


def _differing(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """For each differing run of pieces, its offset in the old text and its two versions."""
    starts = [0]
    for piece in old:
        starts.append(starts[-1] + len(piece))
    for tag, a, a_end, b, b_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield starts[a], "".join(old[a:a_end]), "".join(new[b:b_end])


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+\Z", text)
