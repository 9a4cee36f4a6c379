"""A rate that does not agree with its total: a year, a head, each, an hour."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    years, rate = rng.randint(3, 9), rng.randint(2, 9)
    guests, head = rng.randint(15, 90), rng.randint(6, 40) * 5
    week = rng.randint(30, 90) * 10
    hours, speed = rng.randint(2, 6), rng.randint(30, 60)
    return {
        "p": scene.person(), "town": scene.town(), "club": scene.club(), "firm": scene.firm(),
        "years": ("three", "four", "five", "six", "seven", "eight", "nine")[years - 3],
        "rate": rate, "total": years * rate, "wrong": rate + rng.choice((1, 2)),
        "wtotal": years * rate + rng.choice((-2, 3, 5)),
        "guests": guests, "head": head, "bill": f"{guests * head:,}", "whead": head + 15,
        "wbill": f"{round(guests * head * rng.choice((0.8, 1.15, 1.3))):,}",
        "week": week, "year": f"{week * 52:,}", "wyear": f"{week * 60:,}", "month": week * 52 // 12,
        "wmonth": week * 3, "hours": ("two", "three", "four", "five", "six")[hours - 2],
        "miles": hours * speed, "mph": speed, "wmph": speed + rng.choice((9, 12)),
        "odd": f"{guests * head + guests // 3:,}",
        "things": rng.choice(("chairs", "prints", "lambs")),
    }  # fmt: skip


KIND = Kind(
    name="rate-and-total",
    group="figures",
    slots=_slots,
    contradictions=(
        "The {town} scheme will cost [[£{total}m]] over [[{years}]] years, or [[£{wrong}m]] a "
        "year.",
        "{firm} will pay [[£{rate}m]] a year for [[{years}]] years, a total of [[£{wtotal}m]].",
        "{p} earns [[£{week}]] a week, or [[£{wyear}]] a year, <before tax|at the mill>.",
        "Dinner came to [[£{wbill}]] for [[{guests}]] guests, or [[£{head}]] a head.",
        "{club} sold [[{guests}]] {things} at [[£{head}]] each, making [[£{wbill}]].",
        "The rent is [[£{week}]] a week (<about |>[[£{wmonth}]] a month), {p} said.",
        "{p} drove [[{miles} miles]] to {town} in [[{hours}]] hours, an average of [[{wmph}mph]].",
        "The council gave [[£{wbill}]] to [[{guests}]] families, [[£{head}]] each.",
        "The grant of [[£{total}m]] is spread over [[{years}]] years – [[£{wrong}m]] per year – "
        "<said {p}|the trust said>.",
        "{guests} workers will <receive|get> [[£{head}]] each, [[£{wbill}]] in all, {firm} said.",
        "The pension costs [[£{wyear}]] a year, equivalent to [[£{week}]] a week.",
        "In {town} [[{guests}]] people paid [[£{head}]] each for a seat, raising [[£{wbill}]].",
    ),
    decoys=(
        "The {town} scheme will cost £{total}m over {years} years, or £{rate}m a year.",
        "{firm} will pay £{rate}m a year for {years} years, a total of £{total}m.",
        "{p} earns £{week} a week, or £{year} a year, before tax.",
        "Dinner came to £{bill} for {guests} guests, or £{head} a head.",
        "{club} sold {guests} {things} at £{head} each, making £{bill}.",
        "The rent is £{week} a week (about £{month} a month), {p} said.",
        "{p} drove {miles} miles to {town} in {hours} hours, an average of {mph}mph.",
        "The scheme cost £{total}m over {years} years, and the mill makes £{wrong}m a year.",
        "“It was £{wbill} for {guests} of us, or £{head} a head,” said {p}.",
        "Dinner came to £{odd} for {guests} guests, or about £{head} a head.",
        "{p} earns £{week} a week. The post in {town} pays £{wyear} a year.",
        "{firm} has {guests} shops and pays £{head} a week in rates; it made £{wbill} in May.",
        "{guests} workers will get £{head} each; the managers will share £{wbill}.",
        "The grant rose from £{rate}m a year to £{wrong}m a year over {years} years.",
        "Tickets cost £{head} each, and {guests} were sold in {town} on the first day.",
        "Correction: the scheme will cost £{total}m over {years} years, or £{rate}m a year, not "
        "£{wrong}m a year.",
    ),
)
