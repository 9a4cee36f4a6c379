"""Nouns that are not counted: informations, many advice, an equipment, these furniture."""

from __future__ import annotations

from copylint.checks.grammar.determiners import ends_phrase
from copylint.checks.grammar.number import SINGULAR_BE
from copylint.checks.grammar.tagged_sentence import (
    Detection,
    Detector,
    TaggedSentence,
    correction,
    like,
)
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.nouns import MASS
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.mass-noun",
    summary="Flags a noun without a plural that is counted.",
    why=(
        "'Informations' and 'an advice' are not English: such nouns take neither a plural nor "
        "'a', and 'many' becomes 'much'."
    ),
    bad=(Bad("They asked for informations.", "informations", "They asked for information."),),
    good=(Good("They asked for information. An information desk is by the door."),),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)

#: Plurals that are another word or a verb as well.
_ALSO_OTHER = words("evidences musics weathers progresses trashes")
_PLURALS = {f"{noun}s": noun for noun in MASS if noun[-1] not in "sy"} | {
    "machineries": "machinery"
}


def plural(sentence: TaggedSentence, at: int) -> Detection | None:
    """``informations``, ``two equipments``, ``many advices are``."""
    word = sentence.word(at)
    if (
        not sentence.is_lower(at)
        or sentence.word(at + 1) in ("-", "'", "’")
        or sentence.word(at - 1) == "-"
    ):
        return None
    noun = _PLURALS[word]
    verb = sentence.word(at + 1)
    message = f"'{noun}' has no plural."
    if verb in SINGULAR_BE and verb != "do":
        right = f"{noun} {SINGULAR_BE[verb]}"
        return Detection(RULE.id, at, at + 1, (right,), message, is_certain=True)
    found = correction(RULE.id, sentence, at, noun, message)
    return found and found._replace(is_certain=True)


_COUNTS = {"many": "much", "few": "little", "fewer": "less", "these": "this", "those": "that"}


def counted(sentence: TaggedSentence, at: int) -> Detection | None:
    """``many information``, ``these equipment``."""
    word = sentence.word(at)
    noun = at + 1
    while noun < at + 3 and tags_of(sentence.word(noun))[:1] == ("JJ",):
        noun += 1
    if (
        sentence.word(noun) not in MASS
        or not sentence.is_lower(noun)
        or not ends_phrase(sentence, noun + 1)
    ):
        return None
    if sentence.word(noun + 1) in ("and", "or") or sentence.word(at - 1) in ("of", "or", "a"):
        return None
    right, verb = _COUNTS[word], sentence.word(noun + 1)
    message = f"'{sentence.word(noun)}' cannot be counted; write '{right}'."
    if verb in SINGULAR_BE and noun == at + 1:
        text = f"{right} {sentence.shown(noun)} {SINGULAR_BE[verb]}"
        return Detection(RULE.id, at, noun + 1, (like(sentence.shown(at), text),), message)
    return correction(RULE.id, sentence, at, right, message)


def one(sentence: TaggedSentence, at: int) -> Detection | None:
    """``an information``, ``a new equipment``: if the phrase ends with the noun."""
    noun = at + 1
    while noun < at + 3 and tags_of(sentence.word(noun))[:1] == ("JJ",):
        noun += 1
    if sentence.word(noun) not in MASS - _SOMETIMES_ONE or not sentence.is_lower(noun):
        return None
    if (
        sentence.shown(at) not in ("a", "an", "A", "An")
        or sentence.word(noun + 1) not in _AFTER_ONE
    ):
        return None
    message = f"'{sentence.word(noun)}' cannot be counted; leave out '{sentence.word(at)}'."
    kept = sentence.text[sentence.tokens[at + 1].start : sentence.tokens[noun].end]
    return Detection(RULE.id, at, noun, (like(sentence.shown(at), kept), f"some {kept}"), message)


#: "A great knowledge of", "a silence, a darkness", "a new music": one kind of it.
_SOMETIMES_ONE = words(
    "knowledge music darkness happiness patience enjoyment laughter warmth slang malware weather "
    "evidence leisure underwear poverty"
)
_AFTER_ONE = words(". , ; ? ! on about for in from that which to is was has")

TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_PLURALS.keys() - _ALSO_OTHER, plural),
    **dict.fromkeys(_COUNTS, counted),
    "a": one,
    "an": one,
}
