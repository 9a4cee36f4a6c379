"""Subjects joined by *and*, and parts of several, with singular verbs: Ann and Tom was late."""

from __future__ import annotations

from copylint.checks.grammar.clauses import opens_clause
from copylint.checks.grammar.number import PLURAL_BE, subject_end
from copylint.checks.grammar.persons import is_person
from copylint.checks.grammar.subject_verb import RULE
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, correction
from copylint.language.nouns import may_be_plural
from copylint.language.word_list import words

_PRONOUNS = words("he she i we they you")
_DETERMINERS = words(
    "the his her its their our my your these those two three four several many some"
)
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "CD", "VBN"))
#: "Some of the shops": as many as the shops are.
_SEVERAL = words(
    "some many most all several few both two three four five dozens hundreds thousands"
)
_DEFINITE = words("the these those his her its their our my your")
_MOST = 5


def joined(sentence: TaggedSentence, at: int) -> Detection | None:
    """``he and his wife was``, ``Ann Hale and Tom Brook has``, ``some of the shops was``."""
    last = subject_end(sentence, at)
    if last < 1 or not sentence.is_lower(at):
        return None
    if not (_is_part(sentence, last) or _is_joined(sentence, last)):
        return None
    right = PLURAL_BE[sentence.word(at)]
    return correction(RULE.id, sentence, at, right, f"A plural subject takes '{right}'.")


def _is_part(sentence: TaggedSentence, last: int) -> bool:
    """Whether the subject is "some of the shops": a share of several."""
    if not may_be_plural(sentence.word(last)) or not sentence.is_lower(last):
        return False
    first = last - 1
    while first > last - 4 and sentence.tag(first) in ("JJ", "NN"):
        first -= 1
    if sentence.word(first) not in _DEFINITE or sentence.word(first - 1) != "of":
        return False
    start = first - 2
    return sentence.word(start) in _SEVERAL and opens_clause(sentence, start)


def _is_joined(sentence: TaggedSentence, last: int) -> bool:
    """Whether two persons, or a pronoun or thing and several, are joined by *and*."""
    joint = next((i for i in range(last, max(0, last - _MOST), -1) if _is_and(sentence, i)), 0)
    if not joint or joint == last:
        return False
    if joint + 1 == last and sentence.shown(last) == "I":
        first = joint - 1
        while first > 0 and sentence.tag(first - 1) in (*_NOUNS, "DT", "PRP$"):
            first -= 1
        return opens_clause(sentence, first)
    if _person(sentence, joint + 1, last):
        first = joint - 1
        while first > 0 and joint - first < 3 and sentence.shown(first - 1)[:1].isupper():
            first -= 1
        return _person(sentence, first, joint - 1) and opens_clause(sentence, first)
    if any(
        sentence.tag(each) not in (*_NOUNS, "DT", "PRP$") for each in range(joint + 1, last + 1)
    ):
        return False
    if sentence.word(joint - 1) in _PRONOUNS:
        return opens_clause(sentence, joint - 1) and sentence.word(joint + 1) in _DETERMINERS
    return False


def _is_and(sentence: TaggedSentence, at: int) -> bool:
    return sentence.word(at) == "and"


def _person(sentence: TaggedSentence, first: int, last: int) -> bool:
    """Whether tokens ``first`` to ``last`` name a person, a title or given name first."""
    if not first < last or any(
        not sentence.shown(each)[:1].isupper() for each in range(first, last + 1)
    ):
        return False
    return is_person(sentence, first, last)


TRIGGERS: dict[str, Detector] = dict.fromkeys(
    ("is", "was", "has", "isn't", "wasn't", "hasn't"), joined
)
