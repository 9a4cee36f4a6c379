"""The tokens of RTF, its control words for characters, and its code pages."""

from __future__ import annotations

import codecs
import re

TOKEN = re.compile(
    r"(?P<open>\{)|(?P<close>\})"
    r"|\\'(?P<hex>[0-9a-fA-F]{2})"
    r"|\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|\\(?P<symbol>[\s\S])"
    r"|(?P<line>[\r\n\0]+)"
    r"|(?P<text>[^{}\\\r\n\0]+)"
)
#: Control words that print one character.
CHARACTERS = {
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
}
SYMBOLS = {"~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\"}
#: Groups whose text is not in the document at that place, besides those marked ``\*``.
HIDDEN = frozenset(
    (
        *("fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "fldinst", "listtext"),
        *("pntext", "pntxta", "pntxtb", "xe", "tc", "rxe", "txe", "filetbl", "revtbl", "private"),
        *("nonshppict", "template", "listtable", "listoverridetable", "rsidtbl", "generator"),
        *("ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "atnid", "atnauthor"),
        *(
            "annotation",
            "bkmkstart",
            "bkmkend",
            "themedata",
            "datafield",
            "operator",
            "mmath",
            "sp",
        ),
    )
)
#: Destinations marked ``\*`` whose text is read all the same.
SHOWN = frozenset(("shptxt", "shpinst", "footnote"))
HEADERS = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "header"),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "footer"),
}
#: Code pages by the character set of a font (``\fcharset``).
CHARSETS = {
    0: 1252, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
    177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 255: 850,
}  # fmt: skip
_NAMES = {10000: "mac_roman", 10007: "mac_cyrillic", 65001: "utf-8", 708: "cp1256"}


def codec(page: int) -> str:
    """The name of the codec of a code page; that of Western Windows if Python has none."""
    name = _NAMES.get(page, f"cp{page}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name
