"""Decodes the bytes of an XML document."""

from __future__ import annotations

from copylint.core.errors import InputError
from copylint.formats import decode as text


def decode(path: str, data: bytes, part: str = "") -> str:
    """The document in ``data``: UTF-8, or UTF-16 with a byte order mark, which is left out.

    ``part`` is named in messages. Raises ``InputError``.
    """
    try:
        return text.decode(path, data)
    except InputError as error:
        raise InputError(path, f"{part + ': ' if part else ''}{error.message}") from None


#: Encodes a document in the encoding of its old bytes.
encode = text.encode
