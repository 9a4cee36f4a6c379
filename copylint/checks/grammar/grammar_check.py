"""Walks each sentence of an article once and runs the detectors registered for its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from copylint.analysis.annotated_text import Sentence
from copylint.analysis.article import Article
from copylint.analysis.sentence_key import SENTENCES, sentence_key
from copylint.checks.grammar import (
    adverb_hyphens,
    bare_contractions,
    bare_nouns,
    bare_plurals,
    compound_modifiers,
    coordinated_verbs,
    decades,
    demonstratives,
    determiners,
    double_comparative,
    existential,
    extra_article,
    extra_preposition,
    extra_pronoun,
    extra_verb,
    gerund_subjects,
    gerunds,
    have_forms,
    indefinite_articles,
    infinitives,
    its_and_whose,
    joined_subjects,
    joined_verbs,
    leftovers,
    mass_nouns,
    measures,
    misplaced_apostrophes,
    missing_a,
    missing_as,
    missing_no,
    missing_of,
    missing_on,
    missing_pronoun,
    missing_than,
    missing_the,
    missing_to,
    missing_to_after_noun,
    missing_verb,
    modal_verbs,
    modifiers,
    name_possessives,
    numbered_nouns,
    one_word,
    participles,
    persons,
    phrasal_verbs,
    possessive,
    progressives,
    pronoun_verbs,
    quantity_agreement,
    relatives,
    set_phrases,
    small_apostrophes,
    stray_apostrophes,
    subject_verb,
    time_possessives,
)
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, plain
from copylint.contract.check import Check, Options
from copylint.core.blocks import BlockKind
from copylint.core.finding import Match
from copylint.core.memo import Memo
from copylint.core.recent import Recent
from copylint.core.rule import Severity
from copylint.core.rule_groups import group_of
from copylint.core.span import TextSpan

_RULES = tuple(
    module.RULE
    for module in (
        modal_verbs,
        infinitives,
        gerunds,
        participles,
        progressives,
        pronoun_verbs,
        subject_verb,
        existential,
        relatives,
        determiners,
        demonstratives,
        mass_nouns,
        modifiers,
        set_phrases,
        missing_a,
        missing_as,
        missing_no,
        missing_of,
        missing_on,
        missing_pronoun,
        missing_than,
        missing_the,
        missing_to,
        missing_verb,
        extra_article,
        extra_preposition,
        extra_pronoun,
        extra_verb,
        double_comparative,
        bare_contractions,
        decades,
        its_and_whose,
        misplaced_apostrophes,
        possessive,
        name_possessives,
        time_possessives,
        stray_apostrophes,
        adverb_hyphens,
        compound_modifiers,
        measures,
        one_word,
        phrasal_verbs,
    )
)
_BY_WORD = (
    modal_verbs,
    infinitives,
    gerunds,
    participles,
    progressives,
    pronoun_verbs,
    persons,
    subject_verb,
    joined_subjects,
    bare_plurals,
    gerund_subjects,
    coordinated_verbs,
    relatives,
    numbered_nouns,
    have_forms,
    set_phrases,
    mass_nouns,
    demonstratives,
    determiners,
    indefinite_articles,
    existential,
    quantity_agreement,
    modifiers,
    missing_to,
    missing_of,
    missing_on,
    missing_as,
    missing_to_after_noun,
    missing_no,
    missing_than,
    missing_the,
    missing_a,
    missing_verb,
    missing_pronoun,
    extra_article,
    extra_preposition,
    extra_verb,
    extra_pronoun,
    double_comparative,
    leftovers,
    bare_contractions,
    stray_apostrophes,
    time_possessives,
    misplaced_apostrophes,
    name_possessives,
    measures,
    small_apostrophes,
    phrasal_verbs,
    joined_verbs,
    one_word,
    compound_modifiers,
    its_and_whose,
    possessive,
)
_BY_SHAPE = (
    decades.by_shape,
    stray_apostrophes.by_shape,
    name_possessives.by_shape,
    misplaced_apostrophes.by_shape,
    extra_article.by_shape,
    persons.by_shape,
    bare_plurals.by_shape,
    subject_verb.by_shape,
    gerund_subjects.by_shape,
    numbered_nouns.by_shape,
    quantity_agreement.by_shape,
    modifiers.by_shape,
    missing_of.by_shape,
    missing_the.by_shape,
    missing_a.by_shape,
    bare_nouns.by_shape,
    adverb_hyphens.by_shape,
)
# Headlines drop words and play with tenses; credits and tables are not sentences.
_SILENT = frozenset({BlockKind.CREDIT, BlockKind.BYLINE, BlockKind.TABLE_CELL, BlockKind.DATELINE})


class GrammarCheck(Check):
    """Verb forms, agreement, missing and extra words, apostrophes and hyphens."""

    rules = _RULES

    def __init__(self, known: Recent[tuple[str, bool], _Found] | None = None) -> None:
        self._detectors = Memo(_detectors, 200_000)
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


@cache
def _by_word() -> dict[str, tuple[Detector, ...]]:
    """The detectors of each word that has some, in the order of their modules."""
    found: dict[str, list[Detector]] = {}
    tables = (*(module.TRIGGERS for module in _BY_WORD), extra_verb.LATE_TRIGGERS)
    for table in tables:
        for word, detector in table.items():
            found.setdefault(word, []).append(detector)
    return {word: tuple(detectors) for word, detectors in found.items()}


def _detectors(shown: str) -> tuple[Detector, ...]:
    """The detectors to ask at a token, by its text."""
    word = plain(shown)
    found = _by_word().get(word, ())
    shaped = (each(shown, word) for each in _BY_SHAPE)
    return (*found, *(each for each in shaped if each is not None))


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
