"""The terms that an article writes in its own words, to be remembered and compared.

Compounds are those whose joined form is a word: *policymaker*, *policy-maker*, *policy maker*. Two
words count only where they are a noun by themselves, as in *the policy maker said* but not in
*health care costs*, since there a hyphen has another reason. Capitals count for terms of which a
house means one, after *the*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from copylint.analysis.article import Article
from copylint.analysis.author_prose import TokenPlace
from copylint.analysis.casing import INSTITUTIONS, OFFICES, cased_places
from copylint.analysis.compounds import (
    APART,
    PARTICLES,
    PREFIXES,
    CompoundRole,
    Join,
    are_nouns,
    hyphened,
    is_small,
    is_touched,
    role_of,
)
from copylint.core.record import record
from copylint.core.span import TextSpan
from copylint.language.lexicon import Lexicon
from copylint.language.nouns import singular_of
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

# Institutions of which an archive means many, one in each article.
_MANY = words(
    "administration bill constitution coalition ministry committee commission assembly council "
    "union association federation agency bank"
)
#: Terms of one word that houses write with a capital or without.
CASED = INSTITUTIONS - _MANY
_ONCE = frozenset(OFFICES)
# "The opposition to the plan" is no party.
_TO = frozenset(("opposition",))

# Words after "e-" and "re-" that make the same word without the hyphen.
_AFTER_E = words(
    "mail mailed mailing mails book books commerce reader readers bike bikes scooter scooters "
    "cigarette cigarettes learning sport sports ticket tickets newsletter newsletters"
)
_AFTER_RE = words(
    "open opens opened opening build builds building built use used uses using usable launch "
    "launched launches launching write writes writing written wrote think thinking thought name "
    "named naming brand branded branding shape shaped shaping start started starting starts unite "
    "united uniting enter entered entering enters entry elect elected electing election elections "
    "emerge emerged emerges emerging examine examined examining establish established engage "
    "engaged engagement evaluate evaluated education employ employed enact enacted issue issued "
    "issues issuing assess assessed assessment allocate allocated allocation appoint appointed "
    "arrange arranged arrest arrested draft drafted drafting route routed run runs running tell "
    "telling told visit visited visiting work worked working unify unified install installed "
    "instate instated instatement invest invested"
)
# Compounds that, put together by chance, are other words, or have other meanings.
_OTHER = APART | words(
    "onset onto into ensue coed cooped present prefix preposition preface prevent preside "
    "pretend pretext precede precise prepare prelate predate underway overall overtake "
    "extract contract subject submit suburb outright outlaw outer upset upright bypass byway "
    "automatic counterpart countered counter supervise supervision superb automobile autonomy "
    "autopsy telegram telephone television multiple multitude semite semitic hyperbole antics "
    "antique antic postage postal poster posture postulate underlie microbe offer office "
    "officer offset offhand onward dean biology ecology ecological ecologist ecologically "
    "midst middle subdue sublime substance understand undertake undergo"
)
# Prefixes that hardly any house divides, and endings that make other words of one.
_NEVER_DIVIDED = words("un de pro inter mini auto tele")
_ENDINGS = words("ing ings ally ions ion age ages aging able ant ants hood hoods ship ships ration")
_MIN_JOINED = 5
_MIN_PART = 3
# A rarer part (Zipf scale) is more likely a piece of a word than a word.
_RAREST = 3.0
_LONG_PART = 4
_HYPHEN = "-"
_REACH = 60  # code points before a term that are searched for a name that it ends
_THE = re.compile(r"\b[Tt]he\s+\Z")
_IN_NAME = re.compile(r"\b[A-Z][\w'’]+ (?:of|for|to|and) the\s+\Z")  # Office of the President
_NOUNS = frozenset(("NN", "NNS"))


@record
class WrittenTerm:
    """A place of a term; ``term`` and ``form`` are those of a memory's line.

    ``role`` and ``join`` are those of a compound. A term whose capitals count has no ``join``.
    """

    term: str
    form: str
    span: TextSpan
    join: Join | None = None
    role: CompoundRole = CompoundRole.OTHER


def written_terms(article: Article) -> Iterator[WrittenTerm]:
    """The terms of the article's own running prose, form by form."""
    yield from _cased(article)
    yield from _with_hyphen(article)
    yield from _without_hyphen(article)


def _cased(article: Article) -> Iterator[WrittenTerm]:
    for each in cased_places(article, CASED, _ONCE):
        shown = article.text[each.span.start : each.span.end]
        before = article.text[max(0, each.span.start - _REACH) : each.span.start]
        if not _THE.search(before) or _IN_NAME.search(before) or shown.isupper():
            continue
        after = article.text[each.span.end : each.span.end + 4]
        if each.key in _TO and after.startswith(" to "):
            continue
        yield WrittenTerm(each.key, each.key.title() if each.capital else each.key, each.span)


def _with_hyphen(article: Article) -> Iterator[WrittenTerm]:
    for place, first, second in hyphened(article):
        if not _is_compound(first, second):
            continue
        last = place.near(2)
        assert last is not None
        single = _single(first + second)[len(first) :]
        span = TextSpan(place.token.start, last.end)
        form = f"{first}{_HYPHEN}{single}"
        yield WrittenTerm(first + single, form, span, Join.HYPHEN, _role(place, 3))


def _without_hyphen(article: Article) -> Iterator[WrittenTerm]:
    says = article.author_prose.says
    joined = {form for form in article.author_prose.forms if _joins(form)}
    for passage in article.author_prose.passages:
        lower, tokens = passage.lower, passage.tokens
        for at, form in enumerate(lower if not joined.isdisjoint(lower) else ()):
            place = TokenPlace(passage, at)
            if form not in joined or not is_small(place) or is_touched(place, 1):
                continue
            if says(tokens[at].start):
                span, single = TextSpan(tokens[at].start, tokens[at].end), _single(form)
                yield WrittenTerm(single, single, span, Join.CLOSED, _role(place, 1))
        for at, (first, second) in enumerate(pairwise(lower)):
            if not (_is_open_noun(first, second) and says(tokens[at].start)):
                continue
            place = TokenPlace(passage, at)
            if _stands_as_noun(article.text, place):
                span = TextSpan(tokens[at].start, tokens[at + 1].end)
                single = _single(first + second)
                shown = f"{first} {single[len(first) :]}"
                yield WrittenTerm(single, shown, span, Join.OPEN, CompoundRole.HEAD)


def _stands_as_noun(text: str, place: TokenPlace) -> bool:
    """Whether two words are a noun by themselves, and no other noun or adjective precedes them."""
    second = place.near(1)
    assert second is not None
    if text[place.token.end : second.start] not in (" ", "\n") or not second.text.islower():
        return False
    if not is_small(place) or is_touched(place, 2) or _role(place, 2) is not CompoundRole.HEAD:
        return False
    before = place.near(-1)
    if before is None or not before.is_word:
        return True
    tags = tags_of(place.lower(-1))
    return before.text.islower() and bool(tags) and not tags[0].startswith(("NN", "JJ", "VBG"))


def _role(place: TokenPlace, length: int) -> CompoundRole:
    """The compound's role there; not a noun's if the next word may be one: *policy maker pay*."""
    role, after = role_of(place, length), place.near(length)
    if after is not None and after.is_word and not _NOUNS.isdisjoint(tags_of(place.lower(length))):
        return CompoundRole.BEFORE if role is CompoundRole.HEAD else role
    return role


@lru_cache(maxsize=50_000)
def _joins(word: str) -> bool:
    """Whether a word is a compound in one word, by some division."""
    if len(word) < _MIN_JOINED or not (word.isascii() and word.isalpha()):
        return False
    return any(_is_compound(word[:cut], word[cut:]) for cut in range(1, len(word) - 2))


@lru_cache(maxsize=50_000)
def _is_compound(first: str, second: str) -> bool:
    """Whether two words make a compound that is a word, and the same one, without the hyphen."""
    joined = first + second
    if not {joined, _single(joined)}.isdisjoint(_OTHER) or not Lexicon.shared().is_word(joined):
        return False
    if _single(joined) in CASED or first in _NEVER_DIVIDED or second in _ENDINGS:
        return False
    if first == "e":
        return second in _AFTER_E
    if first == "re":
        return second in _AFTER_RE
    known = Lexicon.shared().zipf
    tags = tags_of(second)
    if second in PARTICLES:
        return known(first) >= _RAREST and not {"VB", "NN"}.isdisjoint(tags_of(first))
    if len(second) < _MIN_PART or known(second) < _RAREST or not tags:
        return False
    if first in PREFIXES or first in ("on", "off"):
        return True
    if len(first) < _MIN_PART or max(len(first), len(second)) < _LONG_PART:
        return False
    if known(first) < _RAREST or _single(joined)[: len(first)] != first:
        return False
    is_first = tags_of(first)[:1] in (("NN",), ("JJ",))
    return is_first and (not {"NN", "NNS"}.isdisjoint(tags) or second.endswith("ing"))


@lru_cache(maxsize=50_000)
def _is_open_noun(first: str, second: str) -> bool:
    """Whether two words in a row may be the compound that they make as one word."""
    if min(len(first), len(second)) < _MIN_PART or not are_nouns(first, second):
        return False
    tags = tags_of(second)
    is_verb = "VBZ" in tags if tags[0] == "NNS" else "VBD" in tags
    return not is_verb and _is_compound(first, second)


@lru_cache(maxsize=50_000)
def _single(word: str) -> str:
    """The singular of a compound; the word itself if it is none, or only its first part is left."""
    singular = singular_of(word)
    return singular if len(singular) >= _MIN_JOINED and word.startswith(singular[:-1]) else word
