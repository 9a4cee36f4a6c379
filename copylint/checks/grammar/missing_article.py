"""A noun whose frame needs "a": won 5% share of, served ten-year term, had lot of."""

from __future__ import annotations

from copylint.checks.grammar.frames import indefinite_before, insertion, is_full_prose
from copylint.checks.grammar.tagged_sentence import Detector, Line, Slip, pair
from copylint.language.nouns import COLLECTIVE, counted_nouns
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

_BEFORE = frozenset(("IN", "VBD", "VBZ", "VBP", "VBG", "VB", "VBN"))
_FOLLOWING = words(". , ; of in on for from to with that which after at by who ? !")


def share(line: Line, at: int) -> Slip | None:
    """``won 5% share of``, ``a rise in pay and 3% fall in``."""
    noun = at + 1
    while noun < at + 3 and tags_of(line.word(noun))[:1] == ("JJ",):
        noun += 1
    if line.word(noun) not in _SHARES or line.tag(at - 1) not in (*_BEFORE, "CC"):
        return None
    if line.word(noun + 1) not in _OF_SHARE or line.word(at - 1) in _NOT_BEFORE:
        return None
    if not is_full_prose(line, at, noun):
        return None
    return insertion(line, at - 1, indefinite_before(line.word(at)))


_SHARES = words(
    "share drop decline increase rise cut fall jump gain reduction chance stake tax tariff levy "
    "fee discount majority surge plunge slump decrease boost raise premium dip hike margin lead"
)
_OF_SHARE = words("of in on from for to by against")
_NOT_BEFORE = words("of to than or between")


def measure(line: Line, at: int) -> Slip | None:
    """``served ten-year term``: a number, a hyphen and a measure before a noun."""
    number = at - 2
    if line.word(at - 1) != "-" or line.tag(number) != "CD" or line.word(at + 1) == "-":
        return None
    if line.tag(number - 1) not in _BEFORE or line.word(number - 1) in _NOT_BEFORE:
        return None
    noun = at + 1
    while noun < at + 3 and line.word(noun) not in counted_nouns():
        if tags_of(line.word(noun))[:1] not in (("JJ",), ("NN",)):
            return None
        noun += 1
    if line.word(noun) not in counted_nouns() or line.word(noun + 1) not in _FOLLOWING:
        return None
    if not line.is_word(number - 1) or not is_full_prose(line, number, noun):
        return None
    right = "an" if line.word(number) in _VOWEL_NUMBERS else indefinite_before(line.word(number))
    return insertion(line, number - 1, right if line.word(number) != "one" else "a")


_MEASURES = words("year month week day hour minute mile page member point person foot metre meter")
_VOWEL_NUMBERS = words("eight eleven eighteen eighty")


def lot_of(line: Line, at: int) -> Slip | None:
    """``had lot of``, ``runs bunch of``, ``sent wide variety of``."""
    first = at - (line.word(at - 1) in _SIZES)
    if line.word(at + 1) != "of" or not line.is_lower(at) or first < 1:
        return None
    before = line.word(first - 1)
    if before in _DETERMINED or not line.is_word(first - 1) or line.word(first - 2) == "-":
        return None
    tag = line.tag(first - 1)
    if tag == "VBG" and line.tag(first - 2) in ("DT", "PRP$", "RB", "JJ", "POS", "HYPH"):
        return None  # "a growing number of"
    verb = tag in ("VBD", "VBZ", "VBP", "VBG", "VB")
    if not verb and not (tag == "IN" and line.word(at) in _AFTER_PREPOSITION):
        return None
    if pair(before, line.word(first)) > 2:
        return None
    return insertion(line, first - 1, indefinite_before(line.word(first)))


_DETERMINED = words("a an the this that any no whole quite its their his our")
_SIZES = words("wide large small broad long huge")
_LOTS = words("lot bunch variety couple handful series number range host")
_AFTER_PREPOSITION = words("lot bunch variety couple handful")


def such(line: Line, at: int) -> Slip | None:
    """``such large garden``."""
    noun = at + 1
    while noun < at + 4 and tags_of(line.word(noun))[:1] == ("JJ",):
        noun += 1
    word = line.word(noun)
    if noun == at + 1 or word not in counted_nouns() or word in COLLECTIVE:
        return None
    if line.word(at - 1) in _BEFORE_SUCH or line.tag(noun) != "NN":
        return None
    if line.word(noun + 1) not in _FOLLOWING:
        return None
    return insertion(line, at, indefinite_before(line.word(at + 1)))


_BEFORE_SUCH = words("no any some one other every many few all each another the two three")


def long_time(line: Line, at: int) -> Slip | None:
    """``took long time``, ``for long time``."""
    if line.word(at + 1) not in ("time", "way", "period") or line.word(at + 2) == "-":
        return None
    return insertion(line, at - 1, "a") if line.word(at - 1) in _TAKES else None


_TAKES = words("for took take takes taking has had have is was after spent")


def in_attempt(line: Line, at: int) -> Slip | None:
    """``in effort to``, ``in attempt to``."""
    if line.word(at - 1) != "in" or line.word(at + 1) != "to":
        return None
    return insertion(line, at - 1, indefinite_before(line.word(at)))


def as_result(line: Line, at: int) -> Slip | None:
    """``as result of``, ``as matter of``."""
    if line.word(at - 1) != "as" or line.word(at + 1) not in ("of", ","):
        return None
    return insertion(line, at - 1, "a")


def one(line: Line, at: int) -> Slip | None:
    """``is mostly harmless one``."""
    if line.is_word(at + 1) and line.word(at + 1) not in _AFTER_ONE:
        return None
    adjective = line.word(at - 1)
    if tags_of(adjective)[:1] != ("JJ",) or adjective == "square" or not line.is_lower(at - 1):
        return None
    if line.tag(at - 1) != "JJ":
        return None
    first = at - 1
    while first > at - 4 and line.tag(first - 1) in ("RB", "JJ", "RBR", "RBS"):
        first -= 1
    if line.word(first - 1) not in _BEFORE_ONE:
        return None
    return insertion(line, first - 1, indefinite_before(line.word(first)))


_AFTER_ONE = words("that which with for in at who")
_BEFORE_ONE = words("is was as be been of from for with becomes")


def more_of(line: Line, at: int) -> Slip | None:
    """``more of poet than``."""
    if line.word(at - 1) != "of" or line.word(at + 1) != "than":
        return None
    if line.word(at - 2) not in ("more", "less"):
        return None
    return insertion(line, at - 1, indefinite_before(line.word(at)))


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_MEASURES, measure),
    **dict.fromkeys(_LOTS, lot_of),
    "such": such,
    "long": long_time,
    "one": one,
    **dict.fromkeys(("effort", "attempt", "bid"), in_attempt),
    **dict.fromkeys(("result", "consequence", "matter"), as_result),
}


def by_shape(_shown: str, word: str) -> Detector | None:
    """The detectors for percentages and nouns that are counted."""
    if word.endswith("%") and word[:1].isdigit():
        return share
    return more_of if word in counted_nouns() and word not in TRIGGERS else None
