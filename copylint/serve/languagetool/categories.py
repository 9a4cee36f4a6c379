"""Assigns rules to LanguageTool's categories and kinds of issue.

Clients choose colours by the category, and some drop findings by the kind of issue: Superdesk
shows only ``misspelling``, ``whitespace``, ``other``, ``grammar``, ``characters``,
``typographical`` and ``locale-violation``. So findings have only these kinds, and the category
names the actual subject.
"""

from __future__ import annotations

from copylint.core.record import record
from copylint.core.rule import Severity
from copylint.core.rule_groups import group_of


@record
class Category:
    """``id`` and ``name`` of the category, ``issue`` (of ITS 2.0), and the short message."""

    id: str
    name: str
    issue: str
    short: str

    @property
    def type_name(self) -> str:
        """LanguageTool's older name for the kind of finding."""
        return "UnknownWord" if self.issue == "misspelling" else "Other"


_GRAMMAR = Category("GRAMMAR", "Grammar", "grammar", "Grammar")
_TYPOS = Category("TYPOS", "Possible Typo", "misspelling", "Spelling")
_NAMES = Category("PROPER_NOUNS", "Proper Nouns", "misspelling", "Name")
_CONFUSED = Category("CONFUSED_WORDS", "Commonly Confused Words", "grammar", "Wrong word")
_TYPOGRAPHY = Category("TYPOGRAPHY", "Typography", "typographical", "Typography")
_SPACES = Category("TYPOGRAPHY", "Typography", "whitespace", "Spacing")
_PUNCTUATION = Category("PUNCTUATION", "Punctuation", "typographical", "Punctuation")
_CASING = Category("CASING", "Capitalization", "typographical", "Capitals")
_REPETITION = Category("REPETITIONS", "Repetitions", "grammar", "Repetition")
_DIALECT = Category("REGIONALISMS", "Regionalisms", "locale-violation", "Dialect")
_FACTS = Category("SEMANTICS", "Semantics", "grammar", "Facts")
_STYLE = Category("STYLE", "Style", "grammar", "Style")
_CONSISTENCY = Category("STYLE", "Style", "grammar", "Consistency")
_REDUNDANCY = Category("REDUNDANCY", "Redundant Phrases", "grammar", "Redundancy")
_TERMS = Category("TERMINOLOGY", "Terminology", "grammar", "House vocabulary")
_LEGAL = Category("LEGAL", "Legal", "grammar", "Legal")
_INCLUSIVE = Category("INCLUSIVE_LANGUAGE", "Inclusive Language", "grammar", "Wording")
_MISC = Category("MISC", "Miscellaneous", "grammar", "Copy")

_BY_RULE = {
    "News.Abbreviation": _PUNCTUATION,
    "News.BrandName": _CASING,
    "News.Contracted": _PUNCTUATION,
    "News.Eggcorn": _CONFUSED,
    "News.ImpossibleDay": _FACTS,
    "News.LostEnding": _TYPOS,
    "News.LowerCase": _CASING,
    "News.OpeningComma": _PUNCTUATION,
    "News.QuestionMark": _PUNCTUATION,
    "News.RedundantAcronym": _REDUNDANCY,
    "News.RedundantPair": _REDUNDANCY,
    "News.RedundantTime": _REDUNDANCY,
    "News.SaidTwice": _REPETITION,
    "News.SoundAlike": _CONFUSED,
    "News.SplitWord": _TYPOS,
    "consistency.capital": _CASING,
    "deep.confusion": _CONFUSED,
    "grammar.apostrophe": _PUNCTUATION,
    "grammar.hyphen": _PUNCTUATION,
    "deep.apostrophe": _PUNCTUATION,
    "names.variant": Category("PROPER_NOUNS", "Proper Nouns", "grammar", "Name"),
    "typography.double-space": _SPACES,
    "typography.missing-full-stop": _PUNCTUATION,
    "typography.missing-space": _SPACES,
    "typography.no-break-space": _SPACES,
    "typography.space-before-punctuation": _SPACES,
    "typography.space-inside-quotes": _SPACES,
    "typography.trailing-space": _SPACES,
    "typography.doubled-punctuation": _PUNCTUATION,
    "typography.unbalanced-bracket": _PUNCTUATION,
    "typography.unbalanced-quote": _PUNCTUATION,
}
_BY_FAMILY = {
    "Inclusive": _INCLUSIVE,
    "Legal": _LEGAL,
    "Plain": _STYLE,
    "UK": _STYLE,
    "US": _STYLE,
    "confusion": _CONFUSED,
    "consistency": _CONSISTENCY,
    "context": _GRAMMAR,
    "dates": _FACTS,
    "deep": _GRAMMAR,
    "dialect": _DIALECT,
    "duplicates": _REPETITION,
    "facts": _FACTS,
    "grammar": _GRAMMAR,
    "harper": _GRAMMAR,
    "languagetool": _GRAMMAR,
    "names": _NAMES,
    "readability": _STYLE,
    "spelling": _TYPOS,
    "typography": _TYPOGRAPHY,
    "vocabulary": _TERMS,
}
# Rules of LanguageTool that clients and users switch off by name, with our equivalents.
_THEIRS = {
    "COMMA_PARENTHESIS_WHITESPACE": ("typography.space-before-punctuation",),
    "CONSECUTIVE_SPACES": ("typography.double-space",),
    "DOUBLE_PUNCTUATION": ("typography.doubled-punctuation",),
    "ENGLISH_WORD_REPEAT_RULE": ("duplicates.word",),
    "EN_A_VS_AN": ("grammar.article",),
    "EN_QUOTES": ("typography.mixed-quotes",),
    "EN_UNPAIRED_BRACKETS": ("typography.unbalanced-bracket",),
    "EN_UNPAIRED_QUOTES": ("typography.unbalanced-quote",),
    "HE_VERB_AGR": ("grammar.pronoun-verb",),
    "PUNCTUATION_PARAGRAPH_END": ("typography.missing-full-stop",),
    "WHITESPACE_RULE": ("typography.double-space",),
}
_THEIR_SPELLING = ("MORFOLOGIK_RULE_", "HUNSPELL_RULE")
_OUR_SPELLING = ("spelling.proper", "spelling.unknown")


def category_of(rule: str, severity: Severity = Severity.WARNING) -> Category:
    """The category of a rule; house rules that only suggest belong to style."""
    family = rule.partition(".")[0]
    known = _BY_RULE.get(rule) or _BY_RULE.get(group_of(rule)) or _BY_FAMILY.get(family)
    return known or (_STYLE if severity == Severity.SUGGESTION else _MISC)


def own_rules(name: str) -> tuple[str, ...]:
    """Our rules for a rule id from a client, which may be one of LanguageTool's."""
    if name.startswith(_THEIR_SPELLING):
        return _OUR_SPELLING
    return _THEIRS.get(name, (name,))
