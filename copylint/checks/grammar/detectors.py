"""The rules of grammar, and the detectors that look for their errors.

A module of a rule is named here once for its rule, and once for the words at which its detectors
are asked.
"""

from __future__ import annotations

from functools import cache

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
from copylint.checks.grammar.tagged_sentence import Detector, plain

RULES = tuple(
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
    small_apostrophes.by_shape,
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


def detectors_at(shown: str) -> tuple[Detector, ...]:
    """The detectors to ask at a token, by its text."""
    word = plain(shown)
    found = _by_word().get(word, ())
    shaped = (each(shown, word) for each in _BY_SHAPE)
    return (*found, *(each for each in shaped if each is not None))
