"""Text that a program may edit only when asked: quoted speech, other people's words, names."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from copylint.analysis.article import Article
from copylint.core.blocks import BlockKind
from copylint.language.doubled_words import FUNCTION
from copylint.language.tokens import Token

_POSSESSIVE = ("'s", "’s", "'", "’")


def is_reserved(article: Article, start: int, end: int) -> bool:
    """Whether the code points ``start`` to ``end`` of the text belong to someone else.

    They do inside quotation marks, in a block quotation, in code, and in a name: in a
    capitalised word that is not a word of grammar (without its possessive ending), or between
    two such words. An empty span counts as inside a word or quotation that it would split.
    """
    block = article.document.block_at(start)
    if block is None or block.kind is BlockKind.QUOTATION:
        return True
    if any(each.start <= end and start <= each.end for each in block.opaque):
        return True
    return article.quotations.touches(start, end) or _is_in_name(article, start, end)


def _is_in_name(article: Article, start: int, end: int) -> bool:
    text, tokens = article.text, article.tokens
    while text[start - 1 : start].isspace():
        start -= 1
    while text[end : end + 1].isspace():
        end += 1
    first = bisect_left(tokens, start, key=attrgetter("end"))
    # From the token that ends at ``start`` or holds it to the one that begins at ``end``.
    near: list[Token] = []
    for index in range(first, len(tokens)):  # a slice would copy the rest of a long text
        token = tokens[index]
        if token.start > end:
            break
        near.append(token)
    edited = [t for t in near if t.start < end and start < t.end] or [
        t for t in near if start == end and t.start < start < t.end
    ]
    if any(_is_name(token) and start < _name_end(token) for token in edited):
        return True
    before = next((t for t in reversed(near) if t.end <= start), None)
    after = next((t for t in near if t.start >= end), None)
    return before is not None and after is not None and _is_name(before) and _is_name(after)


def _is_name(token: Token) -> bool:
    return token.is_word and token.text[0].isupper() and token.text.lower() not in FUNCTION


def _name_end(token: Token) -> int:
    """Where the name in ``token`` ends, its possessive ending left out."""
    for ending in _POSSESSIVE:
        if token.text.endswith(ending):
            return token.end - len(ending)
    return token.end
