"""Corrections in JSON lines: an object a line, with ``before`` and ``after``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from copylint.learn.pairs import CorrectedPair, CorrectionSource, LearnError

#: The suffixes of such files.
SUFFIXES = (".jsonl", ".ndjson")
# The keys that may name the article, in order of preference.
_ARTICLE = ("article", "path", "id")
_LONGEST_LINE = 1_000_000


class JsonLinesPairs(CorrectionSource):
    """The pairs in a file; what follows all corrections is ``after``."""

    whole = False

    def __init__(self, path: str) -> None:
        self._path = path

    def pairs(self) -> Iterator[CorrectedPair]:
        """A pair for each line. Raises ``LearnError`` for the first line that is not one."""
        try:
            with Path(self._path).open("rb") as file:
                number = 0
                while line := file.readline(_LONGEST_LINE + 1):
                    number += 1
                    if line.strip():
                        yield self._pair(line, number)
        except OSError as error:
            raise LearnError(f"{self._path}: cannot read: {error.strerror}") from None

    def left(self) -> Iterator[str]:
        """Every passage as it was corrected, once."""
        seen: set[int] = set()
        for pair in self.pairs():
            digest = hash(pair.after)
            if digest not in seen:
                seen.add(digest)
                yield pair.after

    def _pair(self, line: bytes, number: int) -> CorrectedPair:
        where = f"{self._path}:{number}"
        if len(line) > _LONGEST_LINE:
            raise LearnError(f"{where}: the line is longer than 1 MB; give one passage a line")
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            raise LearnError(f"{where}: the line is not JSON") from None
        if not isinstance(row, dict):
            raise LearnError(f"{where}: the line is not a JSON object")
        for name in ("before", "after"):
            if not isinstance(row.get(name), str):
                raise LearnError(
                    f'{where}: needs the text \'{name}\', as in {{"before": "…", "after": "…"}}'
                )
        article = next((str(row[name]) for name in _ARTICLE if row.get(name)), where)
        return CorrectedPair(row["before"], row["after"], article)
