"""The program that writes highlights into a PDF: a file that is made to harm it can end only this.

It reads a line of JSON and a PDF from standard input, and writes the number of new highlights, a
line end and the new file. It is run as a file by itself and imports nothing of copylint.
"""

from __future__ import annotations

import io
import json
import sys
from contextlib import suppress
from typing import Any

#: Seconds of processor time, and the most memory in bytes.
SECONDS, MEMORY = 60, 2 << 30
#: The exit code if pypdf is not installed.
MISSING = 3
_AUTHOR = "copylint"
_YELLOW = "ffe066"


def main() -> int:
    """Read, write, and return the exit code."""
    with suppress(ImportError, ValueError, OSError):  # Windows has no such limits
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        import pypdf
    except ImportError:
        return MISSING
    head, _, data = sys.stdin.buffer.read().partition(b"\n")
    asked = json.loads(head)
    # Whatever a broken file makes pypdf raise ends the program, which says enough.
    writer = pypdf.PdfWriter(io.BytesIO(data), incremental=True)
    count = 0
    for page, boxes, comment in asked["highlights"]:
        count += _add(writer, page, boxes, comment, asked["date"])
    out = io.BytesIO()
    writer.write(out)
    sys.stdout.buffer.write(b"%d\n" % count + out.getvalue())
    return 0


def _add(writer: Any, page: int, boxes: list[list[float]], comment: str, date: str) -> bool:
    """Add a highlight to a page, unless it is there."""
    from pypdf.annotations import Highlight
    from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

    corners = [
        round(number, 1)
        for left, bottom, right, top in boxes
        # The order that viewers expect, which is not that of the standard.
        for number in (left, top, right, top, left, bottom, right, bottom)
    ]
    if any(_is_same(each.get_object(), corners, comment) for each in _present(writer, page)):
        return False
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    highlight = Highlight(
        rect=(min(lefts), min(bottoms), max(rights), max(tops)),
        quad_points=ArrayObject(map(FloatObject, corners)),
        highlight_color=_YELLOW,
    )
    for name, text in (("/Contents", comment), ("/T", _AUTHOR), ("/M", date)):
        highlight[NameObject(name)] = TextStringObject(text)
    writer.add_annotation(page - 1, highlight)
    return True


def _present(writer: Any, page: int) -> Any:
    return writer.pages[page - 1].get("/Annots", ()) or ()


def _is_same(annotation: Any, corners: list[float], comment: str) -> bool:
    """Whether an annotation is a highlight of ours with this comment in this place."""
    if annotation.get("/Subtype") != "/Highlight" or annotation.get("/T") != _AUTHOR:
        return False
    there = [round(float(number), 1) for number in annotation.get("/QuadPoints", ())]
    return there == corners and annotation.get("/Contents") == comment


if __name__ == "__main__":
    sys.exit(main())
