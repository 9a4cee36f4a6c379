"""Terms that an article writes with a capital in one place and without one in another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from copylint.analysis.annotated_text import Passage, Sentence
from copylint.analysis.article import Article
from copylint.analysis.author_prose import TokenPlace, starts_sentence
from copylint.analysis.ledger.entries import PlaceKind
from copylint.core.span import TextSpan
from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.tokens import HYPHENS, Token, TokenKind
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

_WORD = TokenKind.WORD

#: Institutions, offices and laws of which an article means only one: after "the", and without
#: following words that make a name of them, both cases mean the same.
INSTITUTIONS = words(
    "government parliament congress senate cabinet treasury administration opposition "
    "president chancellor premier pope bill constitution coalition presidency monarchy "
    "legislature judiciary ministry committee commission assembly council union association "
    "federation agency bank"
)
#: The same, of two words.
OFFICES = frozenset(
    (first, second)
    for first, seconds in {
        "prime": "minister",
        "home": "secretary office",
        "foreign": "secretary minister office",
        "attorney": "general",
        "supreme": "court",
        "high": "court",
        "white": "paper",
        "royal": "family",
        "stock": "exchange",
        "european": "commission union",
        "defence": "minister secretary",
        "finance": "minister",
        "health": "secretary",
        "first": "lady minister",
        "vice": "president",
        "chief": "justice",
        "central": "bank",
        "federal": "government",
        "general": "election",
        "cold": "war",
        "middle": "east ages",
        "world": "cup",
        "davis": "cup",
        "premier": "league",
        "summer": "olympics",
        "winter": "olympics",
    }.items()
    for second in seconds.split()
)
#: Unique things, whatever words surround them.
UNIQUE = words(
    "internet web bible koran congressional parliamentary olympics brexit covid islam facebook "
    "twitter google"
)
_NAMED_AFTER = words("of for on in and")


class CasedTerm(NamedTuple):
    """A place of a term; ``key`` is the term in small letters."""

    key: str
    span: TextSpan
    capital: bool


def cased_terms(article: Article) -> dict[str, dict[bool, list[TextSpan]]]:
    """The terms that the article's own prose has in both forms, with their places."""
    forms = article.author_prose.forms
    single = (INSTITUTIONS | UNIQUE) & forms
    pairs = {pair for pair in OFFICES if pair[0] in forms and pair[1] in forms}
    if not single and not pairs:
        return {}
    starts = single | {first for first, _ in pairs}
    # A term can have both forms only if one of its tokens has.
    texts = article.author_prose.texts
    starts = frozenset(w for w in starts if w in texts and w.capitalize() in texts)
    if not starts:
        return {}
    found: dict[str, dict[bool, list[TextSpan]]] = {}
    for cased in _places(article, starts, single, pairs):
        found.setdefault(cased.key, {}).setdefault(cased.capital, []).append(cased.span)
    return {key: places for key, places in found.items() if len(places) > 1}


def cased_places(
    article: Article, single: frozenset[str], pairs: frozenset[tuple[str, str]]
) -> Iterator[CasedTerm]:
    """The places of terms of one and of two words, in either case, in the article's own prose."""
    forms = article.author_prose.forms
    single = single & forms
    pairs = frozenset(pair for pair in pairs if pair[0] in forms and pair[1] in forms)
    starts = single | {first for first, _ in pairs}
    return _places(article, starts, single, pairs) if starts else iter(())


def _places(
    article: Article,
    starts: frozenset[str],
    single: frozenset[str],
    pairs: Collection[tuple[str, str]],
) -> Iterator[CasedTerm]:
    for passage in article.author_prose.passages:
        if not starts.isdisjoint(passage.lower):
            yield from _in_passage(article, passage, starts, single, pairs)


def spelled_names(article: Article) -> dict[str, dict[str, list[TextSpan]]]:
    """Names that differ in their inner capitals only, with the places of each: NATO, Nato."""
    by_key: dict[str, set[str]] = {}
    capitals = [
        text
        for text in article.author_prose.texts
        if text[0].isupper() and text.isalpha() and len(text) > 2
    ]
    for text in capitals:
        if text[1:].islower():
            continue
        by_key.setdefault(text.lower(), set()).add(text)
    if not by_key:
        return {}
    for text in capitals:
        if text[1:].islower() and text.lower() in by_key:
            by_key[text.lower()].add(text)
    wanted = {
        text: key
        for key, forms in by_key.items()
        if len(forms) > 1 and not _may_be_shouted(key)
        for text in forms
    }
    if not wanted:
        return {}
    datelines = {place.span for place in article.ledger.places if place.kind is PlaceKind.DATELINE}
    found: dict[str, dict[str, list[TextSpan]]] = {}
    for passage in article.author_prose.passages:
        for index, (_, text, start, end) in enumerate(passage.tokens):
            if text not in wanted or not article.author_prose.says(start):
                continue
            if any(span.start <= start < span.end for span in datelines):
                continue  # set in capitals by custom
            if (
                not _joined(TokenPlace(passage, index), 1)
                and not article.text[end : end + 1].isdigit()
            ):
                places = found.setdefault(wanted[text], {})
                places.setdefault(text, []).append(TextSpan(start, end))
    return {key: places for key, places in found.items() if len(places) > 1}


def listed(forms: Iterable[str]) -> str | None:
    """The one of ``forms`` that the lexicon has, if it has exactly one of them."""
    known = [form for form in forms if Lexicon.shared().entry(form) is not None]
    return known[0] if len(known) == 1 else None


def _may_be_shouted(key: str) -> bool:
    """Whether the form in capitals may be an ordinary word, or someone's name."""
    lexicon = Lexicon.shared()
    if lexicon.entry(key) is not None:
        return True
    name = lexicon.entry(key.capitalize())
    return name is not None and bool(name.kinds & (Kinds.PERSON | Kinds.PLACE | Kinds.DEMONYM))


def _in_passage(
    article: Article,
    passage: Passage,
    starts: frozenset[str],
    single: frozenset[str],
    pairs: Collection[tuple[str, str]],
) -> Iterator[CasedTerm]:
    lower, tokens = passage.lower, passage.tokens
    titles = [sentence for sentence in passage.sentences if _is_title(sentence)]
    begins = [sentence.start for sentence in titles]
    for at, form in enumerate(lower):
        if form not in starts or tokens[at].kind is not _WORD:
            continue
        place = TokenPlace(passage, at)
        token = tokens[at]
        if starts_sentence(place) or not article.author_prose.says(token.start):
            continue
        nearest = bisect_right(begins, token.start) - 1
        if nearest >= 0 and token.start < titles[nearest].end:
            continue
        pair = (form, lower[at + 1]) if at + 1 < len(lower) else None
        if pair in pairs and pair is not None:
            second = tokens[at + 1]
            if token.text[0].isupper() == second.text[0].isupper() and _stands_alone(place, 2):
                span = TextSpan(token.start, second.end)
                yield CasedTerm(" ".join(pair), span, token.text[0].isupper())
        elif form in single and token.text[1:].islower() and _stands_alone(place, 1):
            if form not in UNIQUE and lower[at - 1] != "the":
                continue
            span = TextSpan(token.start, token.end)
            yield CasedTerm(form, span, token.text[0].isupper())


def _is_title(sentence: Sentence) -> bool:
    longer = [t.text for t in sentence.tokens if t.kind is _WORD and len(t.text) > 3]
    capitals = sum(1 for text in longer if text[0].isupper())
    return len(longer) > 4 and 3 * capitals > 2 * len(longer)


def _stands_alone(place: TokenPlace, length: int) -> bool:
    """Whether the term is a whole name: no word beside it has a capital or describes it."""
    before, after = place.near(-1), place.near(length)
    if _is_capital(before) or _is_capital(after) or _joined(place, length):
        return False
    if after is not None and place.lower(length) in _NAMED_AFTER:
        following = place.near(length + 1)
        if _is_capital(following) or place.lower(length + 1) in ("the", "a", "an"):
            return False
    if length == 1 and after is not None and after.is_word:
        # "the bank manager", "the government whip": part of another term
        return tags_of(place.lower(1))[:1] not in (("NN",), ("NNS",))
    return True


def _is_capital(token: Token | None) -> bool:
    return token is not None and token.text[:1].isupper()


def _joined(place: TokenPlace, length: int) -> bool:
    signs = (*HYPHENS, "/", "&", "@", "#")
    before, after = place.near(-1), place.near(length)
    return (before is not None and before.text in signs) or (
        after is not None and after.text in signs
    )
