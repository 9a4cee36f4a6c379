"""The LanguageTool rules that are off, each with its reason.

LanguageTool has about 5,000 English rules; this was decided by reading what they report
beyond our own checks (``benchmarks/accuracy/engine_rules.py languagetool --everything``). A
rule that repeats one of copylint's own checks would only give a second opinion; a rule that
polishes style is noise to a desk with a style of its own. ``languagetool.enable`` switches a
rule on in spite of the table, ``languagetool.disable`` switches off more.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from types import MappingProxyType

#: Categories that are off, each with the reason.
CATEGORIES = MappingProxyType(
    {
        "TYPOS": "its spelling: the family 'spelling' knows names and judges by evidence",
        "CASING": "names, headlines and titles are cased by house style",
        "TYPOGRAPHY": "white space, quotation marks and dashes: the family 'typography'",
        "PUNCTUATION": "commas are house style; the family 'typography' does the rest",
        "COMPOUNDING": "hyphens are house style",
        "PROPER_NOUNS": "how a firm or a place is written: vocabulary files and 'names'",
        "MULTITOKEN_SPELLING": "its spelling of names: the family 'names' asks for evidence",
        "BRE_STYLE_OXFORD_SPELLING": "-ise and -ize are both British",
        "STYLE": "taste: the desk's own rules decide",
        "REDUNDANCY": "taste: the desk's own rules decide",
        "PLAIN_ENGLISH": "taste: the desk's own rules decide",
        "COLLOQUIALISMS": "a reporter may be colloquial, and speakers are",
        "GENDER_NEUTRALITY": "a house decides this",
        "INCLUSIVE_LANGUAGE": "a house decides this",
        "REPETITIONS": "sentences that begin alike are no error in news copy",
        "REPETITIONS_STYLE": "sentences that begin alike are no error in news copy",
        "WIKIPEDIA": "rules for another site's markup",
        "CREATIVE_WRITING": "taste: the desk's own rules decide",
        "TEXT_ANALYSIS": "counts, not errors",
        "AMERICAN_ENGLISH_STYLE": "the family 'dialect' decides for the whole document",
        "AMERICAN_ENGLISH": "the family 'dialect' decides for the whole document",
        "BRITISH_ENGLISH": "the family 'dialect' decides for the whole document",
    }
)

#: Single rules that are off though their category is on, each with the reason. ``*``
#: matches the rest of an id.
RULES = MappingProxyType(
    {
        "EN_A_VS_AN": "our own check judges a and an by sound",
        "ENGLISH_WORD_REPEAT_RULE": "our own check 'duplicates.word' judges doubled words",
        "ENGLISH_WORD_REPEAT_BEGINNING_RULE": "sentences that begin alike are no error",
        "PHRASE_REPETITION": "titles and sayings repeat ('measure for measure')",
        "WHITESPACE_RULE": "our own check of spaces decides",
        "SENTENCE_WHITESPACE": "our own check of spaces decides",
        "CONSECUTIVE_SPACES": "our own check of spaces decides",
        "EN_DATE_WEEKDAY*": "our own check of dates decides",
        "EN_COMPOUNDS*": "hyphens are house style",
        "*_COMPOUNDS": "hyphens are house style",
        "*_COMPOUND": "hyphens are house style",
        "*_HYPHEN": "hyphens are house style",
        "*DUTY_FREE": "hyphens are house style",
        "FIRST_PERSON_SHOOTER": "hyphens are house style",
        "NOUN_VERB_CONFUSION": "hyphens are house style",
        "EN_SIMPLE_REPLACE*": "how a firm or a person is written is house style",
        "EN_WORD_COHERENCY": "the family 'dialect' decides for the whole document",
        "ENGLISH_WRONG_WORD_IN_CONTEXT*": "wrong words guessed from the company they keep",
        "YO_TO": "reports the name Yo-Yo",
        "ALLY_ALLAY": "reports allies",
        "COMA_COMMA": "reports comas",
        "BLU_RAY": "how a firm or a person is written is house style",
        "INDEPENDENTLY_FROM_OF": "'independent from' is British usage",
        "THE_PUNCT": "'the, as some say,' is right",
        "BAYERN": "reports the football club",
        "THE_SUPERLATIVE": "3 of 25 right on news: 'named best film' is right",
        "DETERMINER_GEOGRAPHICAL_WORD": "'Gambia' without 'the' is house style",
        "INCORRECT_POSSESSIVE_FORM_AFTER_A_NUMBER": "names such as 50 Cent",
        "MISSING_PAST_TENSE": "a present perfect beside 'last year' is often right",
        "CD_NN": "'our five million target' is right",
        "ATD_VERBS_TO_COLLOCATION": "takes nouns for verbs",
        "A_LOT_OF_NN": "takes the plural for missing where it is not",
        "BUNCH_OF": "adds articles to speech",
        "ORDER_OF_WORDS_WITH_NOT": "speech",
        "AGREEMENT_SENT_START": "never right on news: the noun it finds is not the subject",
        "SINGULAR_AGREEMENT_SENT_START": "collective nouns take either number in British copy",
        "NNS_IN_NNP_VBZ": "never right on news: the noun it finds is not the subject",
        "NNP_AGREEMENT": "teams and firms take either number in British copy",
        "MASS_AGREEMENT": "teams and firms take either number in British copy",
        "COLLECTIVE_NOUN_VERB_AGREEMENT*": "collective nouns take either number in British copy",
        "THERE_IS_A_LOT_OF": "collective nouns take either number in British copy",
        # Rules without a single true finding in 100,000 words of news and 180,000 words of a
        # newsletter, a blog and two technical books (November 2026): how many they reported.
        "ONE_PLURAL": "0 of 12: what programs print ('1 files changed')",
        "A_UNCOUNTABLE": "0 of 4: 'a Freedom of Information request' is right",
        "DT_DT": "0 of 4: takes titles for doubled articles; our own checks find those",
        "LOTS_OF_NN": "0 of 3: 'lots of patience' is right",
        "MD_JJ": "0 of 2: takes verbs for adjectives",
        "PCT_SINGULAR_NOUN_PLURAL_VERB_AGREEMENT": "0 of 2: the noun it finds is no subject",
        "AN_AND": "0 of 2: finds the wrong word, but not what is wrong with it",
        "SHORT_COMPARATIVES": "0 of 1: 'more true' is a choice",
        "MOST_COMPARATIVE": "0 of 1: not every 'most' before a comparative doubles it",
        "KIND_OF_A": "0 of 1: 'sort of a shock' is a choice",
        "BOTH_AS_WELL_AS": "0 of 1: 'both … as well as' is a choice",
        "FEWER_LESS": "0 of 1: 'ten words or less' is a choice",
        "MUST_HAVE": "0 of 1: hyphens are house style",
        "A_THANK_YOU": "0 of 1: hyphens are house style",
        "AFFECT_EFFECT": "0 of 1: hyphens; our own check judges the words",
        "IN_THE_MOMENT": "0 of 1: 'to live in the moment' is right",
        "IN_WINDOWS": "0 of 1: 'in' or 'on' a system is house style",
        "AT_THE_JOB": "0 of 1: 'good at the job' is right",
        "BE_INTEREST_IN": "0 of 1: 'interesting' is right before 'in that'",
        "NEEDNT_TO_DO_AND_DONT_NEED_DO": "0 of 1: takes adjectives for verbs",
        "AS_IS_VBG": "0 of 1: 'as is usual' is right",
        "I_ME": "0 of 1: speech",
        "GIT_GET": "0 of 1: reports the program Git",
        "BY_BUY": "0 of 1: 'you should by now know' is right",
        "LET_IS_VB": "0 of 1: takes a word that is quoted for a verb",
        "TYPO_FORM_FROM": "0 of 1: our own check judges the words",
        "USE_TO_VERB": "0 of 1: 'the tools we use to build' is right",
        "PREPOSITION_VERB": "0 of 1: takes nouns for verbs",
        "BEEN_PART_AGREEMENT": "0 of 1: 'what this does is help' is right",
        "SUBJECT_VERB_AGREEMENT": "0 of 1: an adverb before the verb hides its 'will'",
    }
)

_SINGLE = frozenset(rule for rule in RULES if "*" not in rule)
_PATTERNS = tuple(rule for rule in RULES if "*" in rule)


def off_by_name() -> frozenset[str]:
    """The complete ids in the table, which a server accepts."""
    return _SINGLE


def is_off(rule: str, category: str, enabled: frozenset[str], disabled: frozenset[str]) -> bool:
    """Whether LanguageTool's rule stays silent; ``disabled`` wins over ``enabled``."""
    if rule in disabled:
        return True
    if rule in enabled:
        return False
    return (
        category in CATEGORIES
        or rule in _SINGLE
        or any(fnmatchcase(rule, pattern) for pattern in _PATTERNS)
    )
