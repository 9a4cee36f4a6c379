"""The entries of a catalogue of gettext: each message, its translations and its comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from copylint.core.errors import InputError
from copylint.formats.draft import PieceRole, TextPiece
from copylint.formats.marked_lines import MarkedLine, lines_of

_KEYWORD = re.compile(
    r"[ \t]*(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,3}\])?|domain)(?![\w\[])[ \t]*)?"
)
_STRING = re.compile(r"\"((?:[^\"\\]|\\.)*+)\"[ \t]*")
_COMMENT = re.compile(r"[ \t]*#(?P<mark>[~,:|.]?)(?P<text>.*)")
_ESCAPE = re.compile(r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)")
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


@dataclass(slots=True)
class PoEntry:
    """A message. ``strings`` are its texts by their keywords, each in pieces of the source.

    ``start`` is where its comments or its first keyword begin.
    """

    start: int
    is_fuzzy: bool = False
    strings: list[tuple[str, list[TextPiece]]] = field(default_factory=list)

    def text(self, keyword: str) -> str:
        """The first text with that keyword, joined."""
        for name, pieces in self.strings:
            if name == keyword:
                return "".join(piece.text for piece in pieces)
        return ""

    @property
    def is_header(self) -> bool:
        """Whether it is the entry that describes the catalogue."""
        names = [name for name, _ in self.strings]
        return "msgid" in names and "msgctxt" not in names and not self.text("msgid")


@dataclass(slots=True)
class PoCatalogue:
    """``comments`` are the places and the texts of what people and programs noted."""

    entries: list[PoEntry] = field(default_factory=list)
    comments: list[tuple[int, int, str]] = field(default_factory=list)

    def header(self, name: str) -> str:
        """The value of a field of the header; empty without one."""
        for entry in self.entries:
            if entry.is_header:
                found = _field(name).search(entry.text("msgstr"))
                return found.group(1).strip() if found else ""
        return ""


@cache
def _field(name: str) -> re.Pattern[str]:
    return re.compile(rf"^{name}:(.*)$", re.M | re.I)


def catalogue_in(path: str, source: str) -> PoCatalogue:
    """The entries in ``source``. Raises ``InputError`` for a line that no catalogue has."""
    found = PoCatalogue()
    entry: PoEntry | None = None
    is_open = False
    for number, line in enumerate(lines_of(source), 1):
        comment = _COMMENT.match(line.text)
        if comment:
            if entry is None or entry.strings:
                entry, is_open = PoEntry(line.start), False
                found.entries.append(entry)
            _take_comment(found, entry, line, comment)
            continue
        keyword = _KEYWORD.match(line.text)
        assert keyword is not None
        if keyword.end() == len(line.text) and not keyword.group(1):
            continue
        name = keyword.group(1)
        strings = [*_strings(path, number, line, keyword.end())]
        if name is None:
            if entry is None or not is_open:
                raise _broken(path, number, "a string that belongs to no msgid or msgstr")
            entry.strings[-1][1].extend(strings)
            continue
        is_open = True
        if entry is None or _begins(name, entry):
            entry = PoEntry(line.start)
            found.entries.append(entry)
        if name.startswith("msgstr") and not any(each == "msgid" for each, _ in entry.strings):
            raise _broken(path, number, f"{name} without a msgid before it")
        entry.strings.append((name, strings))
    return found


def _begins(name: str, entry: PoEntry) -> bool:
    """Whether the keyword begins another entry."""
    had = [each for each, _ in entry.strings]
    if name == "msgid":
        return bool(had) and had != ["msgctxt"]
    return name in ("msgctxt", "domain") and bool(had)


def _take_comment(
    found: PoCatalogue, entry: PoEntry, line: MarkedLine, comment: re.Match[str]
) -> None:
    if comment["mark"] == ",":
        flags = [flag.strip() for flag in comment["text"].split(",")]
        entry.is_fuzzy = entry.is_fuzzy or "fuzzy" in flags
    elif comment["mark"] in ("", "."):
        text = comment["text"].strip()
        if text:
            found.comments.append((line.start + comment.start("mark") - 1, line.end, text))


def _strings(path: str, number: int, line: MarkedLine, at: int) -> Iterator[TextPiece]:
    """The pieces of the strings on a line from ``at`` on, at least one string."""
    while True:
        string = _STRING.match(line.text, at)
        if string is None:
            what = "a quotation mark is missing" if at < len(line.text) else "a string is missing"
            if at < len(line.text) and line.text[at] != '"':
                what = f"neither a comment, a keyword nor a string: '{line.text[at:][:20]}'"
            raise _broken(path, number, what)
        yield from _pieces(line.text, line.start, *string.span(1))
        at = string.end()
        if at == len(line.text):
            return


def _pieces(text: str, start: int, first: int, last: int) -> Iterator[TextPiece]:
    at = first
    for escape in _ESCAPE.finditer(text, first, last):
        if at < escape.start():
            yield TextPiece(
                PieceRole.TEXT, text[at : escape.start()], start + at, start + escape.start()
            )
        at = escape.end()
        yield TextPiece(
            PieceRole.TEXT, _meant(escape.group()[1:]), start + escape.start(), start + at
        )
    if at < last:
        yield TextPiece(PieceRole.TEXT, text[at:last], start + at, start + last)


def _meant(escape: str) -> str:
    if escape[0] in "01234567":
        return chr(int(escape, 8))
    if escape[0] == "x" and len(escape) > 1:
        return chr(int(escape[1:], 16))
    return _LETTERS.get(escape, escape)


def _broken(path: str, number: int, what: str) -> InputError:
    return InputError(path, f"line {number}: not a catalogue of gettext ({what}); repair the file")
