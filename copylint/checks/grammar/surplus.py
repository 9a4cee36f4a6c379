"""Words left over from editing: articles before names, verbs twice.

A part of ``grammar.extra-word`` that looks at tags and at what the article knows of a name;
``possessive`` asks it, whose words are the same.
"""

from __future__ import annotations

from copylint.checks.grammar.extra import RULE
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, like, pair
from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

_ARTICLES = words("the a an")
_NOUN_TAGS = (("NN",), ("NNS",), ("JJ",))
_QUOTES = words("\" “ ” ' ‘ ’")
# What stands before a name that is used as a noun of its own.
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
    """Whether what stands at ``at`` cannot be the noun that the name belongs to."""
    tags = set(tags_of(sentence.word(at)))
    if sentence.word(at) in ("and", "to", "in", "as", "until", "from", "for", "with", "on"):
        return True
    return bool(tags) and tags <= {"VBD", "VBZ", "MD"}


def _is_person(sentence: TaggedSentence, at: int, stem: str) -> bool:
    """Whether the article has the surname ``stem`` by itself elsewhere.

    One that is a word as well must be there again and again.
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


_OPEN_CLAUSE = words(
    "what who whom which that where when how why all everything anything as than if whatever "
    "wherever whether thing only things one is are was were"
)
_PLURAL = words("are were")
_HAVE = words("has have")
_SUBJECT = ("NN", "NNS", "NNP", "NNPS", "PRP")


def two_verbs(sentence: TaggedSentence, at: int) -> Detection | None:
    """``Canada is believes``, ``they are have``: two finite verbs of one subject."""
    verb = sentence.word(at + 1)
    if verb not in _HAVE and tags_of(verb) != ("VBZ",):
        return None
    if (sentence.word(at) in _PLURAL) != (verb == "have") or pair(sentence.word(at), verb) > 0:
        return None
    if (
        not sentence.is_lower(at + 1)
        or not sentence.is_lower(at)
        or sentence.tag(at - 1) not in _SUBJECT
    ):
        return None
    if sentence.has_before(at, _OPEN_CLAUSE, 14) or sentence.is_quoted(sentence.tokens[at].start):
        return None
    if not sentence.is_word(at + 2) and sentence.word(at + 2) not in _QUOTES:
        return None
    shown = sentence.shown(at + 1)
    return Detection(RULE.id, at, at + 1, (shown,), f"Two verbs in a row; did you mean '{shown}'?")


def not_be(sentence: TaggedSentence, at: int) -> Detection | None:
    """``was not be seen``, ``will not to sign``; ``at`` is *not*."""
    before, after = sentence.word(at - 1), sentence.word(at + 1)
    if after == "be" and before in ("is", "are", "was", "were"):
        if sentence.has_before(at - 1, _OPEN_CLAUSE - words("is are was were"), 4):
            return None
        return _without_next(sentence, at)
    if after == "to" and before in _MODALS and sentence.tag(at - 1) == "MD":
        verb = tags_of(sentence.word(at + 2))
        if verb[:1] == ("VB",) and sentence.is_word(at - 2) and sentence.word(at - 2) not in _IF:
            return _without_next(sentence, at)
    return None


_MODALS = words("will would could should must")
_IF = words("or whether if as than")


def _without_next(sentence: TaggedSentence, at: int) -> Detection:
    idle = sentence.word(at + 1)
    return Detection(RULE.id, at, at + 1, (sentence.shown(at),), f"Delete '{idle}' here.")


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(words("is was are were"), two_verbs),
    "not": not_be,
}


def by_shape(shown: str) -> Detector | None:
    """The detector for given names."""
    return full_name if shown.istitle() and shown.isalpha() and _is_given(shown) else None
