"""Tokens: words, numbers, punctuation, and the code-like things that are neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from enum import IntEnum
from functools import partial
from itertools import accumulate, compress, islice
from typing import NamedTuple

from copylint.core.kept_patterns import compiled
from copylint.core.memo import Memo
from copylint.language.disguised_letters import INVISIBLE, plain_form
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.vocabulary import straight


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


def _plain_form(text: str) -> str:
    return straight(plain_form(text)).lower()


#: A token's text in lower case, straight and undisguised, by the text. It is cached, since
#: nearly every word has been met before.
PLAIN_FORMS: Mapping[str, str] = Memo(_plain_form)

_LETTER = r"[^\W\d_]"
# Combining marks and invisible characters belong to the word that contains them.
_MARKS = rf"[\u0300-\u036f{INVISIBLE}]"
# The common letters come first; the rest of a word can never fail, so nothing is tried twice.
_PART = rf"{_LETTER}(?:[A-Za-z]++|{_LETTER}++|{_MARKS}++)*+"
_EXTENSIONS = (
    "com|org|net|edu|gov|mil|info|io|co|uk|au|ca|nz|ie|eu|de|fr|html?|php|aspx?|jpe?g|png|gif|pdf|"
    "docx?|xlsx?|txt|md|py|js|json|ya?ml|csv|zip|exe"
)
_ABBREVIATION = r"[A-Za-z]\.[A-Za-z]\.(?:[A-Za-z]\.)*(?!\w)"
_NUMBER = rf"[£$€¥]?\d+(?:[.,:]\d+)*(?:{_LETTER}+|%)?"
_WORD = rf"{_PART}(?:[{APOSTROPHES}]{_PART})*"
_PUNCTUATION = rf"\.{{2,}}|--+|[^\w\s{INVISIBLE}]|_"

_TOKEN = compiled(
    rf"""
    (?P<CODE>
        (?:https?|ftp|mailto):[^\s<>"”]+[^\s<>"”.,;:!?)\]'’]
      | www\.[^\s<>"”]+[^\s<>"”.,;:!?)\]'’]
      | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
      | (?<![\w&])[@#][A-Za-z_]\w+
      | (?:[A-Za-z][\w-]*\.)+(?:{_EXTENSIONS})
            (?:/[^\s<>"”]*[^\s<>"”.,;:!?)\]'’])?(?!\w|\.\w)
      | \w+(?:_\w+)+
      | (?<![\w/])(?:~?/)[A-Za-z][\w.-]*(?:/[\w.-]+)+
    )
  | (?P<ABBREVIATION>{_ABBREVIATION})
  | (?P<NUMBER>{_NUMBER})
  | (?P<WORD>{_WORD})
  | (?P<PUNCTUATION>{_PUNCTUATION})
    """,
    re.VERBOSE,
)
# A text without any of these, and without an ending below, has no token of kind CODE.
_CODE_SIGNS = ("@", "#", "_", "/", "http", "ftp:", "mailto:", "www.")
_CODE_ENDING = compiled(rf"\.(?:{_EXTENSIONS})")
_CODE_SIGN = LazyPattern(rf"[@#_/]|https?:|ftp:|mailto:|www\.|\.(?:{_EXTENSIONS})")
# Pieces of text without code: spaces, and tokens whose kind shows in their own text.
_PIECE = compiled(rf"[\s{INVISIBLE}]+|{_ABBREVIATION}|{_WORD}|{_NUMBER}|{_PUNCTUATION}")

_KINDS = {kind.name: kind for kind in TokenKind}


def _piece_kind(piece: str) -> TokenKind | None:
    """The kind of token of a piece of text without code; None for spaces."""
    match = _TOKEN.fullmatch(piece)
    return _KINDS[match.lastgroup] if match and match.lastgroup else None


_piece_kinds = Memo(_piece_kind)
_make_token = partial(tuple.__new__, Token)


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of ``text[start:end]``, in order; spaces are not tokens."""
    stop = len(text) if end is None else end
    part = text[start:stop]
    if not any(sign in part for sign in _CODE_SIGNS) and not _CODE_ENDING.search(part):
        return _prose(part, start)
    # No token contains a space, so only the pieces with a sign of code need the full pattern.
    tokens: list[Token] = []
    at = here = start
    for piece in part.split(" "):
        after = here + len(piece)
        if _CODE_SIGN.search(piece) is not None:
            tokens += _prose(text[at:here], at)
            tokens += [
                Token(_KINDS[match.lastgroup], match.group(), match.start(), match.end())
                for match in _TOKEN.finditer(text, here, after)
                if match.lastgroup is not None
            ]
            at = after
        here = after + 1
    return tokens + _prose(text[at:stop], at)


def _prose(part: str, start: int) -> list[Token]:
    """The tokens of a text without code that begins at ``start``."""
    # There is no Python loop here: it would take three times as long.
    pieces = _PIECE.findall(part)
    kinds = [*map(_piece_kinds.__getitem__, pieces)]
    ends = [*accumulate(map(len, pieces), initial=start)]
    rows = zip(kinds, pieces, ends, islice(ends, 1, None), strict=False)
    return made_tokens(compress(rows, kinds))


def made_tokens(rows: Iterable[tuple[TokenKind | None, str, int, int]]) -> list[Token]:
    """The tokens of these values."""
    return [*map(_make_token, rows)]
