"""Walks each sentence of an article once and runs the detectors registered for its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from copylint.analysis.annotated_text import Sentence
from copylint.analysis.article import Article
from copylint.analysis.sentence_key import SENTENCES, sentence_key
from copylint.checks.grammar.detectors import RULES, detectors_at
from copylint.checks.grammar.tagged_sentence import Detection, TaggedSentence
from copylint.contract.check import Check, Options
from copylint.core.blocks import BlockKind
from copylint.core.finding import Match
from copylint.core.memo import Memo
from copylint.core.recent import Recent
from copylint.core.rule import Severity
from copylint.core.rule_groups import group_of
from copylint.core.span import TextSpan

# Headlines drop words and play with tenses; credits and tables are not sentences.
_SILENT = frozenset({BlockKind.CREDIT, BlockKind.BYLINE, BlockKind.TABLE_CELL, BlockKind.DATELINE})


class GrammarCheck(Check):
    """Verb forms, agreement, missing and extra words, apostrophes and hyphens."""

    rules = RULES

    def __init__(self, known: Recent[tuple[bytes, bool], _Found] | None = None) -> None:
        self._detectors = Memo(detectors_at, 200_000)
        self._known = known

    def remembering(self) -> Check:
        """A check that keeps what it found in a sentence, with what the article had to say."""
        return GrammarCheck(Recent(SENTENCES))

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Errors of every kind, in order."""
        facts = _Facts(article)
        seen: set[tuple[int, int]] = set()
        for passage in article.passages:
            if passage.kind in _SILENT:
                continue
            for sentence in passage.sentences:
                for detection in self._detections(sentence, facts):
                    match = _match(sentence, facts, detection)
                    # Two detectors may come to the same word.
                    if (match.span.start, match.span.end) not in seen:
                        seen.add((match.span.start, match.span.end))
                        yield match

    def _detections(self, sentence: Sentence, facts: _Facts) -> Sequence[Detection]:
        if self._known is None or not sentence.tokens:
            return self._detected(sentence, facts)
        key = (sentence_key(facts.text, sentence), facts.is_curly)
        found = self._known.get(key)
        if found is None or not found.holds(sentence, facts):
            asked = _RecordedFacts(facts)
            detections = self._detected(sentence, asked)
            found = _Found(tuple(detections), asked.seen_from(sentence))
            self._known.put(key, found)
        return found.detections

    def _detected(self, sentence: Sentence, facts: _Facts) -> list[Detection]:
        known = self._detectors.__getitem__
        candidates = [(at, d) for at, d in enumerate(map(known, sentence.texts)) if d]
        if not candidates:
            return []
        tagged = TaggedSentence(sentence, facts.text, facts.is_quoted, facts.count)
        found = []
        for at, detectors in candidates:
            for detect in detectors:
                detection = detect(tagged, at)
                if detection is not None and tagged.is_whole(detection.first, detection.last):
                    found.append(detection)
        return found


class _Facts:
    """What detectors may ask about the article that a sentence is in."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.text = article.text
        self._counts: Counter[str] = Counter()

    @cached_property
    def is_curly(self) -> bool:
        """Whether the article's apostrophes are all curly, which detectors read from ``text``."""
        return "’" in self.text and "'" not in self.text

    def count(self, shown: str) -> int:
        """How often the article has a token, as it is written."""
        if not self._counts:
            self._counts.update(token.text for token in self._article.tokens)
        return self._counts[shown]

    def is_quoted(self, place: int) -> bool:
        """Whether a place is inside quotation marks."""
        return self._article.quotations.is_quoted(place)


class _RecordedFacts(_Facts):
    """The same, with the answers noted."""

    def __init__(self, facts: _Facts) -> None:
        self._facts = facts
        self.text = facts.text
        self.counted: dict[str, int] = {}
        self.quoted: dict[int, bool] = {}

    def count(self, shown: str) -> int:
        """As in the base, noted."""
        answer = self.counted[shown] = self._facts.count(shown)
        return answer

    def is_quoted(self, place: int) -> bool:
        """As in the base, noted."""
        answer = self.quoted[place] = self._facts.is_quoted(place)
        return answer

    def seen_from(self, sentence: Sentence) -> _Seen:
        """The answers, with places counted from the sentence's first token."""
        start = sentence.tokens[0].start
        quoted = tuple((place - start, answer) for place, answer in self.quoted.items())
        return _Seen(tuple(self.counted.items()), quoted)


class _Seen(NamedTuple):
    counted: tuple[tuple[str, int], ...]
    quoted: tuple[tuple[int, bool], ...]


class _Found(NamedTuple):
    """What was found in a sentence, and the facts that it depends on."""

    detections: tuple[Detection, ...]
    seen: _Seen

    def holds(self, sentence: Sentence, facts: _Facts) -> bool:
        """Whether it would be found in an equal sentence of the article of ``facts``."""
        start = sentence.tokens[0].start
        return all(facts.count(shown) == answer for shown, answer in self.seen.counted) and all(
            facts.is_quoted(start + place) == answer for place, answer in self.seen.quoted
        )


def _match(sentence: Sentence, facts: _Facts, detection: Detection) -> Match:
    start, end = sentence.tokens[detection.first].start, sentence.tokens[detection.last].end
    # A speaker's grammar is the speaker's: inside quotation marks an editor may only ask.
    spoken = group_of(detection.rule) == "grammar.agreement" and facts.is_quoted(start)
    severity = Severity.SUGGESTION if spoken else detection.severity
    span = TextSpan(start, end)
    return Match(
        span,
        detection.message,
        detection.replacements,
        rule=detection.rule,
        severity=severity,
        is_certain=detection.is_certain,
    )
