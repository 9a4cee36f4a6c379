"""The characters that LaTeX's accents, symbols and ligatures produce."""

from __future__ import annotations

import unicodedata

#: Combining characters by the command that sets them.
_ACCENTS = {
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    '"': "\u0308",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "c": "\u0327",
    "v": "\u030c",
    "u": "\u0306",
    "H": "\u030b",
    "k": "\u0328",
    "r": "\u030a",
    "d": "\u0323",
    "b": "\u0331",
}
_DOTLESS = {"\\i": "i", "\\j": "j"}

#: Characters by the command that prints them. A space after a command of letters is dropped.
SYMBOLS = {
    "ss": "ß",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "o": "ø",
    "O": "Ø",
    "aa": "å",
    "AA": "Å",
    "l": "ł",
    "L": "Ł",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "th": "þ",
    "TH": "Þ",
    "ldots": "…",
    "dots": "…",
    "textellipsis": "…",
    "textendash": "–",
    "textemdash": "—",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textquotesingle": "'",
    "textquotedbl": '"',
    "lq": "‘",
    "rq": "’",
    "pounds": "£",
    "textsterling": "£",
    "euro": "€",
    "texteuro": "€",
    "textdollar": "$",
    "textcent": "¢",
    "textyen": "¥",
    "copyright": "©",
    "textcopyright": "©",
    "textregistered": "®",
    "texttrademark": "™",
    "textdegree": "°",
    "degree": "°",
    "S": "§",
    "P": "¶",
    "dag": "†",
    "ddag": "‡",
    "textbullet": "•",
    "textpercent": "%",
    "textunderscore": "_",
    "textasciitilde": "~",
    "textbackslash": "\\",
    "slash": "/",
    "nobreakspace": "\u00a0",
    "space": " ",
    "TeX": "TeX",
    "LaTeX": "LaTeX",
    "LaTeXe": "LaTeX2e",
    "BibTeX": "BibTeX",
}
#: The characters that a backslash before a non-letter prints.
ESCAPES = {
    **{mark: mark for mark in "%&$#_{} "},
    ",": "\u202f",
    ";": " ",
    ":": " ",
    "\n": " ",
    "\r": " ",
    "\r\n": " ",
    "\t": " ",
}
#: Marks that print as another character.
LIGATURES = {"``": "“", "''": "”", "---": "—", "--": "–", "~": "\u00a0", "`": "‘"}


def accented(accent: str, letter: str) -> str:
    """The letter with the accent that the command ``accent`` sets, or an empty string."""
    mark = _ACCENTS.get(accent)
    base = _DOTLESS.get(letter, letter)
    return unicodedata.normalize("NFC", base + mark) if mark else ""
