"""Decides which unknown words of an article are misspelled, and what was meant.

A lower-case word that no dictionary knows is misspelled if a likely word is near enough and
nothing supports it: it is not formed by rule, not a term that the article keeps to, not part of
a foreign phrase and not a name. A capitalised word is a name unless the evidence is against it.
"""

from __future__ import annotations

from collections.abc import Iterator

from copylint.analysis.article import Article
from copylint.analysis.capitalised_misspellings import CapitalisedWords
from copylint.analysis.correction_evidence import Misspelling, UnknownWords
from copylint.analysis.foreign_language import is_foreign_fragment
from copylint.analysis.lower_case_misspellings import LowerCaseWords
from copylint.analysis.unknown_words import is_roman, is_title_case, unknown_words

# The least and most letters of a word; a longer form is a chemical, a long name or noise.
_SHORTEST, _LONGEST = 2, 24


def misspellings(article: Article) -> Iterator[Misspelling]:
    """The misspelled words of ``article``, one finding for every occurrence.

    A short line in another language has none: its words are near English ones by chance.
    """
    document = article.document
    for each in _not_words(article):
        block = document.block_at(each.span.start)
        if block is None or not is_foreign_fragment(article.text, block):
            yield each


def _not_words(article: Article) -> Iterator[Misspelling]:
    unknown = unknown_words(article)
    if not unknown:
        return
    evidence = UnknownWords(article, unknown)
    lower_case = LowerCaseWords(evidence)
    capitalised = CapitalisedWords(article, evidence)
    for unknown_word in unknown:
        word = unknown_word.word
        # A word with accents that no list knows is foreign.
        if not _SHORTEST <= len(word) <= _LONGEST or not word.isascii() or is_roman(word):
            continue
        if word.islower():
            yield from lower_case.misspellings(unknown_word)
        elif is_title_case(word) and len(word) >= 3:
            yield from capitalised.misspellings(unknown_word)
