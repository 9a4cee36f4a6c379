"""The index of what was printed: a SQLite file that finds near-duplicates by MinHash.

A text has 256 minima of hashes (rensa), cut into 64 bands of four. Two texts that share a band are
candidates; whether they overlap is then worked out from the texts themselves.
"""

from __future__ import annotations

import sqlite3
import zlib
from array import array
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from hashlib import blake2b
from typing import Any

from copylint.analysis.printed_before import FORMAT
from copylint.analysis.printed_text import PrintedText, overlap, shingles
from copylint.core.errors import CopylintError
from copylint.core.record import record

_PERMUTATIONS, _BANDS, _SEED = 256, 64, 20
_ROWS = _PERMUTATIONS // _BANDS
#: The least overlap of two articles that is reported.
LEAST_OVERLAP = 0.35
# How far an estimate from minima may lie below the least overlap to be worked out exactly.
_MARGIN = 0.1
# More candidates than this share a formula, such as a table of results.
_MOST_CANDIDATES = 200
#: The tables of an index, as statements of SQL.
TABLES = """
create table about (format text, rensa text);
create table article (
  number integer primary key, id text unique, sha text, day text, slug text, headline text,
  minima blob, text blob
);
create table band (place integer, key integer, number integer, primary key (place, key, number))
  without rowid;
create table exact (kind text, key integer, number integer, primary key (kind, key, number))
  without rowid;
create table pair (
  kind text, relation text, score real, times integer, first text, second text, text text,
  only_first text, only_second text
);
create index pair_second on pair (second);
create index pair_first on pair (first);
"""


@record
class Earlier:
    """An article of the index."""

    number: int
    id: str
    day: date | None
    slug: str
    headline: str
    text: str


@contextmanager
def faults_of(path: str) -> Iterator[None]:
    """Turn what SQLite raises in the block (a full disk, say) into ``CopylintError``."""
    try:
        yield
    except sqlite3.Error as error:
        raise CopylintError(f"{path}: the index cannot be used: {error}") from None


class PrintedIndex:
    """An open index; close it. Changes count once ``commit`` has been called.

    Raises ``CopylintError`` if the file is no index, or one of another version; its methods raise
    as SQLite does: see ``faults_of``.
    """

    def __init__(self, path: str, *, is_new: bool = False) -> None:
        import rensa

        self._rensa = rensa
        try:
            self._db = sqlite3.connect(path)
            self._db.execute("pragma cache_size = -100000")  # 100 MB of bands are kept at hand
            if is_new and not self._db.execute("select 1 from sqlite_master").fetchone():
                self._db.executescript(TABLES)
                self._db.execute("insert into about values (?, ?)", (FORMAT, self._version))
                self._db.commit()
            about = self._db.execute("select format, rensa from about").fetchone()
        except sqlite3.Error as error:
            raise CopylintError(f"{path}: is not an index of printed articles: {error}") from None
        if about != (FORMAT, self._version):
            self._db.close()
            raise CopylintError(f"{path}: was made by another version; build it again")

    @property
    def _version(self) -> str:
        return str(self._rensa.RMinHash.ALGORITHM_VERSION)

    def close(self) -> None:
        """Close the file; what was not committed is lost."""
        self._db.close()

    def commit(self) -> None:
        """Keep all changes."""
        self._db.commit()

    def has(self, id: str, sha: str) -> bool:
        """Whether the index has the article, unchanged."""
        found = self._db.execute("select sha from article where id = ?", (id,)).fetchone()
        return found is not None and found[0] == sha

    def remove(self, id: str) -> None:
        """Take an article and its pairs out of the index, if they are there."""
        found = self._db.execute(
            "select number, minima from article where id = ?", (id,)
        ).fetchone()
        if found is None:
            return
        number, minima = found
        self._db.executemany(
            "delete from band where place = ? and key = ? and number = ?",
            ((place, key, number) for place, key in _bands(_unpacked(minima))),
        )
        self._db.execute("delete from exact where number = ?", (number,))
        self._db.execute("delete from article where number = ?", (number,))
        self._db.execute("delete from pair where first = ? or second = ?", (id, id))

    def add(self, article: PrintedText, minima: Sequence[int]) -> None:
        """Put an article into the index that it does not have; ``minima`` are its text's."""
        row = (
            article.id,
            article.sha,
            article.day.isoformat() if article.day else None,
            article.slug,
            article.headline,
            array("I", minima).tobytes(),
            zlib.compress(article.text.encode("utf-8", "replace"), 1),
        )
        with closing(
            self._db.execute(
                "insert into article (id, sha, day, slug, headline, minima, text) "
                "values (?, ?, ?, ?, ?, ?, ?)",
                row,
            )
        ) as done:
            number = done.lastrowid
        if article.text:
            self._db.executemany(
                "insert into band values (?, ?, ?)",
                ((place, key, number) for place, key in _bands(minima)),
            )
        self._db.executemany(
            "insert or ignore into exact values (?, ?, ?)",
            ((kind, key, number) for kind, key, _ in article.exact),
        )

    def minima(self, texts: Sequence[str]) -> list[list[int]]:
        """The minima of each text."""
        made = self._rensa.RMinHash.digests_from_token_sets(
            [sorted(shingles(text)) for text in texts], num_perm=_PERMUTATIONS, seed=_SEED
        )
        return [list(each) for each in made]

    def near(self, article: PrintedText, minima: Sequence[int]) -> list[tuple[float, Earlier]]:
        """The articles that overlap with this one, with the overlap, the largest first."""
        if not article.text:
            return []
        numbers: dict[int, None] = {}
        for place, key in _bands(minima):
            found = self._db.execute(
                "select number from band where place = ? and key = ? order by number desc limit ?",
                (place, key, _MOST_CANDIDATES),
            )
            numbers |= dict.fromkeys(number for (number,) in found)
        own = None
        found_near = []
        for number in sorted(numbers, reverse=True)[:_MOST_CANDIDATES]:
            (packed,) = self._db.execute(
                "select minima from article where number = ?", (number,)
            ).fetchone()
            same = sum(map(int.__eq__, minima, _unpacked(packed)))
            if same / _PERMUTATIONS < LEAST_OVERLAP - _MARGIN:
                continue
            earlier = self._article(number)
            own = shingles(article.text) if own is None else own
            score = overlap(own, shingles(earlier.text))
            if score >= LEAST_OVERLAP and earlier.id != article.id:
                found_near.append((score, earlier))
        return sorted(found_near, key=lambda each: (-each[0], each[1].number))

    def same(self, kind: str, key: int, id: str) -> tuple[int, Earlier] | None:
        """How often a paragraph or caption was printed, and where last; None if never.

        ``id`` is the article that is looked at, which does not count.
        """
        numbers = self._db.execute(
            "select exact.number from exact join article using (number) "
            "where kind = ? and key = ? and id != ? order by number desc",
            (kind, key, id),
        ).fetchall()
        return (len(numbers), self._article(numbers[0][0])) if numbers else None

    def add_pairs(self, pairs: Sequence[tuple[Any, ...]]) -> None:
        """Keep pairs; their values are the columns of the table, in order."""
        self._db.executemany(f"insert into pair values ({', '.join('?' * 9)})", pairs)

    def pairs(self) -> Iterator[tuple[Any, ...]]:
        """All pairs with the days and headlines of both articles, in order."""
        yield from self._db.execute(
            "select pair.*, a.day, b.day, a.headline, b.headline from pair "
            "left join article a on a.id = first left join article b on b.id = second "
            "order by kind, second, score desc, first, text"
        )

    def count(self) -> int:
        """The number of articles."""
        (number,) = self._db.execute("select count(*) from article").fetchone()
        return int(number)

    def _article(self, number: int) -> Earlier:
        id, day, slug, headline, packed = self._db.execute(
            "select id, day, slug, headline, text from article where number = ?", (number,)
        ).fetchone()
        text = zlib.decompress(packed).decode("utf-8")
        return Earlier(number, id, date.fromisoformat(day) if day else None, slug, headline, text)


def _unpacked(packed: bytes) -> array[int]:
    found = array("I")
    found.frombytes(packed)
    return found


def _bands(minima: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The bands of minima: each its place and a number that stands for its content."""
    data = array("I", minima).tobytes()
    size = _ROWS * array("I").itemsize
    for place in range(_BANDS):
        key = blake2b(data[place * size : (place + 1) * size], digest_size=8).digest()
        yield place, int.from_bytes(key, "big", signed=True)
