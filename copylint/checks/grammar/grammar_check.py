"""Walks each sentence of an article once and runs the detectors registered for its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from copylint.analysis.article import Article
from copylint.checks.grammar import (
    apostrophe,
    bare_nouns,
    bare_plurals,
    bare_possessive,
    compound_modifiers,
    coordinated_verbs,
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
    hyphen,
    indefinite_articles,
    infinitives,
    joined_subjects,
    mass_nouns,
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
    numbered_nouns,
    participles,
    persons,
    possessive,
    progressives,
    pronoun_verbs,
    quantity_agreement,
    relatives,
    set_phrases,
    subject_verb,
)
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, plain
from copylint.contract.check import Check, Options
from copylint.core.blocks import BlockKind
from copylint.core.finding import Match
from copylint.core.memo import Memo
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
        apostrophe,
        hyphen,
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
    apostrophe,
    bare_possessive,
    hyphen,
    compound_modifiers,
    possessive,
)
_BY_SHAPE = (
    apostrophe.by_shape,
    bare_possessive.by_shape,
    possessive.by_shape,
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
    compound_modifiers.by_shape,
)
# Headlines drop words and play with tenses; credits and tables are not sentences.
_SILENT = frozenset({BlockKind.CREDIT, BlockKind.BYLINE, BlockKind.TABLE_CELL, BlockKind.DATELINE})


class GrammarCheck(Check):
    """Verb forms, agreement, missing and extra words, apostrophes and hyphens."""

    rules = _RULES

    def __init__(self) -> None:
        self._detectors = Memo(_detectors, 200_000)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Errors of every kind, in order."""
        known = self._detectors.__getitem__
        text = article.text
        counts: Counter[str] = Counter()

        def count(shown: str) -> int:
            if not counts:
                counts.update(token.text for token in article.tokens)
            return counts[shown]

        seen: set[tuple[int, int]] = set()
        for passage in article.passages:
            if passage.kind in _SILENT:
                continue
            for sentence in passage.sentences:
                candidates = [(at, d) for at, d in enumerate(map(known, sentence.texts)) if d]
                if not candidates:
                    continue
                tagged = TaggedSentence(sentence, text, article.quotations.is_quoted, count)
                for at, detectors in candidates:
                    for detect in detectors:
                        detection = detect(tagged, at)
                        if detection is None or not tagged.is_whole(
                            detection.first, detection.last
                        ):
                            continue
                        match = _match(tagged, detection)
                        # Two detectors may come to the same word.
                        if (match.span.start, match.span.end) not in seen:
                            seen.add((match.span.start, match.span.end))
                            yield match


@cache
def _by_word() -> dict[str, tuple[Detector, ...]]:
    """The detectors of each word that has some, in the order of their modules."""
    found: dict[str, list[Detector]] = {}
    for module in _BY_WORD:
        for word, detector in module.TRIGGERS.items():
            found.setdefault(word, []).append(detector)
    return {word: tuple(detectors) for word, detectors in found.items()}


def _detectors(shown: str) -> tuple[Detector, ...]:
    """The detectors to ask at a token, by its text."""
    word = plain(shown)
    found = _by_word().get(word, ())
    shaped = (each(shown, word) for each in _BY_SHAPE)
    return (*found, *(each for each in shaped if each is not None))


def _match(tagged: TaggedSentence, detection: Detection) -> Match:
    start, end = tagged.tokens[detection.first].start, tagged.tokens[detection.last].end
    # A speaker's grammar is the speaker's: inside quotation marks an editor may only ask.
    spoken = group_of(detection.rule) == "grammar.agreement" and tagged.is_quoted(start)
    severity = Severity.SUGGESTION if spoken else detection.severity
    span = TextSpan(start, end)
    return Match(
        span, detection.message, detection.replacements, rule=detection.rule, severity=severity
    )
