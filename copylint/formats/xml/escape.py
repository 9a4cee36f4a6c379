"""Escapes text for XML."""

from __future__ import annotations

import re

_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}
# XML 1.0, production 2, allows no other character in a document, not even escaped.
_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def is_possible(text: str) -> bool:
    """Whether XML can hold ``text`` at all."""
    return _IMPOSSIBLE.search(text) is None


def content(text: str) -> str:
    """``text`` as the content of an element."""
    return re.sub("[&<>]", lambda found: _REFERENCES[found.group()], text)


def attribute(text: str) -> str:
    """``text`` as the value of an attribute, whichever quotation marks are around it."""
    return re.sub("[&<>\"']", lambda found: _REFERENCES[found.group()], text)
