"""The program that runs PDFium: a file that is made to harm it can end only this process.

It reads a PDF from standard input and writes one JSON object: ``pages``, or ``refused`` with the
reason. It is run as a file by itself and imports nothing of copylint, which would cost time.
"""

from __future__ import annotations

import ctypes
import json
import sys
from contextlib import suppress
from typing import Any

#: The most pages and characters of one file, and the most memory in bytes: a novel has 600 pages
#: and a million characters.
PAGES, CHARACTERS, MEMORY = 2_000, 4_000_000, 2 << 30
#: Seconds of processor time.
SECONDS = 60
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD


def main() -> None:
    """Read, and write the answer."""
    with suppress(ImportError, ValueError, OSError):  # Windows has no such limits
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        import pypdfium2
    except ImportError:
        answer: dict[str, Any] = {"refused": "missing"}
    else:
        answer = _answer(pypdfium2, sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(answer).encode())


def _answer(pdfium: Any, data: bytes) -> dict[str, Any]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD_ERROR
        return {"refused": "locked" if locked else "broken"}
    if len(document) > PAGES:
        return {"refused": "pages"}
    pages: list[dict[str, Any]] = []
    left = CHARACTERS
    for index in range(len(document)):
        try:
            page = document[index]
            found = _page(pdfium.raw, page, left)
        except pdfium.PdfiumError:
            return {"refused": "broken"}
        if found is None:
            return {"refused": "characters"}
        left -= len(found["codes"])
        pages.append(found)
        page.close()
    return {"pages": pages}


def _page(raw: Any, page: Any, most: int) -> dict[str, Any] | None:
    """The characters of a page in the order in which it draws them; None if there are too many.

    A box is left, bottom, right and top in points from the page's lower left corner.
    """
    text = page.get_textpage()
    count = text.count_chars()
    if count > most:
        return None
    codes: list[int] = []
    boxes: list[list[float]] = []
    edges = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = edges
    loose = raw.FS_RECTF()
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text, index)
        raw.FPDFText_GetCharBox(text, index, *(ctypes.byref(each) for each in edges))
        raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(loose))
        generated = raw.FPDFText_IsGenerated(text, index) == 1
        codes.append(-code if generated else code)
        # The loose box is as wide as the step to the next letter and as high as the font.
        if loose.top > loose.bottom and loose.right > loose.left:
            box = [loose.left, loose.bottom, loose.right, loose.top]
        else:
            box = [left.value, bottom.value, right.value, top.value]
        boxes.append([round(float(edge), 1) for edge in box])
    text.close()
    return {"height": page.get_height(), "codes": codes, "boxes": boxes}


if __name__ == "__main__":
    main()
