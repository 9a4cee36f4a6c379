"""A weekday that is not that of its date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from facts.samples import Kind
from facts.scenes import Scene

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    when = date(rng.randint(1962, 2026), 1, 1) + timedelta(rng.randint(0, 364))
    later = when + timedelta(rng.randint(8, 20))
    wrong = (when.weekday() + rng.randint(1, 6)) % 7
    return {
        "p": scene.person(), "town": scene.town(), "d": when.day, "m": f"{when:%B}",
        "y": when.year, "day": _DAYS[when.weekday()], "wrong": _DAYS[wrong],
        "short": _DAYS[wrong][:3], "iso": f"{when:%Y-%m-%d}", "ld": later.day,
        "lm": f"{later:%B}", "ly": later.year, "lday": _DAYS[later.weekday()],
    }  # fmt: skip


KIND = Kind(
    name="weekday-and-date",
    group="time",
    slots=_slots,
    contradictions=(
        "The fair at {town} <opens|opened> on [[{wrong} {d} {m} {y}]].",
        "{p} was born in {town} on [[{wrong}, {m} {d}, {y}]], <the son|a child> of a miller.",
        "The court sat on [[{wrong}, {d} {m}, {y}]], and {p} was there.",
        "On the morning of [[{wrong} the {d}th of {m} {y}]] the bridge at {town} fell.",
        "{p} wrote to the council on [[{short} {d} {m} {y}]] and had no reply.",
        "The last train left {town} on [[{m} {d}, {y}, a {wrong}]].",
        "It was [[a {wrong}, {d} {m} {y}]], when the mill at {town} caught fire.",
        "Tickets for {town} go on sale on [[{d} {m} {y} ({wrong})]], {p} said.",
        "The vote in {town} was held on [[{d} {m} {y}, which was a {wrong}]].",
        "Doors open at 7pm on [[{wrong}, {m} {d} {y}]], at {town} town hall.",
    ),
    decoys=(
        "The fair at {town} opens on {day} {d} {m} {y}.",
        "{p} was born in {town} on {day}, {m} {d}, {y}.",
        "The court sat on {day}, {d} {m}, {y}, and again on {lday} {ld} {lm} {ly}.",
        "The last train left {town} on {m} {d}, {y}, a {day}.",
        "It was a {day}, {d} {m} {y}, when the mill at {town} caught fire.",
        "Tickets for {town} go on sale on {d} {m} {y} ({day}), {p} said.",
        "{p} said on {wrong} that the mill would close on {d} {m} {y}.",
        "“It was the {d} of {m} {y}, I swear,” {p} told the {town} court on {wrong}.",
        "The bridge fell on {d} {m} {y}, a week after the {wrong} market.",
        "The club meets every {wrong}. On {d} {m} {y} it met in {town}.",
        "On {wrong} the council heard from {p}; the {m} {d}, {y} accounts were late.",
        "The paper of {day} {d} {m} {y} had no word of {p}.",
    ),
)
