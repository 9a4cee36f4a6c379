"""A sentence as the context models read it: padded words, classes, tags and pairs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import overload

from copylint.analysis.annotated_text import Sentence
from copylint.core.memo import Memo
from copylint.language.ngrams import CountedWords, NGrams
from copylint.language.tagger import Tagger
from copylint.language.tokens import Token, TokenKind
from copylint.language.vocabulary import straight
from copylint.models.confusion_model import beside_code, in_compound, word_class
from copylint.models.word_pairs import NO_LEAD, WordPair, WordPairs

_WORD = TokenKind.WORD

#: Tokens of padding before and after the words of a sentence.
PADDING = 4
# The training text has straight quotation marks.
_SET = {"“": '"', "”": '"', "‘": "'"}

#: Marks that separate a word from its neighbours.
SEPARATES = frozenset("\"'()[]{}<>*_=|")


def _form(text: str) -> str:
    """A token as it would be written in the training text."""
    return _SET.get(text) or straight(text)


def _class(text: str) -> str:
    """The word class of a token, by its text."""
    return word_class(_form(text))


def _fit_form(text: str) -> str:
    """A token as it would be written in the training text, suitable for a look-up."""
    return _form(text).encode("utf-8", "replace").decode()


_CLASSES = Memo(_class)
_FORMS = Memo(_fit_form)


class SentenceContext:
    """Words, word classes and tags of one sentence, padded and computed on first use.

    Index 0 is padding: the first token is at ``PADDING``.
    """

    __slots__ = ("__dict__", "_pairs", "tokens", "words")
    #: The index of the first token.
    padding = PADDING

    def __init__(self, tokens: Sequence[Token], plain: Sequence[str]) -> None:
        self.tokens = tokens
        middle = map(_SET.get, plain, plain)
        self.words = ["^"] * PADDING + [*middle] + ["$"] * PADDING
        self._pairs: list[WordPair] | None = None

    @classmethod
    def of(cls, sentence: Sentence) -> SentenceContext:
        """The context of a sentence of an article."""
        return cls(sentence.tokens, sentence.plain)

    @classmethod
    def all_of(cls, sentences: Iterable[Sentence]) -> list[SentenceContext]:
        """The contexts of the sentences of an article, with their pairs looked up together."""
        contexts = [cls(each.tokens, each.plain) for each in sentences]
        lines = WordPairs.shared().along([context.words for context in contexts])
        for context, pairs in zip(contexts, lines, strict=True):
            context._pairs = pairs
        return contexts

    @property
    def pairs(self) -> list[WordPair]:
        """By index: the pair of the word and the one before it."""
        pairs = self._pairs
        if pairs is None:
            (pairs,) = WordPairs.shared().along([self.words])
            self._pairs = pairs
        return pairs

    @cached_property
    def contested(self) -> list[int]:
        """Places where another form or word fits at least as well by counts of pairs.

        Places are included if counts know neither the written word nor the other one.
        """
        pairs = self.pairs
        return [
            index
            for index in range(PADDING, len(self.words) - PADDING)
            if pairs[index].lead_after + pairs[index + 1].lead_before > NO_LEAD
        ]

    def triple(self, index: int) -> float:
        """About log2 of how often the word was seen between its neighbours."""
        words, counts = self.words, NGrams.shared()
        return counts.at((counts.key(words[index - 1], words[index], words[index + 1]),))[0]

    @cached_property
    def line(self) -> CountedWords:
        """How often the pairs and triples of the sentence's words were seen."""
        return NGrams.shared().line(self.words)

    @cached_property
    def classes(self) -> list[str]:
        """The class of each word, regardless of its sentence."""
        known = _CLASSES
        middle = [known[token[1]] for token in self.tokens]
        return [known["^"]] * PADDING + middle + [known["$"]] * PADDING

    @cached_property
    def tags(self) -> Sequence[str]:
        """The tag of each word in its sentence, computed on access."""
        forms = [_FORMS[token[1]] for token in self.tokens]
        return _Padded(Tagger.shared().tag(forms))

    def is_plain_word(self, index: int) -> bool:
        """Whether the token is a word in lower case among other words.

        A word in a compound, or beside code, a quotation mark or a bracket, does not qualify,
        since its neighbours say nothing about it.
        """
        at = index - PADDING
        kind, text, _, _ = self.tokens[at]
        return (
            kind is _WORD
            and text.islower()
            and self.words[index - 1] not in SEPARATES
            and self.words[index + 1] not in SEPARATES
            and not in_compound(self.tokens, at)
            and not beside_code(self.tokens, at)
        )


class _Padded(Sequence[str]):
    """The tags of a sentence with padding before and after it."""

    __slots__ = ("_known", "_tags")

    def __init__(self, tags: Sequence[str]) -> None:
        self._tags = tags
        #: The tags asked for so far; the others are empty.
        self._known = ["^"] * PADDING + [""] * len(tags) + ["$"] * PADDING

    def __len__(self) -> int:
        return len(self._known)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        known = self._known[index]
        if isinstance(index, slice):
            places = range(*index.indices(len(self)))
            return [tag or self[at] for at, tag in zip(places, known, strict=True)]
        if not known:
            known = self._known[index] = self._tags[index - PADDING]
        return known
