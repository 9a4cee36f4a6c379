"""Write a generated archive and what is true of it: see README.md.

python benchmarks/archive/generate.py --articles 200000 --output archive
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

sys.path.insert(0, str(Path(__file__).parent))

import sentences
import world

_ROWS = 5_000
# One article in so many has each of these planted in it.
_NAME, _TITLE, _AGE, _TYPO, _COPY, _CAPTION = 40, 40, 40, 10, 20, 20
# One of so many sentences with a term has another form of it.
_TERM = 40
_SHARES = (0.0, 0.05, 0.15, 0.30)
# How far back the article lies that a copy is of, at most.
_BACK = 400
_TYPOS = (
    ("the", "teh"), ("because", "becuase"), ("before", "befroe"), ("which", "whcih"),
    ("people", "poeple"), ("after", "aftre"),
)  # fmt: skip


@dataclass
class Article:
    """An article, and what was planted in it."""

    row: dict[str, Any]
    planted: list[dict[str, Any]] = field(default_factory=list)


class Archive:
    """Makes articles by number."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._people = world.people()
        self._towns = world.places()
        self._bodies = world.bodies(self._towns)

    def article(self, number: int) -> Article:
        """Article ``number``."""
        chance = Random(number * 7919 + 17)
        days = (world.LAST_DAY - world.FIRST_DAY).days
        day = world.FIRST_DAY + timedelta(days=number * days // self._count)
        where = chance.randrange(len(self._towns))
        town, body = self._towns[where], self._bodies[where]
        made = Article({"id": f"a{number:07}", "date": day, "slug": f"{town.lower()}-{number}"})
        self._write(made, chance, day, town, body)
        self._copy(made, number, town, body)
        return made

    def _write(self, made: Article, chance: Random, day: date, town: str, body: str) -> None:
        paragraphs = []
        for person in chance.sample(self._people, 3):
            paragraphs.append(self._introduced(made, person, day, chance, town))
            for _ in range(3):
                said = [sentences.sentence(chance, town, body) for _ in range(3)]
                paragraphs.append(" ".join(said))
            paragraphs.append(
                f"{person.surname} said the {chance.choice(sentences.NOUNS)} would be "
                f"{chance.choice(sentences.VERBS)} in {chance.choice(sentences.MONTHS)}."
            )
        paragraphs.append(self._terms(made))
        text = "\n\n".join(paragraphs)
        if not chance.randrange(_TYPO):
            right, wrong = chance.choice(_TYPOS)
            if f" {right} " in text:
                text = text.replace(f" {right} ", f" {wrong} ", 1)
                made.planted.append({"kind": "typo", "right": right, "wrong": wrong})
        noun, second = chance.sample(sentences.NOUNS, 2)
        made.row |= {
            "headline": f"{town} {noun} is {chance.choice(sentences.VERBS)}",
            "body": text,
            "caption": f"The {chance.choice(sentences.ADJECTIVES)} {noun} by the {second} in "
            f"{town}, seen in {chance.choice(sentences.MONTHS)} {day.year}",
            "credit": f"Photograph: {chance.choice(self._people).name}",
            "dateline": f"{town.upper()}, {day.day} {sentences.MONTHS[day.month - 1]} {day.year}",
        }

    def _introduced(
        self, made: Article, person: world.Person, day: date, chance: Random, town: str
    ) -> str:
        """The sentence that says who somebody is, with what is planted in it."""
        title, name, age = person.title(day), person.name, person.age(day)
        if not chance.randrange(_NAME):
            wrong = world.misspelled(person.surname, chance)
            name = f"{name.removesuffix(person.surname)}{wrong}"
            made.planted.append({"kind": "name", "right": person.name, "wrong": name})
        elif not chance.randrange(_TITLE) and person.former_title(day):
            title = person.former_title(day)
            made.planted.append(
                {"kind": "title", "name": person.name, "right": person.title(day), "wrong": title}
            )
        elif not chance.randrange(_AGE):
            age += chance.choice((-9, -6, -4, 4, 7, 10))
            made.planted.append(
                {"kind": "age", "name": person.name, "right": person.age(day), "wrong": age}
            )
        return f"{title} {name}, {age}, spoke to {chance.choice(sentences.GROUPS)} in {town}."

    def _terms(self, made: Article) -> str:
        """A paragraph with two terms, and one with what looks like one; what is planted in it."""
        # Drawn by itself, so that the rest of the article is as it would be without.
        chance = Random(int(made.row["id"][1:]) * 6151 + 29)
        said = []
        for pattern, right, wrong in sentences.terms(chance):
            form = right
            if not chance.randrange(_TERM):
                form = wrong
                made.planted.append({"kind": "term", "right": right, "wrong": wrong})
            said.append(pattern.format(form))
        return " ".join((*said, sentences.right(chance)))

    def _copy(self, made: Article, number: int, town: str, body: str) -> None:
        """Make an article, or its caption, a copy of an earlier original, if it is its turn."""
        role = self._role(number)
        if role == "original":
            return
        chance = Random(number * 104_729 + 5)
        before = number - chance.randrange(1, _BACK)
        while self._role(before) != "original":
            before -= 1
        source = self.article(before)
        if role == "caption":
            made.row["caption"] = source.row["caption"]
            made.planted.append({"kind": "caption", "of": source.row["id"]})
            return
        share = chance.choice(_SHARES)
        text = sentences.varied(source.row["body"], share, chance, town, body)
        made.row["body"] = text
        made.planted = [
            {"kind": "copy", "of": source.row["id"], "share": share},
            *(each for each in source.planted if str(each["wrong"]) in text),
        ]

    def _role(self, number: int) -> str:
        """Whether an article is a copy, has a copied caption, or is an original."""
        if number <= _BACK:
            return "original"
        chance = Random(number * 15_485_863 + 3)
        if not chance.randrange(_COPY):
            return "copy"
        return "original" if chance.randrange(_CAPTION) else "caption"


def rows(count: int) -> Iterator[Article]:
    """All articles of an archive."""
    archive = Archive(count)
    return map(archive.article, range(count))


def write(count: int, folder: Path) -> None:
    """Write ``articles.parquet`` and ``truth.jsonl``."""
    folder.mkdir(parents=True, exist_ok=True)
    text = pa.string()
    schema = pa.schema(
        [("id", text), ("date", pa.date32())]
        + [(name, text) for name in ("slug", "headline", "body", "caption", "credit", "dateline")]
    )
    with (
        pq.ParquetWriter(folder / "articles.parquet", schema, compression="zstd") as out,
        (folder / "truth.jsonl").open("w", encoding="utf-8") as truth,
    ):
        some: list[dict[str, Any]] = []
        for made in rows(count):
            some.append(made.row)
            if made.planted:
                line = {"id": made.row["id"], "planted": made.planted}
                truth.write(json.dumps(line, ensure_ascii=False) + "\n")
            if len(some) == _ROWS:
                out.write_table(pa.Table.from_pylist(some, schema=schema))
                some = []
        if some:
            out.write_table(pa.Table.from_pylist(some, schema=schema))


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--output", type=Path, required=True)
    given = parser.parse_args()
    write(given.articles, given.output)


if __name__ == "__main__":
    main()
