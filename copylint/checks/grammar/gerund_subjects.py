"""A gerund as subject with a plural verb: closing the schools were wrong."""

from __future__ import annotations

from copylint.checks.grammar.clauses import has_later_verb
from copylint.checks.grammar.number import SINGULAR_BE, singular_verb
from copylint.checks.grammar.subject_verb import RULE
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, correction
from copylint.language.nouns import may_be_plural
from copylint.language.verbs import only_base
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

#: Before one of these a word in -ing has an object, and is not an adjective.
_DETERMINERS = words("the a an this these those all both his her its their our my your")
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_BREAKS = words(", ; : and or nor that which who whom if when where while as than")
_LONGEST = 10


def gerund(sentence: TaggedSentence, at: int) -> Detection | None:
    """``closing the schools were``: the noun before the verb is the gerund's object."""
    last = at - 1
    first = next((each for each in range(min(last, 3)) if sentence.is_word(each)), last)
    # Words before tags: few sentences begin with a gerund.
    if not sentence.word(first).endswith("ing") or last - first > _LONGEST:
        return None
    if sentence.word(first + 1) not in _DETERMINERS or sentence.word(first) in _PREPOSITIONS:
        return None
    right = singular_verb(sentence, at)
    if not right or not sentence.is_lower(last) or sentence.tag(last)[:2] != "NN":
        return None
    if sentence.word(at) in SINGULAR_BE and not may_be_plural(sentence.word(last)):
        return None
    if "VBG" not in tags_of(sentence.word(first)):
        return None
    for each in range(first + 1, at):
        if sentence.word(each) in _BREAKS or sentence.tag(each) in _FINITE:
            return None
        if sentence.tag(each)[:2] == "NN" and sentence.tag(each + 1) in ("DT", "NNP"):
            return None
    if sentence.tag(last - 1) in ("NN", "NNS") and may_be_plural(sentence.word(last)):
        return None  # "Citing the risks officials are": a comma is missing
    if sentence.word(at) not in SINGULAR_BE and has_later_verb(sentence, at):
        return None
    message = f"'{sentence.word(first)} …' takes '{right}'."
    return correction(RULE.id, sentence, at, right, message)


_PREPOSITIONS = words("during including regarding concerning following according excluding barring")

TRIGGERS: dict[str, Detector] = dict.fromkeys(("are", "were", "aren't", "weren't"), gerund)


def by_shape(_shown: str, word: str) -> Detector | None:
    """The detector for plain verbs, which no table can list."""
    return gerund if only_base(word) and word not in (*TRIGGERS, "be", "cannot") else None
