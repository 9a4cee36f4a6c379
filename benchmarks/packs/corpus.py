"""Copy to measure rules on: folders of articles, and text that was cut into tokens.

A corpus is a file of sentences, one a line, tokens divided by spaces (``.xz`` or plain). It
is read back into sentences as they were printed, as far as that can be told, and given out in
documents of a few hundred paragraphs, called ``NAME:FIRST-LINE``.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterator
from pathlib import Path

_PARAGRAPHS = 400
_BEFORE = re.compile(r" (?=[.,;:!?%)\]}]|'(?:s|re|ve|ll|d|m|t)\b|n't\b|’(?:s|re|ve|ll|d|m|t)\b)")
_AFTER = re.compile(r"(?<=[(\[{$£€#]) ")
_HYPHEN = re.compile(r"(?<=\w) - (?=\w)")
_SLASH = re.compile(r"(?<=\w) / (?=\w)")
_QUOTE = re.compile(r'"')
_TITLE = re.compile(r"\b(Mr|Mrs|Ms|Dr|St|No|vs|Jr|Sr|Co|Inc|Corp|Ltd) \.")


def printed(line: str) -> str:
    """A sentence of tokens as it was printed, so far as can be told."""
    text = _TITLE.sub(r"\1.", line.strip())
    text = _BEFORE.sub("", text)
    text = _AFTER.sub("", text)
    text = _SLASH.sub("/", _HYPHEN.sub("-", text))
    parts = text.split('"')
    if len(parts) % 2 == 0:
        return text
    quoted = [part.strip() if number % 2 else part for number, part in enumerate(parts)]
    return '"'.join(quoted)


def corpus(path: Path, every: int = 1) -> Iterator[tuple[str, str]]:
    """Names and texts of the documents in a corpus, every so-manieth of them."""
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        lines: list[str] = []
        for number, line in enumerate(file):
            lines.append(printed(line))
            if len(lines) == _PARAGRAPHS:
                if (number // _PARAGRAPHS) % every == 0:
                    first = number - len(lines) + 2
                    yield f"{path.name.partition('.')[0]}:{first}", "\n\n".join(lines) + "\n"
                lines = []


def folder(path: Path, suffixes: tuple[str, ...] = (".txt", ".md")) -> Iterator[tuple[str, str]]:
    """Names and texts of the articles in a folder."""
    for each in sorted(path.rglob("*")):
        if each.suffix in suffixes:
            text = each.read_text(encoding="utf-8", errors="replace")
            yield str(each.relative_to(path)), text.replace("\r\n", "\n")
