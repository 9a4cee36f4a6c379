"""Sets of words: short ones written in the code, long ones in ``copylint/data/words``."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent.parent / "data" / "words"


def words(*texts: str) -> frozenset[str]:
    """The words of ``texts``, which are separated by spaces."""
    return frozenset(word for text in texts for word in text.split())


def listed(name: str) -> frozenset[str]:
    """The words of the file ``name``; a line that begins with ``#`` is a comment."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return words(*(line for line in lines if not line.startswith("#")))
