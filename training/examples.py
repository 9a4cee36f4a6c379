"""Labelled edits for training, as arrays in a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

#: The sources of texts: sentences before and after a person's corrections, clean copy, and clean
#: copy with inserted errors.
BEFORE, CORRECTED, CLEAN, FAULTY = "before", "corrected", "clean", "faulty"


class Example(NamedTuple):
    """An edit that the network considers.

    ``start`` and ``end`` are the span of its finding, in code points of text ``number`` of its
    source. ``met`` is the number of the person's edit at that place (-1 for none), ``right``
    whether the two agree. ``is_covered`` means that a rule has a finding there. ``features`` are
    those of the first reading, of the second reading, and of the words.
    """

    source: str
    number: int
    start: int
    end: int
    group: str
    label: str
    old: str
    met: int
    right: bool
    is_covered: bool
    features: tuple[float, ...]


class Examples:
    """Arrays with one item for each edit; ``words`` has the number of words read, by source."""

    def __init__(self, arrays: Mapping[str, np.ndarray], words: Mapping[str, int]) -> None:
        self.source, self.number, self.group = (arrays[n] for n in ("source", "number", "group"))
        self.start, self.end = arrays["start"], arrays["end"]
        self.label, self.old, self.met = (arrays[n] for n in ("label", "old", "met"))
        self.right, self.is_covered = arrays["right"], arrays["is_covered"]
        self.features = arrays["features"]
        self.words = dict(words)

    def __len__(self) -> int:
        return len(self.source)


_TYPES = {"features": np.float32}


def write(path: Path, examples: Sequence[Example], words: Mapping[str, int]) -> None:
    """Write examples, and the number of words read from each source."""
    columns = zip(*examples, strict=True)
    arrays = {
        name: np.array(column, _TYPES.get(name))
        for name, column in zip(Example._fields, columns, strict=True)
    }
    counted = np.array([*words.values()])
    np.savez_compressed(path, sources=np.array([*words]), words=counted, **arrays)


def read(paths: Sequence[Path]) -> Examples:
    """The examples in several files, concatenated."""
    parts: dict[str, list[np.ndarray]] = {name: [] for name in Example._fields}
    words: dict[str, int] = {}
    for path in paths:
        with np.load(path, allow_pickle=False) as file:
            for name, part in parts.items():
                part.append(file[name])
            for source, count in zip(file["sources"], file["words"], strict=True):
                words[str(source)] = words.get(str(source), 0) + int(count)
    return Examples({name: np.concatenate(part) for name, part in parts.items()}, words)
