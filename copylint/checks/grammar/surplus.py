"""Words left over that more than one neighbour gives away: articles before names, verbs twice.

A part of ``grammar.extra-word`` that looks at tags and at what the article knows of a name;
``possessive`` asks it, whose words are the same.
"""

from __future__ import annotations

from copylint.checks.grammar.extra import RULE
from copylint.checks.grammar.tagged_sentence import Detector, Line, Slip, like, pair
from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

_ARTICLES = words("the a an")
_NOUN_TAGS = (("NN",), ("NNS",), ("JJ",))
_QUOTES = words("\" “ ” ' ‘ ’")
# What stands before a name that is used as a noun of its own.
_LIKE = words("like as another is was be")


def owned_name(line: Line, at: int) -> Slip | None:
    """``the Rowe's plan``, where the article speaks of Rowe: a person takes no article."""
    shown = line.shown(at)
    stem = shown[:-2]
    article = line.word(at - 1)
    if article not in _ARTICLES or not line.is_lower(at + 1):
        return None
    if tags_of(line.word(at + 1))[:1] not in _NOUN_TAGS or line.count(stem + "s"):
        return None
    if not _is_person(line, at, stem):
        return None
    first = at - 1
    right = like(line.shown(first), shown) if line.opens(first) else shown
    return Slip(RULE.id, first, at, (right,), f"Write '{shown}' without '{article}'.")


def full_name(line: Line, at: int) -> Slip | None:
    """``called the Jane Rowe and asked``; ``at`` is the given name."""
    article = at - 1
    if line.word(article) not in _ARTICLES or at + 2 >= len(line):
        return None
    first, last = line.shown(at), line.shown(at + 1)
    if not (last.istitle() and last.isalpha() and _ends_a_name(line, at + 2)):
        return None
    lexicon = Lexicon.shared()
    own = lexicon.entry(last)
    if own is None or not own.kinds & Kinds.SURNAME or own.kinds & Kinds.ORGANISATION:
        return None
    if lexicon.entry(last.lower()) is not None:
        return None  # the Washington Post
    if line.count(last) < 2 or line.word(article - 1) in _LIKE:
        return None
    message = f"Write '{first} {last}' without '{line.word(article)}'."
    return Slip(RULE.id, article, at, (first,), message)


def _is_given(shown: str) -> bool:
    lexicon = Lexicon.shared()
    entry = lexicon.entry(shown)
    return (
        entry is not None
        and bool(entry.kinds & Kinds.GIVEN)
        and lexicon.entry(shown.lower()) is None
    )


def _ends_a_name(line: Line, at: int) -> bool:
    """Whether what stands at ``at`` cannot be the noun that the name belongs to."""
    tags = set(tags_of(line.word(at)))
    if line.word(at) in ("and", "to", "in", "as", "until", "from", "for", "with", "on"):
        return True
    return bool(tags) and tags <= {"VBD", "VBZ", "MD"}


def _is_person(line: Line, at: int, stem: str) -> bool:
    """Whether the article has the surname ``stem`` by itself elsewhere.

    One that is a word as well must be there again and again.
    """
    seen = line.count(stem)
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


def two_verbs(line: Line, at: int) -> Slip | None:
    """``Canada is believes``, ``they are have``: two finite verbs of one subject."""
    verb = line.word(at + 1)
    if verb not in _HAVE and tags_of(verb) != ("VBZ",):
        return None
    if (line.word(at) in _PLURAL) != (verb == "have") or pair(line.word(at), verb) > 0:
        return None
    if not line.is_lower(at + 1) or not line.is_lower(at) or line.tag(at - 1) not in _SUBJECT:
        return None
    if line.has_before(at, _OPEN_CLAUSE, 14) or line.is_quoted(line.tokens[at].start):
        return None
    if not line.is_word(at + 2) and line.word(at + 2) not in _QUOTES:
        return None
    shown = line.shown(at + 1)
    return Slip(RULE.id, at, at + 1, (shown,), f"Two verbs in a row; perhaps '{shown}'.")


def not_be(line: Line, at: int) -> Slip | None:
    """``was not be seen``, ``will not to sign``; ``at`` is *not*."""
    before, after = line.word(at - 1), line.word(at + 1)
    if after == "be" and before in ("is", "are", "was", "were"):
        if line.has_before(at - 1, _OPEN_CLAUSE - words("is are was were"), 4):
            return None
        return _without_next(line, at)
    if after == "to" and before in _MODALS and line.tag(at - 1) == "MD":
        verb = tags_of(line.word(at + 2))
        if verb[:1] == ("VB",) and line.is_word(at - 2) and line.word(at - 2) not in _IF:
            return _without_next(line, at)
    return None


_MODALS = words("will would could should must")
_IF = words("or whether if as than")


def _without_next(line: Line, at: int) -> Slip:
    idle = line.word(at + 1)
    return Slip(RULE.id, at, at + 1, (line.shown(at),), f"'{idle}' is one too many here.")


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(words("is was are were"), two_verbs),
    "not": not_be,
}


def by_shape(shown: str) -> Detector | None:
    """The detector for given names."""
    return full_name if shown.istitle() and shown.isalpha() and _is_given(shown) else None
