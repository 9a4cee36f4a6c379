"""Rich Text Format (RTF 1.9): wire copy, old content systems, TextEdit and WordPad."""

from __future__ import annotations

import re

from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.span import TextSpan
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.roundtrip_check import verified

_BEGINNING = "{\\rtf"
# Letters among letters have no special meaning.
_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ,]*[A-Za-z0-9])?")
_BESIDE = re.compile(r"[A-Za-z0-9 ,.!?]")
_IN_WORD = re.compile(r"\\(?:[A-Za-z]*-?\d*|'[0-9a-fA-F]?)\Z")
_WRITTEN = {ord(mark): "\\" + mark for mark in "\\{}"} | {0xA0: "\\~", 0x2011: "\\_", 9: "\\tab "}


class Rtf(Format):
    """The text of a document in RTF.

    A file is ASCII, or bytes of a code page that it names itself, so each byte is read as one
    character and decoded where it stands.
    """

    name = "rtf"
    suffixes = (".rtf",)
    signature = r"\A\{\\rtf"
    strict = True

    def decode(self, path: str, data: bytes) -> str:
        """One character for each byte. Raises ``InputError`` if the file is not RTF."""
        source = data.decode("latin-1")
        _require(path, source)
        return source

    def encode(self, source: str, like: bytes) -> bytes:
        """One byte for each character."""
        return source.encode("latin-1")

    def escape(self, document: Document, span: TextSpan, text: str) -> str | None:
        """``text`` as it must be written in place of ``span``; None if it cannot be."""
        where = document.to_source(span)
        source = document.source
        before, after = source[max(0, where.start - 40) : where.start], source[where.end :][:1]
        if (
            _PLAIN.fullmatch(text)
            and _BESIDE.match(before[-1:])
            and _BESIDE.match(after)
            and _IN_WORD.search(before) is None
        ):
            return text
        written = _escaped(text)
        for each in (written, " " + written):
            if verified(self, document, span, text, each) is not None:
                return each
        return None

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``. Raises ``InputError`` if that is not RTF."""
        from copylint.formats.office.draft_blocks import emit
        from copylint.formats.rtf.reader import RtfReader

        _require(path, source)
        reader = RtfReader(source)
        reader.read()
        builder = DocumentBuilder(path, self.name, source)
        builder.images = reader.collector.images
        emit(builder, reader.collector.drafts)
        return builder.build()


def _require(path: str, source: str) -> None:
    if not source.startswith(_BEGINNING):
        raise InputError(path, "not RTF, which begins with '{\\rtf'; call the file what it is")


def _escaped(text: str) -> str:
    """The text in ASCII; other characters are in groups, whatever the group around them skips."""
    escaped = text.translate(_WRITTEN)
    return "".join(each if each.isascii() else _unicode(each) for each in escaped)


def _unicode(character: str) -> str:
    data = character.encode("utf-16-le", "surrogatepass")
    units = (
        int.from_bytes(data[at : at + 2], "little", signed=True) for at in range(0, len(data), 2)
    )
    return "{\\uc1" + "".join(f"\\u{unit}?" for unit in units) + "}"
