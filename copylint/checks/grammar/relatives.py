"""Relative clauses: people who thinks, rules which is, a rule that banning."""

from __future__ import annotations

from copylint.checks.grammar.number import MEN, PLURAL_BE, SINGULAR_BE
from copylint.checks.grammar.tagged_sentence import Detector, Line, Slip, correction
from copylint.language.nouns import COLLECTIVE, is_plural, may_be_singular
from copylint.language.verbs import base_of_gerund, base_of_third, only_base, third_of
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

_RULE = "grammar.agreement"


def who(line: Line, at: int) -> Slip | None:
    """``the man who have``, ``people who has``."""
    word = line.word(at + 1)
    noun = line.word(at - 1)
    if not line.is_lower(at - 1) or line.is_quoted(line.tokens[at].start):
        return None
    if word in SINGULAR_BE and word != "do":
        if not may_be_singular(noun) or noun in COLLECTIVE:
            return None
        first = at - 2
        while first > at - 4 and tags_of(line.word(first))[:1] == ("JJ",):
            first -= 1
        if line.word(first) not in ("a", "an", "the", "every", "another"):
            return None
        if line.word(first - 1) in ("and", "or", ",") or line.tag(first - 1) == "IN":
            return None
        right = SINGULAR_BE[word]
    elif word in PLURAL_BE:
        if not (is_plural(noun) or noun in MEN) or line.has_before(at, _SOMEONE, 9):
            return None
        if line.tag(at - 1) != "NNS" or line.word(at - 2) in ("that", "which", "to"):
            return None
        right = PLURAL_BE[word]
    else:
        return relative(line, at)
    return correction(_RULE, line, at + 1, right, f"'{noun} who' takes '{right}'.")


_SOMEONE = words("one only each every a someone anyone somebody")


def relative(line: Line, at: int) -> Slip | None:
    """``people who thinks``, ``a plan that allow``, ``the rules which is``."""
    noun, word = line.word(at - 1), line.word(at + 1)
    if not line.is_lower(at - 1) or line.is_quoted(line.tokens[at].start):
        return None
    if is_plural(noun) or noun == "people":
        right = PLURAL_BE.get(word) or (base_of_third(word) if _is_third(line, at + 1) else "")
        if not right or line.tag(at - 1) != "NNS":
            return None
        first = at - 2
        while first > at - 5 and line.tag(first) in ("JJ", "NNP"):
            first -= 1
        opens = line.word(first) in _OPENS_PLURAL or line.tag(first) in ("CD", "VBZ", "VBD")
        if not opens or line.has_before(at, _ONE, 9):
            return None
        if line.word(first) in ("the", "these", "those") and line.tag(first - 1) == "IN":
            return None
    elif may_be_singular(noun) and noun not in COLLECTIVE:
        right = SINGULAR_BE.get(word) or (
            third_of(word) if only_base(word) and word not in ("be", "cannot") else ""
        )
        if not right or line.tag(at - 1) != "NN" or line.tag(at + 1) not in ("VBP", "VB"):
            return None
        first = at - 2
        while first > at - 5 and tags_of(line.word(first))[:1] in (("JJ",), ("NN",)):
            first -= 1
        if line.word(first) not in ("a", "an", "another", "every"):
            return None
        if line.has_before(at, _LIST, 12):
            return None
        if line.tag(first - 1) == "IN" and "NNS" in line.tags[max(0, first - 6) : first]:
            return None  # "lines on a page that show"
    else:
        return None
    return correction(_RULE, line, at + 1, right, f"'{noun} {line.word(at)}' takes '{right}'.")


def _is_third(line: Line, at: int) -> bool:
    """Whether a verb in the third person singular stands at ``at``."""
    tags = tags_of(line.word(at))
    return tags == ("VBZ",) or (
        "VBZ" in tags and line.tag(at) == "VBZ" and line.tag(at + 1) in ("DT", "JJR", "TO", "PRP")
    )


_OPENS_PLURAL = words("the these those some many several for to with about")
_ONE = words("one only each every a an someone anyone somebody it what group set")
_LIST = words(
    "and or of , recommend propose proposed demand insist require requires required recommended "
    "suggest suggested"
)


def gerund(line: Line, at: int) -> Slip | None:
    """``a rule that banning the sale``: no verb follows in the clause."""
    word, noun = line.word(at + 1), line.word(at - 1)
    if tags_of(word)[:1] != ("VBG",) or not line.is_lower(at + 1) or not line.is_lower(at - 1):
        return None
    if line.tag(at - 1) != "NN" or noun in _OF_CLAUSES or line.tag(at + 1) != "VBG":
        return None
    if not line.has_before(at - 1, _ARTICLES, 4):
        return None
    end = at + 2
    while end < len(line) and line.word(end) not in _STOPS:
        if not _FINITE_TAGS.isdisjoint(tags_of(line.word(end))):
            return None
        end += 1
    third = third_of(base_of_gerund(word))
    return correction(_RULE, line, at + 1, third, f"Write '{noun} that {third}'.")


_ARTICLES = words("a an the")
_STOPS = words(". , ; ? ! : – —")
_FINITE_TAGS = frozenset(("VBZ", "VBD", "VBP", "MD", "PRPV"))
#: Nouns after which "that" opens a clause of what is said or thought.
_OF_CLAUSES = words(
    "time fact idea view belief claim notion argument evidence concern fear hope assumption point "
    "way reason conclusion suggestion sense theory concept impression statement warning principle"
)


def whom(line: Line, at: int) -> Slip | None:
    """``whom is``."""
    if line.tag(at - 1) in ("IN", "TO") or line.word(at - 1) in ("of", "and"):
        return None
    if line.word(at + 1) not in _FINITE:
        return None
    return correction(_RULE, line, at, "who", "Write 'who': it is the subject here.")


_FINITE = words("is are was were has have had will would can could may might should says said")


def him_and(line: Line, at: int) -> Slip | None:
    """``said that him and Ann met``."""
    if line.word(at - 1) not in _OPENS_CLAUSE or line.word(at + 1) != "and":
        return None
    for each in range(at + 2, min(at + 6, len(line))):
        if line.tag(each) in ("VBD", "VBP", "MD"):
            right = _SUBJECT_FORMS[line.word(at)]
            return correction(_RULE, line, at, right, f"Write '{right}': it is the subject here.")
        if line.tag(each)[:2] not in ("NN", "PR", "DT", "``"):
            return None
    return None


_OPENS_CLAUSE = words("that because when if while where after before")
_SUBJECT_FORMS = {"him": "he", "them": "they", "me": "I", "us": "we"}


def _that(line: Line, at: int) -> Slip | None:
    return relative(line, at) or gerund(line, at)


TRIGGERS: dict[str, Detector] = {
    "who": who,
    "which": relative,
    "that": _that,
    "whom": whom,
    **dict.fromkeys(_SUBJECT_FORMS, him_and),
}
