"""Words of an article that the lexicon does not know, their places, and what supports them.

There is one entry for each distinct form. The evidence around a form (a hyphen, another
unknown word, a bracket) is gathered from its occurrences.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Container, Sequence
from operator import itemgetter

from copylint.analysis.article import Article
from copylint.core.blocks import Block
from copylint.core.kept_patterns import compiled
from copylint.core.record import field, record
from copylint.language.known_misspellings import doubted
from copylint.language.lexicon import Kinds, Lexicon, normalised
from copylint.language.tokens import APOSTROPHES, HYPHENS, Token, TokenKind

_NUMBER, _WORD, _PUNCTUATION = TokenKind.NUMBER, TokenKind.WORD, TokenKind.PUNCTUATION


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TEXT = itemgetter(1)
_POSSESSIVE = compiled(rf"(?<=..)[{APOSTROPHES}][sS]$")
# Characters that, touching a word, show that it is not prose.
_CODE_BEFORE = frozenset("/\\_=<>{}@#|~^$`+%&§•€£")
_CODE_AFTER = frozenset("/\\_=<>{}@#|~^$`+(%&[")
_DIGITS = frozenset("0123456789")
_SENTENCE_END = frozenset(".!?:…")
_OPENERS = frozenset("\"'“‘(«[*_-–—•") | frozenset("”’)")


@record(frozen=False)
class WordOccurrence:
    """One occurrence: its token and its surroundings.

    ``before`` and ``after`` are the words on either side, ``^`` and ``$`` at the ends of
    a sentence. ``spaced_before`` is the token that one space separates from this one.
    """

    token: Token
    block: Block
    starts_sentence: bool
    hyphenated: bool
    name_part: bool
    unknown_neighbours: int
    code_like: bool
    before: str
    after: str
    previous: Token | None
    following: Token | None

    @property
    def follows_number(self) -> bool:
        """Whether the token before it is a number."""
        return self.previous is not None and self.previous.kind is _NUMBER


@record(frozen=False)
class UnknownWord:
    """A form that is not a known word; ``word`` is the form without a possessive ending."""

    form: str
    word: str
    places: list[WordOccurrence] = field(default_factory=list)

    @property
    def ending(self) -> int:
        """Length of the possessive ending that ``word`` lacks: 2 or 0."""
        return 2 if _POSSESSIVE.search(self.form) else 0


def unknown_words(article: Article) -> list[UnknownWord]:
    """The unknown forms of ``article`` in order of first appearance."""
    accepts = article.vocabulary.accepts
    distinct = dict.fromkeys(map(_TEXT, article.words))
    odd = Lexicon.shared().strange(distinct) | doubted().intersection(distinct)
    if not odd:
        return []
    found: dict[str, UnknownWord] = {}
    for form in distinct:
        if form in odd and len(form) > 1 and not accepts(form):
            word = base_of(form)
            if not accepts(word):
                found[form] = UnknownWord(form, word)
    if not found:
        return []
    phrases = list(article.vocabulary.accepted_phrases(article.text))
    for passage in article.passages:
        if found.keys().isdisjoint(passage.texts):
            continue
        tokens = passage.tokens
        for index in [at for at, text in enumerate(passage.texts) if text in found]:
            token = tokens[index]
            if token.kind is not _WORD or _is_within(token, phrases):
                continue
            unknown_word = found[token.text]
            unknown_neighbours = _unknown_neighbours(found, tokens, index)
            unknown_word.places.append(
                _place(article.text, passage.block, tokens, index, unknown_neighbours)
            )
    return [unknown_word for unknown_word in found.values() if unknown_word.places]


def _is_within(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one of ``spans``, which are in order and do not overlap, covers the token."""
    at = bisect_right(spans, (token.start, sys.maxsize)) - 1
    return at >= 0 and token.end <= spans[at][1]


def base_of(form: str) -> str:
    """``form`` as the lexicon would store it, without a possessive ending."""
    return normalised(_POSSESSIVE.sub("", form))


def _place(
    text: str, block: Block, tokens: Sequence[Token], index: int, unknown_neighbours: int
) -> WordOccurrence:
    token = tokens[index]
    previous = tokens[index - 1] if index else None
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    left = text[token.start - 1] if token.start > block.span.start else " "
    right = text[token.end] if token.end < block.span.end else " "
    beyond = text[token.end + 1] if token.end + 1 < block.span.end else " "
    further = text[token.start - 2] if token.start - 2 >= block.span.start else " "
    code = (
        left in _CODE_BEFORE
        or left in ")]"  # (r)ather
        or (right in ")]*" and beyond.isalpha())
        or (left in "([" and further.isalpha())
        or (left == "-" and (further == "-" or further.isspace()))  # --option
        or right in _CODE_AFTER
        or left in _DIGITS
        or right in _DIGITS
        or (right in ".:" and (beyond.isalnum() or beyond in "/\\_:"))
        or (left in ".:" and further not in ". ")
        or (left in APOSTROPHES and further in _DIGITS)  # V8'ish
    )
    starts = _starts_sentence(tokens, index)
    before = "^" if starts else previous.text if previous and previous.is_word else ""
    after = "$" if following is None else following.text
    if following is not None and not following.is_word:
        after = "$" if following.text[:1] in _SENTENCE_END else ""
    return WordOccurrence(
        token=token,
        block=block,
        starts_sentence=starts,
        hyphenated=left in HYPHENS or right in HYPHENS,
        unknown_neighbours=unknown_neighbours,
        name_part=left in HYPHENS and _names_before(tokens, index),
        code_like=code,
        before=before,
        after=after,
        previous=previous,
        following=following,
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
    return tokens[at].text[:1] in _SENTENCE_END and tokens[at].kind is _PUNCTUATION


_ABBREVIATED = _set(
    """
    mr mrs ms dr st jr sr prof rev gen col capt lt sgt sen rep gov hon
    """
)


def _abbreviates(token: Token) -> bool:
    """Whether a full stop after ``token`` belongs to an abbreviation: an initial, *Mr.*."""
    return token.is_word and (
        (len(token.text) == 1 and token.text.isupper()) or token.text.lower() in _ABBREVIATED
    )


def _unknown_neighbours(found: Container[str], tokens: Sequence[Token], index: int) -> int:
    """How many of the four tokens on either side are unknown words in lower case too."""
    near = tokens[max(0, index - 4) : index + 5]
    return sum([token[1] in found and token[1].islower() for token in near]) - 1


def _names_before(tokens: Sequence[Token], index: int) -> bool:
    """Whether a capitalised word is joined to this one by a hyphen: *Eui-yong*."""
    if index < 2:
        return False
    first, hyphen = tokens[index - 2], tokens[index - 1]
    return (
        hyphen.end == tokens[index].start
        and first.end == hyphen.start
        and first.is_word
        and first.text[:1].isupper()
        and not _starts_sentence(tokens, index - 2)
    )


def is_title_case(word: str) -> bool:
    """Whether only the first letter is a capital."""
    return word[:1].isupper() and word[1:].islower()


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
