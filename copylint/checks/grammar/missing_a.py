"""The word "a" is missing: won 5% share of, served ten-year term, had lot of."""

from __future__ import annotations

from copylint.checks.grammar.frames import indefinite_before, insertion, is_full_prose
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, pair
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.nouns import COLLECTIVE, counted_nouns
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.missing-a",
    summary="Flags a missing 'a' or 'an'.",
    why=(
        "'Had lot of friends', 'won 5% share' and 'works as teacher' lack an article, which a "
        "singular countable noun needs. Headlines do without, so most of the rule applies only to "
        "sentences that have another article."
    ),
    bad=(
        Bad("The cook had lot of friends.", "had lot", "The cook had a lot of friends."),
        Bad("It takes a name as argument.", "as argument", "It takes a name as an argument."),
        Bad("The firm won 5% share of it.", "won 5%", "The firm won a 5% share of it."),
    ),
    good=(
        Good(
            "A growing number of men left. An announced number of ships came. So are they a team?"
        ),
        Good("The firm won 5% of the votes. Lots of friends came."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


_BEFORE = frozenset(("IN", "VBD", "VBZ", "VBP", "VBG", "VB", "VBN"))
_FOLLOWING = words(". , ; of in on for from to with that which after at by who ? !")


def share(sentence: TaggedSentence, at: int) -> Detection | None:
    """``won 5% share of``, ``a rise in pay and 3% fall in``."""
    noun = at + 1
    while noun < at + 3 and tags_of(sentence.word(noun))[:1] == ("JJ",):
        noun += 1
    if sentence.word(noun) not in _SHARES or sentence.tag(at - 1) not in (*_BEFORE, "CC"):
        return None
    if sentence.word(noun + 1) not in _OF_SHARE or sentence.word(at - 1) in _NOT_BEFORE:
        return None
    if not is_full_prose(sentence, at, noun):
        return None
    return insertion(RULE.id, sentence, at - 1, indefinite_before(sentence.word(at)))


_SHARES = words(
    "share drop decline increase rise cut fall jump gain reduction chance stake tax tariff levy "
    "fee discount majority surge plunge slump decrease boost raise premium dip hike margin lead"
)
_OF_SHARE = words("of in on from for to by against")
_NOT_BEFORE = words("of to than or between")


def measure(sentence: TaggedSentence, at: int) -> Detection | None:
    """``served ten-year term``: a number, a hyphen and a measure before a noun."""
    number = at - 2
    if sentence.word(at - 1) != "-" or sentence.tag(number) != "CD" or sentence.word(at + 1) == "-":
        return None
    if sentence.tag(number - 1) not in _BEFORE or sentence.word(number - 1) in _NOT_BEFORE:
        return None
    noun = at + 1
    while noun < at + 3 and sentence.word(noun) not in counted_nouns():
        if tags_of(sentence.word(noun))[:1] not in (("JJ",), ("NN",)):
            return None
        noun += 1
    if sentence.word(noun) not in counted_nouns() or sentence.word(noun + 1) not in _FOLLOWING:
        return None
    if not sentence.is_word(number - 1) or not is_full_prose(sentence, number, noun):
        return None
    right = (
        "an"
        if sentence.word(number) in _VOWEL_NUMBERS
        else indefinite_before(sentence.word(number))
    )
    return insertion(
        RULE.id, sentence, number - 1, right if sentence.word(number) != "one" else "a"
    )


_MEASURES = words("year month week day hour minute mile page member point person foot metre meter")
_VOWEL_NUMBERS = words("eight eleven eighteen eighty")


def lot_of(sentence: TaggedSentence, at: int) -> Detection | None:
    """``had lot of``, ``runs bunch of``, ``sent wide variety of``."""
    first = at - (sentence.word(at - 1) in _SIZES)
    if sentence.word(at + 1) != "of" or not sentence.is_lower(at) or first < 1:
        return None
    before = sentence.word(first - 1)
    if before in _DETERMINED or not sentence.is_word(first - 1) or sentence.word(first - 2) == "-":
        return None
    tag = sentence.tag(first - 1)
    if tag == "VBG" and sentence.tag(first - 2) in ("DT", "PRP$", "RB", "JJ", "POS", "HYPH"):
        return None  # "a growing number of"
    if tag in ("VBD", "VB", "VBP") and sentence.tag(first - 2) in ("DT", "PRP$", "POS"):
        return None  # "an announced number of", "the pin number of"
    verb = tag in ("VBD", "VBZ", "VBP", "VBG", "VB")
    if not verb and not (tag == "IN" and sentence.word(at) in _AFTER_PREPOSITION):
        return None
    if pair(before, sentence.word(first)) > 2:
        return None
    return insertion(RULE.id, sentence, first - 1, indefinite_before(sentence.word(first)))


_DETERMINED = words("a an the this that any no whole quite its their his our")
_SIZES = words("wide large small broad long huge")
_LOTS = words("lot bunch variety couple handful series number range host")
_AFTER_PREPOSITION = words("lot bunch variety couple handful")


def such(sentence: TaggedSentence, at: int) -> Detection | None:
    """``such large garden``."""
    noun = at + 1
    while noun < at + 4 and tags_of(sentence.word(noun))[:1] == ("JJ",):
        noun += 1
    word = sentence.word(noun)
    if noun == at + 1 or word not in counted_nouns() or word in COLLECTIVE:
        return None
    if sentence.word(at - 1) in _BEFORE_SUCH or sentence.tag(noun) != "NN":
        return None
    if sentence.word(noun + 1) not in _FOLLOWING:
        return None
    return insertion(RULE.id, sentence, at, indefinite_before(sentence.word(at + 1)))


_BEFORE_SUCH = words("no any some one other every many few all each another the two three")


def long_time(sentence: TaggedSentence, at: int) -> Detection | None:
    """``took long time``, ``for long time``."""
    if sentence.word(at + 1) not in ("time", "way", "period") or sentence.word(at + 2) == "-":
        return None
    return insertion(RULE.id, sentence, at - 1, "a") if sentence.word(at - 1) in _TAKES else None


_TAKES = words("for took take takes taking has had have is was after spent")


def in_attempt(sentence: TaggedSentence, at: int) -> Detection | None:
    """``in effort to``, ``in attempt to``."""
    if sentence.word(at - 1) != "in" or sentence.word(at + 1) != "to":
        return None
    return insertion(RULE.id, sentence, at - 1, indefinite_before(sentence.word(at)))


def as_result(sentence: TaggedSentence, at: int) -> Detection | None:
    """``as result of``, ``as matter of``."""
    if sentence.word(at - 1) != "as" or sentence.word(at + 1) not in ("of", ","):
        return None
    return insertion(RULE.id, sentence, at - 1, "a")


def as_part(sentence: TaggedSentence, at: int) -> Detection | None:
    """``takes a name as argument``, ``as alternative to``."""
    if sentence.word(at - 1) != "as" or sentence.word(at - 2) in ("such", "same", "much"):
        return None
    following = sentence.word(at + 1)
    if following == "-" or sentence.tag(at + 1)[:2] == "NN" or not sentence.is_lower(at):
        return None
    return insertion(RULE.id, sentence, at - 1, indefinite_before(sentence.word(at)))


_PARTS = words("argument parameter alternative suffix prefix")


def one(sentence: TaggedSentence, at: int) -> Detection | None:
    """``is mostly harmless one``."""
    if sentence.is_word(at + 1) and sentence.word(at + 1) not in _AFTER_ONE:
        return None
    adjective = sentence.word(at - 1)
    if tags_of(adjective)[:1] != ("JJ",) or adjective == "square" or not sentence.is_lower(at - 1):
        return None
    if sentence.tag(at - 1) != "JJ":
        return None
    first = at - 1
    while first > at - 4 and sentence.tag(first - 1) in ("RB", "JJ", "RBR", "RBS"):
        first -= 1
    if sentence.word(first - 1) not in _BEFORE_ONE:
        return None
    return insertion(RULE.id, sentence, first - 1, indefinite_before(sentence.word(first)))


_AFTER_ONE = words("that which with for in at who")
_BEFORE_ONE = words("is was as be been of from for with becomes")


def more_of(sentence: TaggedSentence, at: int) -> Detection | None:
    """``more of poet than``."""
    if sentence.word(at - 1) != "of" or sentence.word(at + 1) != "than":
        return None
    if sentence.word(at - 2) not in ("more", "less"):
        return None
    return insertion(RULE.id, sentence, at - 1, indefinite_before(sentence.word(at)))


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_MEASURES, measure),
    **dict.fromkeys(_LOTS, lot_of),
    "such": such,
    "long": long_time,
    "one": one,
    **dict.fromkeys(("effort", "attempt", "bid"), in_attempt),
    **dict.fromkeys(_PARTS, as_part),
    **dict.fromkeys(("result", "consequence", "matter"), as_result),
}


def by_shape(_shown: str, word: str) -> Detector | None:
    """The detectors for percentages and nouns that are counted."""
    if word.endswith("%") and word[:1].isdigit():
        return share
    return more_of if word in counted_nouns() and word not in TRIGGERS else None
