"""Vocabulary files: the house's own words and phrases, one per line."""

from __future__ import annotations

import re
from pathlib import Path

from copylint.core.safe_read import WORDS, read_file

# A comment begins at the start of a line or after a space, so that 'C#' is a word.
_COMMENT = re.compile(r"(?:^|\s)#.*", re.DOTALL)
_LINE_END = re.compile(r"\r\n|\n|\r")


def read_words(path: Path, within: str = "") -> frozenset[str]:
    """The entries of a vocabulary file (UTF-8), with single spaces inside phrases.

    ``within`` is as in ``read_file``. Raises ``OSError`` or ``UnicodeDecodeError``.
    """
    text = read_file(path, WORDS, within).decode("utf-8-sig")
    return frozenset(filter(None, map(entry_of, _LINE_END.split(text))))


def entry_of(line: str) -> str:
    """The entry on a line of a vocabulary file, empty if it holds none."""
    return " ".join(_COMMENT.sub("", line).split())
