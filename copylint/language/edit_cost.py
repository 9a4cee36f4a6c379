"""The cost of typos by hand and ear: how unlikely it is that one word was typed for another.

The weights are base-10 logarithms of rough relative frequencies: swapped neighbours and
doubled or dropped twins are common, a wrong first letter is rare. They follow the classes
of Damerau (1964) and of Pollock and Zamora (1984): four kinds of single-letter typo make
up most misspellings, and the first letter is nearly always right.
"""

from __future__ import annotations

from functools import cache, lru_cache

from copylint.core.memo import Memo

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = frozenset("aeiouy")

# Letters that sound alike in English; either for the other is a typo of the ear.
_ALIKE = frozenset(
    frozenset(pair)
    for pair in ("ck", "cs", "sz", "kq", "gj", "fv", "mn", "bp", "dt", "xs", "iy", "uw", "xc")
)
# Spellings of one sound that differ by more than a letter.
_SOUNDS = (
    ("ph", "f"),
    ("gh", ""),
    ("sh", "ti"),
    ("sh", "ci"),
    ("tion", "sion"),
    ("cion", "tion"),
    ("shun", "tion"),
    ("cks", "x"),
    ("ks", "x"),
    ("kw", "qu"),
    ("ck", "k"),
    ("k", "ck"),
    ("kn", "n"),
    ("n", "kn"),
    ("wr", "r"),
    ("r", "wr"),
    ("f", "ph"),
    ("f", "gh"),
    ("sc", "c"),
    ("c", "sc"),
    ("s", "sc"),
    ("s", "ps"),
    ("ee", "ea"),
    ("ea", "ee"),
    ("ly", "ally"),
    ("ally", "ly"),
    ("able", "ible"),
    ("ible", "able"),
    ("ence", "ance"),
    ("ance", "ence"),
    ("ent", "ant"),
    ("ant", "ent"),
    ("er", "or"),
    ("or", "er"),
    ("ar", "er"),
    ("seed", "cede"),
    ("ceed", "cede"),
    ("cede", "ceed"),
    ("ize", "ise"),
    ("ys", "ies"),
    ("full", "ful"),
    ("eau", "ou"),
    ("oo", "u"),
    ("ou", "oo"),
    ("ei", "ai"),
    ("our", "eur"),
    ("eur", "uer"),
)

_SWAP, _SWAP_FIRST, _SWAP_IE = 0.45, 0.9, 0.3
_IE = {"i", "e"}
_TWIN = 0.45
_SOUND = 0.65
_VOWEL, _SIMILAR, _NEIGHBOUR, _OTHER = 0.75, 0.85, 0.9, 1.45
_DROPPED_VOWEL, _DROPPED = 0.7, 0.75
_EXTRA_NEAR, _EXTRA_VOWEL, _EXTRA = 0.75, 0.9, 1.25
_FIRST = 0.65
_APOSTROPHE = 0.3
_FAR = 99.0
# How many letters of an equal beginning and end are compared anyway, and how far apart the
# positions of one letter may be.
_MARGIN, _BAND = 4, 4


@cache
def _neighbours() -> frozenset[str]:
    """Pairs of keys side by side on a QWERTY keyboard."""
    pairs = set()
    place = {
        key: (row, col + row * 0.5)
        for row, keys in enumerate(_ROWS)
        for col, key in enumerate(keys)
    }
    for a, (row_a, col_a) in place.items():
        for b, (row_b, col_b) in place.items():
            if a != b and abs(row_a - row_b) <= 1 and abs(col_a - col_b) <= 1:
                pairs.add(a + b)
    return frozenset(pairs)


def _substitution(typed: str, meant: str) -> float:
    if typed in _VOWELS and meant in _VOWELS:
        return _VOWEL
    if frozenset((typed, meant)) in _ALIKE:
        return _SIMILAR
    if typed + meant in _neighbours():
        return _NEIGHBOUR
    return _OTHER


# Cost of one letter for another, by the pair: typed, then meant.
_SUBSTITUTIONS = Memo[str, float](lambda letters: _substitution(letters[0], letters[1]))
# The pairs of spellings of one sound, by the letters that the two end in.
_SOUND_ENDS = Memo[str, tuple[tuple[str, str], ...]](
    lambda letters: _sounds_ending(letters[0], letters[1])
)


@lru_cache(maxsize=1000)
def _dropped(meant: str) -> list[float]:
    """Cost of leaving out each letter of ``meant``."""
    costs = []
    for i, letter in enumerate(meant):
        if letter == "'":
            cost = _APOSTROPHE
        elif (i and meant[i - 1] == letter) or meant[i + 1 : i + 2] == letter:
            cost = _TWIN
        else:
            cost = _DROPPED_VOWEL if letter in _VOWELS else _DROPPED
            cost = cost + _FIRST if i == 0 else cost
        costs.append(cost)
    return costs


@lru_cache(maxsize=100)
def _extra(typed: str) -> list[float]:
    """Cost of typing each letter of ``typed`` as an extra letter."""
    costs = []
    for i, letter in enumerate(typed):
        before, after = typed[i - 1 : i] if i else "", typed[i + 1 : i + 2]
        if letter == "'":
            cost = _APOSTROPHE
        elif letter in (before, after):
            cost = _TWIN
        else:
            near = before + letter in _neighbours() or letter + after in _neighbours()
            cost = _EXTRA_NEAR if near else _EXTRA_VOWEL if letter in _VOWELS else _EXTRA
            cost = cost + _FIRST if i == 0 else cost
        costs.append(cost)
    return costs


def edit_cost(typed: str, meant: str) -> float:
    """How unlikely it is to write ``typed`` for ``meant``; 0 if they are equal.

    Both are in lower case without accents. The cost is a restricted Damerau-Levenshtein distance
    with a weight for each typo and with spellings of one sound as single typos.
    """
    # Equal ends cost nothing, but a double letter or a sound may cross the border.
    start = 0
    room = min(len(typed), len(meant))
    while start < room and typed[start] == meant[start]:
        start += 1
    tail = 0
    while tail < room - start and typed[-1 - tail] == meant[-1 - tail]:
        tail += 1
    start, tail = max(0, start - _MARGIN), max(0, tail - _MARGIN)
    rows, columns = len(typed) + 1 - tail, len(meant) + 1 - tail
    dropped, extra = _dropped(meant), _extra(typed)
    substitutions, sound_ends = _SUBSTITUTIONS, _SOUND_ENDS
    table = [[_FAR] * columns for _ in range(rows)]
    row = table[start]
    row[start] = 0.0
    for j in range(start + 1, min(columns, start + _BAND + 1)):
        row[j] = min(row[j], row[j - 1] + dropped[j - 1])
    for i in range(start + 1, rows):
        above, row = row, table[i]
        a, spare = typed[i - 1], extra[i - 1]
        # Words whose letters are further apart than this are not typos for each other.
        for j in range(max(start, i - _BAND), min(columns, i + _BAND + 1)):
            best = above[j] + spare
            if best > _FAR:
                best = _FAR
            if j > start:
                b = meant[j - 1]
                if (cost := row[j - 1] + dropped[j - 1]) < best:
                    best = cost
                cost = above[j - 1]
                if a != b:
                    cost += substitutions[a + b] + (_FIRST if i == j == 1 else 0)
                if cost < best:
                    best = cost
                if a != b and i > start + 1 < j and a == meant[j - 2] and b == typed[i - 2]:
                    swap = _SWAP_IE if {a, b} == _IE else _SWAP_FIRST if j == 2 else _SWAP
                    if (cost := table[i - 2][j - 2] + swap) < best:
                        best = cost
                for heard, spelt in sound_ends[a + b]:
                    at, to = i - len(heard), j - len(spelt)
                    if (
                        at >= start <= to
                        and typed.startswith(heard, at)
                        and meant.startswith(spelt, to)
                        and (cost := table[at][to] + _SOUND) < best
                    ):
                        best = cost
            row[j] = best
    return table[rows - 1][columns - 1]


def _sounds_ending(heard_end: str, spelt_end: str) -> tuple[tuple[str, str], ...]:
    """The pairs of spellings that end in these letters."""
    return tuple(
        (heard, spelt)
        for heard, spelt in _SOUNDS
        if heard.endswith(heard_end) and (not spelt or spelt.endswith(spelt_end)) and heard_end
    )
