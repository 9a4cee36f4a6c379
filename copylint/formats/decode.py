"""From the bytes of a file to its text: UTF-8 with or without BOM, UTF-16 with BOM."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from copylint.model.errors import InputError


def decode(path: str, data: bytes) -> str:
    """The text in ``data``, byte order mark taken off, line endings as they are.

    Raises ``InputError`` naming the offset of the first byte that cannot be read.
    """
    marks = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))
    bom, encoding = next((m for m in marks if data.startswith(m[0])), (b"", "utf-8"))
    try:
        return data[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        offset = len(bom) + error.start
        raise InputError(
            path,
            f"not {encoding.upper()} text: byte 0x{data[offset]:02x} at offset {offset}; "
            "save the file as UTF-8",
        ) from None
