"""Text in a transport encoding: quoted-printable, encoded words, flowed lines; base64 is apart."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from copylint.formats.draft import PieceRole, TextPiece
from copylint.formats.mail.base64_text import MAX_LENGTH, base64_text
from copylint.formats.nested import NestedText

_QUOTED = re.compile(r"(?:=[0-9A-Fa-f]{2}|=[ \t]*(?:\r\n|\n))+")
_TOKEN = re.compile(r"=([0-9A-Fa-f]{2})|=[ \t]*(?:\r\n|\n)")
_SPACES_AT_END = re.compile(r"[ \t]+(?=\r\n|\n)")
_WORD = re.compile(r"=\?([\w.:-]+)(?:\*[\w-]+)?\?([bBqQ])\?([^?\s]*)\?=")
_FOLD = re.compile(r"(?:\r\n|\n)[ \t]")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_ATTRIBUTION = re.compile(r"(?:On\b|\d{4}-\d\d-\d\d|[^\s<>]+ <).{0,200} (?:wrote|writes)\s?:\Z")
_ORIGINAL = re.compile(r"-{3,} ?(?:Original|Forwarded) [Mm]essage ?-{3,}\s*\Z|_{20,}\s*\Z")


def is_known(charset: str) -> bool:
    """Whether ``charset`` is a known text encoding."""
    try:
        return codecs.lookup(charset)._is_text_encoding
    except (LookupError, ValueError):
        return False


def is_shifted(source: str, start: int, end: int, charset: str) -> bool:
    """Whether the text from ``start`` to ``end`` shifts between alphabets by escape sequences.

    In the charsets of ISO 2022, such as ISO-2022-JP (RFC 1468), ASCII letters after an escape
    stand for other characters. A text without an escape is ASCII.
    """
    return charset.lower().startswith("iso-2022-") and "\x1b" in source[start:end]


def as_it_is(source: str, start: int, end: int) -> list[TextPiece]:
    """Text that is not encoded."""
    return [TextPiece(PieceRole.TEXT, source[start:end], start, end)] if start < end else []


def quoted_printable(source: str, start: int, end: int, charset: str) -> list[TextPiece]:
    """Quoted-printable (RFC 2045, 6.7). A soft line break belongs to the character before it."""
    pieces: list[TextPiece] = []
    at = start
    for run in _QUOTED.finditer(source, start, end):
        _literal(pieces, source, at, run.start())
        _decoded(pieces, source, run.start(), run.end(), charset)
        at = run.end()
    _literal(pieces, source, at, end)
    return pieces


def _literal(pieces: list[TextPiece], source: str, start: int, end: int) -> None:
    """Append text without the spaces at the end of an encoded line: the transport added them."""
    at = start
    for spaces in _SPACES_AT_END.finditer(source, start, end):
        if at < spaces.start():
            pieces.append(
                TextPiece(PieceRole.TEXT, source[at : spaces.start()], at, spaces.start())
            )
        at = spaces.end()
    if at < end:
        pieces.append(TextPiece(PieceRole.TEXT, source[at:end], at, end))


def _decoded(pieces: list[TextPiece], source: str, start: int, end: int, charset: str) -> None:
    decoder = codecs.getincrementaldecoder(charset)("replace")
    first = -1
    for token in _TOKEN.finditer(source, start, end):
        if token[1] is None:
            if first < 0 and pieces and pieces[-1].end == token.start():
                _lengthen(pieces, token.end())
            continue
        first = token.start() if first < 0 else first
        text = decoder.decode(bytes([int(token[1], 16)]))
        if text:
            pieces.append(TextPiece(PieceRole.TEXT, text, first, token.end()))
            first = -1
    rest = decoder.decode(b"", True)
    if rest and first >= 0:
        pieces.append(TextPiece(PieceRole.TEXT, rest, first, end))


def _lengthen(pieces: list[TextPiece], end: int) -> None:
    """Extend the source of the last character to ``end``."""
    last = pieces.pop()
    if len(last.text) > 1:
        cut = last.end - 1
        pieces.append(TextPiece(last.role, last.text[:-1], last.start, cut))
        last = TextPiece(last.role, last.text[-1], cut, last.end)
    pieces.append(last._replace(end=end))


def header(source: str, start: int, end: int) -> list[TextPiece] | None:
    """A header's value, with its encoded words (RFC 2047) and folds decoded.

    None if a word is in an unknown charset, or if there is too much for letters in base64.
    """
    if end - start > MAX_LENGTH:
        return None
    pieces: list[TextPiece] = []
    at = start
    after_word = False
    for word in _WORD.finditer(source, start, end):
        if not is_known(word[1]):
            return None
        if not (after_word and source[at : word.start()].isspace()):
            _unfolded(pieces, source, at, word.start())
        if word[2] in "bB":
            pieces += base64_text(source, *word.span(3), word[1])
        else:
            for piece in quoted_printable(source, *word.span(3), word[1]):
                pieces += _spaces(piece)
        at, after_word = word.end(), True
    _unfolded(pieces, source, at, end)
    return pieces


def _unfolded(pieces: list[TextPiece], source: str, start: int, end: int) -> None:
    at = start
    for fold in _FOLD.finditer(source, start, end):
        pieces += as_it_is(source, at, fold.start())
        pieces.append(TextPiece(PieceRole.TEXT, " ", fold.start(), fold.end()))
        at = fold.end()
    pieces += as_it_is(source, at, end)


def _spaces(piece: TextPiece) -> Iterator[TextPiece]:
    """The piece with underscores as spaces, which they are in an encoded word."""
    if piece.end - piece.start != len(piece.text):
        yield piece
        return
    for found in re.finditer("_|[^_]+", piece.text):
        text = " " if found.group() == "_" else found.group()
        yield TextPiece(piece.role, text, piece.start + found.start(), piece.start + found.end())


def own_words(view: NestedText, *, flowed: bool, drops_space: bool) -> list[TextPiece]:
    """The text without quoted replies and the signature, with flowed lines (RFC 3676) joined.

    The line end of an omitted line stays, so that the text around it remains separate.
    """
    pieces: list[TextPiece] = []
    text = view.text
    lines = [found.span() for found in _LINE.finditer(text)]
    kept = [True] * len(lines)
    for number, (start, end) in enumerate(lines):
        line = text[start:end].rstrip("\r\n")
        if line in ("-- ", "--") or _ORIGINAL.match(line):
            kept[number:] = [False] * (len(lines) - number)
            break
        if line.startswith(">"):
            kept[number] = False
            _drop_attribution(text, lines, kept, number)
    for number, (start, end) in enumerate(lines):
        body = start + len(text[start:end].rstrip("\r\n"))
        if not kept[number]:
            pieces += part_of(view, body, end)
            continue
        if flowed and text.startswith(" ", start) and start < body:
            start += 1  # space-stuffed
        follows = number + 1 < len(lines) and kept[number + 1] and end > body
        is_soft = flowed and start < body and text[body - 1] == " " and follows
        if not is_soft:
            pieces += part_of(view, start, end)
            continue
        if not text[lines[number + 1][0] : lines[number + 1][1]].strip():
            pieces += part_of(view, start, body - 1)
            pieces += part_of(view, body, end)
            continue
        pieces += part_of(view, start, body - 1)
        if not drops_space:
            where = view.source(body - 1, end)
            stuffed = text.startswith(" ", lines[number + 1][0])
            stop = view.source(end, end + 1).end if stuffed else where.end
            pieces.append(TextPiece(PieceRole.TEXT, " ", where.start, stop))
    return pieces


def _drop_attribution(
    text: str, lines: list[tuple[int, int]], kept: list[bool], number: int
) -> None:
    """Leave out "On Monday, so-and-so wrote:" before a quoted reply, on one line or two."""
    at = number - 1
    while at >= 0 and kept[at] and not text[lines[at][0] : lines[at][1]].strip():
        at -= 1
    if at < 0 or not kept[at]:
        return
    for first in (at, at - 1):
        if first >= 0 and _ATTRIBUTION.match(
            " ".join(text[lines[first][0] : lines[at][1]].split())
        ):
            kept[first : at + 1] = [False] * (at + 1 - first)
            return


def part_of(view: NestedText, start: int, end: int) -> list[TextPiece]:
    """The text from ``start`` to ``end`` of ``view``."""
    return [TextPiece(PieceRole.TEXT, *each) for each in view.parts(start, end)]
