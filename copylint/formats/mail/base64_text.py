"""Text in base64 (RFC 2045, 6.8), each character with a place of its own.

A letter of base64 holds six bits, so a character of the text ends in the middle of one. Its place
is the letters that end its octets, without those that an earlier character has.
"""

from __future__ import annotations

import codecs
import re
from string import ascii_letters, digits

from copylint.formats.draft import PieceRole, TextPiece

#: The most characters of a message in base64 that are read: each letter has a piece of its own.
MAX_LENGTH = 256 * 1024

_VALUES = {
    letter: value
    for value, letter in enumerate(ascii_letters[26:] + ascii_letters[:26] + digits + "+/")
}
_LETTER = re.compile(r"[A-Za-z0-9+/=]")


def base64_text(source: str, start: int, end: int, charset: str) -> list[TextPiece]:
    """The text from ``start`` to ``end``, up to its padding; what is no base64 is skipped."""
    decoder = codecs.getincrementaldecoder(charset)("replace")
    pieces: list[TextPiece] = []
    bits = held = 0
    first = last = -1
    for found in _LETTER.finditer(source, start, end):
        at, letter = found.start(), found.group()
        if letter == "=":
            break
        first = at if first < 0 else first
        last = at + 1
        bits, held = (bits << 6 | _VALUES[letter]) & 0xFFF, held + 6
        if held < 8:
            continue
        held -= 8
        text = decoder.decode(bytes([bits >> held & 0xFF]))
        if text:
            pieces.append(TextPiece(PieceRole.TEXT, text, first, last))
            first = -1
    rest = decoder.decode(b"", True)
    if rest and first >= 0:
        pieces.append(TextPiece(PieceRole.TEXT, rest, first, last))
    return pieces
