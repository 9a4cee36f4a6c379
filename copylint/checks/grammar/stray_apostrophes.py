"""Apostrophes that do not belong: ``the mayor's signed``, ``it let's us``, ``that's is``."""

from __future__ import annotations

from copylint.checks.grammar import time_possessives
from copylint.checks.grammar.apostrophes import (
    AUXILIARIES,
    is_person,
    may_be_stray,
    respelt,
)
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, like, pair
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.verbs import PLAIN_PAST
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.stray-apostrophe",
    summary="Flags an apostrophe in a word that needs none.",
    why=(
        "A subject before its verb, a verb such as 'lets' and a plural that owns nothing take "
        "no apostrophe. Names such as Macy's are left alone."
    ),
    bad=(
        Bad("The mayor's signed the letter.", "mayor's", "The mayor signed the letter."),
        Bad("It let's us see the pier.", "let's", "It lets us see the pier."),
        Bad("That's is the plan.", "That's", "That is the plan."),
        Bad(
            "The drivers' who parked there paid.", "drivers'", "The drivers who parked there paid."
        ),
    ),
    good=(
        Good("The mayor's signed letter. The drivers' union met."),
        Good("Let's see the pier. That's the plan, and it lets us rest."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


def let_us(sentence: TaggedSentence, at: int) -> Detection | None:
    """``it let's us see``: the verb, not *let us*."""
    if sentence.word(at + 1) not in ("us", "me", "him", "them", "users", "people", "readers"):
        return None
    if sentence.opens(at) or not (sentence.is_word(at - 1) or sentence.word(at - 1) == ")"):
        return None
    if sentence.word(at + 2) in ("and", ",", "or") or sentence.word(at - 1) in (
        "and",
        "so",
        "but",
        "then",
    ):
        return None
    return respelt(
        RULE.id,
        sentence,
        at,
        at,
        like(sentence.shown(at), "lets"),
        "Write 'lets': 'let's' means 'let us'.",
    )


def stray(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the drivers' who``: a plural that owns nothing; ``at`` is the mark."""
    if not may_be_stray(sentence, at) or not sentence.word(at - 1).endswith("s"):
        return None
    shown, following = sentence.shown(at - 1), sentence.word(at + 1)
    tags = set(tags_of(following))
    reports = tags and tags <= {"VBD", "VBN"} and sentence.word(at + 2) in _COMPLEMENTS
    if following not in _FINITE and not reports:
        return None
    return Detection(RULE.id, at - 1, at, (shown,), f"Write '{shown}' without the apostrophe.")


_COMPLEMENTS = words("that to")


_FINITE = words("who which is are was were has have had will would can could")


_OBJECTS = words("the a an his her their its him them")


def idle(sentence: TaggedSentence, at: int) -> Detection | None:
    """``The mayor's signed the letter``: a possessive where the verb wants a plain subject."""
    verb, following = sentence.word(at + 1), sentence.word(at + 2)
    if not sentence.word(at).endswith("'s") or not sentence.is_lower(at + 1):
        return None
    noun = sentence.word(at)[:-2]
    shown = sentence.shown(at)[:-2]
    if noun in _NO_NOUN:
        return None
    named = shown[0].isupper() and (not sentence.opens(at) or sentence.count(shown) > 1)
    if verb == "also" and shown[0].isupper() and sentence.count(shown):
        # "Hale's also named": an adverb that no noun phrase begins with
        tags = tags_of(following)
        if not tags or not set(tags) <= {"VBD", "VBN", "VBZ"} or following in _AUXILIARIES:
            return None
        return respelt(
            RULE.id, sentence, at, at, shown, f"Write '{shown}', not '{shown}'s', before 'also'."
        )
    if following not in (_AFTER_VERB if named else _OBJECTS):
        return None
    tags = tags_of(verb)
    if named and sentence.opens(at) and set(tags) == {"VBZ", "NNS"} and following in _ARTICLES:
        # "Hale's hits the road": no noun has an article right after it
        return respelt(
            RULE.id, sentence, at, at, shown, f"Write '{shown}', not '{shown}'s', before '{verb}'."
        )
    if not tags or not set(tags) <= {"VBD", "VBN", "VBZ"} or verb in _AUXILIARIES:
        return None
    if pair(sentence.word(at), verb) > 0 or sentence.is_quoted(sentence.tokens[at].start):
        return None
    # Macy's and the like are names; a name that the document also has without 's is not one.
    if shown[0].isupper() and (
        sentence.count(shown) < (1 if is_person(shown) else 2)
        or sentence.word(at - 1) in ("at", "of", "and")
    ):
        return None
    if tags != ("VBZ",) and verb not in PLAIN_PAST and not _near_start(sentence, at):
        return None
    return respelt(
        RULE.id, sentence, at, at, shown, f"Write '{shown}', not '{shown}'s', before '{verb}'."
    )


_ARTICLES = words("the a an")


_AUXILIARIES = words("is was has had does did been became")


_AFTER_VERB = _OBJECTS | words("to in that about roughly on up out as at over with for he she they")


_NO_NOUN = words(
    "it he she that this there what who where when how here let everyone everybody someone nobody "
    "one which why"
)


def _near_start(sentence: TaggedSentence, at: int) -> bool:
    """Whether the noun is among the first of its sentence.

    After such a noun 's rarely means "has": edited copy does not contract it there.
    """
    return sentence.word(at - 1) in _SUBORDINATE or any(
        sentence.opens(max(0, each)) for each in (at - 1, at - 2, at - 3)
    )


_SUBORDINATE = words("after when because while although though whether")


def two_verbs(sentence: TaggedSentence, at: int) -> Detection | None:
    """``that's is``, ``it's depends``: the verb twice."""
    verb = sentence.word(at + 1)
    if not sentence.is_lower(at + 1) or verb == "like":
        return None
    if verb not in AUXILIARIES and tags_of(verb) != ("VBZ",):
        return None
    word = sentence.word(at)
    if word == "what's" or sentence.word(at - 1) in ("what", "who", "how", "where", "all"):
        return None  # "what it's is", "who he's will be"
    right = like(sentence.shown(at), word[:-2])
    return respelt(RULE.id, sentence, at, at, right, f"Write '{right} {verb}'.")


_SETTLED = words("expected set due scheduled likely")


def idle_before_is(sentence: TaggedSentence, at: int) -> Detection | None:
    """``Rowe's is expected to``, ``Voter's are hoping``."""
    verb, following = sentence.word(at + 1), sentence.word(at + 2)
    shown = sentence.shown(at)[:-2]
    if verb == "is":
        if following not in _SETTLED or sentence.word(at + 3) != "to" or not sentence.count(shown):
            return None
        return respelt(
            RULE.id, sentence, at, at, shown, f"Write '{shown}', not '{shown}'s', before 'is'."
        )
    if tags_of(following) != ("VBG",) or not {"NN"} & set(tags_of(shown.lower())[:1]):
        return None
    if sentence.word(at - 1).endswith("'s") or not sentence.opens(at):
        return None
    return respelt(
        RULE.id,
        sentence,
        at,
        at,
        shown + "s",
        f"Write '{shown}s', without an apostrophe, before '{verb}'.",
    )


def owner(sentence: TaggedSentence, at: int) -> Detection | None:
    """A possessive that may be the subject of the verb after it."""
    if sentence.word(at + 1) not in ("is", "are", "were"):
        return idle(sentence, at)
    shown = sentence.shown(at)
    is_capital = shown[0].isupper() and len(shown) > 5 and shown[1:].islower()
    return idle_before_is(sentence, at) if is_capital else None


_CONTRACTED = words("it's that's he's she's there's here's")

# Judged elsewhere, or above.
_OTHERS = frozenset({"let's", *time_possessives.TRIGGERS})

TRIGGERS: dict[str, Detector] = {"let's": let_us, "'": stray}


def by_shape(shown: str, word: str) -> Detector | None:
    """The detector for contractions, and for possessives that no table can list."""
    if word in _CONTRACTED:
        return two_verbs
    return owner if word.endswith("'s") and word not in _OTHERS and len(word) > 3 else None
