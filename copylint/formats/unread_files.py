"""What to do with a document that copylint does not read: told by its content, not its name.

Two kinds of containers hold them: compound files (Microsoft's [MS-CFB]), whose directory names
the streams in UTF-16, and the zip archives of Apple's iWork, whose directory names the parts.
"""

from __future__ import annotations

from pathlib import PurePath

#: How compound files and zip archives begin.
COMPOUND, ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"

#: What is said of a compound file in which no stream tells what it is.
OLD_WORD = "an old Word file (.doc), or one with a password; save it as .docx without a password"
# By the name of a stream that this kind of file has. A message comes first, since it may hold
# files of the others whole; so may Word.
_STREAMS = (
    ("__properties_version1.0", "an Outlook message; save it as an e-mail (.eml)"),
    ("EncryptedPackage", "a file with a password; save it without the password"),
    ("WordDocument", OLD_WORD),
    ("PowerPoint Document", "an old PowerPoint file (.ppt); save its text as .txt or .docx"),
    ("Workbook", "an old Excel file (.xls); save the sheet as .csv"),
)
# By the name of a part: of iWork since 2013, and of iWork '09.
_PARTS = (b"Index/Document.iwa", b"buildVersionHistory.plist", b"index.apxl")
_IWORK = {
    ".pages": "a Pages document; export it from Pages as Word (.docx)",
    ".key": "a Keynote presentation; copy its text into a .docx or .txt file",
    ".numbers": "a Numbers spreadsheet; export it from Numbers as CSV",
}
_ANY_IWORK = "a file of Pages, Keynote or Numbers; export it as Word (.docx) or CSV"


def remedy(path: str, data: bytes) -> str | None:
    """The message about ``data``, or None if it is in none of these formats."""
    if data.startswith(COMPOUND):
        return next((said for name, said in _STREAMS if name.encode("utf-16-le") in data), OLD_WORD)
    if data.startswith(ZIP) and any(_is_listed(part, data) for part in _PARTS):
        return _IWORK.get(PurePath(path).suffix.lower(), _ANY_IWORK)
    return None


def _is_listed(name: bytes, data: bytes) -> bool:
    """Whether the directory of a zip archive, at its end, has a part of that name.

    A record has 46 bytes before the name (APPNOTE 4.3.12).
    """
    at = len(data)
    while (at := data.rfind(name, 0, at)) >= 0:
        if data.startswith(b"PK\x01\x02", at - 46) and data[at - 18 : at - 16] == len(
            name
        ).to_bytes(2, "little"):
            return True
    return False
