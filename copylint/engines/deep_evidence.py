"""Evidence in the rest of an article for its own wording."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from copylint.analysis.annotated_text import Sentence
from copylint.analysis.article import Article
from copylint.core.blocks import BlockKind
from copylint.core.span import TextSpan
from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.ngrams import NGrams
from copylint.language.tokens import HYPHENS, Token, TokenKind
from copylint.models.closed_confusions import is_closed
from copylint.models.confusion_model import beside_code, in_compound
from copylint.models.edit import ScoredEdit

#: Blocks that are not running sentences: headlines drop words, tables and credits have none.
NO_SENTENCES = frozenset(
    {
        BlockKind.HEADLINE,
        BlockKind.SUBHEAD,
        BlockKind.BYLINE,
        BlockKind.DATELINE,
        BlockKind.CREDIT,
        BlockKind.TABLE_CELL,
        BlockKind.IMAGE_TITLE,
        BlockKind.FRONT_MATTER,
    }
)
# Blocks that may hold a sentence or a label; only a sentence ends with a full stop.
_MAYBE_LABELS = frozenset({BlockKind.CAPTION, BlockKind.ALT_TEXT, BlockKind.LIST_ITEM})
_STOPS = frozenset(".?!:;…")
_QUOTES = frozenset("\"“”‘'")
_CLOSERS = frozenset("\"'”’)]")
# Shares of a sentence's words: capitals beyond it make a list of names or a title, numbers
# a result or a table.
_TITLE, _FIGURES = 0.5, 0.25
_LEAST_WORDS = 3
# log odds that a fault in someone's speech must have beyond those of one in the copy.
_SPEECH = 0.5
_OF_GRAMMAR = frozenset({"agreement", "verb-form", "missing-word", "extra-word", "article"})
_OF_FORM = frozenset({"agreement", "verb-form"})
# log2 of the count from which a word is everyday: its repetition says nothing.
_EVERYDAY = 12.5
_RANGE = 3
# Marks after which a word may be missing.
_MAY_PRECEDE = frozenset(",;:")
_VERSE_LINES, _VERSE_WORDS = 3, 9


class Evidence:
    """The article's own use of words."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._counts = NGrams.shared()

    def sentences(self) -> Iterator[Sentence]:
        """The sentences that are worth reading."""
        for passage in self._article.passages:
            if passage.kind not in NO_SENTENCES and not _is_verse(passage.text):
                for sentence in passage.sentences:
                    if _is_prose(sentence):
                        yield sentence

    def allows(self, sentence: Sentence, edit: ScoredEdit) -> bool:
        """Whether nothing in the article supports the word as it is."""
        tokens = sentence.tokens
        at = bisect_left(tokens, edit.start, key=lambda token: token.start)
        if at == len(tokens) or tokens[at].start != edit.start:
            return False
        if not self._is_in_reach(tokens, at, edit):
            return False
        if edit.kind in _OF_GRAMMAR and edit.score < _SPEECH and self._is_speech(edit.start):
            return False
        return not (self._is_name(tokens, at, edit) or self._is_kept_to(sentence, at, edit))

    def _is_speech(self, place: int) -> bool:
        return self._article.quotations.is_quoted(place)

    def _is_in_reach(self, tokens: list[Token], at: int, edit: ScoredEdit) -> bool:
        """Whether the place is in running text, with only spaces around it."""
        if beside_code(tokens, at) or (at and beside_code(tokens, at - 1)):
            return False
        if edit.start == edit.end:
            between = tokens[max(0, at - 2) : at + 1]
            if len(between) == _RANGE and between[0].text in HYPHENS:  # 10-13 February
                return between[1].kind is TokenKind.WORD
            if not at or not all(_is_plain(token) for token in between[-2:]):
                return False
            return not in_compound(tokens, at) and self._is_joined(tokens, at - 1)
        beside = tokens[max(0, at - 1)].text, tokens[min(at + 1, len(tokens) - 1)].text
        if edit.kind != "apostrophe" and not _QUOTES.isdisjoint(beside):
            return False
        last = bisect_left(tokens, edit.end, key=lambda token: token.start) - 1
        sides = [side for side in (at - 1, last) if 0 <= side < len(tokens) - 1]
        return not in_compound(tokens, at) and all(self._is_joined(tokens, s) for s in sides)

    def _is_joined(self, tokens: list[Token], at: int) -> bool:
        """Whether no mark-up sets a token apart from the next: what is set apart is named."""
        between = TextSpan(tokens[at].end - 1, tokens[at + 1].start + 1)
        return self._article.document.is_contiguous(between)

    def _is_name(self, tokens: list[Token], at: int, edit: ScoredEdit) -> bool:
        """Whether the edit is at, or between the parts of, something with a capital."""
        capital = [_is_capital(tokens, index) for index in range(len(tokens))]
        here = capital[at]
        before = at > 0 and capital[at - 1]
        after = at + 1 < len(tokens) and capital[at + 1]
        if edit.start == edit.end:
            return before and here
        if edit.kind == "apostrophe":
            return here and (before or after)
        if tokens[at].text[:1].isupper() and self._is_given_name(tokens[at].text):
            return True
        # At the head of a sentence a title looks like any word ("Schools minister Jo Quist").
        opens = tokens[at].text[:1].isupper() and (after or edit.kind in _OF_FORM)
        return here or opens or (edit.kind in _OF_FORM and before and after)

    @staticmethod
    def _is_given_name(word: str) -> bool:
        entry = Lexicon.shared().entry(word)
        return entry is not None and Kinds.GIVEN in entry.kinds

    def _is_kept_to(self, sentence: Sentence, at: int, edit: ScoredEdit) -> bool:
        """Whether the article has the same wording elsewhere."""
        plain = sentence.plain
        before = plain[at - 1] if at else "^"
        if edit.start == edit.end:
            return self._pairs[before, plain[at]] > 1
        word, after = plain[at], plain[at + 1] if at + 1 < len(plain) else "$"
        if is_closed(word, edit.replacement):
            return False
        if edit.kind == "confusion" and self._counts.word(word) < _EVERYDAY:
            return self._uses[word] > 1
        return self._pairs[before, word] > 1 and self._pairs[word, after] > 1

    @cached_property
    def _uses(self) -> Counter[str]:
        return Counter(word for passage in self._article.passages for word in passage.plain)

    @cached_property
    def _pairs(self) -> Counter[tuple[str, str]]:
        pairs: Counter[tuple[str, str]] = Counter()
        for passage in self._article.passages:
            pairs.update(zip(passage.plain, passage.plain[1:], strict=False))
        return pairs


def _is_plain(token: Token) -> bool:
    """Whether a word may be missing beside it."""
    return token.kind in (TokenKind.WORD, TokenKind.NUMBER) or token.text in _MAY_PRECEDE


def _is_capital(tokens: list[Token], at: int) -> bool:
    """Whether a word has a capital that is not its sentence's."""
    return tokens[at].text[:1].isupper() and any(
        token.kind in (TokenKind.WORD, TokenKind.NUMBER) for token in tokens[:at]
    )


def _is_prose(sentence: Sentence) -> bool:
    """Whether these are the words of a sentence, not a title, a result or a list of names."""
    tokens = sentence.tokens
    words = [token.text for token in tokens if token.kind is TokenKind.WORD]
    if len(words) < _LEAST_WORDS:
        return False
    if sum(word[0].isupper() for word in words) > _TITLE * len(words):
        return False
    if sum(token.kind is TokenKind.NUMBER for token in tokens) > _FIGURES * len(tokens):
        return False
    if sentence.block.kind in _MAYBE_LABELS:
        last = next((t.text for t in reversed(tokens) if t.text not in _CLOSERS), "")
        return last[-1:] in _STOPS
    return True


def _is_verse(text: str) -> bool:
    """Whether the block is short lines, each with a capital first."""
    lines = [line.strip() for line in text.splitlines()]
    lines = [line for line in lines if line]
    return len(lines) >= _VERSE_LINES and all(
        line[0].isupper() and len(line.split()) <= _VERSE_WORDS for line in lines
    )
