"""Files in an encoding that they declare themselves, as web pages and XML do."""

from __future__ import annotations

import codecs
import re

from copylint.core.errors import InputError
from copylint.formats import decode as text

# What precedes the declaration is ASCII in every encoding that is known here.
_HEAD = 4_096
_DECLARED = re.compile(
    rb"\A\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*[\"']([\w.:-]{2,40})[\"']"
    rb"|<meta[^>]{0,400}?\scharset\s*=\s*[\"']?\s*([\w.:-]{2,40})"
    rb"|<meta[^>]{0,400}?content\s*=\s*[\"'][^\"'>]{0,200}?charset\s*=\s*([\w.:-]{2,40})",
    re.IGNORECASE,
)
# Its bytes are those of UTF-8 too, but for the escapes between which they mean something else.
_ESCAPED = "iso2022_jp"
#: Labels that the WHATWG's Encoding Standard reads as another encoding than their name says, or
#: that Python does not know.
_LABELS = {
    **dict.fromkeys(
        ("iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii", "cp819",
         "x-cp1252", "ansi"),
        "cp1252",
    ),
    **dict.fromkeys(("iso-8859-9", "latin5", "x-cp1254"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "tis-620", "windows-874"), "cp874"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb_2312-80"), "gb18030"),
    **dict.fromkeys(("shift_jis", "x-sjis", "sjis", "ms_kanji", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "korean"), "cp949"),
    **dict.fromkeys(("big5", "x-x-big5", "big5-hkscs"), "big5hkscs"),
    **dict.fromkeys(("macintosh", "x-mac-roman", "mac"), "mac_roman"),
    **dict.fromkeys(("iso-8859-8-i", "logical"), "iso8859-8"),
    "x-mac-cyrillic": "mac_cyrillic",
    "x-cp1250": "cp1250",
    "x-cp1251": "cp1251",
    "koi8-ru": "koi8-u",
    "unicode-1-1-utf-8": "utf-8",
}  # fmt: skip
#: What else the standard knows, by the names that Python gives them.
_KNOWN = frozenset(
    (
        *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
        *(f"cp{page}" for page in (866, 874, 932, 949, *range(1250, 1259))),
        *("koi8-r", "koi8-u", "mac_roman", "mac-roman", "mac_cyrillic", "mac-cyrillic"),
        *("gb18030", "big5hkscs", "euc_jp", "iso2022_jp"),
    )
)


def decode(path: str, data: bytes, declared: re.Pattern[bytes] = _DECLARED) -> str:
    """The text in ``data``: UTF-8 or UTF-16, or else the encoding that it declares.

    ``declared`` finds the name of the encoding, in its only group that matches. Raises
    ``InputError`` if the text is in none of them.
    """
    name = _other_encoding(data, declared)
    if name is None:
        return text.decode(path, data)
    return data.decode(name)


def encode(source: str, like: bytes, declared: re.Pattern[bytes] = _DECLARED) -> bytes:
    """The bytes of ``source`` in the encoding of ``like``.

    A character that the encoding does not have is written as a character reference.
    """
    name = _other_encoding(like, declared)
    if name is None:
        return text.encode(source, like)
    return source.encode(name, "xmlcharrefreplace")


def _other_encoding(data: bytes, declared: re.Pattern[bytes]) -> str | None:
    """The encoding that ``data`` declares and is in, if that is not Unicode."""
    found = declared.search(data, 0, _HEAD)
    if found is None:
        return None
    label = next(each for each in found.groups() if each).decode("ascii").lower()
    try:
        name = codecs.lookup(_LABELS.get(label, label)).name
    except LookupError:
        return None
    if name not in _KNOWN:
        return None
    if name != _ESCAPED:
        try:
            text.decode("", data)
        except InputError as refusal:
            if not refusal.message.startswith("not UTF-8"):
                return None
        else:
            return None  # the declaration is out of date
    elif b"\x1b" not in data:
        return None
    try:
        # A file that would not be written back byte for byte is not read so.
        return name if data.decode(name).encode(name) == data else None
    except UnicodeError:
        return None
