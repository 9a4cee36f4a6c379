"""Words in a form in which print and speech agree: numerals, contractions and spelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from copylint.analysis.transcripts.number_words import (
    figure_value,
    key_of,
    magnitude,
    spoken_number,
)
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.vocabulary import straight
from copylint.language.word_list import words


class SpokenWord(NamedTuple):
    """A word in the code points ``start`` to ``end`` of its text.

    ``key`` is the same for "don't" and "do not" (two words), "50%" and "fifty per cent",
    "colour" and "color". ``is_name``: it has a capital although it begins no sentence.
    """

    key: str
    start: int
    end: int
    is_name: bool = False


class SpokenText(NamedTuple):
    """The words of a text and the places between them that matter; each is a word's index.

    ``omissions`` are those before which an ellipsis stands, ``insertions`` those before which
    there are words in brackets, ``sentences`` those that begin one.
    """

    words: list[SpokenWord]
    omissions: frozenset[int]
    insertions: frozenset[int]
    sentences: frozenset[int]


_TOKEN = LazyPattern(
    r"""
    (?P<omission>[\[(]\s?(?:…|\.(?:\s?\.){2,3})\s?[\])]|…|\.(?:\s?\.){2,3})
  | (?P<bracket>\[(?![^\W\d_]\][^\W\d_])[^\[\]\n]{1,200}\]|\([^()\n]{1,200}\))
  | (?P<initials>(?:[^\W\d_]\.){2,})
  | (?P<clock>(?<![\d.,])\d{1,2}(?::[0-5]\d|\.[0-5]\d(?=\s?[ap]\.?m\b))(?:\s?[ap]\.?m\b\.?)?)
  | (?P<sign>[£$€]?)(?P<digits>\d+(?:,\d{3})*(?:\.\d+)?)
        (?P<suffix>(?:st|nd|rd|th|[ap]m|[kmp]|mn|bn|tn)\b|\s?%)?
  | (?P<word>\[?[^\W\d_]\]?[^\W\d_]*(?:['’][^\W\d_]+)*|['’](?:em|cause|cos|til|twas)\b)
  | (?P<stop>[.?!]+)
  | (?P<other>[&%])
    """,
    re.VERBOSE,
)
_BRACKETS = str.maketrans("", "", "[]")
_TITLES = words("mr mrs ms dr prof st rev sgt capt gen col sen rep gov hon jr sr vs etc no")
_CURRENCIES = {"£": "pound", "$": "dollar", "€": "euro"}
_MONEY = {"pounds": "pound", "dollars": "dollar", "euros": "euro", "p": "pence"}
_IRREGULAR = {
    "won't": "will not", "can't": "can not", "cannot": "can not", "shan't": "shall not",
    "gonna": "going to", "wanna": "want to", "gotta": "got to", "dunno": "do not know",
    "lemme": "let me", "gimme": "give me", "kinda": "kind of", "sorta": "sort of",
    "let's": "let us", "cos": "because", "'cos": "because", "'cause": "because",
    "'em": "them", "'til": "until", "till": "until", "ok": "okay", "yeah": "yes", "yep": "yes",
    "yup": "yes", "mum": "mother", "mom": "mother", "&": "and", "mister": "mr", "doctor": "dr",
    "percent": "percent", "o'clock": "", "alright": "all right", "anymore": "any more",
    "ain't": "ain't", "goin": "going", "nope": "no",
}  # fmt: skip
_ENDINGS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "'d", "s": "'s"}
_ISE = re.compile(r"(?<=[a-z]{3})z(e[ds]?|ers?|ing|ations?)$")
_OUR = re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|ful|able|ite|ites|hood|hoods)?$)")
_TRE = re.compile(r"(?<=[a-z]{2})tre(?=[sd]?$)")
_ENCE = re.compile(r"(?<=[fgn])ence(?=s?$)")
#: Keys that are the same word in print and speech.
_ALIKE = frozenset(
    frozenset(pair.split())
    for pair in (
        "'s is",
        "'s has",
        "'d would",
        "'d had",
        "one 1",
        "an a",
        "no nope",
        "hundred 100",
        "though although",
        "toward towards",
        "among amongst",
        "while whilst",
        "per an",
        "per a",
        "mr mister",
    )
)
_VARIANTS = frozenset().union(*_ALIKE)


def is_alike(one: str, other: str) -> bool:
    """Whether two keys are one word written in two ways."""
    return one == other or (one in _VARIANTS and frozenset((one, other)) in _ALIKE)


def is_number(key: str) -> bool:
    """Whether a key is that of a number."""
    return key[0].isdigit() or key == "one"


class _Piece(NamedTuple):
    kind: str
    text: str
    start: int
    end: int
    sign: str = ""
    digits: str = ""
    suffix: str = ""


def spoken_text(text: str, start: int = 0, end: int | None = None) -> SpokenText:
    """The words of ``text[start:end]``. Time is linear in its length."""
    return _Reader(text, start, len(text) if end is None else end).read()


class _Reader:
    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._pieces = [_piece(match) for match in _TOKEN.finditer(text, start, end)]
        self._lower = [straight(piece.text).lower() for piece in self._pieces]
        self._joined = [self._follows(at) for at in range(len(self._pieces))]
        self._found: list[SpokenWord] = []
        self._omissions: set[int] = set()
        self._insertions: set[int] = set()
        self._sentences: set[int] = {0}

    def _follows(self, at: int) -> bool:
        """Whether only a space or a hyphen is between this piece and the one before it."""
        if not at:
            return False
        between = self._text[self._pieces[at - 1].end : self._pieces[at].start]
        return len(between) == 1 and between in " -‑‐\n\u00a0"

    def read(self) -> SpokenText:
        at = 0
        while at < len(self._pieces):
            at = self._take(at)
        return SpokenText(
            self._found,
            frozenset(self._omissions),
            frozenset(self._insertions),
            frozenset(self._sentences),
        )

    def _take(self, at: int) -> int:
        """Read the piece at ``at``; the index of the next one."""
        piece, here = self._pieces[at], len(self._found)
        if piece.kind == "omission":
            self._omissions.add(here)
        elif piece.kind == "bracket":
            if piece.text.lower() not in ("[sic]", "(sic)"):
                self._insertions.add(here)
        elif piece.kind == "stop":
            if not (at and self._lower[at - 1] in _TITLES and piece.text == "."):
                self._sentences.add(here)
        elif piece.kind == "clock":
            self._clock(piece)
        elif piece.kind == "digits":
            return self._figure(at)
        elif piece.kind == "initials":
            letters = piece.text.replace(".", "").lower()
            self._add("u.s" if letters == "us" else letters, piece)
        elif piece.text == "%":
            self._add("percent", piece)
        else:
            return self._word(at)
        return at + 1

    def _add(self, key: str, piece: _Piece, end: int = 0) -> None:
        begins = len(self._found) in self._sentences
        capital = piece.text[:1].isupper() and not begins and key != "i" and piece.text != "I"
        self._found.append(SpokenWord(key, piece.start, end or piece.end, capital))

    def _clock(self, piece: _Piece) -> None:
        figures = re.findall(r"\d+", piece.text)
        hour, minutes = int(figures[0]), int(figures[1])
        if hour in range(11, 21) and minutes >= 10:
            # As said in words: "eleven thirty" reads like a year.
            self._add(str(hour * 100 + minutes), piece)
        else:
            self._add(str(hour), piece)
            if minutes:
                self._add(str(minutes), piece)
        if piece.text[-1] in "m.":
            self._add("pm" if "p" in piece.text else "am", piece)

    def _figure(self, at: int) -> int:
        piece = self._pieces[at]
        suffix = piece.suffix.strip()
        if suffix in ("st", "nd", "rd", "th"):
            self._add(f"{piece.digits.replace(',', '')}th", piece)
            return at + 1
        value, end, after = figure_value(piece.digits, suffix), piece.end, at + 1
        if after < len(self._pieces) and self._joined[after]:
            size = magnitude(self._lower[after])
            if size > 1:
                value, end, after = value * size, self._pieces[after].end, after + 1
        self._add(key_of(value), piece, end)
        if piece.sign:
            self._add(_CURRENCIES[piece.sign], piece, end)
        elif suffix == "%":
            self._add("percent", piece)
        elif suffix in ("am", "pm"):
            self._add(suffix, piece)
        elif suffix == "p":
            self._add("pence", piece)
        return after

    def _word(self, at: int) -> int:
        piece, lower = self._pieces[at], self._lower[at]
        number = spoken_number(self._lower, self._joined, at)
        if number is not None:
            self._add(number.key, piece, self._pieces[at + number.length - 1].end)
            return at + number.length
        if lower == "per" and self._lower[at + 1 : at + 2] == ["cent"]:
            self._add("percent", piece, self._pieces[at + 1].end)
            return at + 2
        if piece.text == "US":
            self._add("u.s", piece)
            return at + 1
        if lower in _MONEY and self._found and is_number(self._found[-1].key):
            lower = _MONEY[lower]
        for key in _keys(lower.translate(_BRACKETS)):
            self._add(key, piece)
        return at + 1


def _piece(match: re.Match[str]) -> _Piece:
    kind = match.lastgroup or ""
    if match["digits"]:
        sign, suffix = match["sign"] or "", match["suffix"] or ""
        return _Piece("digits", match.group(), *match.span(), sign, match["digits"], suffix)
    return _Piece(kind, match.group(), *match.span())


def _keys(lower: str) -> Iterator[str]:
    """The keys of one word in lower case with straight apostrophes."""
    known = _IRREGULAR.get(lower)
    if known is not None:
        yield from known.split()
        return
    stem, apostrophe, ending = lower.rpartition("'")
    if not apostrophe or not stem:
        yield _spelling(lower.strip("'"))
    elif ending == "t" and stem.endswith("n") and len(stem) > 2:
        yield _spelling(stem[:-1])
        yield "not"
    elif ending in _ENDINGS:
        yield from _keys(stem)
        yield _ENDINGS[ending]
    else:
        yield _spelling(lower.replace("'", ""))


def _spelling(word: str) -> str:
    """One spelling for those of the dialects."""
    if len(word) < 5:
        return word
    word = _ISE.sub(r"s\1", word)
    word = _OUR.sub("or", word)
    word = _TRE.sub("ter", word)
    return _ENCE.sub("ense", word)
