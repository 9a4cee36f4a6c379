"""Files that a checker with a quadratic step never finishes, and ordinary ones of their size."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from corpus import article
from sentences import GIVEN, HEADS, MIDDLES, TAILS


def _ordinary(size: int) -> str:
    parts: list[str] = []
    written = number = 0
    while written < size:
        parts.append(article(number, seed=1))
        written += len(parts[-1]) + 1
        number += 1
    return "\n".join(parts)[:size]


def one_line() -> str:
    """One line of a megabyte."""
    return " ".join(_ordinary(1_000_000).split())


def many_names() -> str:
    """A hundred thousand names, all different."""
    choose = random.Random(2).choice
    names: dict[str, None] = {}
    while len(names) < 100_000:
        surname = choose(HEADS) + choose(MIDDLES) + choose(TAILS) + choose(MIDDLES) + choose(TAILS)
        names[f"{choose(GIVEN)} {surname}"] = None
    people = list(names)
    paragraphs = [people[at : at + 20] for at in range(0, len(people), 20)]
    return "\n\n".join(f"Present were {', '.join(each)}." for each in paragraphs) + "\n"


def many_captions() -> str:
    """Fifty thousand captions, all the same."""
    return "Image caption, The harbour at Corbenford on Tuesday\n\n" * 50_000


def unclosed_quotations() -> str:
    """A hundred thousand quotation marks that nothing closes."""
    return "“It was the bridge, he said. " * 100_000 + "\n"


PATHOLOGICAL: dict[str, Callable[[], str]] = {
    "one line of 1 MB": one_line,
    "100,000 names": many_names,
    "50,000 captions": many_captions,
    "100,000 unclosed quotes": unclosed_quotations,
}


def write_all(folder: Path) -> Iterator[tuple[str, Path, Path]]:
    """For each file its name, its path, and the path of ordinary text of the same size."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (name, make) in enumerate(PATHOLOGICAL.items()):
        path, ordinary = folder / f"odd{number}.txt", folder / f"even{number}.txt"
        text = make()
        path.write_text(text, encoding="utf-8", newline="\n")
        ordinary.write_text(_ordinary(len(text)), encoding="utf-8", newline="\n")
        yield name, path, ordinary
