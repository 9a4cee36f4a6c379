"""Sentences that people corrected: the originals with the edits, and the corrected ones."""

from __future__ import annotations

import hashlib
import json
import lzma
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from labelled import CACHE, ClassScore, LabelledSet, Score
from rows import Gold, Row, write_rows

_BEFORE, _AFTER = "before", "after"
# How far a word may be from an insertion: the spaces and marks between them.
_GAP = 4
_APOSTROPHES = "'’"


class Pairs(LabelledSet):
    """One sentence a document: ``before/N`` has at least one error, ``after/N`` none.

    What is found in the corrected sentences are the alarms; a few are errors that were
    left. ``sample`` N takes every Nth pair. Documents keep their number in the whole set.
    """

    def __init__(self, data: Path, split: str = "dev", sample: int = 1) -> None:
        source = data / "pairs" / f"{split}.jsonl.xz"
        with lzma.open(source, "rt", encoding="utf-8") as lines:
            every = [json.loads(line) for line in lines]
        self._scorer = data / "pairs" / "score.py"
        self._pairs = {number: every[number] for number in range(0, len(every), sample)}
        key = hashlib.sha256(source.read_bytes()).hexdigest()[:12]
        self.paths = {
            f"{side}/{number:05}": CACHE / f"pairs-{key}" / side / f"{number:05}.txt"
            for side in (_BEFORE, _AFTER)
            for number in self._pairs
        }
        for name, path in self.paths.items():
            if not path.is_file():
                side, _, number = name.partition("/")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(self._pairs[int(number)][side] + "\n", encoding="utf-8")

    def score(self, findings: Iterable[Row]) -> Score:
        by_side: dict[str, list[Row]] = {_BEFORE: [], _AFTER: []}
        for row in findings:
            by_side[row["doc_id"].partition("/")[0]].append(row)
        figures = self._figures(by_side)
        found = figures["classes"]
        missed, unmatched = self._compared(by_side[_BEFORE])
        recall, precision = figures["recall"], figures["precision"]
        return Score(
            findings=len(by_side[_BEFORE]),
            words=sum(len(pair[_BEFORE].split()) for pair in self._pairs.values()),
            classes={
                name: ClassScore(total, round(total * hit), round(total * right))
                for name, (total, hit, right) in found.items()
            },
            unmatched=tuple(unmatched),
            missed=tuple(missed),
            precision=precision,
            recall=recall,
            f05=1.25 * precision * recall / max(0.25 * precision + recall, 1e-9),
            first=figures["right"] / max(recall, 1e-9),
            clean=tuple(by_side[_AFTER]),
            clean_words=sum(len(pair[_AFTER].split()) for pair in self._pairs.values()),
            notes={
                "edits": str(figures["edits"]),
                "first suggestion right, of all edits": f"{figures['right']:.3f}",
            },
        )

    def _figures(self, by_side: dict[str, list[Row]]) -> dict[str, object]:
        """What the set's own scorer, a program, answers. It counts pairs by their line."""
        places = {number: place for place, number in enumerate(self._pairs)}
        with tempfile.TemporaryDirectory() as folder:
            pairs = Path(folder, "pairs.jsonl")
            write_rows(pairs, self._pairs.values())
            command = [sys.executable, str(self._scorer), str(pairs), "--json"]
            for side, rows in by_side.items():
                kept = Path(folder, f"{side}.jsonl")
                write_rows(
                    kept,
                    (
                        {**row, "doc_id": str(places[int(row["doc_id"].partition("/")[2])])}
                        for row in rows
                    ),
                )
                command += [f"--{side}", str(kept)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
        figures: dict[str, object] = json.loads(done.stdout)
        return figures

    def _compared(self, rows: Sequence[Row]) -> tuple[list[Gold], list[Row]]:
        """The edits that no finding meets, and the findings that meet no edit."""
        by_number: dict[int, list[Row]] = {}
        for row in rows:
            by_number.setdefault(int(row["doc_id"].partition("/")[2]), []).append(row)
        missed: list[Gold] = []
        met: set[int] = set()
        for number, pair in self._pairs.items():
            for edit in pair["edits"]:
                place = zone(pair[_BEFORE], edit["start"], edit["end"])
                meeting = [row for row in by_number.get(number, []) if _meets(row, place)]
                met.update(map(id, meeting))
                if not meeting:
                    kind = edit["class"] if isinstance(edit["class"], str) else edit["class"][0]
                    missed.append({**edit, "class": kind, "doc_id": f"{_BEFORE}/{number:05}"})
        return missed, [row for row in rows if id(row) not in met]


def zone(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a finding meets an edit: its words, for an insertion the word on either side."""
    if start < end:
        return start, end
    left = right = start
    while left > 0 and start - left < _GAP and not text[left - 1].isalnum():
        left -= 1
    while left > 0 and _in_word(text[left - 1]):
        left -= 1
    while right < len(text) and right - start < _GAP and not text[right].isalnum():
        right += 1
    while right < len(text) and _in_word(text[right]):
        right += 1
    return left, right


def _in_word(character: str) -> bool:
    return character.isalnum() or character in _APOSTROPHES


def _meets(row: Row, place: tuple[int, int]) -> bool:
    start, end = place
    return row["start"] < max(end, start + 1) and max(row["end"], row["start"] + 1) > start
