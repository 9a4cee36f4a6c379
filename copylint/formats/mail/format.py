"""E-mail messages: the subject and the text, as mail programs save them."""

from __future__ import annotations

import re

from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.escapes import CHARSETS
from copylint.formats.lookup import named
from copylint.formats.mail import transport
from copylint.formats.mail.base64_text import MAX_LENGTH, base64_text
from copylint.formats.mail.structure import MessagePart, message, texts
from copylint.formats.nested import NestedText, nest

_REPLY = re.compile(r"(?:(?:re|fw|fwd)(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_BASE64_WORD = re.compile(r"\?[bB]\?")
_CHARSET = re.compile(rb"charset\s*=\s*\"?([\w.:-]+)", re.IGNORECASE)
# Its bytes are those of UTF-8 too, but for the escapes between which they mean something else.
_SHIFTED = re.compile(rb"charset\s*=\s*\"?(iso-2022-[\w-]+)", re.IGNORECASE)
_ONE_BYTE = re.compile(r"(?:iso-?8859-\d{1,2}|latin-?[19]|(?:windows-?|cp)125\d)\Z", re.IGNORECASE)


class Mail(Format):
    """A message (RFC 5322 and MIME).

    A file whose bytes are not UTF-8 is read in the character set that its first part names,
    if that uses one byte per character. One with the escapes of ISO-2022-JP or a relative is read
    in that character set if all of it comes back byte for byte.
    """

    name = "mail"
    suffixes = (".eml",)
    strict = True
    # No reader of a message sees it, and programs put it there to wrap lines (RFC 3676).
    unsuited = ("typography.trailing-space",)
    written = ("plain", "mail-ascii")

    def decode(self, path: str, data: bytes) -> str:
        """The message as text."""
        charset = _charset(data)
        if charset:
            return data.decode(charset, "surrogateescape")
        return super().decode(path, data)

    def encode(self, source: str, like: bytes) -> bytes:
        """The message as bytes."""
        charset = _charset(like)
        if charset:
            return source.encode(charset, "surrogateescape")
        return super().encode(source, like)

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``."""
        builder = DocumentBuilder(path, self.name, source)
        root = message(path, source)
        _subject(builder, source, root)
        unread = letters = 0
        parts = list(texts(root))
        for part in parts:
            letters += part.end - part.start if part.encoding == "base64" else 0
            charset = part.parameters.get("charset", "us-ascii")
            obstacle = _obstacle(source, part, charset, letters)
            if obstacle:
                unread += 1
                builder.notes.append(f"line {builder.line(part.start)}: {obstacle}")
            else:
                _body(builder, source, part, charset)
        if parts and unread == len(parts):
            raise InputError(
                path, f"{builder.notes[-1]}; save the message as plain or quoted-printable text"
            )
        return builder.build()


def _obstacle(source: str, part: MessagePart, charset: str, letters: int) -> str:
    """Why the part cannot be read; "" if it can. ``letters``: those in base64 up to its end."""
    if part.encoding == "base64" and letters > MAX_LENGTH:
        return f"a text is left out: the message has more than {MAX_LENGTH:,} characters in base64"
    if part.encoding in ("base64", "quoted-printable"):
        known = transport.is_known(charset)
        return "" if known else f"a text in the unknown charset '{charset}' is left out"
    if transport.is_shifted(source, part.start, part.end, charset):
        return f"a text in the charset '{charset}' is left out: its characters have no places"
    return ""


def _charset(data: bytes) -> str:
    """The character set of a file that is in no Unicode and contains no NUL; else empty."""
    if 0 in data:
        return ""
    if b"\x1b" in data and (shifted := _shifted(data)):
        return shifted
    try:
        data.decode()
    except UnicodeDecodeError:
        said = _CHARSET.search(data)
        name = said[1].decode("ascii", "replace") if said else ""
        return name if _ONE_BYTE.match(name) and transport.is_known(name) else ""
    return ""


def _shifted(data: bytes) -> str:
    """The character set of ISO 2022 that ``data`` names and is in; else empty."""
    said = _SHIFTED.search(data)
    name = said[1].decode("ascii") if said else ""
    if not transport.is_known(name):
        return ""
    try:
        return name if data.decode(name).encode(name) == data else ""
    except UnicodeError:
        return ""


def _subject(builder: DocumentBuilder, source: str, root: MessagePart) -> None:
    if "subject" not in root.headers:
        return
    start, end = root.headers["subject"]
    pieces = transport.header(source, start, end)
    if pieces is None:
        line = builder.line(start)
        builder.notes.append(
            f"line {line}: the subject is left out: it is too long, or in an unknown charset"
        )
        return
    view = NestedText(pieces)
    reply = _REPLY.match(view.text)
    own = NestedText(transport.part_of(view, reply.end() if reply else 0, len(view.text)))
    form = named("plain")
    way = _subject_way(source[start:end])
    nest(builder, own, form.read("", own.text), form.written, way, BlockKind.HEADLINE)


def _subject_way(written: str) -> str:
    if _BASE64_WORD.search(written):
        return "never"
    return "mail-word" if "=?" in written else "mail-ascii"


def _body(builder: DocumentBuilder, source: str, part: MessagePart, charset: str) -> None:
    if part.encoding == "quoted-printable":
        pieces = transport.quoted_printable(source, part.start, part.end, charset)
        way = _quoted_way(charset)
    elif part.encoding == "base64":
        pieces = base64_text(source, part.start, part.end, charset)
        way = "never"
    else:
        pieces = transport.as_it_is(source, part.start, part.end)
        way = "mail-text" if charset.lower() in ("utf-8", "utf8") else "mail-ascii"
    view = NestedText(pieces)
    if part.type == "text/plain":
        view = NestedText(
            transport.own_words(
                view,
                flowed=part.parameters.get("format", "").lower() == "flowed",
                drops_space=part.parameters.get("delsp", "").lower() == "yes",
            )
        )
    form = named("plain" if part.type == "text/plain" else "html")
    nest(builder, view, form.read("", view.text), form.written, way)


def _quoted_way(charset: str) -> str:
    name = charset.lower()
    return f"quoted-{name}" if name in CHARSETS else "quoted-us-ascii"
