"""Which paragraphs and captions of an article an index of the archive has printed before.

The index is what ``copylint archive duplicates`` writes; here it is only read, by SQLite alone.
"""

# Paths: strings, as the configuration has them.
# ruff: noqa: PTH100, PTH110, PTH113

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from urllib.parse import quote

from copylint.analysis.calendar_days import own_day
from copylint.analysis.printed_text import compared_passages, digest, normal, relation_between
from copylint.core.document import Document
from copylint.core.record import record
from copylint.core.span import TextSpan

#: What an index says that it is.
FORMAT = "copylint printed 1"
# The paragraphs or captions of an article that an earlier one must share, as a share of all, for
# the two to be the same article: as it was filed before, updated, or from a wire.
_SAME_ARTICLE = 0.5
# A passage that more articles have is a formula, such as a description of a charity.
_MOST_ARTICLES = 200
# How much of a text is unpacked to see whether it was updated, in bytes.
_BEGINNING = 1_000


class PrintedFault(Exception):
    """A file is not an index of what was printed, or cannot be read."""


@record
class PrintedArticle:
    """An earlier article: ``day`` is None and ``headline`` empty if they are not known."""

    id: str
    day: date | None
    headline: str


@record
class PrintedPassage:
    """A passage that was printed before.

    ``kind`` is ``paragraph`` or ``caption``; ``times`` is how many earlier articles have it, of
    which ``last`` came last.
    """

    span: TextSpan
    kind: str
    times: int
    last: PrintedArticle


class PrintedArchive:
    """The index at ``path``, opened for each article: it may grow between two of them.

    Raises ``PrintedFault`` if it is no index, or one of another version.
    """

    def __init__(self, path: str) -> None:
        if not os.path.isfile(path):
            raise PrintedFault("is not a file" if os.path.exists(path) else "does not exist")
        self._address = f"file:{quote(os.path.abspath(path))}?mode=ro"
        with closing(self._open()):
            pass

    def passages(self, document: Document) -> list[PrintedPassage]:
        """What of the document was printed before, in order.

        An earlier article does not count if it is this one: if it has the same headline, or half
        of this one's paragraphs or captions. Nor does one of the same day or the day beside it, or
        one that either of the two updates. Raises ``PrintedFault``.
        """
        own = [(span, kind, digest(text)) for span, kind, text in compared_passages(document)]
        if not own:
            return []
        try:
            with closing(self._open()) as db:
                return list(_printed(db, document, own))
        except (sqlite3.Error, zlib.error, ValueError) as error:
            raise PrintedFault(f"cannot be read: {error}") from None

    def _open(self) -> sqlite3.Connection:
        try:
            db = sqlite3.connect(self._address, uri=True)
            # The file may come from somebody else.
            db.execute("pragma trusted_schema = off")
            about = db.execute("select format from about").fetchone()
        except sqlite3.Error as error:
            raise PrintedFault(f"is not an index of printed articles: {error}") from None
        if about != (FORMAT,):
            db.close()
            raise PrintedFault("was made by another version; build it again")
        return db


def _printed(
    db: sqlite3.Connection, document: Document, own: list[tuple[TextSpan, str, int]]
) -> Iterator[PrintedPassage]:
    """The passages of ``own`` that articles in ``db`` have."""
    numbers = {key: _numbers(db, *key) for key in {(kind, key) for _, kind, key in own}}
    shared: dict[int, int] = {}
    for found in numbers.values():
        for number in found:
            shared[number] = shared.get(number, 0) + 1
    earlier = _Earlier(db, document)
    counted = {
        number: article
        for number, times in shared.items()
        if times < max(2, _SAME_ARTICLE * len(numbers)) and (article := earlier.counted(number))
    }
    for span, kind, key in own:
        found = [number for number in numbers[kind, key] if number in counted]
        if found:
            last = max(found, key=lambda number: (counted[number].day or date.min, number))
            yield PrintedPassage(span, kind, len(found), counted[last])


def _numbers(db: sqlite3.Connection, kind: str, key: int) -> list[int]:
    """The articles that have a passage; none if it is a formula."""
    rows = db.execute(
        "select number from exact where kind = ? and key = ? limit ?",
        (kind, key, _MOST_ARTICLES + 1),
    ).fetchall()
    return [number for (number,) in rows] if len(rows) <= _MOST_ARTICLES else []


class _Earlier:
    """Looks at earlier articles beside ``document``."""

    def __init__(self, db: sqlite3.Connection, document: Document) -> None:
        self._db, self._document, self._day = db, document, own_day(document)
        self._headline = normal(document.headline)

    def counted(self, number: int) -> PrintedArticle | None:
        """The article of this number; None if it is this one, its update or wire copy."""
        row = self._db.execute(
            "select id, day, headline, text from article where number = ?", (number,)
        ).fetchone()
        if row is None:
            return None
        id, day, headline, packed = row
        earlier = PrintedArticle(id, date.fromisoformat(day) if day else None, headline)
        if self._headline and normal(headline) == self._headline:
            return None
        beginning = zlib.decompressobj().decompress(packed, _BEGINNING).decode("utf-8", "ignore")
        document = self._document
        texts = (document.headline, document.text, headline, beginning)
        relation = relation_between(earlier.day, self._day, texts, is_same_story=False)
        return earlier if relation == "reprint" else None
