"""Hyphens that a compound before its noun needs, and compounds that are two words as verbs."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, like
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.tokens import HYPHENS, TokenKind
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.hyphen",
    summary="Flags a compound without its hyphens, and a phrasal verb written as one word.",
    why=(
        "A measure or compound before its noun takes hyphens ('a five-year-old boy', 'a long-term "
        "plan'), but not after it ('the boy is five years old'). A verb and its particle are two "
        "words ('to shut down'), the noun is one ('a shutdown')."
    ),
    bad=(
        Bad("A five year old boy won.", "five year old", "A five-year-old boy won."),
        Bad("She signed a 10 year contract.", "10 year", "She signed a 10-year contract."),
        Bad("They have a long term plan.", "long term", "They have a long-term plan."),
        Bad("He is a well known actor.", "well known", "He is a well-known actor."),
        Bad("They will shutdown the plant.", "shutdown", "They will shut down the plant."),
        Bad("The on-going row cost him.", "on-going", "The ongoing row cost him."),
        Bad("In the mean time it rained.", "mean time", "In the meantime it rained."),
    ),
    good=(
        Good("The boy is five years old and well known. In the long term it pays."),
        Good("The shutdown began. She signed for 10 years. It lasted a year."),
        Good("A five-year-old boy has a long-term plan in the mean streets."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)

_UNITS = words(
    "year month week day hour minute second mile metre meter kilometre foot inch yard page acre "
    "storey story"
)
_DETERMINERS = words("a an the his her its their my our your this that each every")
_TENS = words(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)


def _is_hyphen(sentence: TaggedSentence, at: int) -> bool:
    word = sentence.word(at)
    return len(word) == 1 and word in HYPHENS


def _number(sentence: TaggedSentence, at: int) -> bool:
    if at < 0 or at >= len(sentence):
        return False
    token = sentence.tokens[at]
    return sentence.word(at) in _TENS or (
        token.kind is TokenKind.NUMBER and token.text.isdigit() and token.text not in ("1", "0")
    )


def plural_measure(sentence: TaggedSentence, at: int) -> Detection | None:
    """``90-minutes later``: a plural is not part of a compound."""
    if (
        not _is_hyphen(sentence, at - 1)
        or not _number(sentence, at - 2)
        or _is_hyphen(sentence, at - 3)
    ):
        return None
    if sentence.tokens[at - 1].end != sentence.tokens[at].start or _is_hyphen(sentence, at + 1):
        return None
    following = sentence.word(at + 1)
    if following in ("old", "'", "’") or tags_of(following)[:1] in (("NN",), ("NNS",), ("JJ",)):
        return None
    right = f"{sentence.shown(at - 2)} {sentence.shown(at)}"
    return Detection(RULE.id, at - 2, at, (right,), f"Write '{right}' without a hyphen.")


def minute(sentence: TaggedSentence, at: int) -> Detection | None:
    """``a last minute deal``, ``a 10 minute walk``."""
    return compound(sentence, at) or measure(sentence, at)


def measure(sentence: TaggedSentence, at: int) -> Detection | None:
    """``five year old boy``, ``a 10 year contract``; ``at`` is the unit."""
    joined = _is_hyphen(sentence, at - 1)
    number = at - 2 if joined else at - 1
    if not _number(sentence, number) or (
        joined and sentence.tokens[at - 1].end != sentence.tokens[at].start
    ):
        return None
    unit = sentence.shown(at)
    shown = sentence.shown(number)
    if sentence.word(at) in ("year", "month", "week", "day"):
        old = at + 2 if _is_hyphen(sentence, at + 1) else at + 1
        if sentence.word(old) == "old" and not (joined and old == at + 2):
            right = f"{shown}-{unit}-{sentence.shown(old)}"
            return Detection(RULE.id, number, old, (right,), f"Write '{right}'.")
    if joined or sentence.word(number - 1) not in _DETERMINERS or not sentence.is_lower(at):
        return None
    following = sentence.word(at + 1)
    if not sentence.is_lower(at + 1) or sentence.tag(at + 1) not in ("NN", "NNS"):
        return None
    if tags_of(following)[:1] not in (("NN",), ("NNS",)) or sentence.word(at) == "second":
        return None
    right = f"{shown}-{unit}"
    return Detection(RULE.id, number, at, (right,), f"Write '{right} {following}'.")


_COMPOUNDS = {
    "term": words("long short medium near"),
    "time": words("full part"),
    "known": words("well little"),
    "profile": words("high low"),
    "minute": words("last"),
}


def compound(sentence: TaggedSentence, at: int) -> Detection | None:
    """``a long term plan``."""
    first = at - 1
    if (
        sentence.word(first) not in _COMPOUNDS[sentence.word(at)]
        or sentence.word(first - 1) not in _DETERMINERS
    ):
        return None
    following = sentence.word(at + 1)
    if not sentence.is_lower(first) or tags_of(following)[:1] not in (("NN",), ("NNS",)):
        return None
    if not sentence.is_lower(at + 1) or sentence.tag(at + 1) not in ("NN", "NNS"):
        return None
    if following in ("yesterday", "today", "tomorrow", "tonight"):
        return None
    right = f"{sentence.shown(first)}-{sentence.shown(at)}"
    return Detection(RULE.id, first, at, (right,), f"Write '{right} {following}'.")


_PARTICLES = words("down up off out in back over around away")
_JOINED = words(
    "shutdown breakdown crackdown cutoff rollback roundup coverup backup cutback pullout takeover "
    "kickoff layoff lockdown payoff signup slowdown turnaround wakeup walkout buildup cleanup "
    "dropout handout holdup knockout setback shakeup takeoff writeoff logout pushback checkout "
    "login setup phaseout comeback giveaway makeover sellout"
)
_MODALS = words(
    "will would can could should may might must won't wouldn't can't couldn't don't doesn't didn't "
    "shouldn't cannot"
)
_WANT_VERB = words(
    "want wants wanted plan plans planned try tries tried trying able unable going threatened "
    "threatens threatening agreed refused decided effort efforts attempt attempts attempted used "
    "need needs needed how ways way intends intended helped wanting vowed hopes hoping ready order"
)
_STATES = words("is are was were be been being get gets got")
_PARTICIPLES = words("setup shutdown")
_NO_STATE = words("it this that these here there step stage phase part task thing first next")
_NOMINAL = (("NN",), ("NNS",), ("JJ",))
_OBJECTS = words("the a an his her its their our your all any some it them this these those")


# Verbs that open an order, and what shows that they are not nouns.
_ORDERED = words("setup checkout login logout signup backup shutdown cleanup rollback")
_ORDERED_OBJECTS = words("your our the a an this my these those their all")
_AFTER_ORDER = words(", to with and or using on in from as")


def two_words(sentence: TaggedSentence, at: int) -> Detection | None:
    """``to shutdown the``, ``will cutoff``."""
    before, word = sentence.word(at - 1), sentence.word(at)
    orders = sentence.opens(at) or before in ("please", "then")
    asked = before == "please" or sentence.word(at + 1) in _ORDERED_OBJECTS
    if orders and word in _ORDERED and asked:
        return _apart(sentence, at)
    if not sentence.is_lower(at) or "-" in (sentence.word(at + 1), before):
        return None
    if before == "to":
        ahead = sentence.word(at - 2)
        first = sentence.opens(at - 1) and sentence.word(at + 1) in _AFTER_ORDER
        if not first and ahead not in _WANT_VERB and sentence.word(at + 1) not in _OBJECTS:
            return None
    elif before in _STATES and word in _PARTICIPLES:
        # "the account is setup", but "this is setup code" and "the next step is setup"
        if sentence.word(at - 2) in _NO_STATE or tags_of(sentence.word(at + 1))[:1] in _NOMINAL:
            return None
    elif before in _MODALS:
        if before in ("will", "can", "may", "might") and sentence.tag(at - 1) != "MD":
            return None
    else:
        return None
    if sentence.tag(at - 1) == "MD" and sentence.word(at - 2) in (
        "the",
        "a",
        "his",
        "her",
        "their",
    ):
        return None
    return _apart(sentence, at)


def _apart(sentence: TaggedSentence, at: int) -> Detection:
    shown = sentence.shown(at)
    particle = next(each for each in _PARTICLES if shown.endswith(each) and shown != each)
    right = f"{shown[: -len(particle)]} {particle}"
    return Detection(RULE.id, at, at, (right,), f"As a verb, '{right}' is two words.")


def ongoing(sentence: TaggedSentence, at: int) -> Detection | None:
    """``on-going``."""
    if not _is_hyphen(sentence, at - 1) or sentence.word(at - 2) != "on":
        return None
    if sentence.tokens[at - 1].end != sentence.tokens[at].start or _is_hyphen(sentence, at - 3):
        return None
    right = like(sentence.shown(at - 2), "ongoing")
    return Detection(RULE.id, at - 2, at, (right,), "Write 'ongoing' as one word.")


def meantime(sentence: TaggedSentence, at: int) -> Detection | None:
    """``in the mean time``."""
    if sentence.word(at + 1) != "time" or sentence.lower[max(0, at - 2) : at] != ["in", "the"]:
        return None
    if sentence.is_word(at + 2) and sentence.word(at + 2) in ("to", "between", "of", "for"):
        return None
    return Detection(RULE.id, at, at + 1, ("meantime",), "Write 'meantime' as one word.")


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_COMPOUNDS, compound),
    **dict.fromkeys(_UNITS, measure),
    "minute": minute,
    **dict.fromkeys(words("years months weeks days hours minutes miles metres"), plural_measure),
    **dict.fromkeys(_JOINED, two_words),
    "going": ongoing,
    "mean": meantime,
}
