"""Groups of rules: ids that each cover several rules, one for each kind of error.

A group's id may be used wherever a rule's may (select, ignore, severity, per-file ignores,
suppressions, baselines); it covers its rules. Findings carry the ids of the rules. Every id
here was once a rule, so that settings written for it still work.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class RuleGroup(NamedTuple):
    """An id that covers ``rules``, which are ids too; ``summary`` and ``why`` document it."""

    id: str
    summary: str
    why: str
    rules: tuple[str, ...]


_GROUPS = (
    RuleGroup(
        "grammar.agreement",
        "Flags verbs, nouns and determiners that disagree.",
        "A verb takes its number from its subject, and a noun from the word that counts it. In "
        "quoted speech these rules only suggest.",
        (
            "grammar.as-follows",
            "grammar.demonstrative",
            "grammar.mass-noun",
            "grammar.modifier-form",
            "grammar.noun-number",
            "grammar.pronoun-verb",
            "grammar.relative-clause",
            "grammar.subject-verb",
            "grammar.there-is",
        ),
    ),
    RuleGroup(
        "grammar.apostrophe",
        "Flags an apostrophe that is missing, superfluous or misplaced.",
        "Contractions ('don't') and possessives ('Russia's president') need an apostrophe; plurals "
        "('the 1990s') do not.",
        (
            "grammar.contraction",
            "grammar.decade",
            "grammar.its",
            "grammar.misplaced-apostrophe",
            "grammar.possessive",
            "grammar.possessive-name",
            "grammar.possessive-of-time",
            "grammar.stray-apostrophe",
        ),
    ),
    RuleGroup(
        "grammar.extra-word",
        "Flags small words left over from an earlier wording.",
        "'The a', 'of by the' and 'will would' are traces of a half-finished change.",
        (
            "grammar.double-comparative",
            "grammar.extra-article",
            "grammar.extra-preposition",
            "grammar.extra-pronoun",
            "grammar.extra-verb",
        ),
    ),
    RuleGroup(
        "grammar.hyphen",
        "Flags compounds with too few hyphens or one too many, and words written in one or apart.",
        "A measure or compound before its noun takes hyphens ('a five-year-old boy', 'a long-term "
        "plan'); after it, it takes none.",
        (
            "grammar.adverb-hyphen",
            "grammar.compound-hyphen",
            "grammar.measure-hyphen",
            "grammar.one-word",
            "grammar.phrasal-verb",
        ),
    ),
    RuleGroup(
        "grammar.missing-word",
        "Flags a missing small word.",
        "In phrases such as 'the number of', 'according to' and 'at the end of' readers fill in "
        "a small word that the writer left out. There is a rule for each word.",
        (
            "grammar.missing-a",
            "grammar.missing-as",
            "grammar.missing-no",
            "grammar.missing-of",
            "grammar.missing-on",
            "grammar.missing-pronoun",
            "grammar.missing-than",
            "grammar.missing-the",
            "grammar.missing-to",
            "grammar.missing-verb",
        ),
    ),
    RuleGroup(
        "grammar.verb-form",
        "Flags a verb in a form that the word before it rules out.",
        "'Could made', 'to became' and 'has went' are left behind when a sentence is recast.",
        (
            "grammar.gerund",
            "grammar.infinitive",
            "grammar.modal-verb",
            "grammar.participle",
            "grammar.progressive",
        ),
    ),
)
#: All groups, by id.
GROUPS: Mapping[str, RuleGroup] = {group.id: group for group in _GROUPS}
#: The group of each rule that is in one.
_GROUP_OF: Mapping[str, str] = {rule: group.id for group in _GROUPS for rule in group.rules}


def group_of(rule_id: str) -> str:
    """The id of the group that a rule is in; the rule's own if it is in none."""
    return _GROUP_OF.get(rule_id, rule_id)
