"""Persons with plural verbs: Ann Hale have, everyone are, the teacher say."""

from __future__ import annotations

from copylint.checks.grammar.clauses import FINITE, has_later_verb, opens_clause
from copylint.checks.grammar.mood import may_be_subjunctive
from copylint.checks.grammar.number import BETWEEN, SINGULAR_BE, may_be_plain_verb, singular_verb
from copylint.checks.grammar.subject_verb import RULE
from copylint.checks.grammar.tagged_sentence import (
    Detection,
    Detector,
    TaggedSentence,
    correction,
    pair,
)
from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.nouns import COLLECTIVE, may_be_plural
from copylint.language.verbs import third_of
from copylint.language.word_list import listed, words
from copylint.language.word_tags import tags_of

_INDEFINITE = words(
    "everyone everybody someone somebody anyone anybody nobody everything something nothing"
)
_AUXILIARIES = words(
    "do does did don't doesn't didn't can could will would shall should may might must has have "
    "had is are was were isn't aren't wasn't weren't won't wouldn't can't couldn't let lets let's "
    "make makes made making help helps helped see saw watch watched heard hear to and or nor than "
    "like as not"
)
_HONORIFICS = words("mr mrs ms miss dr sir dame")
_OFFICES = words(
    "president minister secretary senator governor mayor chancellor judge sergeant captain "
    "inspector constable professor premier bishop archbishop pope king queen prince princess"
)
_NOUNS = listed("person-nouns") | {"chief"}
_SUBJECT_STARTS = words("the a an this that my his her its our their your another every each")


def indefinite(sentence: TaggedSentence, at: int) -> Detection | None:
    """``everyone have``, ``no one know``."""
    first = at
    if sentence.word(at) == "one":
        first = at - 1
        if sentence.word(first) != "no":
            return None
    if not sentence.opens(first) and (
        sentence.word(first - 1) not in _BEFORE_INDEFINITE
        or sentence.has_before(first, _AUXILIARIES, 3)
    ):
        return None
    verb = at + 2 if sentence.word(at + 1) in BETWEEN else at + 1
    right = singular_verb(sentence, verb)
    if not right or may_be_subjunctive(sentence, first, sentence.word(verb)):
        return None
    found = correction(RULE.id, sentence, verb, right, f"'{sentence.word(at)}' takes '{right}'.")
    return found and found._replace(is_certain=sentence.word(verb) in SINGULAR_BE)


_BEFORE_INDEFINITE = words(
    "that because although though while whereas but since when where if and , so which what said "
    "says"
)


def named(sentence: TaggedSentence, at: int) -> Detection | None:
    """``Ann Hale have``, ``Mr Hale were``, ``President Hale want``."""
    last = at - 2 if sentence.word(at - 1) in BETWEEN else at - 1
    if last < 1 or sentence.is_lower(last) or not sentence.is_word(last):
        return None
    first = last
    while first > 0 and _is_name(sentence, first - 1):
        first -= 1
    if not first < last <= first + _LONGEST or not is_person(sentence, first, last):
        return None
    if not opens_clause(sentence, first):
        return None
    found = _of_person(sentence, at, first, sentence.shown(last))
    if found is None or sentence.word(first) not in _HONORIFICS | _OFFICES:
        return found
    return found._replace(is_certain=sentence.word(at) in SINGULAR_BE)


_LONGEST = 3


def _is_name(sentence: TaggedSentence, at: int) -> bool:
    """Whether the token at ``at`` is part of a name: a capital, or the full stop of a title."""
    if sentence.word(at) == ".":
        return at > 0 and sentence.word(at - 1) in _HONORIFICS
    return sentence.is_word(at) and sentence.shown(at)[:1].isupper()


def is_person(sentence: TaggedSentence, first: int, last: int) -> bool:
    """Whether the name begins with a title or a given name, and is not that of a club or firm."""
    parts = [sentence.word(each) for each in range(first, last + 1)]
    if not COLLECTIVE.isdisjoint(parts) or not _CLUBS.isdisjoint(parts):
        return False
    if any(each.endswith(("'s", "s'", "'")) for each in parts):
        return False
    if parts[0] in _HONORIFICS or parts[0] in _OFFICES:
        return True
    lexicon = Lexicon.shared()
    given, surname = lexicon.entry(sentence.shown(first)), lexicon.entry(sentence.shown(last))
    if given is None or Kinds.GIVEN not in given.kinds or may_be_plural(parts[-1]):
        return False
    if surname is None:
        return lexicon.entry(parts[0]) is None
    if Kinds.SURNAME not in surname.kinds or Kinds.ORGANISATION in surname.kinds:
        return False
    return parts[0] not in _DIRECTIONS


# North Korea, New England: given names, but not there.
_DIRECTIONS = words("north south east west new great saint san santa")
_CLUBS = words(
    "united city town rovers county athletic albion villa wanderers rangers celtic park end bank "
    "brothers sons partners holdings group lewis spencer"
)


def noun(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the teacher say that``, ``my brother live in``: a verb that may be a noun as well."""
    last = at - 1
    if may_be_plural(sentence.word(last)):  # "the owner of the boats live in Spain"
        last = next((i - 1 for i in (at - 2, at - 3) if sentence.word(i) == "of"), last)
    if sentence.word(last) not in _NOUNS or not sentence.is_lower(last):
        return None
    first = last - 1
    while first > last - 3 and tags_of(sentence.word(first))[:1] in (("JJ",), ("NN",)):
        first -= 1
    if sentence.word(first) not in _SUBJECT_STARTS or not opens_clause(sentence, first):
        return None
    return _of_person(sentence, at, first, sentence.word(last))


def _of_person(sentence: TaggedSentence, at: int, first: int, shown: str) -> Detection | None:
    """The typo of a plural verb at ``at`` whose subject is the person named from ``first`` on."""
    only = _is_only_verb(sentence, at)
    right = singular_verb(sentence, at, surely=only)
    if not right or may_be_subjunctive(sentence, first, sentence.word(at)):
        return None
    if only:
        return correction(RULE.id, sentence, at, right, f"'{shown}' takes '{right}'.")
    if sentence.word(at) not in {*SINGULAR_BE, *_SAYS} and (
        has_later_verb(sentence, at) or pair(sentence.word(at - 1), sentence.word(at)) > _COMPOUND
    ):
        return None
    return correction(RULE.id, sentence, at, right, f"'{shown}' takes '{right}'.")


def _is_only_verb(sentence: TaggedSentence, at: int) -> bool:
    """Whether the sentence would have no verb if there were none at ``at``."""
    if sentence.word(len(sentence) - 1) not in (".", "!"):
        return False
    return not any(tag in FINITE for tag in sentence.tags[at + 1 : len(sentence)])


#: Verbs that take a clause, whose verb comes later.
_SAYS = words("say think believe insist")

# log2 of the count from which a noun and a word after it are a compound.
_COMPOUND = 4.0

TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_INDEFINITE | {"one"}, indefinite),
    **dict.fromkeys(SINGULAR_BE, named),
}


def by_shape(_shown: str, word: str) -> Detector | None:
    """The detector for plain verbs, which no table can list."""
    if word in SINGULAR_BE or word in ("be", "cannot") or len(word) < 3:
        return None
    if word.endswith(("s", "ed", "ing", "ly")):
        return None
    return _verb if may_be_plain_verb(word) and third_of(word) else None


def _verb(sentence: TaggedSentence, at: int) -> Detection | None:
    if not sentence.is_lower(at) or not sentence.is_word(at - 1):
        return None
    return noun(sentence, at) if sentence.is_lower(at - 1) else named(sentence, at)
