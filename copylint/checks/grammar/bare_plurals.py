"""Plurals without a determiner, and numbered ones, with singular verbs: prices was, two men has."""

from __future__ import annotations

from copylint.checks.grammar.clauses import has_later_verb, opens_clause
from copylint.checks.grammar.number import BETWEEN, PLURAL_BE
from copylint.checks.grammar.subject_verb import RULE
from copylint.checks.grammar.tagged_sentence import (
    Detection,
    Detector,
    TaggedSentence,
    correction,
    pair,
)
from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.nouns import may_be_plural, singular_of
from copylint.language.tokens import TokenKind
from copylint.language.verbs import base_of_third
from copylint.language.word_list import listed, words
from copylint.language.word_tags import tags_of

_PERSONS = words("men women children people")
_NUMBERS = words("two three four five six seven eight nine ten eleven twelve twenty dozens")
_QUANTIFIERS = words("some many most all both several few other various more")
_ABOUT = words(
    "some about around almost nearly over than least to the his her their these those all"
)
_BEFORE_ABOUT = words("more fewer less at up")
#: A form of *be* before one of these kinds of words is not an equation of two nouns.
_PREDICATES = frozenset(("VBN", "VBG", "JJ", "JJR", "VBD"))
_AFTER_VERB = frozenset(("DT", "PRP", "PRP$", "IN", "TO", "VBN", "RB", "JJ", "JJR", "CD"))
_MOST = 4


def plural(sentence: TaggedSentence, at: int) -> Detection | None:
    """``prices was higher``, ``officials says that``, ``some 200 homes was flooded``."""
    head = at - 2 if sentence.word(at - 1) in BETWEEN else at - 1
    if head < 0 or not sentence.is_lower(at) or not _is_plural(sentence, head):
        return None
    first, numbered = _start(sentence, head)
    if first is None or not _opens(sentence, first):
        return None
    word = sentence.word(at)
    right = PLURAL_BE.get(word) or base_of_third(word)
    if not right or sentence.tag(at) not in ("VBZ", "VBD"):
        return None
    if sentence.word(at + 1) == "that" and "NNS" in tags_of(word) and head == at - 1 == 0:
        return None  # "Flags ranges that run backwards": a summary without its subject
    if not _takes_predicate(sentence, at, numbered=numbered) or _may_be_title(
        sentence, first, head
    ):
        return None
    message = f"'{sentence.word(head)}' takes '{right}'."
    if head == at - 1:
        return Detection(RULE.id, head, at, (f"{sentence.shown(head)} {right}",), message)
    return correction(RULE.id, sentence, at, right, message)


def _opens(sentence: TaggedSentence, first: int) -> bool:
    """Whether the phrase from ``first`` on is the subject of a clause: of a conditional, say."""
    return opens_clause(sentence, first) or sentence.word(first - 1) in _CONDITIONS


_CONDITIONS = words("if unless until once whether")


def _is_plural(sentence: TaggedSentence, at: int) -> bool:
    word = sentence.word(at)
    if word not in _PERSONS and not may_be_plural(word):
        return False
    return sentence.is_lower(at) or sentence.opens(at)


def _start(sentence: TaggedSentence, head: int) -> tuple[int | None, bool]:
    """The first token of the phrase that ends at ``head``, and whether a number is in it."""
    first, numbered = head, False
    while first > max(0, head - _MOST) and _modifies(sentence, first - 1):
        first -= 1
    if first and _is_number(sentence, first - 1):
        numbered = True
        first -= 1
        if first and sentence.word(first - 1) in _ABOUT:
            first -= 1
            if first and sentence.word(first - 1) in _BEFORE_ABOUT:
                first -= 1
    elif first and sentence.word(first - 1) in _QUANTIFIERS:
        first -= 1
    if any(sentence.word(each).endswith("ing") for each in range(first, head)):
        return None, numbered  # "eating vegetables is"
    return first, numbered


def _modifies(sentence: TaggedSentence, at: int) -> bool:
    """Whether the word is an adjective, or a noun in lower case or at the start of the sentence."""
    if not sentence.is_word(at) or not (sentence.is_lower(at) or sentence.opens(at)):
        return False
    if sentence.word(at) in _QUANTIFIERS or sentence.word(at) in _NUMBERS:
        return False
    return tags_of(sentence.word(at))[:1] in (("JJ",), ("NN",))


def _is_number(sentence: TaggedSentence, at: int) -> bool:
    token = sentence.tokens[at]
    if token.kind is TokenKind.NUMBER:
        return token.text.replace(",", "").isdigit() and token.text != "1"
    return sentence.word(at) in _NUMBERS


def _takes_predicate(sentence: TaggedSentence, at: int, *, numbered: bool) -> bool:
    """Whether what follows the verb makes it the verb of these things, not of a name or a sum."""
    word, after = sentence.word(at), at + 1
    if word in ("has", "does", "hasn't", "doesn't"):
        return sentence.tag(after) in ("VBN", "VBD", "RB", "DT", "TO", "JJ", "NNS", "VB", "PRP$")
    if word not in PLURAL_BE:
        if pair(sentence.word(at - 1), word) > 0:
            return False
        if "NNS" in tags_of(word) and has_later_verb(sentence, at):
            return False
        return sentence.tag(after) in _AFTER_VERB or sentence.word(after) in (".", ",", "that")
    while sentence.word(after) in BETWEEN or sentence.word(after) in ("not", "being"):
        after += 1
    if sentence.word(after) == "at" and sentence.word(after + 1) in ("risk", "stake"):
        return True
    if numbered and sentence.tag(after) in ("JJ", "JJR"):
        return False  # "three men is enough"
    return sentence.tag(after) in _PREDICATES and sentence.word(after) not in (
        "called",
        "named",
        "known",
    )


def _may_be_title(sentence: TaggedSentence, first: int, head: int) -> bool:
    """Whether a single capitalised word may be a name: *Friends is*, *Boots has*."""
    if first != head or sentence.is_lower(head):
        return False
    if singular_of(sentence.word(head)) in listed("person-nouns"):
        return False  # Farmers is a place, but farmers are many more
    shown = sentence.shown(head)
    if sentence.count(shown) > 1 or sentence.word(head) in _PRODUCTS:
        return True
    entry = Lexicon.shared().entry(shown)
    return entry is not None and bool(entry.kinds & (Kinds.ORGANISATION | Kinds.PLACE))


#: Plurals that are names of one thing more often than of several.
_PRODUCTS = words("rails windows pages numbers notes maps docs teams sheets slides friends cats")

TRIGGERS: dict[str, Detector] = dict.fromkeys(PLURAL_BE, plural)


def by_shape(_shown: str, word: str) -> Detector | None:
    """The detector for other verbs in the third person, which no table can list."""
    if word in PLURAL_BE or not word.endswith("s") or "VBZ" not in tags_of(word):
        return None
    return plural
