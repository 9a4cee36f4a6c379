"""The characters on the pages of a PDF. PDFium, a large C++ program, reads it apart from us."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from copylint.core.errors import InputError
from copylint.formats.pdf import pdfium_child

_CHILD = Path(__file__).with_name("pdfium_child.py")
# Seconds for the whole of a file, however slow the machine.
_PATIENCE = 2 * pdfium_child.SECONDS
_REFUSED = {
    "locked": "a PDF with a password; save it without the password",
    "broken": "a damaged PDF; save it again from the program that made it",
    "pages": f"a PDF of more than {pdfium_child.PAGES:,} pages; divide it",
    "characters": f"a PDF of more than {pdfium_child.CHARACTERS:,} characters; divide it",
}
_FAILED = (
    f"a PDF that takes more than {pdfium_child.SECONDS} seconds or 2 GB to read, or that ends its "
    "reader; save it again from the program that made it"
)


class Glyph(NamedTuple):
    """A character and its box, in points from the lower left corner of the page.

    ``is_drawn`` is false for a space or line end that the page shows only by distance.
    """

    text: str
    left: float
    bottom: float
    right: float
    top: float
    is_drawn: bool = True


class Page(NamedTuple):
    """A page: its height in points, and its characters in the order in which they are drawn."""

    height: float
    glyphs: list[Glyph]


def pages_in(path: str, data: bytes) -> list[Page]:
    """The pages. Raises ``InputError`` if PDFium cannot read them within the limits."""
    # "-P": what lies beside the program must not take the place of modules of Python.
    command = [sys.executable, "-P", str(_CHILD)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_PATIENCE)
        answer = json.loads(done.stdout) if done.returncode == 0 else {}
    except (subprocess.TimeoutExpired, OSError, ValueError):
        answer = {}
    if "pages" in answer:
        return [_page(each["height"], each["codes"], each["boxes"]) for each in answer["pages"]]
    reason = str(answer.get("refused", ""))
    if reason == "missing":
        from copylint.core.installed import remedy

        raise InputError(path, f"pypdfium2, which reads PDF, is not installed; {remedy('pdf')}")
    raise InputError(path, _REFUSED.get(reason, _FAILED))


def _page(height: float, codes: list[int], boxes: list[list[float]]) -> Page:
    glyphs: list[Glyph] = []
    for code, (left, bottom, right, top) in zip(codes, boxes, strict=True):
        if text := _character(abs(code)):
            glyphs.append(Glyph(text, left, bottom, right, top, code >= 0))
    return Page(height, glyphs)


def _character(code: int) -> str:
    """The character; empty for one that no text holds."""
    if code in (0x02, 0xFFFE, 0xAD):  # how PDFium and fonts mark a hyphen at the end of a line
        return "-"
    if code in (0x09, 0x0A, 0x0D, 0x20, 0xA0):
        return "\n" if code in (0x0A, 0x0D) else " "
    if code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return ""
    return chr(code)
