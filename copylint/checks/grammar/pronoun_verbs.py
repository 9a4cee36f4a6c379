"""Pronouns and verbs that disagree: he have, they was, it were."""

from __future__ import annotations

from copylint.checks.grammar.clauses import opens_clause
from copylint.checks.grammar.mood import may_be_subjunctive
from copylint.checks.grammar.number import BETWEEN, PLURAL_BE, SINGULAR_BE, singular_verb
from copylint.checks.grammar.tagged_sentence import (
    Detection,
    Detector,
    TaggedSentence,
    correction,
    pair,
    triple,
)
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.verbs import base_of_third
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.pronoun-verb",
    summary="Flags a verb that disagrees with the pronoun before it.",
    why=(
        "'He have' and 'they was' are left behind when a pronoun takes the place of another "
        "subject. The subjunctive ('if it were so') is left alone, and quoted speech gets a "
        "suggestion."
    ),
    bad=(
        Bad("He have a boat.", "have", "He has a boat."),
        Bad("They was late again.", "was", "They were late again."),
        Bad("After the storm it were closed.", "were", "After the storm it was closed."),
        Bad("He haves a boat.", "haves", "He has a boat."),
    ),
    good=(
        Good("If it were so, I wish he were here. She asked that he have a say."),
        Good("Did it have a name? Let it have its way."),
        Good("The gap between haves and have-nots grew."),
        Good("The morning was cold, and the mornings after it were colder."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


_AUXILIARIES = words(
    "do does did don't doesn't didn't can could will would shall should may might must have has "
    "had is are was were let lets let's make makes made making help helps helped see saw watch "
    "heard "
    "cannot can't couldn't won't wouldn't shouldn't isn't wasn't weren't aren't be neither nor"
)
_CLAUSE_STARTS = words(
    'that because but when while although since where why how said says say , ; : – — " “ ( and '
    "so which if though until once whether what after before"
)
_UNMISTAKABLE = words("he she they we")


def pronoun(sentence: TaggedSentence, at: int) -> Detection | None:
    """``he have``, ``they was``, ``it were``."""
    who = sentence.word(at)
    verb_at = at + 1
    if sentence.word(verb_at) in BETWEEN:
        verb_at += 1
    word = sentence.word(verb_at)
    right = _form_for(sentence, at, verb_at)
    if not right or not sentence.is_lower(verb_at):
        return None
    if not _is_subject(sentence, at, who, word):
        return None
    if who in ("he", "she", "it") and may_be_subjunctive(sentence, at, word):
        return None
    if triple(who, sentence.word(verb_at - 1), word) > 2 or pair(who, word) > 7:
        return None
    subject = "I" if who == "i" else who
    return correction(RULE.id, sentence, verb_at, right, f"'{subject}' takes '{right}'.")


def _form_for(sentence: TaggedSentence, at: int, verb: int) -> str:
    """The form of ``verb`` that the pronoun at ``at`` takes, empty if it may be right."""
    who, word = sentence.word(at), sentence.word(verb)
    if who in ("he", "she", "it"):
        right = SINGULAR_BE.get(word, "")
        if not right and (who != "it" or opens_clause(sentence, at)):
            return singular_verb(sentence, verb, surely=True)
        return right
    if who == "i":
        return {"is": "am", "are": "am", "has": "have"}.get(word, "")
    right = PLURAL_BE.get(word, "")
    if (
        not right
        and word != "is"
        and (
            (who in ("they", "we") and tags_of(word) == ("VBZ",))
            or (who == "they" and "VBZ" in tags_of(word))  # "we drinks": a noun may follow "we"
        )
    ):
        return base_of_third(word)
    return right


def _is_subject(sentence: TaggedSentence, at: int, who: str, verb: str) -> bool:
    """Whether the pronoun is surely the whole subject of the verb after it."""
    before = sentence.word(at - 1)
    if who in ("it", "you") and before in _BEFORE_OBJECTS and sentence.tag(at - 2) in _NOUNS:
        return False  # "the mornings after it were colder"
    if who == "you" and before in _BEFORE_OBJECTS:
        return False  # "the time at which I stand before you is"
    if before in ("and", "or", "nor", "&", "than", "as", "/") or before in _AUXILIARIES:
        return False
    if sentence.has_before(at, frozenset(("neither", "nor", "or")), 5):
        return False
    if who == "i":
        plain = sentence.opens(at) or before in _BEFORE_I
        return sentence.tokens[at].text == "I" and plain and sentence.tag(at) == "PRP"
    if who in _UNMISTAKABLE or sentence.opens(at) or before in _CLAUSE_STARTS:
        return not (
            who == "it" and verb in ("have", "do") and sentence.has_before(at, _AUXILIARIES, 4)
        )
    # "what matters to you is": an object may precede the verb.
    return (verb in SINGULAR_BE or verb in PLURAL_BE) and sentence.tag(at - 1) in _NOUNS


_BEFORE_I = frozenset(("and", ",", "but", "that", "because", "as", "what", "which", "when"))
_BEFORE_OBJECTS = frozenset(("before", "after", "since"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(("he", "she", "it", "they", "we", "you", "i"), pronoun),
}
