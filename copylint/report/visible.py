"""Text made safe and visible for a terminal, and how many cells it takes there.

Copy comes from anywhere. An escape sequence in it must not reach the terminal, a
right-to-left override must not reverse the message, and a no-break space that is the fault
itself must be visible.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from operator import attrgetter
from typing import cast

from copylint.core.kept_patterns import compiled
from copylint.core.memo import Memo
from copylint.core.record import record

# Format characters that change the order of what is shown (Unicode Bidirectional
# Algorithm, UAX #9): never let through.
_REORDERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_JOINERS = frozenset("\u200c\u200d")
_EMOJI_STYLE = "\ufe0f"
_ZERO_WIDTH_JOINER = "\u200d"


@record
class ShownCharacter:
    """How one code point is shown: ``text``, ``width`` terminal cells wide."""

    text: str
    width: int


def _plain_cell(char: str) -> ShownCharacter | None:
    """The cell of a code point that is shown as it is, in the same way everywhere.

    None for one whose cell depends on the text around it.
    """
    width = 2 if unicodedata.east_asian_width(char) in "WF" else 1
    depends = unicodedata.category(char) in ("Mn", "Me", "Cf", "So", "Sk")
    depends = depends or width == 2 or "\u1160" <= char <= "\u11ff"
    return None if depends or _outside(char) != char else ShownCharacter(char, width)


_PLAIN = Memo(_plain_cell)
# Latin letters, and the signs of typeset English.
_NARROW = compiled("[ -~\u00a1-\u00ac\u00ae-\u024f‘’“”–—…€•]*")
_LETTERS = compiled(r"\S*")
_cell_width = attrgetter("width")


def cells(text: str, start: int = 0, end: int = 0) -> list[ShownCharacter]:
    """How each code point of ``text`` is shown, white space made visible in ``start``..``end``.

    There a no-break or other unusual space is ``␣``, a tab ``→``, a format character its
    code; a common space is ``·`` if it is doubled or at the edge, else itself.
    """
    known = list(map(_PLAIN.__getitem__, text))
    if None not in known and _LETTERS.fullmatch(text, start, end):
        return cast("list[ShownCharacter]", known)
    shown: list[ShownCharacter] = []
    for index, cell in enumerate(known):
        if cell is not None and not start <= index < end:
            shown.append(cell)
            continue
        char = text[index]
        special = _inside(text, index, start, end) if start <= index < end else ""
        display = special or _outside(char)
        if display != char:
            shown.append(ShownCharacter(display, len(display)))
        else:
            shown.append(
                ShownCharacter(char, _width(char, text[index - 1] if index else "", shown))
            )
        if char == _EMOJI_STYLE and index and shown[-2].width == 1 and text[index - 1] > "\xa0":
            # Emoji presentation makes a narrow symbol two cells wide.
            shown[-1] = ShownCharacter(char, 1)
    return shown


def is_simple(text: str, start: int = 0, end: int = 0) -> bool:
    """Whether ``cells`` would show every code point as itself, one cell wide.

    False for some text for which that is true, but rarely for news.
    """
    if not _NARROW.fullmatch(text):
        return False
    inside = text[start:end]
    return " " not in inside or (inside == inside.strip() and "  " not in inside)


def safe(text: str) -> str:
    """``text`` on one line, with nothing in it that a terminal would act on."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_outside(char) for char in text)


def revealed(text: str) -> str:
    """``text`` like ``safe``, with the white space in it made visible."""
    if is_simple(text, 0, len(text)):
        return text
    return "".join(cell.text for cell in cells(text, 0, len(text)))


def width_of(shown: Sequence[ShownCharacter]) -> int:
    """The terminal cells that ``shown`` takes."""
    return sum(map(_cell_width, shown))


def fit(text: str, width: int) -> str:
    """``text``, already safe, cut to ``width`` cells, with an ellipsis for what is cut."""
    if len(text) * 2 <= width or (len(text) <= width and is_simple(text)):
        return text
    shown = cells(text[: width * 4 + 4])
    if len(shown) == len(text) and width_of(shown) <= width:
        return text
    used, kept = 1, []
    for cell in shown:
        used += cell.width
        if used > width:
            break
        kept.append(cell.text)
    return "".join(kept) + "…"


def _outside(char: str) -> str:
    """How a code point that is not part of a fault is shown."""
    if char in "\t\n\r\xa0" or unicodedata.category(char) == "Zs":
        return " "
    if char < " ":
        return chr(0x2400 + ord(char))  # the picture of the control character
    if char == "\x7f":
        return "␡"
    category = unicodedata.category(char)
    if char in _REORDERING or category in ("Cc", "Cs", "Zl", "Zp"):
        return _code(char)
    if category == "Cf" and char not in _JOINERS and not "\U000e0020" <= char <= "\U000e007f":
        return ""
    return char


def _inside(text: str, index: int, start: int, end: int) -> str:
    """How a code point of a fault is shown, empty if it is shown as elsewhere."""
    char = text[index]
    if char == " ":
        at_edge = index in (start, end - 1)
        beside = (index > start and text[index - 1].isspace()) or (
            index + 1 < end and text[index + 1].isspace()
        )
        return "·" if at_edge or beside else ""
    if char == "\t":
        return "→"
    category = unicodedata.category(char)
    if category == "Zs":
        return "␣"
    if category == "Cf" and not (char in _JOINERS and end - start > 1):
        return _code(char)
    return ""


def _code(char: str) -> str:
    return f"<U+{ord(char):04X}>"


def _width(char: str, before: str, shown: Sequence[ShownCharacter]) -> int:
    """The cells that ``char`` takes after ``before`` (Unicode UAX #11, emoji by UTS #51)."""
    if char <= "\u02ff":
        return 1
    if unicodedata.category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0
    is_symbol = unicodedata.category(char) in ("So", "Sk")
    if is_symbol and before == _ZERO_WIDTH_JOINER:
        return 0  # forms one picture with the character before it
    if "\U0001f3fb" <= char <= "\U0001f3ff" and shown and shown[-1].width == 2:
        return 0  # a skin tone of the picture before it
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
