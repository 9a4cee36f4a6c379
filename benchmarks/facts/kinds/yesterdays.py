"""Yesterday, today or tomorrow with a day that it cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from facts.samples import Kind
from facts.scenes import Scene


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    own = date(2019, 1, 5) + timedelta(rng.randint(0, 2500))
    yesterday, off = own - timedelta(1), own - timedelta(rng.choice((2, 3, 4)))
    return {
        "iso": f"{own:%Y-%m-%d}", "own": f"{own.day} {own:%B %Y}", "short": f"{own.day} {own:%B}",
        "today": f"{own:%A}", "y": f"{yesterday:%A}", "yd": f"{yesterday.day} {yesterday:%B}",
        "w": f"{off:%A}", "wd": f"{off.day} {off:%B}", "p": scene.person(), "town": scene.town(),
        "TOWN": scene.town().upper(), "tomorrow": f"{own + timedelta(1):%A}",
    }  # fmt: skip


_HEAD = "{top}---\ntitle: A day in {town}\ndate: {iso}\n---\n\n"
_LINE = "{top}{TOWN}, {own} — "
KIND = Kind(
    name="yesterdays",
    group="time",
    slots=_slots,
    format="markdown",
    contradictions=(
        _HEAD + "The mill closed [[yesterday ({w})]], {p} said.",
        _HEAD + "{p} was found near {town} [[yesterday, {wd}]], by walkers.",
        _LINE + "The mill closed [[yesterday ({wd})]], {p} said.",
        _HEAD + "The council meets [[today, {w}]], to choose a mayor.",
        _HEAD + "The fair in {town} opens [[tomorrow ({y})]], rain or shine.",
        "The mill closed [[yesterday ({w})]], {p} said.{gap}The council meets [[today ({today})]] "
        "in {town}.",
        "{top}{TOWN}, {short} — The mill closed [[yesterday, {wd}]], {p} said.",
        _HEAD + "A van hit the bridge at {town} [[last night ({w})]] and was towed away.",
        _HEAD + "[[Yesterday, {w} {wd}]], the bridge at {town} was shut.",
        "{p} is to speak [[tomorrow ({tomorrow})]] in {town}.{gap}The vote was held [[yesterday "
        "({w})]].",
    ),
    decoys=(
        _HEAD + "The mill closed yesterday ({y}), {p} said.",
        _HEAD + "{p} was found near {town} yesterday, {yd}, by walkers.",
        _LINE + "The mill closed yesterday ({yd}), {p} said.",
        _HEAD + "The council meets today, {today}, to choose a mayor.",
        "The mill closed yesterday ({y}), {p} said.{gap}The council meets today ({today}).",
        _HEAD + "The mill closed yesterday. On {w} the council had met in {town}.",
        _HEAD + "“It closed yesterday ({w}),” the note of {p} said.",
        "{top}{TOWN}, {short} — The mill closed yesterday, {yd}, {p} said.",
        _HEAD + "The mill closed yesterday, and {w} is market day in {town}.",
        _HEAD + "{p} said on {w} that the mill would close. Yesterday it did.",
    ),
)
