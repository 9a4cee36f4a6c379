"""Determiners and the nouns after them: these documents, a woman, one of the reasons."""

from __future__ import annotations

from copylint.checks.grammar.clauses import opens_clause
from copylint.checks.grammar.tagged_sentence import (
    Detection,
    Detector,
    TaggedSentence,
    correction,
    pair,
)
from copylint.language.nouns import (
    COLLECTIVE,
    counted_nouns,
    is_plural,
    is_singular,
    may_be_plural,
    may_be_singular,
    plural_of,
    singular_of,
)
from copylint.language.verbs import base_of_past, base_of_third, past_like
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of


def many(sentence: TaggedSentence, at: int) -> Detection | None:
    """``these document``, ``several letter``."""
    first = sentence.word(at)
    if sentence.word(at - 1) in ("or", "of"):
        return None  # "single or multiple", "all of these shift"
    noun = past_adjectives(sentence, at + 1)
    compound = _modifies_noun(sentence, noun)
    if compound:
        noun += 1
    word = sentence.word(noun)
    if not may_be_singular(word) or word in COLLECTIVE or word in _MASS:
        return None
    following = sentence.word(noun + 1)
    counted = word in counted_nouns() and sentence.tag(noun) == "NN" and following != "to"
    if noun == at + 1 and not is_singular(word) and not counted and following not in _FINITE:
        return None  # "studies like these point to", "what many view as"
    if first == "many" and following == "that":
        return None  # "many report that"
    listed = noun == at + 1 and word in counted_nouns() and pair(first, word) <= 0
    if following in ("and", "or", ","):
        joined = tags_of(sentence.word(noun + 2))[:1] in (("NN",), ("JJ",))
        if not listed or joined or first not in ("these", "those"):
            return None
    elif not ends_phrase(sentence, noun + 1):
        return None
    if noun > at + 1 and not compound and pair(sentence.word(noun - 1), word) > 3:
        return None
    if pair(first, word) > 1.5 or not _is_noun_phrase(sentence, at, noun):
        return None
    right = plural_of(word)
    return correction(_RULE, sentence, noun, right, f"After '{first}' write '{right}'.")


def _modifies_noun(sentence: TaggedSentence, at: int) -> bool:
    """Whether a noun at ``at`` has a counted one after it that ends the phrase: web developer."""
    second = sentence.word(at + 1)
    return (
        tags_of(sentence.word(at)) == ("NN",)
        and sentence.is_lower(at + 1)
        and second in counted_nouns()
        and sentence.tag(at + 1) == "NN"
        and ends_phrase(sentence, at + 2)
    )


def this(sentence: TaggedSentence, at: int) -> Detection | None:
    """``this results``."""
    word = sentence.word(at + 1)
    following = sentence.word(at + 2)
    if not may_be_plural(word) or not (
        following in _AFTER_SUBJECT or tags_of(following) == ("VBZ",)
    ):
        return None
    if following in ("are", "were", "have") and opens_clause(sentence, at):
        return None  # "this tools are": rather "these tools"
    two_verbs = tags_of(following) == ("VBZ",) and opens_clause(sentence, at)
    if pair("this", word) > 1.5 or not (two_verbs or _is_noun_phrase(sentence, at, at + 1)):
        return None
    right = singular_of(word)
    return correction(_RULE, sentence, at + 1, right, f"After 'this' write '{right}'.")


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
    return correction(_RULE, sentence, noun, right, f"After '{sentence.word(at)}' write '{right}'.")


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
    return correction(_RULE, sentence, noun, base, f"After '{sentence.word(at)}' write '{base}'.")


_SINGULAR_VERBS = words("is was has will would")
_RULE = "grammar.agreement"


def past_adjectives(sentence: TaggedSentence, at: int) -> int:
    """The index of the first word from ``at`` on that is not an adjective; three at most are."""
    end = at + 3
    while at < end and sentence.is_lower(at) and tags_of(sentence.word(at))[:1] == ("JJ",):
        at += 1
    return at


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
    """Whether an adjective or part of a compound with hyphens stands at ``at``."""
    if "-" in (sentence.word(at), sentence.word(at + 1), sentence.word(at - 1)):
        return not any(char.isdigit() for char in sentence.word(at))
    if not sentence.is_lower(at) or sentence.word(at) in _QUANTIFIERS:
        return False
    return tags_of(sentence.word(at))[:1] == ("JJ",)


def _is_noun_phrase(sentence: TaggedSentence, at: int, noun: int) -> bool:
    """Whether tags and places bear out a determiner, adjectives and a noun."""
    if not sentence.is_lower(noun) or sentence.word(noun + 1) in ("-", "'", "’", "/"):
        return False
    if sentence.tag(noun) not in ("NN", "NNS"):
        return False
    if sentence.tag(at) not in ("DT", "JJ", "CD"):
        return False
    return all(sentence.tag(each) in _BETWEEN for each in range(at + 1, noun))


_BETWEEN = ("JJ", "VBN", "VBG", "NN")


def _is_article(sentence: TaggedSentence, at: int) -> bool:
    shown = sentence.shown(at)
    if (
        at
        and sentence.tokens[at - 1].end == sentence.tokens[at].start
        and sentence.word(at - 1) in _JOINS
    ):
        return False  # "Costa-a-Mar", ".a files"
    return shown in ("a", "an") or (shown in ("A", "An") and sentence.opens(at))


_MANY = words("these those several many various numerous multiple")
_MASS = words("kind sort type time year day way while bit lot number")
_FINITE = words("is are was were has have had will would can could may should")
_JOINS = words("- . / _ @ & '")
_QUANTIFIERS = words(
    "few great good many dozen hundred couple further record thousand million billion half quarter "
    "lot bit more less number variety range series total combined half-dozen little pair host"
)
_AFTER_SUBJECT = words("is are was were has have had . ; ! ? ,")
PHRASE_ENDS = words(
    ". , ; : ? ! ) is are was were has have had will would can could may should must to in on at "
    "of for from with by into against between over under about who which "
    "that and or but as after before when while since if about"
)


def ends_phrase(sentence: TaggedSentence, at: int) -> bool:
    """Whether a noun phrase may end before ``at``."""
    return at >= len(sentence) or sentence.word(at) in PHRASE_ENDS


SEVERAL = words("many several numerous various two three four five six seven eight nine ten")


def one_of(sentence: TaggedSentence, at: int) -> Detection | None:
    """``one of the reason``."""
    first = at + 2
    if sentence.word(at + 1) != "of" or sentence.word(at - 1) == "-":
        return None
    if sentence.word(first) not in _DEFINITE and not sentence.word(first).endswith("'s"):
        return None
    noun = first + 2 if sentence.word(first + 1) in SEVERAL else first + 1
    while noun < first + 5 and tags_of(sentence.word(noun))[:1] in _ADJECTIVES:
        noun += 1
    word = sentence.word(noun)
    if not sentence.is_lower(noun) or not may_be_singular(word) or word in COLLECTIVE:
        return None
    if not ends_phrase(sentence, noun + 1) or sentence.word(noun + 1) in ("and", "or"):
        return None
    if sentence.word(noun + 1) == "," and "and" in sentence.lower[noun:]:
        return None  # "one of the city, state and national prizes"
    if sentence.tag(noun) != "NN":
        return None
    right = plural_of(word)
    return correction(_RULE, sentence, noun, right, f"After 'one of' write '{right}'.")


_DEFINITE = words("the my his her our their its these those your")
_ADJECTIVES = (("JJ",), ("JJS",), ("RBS",), ("JJR",))


def persons(sentence: TaggedSentence, at: int) -> Detection | None:
    """``two woman``: a number and one of the nouns whose plural is a word of its own."""
    noun = at + 1
    while noun < at + 3 and tags_of(sentence.word(noun))[:1] == ("JJ",):
        noun += 1
    if sentence.word(noun) not in _PERSONS or not sentence.is_lower(noun):
        return None
    if not ends_phrase(sentence, noun + 1):
        return None
    right = plural_of(sentence.word(noun))
    return correction(_RULE, sentence, noun, right, f"After '{sentence.word(at)}' write '{right}'.")


_PERSONS = words("woman child person")


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_MANY, many),
    **dict.fromkeys(SEVERAL - _MANY, persons),
    "this": this,
    "the": past_for_noun,
    "a": indefinite,
    "an": indefinite,
    "one": one_of,
}
