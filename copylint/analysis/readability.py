"""Readability of running prose: textstat's formulae on copylint's sentences and syllables.

textstat counts syllables with NLTK's copy of the CMU dictionary, which it downloads if it is
missing. copylint must not use the network, and a grade must not depend on what a machine
has downloaded, so textstat gets ``language.syllables`` in place of the dictionary.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from functools import cache
from types import ModuleType

from copylint.analysis.article import Article
from copylint.core.blocks import RUNNING_PROSE
from copylint.core.errors import EngineError
from copylint.core.record import record
from copylint.language.syllables import syllables
from copylint.language.tokens import TokenKind

_FULL_STOPS = re.compile(r"[.!?…]+")
# Characters at which textstat's own word splitting would join or split words wrongly.
_DASHES = re.compile(r"[-‐‑–—/]+")
_LANGUAGE = "en_US"
_MS_PER_CHARACTER = 60_000 / (238 * 5)
_TEXTSTAT_PARTS = ("counts._count_syllables", "metrics")
_DICTIONARY = "get_cmudict"


@record
class ReadabilityScores:
    """Scores of a text, 0 for one without words.

    ``reading_ease`` is Flesch's (100 is easy, 0 very hard). The grades are years of schooling:
    ``grade`` is Flesch-Kincaid's, ``fog`` Gunning's, ``smog`` McLaughlin's; ``coleman_liau`` and
    ``automated`` are the indices of the same names. ``seconds`` is the time of silent reading at
    238 words a minute (Brysbaert 2019, English non-fiction), with five characters per word;
    textstat's own default of 14.69 ms a character would mean 800 words a minute.
    """

    reading_ease: float = 0.0
    grade: float = 0.0
    fog: float = 0.0
    smog: float = 0.0
    coleman_liau: float = 0.0
    automated: float = 0.0
    seconds: float = 0.0


def readability(prose: str) -> ReadabilityScores:
    """The scores of ``prose``, as ``running_prose`` gives it.

    Raises ``EngineError`` if the installed textstat is not one that can be kept offline.
    """
    if not prose:
        return ReadabilityScores()
    metrics = textstat_metrics()
    return ReadabilityScores(
        reading_ease=metrics.flesch_reading_ease(prose, _LANGUAGE),
        grade=metrics.flesch_kincaid_grade(prose, _LANGUAGE),
        fog=metrics.gunning_fog(prose, _LANGUAGE),
        smog=metrics.smog_index(prose, _LANGUAGE),
        coleman_liau=metrics.coleman_liau_index(prose),
        automated=metrics.automated_readability_index(prose),
        seconds=metrics.reading_time(prose, _MS_PER_CHARACTER),
    )


def running_prose(article: Article) -> str:
    """The sentences of the article's paragraphs, list items and quotations.

    Each has just one full stop, at its end (textstat would end a sentence at the full stop in
    ``Mr.`` or ``3.5``).
    """
    return prose_of(
        article.text[sentence.start : sentence.end]
        for passage in article.passages
        if passage.kind in RUNNING_PROSE
        for sentence in passage.sentences
        if any(token.kind is TokenKind.WORD for token in sentence.tokens)
    )


def prose_of(sentences: Iterable[str]) -> str:
    """``sentences`` in the form in which textstat counts them correctly."""
    cleaned = (_DASHES.sub(" ", _FULL_STOPS.sub("", each)).strip() for each in sentences)
    return "\n".join(f"{each}." for each in cleaned if each)


class _Pronunciations:
    """Imitates the CMU dictionary: returns phones, of which each vowel ends in a digit."""

    def __getitem__(self, word: str) -> list[list[str]]:
        return [["A0"] * syllables(word)]


@cache
def textstat_metrics() -> ModuleType:
    """textstat's formulae, with copylint's syllables."""
    counting, metrics = (_module(f"textstat.backend.{name}") for name in _TEXTSTAT_PARTS)
    if counting is None or metrics is None or not hasattr(counting, _DICTIONARY):
        raise EngineError("textstat", "readability needs textstat 0.7.13 or a later 0.7")
    pronunciations = _Pronunciations()
    setattr(counting, _DICTIONARY, lambda lang: pronunciations)
    return metrics


def _module(name: str) -> ModuleType | None:
    # textstat imports NLTK, which takes half a second, so it is loaded only for a score.
    try:
        return importlib.import_module(name)
    except ImportError:
        return None
