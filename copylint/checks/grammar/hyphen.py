"""Hyphens that a compound before its noun needs, and compounds that are two words as verbs."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import Detector, Line, Slip, like
from copylint.core.rule import Bad, Good, Level, Rule
from copylint.language.tokens import HYPHENS, TokenKind
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.hyphen",
    summary="A compound without its hyphens, or one word where a verb is two.",
    why=(
        "A measure or compound that stands before its noun is joined (a five-year-old boy, a "
        "long-term plan), and is not after it (the boy is five years old, well known). A verb "
        "and its particle are two words (to shut down), the noun is one (a shutdown)."
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


def _is_hyphen(line: Line, at: int) -> bool:
    word = line.word(at)
    return len(word) == 1 and word in HYPHENS


def _number(line: Line, at: int) -> bool:
    if at < 0 or at >= len(line):
        return False
    token = line.tokens[at]
    return line.word(at) in _TENS or (
        token.kind is TokenKind.NUMBER and token.text.isdigit() and token.text not in ("1", "0")
    )


def plural_measure(line: Line, at: int) -> Slip | None:
    """``90-minutes later``: a plural is no part of a compound."""
    if not _is_hyphen(line, at - 1) or not _number(line, at - 2) or _is_hyphen(line, at - 3):
        return None
    if line.tokens[at - 1].end != line.tokens[at].start or _is_hyphen(line, at + 1):
        return None
    following = line.word(at + 1)
    if following in ("old", "'", "’") or tags_of(following)[:1] in (("NN",), ("NNS",), ("JJ",)):
        return None
    right = f"{line.shown(at - 2)} {line.shown(at)}"
    return Slip(RULE.id, at - 2, at, (right,), f"Write '{right}' without a hyphen.")


def minute(line: Line, at: int) -> Slip | None:
    """``a last minute deal``, ``a 10 minute walk``."""
    return compound(line, at) or measure(line, at)


def measure(line: Line, at: int) -> Slip | None:
    """``five year old boy``, ``a 10 year contract``; ``at`` is the unit."""
    joined = _is_hyphen(line, at - 1)
    number = at - 2 if joined else at - 1
    if not _number(line, number) or (joined and line.tokens[at - 1].end != line.tokens[at].start):
        return None
    unit = line.shown(at)
    shown = line.shown(number)
    if line.word(at) in ("year", "month", "week", "day"):
        old = at + 2 if _is_hyphen(line, at + 1) else at + 1
        if line.word(old) == "old" and not (joined and old == at + 2):
            right = f"{shown}-{unit}-{line.shown(old)}"
            return Slip(RULE.id, number, old, (right,), f"Write '{right}'.")
    if joined or line.word(number - 1) not in _DETERMINERS or not line.is_lower(at):
        return None
    following = line.word(at + 1)
    if not line.is_lower(at + 1) or line.tag(at + 1) not in ("NN", "NNS"):
        return None
    if tags_of(following)[:1] not in (("NN",), ("NNS",)) or line.word(at) == "second":
        return None
    right = f"{shown}-{unit}"
    return Slip(RULE.id, number, at, (right,), f"Write '{right} {following}'.")


_COMPOUNDS = {
    "term": words("long short medium near"),
    "time": words("full part"),
    "known": words("well little"),
    "profile": words("high low"),
    "minute": words("last"),
}


def compound(line: Line, at: int) -> Slip | None:
    """``a long term plan``."""
    first = at - 1
    if (
        line.word(first) not in _COMPOUNDS[line.word(at)]
        or line.word(first - 1) not in _DETERMINERS
    ):
        return None
    following = line.word(at + 1)
    if not line.is_lower(first) or tags_of(following)[:1] not in (("NN",), ("NNS",)):
        return None
    if not line.is_lower(at + 1) or line.tag(at + 1) not in ("NN", "NNS"):
        return None
    if following in ("yesterday", "today", "tomorrow", "tonight"):
        return None
    right = f"{line.shown(first)}-{line.shown(at)}"
    return Slip(RULE.id, first, at, (right,), f"Write '{right} {following}'.")


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


def two_words(line: Line, at: int) -> Slip | None:
    """``to shutdown the``, ``will cutoff``."""
    before, word = line.word(at - 1), line.word(at)
    if not line.is_lower(at) or "-" in (line.word(at + 1), before):
        return None
    if before == "to":
        ahead = line.word(at - 2)
        if ahead not in _WANT_VERB and line.word(at + 1) not in _OBJECTS:
            return None
    elif before in _STATES and word in _PARTICIPLES:
        # "the account is setup", but "this is setup code" and "the next step is setup"
        if line.word(at - 2) in _NO_STATE or tags_of(line.word(at + 1))[:1] in _NOMINAL:
            return None
    elif before in _MODALS:
        if before in ("will", "can", "may", "might") and line.tag(at - 1) != "MD":
            return None
    else:
        return None
    if line.tag(at - 1) == "MD" and line.word(at - 2) in ("the", "a", "his", "her", "their"):
        return None
    particle = next(each for each in _PARTICLES if word.endswith(each) and word != each)
    right = f"{word[: -len(particle)]} {particle}"
    return Slip(RULE.id, at, at, (right,), f"As a verb, '{right}' is two words.")


def ongoing(line: Line, at: int) -> Slip | None:
    """``on-going``."""
    if not _is_hyphen(line, at - 1) or line.word(at - 2) != "on":
        return None
    if line.tokens[at - 1].end != line.tokens[at].start or _is_hyphen(line, at - 3):
        return None
    right = like(line.shown(at - 2), "ongoing")
    return Slip(RULE.id, at - 2, at, (right,), "Write 'ongoing' as one word.")


def meantime(line: Line, at: int) -> Slip | None:
    """``in the mean time``."""
    if line.word(at + 1) != "time" or line.lower[max(0, at - 2) : at] != ["in", "the"]:
        return None
    if line.is_word(at + 2) and line.word(at + 2) in ("to", "between", "of", "for"):
        return None
    return Slip(RULE.id, at, at + 1, ("meantime",), "Write 'meantime' as one word.")


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_COMPOUNDS, compound),
    **dict.fromkeys(_UNITS, measure),
    "minute": minute,
    **dict.fromkeys(words("years months weeks days hours minutes miles metres"), plural_measure),
    **dict.fromkeys(_JOINED, two_words),
    "going": ongoing,
    "mean": meantime,
}
