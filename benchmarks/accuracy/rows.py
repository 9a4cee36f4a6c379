"""Findings as the scorers read them, and the files that hold them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NotRequired, TypedDict


class Row(TypedDict):
    """One finding: code points of the document's text, end exclusive."""

    doc_id: str
    start: int
    end: int
    rule: str
    suggestions: list[str]
    severity: NotRequired[str]


#: A labelled error, as its file has it: ``doc_id``, ``start``, ``end``, ``class`` and more.
Gold = dict[str, Any]


def read_rows(path: Path) -> list[Any]:
    """The records of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def write_rows(path: Path, rows: Iterable[object]) -> None:
    """One JSON record a line; the folder is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text("".join(lines), encoding="utf-8")
