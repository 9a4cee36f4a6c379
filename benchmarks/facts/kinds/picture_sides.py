"""Left and right in captions and alternative texts."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene


def _slots(scene: Scene) -> Mapping[str, object]:
    x, y = scene.rng.sample(("left", "right"), 2)
    return {"p": scene.person(), "q": scene.person(), "x": x, "y": y, "town": scene.town()}


def _picture(alt: str, caption: str) -> str:
    return f"{{top}}# A day out\n\nIt was a fine day.\n\n![{alt}](day.jpg)\n\n*{caption}*"


KIND = Kind(
    name="picture-sides",
    group="people",
    slots=_slots,
    format="markdown",
    contradictions=(
        _picture("{p}, [[{x}]], and {q} in {town}", "{p}, [[{y}]], and {q} in {town}."),
        _picture("{p} ([[{x}]]) with {q}", "{p} ([[{y}]]) with {q} in {town}."),
        _picture("{p}, on the [[{x}]], and {q}", "{p.surname}, on the [[{y}]], in {town}."),
        _picture("[[From left]]: {p} and {q} in {town}", "{q}, [[left]], and {p} in {town}."),
        _picture("Two people in {town}", "{p}, [[{x}]], and {q}, [[{x}]], in {town}."),
        _picture("Two people in {town}", "{p} ([[{x}]]) and {q} ([[{x}]]) in {town}."),
        _picture("[[Left to right]]: {p} and {q}", "{p}, [[right]], with {q} in {town}."),
        _picture("{p} is on the [[{x}]] of {q}", "{p}, pictured [[{y}]], with {q} in {town}."),
    ),
    decoys=(
        _picture("{p}, {x}, and {q} in {town}", "{p}, {x}, and {q} in {town}."),
        _picture("{p} ({x}) with {q}", "{p} ({x}) with {q} in {town}."),
        _picture("{p}, on the {x}, and {q}", "{q.surname}, on the {y}, in {town}."),
        _picture("From left: {p} and {q} in {town}", "{p}, left, and {q} in {town}."),
        _picture("Two people in {town}", "{p}, {x}, and {q}, {y}, in {town}."),
        _picture("{p} in {town}", "{p} left the hall, and {q} was right to stay."),
        _picture("{p} and {q}", "{p}, left to look after the shop in {town}."),
        _picture("{p}, {x}, in {town}", "{q}, {y}, in {town}."),
        _picture("{p}, {x}, and {q} in {town}", "The hall in {town}.") + "\n\n"
        "It rained later on.\n\nThey went home.\n\n![{p}, {y}, and {q}](home.jpg)",
    ),
)
