"""Findings as highlights in a PDF with comments, added after the bytes of the file."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.formats.pdf.page_source import boxes_in, parts_of
from copylint.office import pdf_annotate_child
from copylint.office.annotate import Annotation

_CHILD = Path(__file__).with_name("pdf_annotate_child.py")
# Seconds for the whole of a file, however slow the machine.
_PATIENCE = 2 * pdf_annotate_child.SECONDS
_FAILED = (
    "a PDF to which no highlights can be added, such as a protected one; print it to a new PDF"
)


class _Highlight(NamedTuple):
    """A comment on boxes of one page: left, bottom, right and top in points, one for each line."""

    page: int
    boxes: list[tuple[float, float, float, float]]
    comment: str


def annotated_pdf(
    document: Document, data: bytes, annotations: Iterable[Annotation], when: datetime
) -> tuple[bytes, int]:
    """The PDF in ``data`` with a highlight for each of ``annotations``, and how many are new.

    A highlight that is there already is not added again, and the bytes of ``data`` are the
    beginning of the new file. On each page of a finding that goes on over a page end there is one.
    Raises ``InputError`` if pypdf is not installed or cannot read the file within its limits.
    """
    highlights = [
        highlight for annotation in annotations for highlight in _highlights(document, annotation)
    ]
    if not highlights:
        return data, 0
    head = json.dumps({"date": when.strftime("D:%Y%m%d%H%M%S"), "highlights": highlights})
    command = [sys.executable, "-P", str(_CHILD)]
    try:
        done = subprocess.run(
            command,
            input=head.encode() + b"\n" + data,
            capture_output=True,
            timeout=_PATIENCE,
        )
    except (subprocess.TimeoutExpired, OSError):
        raise InputError(document.path, _FAILED) from None
    if done.returncode == pdf_annotate_child.MISSING:
        from copylint.core.installed import remedy

        raise InputError(
            document.path, f"pypdf, which writes into PDF, is not installed; {remedy('pdf')}"
        )
    count, _, new = done.stdout.partition(b"\n")
    if done.returncode or not count.isdigit():
        raise InputError(document.path, _FAILED)
    return new if int(count) else data, int(count)


def _highlights(document: Document, annotation: Annotation) -> Iterator[_Highlight]:
    """One for each page that the words are on."""
    place = annotation.place
    comment = "\n".join(annotation.paragraphs)
    parts = parts_of(document.path, document.source)
    origin = next((part.start for part in parts if part.name == place.part), 0)
    start, end = origin + place.start, origin + place.end
    for part in parts:
        boxes = list(boxes_in(document.path, document.source, part, start, end))
        if boxes:
            yield _Highlight(int(part.name.removeprefix("page ")), boxes, comment)
