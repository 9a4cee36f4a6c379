"""Corrections that a newspaper has printed: "An earlier version of this article misspelled …".

The forms are those that newsrooms use for names: the name as it should have been and as it was. A
notice about anything else (a figure, a date, who said it) is a correction of fact and is passed
over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from copylint.config.schema import Config
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.language.sentences import sentence_spans
from copylint.learn.pairs import CorrectedPair, CorrectionSource
from copylint.runner.document_reader import Formats
from copylint.runner.result import Input

# A paragraph that may be a notice: it says so, or says that copy misspelled something.
_NOTICE = re.compile(
    r"\b(?:earlier|previous|original|first|online|print) version\b|\bcorrection\b|\bcorrected\b"
    r"|\bamended\b|\bwe (?:mis|wrong|incorrect)"
    r"|\b(?:article|story|report|column|caption|headline)\b.{0,80}\bmisspel",
    re.IGNORECASE,
)
_CAPITALISED = r"[A-Z][\w'’-]*\w"
_LINKS = r"(?:(?:and|of|the|de|du|van|von|al|bin|ap) ){0,2}"
_NAME = rf"(?:{_CAPITALISED}(?: {_LINKS}{_CAPITALISED}){{0,4}})"
_QUOTE = "[\"'“”‘’*_]*"
_RIGHT, _WRONG = rf"{_QUOTE}(?P<right>{_NAME}){_QUOTE}", rf"{_QUOTE}(?P<wrong>{_NAME}){_QUOTE}"
_PART = r"(?:(?:sur|last |first |given |family |middle |company's |place )?names?|spelling)"
_MISSPELLED = r"[Mm]iss?pel(?:led|t|ling)"
_WRONGLY = r"(?:wrongly|incorrectly|mistakenly|erroneously)"
_GAVE = r"(?:spel(?:led|t)|referred to|named|called|gave)"
# Words between the verb and the name: "the harbour master Orla Quist".
_WHO = rf"(?:the {_PART} of )?(?:[a-z]+ ){{0,4}}?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        # misspelled Orla Quist's surname as Quisst
        rf"{_MISSPELLED} {_RIGHT}['’]s {_PART} as {_WRONG}",
        # misspelled the name of Orla Quist as Orla Quisst; misspelled Quill as Quil
        rf"{_MISSPELLED} {_WHO}{_RIGHT},? as {_WRONG}",
        # wrongly referred to Quill as Quil; incorrectly spelled Quill as Quil
        rf"{_WRONGLY} {_GAVE} {_WHO}{_RIGHT},? as {_WRONG}",
        # it is Quist, not Quisst; her name is spelled Quist, not Quisst
        rf"\b(?:is|are|was) (?:spel(?:led|t) |called |named )?{_RIGHT},? (?:and )?not {_WRONG}",
        # misspelled as Quisst the name of Orla Quist
        rf"{_MISSPELLED} as {_WRONG},? (?:the {_PART} of |instead of ){_RIGHT}",
    )
)
# Two spellings of a name are at least so alike (difflib's ratio); other words are other names.
_ALIKE = 0.6


class PrintedCorrection(NamedTuple):
    """A word of a name as it was printed, and as it should have been."""

    wrong: str
    right: str


def is_notice(paragraph: str) -> bool:
    """Whether a paragraph may be a notice of a correction."""
    return _NOTICE.search(paragraph) is not None and any(form.search(paragraph) for form in _FORMS)


def printed_corrections(paragraph: str) -> Iterator[PrintedCorrection]:
    """The misspelled words of names that a notice corrects, each once."""
    seen: set[PrintedCorrection] = set()
    if _NOTICE.search(paragraph):
        for form in _FORMS:
            for found in form.finditer(paragraph):
                for each in _words(found["right"].split(), found["wrong"].split()):
                    if each not in seen:
                        seen.add(each)
                        yield each


def _words(right: Sequence[str], wrong: Sequence[str]) -> Iterator[PrintedCorrection]:
    """Each word of ``wrong`` that ``right`` lacks, with the one that it is most like."""
    left = [each for each in right if each not in wrong]
    for word in wrong:
        if word in right or not left:
            continue
        best = max(left, key=lambda each: _likeness(each, word))
        if _likeness(best, word) >= _ALIKE:
            left.remove(best)
            yield PrintedCorrection(word, best)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


class CorrectionNotices(CorrectionSource):
    """The notices in articles, each with a sentence of its article that has the name as it is now.

    An article that cannot be read says nothing.
    """

    def __init__(self, inputs: Sequence[Input], config: Config) -> None:
        self._inputs = inputs
        self._formats = Formats(config)

    def pairs(self) -> Iterator[CorrectedPair]:
        """A pair for each word that a notice corrects: the sentence as it must have been."""
        for document in self._documents():
            paragraphs = _paragraphs(document)
            for notice in filter(is_notice, paragraphs):
                rest = [each for each in paragraphs if each != notice]
                for correction in printed_corrections(notice):
                    after = _sentence_with(correction.right, rest)
                    before = _whole(correction.right).sub(correction.wrong, after, count=1)
                    yield CorrectedPair(before, after, document.path, certain=True)

    def left(self) -> Iterator[str]:
        """Every paragraph that is not a notice."""
        for document in self._documents():
            yield from (each for each in _paragraphs(document) if not is_notice(each))

    def _documents(self) -> Iterator[Document]:
        for each in self._inputs:
            try:
                yield from self._formats.read_all(each)
            except InputError:
                continue


def _paragraphs(document: Document) -> list[str]:
    return [" ".join(document.slice(each.span).split()) for each in document.blocks]


def _sentence_with(word: str, paragraphs: Sequence[str]) -> str:
    """The first sentence with ``word`` in it; the word alone if there is none."""
    pattern = _whole(word)
    for paragraph in paragraphs:
        for start, end in sentence_spans(paragraph, 0, len(paragraph)):
            if pattern.search(paragraph, start, end):
                return paragraph[start:end]
    return word


def _whole(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)")
