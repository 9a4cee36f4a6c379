"""Counts of word classes in sequence in edited English, as a measure of grammar alone.

The class of a word is its likeliest tags (``copylint.models.confusion_model.word_class``). Counts
are made by ``tools/models/train_classes.py`` from the text that the word counts come from.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from copylint.language.ngrams import NGrams

#: The table's file.
FILE = Path(__file__).parent.parent / "data" / "classes.bin"
#: Stored steps per doubling of a count, as in the table of words.
STEPS = 5
# log2 of a share so small that no row of the table has it.
_UNSEEN = -20.0

_shared: list[NGrams] = []


def class_counts() -> NGrams:
    """The table of this process."""
    if not _shared:
        _shared.append(NGrams(FILE))
    return _shared[0]


def rows_around(classes: Sequence[str], index: int, own: str) -> tuple[str, str, str, str]:
    """The keys of class ``own`` by itself, between, after and before its neighbours."""
    b, a, y, z = classes[index - 2], classes[index - 1], classes[index + 1], classes[index + 2]
    return own, f"{a} {own} {y}", f"{b} {a} {own}", f"{own} {y} {z}"


def class_figures(
    counts: NGrams, classes: Sequence[str], index: int, other: str
) -> tuple[float, ...]:
    """How much better class ``other`` fits at ``index`` than the class of the word there.

    For each of three rows: log2 of the share of the written class that was seen there, by how
    much the share of ``other`` is larger, and log2 of the count of ``other`` there.
    """
    own = classes[index]
    seen = counts.counts
    here = [seen[key] for key in rows_around(classes, index, own)]
    there = [seen[key] for key in rows_around(classes, index, other)]
    figures = [float(own == other)]
    for old, new in zip(here[1:], there[1:], strict=True):
        old_share = old - here[0] if old else _UNSEEN
        new_share = new - there[0] if new else _UNSEEN
        figures += (old_share, new_share - old_share, new)
    return tuple(figures)
