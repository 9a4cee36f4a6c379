"""What the judge of findings weighs: the words, their place, the rule and the article."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from copylint.analysis.annotated_text import Sentence
from copylint.analysis.article import Article
from copylint.core.finding import Match
from copylint.core.kept_patterns import compiled
from copylint.deep.features import OF_WORDS, SentenceFeatures
from copylint.deep.labels import WordChange
from copylint.deep.network_words import words_of
from copylint.language.edit_cost import edit_cost
from copylint.language.lexicon import Lexicon

# Fewer tokens do not make a sentence; nobody writes sentences of more.
_LEAST_TOKENS, _MOST_TOKENS = 3, 300
_PART = compiled(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|\S")
_OF_FINDING = (
    "replacements letters digits capital inner_capital vowels size size_new first_same "
    "last_same parts_old parts_new spaces hyphens cost_whole cost_next zipf_whole zipf_next "
    "before after unknown_here unknown_share quoted"
)
#: Features of a finding besides those of its words.
OF_FINDING = tuple(_OF_FINDING.split())
#: All of them, in the order of ``FindingFeatures.of``.
ALL = (*OF_WORDS, *OF_FINDING)
_BESIDE = " -–—\"'“”‘’([{/.,:;_@#$%&*+=<>|\\"
_NUMBER_OF = {mark: float(number) for number, mark in enumerate(_BESIDE)}
_OTHER = float(len(_BESIDE))
_VOWELS = frozenset("aeiouy")


class _Scene(NamedTuple):
    features: SentenceFeatures
    unknown: int


class FindingFeatures:
    """The features of an article's findings."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._scenes: dict[int, _Scene] = {}

    def of(self, match: Match) -> list[float] | None:
        """The features named in ``ALL``; None for a finding outside sentences."""
        at = bisect_right(self._starts, match.span.start) - 1
        if at < 0:
            return None
        sentence = self._sentences[at]
        is_sentence = _LEAST_TOKENS <= len(sentence.tokens) <= _MOST_TOKENS
        if match.span.end > sentence.end or not is_sentence:
            return None
        scene = self._scenes.get(at)
        if scene is None:
            scene = self._scenes[at] = self._scene(sentence)
        change = _change(scene.features, match)
        return [*scene.features.of_words(change), *self._of_finding(match, scene)]

    @cached_property
    def _sentences(self) -> list[Sentence]:
        return [each for each in self._article.sentences if each.tokens]

    @cached_property
    def _starts(self) -> list[int]:
        return [each.tokens[0].start for each in self._sentences]

    @staticmethod
    def _scene(sentence: Sentence) -> _Scene:
        is_word = Lexicon.shared().is_word
        unknown = sum(
            text[:1].isalpha() and text.islower() and not is_word(text) for text in sentence.plain
        )
        return _Scene(SentenceFeatures(words_of(sentence.tokens), ()), unknown)

    def _of_finding(self, match: Match, scene: _Scene) -> list[float]:
        text = self._article.text
        start, end = match.span.start, match.span.end
        old = text[start:end]
        new, *others = (*match.replacements[:2], "", "")[:2]
        if not match.replacements:
            new = old
        low, put, then = old.lower(), new.lower(), others[0].lower()
        zipf = Lexicon.shared().zipf
        vowels = sum(letter in _VOWELS for letter in low)
        number = _NUMBER_OF.get
        size = max(1, len(scene.features.texts))
        return [
            float(len(match.replacements)),
            float(sum(map(str.isalpha, old))),
            float(sum(map(str.isdigit, old))),
            float(old[:1].isupper()),
            float(any(map(str.isupper, old[1:]))),
            vowels / max(1, len(low)),
            float(len(old)),
            float(len(new)),
            float(low[:1] == put[:1]),
            float(low[-1:] == put[-1:]),
            float(len(old.split())),
            float(len(new.split())),
            float(new.count(" ") - old.count(" ")),
            float(new.count("-") - old.count("-")),
            edit_cost(low, put),
            edit_cost(low, then) if then else -1.0,
            zipf(put),
            zipf(then) if then else -1.0,
            number(text[start - 1], _OTHER) if start else -1.0,
            number(text[end], _OTHER) if end < len(text) else -1.0,
            float(scene.unknown),
            scene.unknown / size,
            float(self._article.quotations.is_quoted(start)),
        ]


def _change(sentence: SentenceFeatures, match: Match) -> WordChange:
    """The shortest change of words that the first replacement makes."""
    words = sentence.words
    first = sum(word.end <= match.span.start for word in words)
    last = max(first, sum(word.start < match.span.end for word in words))
    old = sentence.texts[first:last]
    put = _PART.findall(match.replacements[0]) if match.replacements else list(old)
    while old and put and old[0] == put[0] and len(old) + len(put) > 2:
        old, put, first = old[1:], put[1:], first + 1
    while old and put and old[-1] == put[-1] and len(old) + len(put) > 2:
        old, put, last = old[:-1], put[:-1], last - 1
    return WordChange(first, last, tuple(put))
