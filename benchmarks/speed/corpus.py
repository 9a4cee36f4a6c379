"""A corpus of news-like articles, as large as wanted, no two of them the same.

``python benchmarks/speed/corpus.py FOLDER --articles 2000`` writes plain-text articles of
about 375 words from the patterns in ``sentences.py``, with names of its own making in each.
The same seed gives the same articles.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from sentences import (
    BODY,
    CAPTIONS,
    GIVEN,
    HEADLINES,
    HEADS,
    MIDDLES,
    OPENINGS,
    QUOTES,
    SLIPS,
    STANDFIRSTS,
    TAIL,
    TAILS,
    WORDS,
)

#: Words in an article, about.
WORDS_EACH = 375
_FREQUENT = Path(__file__).parents[2] / "copylint/data/frequent.txt"
# Articles per folder, as archives have them.
_FOLDER = 500
_SLOT = re.compile(r"\{(\w+)\}")
_AN = re.compile(r"\b([Aa])n? (?=([A-Za-z]))")


class _Writer:
    """One article's random choices: the names in it stay the same throughout."""

    def __init__(self, random_: random.Random) -> None:
        self._random = random_
        self._fixed = {"town": self._name(), "other": self._name()}
        for full, surname in (("p", "s"), ("q", "t")):
            self._fixed[surname] = self._name()
            self._fixed[full] = f"{random_.choice(GIVEN)} {self._fixed[surname]}"
        self._fixed["body"] = " ".join(
            (self._fixed["town"], random_.choice(WORDS["rank"]), random_.choice(WORDS["kind"]))
        )

    def _name(self) -> str:
        choice = self._random.choice
        middle = choice(MIDDLES) if self._random.random() < 0.5 else ""
        return choice(HEADS) + middle + choice(TAILS)

    def fill(self, pattern: str) -> str:
        """A sentence of the pattern."""

        def value(slot: re.Match[str]) -> str:
            name = slot[1]
            if name == "n":
                return str(self._random.randint(3, 60))
            if name == "m":
                return f"{self._random.randint(2, 900) * 500:,}"
            if name == "rare":
                return self._random.choice(_rare())
            return self._fixed.get(name) or self._random.choice(WORDS[name])

        text = _AN.sub(_article, _SLOT.sub(value, pattern))
        return text[0].upper() + text[1:]


@cache
def _rare() -> list[str]:
    """Words for the long tail: copylint's list of frequent words, each as likely as another."""
    return [word for word in _FREQUENT.read_text(encoding="utf-8").split() if len(word) > 4]


def _article(match: re.Match[str]) -> str:
    return f"{match[1]}{'n' if match[2].lower() in 'aeiou' else ''} "


def article(number: int, seed: int = 0, words: int = WORDS_EACH) -> str:
    """Article ``number`` of the corpus ``seed``: headline, standfirst, captions, paragraphs."""
    random_ = random.Random(f"{seed}/{number}")
    writer = _Writer(random_)
    parts = [
        writer.fill(random_.choice(HEADLINES)),
        writer.fill(random_.choice(STANDFIRSTS)),
        f"Image caption, {writer.fill(random_.choice(CAPTIONS))}",
        writer.fill(random_.choice(OPENINGS)),
    ]
    count = sum(len(part.split()) for part in parts)
    while count < words:
        kind = random_.random()
        if kind < 0.25:
            part = writer.fill(random_.choice(QUOTES))
        elif kind < 0.55:
            part = writer.fill(random_.choice(TAIL))
        elif kind < 0.6:
            part = f"Image caption, {writer.fill(random_.choice(CAPTIONS))}"
        else:
            part = " ".join(writer.fill(each) for each in random_.sample(BODY, 2))
            if random_.random() < 0.3:
                part = _slipped(part, random_)
        parts.append(part)
        count += len(part.split())
    return "\n\n".join(parts) + "\n"


def _slipped(text: str, random_: random.Random) -> str:
    for right, wrong in random_.sample(SLIPS, len(SLIPS)):
        if right in text:
            return text.replace(right, wrong, 1)
    return text


def articles(count: int, seed: int = 0) -> Iterator[tuple[str, str]]:
    """The relative paths and texts of ``count`` articles."""
    for number in range(count):
        yield f"{number // _FOLDER:03}/article{number:06}.txt", article(number, seed)


def write(folder: Path, count: int, seed: int = 0) -> None:
    """Write ``count`` articles into ``folder``."""
    for path, text in articles(count, seed):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def write_one(path: Path, size: int, seed: int = 0) -> None:
    """Write one file of about ``size`` bytes: many articles one after the other."""
    path.parent.mkdir(parents=True, exist_ok=True)
    written = number = 0
    with path.open("w", encoding="utf-8", newline="\n") as out:
        while written < size:
            text = article(number, seed) + "\n"
            out.write(text)
            written += len(text.encode())
            number += 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    write(given.folder, given.articles, given.seed)
