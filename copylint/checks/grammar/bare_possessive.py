"""Names and offices that own something and lack the apostrophe: Frances president.

A part of ``grammar.apostrophe``.
"""

from __future__ import annotations

from copylint.checks.grammar.apostrophe import is_person, respelt
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, like
from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.nouns import singular_of
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

# Heads of offices and the like: nouns that often follow a possessive and rarely a plural.
_HELD = words(
    "president government parliament capital economy king queen ambassador army mayor governor "
    "attorney lawyer lawyers spokesman spokeswoman wife husband son daughter mother father brother "
    "sister prime foreign finance chancellor chairman comments remarks decision death refusal "
    "announcement arrival departure resignation behaviour behavior willingness nomination tweet "
    "tweets lawsuit own"
)


def bare_possessive(sentence: TaggedSentence, at: int) -> Detection | None:
    """``Frances president``, ``Trumps comments``: a name that never ends in this s."""
    name = sentence.tokens[at - 1].text if at else ""
    if (
        not name.endswith("s")
        or len(name) < 5
        or not name[0].isupper()
        or not sentence.is_word(at - 1)
    ):
        return None
    stem = name[:-1]
    # The document knows the person, and one of them only.
    known = (
        sentence.count(stem) > 2 and sentence.count(name) == 1 and sentence.word(at - 2) != "the"
    )
    if not name[1:].islower() or not sentence.is_lower(at):
        return None
    if not known and sentence.opens(at - 1) and tags_of(name.lower()):
        return None
    if not (known and is_person(stem)) and not _is_only_without_s(name, stem):
        return None
    right = f"{stem}'s {sentence.shown(at)}"
    return respelt(sentence, at - 1, at, right, f"Write '{stem}'s'.")


def _is_only_without_s(name: str, stem: str) -> bool:
    """Whether ``stem`` is a country, place or person and ``name`` is not a name of any kind."""
    lexicon = Lexicon.shared()
    entry = lexicon.entry(stem)
    if entry is None or not entry.kinds & (Kinds.PLACE | Kinds.SURNAME) or entry.zipf < 3.3:
        return False
    if stem.endswith(("n", "an")) and entry.kinds & Kinds.DEMONYM:
        return False
    other = lexicon.entry(name)
    if lexicon.entry(stem.lower()) is not None and stem != "China":
        return False
    strong = Kinds.SURNAME | Kinds.PLACE | Kinds.ORGANISATION | Kinds.NAME | Kinds.DEMONYM
    if other is not None and other.kinds & strong and other.zipf > entry.zipf - 1.5:
        return False
    if not entry.kinds & Kinds.PLACE:
        return False
    return lexicon.entry(name.lower()) is None


_OFFICES = {
    "counsels": words("office team investigation report probe"),
    "generals": words("office report"),
    "drivers": words("license licence licenses licences"),
}


def office(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the special counsels office``."""
    word = sentence.word(at)
    if sentence.word(at + 1) not in _OFFICES[word]:
        return None
    before = sentence.word(at - 1)
    if word == "counsels" and before != "special":
        return None
    if word == "generals" and before not in ("attorney", "inspector"):
        return None
    right = like(sentence.shown(at), singular_of(word) + "'s")
    return respelt(sentence, at, at, right, f"Write '{right} {sentence.word(at + 1)}'.")


def named_possessive(sentence: TaggedSentence, at: int) -> Detection | None:
    """``Marlowes plans``, if the document has Marlowe and Marlowe's elsewhere."""
    shown = sentence.shown(at)
    stem = shown[:-1]
    following = sentence.word(at + 1)
    if tags_of(following)[:1] not in (("NN",), ("NNS",)) or not sentence.is_lower(at + 1):
        return None
    if sentence.count(shown) > 1 or sentence.count(stem) < 2:
        return None
    entry = Lexicon.shared().entry(stem)
    if entry is not None and entry.kinds & Kinds.DEMONYM:
        return None
    if not sentence.count(stem + "'s") + sentence.count(stem + "’s"):
        return None
    if sentence.word(at - 1) in ("the", "and", "&", "two", "both", "all", "many", "some", "most"):
        return None
    if sentence.tag(at + 1) not in ("NN", "NNS"):
        return None
    return respelt(sentence, at, at, f"{stem}'s", f"Write '{stem}'s'.")


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_HELD, bare_possessive),
    **dict.fromkeys(_OFFICES, office),
}


def by_shape(shown: str, word: str) -> Detector | None:
    """The detector for capitalised words in s."""
    if word.endswith("'s"):
        return None
    if shown[0].isupper() and shown[1:].islower() and len(shown) > 4 and shown.endswith("s"):
        return named_possessive
    return None
