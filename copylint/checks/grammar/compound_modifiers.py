"""Compounds before their noun that lack their hyphens: a long-term plan."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from copylint.checks.grammar.hyphens import DETERMINERS
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, pair
from copylint.core.rule import Bad, Good, Level, Precedence, Rule, Severity
from copylint.language.nouns import MASS
from copylint.language.tokens import HYPHENS
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.compound-hyphen",
    summary="Flags a compound before its noun that lacks its hyphens.",
    why=(
        "A compound takes hyphens before its noun ('a long-term plan', 'a London-based firm'), "
        "but not after it ('in the long term', 'the actor is well known'). Compounds from the "
        "longer list are suggestions."
    ),
    bad=(
        Bad("They have a long term plan.", "long term", "They have a long-term plan."),
        Bad("He is a well known actor.", "well known", "He is a well-known actor."),
        Bad(
            "It was a state of the art stadium.",
            "state of the art",
            "It was a state-of-the-art stadium.",
        ),
        Bad("The London based firm cut jobs.", "London based", "The London-based firm cut jobs."),
    ),
    good=(
        Good("In the long term it pays. The actor is well known, and the firm is based in London."),
        Good("They have a long-term plan for a state-of-the-art stadium."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


_FILE = Path(__file__).parents[2] / "data" / "compound_modifiers.txt"
_NOUNS = ("NN", "NNS")
_NOMINAL = (("NN",), ("NNS",), ("NN", "VB"), ("NN", "VBP"), ("NNS", "VBZ"), ("NN", "JJ"))
# What may precede a compound that precedes its noun.
_BEFORE = words(
    "a an the this these those his her its their our my your some any no every each another "
    "of in for on with from by into as to and or at under through between against about than "
    "many several more most few two three four five six ten such very is are was were be has have "
    "had needs need want wants provide provides offer offers use uses using"
)
_TAGS_BEFORE = frozenset(("JJ", "VBG", "VBD", "VBZ", "VBP", "VB", "CD", "NNP", "RB"))
_ARTICLES = words("a an another each every this that")
# Participles that are active verbs as well, and what makes one a modifier beyond doubt: no
# article comes between it and a noun that needs one.
_FINITE = words("led funded backed owned controlled sponsored run driven approved")
# Words after a noun that are never its verb with a bare noun after it.
_ALWAYS = words("based friendly oriented orientated specific")
_NOT_FIRST = words("more less most least very so too as not also then now well often mostly")
# Nouns that are adjectives or participles first.
_NOUNS_TOO = words("flat run running training building meeting warning feeling hearing living")
_NOT_NOUN = words("one ones on upon in at to for than and or")
_LOOSE = words("in only")
_FIRM = DETERMINERS | words("of with for from many several some any no few two three has have")
# Compounds that hardly any house writes without hyphens before a noun.
_SETTLED = words(
    "built-in floating-point top-level low-level high-level read-only full-stack "
    "domain-specific fine-grained user-defined full-text well-defined well-known well-behaved "
    "well-established well-meaning well-intentioned well-deserved case-by-case "
    "small-scale full-scale up-to-date so-called long-running long-standing long-lasting "
    "long-awaited long-held drop-down comma-separated platform-independent user-facing "
    "state-of-the-art off-the-shelf step-by-step system-wide peer-to-peer day-to-day self-signed "
    "self-contained old-fashioned time-consuming one-off world-class fine-tuned award-winning "
    "thought-provoking mouth-watering far-reaching wide-ranging hard-hitting right-wing left-wing "
    "face-to-face door-to-door head-to-head middle-aged best-known lesser-known "
    "run-of-the-mill record-breaking eco-friendly user-friendly"
)


class _Table(NamedTuple):
    pairs: dict[str, frozenset[str]]
    phrases: dict[str, list[list[str]]]


@cache
def _table() -> _Table:
    pairs: dict[str, frozenset[str]] = {}
    phrases: dict[str, list[list[str]]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        last, colon, firsts = line.partition(": ")
        if line.startswith("#"):
            continue
        if colon:
            pairs[last] = words(firsts)
        else:
            parts = line.split()
            phrases.setdefault(parts[-1], []).append(parts)
    return _Table(pairs, phrases)


def _is_before_noun(line: TaggedSentence, at: int) -> bool:
    """Whether a plain noun follows the word at ``at``, or an adjective and its noun."""
    after = at + 1
    if line.word(after) in _NOT_NOUN or not line.is_lower(after):
        return False
    if line.word(after) in _NOUNS_TOO:
        return True
    if line.tag(after) == "JJ" and tags_of(line.word(after))[:1] == ("JJ",):
        after += 1
    if not line.is_lower(after):
        return False
    tags = tags_of(line.word(after))
    if line.tag(after) not in _NOUNS:
        return tags[:1] == ("NNS",)
    return not tags or tags[0] in _NOUNS


def _found(line: TaggedSentence, first: int, last: int) -> Detection:
    right = "-".join(line.shown(at) for at in range(first, last + 1))
    message = f"Write '{right}' before a noun."
    settled = right.lower() in _SETTLED or (line.word(last) == "based" and last == first + 1)
    severity = Severity.SUGGESTION
    return Detection(RULE.id, first, last, (right,), message, severity, is_certain=settled)


def _is_joined(line: TaggedSentence, at: int) -> bool:
    return line.word(at - 1) in HYPHENS or line.word(at + 1) in HYPHENS


def listed_pair(line: TaggedSentence, at: int) -> Detection | None:
    """``a real time map``, ``an award winning chef``."""
    first = at - 1
    if line.word(first) not in _table().pairs[line.word(at)]:
        return None
    if not (line.is_lower(at) and line.is_word(first)) or _is_joined(line, at):
        return None
    if _is_joined(line, first) or not _is_before_noun(line, at):
        return None
    if not line.opens(first):
        before = line.word(first - 1)
        if before not in _BEFORE and line.tag(first - 1) not in _TAGS_BEFORE:
            return None
        # "was built in stages", "to read only books"
        if line.word(at) in _LOOSE and before not in _FIRM:
            return None
    return _found(line, first, at)


def listed_phrase(line: TaggedSentence, at: int) -> Detection | None:
    """``a state of the art stadium``."""
    for parts in _table().phrases[line.word(at)]:
        first = at - len(parts) + 1
        if first < 0 or line.lower[first : at + 1] != parts or not _is_before_noun(line, at):
            continue
        if _is_joined(line, at) or _is_joined(line, first) or not line.is_lower(at):
            continue
        before = line.word(first - 1)
        if before in _BEFORE or line.tag(first - 1) in ("JJ", "VBG"):
            return _found(line, first, at)
    return None


def noun_and_participle(line: TaggedSentence, at: int) -> Detection | None:
    """``a science based approach``, ``the London based firm``, ``a state funded school``."""
    first, word = at - 1, line.word(at)
    if first < 0 or not line.is_lower(at) or _is_joined(line, at) or _is_joined(line, first):
        return None
    named = line.tag(first) == "NNP" and not line.opens(first)
    if not (line.tag(first) in ("NN", "NNP") or line.opens(first)) or not line.is_word(first):
        return None
    if not named and tags_of(line.word(first))[:1] != ("NN",):
        return None
    if line.word(first) in _NOT_FIRST or not _is_before_noun(line, at):
        return None
    if word == "based" and (
        "on" in line.lower[at + 1 : at + 6] or "upon" in line.lower[at + 1 : at + 6]
    ):
        return None
    before = line.word(first - 1)
    if word in _FINITE:
        noun = line.word(at + 1)
        bare = line.tag(at + 1) == "NN" and noun not in MASS and line.word(at + 2) != "of"
        if not (bare and before in _ARTICLES and not pair(word, noun) > pair(before, noun) + 6):
            return None
        if line.tag(at + 2) in _NOUNS:
            return None
    elif before not in _BEFORE and not line.opens(first) and line.tag(first - 1) != "JJ":
        return None
    return _found(line, first, at)


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
        or sentence.word(first - 1) not in DETERMINERS
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


def _any(line: TaggedSentence, at: int) -> Detection | None:
    """Whichever of the detectors knows the word at ``at``."""
    word, table = line.word(at), _table()
    if word in _COMPOUNDS and (found := compound(line, at)) is not None:
        return found
    if word in table.pairs and (found := listed_pair(line, at)) is not None:
        return found
    if word in table.phrases and (found := listed_phrase(line, at)) is not None:
        return found
    return noun_and_participle(line, at) if word in _FINITE or word in _ALWAYS else None


TRIGGERS: dict[str, Detector] = dict.fromkeys(
    (*_COMPOUNDS, *_table().pairs, *_table().phrases, *_FINITE, *_ALWAYS), _any
)
