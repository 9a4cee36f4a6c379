"""Lines of plain text, grouped into paragraphs.

Copy comes with a paragraph on each line, with empty lines between paragraphs, or wrapped
by hand at some column. Whether lines are wrapped is decided once for a document, from the
lines that break off in mid-sentence: if text was wrapped, the first word of the next line
would not have fitted at the end of the line before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from copylint.core.kept_patterns import compiled
from copylint.formats.furniture_detection import split_captions
from copylint.language.lazy_pattern import LazyPattern

_LINE = compiled(r"[^\r\n]+")
_STOP = LazyPattern(r"[.!?…:;][\"'”’)\]]*\s*$")
_WORD = compiled(r"\S+")
_BULLET = compiled(r"(?:[-*•–·‣▪◦●]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t\xa0]+(?=\S)")
_RULE = LazyPattern(r"\s*([-*_=~#•·+^])(?:\s*\1){2,}\s*$")

_MIN_WIDTH, _MAX_WIDTH = 40, 120
# How far short of the width a line may fall: words were edited after the text was wrapped.
_SLACK = 4


class TextLine(NamedTuple):
    """A line that is not empty. Offsets are code points of the source.

    ``start`` is its first character that is not a space, ``end`` the end of the line without
    its line ending (trailing spaces included); ``indent`` counts the spaces before
    ``start``; ``bullet`` is the length of its list mark.
    """

    start: int
    end: int
    indent: int
    text: str
    bullet: int = 0

    @property
    def width(self) -> int:
        """Characters from the margin to the last that is not a space."""
        return self.indent + len(self.text.rstrip())


def chunks(source: str) -> Iterator[list[TextLine]]:
    """The lines of ``source`` in runs without an empty line between them.

    A line of dashes, stars or the like is a rule: it separates paragraphs as an empty line does.
    """
    chunk: list[TextLine] = []
    previous_end = 0
    for match in _LINE.finditer(source):
        gap = match.start() - previous_end
        adjacent = gap == 1 or (gap == 2 and source.startswith("\r\n", previous_end))
        previous_end = match.end()
        raw = match.group()
        text = raw.lstrip()
        is_rule = text[:1] in "-*_=~#•·+^" and _RULE.match(text) is not None
        if chunk and (not adjacent or not text or is_rule):
            yield chunk
            chunk = []
        if text and not is_rule:
            indent = len(raw) - len(text)
            bullet = _BULLET.match(text)
            start = match.start() + indent
            chunk.append(TextLine(start, match.end(), indent, text, bullet.end() if bullet else 0))
    if chunk:
        yield chunk


def wrap_width(all_chunks: Sequence[Sequence[TextLine]]) -> int:
    """The column at which the document was wrapped, 0 if it was not."""
    widths: list[tuple[int, int]] = []
    long_lines = lines = 0
    for chunk in all_chunks:
        lines += len(chunk)
        for line, following in pairwise(chunk):
            if _in_mid_sentence(line, following) and line.width >= _MIN_WIDTH:
                widths.append((line.width, line.width + 1 + _first_word(following)))
    usable = sorted(width for width, _ in widths if width <= _MAX_WIDTH)
    if not usable:
        return 0
    # The very widest lines may be accidents (an edit, an address), so a few are passed over.
    width = usable[max(0, len(usable) - 1 - len(usable) // 20)]
    filled = sum(1 for _, needed in widths if needed >= width - _SLACK)
    long_lines = sum(1 for chunk in all_chunks for line in chunk if line.width > width + 12)
    if filled < 0.6 * len(widths) or long_lines > 0.25 * lines:
        return 0
    return width


def paragraphs(all_chunks: Sequence[list[TextLine]], width: int) -> Iterator[list[TextLine]]:
    """The lines of each paragraph; ``width`` is what ``wrap_width`` found."""
    for chunk in all_chunks:
        if len(chunk) == 1:
            yield chunk
        elif width or _is_one_sentence(chunk):
            for part in _wrapped(chunk, width):
                for start, end in split_captions([line.text for line in part]):
                    yield part[start:end]
        else:
            for line in chunk:
                yield [line]


def _wrapped(chunk: list[TextLine], width: int) -> Iterator[list[TextLine]]:
    part = [chunk[0]]
    for line in chunk[1:]:
        if _continues(part, line, width):
            part.append(line)
        else:
            yield part
            part = [line]
    yield part


def _continues(part: list[TextLine], line: TextLine, width: int) -> bool:
    """Whether ``line`` continues the paragraph that ``part`` begins."""
    before = part[-1]
    is_full = before.width + 1 + _first_word(line) >= width - _SLACK
    finished = _STOP.search(before.text) is not None
    if line.bullet and (finished or not is_full or part[0].bullet):
        return False
    if line.indent > before.indent + 1 and not part[0].bullet:
        return not finished and len(part) > 1
    if is_full or line.text[0].islower():
        return True
    return not finished and before.width >= 0.7 * width


def _in_mid_sentence(line: TextLine, following: TextLine) -> bool:
    return following.text[0].islower() and not following.bullet and not _STOP.search(line.text)


def _is_one_sentence(chunk: Sequence[TextLine]) -> bool:
    """Whether the lines, of whatever width, are clearly one sentence broken over several lines."""
    return (
        len(chunk) <= 12
        and _STOP.search(chunk[-1].text) is not None
        and all(_in_mid_sentence(*pair) for pair in pairwise(chunk))
        and not any(line.width > _MAX_WIDTH for line in chunk)
    )


def _first_word(line: TextLine) -> int:
    word = _WORD.match(line.text)
    return len(word.group()) if word else 0
