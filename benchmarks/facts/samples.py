"""Templates of contradictions and decoys, and the texts made of them from a seed.

A template is text with the sides of the contradiction in double brackets
(``Ada Quist, [[45]], …  the [[54]]-year-old``), slots in braces, which the kind fills,
alternatives in angle brackets (``<said|told the court>``), one of which is taken, and
``{gap}``, which puts paragraphs of no account between two paragraphs. A template that ends in
``{end}`` is not continued, and one that opens with ``{top}`` has nothing before it.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from facts.scenes import FILLER, Scene

#: How many contradictions and decoys a kind has in the set.
CONTRADICTIONS = 60
DECOYS = 120
#: The seed of the set that figures are published for.
SEED = 19

_ALTERNATIVES = re.compile(r"<([^<>\n]*\|[^<>\n]*)>")
_MARK = re.compile(r"\[\[|\]\]")


@dataclass(frozen=True)
class Sample:
    """A text; ``sides`` are the code points of its contradiction, none in a decoy."""

    kind: str
    frame: int
    text: str
    sides: tuple[tuple[int, int], ...]
    format: str


@dataclass(frozen=True)
class Kind:
    """A kind of contradiction: its templates, and the function that fills their slots.

    ``group`` is the kind's heading in the table: figures, time, people, places, quotations.
    ``format`` names the format of the texts; ``rules`` are prefixes of the rules that the
    kind is checked with.
    """

    name: str
    group: str
    slots: Callable[[Scene], Mapping[str, object]]
    contradictions: tuple[str, ...]
    decoys: tuple[str, ...]
    format: str = "plain"
    rules: tuple[str, ...] = ("facts.", "dates.weekday", "dates.impossible")


def kinds() -> list[Kind]:
    """Every kind, by name."""
    folder = str(Path(__file__).with_name("kinds"))
    found: list[Kind] = []
    for module in pkgutil.iter_modules([folder]):
        loaded = importlib.import_module(f"facts.kinds.{module.name}")
        found += [value for value in vars(loaded).values() if isinstance(value, Kind)]
    return sorted(found, key=lambda kind: kind.name)


def samples(
    kind: Kind,
    seed: int = SEED,
    contradictions: int = CONTRADICTIONS,
    decoys: int = DECOYS,
) -> Iterator[Sample]:
    """The kind's contradictions and then its decoys; the same ones for the same seed."""
    for name, templates, count in (
        ("contradiction", kind.contradictions, contradictions),
        ("decoy", kind.decoys, decoys),
    ):
        for number in range(count):
            rng = Random(f"{seed} {kind.name} {name} {number}")
            frame = number % len(templates)
            text, sides = _made(templates[frame], kind, rng)
            if bool(sides) != (name == "contradiction"):
                raise ValueError(f"{kind.name}: {name} {frame} has {len(sides)} sides")
            yield Sample(kind.name, frame, text, sides, kind.format)


def _made(template: str, kind: Kind, rng: Random) -> tuple[str, tuple[tuple[int, int], ...]]:
    scene = Scene(rng)
    filler = list(FILLER)
    rng.shuffle(filler)
    values = dict(kind.slots(scene))
    while _ALTERNATIVES.search(template):
        template = _ALTERNATIVES.sub(lambda found: rng.choice(found[1].split("|")), template)
    top, end = template.startswith("{top}"), template.endswith("{end}")
    parts = template.removeprefix("{top}").removesuffix("{end}").split("{gap}")
    text = parts[0].format_map(values)
    for part in parts[1:]:
        between = "\n\n".join(filler.pop() for _ in range(rng.randint(1, 2)))
        text += f"\n\n{between}\n\n" + part.strip().format_map(values)
    if not top and rng.random() < 0.5:
        text = f"{filler.pop()}\n\n{text}"
    if not end:
        text += "\n\n" + "\n\n".join(filler.pop() for _ in range(rng.randint(1, 3)))
    return _unmarked(text + "\n")


def _unmarked(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without marks, and the spans between them."""
    plain, sides, at, start = "", list[tuple[int, int]](), 0, -1
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        at = mark.end()
        if mark.group() == "[[":
            start = len(plain)
        else:
            sides.append((start, len(plain)))
    return plain + text[at:], tuple(sides)
