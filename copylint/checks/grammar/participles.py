"""Participles after *have* and *be*: has gone, was sentenced to, has been warned."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import Detector, Line, Slip, correction, pair, triple
from copylint.language.verbs import (
    PLAIN_PAST,
    base_of_past,
    base_of_third,
    is_base,
    only_base,
    participle_of,
)
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

_RULE = "grammar.verb-form"
_OBJECTS_NEXT = words("the a an his her its their my our your them him it us me")
_PERSONS = words("i he she we they it you")
_ADVERBS = words("not also never still then now only always just ever even soon already")
_OPEN_CLAUSE = words(
    "what all everything whatever as than those anyone anything everyone things thing best where "
    "so more only way ones whoever first last much little less"
)
_PREPOSITIONS = words(
    "to by in out for on at from with as up off about against into of over under through"
)


def _skip(line: Line, at: int) -> int:
    """The index of the first token from ``at`` on that is no adverb; two at most are."""
    end = at + 2
    while at < end and (
        line.word(at) in _ADVERBS or (line.word(at).endswith("ly") and not is_base(line.word(at)))
    ):
        at += 1
    return at


def after_have(line: Line, at: int) -> Slip | None:
    """``has went``, ``have not sign a``, ``had be warned``."""
    have = line.word(at)
    verb = at + 1 if have.endswith("n't") else _skip(line, at + 1)
    if not line.is_lower(verb):
        return None
    word = line.word(verb)
    right = ""
    if word in PLAIN_PAST or word == "saw":
        # "I have went" may be how the speaker talks.
        quoted = line.is_quoted(line.tokens[at].start)
        if not quoted and line.is_word(at - 1) and not _ends_clause(line, at):
            right = participle_of(base_of_past(word))
    elif word in ("be", "being"):
        if line.tag(verb + 1) == "VBN" and line.is_word(at - 1) and pair(have, word) < 5:
            right = "been"
    elif word.endswith("s") and verb == at + 1:
        right = _instead_of_third(line, at, verb)
    elif verb > at + 1 or have.endswith("n't"):
        right = _instead_of_base(line, at, verb)
    return correction(_RULE, line, verb, right, f"After '{have}' write '{right}'.")


def _instead_of_third(line: Line, at: int, verb: int) -> str:
    """The participle for ``has calls a``, empty where a noun may be meant."""
    word = line.word(verb)
    if line.word(verb + 1) not in _OBJECTS_NEXT or "VBZ" not in tags_of(word):
        return ""
    right = participle_of(base_of_third(word))
    if pair(line.word(at), word) > 0 or pair(line.word(at), right) < 4 or not line.is_word(at - 1):
        return ""
    nested = line.tag(at - 1)[:2] == "NN" and line.tag(at - 2) == "DT" and at > 2
    if nested and line.tag(at - 3)[:2] == "NN":
        return ""  # "the support a party has determines its seats"
    return right if line.tag(verb) == "VBZ" and not _ends_clause(line, at) else ""


def _instead_of_base(line: Line, at: int, verb: int) -> str:
    """The participle for ``have not sign a``, empty where a noun may be meant."""
    word, have = line.word(verb), line.word(at)
    tags = tags_of(word)
    if "VB" not in tags or line.word(verb - 1) not in ("not", "never", "already", have):
        return ""
    right = participle_of(word)
    if right == word or {"VBN", "VBD"} & set(tags):
        return ""
    if (
        line.word(verb - 1) == "not"
        and word != "have"
        and line.tag(verb) in ("VB", "VBP")
        and line.is_word(verb + 1)
    ):
        return "" if line.opens(at) else right
    if pair(line.word(verb - 1), word) > 3:
        return ""
    if line.word(verb + 1) not in _OBJECTS_NEXT and not only_base(word):
        return ""
    return "" if have == "had" and line.word(at - 1) in ("if", "") else right


def _ends_clause(line: Line, at: int) -> bool:
    """Whether ``have`` may end a relative clause: "the money they had came from"."""
    before = line.word(at - 2)
    if line.word(at - 1) in _PERSONS:
        noun = line.tag(at - 2)[:2] in ("NN", "DT", "JJ", "CD", "WP", "PD")
        return noun or before in ("that", "what", "all", "everything", "than")
    if line.has_before(at, _OPEN_CLAUSE, 6):
        return True
    return (
        at > 2
        and line.tag(at - 1)[:2] == "NN"
        and line.tag(at - 2) in ("DT", "PRP$")
        and line.tag(at - 3)[:2] == "NN"
    )


def after_be(line: Line, at: int) -> Slip | None:
    """``is suppose to``, ``will be influence by``, ``was sentence to``."""
    be = line.word(at)
    verb = _skip(line, at + 1)
    word, following = line.word(verb), line.word(verb + 1)
    if (
        not line.is_lower(verb)
        or word in ("lead", "do", "have", "go")
        or (not line.is_word(verb + 1) and be != "being")
    ):
        return None
    right = ""
    if is_base(word) or tags_of(word) == ("NN",):
        right = participle_of(word) or _regular(word)
        if not right or right == word or line.has_before(at, _DO, 6):
            return None
        if only_base(word) and (following == "by" or (following == "to" and word in _PASSIVE_TO)):
            return correction(_RULE, line, verb, right, f"After '{be}' write '{right}'.")
        if pair(line.word(verb - 1), word) > 0 or following not in _PREPOSITIONS:
            return None
    elif following in ("to", "by") and "VBZ" in tags_of(word) and base_of_third(word):
        right = participle_of(base_of_third(word))  # "was allows to"
        if pair(right, following) < 5 or pair(be, word) > 0 or pair(word, following) > 4:
            return None
        if line.tag(at - 1)[:2] not in ("NN", "PR", "RB", "MD"):
            return None
        return correction(_RULE, line, verb, right, f"After '{be}' write '{right}'.")
    elif be == "being" and base_of_third(word) and line.word(at - 1) in _BE:
        right = participle_of(base_of_third(word))
        if not right or pair(be, word) > 0 or pair(be, right) < 3:
            return None
        return correction(_RULE, line, verb, right, f"After '{be}' write '{right}'.")
    else:
        return None
    if triple(be, right, following) < 2 and (
        pair(line.word(verb - 1), right) < 4 or pair(right, following) < 5
    ):
        return None
    if pair(word, following) > pair(right, following) and not only_base(word):
        return None
    return correction(_RULE, line, verb, right, f"After '{be}' write '{right}'.")


def _regular(word: str) -> str:
    """The regular participle of a word that is met as a noun only, if there is one."""
    return next((f for f in (word + "d", word + "ed") if "VBN" in tags_of(f)), "")


_BE = words("is are was were be been isn't aren't wasn't weren't not now")
_DO = words("do does did done is doing")
_PASSIVE_TO = words(
    "suppose require allow expect oblige compel inspire devote dedicate appoint elect sentence "
    "extradite convert confine entitle intend prepare relate"
)


def after_seem(line: Line, at: int) -> Slip | None:
    """``appears design to``."""
    word, following = line.word(at + 1), line.word(at + 2)
    if not line.is_lower(at + 1) or following not in _PREPOSITIONS or not is_base(word):
        return None
    right = participle_of(word)
    if not right or right == word or pair(line.word(at), word) > 0 or pair(word, following) > 6:
        return None
    if pair(right, following) < 5:
        return None
    return correction(_RULE, line, at + 1, right, f"After '{line.word(at)}' write '{right}'.")


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(words("have has had haven't hasn't hadn't"), after_have),
    **dict.fromkeys(words("appear appears appeared seem seems seemed"), after_seem),
    **dict.fromkeys(
        words("is are was were be been being am isn't aren't wasn't weren't"), after_be
    ),
}
