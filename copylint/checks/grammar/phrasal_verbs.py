"""Phrasal verbs written as one word, like their nouns: to shutdown."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.phrasal-verb",
    summary="Flags a phrasal verb written as one word.",
    why=("A verb and its particle are two words ('to shut down'); the noun is one ('a shutdown')."),
    bad=(
        Bad("They will shutdown the plant.", "shutdown", "They will shut down the plant."),
        Bad("Please login with your name.", "login", "Please log in with your name."),
        Bad("The account is setup.", "setup", "The account is set up."),
    ),
    good=(
        Good("The shutdown began. The login failed, and the takeover is off."),
        Good("They will shut down the plant and log in again."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)

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


TRIGGERS: dict[str, Detector] = dict.fromkeys(_JOINED, two_words)
