"""A determiner too many: the a door, the of, the Rowe's plan."""

from __future__ import annotations

from copylint.checks.grammar.extra_pairs import (
    ALL_DETERMINERS,
    DETERMINERS,
    FINITE,
    NEVER_AFTER_DETERMINER,
    SUBJECTS,
    clashing,
)
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, like, pair
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.extra-article",
    summary="Flags an article or another determiner too many.",
    why=(
        "'The a' is the trace of a change half made, and a person's name takes no article. "
        "The rule speaks only where edited copy never has the two words in a row and often "
        "has what is left without one of them."
    ),
    bad=(Bad("She closed the a door.", "the a", "She closed the door."),),
    good=(
        Good("The A road is shut. What it is, is a mess. The in crowd was out of it."),
        Good("The one in for the job is on to it."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


def _clash(sentence: TaggedSentence, at: int) -> bool:
    """Whether the determiner at ``at`` and the word after it are a typo, whatever the sentence."""
    first, second, before = sentence.word(at), sentence.word(at + 1), at - 1
    if first == "its" and second in DETERMINERS:
        return False  # "it's the" more likely
    if first == "a" and not sentence.opens(at) and sentence.word(before) in _LETTERED:
        return False
    if second in ALL_DETERMINERS:
        # Pairs with "a" are counted for the letter too ("the A road", "the a priori").
        if second == "a" and sentence.word(at + 2) in _LATIN:
            return False
        return "a" in (first, second) or pair(first, second) < 3.5
    if pair(first, second) > 2 or (first == "their" and second in _BE_FORMS):
        return False  # "there is"
    return second in SUBJECTS or second in FINITE or second in NEVER_AFTER_DETERMINER


_BE_FORMS = words("is are was were")
_LETTERED = words("vitamin grade of")
_LATIN = words("la priori posteriori cappella -")

_ARTICLES = words("the a an")
_NOUN_TAGS = (("NN",), ("NNS",), ("JJ",))
# What comes before a name that is used as a noun of its own.
_LIKE = words("like as another is was be")


def owned_name(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the Rowe's plan``, where the article mentions Rowe: a person takes no article."""
    shown = sentence.shown(at)
    stem = shown[:-2]
    article = sentence.word(at - 1)
    if article not in _ARTICLES or not sentence.is_lower(at + 1):
        return None
    if tags_of(sentence.word(at + 1))[:1] not in _NOUN_TAGS or sentence.count(stem + "s"):
        return None
    if not _is_person(sentence, at, stem):
        return None
    first = at - 1
    right = like(sentence.shown(first), shown) if sentence.opens(first) else shown
    return Detection(RULE.id, first, at, (right,), f"Delete '{article}' before '{shown}'.")


def full_name(sentence: TaggedSentence, at: int) -> Detection | None:
    """``called the Jane Rowe and asked``; ``at`` is the given name."""
    article = at - 1
    if sentence.word(article) not in _ARTICLES or at + 2 >= len(sentence):
        return None
    first, last = sentence.shown(at), sentence.shown(at + 1)
    if not (last.istitle() and last.isalpha() and _ends_a_name(sentence, at + 2)):
        return None
    lexicon = Lexicon.shared()
    own = lexicon.entry(last)
    if own is None or not own.kinds & Kinds.SURNAME or own.kinds & Kinds.ORGANISATION:
        return None
    if lexicon.entry(last.lower()) is not None:
        return None  # the Washington Post
    if sentence.count(last) < 2 or sentence.word(article - 1) in _LIKE:
        return None
    message = f"Delete '{sentence.word(article)}' before '{first} {last}'."
    return Detection(RULE.id, article, at, (first,), message)


def _is_given(shown: str) -> bool:
    lexicon = Lexicon.shared()
    entry = lexicon.entry(shown)
    return (
        entry is not None
        and bool(entry.kinds & Kinds.GIVEN)
        and lexicon.entry(shown.lower()) is None
    )


def _ends_a_name(sentence: TaggedSentence, at: int) -> bool:
    """Whether the word at ``at`` cannot be the noun that the name belongs to."""
    tags = set(tags_of(sentence.word(at)))
    if sentence.word(at) in ("and", "to", "in", "as", "until", "from", "for", "with", "on"):
        return True
    return bool(tags) and tags <= {"VBD", "VBZ", "MD"}


def _is_person(sentence: TaggedSentence, at: int, stem: str) -> bool:
    """Whether the article has the surname ``stem`` by itself elsewhere.

    A surname that is a word as well must occur several times.
    """
    seen = sentence.count(stem)
    return seen >= 2 and (_is_surname(stem) or (seen >= _KNOWN and _may_be_surname(stem)))


_KNOWN = 5


_NO_PERSON = Kinds.PLACE | Kinds.ORGANISATION | Kinds.DEMONYM | Kinds.CALENDAR


def _may_be_surname(name: str) -> bool:
    entry = Lexicon.shared().entry(name)
    return entry is not None and bool(entry.kinds & Kinds.SURNAME) and not entry.kinds & _NO_PERSON


def _is_surname(name: str) -> bool:
    return _may_be_surname(name) and Lexicon.shared().entry(name.lower()) is None


TRIGGERS: dict[str, Detector] = dict.fromkeys(DETERMINERS, clashing(RULE.id, _clash))


def by_shape(shown: str, word: str) -> Detector | None:
    """The detector for given names, and for possessives of names."""
    if word.endswith("'s") and shown[0].isupper() and len(shown) > 5 and shown[1:].islower():
        return owned_name
    return full_name if shown.istitle() and shown.isalpha() and _is_given(shown) else None
