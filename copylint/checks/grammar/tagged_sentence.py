"""A sentence as the grammar detectors read it: tokens, tags and case."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from copylint.analysis.annotated_text import Sentence
from copylint.core.kept_patterns import compiled
from copylint.core.memo import Memo
from copylint.core.rule import Severity
from copylint.language.ngrams import NGrams
from copylint.language.tagger import Tagger, Tags
from copylint.language.tokens import Token, TokenKind

_PUNCTUATION = TokenKind.PUNCTUATION


class Detection(NamedTuple):
    """What a detector found: tokens ``first`` to ``last`` (included) and their correction.

    ``severity`` is that of this detection, if it differs from the rule's. ``is_certain`` means
    that it is reported without being judged by the words around it.
    """

    rule: str
    first: int
    last: int
    replacements: tuple[str, ...]
    message: str
    severity: Severity | None = None
    is_certain: bool = False


class TaggedSentence:
    """The tokens of one sentence, with their tags on first use.

    ``count`` says how often the document has a token, as it is written; ``is_quoted``
    whether an offset is inside quotation marks. ``lower`` holds the words in lower case
    with straight apostrophes; ``word`` gives the one at a place, and beyond either end an
    empty text.
    """

    __slots__ = ("__dict__", "count", "is_quoted", "lower", "text", "texts", "tokens", "word")

    def __init__(
        self,
        sentence: Sentence,
        text: str,
        is_quoted: Callable[[int], bool],
        count: Callable[[str], int],
    ) -> None:
        self.count = count
        self.tokens: list[Token] = sentence.tokens
        self.text = text
        self.is_quoted = is_quoted
        self.texts = sentence.texts
        self.lower = [*map(_PLAIN.__getitem__, sentence.texts)]
        # Detectors ask for some seventy words a sentence; a dictionary answers without a call.
        self.word: Callable[[int], str] = _Words(enumerate(self.lower)).__getitem__

    def __len__(self) -> int:
        return len(self.tokens)

    def shown(self, at: int) -> str:
        """The word as it is written."""
        return self.tokens[at].text

    @cached_property
    def tags(self) -> Tags:
        """A Penn tag for each token, worked out when it is asked for."""
        return Tagger.shared().tag([*map(_FIT.__getitem__, self.texts)])

    def tag(self, at: int) -> str:
        """The tag of the token at ``at``, empty beyond the ends."""
        return self.tags[at] if 0 <= at < len(self.tokens) else ""

    def is_word(self, at: int) -> bool:
        """Whether the token at ``at`` is a word of letters."""
        return 0 <= at < len(self.tokens) and self.tokens[at][0] is _WORD

    def is_lower(self, at: int) -> bool:
        """Whether the token at ``at`` is a word that begins with a small letter."""
        if not 0 <= at < len(self.tokens):
            return False
        kind, text, _, _ = self.tokens[at]
        return kind is _WORD and text[0].islower()

    def opens(self, at: int) -> bool:
        """Whether the token opens the sentence, quotation marks and the like aside."""
        return at <= self._first

    @cached_property
    def _first(self) -> int:
        """The index of the first token that is neither a punctuation mark nor an item's number."""
        marks = (i for i, t in enumerate(self.tokens) if t.kind is not _PUNCTUATION)
        first = next(marks, len(self.tokens))
        if self.word(first).isdigit() and self.word(first + 1) in ("/", ")"):
            first = next(marks, len(self.tokens))
        return first

    @cached_property
    def single_marks(self) -> int:
        """How many apostrophes or single quotation marks are tokens of their own."""
        return self.lower.count("'") + self.lower.count("‘")

    def has_before(self, at: int, words: frozenset[str], reach: int) -> bool:
        """Whether one of ``words`` is among the ``reach`` tokens before ``at``."""
        return not words.isdisjoint(self.lower[max(0, at - reach) : at])

    def is_whole(self, first: int, last: int) -> bool:
        """Whether no code, mark-up or paragraph end hides between the tokens, or before them."""
        for at in range(max(0, first - 1), last):
            gap = self.text[self.tokens[at].end : self.tokens[at + 1].start]
            if gap and (not gap.isspace() or "\n\n" in gap):
                return False
        return True


class _Words(dict[int, str]):
    """The words of a sentence by place."""

    __slots__ = ()

    def __missing__(self, place: int) -> str:
        return ""


_WORD = TokenKind.WORD
# The tables of words are in UTF-8, which has no lone surrogates, and end at a NUL.
_UNWORDLY = compiled("[\ud800-\udfff\0]")


def _plain(word: str) -> str:
    return _fit(word).lower().replace("’", "'")


_PLAIN = Memo(_plain)


def plain(word: str) -> str:
    """``word`` in lower case with straight apostrophes, fit for a look-up."""
    return _PLAIN[word]


def _fit(word: str) -> str:
    return _UNWORDLY.sub("\ufffd", word)


_FIT = Memo(_fit)


def pair(first: str, second: str) -> float:
    """About log2 of how often edited copy has the two words in a row."""
    return NGrams.shared().pair(first, second)


def triple(first: str, second: str, third: str) -> float:
    """About log2 of how often edited copy has the three words in a row."""
    return NGrams.shared().triple(first, second, third)


def like(shown: str, word: str) -> str:
    """``word`` with the capitals of ``shown``."""
    if shown.isupper() and len(shown) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if shown[:1].isupper() else word


def correction(
    rule: str, sentence: TaggedSentence, at: int, right: str, message: str
) -> Detection | None:
    """``right`` for the one word at ``at``, with its capitals; None if nothing changes."""
    if not right or right == sentence.word(at):
        return None
    return Detection(rule, at, at, (like(sentence.shown(at), right),), message)


Detector = Callable[[TaggedSentence, int], Detection | None]
