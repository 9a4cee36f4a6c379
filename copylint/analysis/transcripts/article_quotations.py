"""The quotations of an article, each compared with what was said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from copylint.analysis.article import Article
from copylint.analysis.attribution import Speaker, speaker_of
from copylint.analysis.quotations import Quotation
from copylint.analysis.transcripts.comparison import Comparison, compare
from copylint.analysis.transcripts.grades import QuotationClass
from copylint.analysis.transcripts.index import TranscriptIndex, index_of
from copylint.analysis.transcripts.spoken_words import SpokenText, spoken_text
from copylint.core.transcript import Transcript
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.word_list import words

# Before a part quotation, the article's own words may deny what the speaker denies.
_DENIAL = LazyPattern(
    r"\b(?:not|never|no|nor|neither|none|nobody|cannot|without|deny|denied|denies|denying|"
    r"refus\w+|reject\w+|ruled out|rules out|dismiss\w+|far from|failed)\b|n[’']t\b",
)
_SENTENCE_END = LazyPattern(r"[.?!][\"”’)\]]*\s")
# Names that a transcript gives to whoever asks, or to someone whose name it does not know.
_NAMELESS = words(
    "q a interviewer interviewee reporter journalist question answer host presenter moderator "
    "speaker man woman male female voice caller audience narrator unknown all both"
)
_MOST_TITLE_WORDS = 8


class ComparedQuotation(NamedTuple):
    """A quotation from ``start`` to ``end`` (code points of the prose, marks included).

    ``speaker`` is the person whom the article names beside it. ``told_by`` is the name under
    which the transcript has that person, empty if it has none. ``is_expected``: as far as the
    names say, the transcript should have this quotation.
    """

    start: int
    end: int
    quoted: SpokenText
    comparison: Comparison
    speaker: Speaker | None
    told_by: str
    is_expected: bool

    @property
    def is_by_another(self) -> bool:
        """Whether another person says this in the transcript, and both names are known."""
        place = self.comparison.place
        return (
            place is not None
            and bool(self.told_by)
            and _is_name(place.speaker)
            and place.speaker != self.told_by
        )


def compared_quotations(
    article: Article, transcripts: tuple[Transcript, ...]
) -> list[ComparedQuotation]:
    """Every quotation that stands in no other, in order; titles of works are left out.

    Time is linear in the length of the article, once there is an index of the transcripts.
    """
    index = index_of(transcripts)
    found = []
    end = -1
    for quotation in article.quotations:
        if quotation.start < end:
            continue
        end = quotation.end
        compared = _compared(article, quotation, index)
        if compared is not None:
            found.append(compared)
    return found


def _compared(
    article: Article, quotation: Quotation, index: TranscriptIndex
) -> ComparedQuotation | None:
    text = article.text
    quoted = spoken_text(text, quotation.start, quotation.end)
    if not quoted.words:
        return None
    speaker = speaker_of(article, quotation)
    told_by = _speaker_in(index.speakers, speaker.name) if speaker else ""
    denied = _DENIAL.search(_lead(article, quotation)) is not None
    comparison = compare(index, text, quoted, denied=denied, speaker=told_by)
    is_found = comparison.kind is not QuotationClass.NOT_FOUND
    if not is_found and speaker is None and _is_title(text, quoted):
        return None
    is_expected = speaker is None or bool(told_by) or not any(map(_is_name, index.speakers))
    return ComparedQuotation(
        quotation.start, quotation.end, quoted, comparison, speaker, told_by, is_expected
    )


def _lead(article: Article, quotation: Quotation) -> str:
    """The article's own words before a quotation in the same sentence."""
    block = article.document.block_at(quotation.start)
    start = max(block.span.start if block else 0, quotation.start - 200)
    lead = article.text[start : quotation.start]
    ends = [match.end() for match in _SENTENCE_END.finditer(lead)]
    return lead[ends[-1] :] if ends else lead


def _is_title(text: str, quoted: SpokenText) -> bool:
    """Whether the words are set like the title of a book or a song."""
    shown = [text[word.start : word.end] for word in quoted.words]
    long = [word for word in shown if len(word) > 3] or shown
    return len(shown) <= _MOST_TITLE_WORDS and all(not word[0].islower() for word in long)


def _is_name(label: str) -> bool:
    return bool(label) and label.split()[0].lower() not in _NAMELESS


def _speaker_in(labels: frozenset[str], name: str) -> str:
    """The one label that names the person called ``name`` in the article; empty without one."""
    parts = _parts(name)
    found = [
        label
        for label in sorted(labels)
        if _is_name(label) and parts and _names_same(parts, _parts(label))
    ]
    return found[0] if len(found) == 1 else ""


def _names_same(one: Sequence[str], other: Sequence[str]) -> bool:
    if not other:
        return False
    if one[-1] != other[-1]:
        return len(other) == 1 and other[0] == one[0]
    if len(one) > 1 and len(other) > 1:
        return one[0][0] == other[0][0]
    return True


_TITLES = words("mr mrs ms miss dr sir dame prof professor lord lady")


def _parts(name: str) -> list[str]:
    cleaned = (part.strip(".,’'").casefold() for part in name.split())
    return [part for part in cleaned if part and part not in _TITLES]
