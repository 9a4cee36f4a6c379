"""The articles and the nouns after them: a women, a new inquiries, the attacked took."""

from __future__ import annotations

from copylint.checks.grammar.determiners import RULE, ends_phrase
from copylint.checks.grammar.tagged_sentence import (
    Detection,
    Detector,
    TaggedSentence,
    correction,
    pair,
)
from copylint.language.nouns import COLLECTIVE, is_plural, may_be_plural, singular_of
from copylint.language.verbs import base_of_past, base_of_third, past_like
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of


def indefinite(sentence: TaggedSentence, at: int) -> Detection | None:
    """``a women``, ``a wide-ranging inquiries into``."""
    if not _is_article(sentence, at) or sentence.word(at + 1) in _QUANTIFIERS:
        return None
    if sentence.word(at + 1) == "whole" and sentence.word(at - 1) == "as":
        return None
    if (detection := past_for_noun(sentence, at)) is not None:
        return detection
    noun = _past_modifiers(sentence, at + 1)
    word = sentence.word(noun)
    if not may_be_plural(word) or word in COLLECTIVE or not sentence.is_lower(noun):
        return None
    following = sentence.word(noun + 1)
    if following in ("'", "’", "-"):
        return None
    named = not sentence.is_lower(noun - 1) and sentence.tag(noun - 1) == "NNP"
    if following in ("and", "or", ","):
        if noun != at + 1 or following != "," or not is_plural(word):
            return None
    elif named and sentence.tag(noun + 1) == "VBZ":
        pass  # "a Reuters reporters asks"
    elif not ends_phrase(sentence, noun + 1) and following not in _TIMES:
        return None
    before = tags_of(sentence.word(noun - 1))
    may_be_verb = "NN" in before and "VBZ" in tags_of(word)
    if before[:1] == ("NN",):
        may_be_verb = may_be_verb or bool(base_of_third(word))
        if following in _FINITE:
            return None  # "a risk prices are"
    if may_be_verb and sentence.word(at - 1) not in _NO_CLAUSE:
        return None  # "when a server crashes"
    if noun == at + 1 and pair(sentence.word(at), word) > 2.5:
        return None  # slips of the counted copy itself: "a women" is there now and then
    if sentence.tag(at) != "DT" or sentence.tag(noun) != "NNS":
        return None
    if any(sentence.tag(each)[:2] not in _MODIFIER_TAGS for each in range(at + 1, noun)):
        return None
    right = singular_of(word)
    return correction(
        RULE.id, sentence, noun, right, f"After '{sentence.word(at)}' write '{right}'."
    )


def past_for_noun(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the attacked took``: a past form where the noun is meant."""
    noun = at + 1
    if tags_of(sentence.word(noun))[:1] in (("JJ",), ("VBN",)) and past_like(
        sentence.word(noun + 1)
    ):
        noun += 1
    word, following = sentence.word(noun), sentence.word(noun + 1)
    if not past_like(word) or not sentence.is_lower(noun):
        return None
    base = base_of_past(word)
    if "NN" not in tags_of(base) or pair("the", base) < 3 + pair(sentence.word(at), word):
        return None
    if noun > at + 1:
        if following != "in" or pair(base, "in") < 4 or sentence.word(noun - 1) in ("most", "more"):
            return None
    elif following not in _SINGULAR_VERBS and (
        sentence.tag(noun + 1) != "VBD" or not {"VBD"} & set(tags_of(following))
    ):
        return None
    return correction(RULE.id, sentence, noun, base, f"After '{sentence.word(at)}' write '{base}'.")


_SINGULAR_VERBS = words("is was has will would")


def _past_modifiers(sentence: TaggedSentence, at: int) -> int:
    """The index of the noun that ends the phrase, past adjectives, compounds, then nouns."""
    end = min(at + 6, len(sentence) - 1)
    while at < end and _is_modifier(sentence, at):
        at += 1
    named = at
    while (
        at < end
        and sentence.is_word(at)
        and not sentence.is_lower(at)
        and sentence.tag(at) == "NNP"
    ):
        at += 1
    if at > named:
        return at
    while at < end and sentence.is_lower(at) and tags_of(sentence.word(at))[:1] == ("NN",):
        if sentence.word(at) in _QUANTIFIERS:
            break
        at += 1
    return at


#: After one of these an article begins no clause: "of a data structures".
_NO_CLAUSE = words(
    "of in with for from by on at into using is was be has have had needs need uses use create"
)


_TIMES = words("early late next last yesterday today tomorrow earlier later much")


_MODIFIER_TAGS = ("JJ", "NN", "VB", "HY", "RB", "AF", "IN", ":", "CD")


def _is_modifier(sentence: TaggedSentence, at: int) -> bool:
    """Whether the word at ``at`` is an adjective or part of a hyphenated compound."""
    if "-" in (sentence.word(at), sentence.word(at + 1), sentence.word(at - 1)):
        return not any(char.isdigit() for char in sentence.word(at))
    if not sentence.is_lower(at) or sentence.word(at) in _QUANTIFIERS:
        return False
    return tags_of(sentence.word(at))[:1] == ("JJ",)


def _is_article(sentence: TaggedSentence, at: int) -> bool:
    shown = sentence.shown(at)
    if (
        at
        and sentence.tokens[at - 1].end == sentence.tokens[at].start
        and sentence.word(at - 1) in _JOINS
    ):
        return False  # "Costa-a-Mar", ".a files"
    return shown in ("a", "an") or (shown in ("A", "An") and sentence.opens(at))


_JOINS = words("- . / _ @ & '")


_QUANTIFIERS = words(
    "few great good many dozen hundred couple further record thousand million billion half quarter "
    "lot bit more less number variety range series total combined half-dozen little pair host"
)

_FINITE = words("is are was were has have had will would can could may should")

TRIGGERS: dict[str, Detector] = {
    "the": past_for_noun,
    "a": indefinite,
    "an": indefinite,
}
