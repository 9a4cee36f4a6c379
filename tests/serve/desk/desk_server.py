"""A desk to test: its articles, and a client of its API."""

from __future__ import annotations

import io
from base64 import b64decode, b64encode
from pathlib import Path

from docx import Document as WordFile
from starlette.testclient import TestClient

from copylint.serve.app import create_app
from copylint.serve.settings import ServeSettings

FERRY = """The night ferry

The the ferry left at noon 🚢 and the crew slept.

It was ful of lorries ,and the the crew said it was ful.
"""


def client_of(folder: Path) -> TestClient:
    """A client of a server that was started for ``folder``."""
    app = create_app(ServeSettings(folders=(str(folder),)))
    return TestClient(app, base_url="http://localhost:8484")


def word_file(*paragraphs: str) -> bytes:
    """A Word file: a heading, then paragraphs of which the first word is bold."""
    document = WordFile()
    for number, text in enumerate(paragraphs):
        if not number:
            document.add_heading(text, 1)
            continue
        first, _, rest = text.partition(" ")
        paragraph = document.add_paragraph()
        paragraph.add_run(first).bold = True
        paragraph.add_run(f" {rest}")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def base64(data: bytes) -> str:
    return b64encode(data).decode("ascii")


def bytes_of(text: str) -> bytes:
    return b64decode(text)
