"""The sets by name."""

from __future__ import annotations

from pathlib import Path

from labelled import LabelledSet, Real, Seeded
from news import News
from pairs import Pairs

#: What can be measured, and what of it is clean: nothing there has a label.
SETS = ("seeded", "real", "pairs", "news")
CLEAN = frozenset({"news"})
#: Those of which a part can be taken.
SAMPLED = frozenset({"real", "pairs", "news"})


def open_set(name: str, data: Path, *, split: str = "dev", sample: int = 1) -> LabelledSet:
    """The set called ``name`` in the folder ``data``."""
    match name:
        case "seeded":
            return Seeded(data, split)
        case "pairs":
            return Pairs(data, split, sample)
        case "news":
            return News(data, sample)
        case _:
            return Real(data, sample)
