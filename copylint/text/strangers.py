"""Words of an article that the lexicon does not know, where they stand, and what speaks for them.

One entry for each distinct form. What the words around a form say (a hyphen, another
stranger, a bracket) is gathered from its occurrences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from copylint.model.document import Block
from copylint.text.article import Article
from copylint.text.lexicon import Kinds, Lexicon, normalised
from copylint.text.tokens import APOSTROPHES, HYPHENS, Token, TokenKind

# Characters that, touching a word, show that it is no prose.
_CODE_BEFORE = frozenset("/\\_=<>{}@#|~^$`+%&§•€£")
_CODE_AFTER = frozenset("/\\_=<>{}@#|~^$`+(%&[")
_DIGITS = frozenset("0123456789")
_SENTENCE_END = frozenset(".!?:…")
_OPENERS = frozenset("\"'“‘(«[*_-–—•") | frozenset("”’)")


@dataclass(slots=True)
class Place:
    """One occurrence: its token and what stands around it.

    ``before`` and ``after`` are the words on either side, ``^`` and ``$`` at the ends of
    a sentence. ``spaced_before`` is the token that one blank parts from this.
    """

    token: Token
    block: Block
    starts_sentence: bool
    hyphenated: bool
    code_like: bool
    before: str
    after: str
    previous: Token | None
    following: Token | None
    spaced_before: Token | None


@dataclass(slots=True)
class Stranger:
    """A form that is no known word, possessive endings taken off (``word``)."""

    form: str
    word: str
    places: list[Place] = field(default_factory=list)


def strangers(article: Article) -> list[Stranger]:
    """The unknown forms of ``article`` in order of first appearance."""
    lexicon = Lexicon.shared()
    is_word, accepts = lexicon.is_word, article.vocabulary.accepts
    found: dict[str, Stranger] = {}
    for form in Counter(token.text for token in article.words):
        if len(form) > 1 and not is_word(form) and not accepts(form):
            word = base_of(form)
            if not accepts(word):
                found[form] = Stranger(form, word)
    if not found:
        return []
    phrases = list(article.vocabulary.accepted_phrases(article.text))
    for passage in article.passages:
        tokens = passage.tokens
        for index, token in enumerate(tokens):
            stranger = found.get(token.text)
            if stranger is None or token.kind is not TokenKind.WORD:
                continue
            if any(start <= token.start and token.end <= end for start, end in phrases):
                continue
            stranger.places.append(_place(article.text, passage.block, tokens, index))
    return [stranger for stranger in found.values() if stranger.places]


def base_of(form: str) -> str:
    """``form`` as the lexicon would store it, a possessive ending taken off."""
    word = normalised(form)
    if len(word) > 3 and word[-2:] in ("'s", "'S"):
        return word[:-2]
    return word


def _place(text: str, block: Block, tokens: Sequence[Token], index: int) -> Place:
    token = tokens[index]
    previous = tokens[index - 1] if index else None
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    left = text[token.start - 1] if token.start > block.span.start else " "
    right = text[token.end] if token.end < block.span.end else " "
    beyond = text[token.end + 1] if token.end + 1 < block.span.end else " "
    code = (
        left in _CODE_BEFORE
        or right in _CODE_AFTER
        or left in _DIGITS
        or right in _DIGITS
        or (right in ".:" and (beyond.isalnum() or beyond in "/\\_:"))
        or (left in ".:" and token.start - 2 >= block.span.start and text[token.start - 2] not in ". ")
    )
    spaced = (
        previous
        if previous is not None
        and previous.kind is TokenKind.WORD
        and previous.end + 1 == token.start
        and left == " "
        else None
    )
    starts = _starts_sentence(tokens, index)
    before = "^" if starts else previous.text if previous and previous.is_word else ""
    after = "$" if following is None else following.text
    if following is not None and not following.is_word:
        after = "$" if following.text[:1] in _SENTENCE_END else ""
    return Place(
        token=token,
        block=block,
        starts_sentence=starts,
        hyphenated=left in HYPHENS or right in HYPHENS,
        code_like=code,
        before=before,
        after=after,
        previous=previous,
        following=following,
        spaced_before=spaced,
    )


def _starts_sentence(tokens: Sequence[Token], index: int) -> bool:
    at = index - 1
    while at >= 0 and tokens[at].text in _OPENERS:
        at -= 1
    if at < 0:
        return True
    # An opening quotation mark after a word or a comma starts one too.
    if at < index - 1 and tokens[at].text == ",":
        return True
    if tokens[at].text == "." and at and _abbreviates(tokens[at - 1]):
        return False
    return tokens[at].text[:1] in _SENTENCE_END and tokens[at].kind is TokenKind.PUNCTUATION


_ABBREVIATED = frozenset("mr mrs ms dr st jr sr prof rev gen col capt lt sgt sen rep gov hon".split())


def _abbreviates(token: Token) -> bool:
    """Whether a full stop after ``token`` is an abbreviation's: an initial, *Mr.*."""
    return token.is_word and (
        (len(token.text) == 1 and token.text.isupper()) or token.text.lower() in _ABBREVIATED
    )


def is_title_case(word: str) -> bool:
    """Whether only the first letter is a capital."""
    return word[:1].isupper() and word[1:].islower()


def is_latin(word: str) -> bool:
    """Whether every letter is one that English copy may use."""
    return word.isascii() or all(ord(char) < 0x250 or not char.isalpha() for char in word)


def is_roman(word: str) -> bool:
    """Whether ``word`` is made of Roman numerals only."""
    return not set(word.lower()) - set("ivxlcdm")


def is_name_like(token: Token | None, lexicon: Lexicon) -> bool:
    """Whether ``token`` is a capitalised word that may be part of a name."""
    if token is None or not token.is_word or not token.text[:1].isupper():
        return False
    entry = lexicon.entry(token.text.lower())
    own = lexicon.entry(token.text)
    return entry is None or (own is not None and bool(own.kinds & Kinds.PERSON))


def has_apostrophe(word: str) -> bool:
    """Whether an apostrophe stands in ``word``."""
    return any(mark in word for mark in APOSTROPHES)
