"""Frames that lack "of", "no", "as" or "to": one Ann's friends, are longer needed."""

from __future__ import annotations

from copylint.checks.grammar.frames import DETERMINERS, insertion
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, pair
from copylint.language.nouns import is_plural
from copylint.language.tokens import TokenKind
from copylint.language.verbs import is_base, only_base
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of


def one_of_names(sentence: TaggedSentence, at: int) -> Detection | None:
    """``one Ann's friends``."""
    owner = at + 1
    if not sentence.word(owner).endswith("'s") or sentence.is_lower(owner):
        return None
    noun = owner + 1
    while noun < owner + 4 and sentence.tag(noun) in ("JJ", "NN", "JJS", "RBS"):
        noun += 1
    plain = is_plural(sentence.word(noun)) and sentence.is_lower(noun)
    return (
        insertion(sentence, at, "of")
        if plain and sentence.word(at - 1) not in ("-", "no")
        else None
    )


def share_of(sentence: TaggedSentence, at: int) -> Detection | None:
    """``38% older people say``."""
    noun = at + 1
    if _PEOPLE.isdisjoint(sentence.lower[noun : noun + 3]):
        return None
    while noun < at + 3 and sentence.tag(noun) == "JJ":
        noun += 1
    if sentence.word(noun) not in _PEOPLE or sentence.word(at - 1) in ("the", "a", "-"):
        return None
    return insertion(sentence, at, "of")


_PEOPLE = words(
    "people adults voters americans britons women men students workers residents respondents "
    "republicans democrats independents australians canadians parents children teachers customers"
)


def disapprove(sentence: TaggedSentence, at: int) -> Detection | None:
    """``52% disapprove the mayor's work``."""
    if sentence.tag(at + 1) not in _OF_WHOM or not sentence.is_word(at + 1):
        return None
    shares = any(word.endswith("%") or word == "percent" for word in sentence.lower[:at])
    return insertion(sentence, at, "of") if shares else None


_OF_WHOM = ("POS", "DT", "PRP$", "NNP", "WRB")


def list_of(sentence: TaggedSentence, at: int) -> Detection | None:
    """``a list bridges``."""
    noun = sentence.word(at + 1)
    if (
        sentence.word(at - 1) != "a"
        or sentence.tag(at + 1) != "NNS"
        or not sentence.is_lower(at + 1)
    ):
        return None
    plain = tags_of(noun) == ("NNS",) and pair(sentence.word(at), noun) <= 0
    return insertion(sentence, at, "of") if plain else None


def no_longer(sentence: TaggedSentence, at: int) -> Detection | None:
    """``are longer needed``."""
    if sentence.word(at - 1) not in _BE or sentence.tag(at + 1) not in ("VBN", "VBG", "JJ"):
        return None
    return insertion(sentence, at - 1, "no") if sentence.word(at + 1) not in _LASTING else None


_BE = words("is are was were be been")
_LASTING = words("lasting running living serving standing term")


def such_ing(sentence: TaggedSentence, at: int) -> Detection | None:
    """``costs, such moving house``."""
    following = sentence.word(at + 1)
    if not following.endswith("ing") or sentence.word(at - 1) not in (",", "("):
        return None
    plain = sentence.tag(at + 1) == "VBG" and pair("such", following) <= 0
    return insertion(sentence, at, "as") if plain else None


def as_well(sentence: TaggedSentence, at: int) -> Detection | None:
    """``as well the old ones``."""
    following = sentence.word(at + 1)
    if sentence.word(at - 1) != "as" or following == "as" or sentence.word(at - 2) in _MIGHT:
        return None
    tag = sentence.tag(at + 1)
    if tag not in ("DT", "NNS", "PRP$") or following in ("that", "this"):
        return None
    known = tag != "DT" and pair("well", following) > 1
    return None if known else insertion(sentence, at, "as")


_MIGHT = words("just might may could can as")


def in_effort(sentence: TaggedSentence, at: int) -> Detection | None:
    """``in an effort improve``, ``in attempts win``."""
    verb = at + 1
    if not is_base(sentence.word(verb)) or not sentence.is_lower(verb):
        return None
    first = at - 1
    while first > at - 4 and sentence.tag(first) in ("JJ", "NN", "VBN"):
        first -= 1
    if sentence.word(first) in _OPENERS:
        first -= 1
    if sentence.word(first) != "in":
        return None
    object_next = sentence.word(verb + 1) in DETERMINERS
    plain = only_base(sentence.word(verb)) and sentence.tag(verb + 1) in ("NNP", "NNS", "JJ")
    return insertion(sentence, at, "to") if object_next or plain else None


_OPENERS = words("a an his her its their the")


def than(sentence: TaggedSentence, at: int) -> Detection | None:
    """``less ten weeks later``, ``more 200 people``."""
    number = sentence.tokens[at + 1] if at + 1 < len(sentence) else None
    if sentence.word(at + 2) not in _COUNTED or number is None or sentence.tag(at + 1) != "CD":
        return None
    if sentence.word(at - 1) in _NO_THAN or sentence.tag(at - 1) == "CD":
        return None
    big = number.kind is TokenKind.NUMBER and len(number.text) > 1
    return insertion(sentence, at, "than") if sentence.word(at) == "less" or big else None


_COUNTED = words("years months weeks days hours minutes people percent miles men women children")
_NO_THAN = words("no much any some few many one even the still - more less even")

TRIGGERS: dict[str, Detector] = {
    "one": one_of_names,
    "longer": no_longer,
    "such": such_ing,
    "well": as_well,
    **dict.fromkeys(words("effort attempt attempts bid efforts"), in_effort),
    **dict.fromkeys(("less", "more"), than),
    **dict.fromkeys(words("disapprove disapproves disapproved"), disapprove),
    **dict.fromkeys(words("list series range string pair collection batch bunch"), list_of),
}


def by_shape(_shown: str, word: str) -> Detector | None:
    """The detector for percentages."""
    return share_of if word.endswith("%") and word[:1].isdigit() else None
