"""A length of time that its beginning and end do not bear out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from facts.samples import Kind
from facts.scenes import Scene

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _clock(minutes: int) -> str:
    hour, minute = divmod(minutes, 60)
    shown = f"{(hour - 1) % 12 + 1}" + (f".{minute:02}" if minute else "")
    return shown + ("pm" if hour >= 12 else "am")


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    start = 60 * rng.randint(8, 18)
    hours = rng.randint(2, 5)
    wrong = hours + rng.choice((-1, 1, 2))
    first = date(2023, 1, 1) + timedelta(rng.randint(0, 330))
    days = rng.randint(3, 9)
    last = first + timedelta(days)
    year, years = rng.randint(1930, 1980), rng.randint(8, 40)
    return {
        "a": _clock(start), "b": _clock(start + 60 * hours), "n": _WORDS[hours],
        "w": _WORDS[wrong], "half": _clock(start + 90), "p": scene.person(), "town": scene.town(),
        "d1": first.day, "d2": last.day, "m1": f"{first:%B}", "m2": f"{last:%B}", "days": days,
        "more": _WORDS[days] if days < 11 else days, "wd": days + rng.choice((-2, 3, 4)),
        "y1": year, "y2": year + years, "years": years, "wy": years + rng.choice((-10, -3, 5, 10)),
        "h24": f"{start // 60:02}:15", "e24": f"{start // 60 + 1:02}:00",
    }  # fmt: skip


KIND = Kind(
    name="durations",
    group="time",
    slots=_slots,
    contradictions=(
        "The [[{w}-hour]] meeting in {town} ran from [[{a} to {b}]].",
        "Doors open at the hall from [[{a} until {b}]], [[{w} hours]] in all.",
        "Power was off in {town} between [[{a} and {b}]], a cut of [[{w} hours]].",
        "{p} began to speak at [[{a} and finished at {b}]], [[{w} hours]] without a pause.",
        "The talks started at [[{a}]] and [[ended at {b}]]. The [[{w}-hour]] session was the last.",
        "The film runs from [[{a} to {half}]], exactly [[two hours]] with the news.",
        "Roads will be shut for [[{w} hours]], from [[{a} to {b}]], {p} said.",
        "The fair in {town} is on [[from {d1} {m1} to {d2} {m2}]], [[{wd} days]] of music.",
        "The [[{wd}-day]] strike will run from [[{d1} {m1} to {d2} {m2}]], the union said.",
        "{p} sat on the council [[from {y1} to {y2}]], a span of [[{wy} years]].",
        "For [[{wy} years]], [[from {y1} to {y2}]], the mill at {town} made paper.",
        "The train left at [[{h24} and arrived at {e24}]], a run of [[{w} hours]].",
    ),
    decoys=(
        "The {n}-hour meeting in {town} ran from {a} to {b}.",
        "The meeting in {town} ran from {a} to {b}, {w} hours longer than planned.",
        "The meeting in {town} ran from {a} to {b}, nearly {w} hours.",
        "The shop is open from {a} to {b}, and {w} hours a week {p} is there.",
        "The talks started at {a} and ended at {b}. The {n}-hour session was the last.",
        "The fair in {town} is on from {d1} {m1} to {d2} {m2}, {days} days of music.",
        "The {days}-day strike will run from {d1} {m1} to {d2} {m2}, the union said.",
        "{p} sat on the council from {y1} to {y2}, a span of {years} years.",
        "From {y1} to {y2} the mill made paper, and for {wy} years before that it made flour.",
        "“It went on for {w} hours,” said {p} of the meeting from {a} to {b}.",
        "The road is shut from {a} to {b}. Last year it took {w} hours to mend.",
        "From {d1} {m1} to {d2} {m2} the pool is shut, {wd} days before the school goes back.",
        "{p}, jailed for {wy} years, was on the run from {y1} to {y2}.",
    ),
)
