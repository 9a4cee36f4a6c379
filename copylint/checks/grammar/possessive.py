"""Possessives without their apostrophe, and contractions mistaken for possessives.

A part of ``grammar.apostrophe`` that looks beyond the neighbouring word.
"""

from __future__ import annotations

from copylint.checks.grammar import contractions, extra_article, extra_verb
from copylint.checks.grammar.apostrophe import RULE, respelt
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence
from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.nouns import singular_of
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

# Nouns for what people have or do; a plural of persons before one is a possessive.
_DEEDS = words(
    "refusal willingness unwillingness ability inability reluctance insistence eagerness "
    "efforts attempts failure resignation involvement disapproval"
)
_NO_PERSONS = words("others numbers computers orders powers matters letters papers rivers factors")
_PERSONS = words(
    "republicans democrats associates families children allies activists supporters companies "
    "departments committees agencies governments ministries unions banks victims patients "
    "parents students residents clients tenants judges colleagues parties councils"
)


def deed(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the unions refusal to sign``: the refusal is theirs."""
    owner = sentence.word(at - 1)
    if not sentence.is_word(at - 1) or len(owner) < 5 or owner in _NO_PERSONS:
        return None
    if not owner.endswith("s") or sentence.tokens[at - 1].text.isupper():
        return None
    if owner not in _PERSONS and not owner.endswith(("ers", "ors", "ists", "ians", "crats")):
        return None
    if tags_of(owner)[:1] not in (("NNS",), ("NNPS",)) or sentence.word(at - 2) in ("'", "’"):
        return None
    if singular_of(owner) == owner:
        return None
    shown = sentence.shown(at - 1)
    return respelt(
        sentence,
        at - 1,
        at,
        f"{shown}' {sentence.shown(at)}",
        f"Add an apostrophe after '{shown}'.",
    )


# What follows the possessive of a full name; such a noun rarely takes a name as attribute.
_OWN = words(
    "argument arguments comment comments remarks testimony tweet tweets lawyer lawyers question "
    "questions statement resignation refusal willingness speech decision claim claims opponent "
    "wife husband son daughter brother sister father mother attorney allegations"
)
_TITLES = words(
    "rep sen gov dr mr mrs ms judge justice secretary president senator col gen lt capt sgt prof"
)
_BEFORE_NAME = words(
    "the a an this that every no any another former ex longtime ousted pro anti and or of"
)


def full_name(sentence: TaggedSentence, at: int) -> Detection | None:
    """``Jane Rowe lawyer said``: a given name, a surname and a noun for something she has."""
    if at < 2 or not sentence.is_lower(at):
        return None
    given, surname = sentence.tokens[at - 2].text, sentence.tokens[at - 1].text
    if not (given.istitle() and surname.istitle() and given.isalpha() and surname.isalpha()):
        return None
    lexicon = Lexicon.shared()
    first, last = lexicon.entry(given), lexicon.entry(surname)
    if first is None or not first.kinds & Kinds.GIVEN or first.kinds & Kinds.PLACE:
        return None
    if last is not None and (last.kinds & Kinds.PLACE or not last.kinds & Kinds.SURNAME):
        return None
    before = sentence.word(at - 3)
    is_title = (sentence.word(at - 4) if before == "." else before.rstrip(".")) in _TITLES
    if before in _BEFORE_NAME:
        return None
    if (
        not is_title
        and not before.endswith("'s")
        and before
        and sentence.shown(at - 3)[0].isupper()
    ):
        return None
    following = sentence.shown(at + 1) if at + 1 < len(sentence) else ""
    if not following or following[0].isupper() or following in ("-", "'", "’"):
        return None
    own = tags_of(sentence.word(at))
    if own[:1] not in (("NN",), ("NNS",)):
        return None
    if not _BARE.isdisjoint(own):
        # "helped Jane Rowe claim it", "Jane Rowe claims that"
        verb = sentence.word(at + 2 if following in ('"', "“", "”") else at + 1)
        if verb not in contractions.AUXILIARIES and not set(tags_of(verb) or ("",)) <= {
            "VBD",
            "VBZ",
        }:
            return None
    mark = "'" if surname.endswith("s") else "'s"
    right = f"{surname}{mark} {sentence.shown(at)}"
    return respelt(sentence, at - 1, at, right, f"Write '{surname}{mark}'.")


_DAYS = {
    ("new", "years"): ("day", "eve"),
    ("valentines",): ("day",),
    ("mothers",): ("day",),
    ("fathers",): ("day",),
}


def feast(sentence: TaggedSentence, at: int) -> Detection | None:
    """``New Years Eve``, ``Valentines Day``."""
    word = sentence.word(at)
    key = ("new", word) if word == "years" else (word,)
    if sentence.word(at + 1) not in _DAYS[key] or not sentence.shown(at)[0].isupper():
        return None
    if not sentence.shown(at + 1)[0].isupper() or (
        word == "years" and sentence.word(at - 1) != "new"
    ):
        return None
    right = sentence.shown(at)[:-1] + "'s"
    return respelt(sentence, at, at, right, f"Write '{right} {sentence.shown(at + 1)}'.")


def sake(sentence: TaggedSentence, at: int) -> Detection | None:
    """``for argument sake``."""
    owner = sentence.word(at - 1)
    if (
        sentence.word(at - 2) != "for"
        or not sentence.is_lower(at - 1)
        or owner.endswith(("'s", "s"))
    ):
        return None
    if tags_of(owner)[:1] != ("NN",):
        return None
    return respelt(sentence, at - 1, at, f"{owner}'s sake", f"Write '{owner}'s sake'.")


def name_in_s(sentence: TaggedSentence, at: int) -> Detection | None:
    """``Rowle's plan``, if the document mentions Rowles only."""
    shown = sentence.shown(at)
    stem = shown[:-2]
    full = stem + "s"
    if sentence.opens(at) and tags_of(stem.lower()):
        return None
    if sentence.count(full) < 2 or sentence.count(stem) or sentence.count(shown) > 1:
        return None
    entry = Lexicon.shared().entry(full)
    if entry is None or not entry.kinds & (Kinds.SURNAME | Kinds.PLACE):
        return None
    following = tags_of(sentence.word(at + 1))[:1]
    if not sentence.is_lower(at + 1) or following not in _NOUNS or sentence.word(at - 1) == "of":
        return None
    mark = shown[-2]
    return Detection(RULE.id, at, at, (full + mark,), f"Write '{full}{mark}': the name is {full}.")


_BODIES = words("departments committees councils courts commissions administrations")


def body(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the Harbour Departments decision``: one body, so its own."""
    shown = sentence.shown(at)
    following = tags_of(sentence.word(at + 1))
    if not shown.istitle() or not sentence.is_lower(at + 1) or following[:1] not in _NOUNS:
        return None
    named = at > 1 and sentence.is_word(at - 1) and sentence.shown(at - 1)[0].isupper()
    if not named or sentence.has_before(at, _JOINS, 5):
        return None
    right = shown[:-1] + "'s"
    return respelt(sentence, at, at, right, f"Write '{right} {sentence.shown(at + 1)}'.")


_NOUNS = (("NN",), ("NNS",))
_JOINS = words("and or & , both two")


_BARE = frozenset({"VB", "VBP", "VBZ"})
_SETTLED = words("expected set due scheduled likely")


def idle_before_is(sentence: TaggedSentence, at: int) -> Detection | None:
    """``Rowe's is expected to``, ``Voter's are hoping``."""
    verb, following = sentence.word(at + 1), sentence.word(at + 2)
    shown = sentence.shown(at)[:-2]
    if verb == "is":
        if following not in _SETTLED or sentence.word(at + 3) != "to" or not sentence.count(shown):
            return None
        return respelt(sentence, at, at, shown, f"Write '{shown}', not '{shown}'s', before 'is'.")
    if tags_of(following) != ("VBG",) or not {"NN"} & set(tags_of(shown.lower())[:1]):
        return None
    if sentence.word(at - 1).endswith("'s") or not sentence.opens(at):
        return None
    return respelt(
        sentence, at, at, shown + "s", f"Write '{shown}s', without an apostrophe, before '{verb}'."
    )


TRIGGERS: dict[str, Detector] = {
    **contractions.TRIGGERS,
    **dict.fromkeys(_BODIES, body),
    "sake": sake,
    "years": feast,
    **{key[-1]: feast for key in _DAYS},
    **dict.fromkeys(_OWN, full_name),
    **dict.fromkeys(_DEEDS, deed),
    **extra_verb.LATE_TRIGGERS,
}
_CONTRACTED = words("it's that's he's she's there's here's")


def named(sentence: TaggedSentence, at: int) -> Detection | None:
    """A capitalised possessive."""
    if sentence.word(at + 1) in ("is", "are", "were"):
        return idle_before_is(sentence, at)
    return name_in_s(sentence, at) or extra_article.owned_name(sentence, at)


def by_shape(shown: str, word: str) -> Detector | None:
    """The detector for contractions, and for possessives of names."""
    if word in _CONTRACTED:
        return contractions.two_verbs
    if word.endswith("'s") and shown[0].isupper() and len(shown) > 5 and shown[1:].islower():
        return named
    return extra_article.by_shape(shown)
