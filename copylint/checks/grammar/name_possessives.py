"""Names that own something and lack the apostrophe: Polands president."""

from __future__ import annotations

from copylint.checks.grammar.apostrophes import AUXILIARIES, NOUN_ONLY, is_person, respelt
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.possessive-name",
    summary="Flags the possessive of a name without its apostrophe.",
    why=(
        "'Polands president' needs the apostrophe of 'Poland's'. What the article calls "
        "somebody elsewhere decides whether an s belongs to the name."
    ),
    bad=(Bad("It was Polands president.", "Polands president", "It was Poland's president."),),
    good=(
        Good("The Philippines president left."),
        Good("The Rolling Stones tour, the Reds manager and the Jones boys."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


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
    return respelt(RULE.id, sentence, at - 1, at, right, f"Write '{stem}'s'.")


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


def named_possessive(sentence: TaggedSentence, at: int) -> Detection | None:
    """``Marlowes plans``, if the document has Marlowe and Marlowe's elsewhere."""
    shown = sentence.shown(at)
    stem = shown[:-1]
    following = sentence.word(at + 1)
    if tags_of(following)[:1] not in NOUN_ONLY or not sentence.is_lower(at + 1):
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
    return respelt(RULE.id, sentence, at, at, f"{stem}'s", f"Write '{stem}'s'.")


# What follows the possessive of a full name; such a noun rarely takes a name as attribute.
_OWN = words(
    "argument arguments comment comments remarks testimony tweet tweets lawyer lawyers question "
    "questions statement speech decision claim claims opponent "
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
    if own[:1] not in NOUN_ONLY:
        return None
    if not _BARE.isdisjoint(own):
        # "helped Jane Rowe claim it", "Jane Rowe claims that"
        verb = sentence.word(at + 2 if following in ('"', "“", "”") else at + 1)
        if verb not in AUXILIARIES and not set(tags_of(verb) or ("",)) <= {
            "VBD",
            "VBZ",
        }:
            return None
    mark = "'" if surname.endswith("s") else "'s"
    right = f"{surname}{mark} {sentence.shown(at)}"
    return respelt(RULE.id, sentence, at - 1, at, right, f"Write '{surname}{mark}'.")


_BARE = frozenset({"VB", "VBP", "VBZ"})


def name(sentence: TaggedSentence, at: int) -> Detection | None:
    """A name with an s or without, before a noun that belongs to it."""
    return bare_possessive(sentence, at) or full_name(sentence, at)


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_HELD, bare_possessive),
    **dict.fromkeys(_OWN, full_name),
    **dict.fromkeys(_HELD & _OWN, name),
}


def by_shape(shown: str, word: str) -> Detector | None:
    """The detector for capitalised words in s."""
    if word.endswith("'s"):
        return None
    if shown[0].isupper() and shown[1:].islower() and len(shown) > 4 and shown.endswith("s"):
        return named_possessive
    return None
