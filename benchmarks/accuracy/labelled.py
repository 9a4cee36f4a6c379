"""The labelled sets: which documents they hold, and how findings in them are scored.

They come with a scorer of their own, which is the same for every tool; what it answers is
put into one shape here.
"""

from __future__ import annotations

import hashlib
import importlib.util
import tarfile
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from rows import Gold, Row, read_rows

CACHE = Path(tempfile.gettempdir()) / "copylint-accuracy"


@dataclass(frozen=True, slots=True)
class ClassScore:
    """Of ``total`` labelled errors of a class ``found`` ones, ``first`` with the human's
    correction as the first suggestion."""

    total: int
    found: int
    first: int


@dataclass(frozen=True, slots=True)
class Score:
    """What the scorer makes of a tool's findings.

    ``unmatched`` are those that meet no labelled error, ``missed`` the errors that no
    finding meets. ``clean`` are the findings in copy without labelled errors, of
    ``clean_words`` words. ``notes`` are further figures, by name.
    """

    findings: int
    words: int
    classes: Mapping[str, ClassScore]
    unmatched: tuple[Row, ...]
    missed: tuple[Gold, ...]
    precision: float
    recall: float
    f05: float
    first: float
    clean: tuple[Row, ...] = ()
    clean_words: int = 0
    notes: Mapping[str, str] = field(default_factory=dict)

    @property
    def alarms(self) -> float:
        """Findings without a labelled error, per 1,000 words of the whole set."""
        if self.clean_words:
            return 1000 * len(self.clean) / self.clean_words
        return 1000 * len(self.unmatched) / max(self.words, 1)


class LabelledSet(ABC):
    """Documents with their labelled errors.

    ``paths`` are the documents to check by id, in order, clean ones among them.
    """

    paths: Mapping[str, Path]

    @abstractmethod
    def score(self, findings: Iterable[Row]) -> Score:
        """What the findings are worth."""

    def text(self, doc_id: str) -> str:
        """A document's text, in which offsets count."""
        return self.paths[doc_id].read_bytes().decode()


class Seeded(LabelledSet):
    """News articles with errors put in by a program, and clean ones beside them."""

    def __init__(self, data: Path, split: str = "dev") -> None:
        self._base, self._split = data / "seeded", split
        folders = (self._base / split, self._base / f"clean_{split}")
        self.paths = {path.stem: path for each in folders for path in sorted(each.glob("*.txt"))}

    def score(self, findings: Iterable[Row]) -> Score:
        found: list[Row] = []
        clean: list[Row] = []
        ignored = read_rows(self._base / f"clean_{self._split}.ignore.jsonl")
        for row in findings:
            if self.paths[row["doc_id"]].parent.name == self._split:
                found.append(row)
            elif not any(_meets(row, span) for span in ignored):
                clean.append(row)
        scorer = _module(self._base / "score.py")
        figures, false, missed, _hits = scorer.score(str(self._base), self._split, found, clean)
        right = figures["right"]
        return Score(
            findings=figures["findings"],
            words=figures["words"],
            classes={
                name: ClassScore(total, hit, right.get(name, 0))
                for name, (hit, total) in figures["recall"].items()
            },
            unmatched=tuple(finding for _, finding, _ in false),
            missed=tuple({**gold, "doc_id": doc_id} for doc_id, gold in missed),
            precision=figures["P"],
            recall=figures["R"],
            f05=figures["F05"],
            first=figures["first_sugg"],
            clean=tuple(clean),
            clean_words=figures["clean_words"],
            notes={
                "decoys hit": f"{figures['decoys_hit']} of {figures['decoys']} "
                + str({k: v[0] for k, v in figures["decoy_kinds"].items() if v[0]})
            },
        )


class Real(LabelledSet):
    """Errors that people made, with the corrections that people made.

    ``sample`` N takes every Nth document by the hash of its id: the same ones for every
    tool and on every machine. ``suffixes`` leaves out documents of other formats.
    """

    def __init__(self, data: Path, sample: int = 1, suffixes: tuple[str, ...] = ("",)) -> None:
        self._base = data / "real"
        self._labels = [
            gold
            for gold in read_rows(self._base / "labels.jsonl")
            if in_sample(gold["doc_id"], sample) and gold["doc_id"].endswith(suffixes)
        ]
        self.folder = CACHE / "docs"
        if not self.folder.is_dir():
            CACHE.mkdir(parents=True, exist_ok=True)
            with tarfile.open(self._base / "docs.tar.xz") as archive:
                archive.extractall(CACHE, filter="data")
        names = sorted({gold["doc_id"] for gold in self._labels})
        self.paths = {name: self.folder / name for name in names}

    def score(self, findings: Iterable[Row]) -> Score:
        rows = list(findings)
        scorer = _module(self._base / "score.py")
        figures = scorer.score(self._labels, rows, str(self.folder))
        by_document: dict[str, list[Gold]] = {}
        for gold in self._labels:
            by_document.setdefault(gold["doc_id"], []).append(gold)
        zones = {
            name: [(scorer.zone(self.text(name), gold), gold) for gold in golds]
            for name, golds in by_document.items()
        }
        caught: set[int] = set()
        unmatched: list[Row] = []
        for row in rows:
            met = [gold for zone, gold in zones[row["doc_id"]] if scorer.hits(zone, row)]
            caught |= {id(gold) for gold in met}
            if not met:
                unmatched.append(row)
        gold, found, first = figures["gold"], figures["found"], figures["c1"]
        names = sorted((name for name in gold if name != "ALL"), key=lambda name: -gold[name])
        return Score(
            findings=figures["findings"],
            words=figures["words"],
            classes={name: ClassScore(gold[name], found[name], first[name]) for name in names},
            unmatched=tuple(unmatched),
            missed=tuple(gold for gold in self._labels if id(gold) not in caught),
            precision=figures["P"],
            recall=figures["R"],
            f05=figures["F05"],
            first=first["ALL"] / max(found["ALL"], 1),
        )


def in_sample(doc_id: str, every: int) -> bool:
    """Whether a document is among every ``every``-th."""
    return int(hashlib.sha256(doc_id.encode()).hexdigest(), 16) % every == 0


def _meets(row: Row, span: Gold) -> bool:
    return (
        row["doc_id"] == span["doc_id"]
        and row["start"] < span["end"]
        and span["start"] < row["end"]
    )


def _module(path: Path) -> ModuleType:
    """A scorer, read from its file, which is not a module of a package."""
    spec = importlib.util.spec_from_file_location(f"scorer_{path.parent.name}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
