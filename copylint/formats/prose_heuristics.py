"""Decides whether text that could be code is sentences."""

from __future__ import annotations

import re

_SENTENCE = re.compile(r"[a-z,”\"')]{2}[.!?](?:\s|$)")
_WORD = re.compile(r"(?<!\S)[“‘\"'(`]{0,2}[A-Za-z][a-z’'-]*[,.;:!?”’)\"]*(?!\S)")
_CODE = re.compile(r"[{}=<>|$@#\\;]|->|\(\)|\w_\w|::|//")


_RUN = re.compile(r"(?<!\S)[“‘\"'(`]?[A-Za-z][a-z’'-]*[,;:]?(?: [a-z][a-z’'-]*[,;:]?){5}")


def is_running_text(text: str) -> bool:
    """Whether ``text`` has six words in a row and few marks of code, finished or not."""
    if _RUN.search(" ".join(text.split())) is None:
        return False
    marks = sum(1 for _ in _CODE.finditer(text))
    return marks <= 0.1 * len(text.split())


def looks_like_prose(text: str) -> bool:
    """Whether ``text``, whose nature is unknown, is sentences rather than code."""
    chunks = text.split()
    if len(chunks) < 4 or _SENTENCE.search(text) is None:
        return False
    words = sum(1 for _ in _WORD.finditer(text))
    marks = sum(1 for _ in _CODE.finditer(text))
    return words >= 0.7 * len(chunks) and marks <= 0.05 * len(chunks)
