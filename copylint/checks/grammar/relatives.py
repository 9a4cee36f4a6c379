"""Relative clauses: people who thinks, rules which is, a rule that banning."""

from __future__ import annotations

from copylint.checks.grammar.number import BETWEEN, MEN, PLURAL_BE, SINGULAR_BE, singular_verb
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, correction
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.nouns import COLLECTIVE, is_plural, may_be_plural, may_be_singular
from copylint.language.verbs import base_of_gerund, base_of_third, third_of
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.relative-clause",
    summary="Flags a wrong verb or pronoun in a relative clause.",
    why=(
        "In 'people who thinks' the verb takes its number from 'people'. A clause that opens "
        "with 'that' needs a finite verb, and 'whom' is never its subject."
    ),
    bad=(
        Bad("He met people who thinks so.", "thinks", "He met people who think so."),
        Bad(
            "It all began with a map that contain it.",
            "contain",
            "It all began with a map that contains it.",
        ),
    ),
    good=(
        Good("He met people who think so. She is one of those who leave early."),
        Good("A phrase that the desk bans is in the book."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


def who(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the man who have``, ``people who has``."""
    word = sentence.word(at + 1)
    noun = sentence.word(at - 1)
    if not sentence.is_lower(at - 1):
        return None
    if word in SINGULAR_BE and word != "do":
        if not may_be_singular(noun) or noun in COLLECTIVE:
            return None
        first = at - 2
        while first > at - 4 and tags_of(sentence.word(first))[:1] == ("JJ",):
            first -= 1
        if sentence.word(first) not in ("a", "an", "the", "every", "another"):
            return None
        if sentence.word(first - 1) in ("and", "or", ",") or sentence.tag(first - 1) == "IN":
            return None
        right = SINGULAR_BE[word]
    elif word in PLURAL_BE:
        if not (is_plural(noun) or noun in MEN) or sentence.has_before(at, _SOMEONE, 9):
            return None
        if sentence.tag(at - 1) != "NNS" or sentence.word(at - 2) in ("that", "which", "to"):
            return None
        right = PLURAL_BE[word]
    else:
        return relative(sentence, at)
    return correction(RULE.id, sentence, at + 1, right, f"'{noun} who' takes '{right}'.")


_SOMEONE = words("one only each every a someone anyone somebody")


def relative(sentence: TaggedSentence, at: int) -> Detection | None:
    """``people who thinks``, ``a plan that allow``, ``the rules which is``."""
    verb = at + 2 if sentence.word(at + 1) in BETWEEN else at + 1
    noun, word = sentence.word(at - 1), sentence.word(verb)
    if not sentence.is_lower(at - 1) and not sentence.opens(at - 1):
        return None
    if may_be_plural(noun) or noun in ("people", "men", "women", "children"):
        right = PLURAL_BE.get(word) or (base_of_third(word) if _is_third(sentence, verb) else "")
        if not right or sentence.tag(at - 1) != "NNS":
            return None
        first = at - 2
        while first > at - 5 and sentence.tag(first) in ("JJ", "NNP", "NN", "VBN"):
            first -= 1
        opens = (
            sentence.opens(first + 1)
            or sentence.word(first) in _OPENS_PLURAL
            or sentence.tag(first) in _BEFORE_PLURAL
            or (sentence.tag(first) == "IN" and sentence.word(first) != "of")
        )
        if not opens or sentence.has_before(at, _ONE, 14) or _is_cleft(sentence, at):
            return None
        if sentence.word(first) in ("the", "these", "those") and sentence.tag(first - 1) == "IN":
            return None
        if sentence.tag(first) == "IN" and sentence.tag(first - 1)[:2] == "NN":
            return None  # "a change in rules that makes it harder"
        if sentence.tag(first) == "VBG" and sentence.tag(first - 1) in ("DT", "IN", "NN"):
            return None
    elif may_be_singular(noun) and noun not in COLLECTIVE:
        right = singular_verb(sentence, verb)
        plain = word in SINGULAR_BE or sentence.tag(verb) in ("VBP", "VB")
        if word == "let" and sentence.tag(verb + 1) in ("PRP", "DT") and not _is_past(sentence):
            right, plain = "lets", True
        if not right or sentence.tag(at - 1) != "NN" or not plain:
            return None
        first = at - 2
        while first > at - 5 and tags_of(sentence.word(first))[:1] in (("JJ",), ("NN",)):
            first -= 1
        if sentence.word(first) not in _OPENS_SINGULAR:
            return None
        if sentence.word(first - 1) in _JOINS or sentence.has_before(at, _MANDATIVE, 12):
            return None
        if sentence.word(first) not in _ONE_OF_A_KIND and noun in _OF_CLAUSES:
            return None
        if (
            sentence.tag(first - 1) in ("IN", "TO")
            and "NNS" in sentence.tags[max(0, first - 6) : first]
        ):
            return None  # "lines on a page that show"
    else:
        return None
    if word == "lead" and _is_past(sentence):
        right = "led"  # the sound of the one, the spelling of the other
    message = f"'{noun} {sentence.word(at)}' takes '{right}'."
    return correction(RULE.id, sentence, verb, right, message)


def _is_past(sentence: TaggedSentence) -> bool:
    """Whether the sentence has a verb in the past, so that *let* may be one too."""
    return any(tag in ("VBD", "VBN") for tag in sentence.tags)


def _is_cleft(sentence: TaggedSentence, at: int) -> bool:
    """Whether "it is" precedes it: it is the rules that matter."""
    return any(
        sentence.word(each) == "it's"
        or (sentence.word(each) == "it" and sentence.word(each + 1) in ("is", "was"))
        for each in range(max(0, at - 9), at)
    )


def _is_third(sentence: TaggedSentence, at: int) -> bool:
    """Whether the word at ``at`` is a verb in the third person singular."""
    tags = tags_of(sentence.word(at))
    return tags == ("VBZ",) or (
        "VBZ" in tags
        and sentence.tag(at) == "VBZ"
        and sentence.tag(at + 1) in ("DT", "JJR", "TO", "PRP")
    )


_BEFORE_PLURAL = frozenset(("CD", "VBZ", "VBD", "VBP", "VB", "VBG"))
_OPENS_PLURAL = words("the these those some many several for to with about")
_ONE = words("one only each every a an someone anyone somebody what group set")
_OPENS_SINGULAR = words("a an another every each the this your our my his her its their")
_ONE_OF_A_KIND = words("a an another every each")
_JOINS = words("and or , nor of than as")
_MANDATIVE = words(
    "recommend propose proposed demand insist require requires required recommended suggest "
    "suggested"
)


def gerund(sentence: TaggedSentence, at: int) -> Detection | None:
    """``a rule that banning the sale``: no verb follows in the clause."""
    word, noun = sentence.word(at + 1), sentence.word(at - 1)
    if (
        tags_of(word)[:1] != ("VBG",)
        or not sentence.is_lower(at + 1)
        or not sentence.is_lower(at - 1)
    ):
        return None
    if sentence.tag(at - 1) != "NN" or noun in _OF_CLAUSES or sentence.tag(at + 1) != "VBG":
        return None
    if not sentence.has_before(at - 1, _ARTICLES, 4):
        return None
    end = at + 2
    while end < len(sentence) and sentence.word(end) not in _STOPS:
        if not _FINITE_TAGS.isdisjoint(tags_of(sentence.word(end))):
            return None
        end += 1
    third = third_of(base_of_gerund(word))
    return correction(RULE.id, sentence, at + 1, third, f"Write '{noun} that {third}'.")


_ARTICLES = words("a an the")
_STOPS = words(". , ; ? ! : – —")
_FINITE_TAGS = frozenset(("VBZ", "VBD", "VBP", "MD", "PRPV"))
#: Nouns after which "that" opens a clause of speech or thought.
_OF_CLAUSES = words(
    "time fact idea view belief claim notion argument evidence concern fear hope assumption point "
    "way reason conclusion suggestion sense theory concept impression statement warning principle"
)


def whom(sentence: TaggedSentence, at: int) -> Detection | None:
    """``whom is``."""
    if sentence.tag(at - 1) in ("IN", "TO") or sentence.word(at - 1) in ("of", "and"):
        return None
    if sentence.word(at + 1) not in _FINITE:
        return None
    return correction(RULE.id, sentence, at, "who", "Write 'who': it is the subject here.")


_FINITE = words("is are was were has have had will would can could may might should says said")


def him_and(sentence: TaggedSentence, at: int) -> Detection | None:
    """``said that him and Ann met``."""
    if sentence.word(at - 1) not in _OPENS_CLAUSE or sentence.word(at + 1) != "and":
        return None
    for each in range(at + 2, min(at + 6, len(sentence))):
        if sentence.tag(each) in ("VBD", "VBP", "MD"):
            right = _SUBJECT_FORMS[sentence.word(at)]
            return correction(
                RULE.id, sentence, at, right, f"Write '{right}': it is the subject here."
            )
        if sentence.tag(each)[:2] not in ("NN", "PR", "DT", "``"):
            return None
    return None


_OPENS_CLAUSE = words("that because when if while where after before")
_SUBJECT_FORMS = {"him": "he", "them": "they", "me": "I", "us": "we"}


def _that(sentence: TaggedSentence, at: int) -> Detection | None:
    return relative(sentence, at) or gerund(sentence, at)


TRIGGERS: dict[str, Detector] = {
    "who": who,
    "which": relative,
    "that": _that,
    "whom": whom,
    **dict.fromkeys(_SUBJECT_FORMS, him_and),
}
