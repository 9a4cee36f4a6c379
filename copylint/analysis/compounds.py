"""Compounds of two words, and the ways in which one article joins them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from operator import add
from typing import NamedTuple

from copylint.analysis.annotated_text import Passage
from copylint.analysis.article import Article
from copylint.analysis.author_prose import TokenPlace, starts_sentence
from copylint.core.span import TextSpan
from copylint.language.tokens import HYPHENS, TokenKind
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of


class Join(StrEnum):
    """How the two parts of a compound are put together."""

    HYPHEN = "with a hyphen"
    CLOSED = "as one word"
    OPEN = "as two words"


class CompoundRole(StrEnum):
    """A compound's role in its sentence; the spelling may depend on the role."""

    #: Before the noun that it describes: *a long-term plan*.
    BEFORE = "before a noun"
    #: As a noun itself: *in the long term*.
    HEAD = "as a noun"
    OTHER = ""


class CompoundUse(NamedTuple):
    """One place of a compound; ``cut`` is the length of its first part in code points."""

    span: TextSpan
    cut: int
    role: CompoundRole


#: The uses of one compound by how they are joined.
Uses = dict[Join, list[CompoundUse]]

_WORD = TokenKind.WORD
_HYPHENS = frozenset(HYPHENS)
_MIN_OPEN = 3
#: Adverbs that end the name of an action: *take-over*.
PARTICLES = words("up down off out in on over back away through by around ups downs offs outs ins")
_DETERMINERS = words("the a an this that his her its their our my your another any each every no")
# Words that precede a verb, and words that may be its object: *we block-scope it*.
_BEFORE_VERB = words(
    "to i you he she we they who can could will would shall should may might must cannot can't "
    "couldn't don't doesn't didn't won't wouldn't"
)
_OBJECTS = words("it them him her us me you these those the a an this my our your their its")
#: If a hyphen distinguishes two verbs or nouns, neither is a variant of the other.
APART = words(
    "recover reform resign recreate recreation redress relay release remark represent "
    "resort restore retreat return restrain recollect recount react rebound repose resolve "
    "present research recoil reserve prove unionised unionized coop multiply recite reply "
    "repair repress repeal recede recess remit rejoin rest refund remarks resigned resigns "
    "recovered recovers recovering reformed reforms reforming resigning resorted resorts "
    "relays relayed released releases redressed reserved resents resent resented prepay anyone "
    "everyone someone noone everyday anyway sometime someday maybe"
)
#: What is put before a word, with a hyphen or without.
PREFIXES = words(
    "co re pre non anti multi semi sub over under micro mini inter de un mid post cyber bio eco "
    "super ultra pro counter extra hyper mega out up down by tele auto e"
)
_ENDINGS = (
    "ively", "ives", "ive", "ings", "ing", "ions", "ion", "ers", "ors", "er", "or", "ed", "es",
    "s", "e",
)  # fmt: skip
_SHORTEST_STEM = 4


def stem(word: str) -> str:
    """``word`` without an inflection or a common ending, for comparing forms of one word."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def compounds(article: Article) -> dict[str, Uses]:
    """The compounds that the article's own prose joins in two ways, by a common key.

    Time is linear in the text: pairs of neighbours are looked up in sets of those that
    occur.
    """
    found: dict[str, Uses] = {}
    with_hyphen = [*hyphened(article)]
    known: dict[tuple[str, str], str] = {}
    for place, first, second in with_hyphen:
        key = _singular(first + second)
        known[first, second] = known[first, _singular(second)] = key
        known[first, _singular(second) + "s"] = key
        _note(found, key, Join.HYPHEN, place, len(first), 3)
    closed = _closed_forms(article, known)
    open_pairs = _open_pairs(article)
    for (first, second), key in open_pairs.items():
        closed.setdefault(first + second, (key, len(first)))
    closed_keys = {key for key, _ in closed.values()}
    pairs = {**open_pairs, **known}
    if not pairs:
        return {}
    for passage in article.author_prose.passages:
        lower = passage.lower
        neighbours = pairwise(lower)
        if not (closed.keys().isdisjoint(lower) and pairs.keys().isdisjoint(neighbours)):
            _read(article, passage, pairs, closed, found)
    return {
        key: uses
        for key, uses in found.items()
        if len(uses) > 1 and (Join.CLOSED not in uses or key in closed_keys)
    }


def hyphened(article: Article) -> Iterator[tuple[TokenPlace, str, str]]:
    """Hyphenated compounds of exactly two words in small letters, and the two words."""
    for passage in article.author_prose.passages:
        if not any(hyphen in passage.text for hyphen in HYPHENS):
            continue
        tokens, lower = passage.tokens, passage.lower
        last = len(tokens) - 1
        for at in [at for at, form in enumerate(lower) if form in _HYPHENS and 0 < at < last]:
            before, after = tokens[at - 1], tokens[at + 1]
            if not (before[0] is after[0] is _WORD) or not after[1].islower():
                continue
            if before.end != tokens[at].start or tokens[at].end != after.start:
                continue
            place = TokenPlace(passage, at - 1)
            if (
                not is_small(place)
                or is_touched(place, 3)
                or not article.author_prose.says(before.start)
            ):
                continue
            yield place, lower[at - 1], lower[at + 1]


def is_small(place: TokenPlace) -> bool:
    """Whether the word is in small letters, or capitalised because it opens a sentence."""
    text = place.token.text
    return text.islower() or (text[1:].islower() and starts_sentence(place)) or text in ("E", "e")


def is_touched(place: TokenPlace, length: int) -> bool:
    """Whether a sign that is part of a longer word touches either end."""
    before, after = place.near(-1), place.near(length)
    last = place.near(length - 1)
    signs = ("-", "‐", "‑", "/", "@", "_", "&", "'", "’", "+", "=")
    return (
        before is not None and before.end == place.token.start and before.text in signs
    ) or bool(after is not None and last and after.start == last.end and after.text in signs)


def _closed_forms(
    article: Article, known: dict[tuple[str, str], str]
) -> dict[str, tuple[str, int]]:
    """Words of the article that are a hyphenated compound in one word, with its key and cut."""
    forms = article.author_prose.forms
    found: dict[str, tuple[str, int]] = {}
    prefixed: dict[str, tuple[str, int]] = {}
    for (first, second), key in known.items():
        whole = first + second
        if whole in APART:
            continue
        if whole in forms:
            found[whole] = key, len(first)
        if first in PREFIXES and len(second) > 2:
            prefixed[stem(whole)] = key, len(first)
    if prefixed:
        starts = {whole[:_SHORTEST_STEM] for whole in prefixed}
        for form in forms:
            if form[:_SHORTEST_STEM] in starts and form not in APART:
                match = prefixed.get(stem(form))
                if match is not None:
                    found.setdefault(form, match)
    return found


def _open_pairs(article: Article) -> dict[tuple[str, str], str]:
    """Two nouns in a row that the article also writes as one word: *health care*."""
    found: dict[tuple[str, str], str] = {}
    forms = article.author_prose.forms
    for passage in article.author_prose.passages:
        lower = passage.lower
        if forms.isdisjoint(map(add, lower, lower[1:])):
            continue
        for first, second in pairwise(lower):
            whole = first + second
            if whole not in forms or whole in APART:
                continue
            if len(first) >= _MIN_OPEN and len(second) >= _MIN_OPEN and are_nouns(first, second):
                found[first, second] = _singular(whole)
    return found


def are_nouns(first: str, second: str) -> bool:
    """Whether both words are nouns above all, the first in the singular."""
    return tags_of(first)[:1] == ("NN",) and tags_of(second)[:1] in (("NN",), ("NNS",))


def _read(
    article: Article,
    passage: Passage,
    pairs: dict[tuple[str, str], str],
    closed: dict[str, tuple[str, int]],
    found: dict[str, Uses],
) -> None:
    """Note the compounds of ``passage`` that have no hyphen."""
    lower, tokens = passage.lower, passage.tokens
    for at, form in enumerate(lower):
        place = TokenPlace(passage, at)
        if form in closed and is_small(place) and not is_touched(place, 1):
            key, cut = closed[form]
            if article.author_prose.says(tokens[at].start):
                _note(found, key, Join.CLOSED, place, cut, 1)
        pair = (form, lower[at + 1]) if at + 1 < len(lower) else None
        if pair is None or pair not in pairs or not article.author_prose.says(tokens[at].start):
            continue
        apart = article.text[tokens[at].end : tokens[at + 1].start] in (" ", "\n")
        small = is_small(place) and tokens[at + 1].text.islower()
        if apart and small and not is_touched(place, 2):
            _note(found, pairs[pair], Join.OPEN, place, len(form), 2)


def _note(
    found: dict[str, Uses], key: str, join: Join, place: TokenPlace, cut: int, length: int
) -> None:
    last = place.near(length - 1)
    assert last is not None
    use = CompoundUse(TextSpan(place.token.start, last.end), cut, role_of(place, length))
    found.setdefault(key, {}).setdefault(join, []).append(use)


def role_of(place: TokenPlace, length: int) -> CompoundRole:
    """The compound's role there, as far as its neighbours show it."""
    first, second = place.lower(0), place.lower(length - 1)
    if place.lower(-1) in _BEFORE_VERB or place.lower(length) in _OBJECTS:
        return CompoundRole.OTHER
    following, after = place.near(length), place.lower(length)
    if following is not None and following.kind is TokenKind.CODE:
        return CompoundRole.OTHER
    if following is not None and following.is_word and following.text.islower():
        every = tags_of(after)
        tags = every[:1]
        if tags == ("NNS",) and "VBZ" in every:
            return CompoundRole.OTHER  # "health care costs", which may be a verb
        if tags in (("NN",), ("NNS",)):
            return CompoundRole.BEFORE
        if tags in (("JJ",), ("VBG",), ("VBN",)):
            return CompoundRole.OTHER
    if length == 1:
        return (
            CompoundRole.HEAD
            if tags_of(first)[:1] in (("NN",), ("NNS",), ())
            else CompoundRole.OTHER
        )
    if second in PARTICLES:
        return CompoundRole.HEAD if place.lower(-1) in _DETERMINERS else CompoundRole.OTHER
    if are_nouns(first, second) or (tags_of(first)[:1] == ("NN",) and second.endswith("ing")):
        return CompoundRole.HEAD
    return CompoundRole.OTHER
