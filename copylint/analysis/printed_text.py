"""What of an article may have been printed before: its text, paragraphs and captions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import blake2b

from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.core.kept_patterns import compiled
from copylint.core.record import record
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern

#: The fewest words of a paragraph and of a caption that are worth comparing: shorter ones recur.
_PARAGRAPH_WORDS, _CAPTION_WORDS = 20, 5
_SHINGLE = 5
_WORD = compiled(r"[^\W_]+(?:['’.,:-][^\W_]+)*")
_SENTENCE = compiled(r"(?<=[.!?])\s+")
_UPDATED = LazyPattern(r"(?i)\b(?:updated?|correct(?:ed|ion)|clarification|amended)\b")
# How long after the first article a later one counts as its update.
_UPDATE_DAYS = 30
# Where an article says that it has been updated, in code points from the start of a text.
_BEGINNING = 200
_COPY = (BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM)


@record
class PrintedText:
    """An article as it is compared: ``exact`` are digests of paragraphs and captions, with kinds.

    ``sha`` is the digest of its bytes, ``day`` empty if it is not known.
    """

    id: str
    sha: str
    day: date | None
    slug: str
    headline: str
    text: str
    exact: tuple[tuple[str, int, str], ...]


def printed_text(
    document: Document, *, id: str, sha: str, day: date | None, slug: str
) -> PrintedText:
    """What is compared of a document."""
    copy = (document.slice(block.span) for block in document.blocks if block.kind in _COPY)
    exact = dict.fromkeys(
        (kind, digest(text), text) for _, kind, text in compared_passages(document)
    )
    return PrintedText(id, sha, day, slug, document.headline, "\n".join(copy), tuple(exact))


def compared_passages(document: Document) -> Iterator[tuple[TextSpan, str, str]]:
    """The paragraphs and captions that are compared as wholes: place, kind and text."""
    for block in document.blocks:
        is_copy = block.kind in _COPY
        if not is_copy and block.kind is not BlockKind.CAPTION:
            continue
        text = document.slice(block.span)
        if len(_WORD.findall(text)) >= (_PARAGRAPH_WORDS if is_copy else _CAPTION_WORDS):
            yield block.span, "paragraph" if is_copy else "caption", text


def normal(text: str) -> list[str]:
    """The words of a text, in small letters and without the punctuation around them."""
    return _WORD.findall(text.lower())


def digest(text: str) -> int:
    """A number that texts of the same words share, whatever their punctuation and capitals."""
    data = " ".join(normal(text)).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big", signed=True)


def shingles(text: str) -> set[str]:
    """The runs of five words in a text; of a shorter text, all of it."""
    words = normal(text)
    if len(words) < _SHINGLE:
        return {" ".join(words)} if words else set()
    return {" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}


def overlap(first: set[str], second: set[str]) -> float:
    """The share of runs that both texts have, of all that either has (Jaccard's index)."""
    both = len(first & second)
    return both / (len(first) + len(second) - both) if both else 0.0


def only_in(first: str, second: str, most: int = 5) -> list[str]:
    """The first sentences of ``first`` that ``second`` does not have."""
    there = {digest(each) for each in _sentences(second)}
    left = (each for each in _sentences(first) if digest(each) not in there)
    return [each for each, _ in zip(left, range(most), strict=False)]


def relation_between(
    earlier: date | None, later: date | None, texts: Iterable[str], *, is_same_story: bool
) -> str:
    """What a copy is likely to be: ``update``, ``same-day`` (wire copy, say) or ``reprint``.

    ``texts`` are headlines and bodies, whose beginnings may say that the story was updated or
    corrected.
    """
    days = abs((later - earlier).days) if earlier and later else None
    is_update = is_same_story or any(_UPDATED.search(text[:_BEGINNING]) for text in texts)
    if is_update and (days is None or days <= _UPDATE_DAYS):
        return "update"
    return "same-day" if days is not None and days <= 1 else "reprint"


def _sentences(text: str) -> Iterator[str]:
    return (each for line in text.split("\n") for each in _SENTENCE.split(line) if each.strip())
