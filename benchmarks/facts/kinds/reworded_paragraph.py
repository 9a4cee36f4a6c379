"""A paragraph whose sentences were joined or divided in one place and left standing in another."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene

_WORDS = ("four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen")
_MONTHS = ("January", "March", "April", "June", "August", "October", "November")


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    one, other = rng.sample(_WORDS, 2)
    month, later = rng.sample(_MONTHS, 2)
    return {
        "p": scene.person(), "q": scene.person(), "town": scene.town(), "village": scene.town(),
        "n": one, "m": other, "month": month, "later": later, "a": rng.randint(31, 480),
    }  # fmt: skip


KIND = Kind(
    name="reworded-paragraph",
    group="repeats",
    slots=_slots,
    rules=("duplicates.reworded",),
    contradictions=(
        "A lorry hit the railway bridge at {town} and stopped all trains for {n} hours. Its driver "
        "had followed a satnav.{gap}"
        "[[All trains were stopped for {n} hours when a lorry, whose driver had followed a satnav, "
        "hit the railway bridge at {town}.]]",
        "The brewery will close its bottling hall in {town} in {month}, with the loss of {a} jobs, "
        "and move the machines to {village}.{gap}"
        "[[The bottling hall of the brewery in {town} will close in {month}. {a} jobs will be "
        "lost. The machines will move to {village}.]]",
        "Bats have nested in the tower of the church at {town}. The bells cannot be rung until the "
        "young have flown.{gap}"
        "[[The bells of the church at {town} cannot be rung, because bats have nested in the tower "
        "and their young have not yet flown.]]",
        "{p} found the coins with a metal detector in a field near {town}. The farmer had ploughed "
        "it deeper than usual. The museum has bought them.{gap}"
        "[[The museum has bought the coins that {p} found with a metal detector near {town}, in a "
        "field that the farmer had ploughed deeper than usual.]]",
        "Thieves cut the fence of the depot in {town} on Sunday night and drove off with {n} "
        "diggers. Police found the diggers in a quarry.{gap}"
        "[[Police found in a quarry the {m} diggers that thieves drove off with on Sunday night, "
        "after they cut the fence of the depot in {town}.]]",
        "The swimming pool in {town} was shut for lack of chlorine. Lessons for {a} children were "
        "cancelled, and the swimming club trained in the lake.{gap}"
        "[[Lack of chlorine shut the swimming pool in {town}. The swimming club trained in the "
        "lake. Lessons were cancelled for {a} children.]]",
        "Rain delayed the harvest around {town} by {n} weeks. Farmers fear that the barley will "
        "sprout, and the mill has ordered grain from abroad.{gap}"
        "[[The mill has ordered grain from abroad, since rain delayed the harvest around {town} by "
        "{m} weeks and farmers fear sprouting barley.]]",
        "Volunteers repainted the carousel on the pier at {town} over the winter. They mixed the "
        "colours from a photograph. It will turn again in {month}.{gap}"
        "[[The carousel on the pier at {town} will turn again in {month}, repainted over the "
        "winter by volunteers, who mixed the colours from a photograph.]]",
    ),
    decoys=(
        "A lorry hit the railway bridge at {town} and stopped all trains for {n} hours. Its driver "
        "had followed a satnav.{gap}"
        "A bus hit the lamp posts on the promenade in {village}. Its driver was taken ill, and the "
        "road was closed for {m} hours.",
        "The brewery will close its bottling hall in {town} in {month}. {a} jobs will be lost."
        "{gap}"
        "The union called the closure a betrayal. Bottlers in {town} had agreed to work nights, "
        "and their jobs had been called safe in {later}.",
        "“Bats have nested in the tower at {town}. We cannot ring the bells until they have "
        "flown,” {p} said.{gap}"
        "“Until the bats that nested in the tower at {town} have flown we cannot ring the bells. "
        "That is that,” {q} said.",
        "{p} swam for the county and coached {n} champions. She lives in {town} with her sister."
        "{gap}"
        "{q} rowed for the county, coached {m} champions and lives in {village} with her brother.",
        "The first race leaves the harbour at {town} at {n}. It passes the lighthouse and ends at "
        "the mill.\n\n"
        "The second race leaves the harbour at {village} at {m}, passes the weir and ends at the "
        "bridge.",
        "Room one of the museum in {town} shows tools. It is heated. It was a stable.\n\n"
        "Room two of the museum in {town} shows maps. It is not heated. It was a dairy.",
        "In {month} {a} people used the night bus from {town}. The council pays for half of the "
        "seats.{gap}"
        "The night bus from {town} was late on {n} evenings in {later}, and the council has asked "
        "the company for an explanation of the delays.",
        "Rain delayed the harvest around {town} by {n} weeks. Farmers fear that the barley will "
        "sprout.{gap}"
        "The mill buys barley from the farmers around {town} each year after the harvest. It pays "
        "by weight, and less for wet grain.",
    ),
)
