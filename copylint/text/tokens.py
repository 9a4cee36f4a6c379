"""Tokens: words, numbers, punctuation, and the code-like things that are neither."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple


class TokenKind(IntEnum):
    """What a token is. ``CODE`` covers addresses, handles, hashtags and file names."""

    WORD = 1
    NUMBER = 2
    PUNCTUATION = 3
    CODE = 4
    ABBREVIATION = 5


class Token(NamedTuple):
    """A token; ``start`` and ``end`` are code points of ``Document.text``.

    A word keeps its inner apostrophes (``don't``, ``O'Neill``) and loses the quotation
    marks around it; a final apostrophe (``the players'``) is a token of its own.
    A compound with hyphens is several words with a hyphen between each.
    """

    kind: TokenKind
    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether this is a word of letters."""
        return self.kind is TokenKind.WORD


#: Apostrophes as they are typed and as they are set.
APOSTROPHES = "'’ʼ"
#: Hyphens that join a compound: hyphen-minus, hyphen, non-breaking hyphen.
HYPHENS = "-‐‑"

_LETTER = r"[^\W\d_]"
# Combining marks and soft hyphens belong to the word that they stand in.
_PART = rf"{_LETTER}(?:{_LETTER}|[\u0300-\u036f\u00ad\u200b-\u200d\u2060])*"

_TOKEN = re.compile(
    rf"""
    (?P<CODE>
        (?:https?|ftp|mailto):[^\s<>"”]+[^\s<>"”.,;:!?)\]'’]
      | www\.[^\s<>"”]+[^\s<>"”.,;:!?)\]'’]
      | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
      | (?<![\w&])[@#][A-Za-z_]\w+
      | (?:[A-Za-z][\w-]*\.)+(?:com|org|net|edu|gov|mil|info|io|co|uk|au|ca|nz|ie|eu|de|fr|
            html?|php|aspx?|jpe?g|png|gif|pdf|docx?|xlsx?|txt|md|py|js|json|ya?ml|csv|zip|exe)
            (?:/[^\s<>"”]*[^\s<>"”.,;:!?)\]'’])?(?!\w|\.\w)
      | \w+(?:_\w+)+
      | (?<![\w/])(?:~?/)[A-Za-z][\w.-]*(?:/[\w.-]+)+
    )
  | (?P<ABBREVIATION> (?:[A-Za-z]\.){{2,}}(?!\w) )
  | (?P<NUMBER> [£$€¥]?\d+(?:[.,:]\d+)*(?:{_LETTER}+|%)? )
  | (?P<WORD> {_PART}(?:[{APOSTROPHES}]{_PART})* )
  | (?P<PUNCTUATION> \.{{2,}} | --+ | [^\w\s] | _ )
    """,
    re.VERBOSE,
)

_KINDS = {kind.name: kind for kind in TokenKind}


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, in order; blanks are not tokens."""
    stop = len(text) if end is None else end
    kinds = _KINDS
    return [
        Token(kinds[match.lastgroup], match.group(), match.start(), match.end())
        for match in _TOKEN.finditer(text, start, stop)
        if match.lastgroup is not None
    ]
