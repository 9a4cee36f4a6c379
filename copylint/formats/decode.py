"""From the bytes of a file to its text: UTF-8 with or without BOM, UTF-16 with BOM."""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

from copylint.core.errors import InputError

#: Files that hold prose, but not as text: how each begins, and what to do with it.
_NOT_TEXT = (
    (b"{\\rtf", "an RTF file; give its name the suffix .rtf, or say so with --format-of"),
    (b"%PDF-", "a PDF; give its name the suffix .pdf, or say so with --format-of"),
    (b"\x06\x06\xed\xf5\xd8\x1d\x46\xe5", "an InDesign document; export it as IDML (.idml)"),
)
# What compound files and zip archives begin with; what is in them says what they are.
_CONTAINERS = (b"\xd0\xcf\x11\xe0", b"PK\x03\x04")
_MARKS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))


def decode(path: str, data: bytes) -> str:
    """The text in ``data`` without its byte order mark; line endings are unchanged.

    Raises ``InputError`` naming the offset of the first byte that cannot be read. A file
    with a NUL in it is not text, whatever its other bytes would decode to; nor is one whose
    first bytes are those of RTF, PDF or the binary Word format, or which Pages, Keynote or
    Numbers wrote, whatever it is called.
    """
    for beginning, remedy in _NOT_TEXT:
        if data.startswith(beginning):
            raise InputError(path, remedy)
    if data.startswith(_CONTAINERS):
        from copylint.formats import unread_files

        if (said := unread_files.remedy(path, data)) is not None:
            raise InputError(path, said)
    if data.startswith((BOM_UTF32_LE, BOM_UTF32_BE)):
        raise InputError(path, "UTF-32 text (byte order mark at offset 0); save the file as UTF-8")
    bom, encoding = next((m for m in _MARKS if data.startswith(m[0])), (b"", "utf-8"))
    if encoding == "utf-8" and (nul := data.find(0)) >= 0:
        raise _binary(path, nul)
    try:
        text = data[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        offset = len(bom) + error.start
        raise InputError(
            path,
            f"not {encoding.upper()} text: byte 0x{data[offset]:02x} at offset {offset}; "
            "save the file as UTF-8",
        ) from None
    if encoding != "utf-8" and (nul := text.find("\0")) >= 0:
        raise _binary(path, len(bom) + len(text[:nul].encode(encoding)))
    return text


def _binary(path: str, offset: int) -> InputError:
    return InputError(path, f"looks like a binary file: byte 0x00 at offset {offset}")


def encode(text: str, like: bytes) -> bytes:
    """The bytes of ``text``, in the encoding and with the byte order mark that ``like`` has.

    ``encode(decode(path, data), data) == data``. Raises ``UnicodeEncodeError`` for a lone
    surrogate, which no file can hold.
    """
    bom, encoding = next((m for m in _MARKS if like.startswith(m[0])), (b"", "utf-8"))
    return bom + text.encode(encoding)
