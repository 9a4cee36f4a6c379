"""Reading training text: one sentence a line, tokens apart by spaces, plain or ``.xz``."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from pathlib import Path


def read_sentences(path: Path) -> Iterator[list[str]]:
    """The sentences of the file as lists of tokens, apostrophes straight."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.replace("’", "'").split()
