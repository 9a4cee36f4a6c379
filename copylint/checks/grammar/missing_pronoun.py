"""A pronoun is missing: allows to choose, said hasn't met, announced that would go."""

from __future__ import annotations

from copylint.checks.grammar.frames import insertion
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.verbs import is_base
from copylint.language.word_list import words

RULE = Rule(
    id="grammar.missing-pronoun",
    summary="Flags a missing pronoun as the subject of a clause or the object of a verb.",
    why=(
        "'The tool allows to choose' does not say whom it allows; 'the mayor said hasn't decided' "
        "does not say who has not."
    ),
    bad=(
        Bad(
            "The tool allows to choose a colour.",
            "allows to",
            "The tool allows you to choose a colour.",
        ),
        Bad(
            "The mayor said hasn't decided yet.",
            "said hasn't",
            "The mayor said he hasn't decided yet.",
        ),
        Bad(
            "The firm announced that would close the plant.",
            "that would",
            "The firm announced that it would close the plant.",
        ),
        Bad(
            "The lift makes easy to reach the top.",
            "makes easy",
            "The lift makes it easy to reach the top.",
        ),
        Bad("Close the gate if exists.", "if exists", "Close the gate if it exists."),
    ),
    good=(
        Good("Make easy recipes to share, and see whether what exists works."),
        Good("The tool allows you to choose a colour, and what it said hasn't changed."),
        Good("The firm announced that the plant would close."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


def without_object(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the tool allows to choose``: the object of *allows* is missing."""
    if sentence.word(at + 1) != "to" or not sentence.is_lower(at):
        return None
    verb, before = sentence.word(at + 2), at - 1
    if sentence.word(before) in _NO_OBJECT or not is_base(verb) or verb == "be":
        return None
    if sentence.tag(before) == "RB":
        before -= 1
    if sentence.opens(at) or sentence.word(before) in _PASSIVE:
        return None
    if sentence.tag(before)[:2] not in ("NN", "PR", "MD", "WD", "TO", "VB"):
        return None
    return insertion(RULE.id, sentence, at, "you", "them", "us")


_NO_OBJECT = words("that who not - the a")
_PASSIVE = words("is are was were be been being and then or")
_NEEDS_OBJECT = words("allow allows allowing enable enables enabling permits urging encourages")


def said_not(sentence: TaggedSentence, at: int) -> Detection | None:
    """``said hasn't met``: the subject of *hasn't* is missing."""
    if sentence.word(at + 1) not in _NEGATED or sentence.tag(at - 1) not in _SPEAKERS:
        return None
    if sentence.has_before(at, _RELATIVE, 12) or sentence.is_quoted(sentence.tokens[at].start):
        return None
    return insertion(RULE.id, sentence, at, "he", "she", "it")


_NEGATED = words("doesn't isn't wasn't hasn't won't didn't wouldn't couldn't can't cannot")
_SPEAKERS = ("NNP", "NN", "NNS", "PRP")
_RELATIVE = words("what which that who anything everything things nothing all whatever something")


def announced(sentence: TaggedSentence, at: int) -> Detection | None:
    """``announced that would go``."""
    if sentence.word(at + 1) != "that" or sentence.word(at + 2) not in _AUXILIARIES:
        return None
    return insertion(RULE.id, sentence, at + 1, "it", "he", "she")


_ANNOUNCED = words("announced announces announcing announce")
_AUXILIARIES = words("was were will would has had won't wasn't plans")


def that_thinks(sentence: TaggedSentence, at: int) -> Detection | None:
    """``added that believes``."""
    if sentence.word(at - 1) not in _SAID or sentence.word(at + 1) not in _THINKS:
        return None
    return insertion(RULE.id, sentence, at, "he", "she", "it")


_SAID = _ANNOUNCED | words(
    "said says added adds claimed claims believes insisted denied argued told"
)
_THINKS = words(
    "believes thinks wants hopes plans expects intends feels knows believed wanted hoped thought "
    "intended doubts supports opposes"
)

_MAKE = words("makes make making")
_GRADED = words(
    "easy easier possible hard harder difficult impossible simple simpler trivial useful"
)


def make_it(sentence: TaggedSentence, at: int) -> Detection | None:
    """``makes easy to find``: the object of *makes* is missing."""
    if sentence.word(at + 1) not in _GRADED or sentence.word(at + 2) not in ("to", "for"):
        return None
    if sentence.has_before(at, _RELATIVE | {"which"}, 8):
        return None
    return insertion(RULE.id, sentence, at, "it")


def if_exists(sentence: TaggedSentence, at: int) -> Detection | None:
    """``delete the file if exists``: the subject of *exists* is missing."""
    if sentence.word(at + 1) not in _HAPPENS or not sentence.is_lower(at + 1):
        return None
    if sentence.word(at + 2) not in _ENDS and at + 2 < len(sentence):
        return None
    return insertion(RULE.id, sentence, at, "it")


_HAPPENS = words("exists happens fails works matches succeeds occurs")
_ENDS = words(". , ; : ) in on at and")

TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_MAKE, make_it),
    **dict.fromkeys(("if", "when", "where"), if_exists),
    **dict.fromkeys(_NEEDS_OBJECT, without_object),
    "that": that_thinks,
    **dict.fromkeys(("said", "says"), said_not),
    **dict.fromkeys(_ANNOUNCED, announced),
}
