"""A sentence that was rewritten in one place and left standing in another."""

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
    figure = rng.randint(31, 480)
    return {
        "p": scene.person(), "q": scene.person(), "town": scene.town(), "village": scene.town(),
        "n": one, "m": other, "month": month, "later": later, "a": figure,
        "b": figure + rng.randint(2, 30), "club": scene.club(),
    }  # fmt: skip


KIND = Kind(
    name="reworded",
    group="repeats",
    slots=_slots,
    rules=("duplicates.reworded",),
    contradictions=(
        "{n} families left the harbour cottages in {town} after the storm in {month}.{gap}"
        "[[After the {month} storm, {m} families left their cottages at the {town} harbour.]]",
        "The council has sold the old library in {town} to a brewery for {a},000 pounds.{gap}"
        "[[The old library in {town} was sold to a brewery by the council for {b},000 pounds.]]",
        "Divers found the wreck of the trawler off {town} on the second day of the search.{gap}"
        "[[The wreck of the trawler was found off {town} by divers on the search’s second day.]]",
        "Engineers closed the swing bridge at {town} when cracks appeared in its main bearing.{gap}"
        "[[The swing bridge at {town} was closed by engineers after cracks in the main bearing "
        "appeared.]]",
        "Nurses at {town} hospital will vote in {month} on whether to strike over night "
        "shifts.{gap}"
        "[[In {month}, nurses at {town} hospital will vote on a strike over their night shifts.]]",
        "The fire destroyed a barn, {n} tractors and the winter hay at a farm near {town}.{gap}"
        "[[A barn, the winter hay and {m} tractors were destroyed in the fire at the farm near "
        "{town}.]]",
        "{p} bought the derelict tannery beside the canal in {town} with money from a lottery "
        "win.{gap}[[With money from a lottery win, {p} bought the derelict tannery in {town}, "
        "beside the canal.]]",
        "Police are searching woods near {town} for a walker who vanished during a charity "
        "hike.{gap}[[A walker who vanished during a charity hike is being searched for by police "
        "in woods near {town}.]]",
        "About {a} jobs will go at the tyre factory in {town} when its last contract ends in "
        "{month}.{gap}[[When the last contract ends in {month}, the tyre factory in {town} will "
        "lose about {b} jobs.]]",
        "The museum in {town} will lend its bronze helmet to Denmark until repairs to the roof "
        "are finished.{gap}[[Until the roof repairs are finished, the museum in {town} will lend "
        "Denmark its bronze helmet.]]",
        "The landslip at {town} blocked {n} lanes of the coast road until Sunday evening.{gap}"
        "[[The landslip at {town} blocked {m} lanes of the coast road until Sunday evening.]]",
        "{p} lent {a} letters from the trenches to the exhibition in {town}.{gap}"
        "[[For the exhibition in {town}, {p} lent {b} letters from the trenches.]]",
    ),
    decoys=(
        "{n} families left the harbour cottages in {town} after the storm in {month}.{gap}"
        "{m} families left the mill cottages in {village} after the flood in {later}.",
        "The north wall of the castle in {town} was built by hand and leaks in winter.\n\n"
        "The south wall of the castle in {town} was built by hand and leaks in winter.",
        "{p} scored {n} goals for {club} in {month} and was named player of the month.{gap}"
        "{q} scored {m} goals for {club} in {later} and was named player of the month.",
        "The council sold the old library in {town} to a brewery.{gap}"
        "The brewery that bought the old library in {town} now wants to knock it down.",
        "“Nobody in {town} ever asked the fishermen what the harbour was for,” {p} said.{gap}"
        "“What the harbour was for, nobody in {town} ever asked the fishermen,” {q} wrote.",
        "Divers found the wreck of the trawler off {town} on the second day of the search.{gap}"
        "The search for the trawler off {town} had been called off twice because of fog.",
        "In {month} the ferry to {town} carried {a} passengers and lost money on every trip.{gap}"
        "In {later} the ferry to {village} carried {b} passengers and made money on most trips.",
        "- The first prize is a weekend in {town} with a dinner for two people\n"
        "- The second prize is a dinner for two people and a weekend in {village}",
        "Nurses at {town} hospital will vote in {month} on whether to strike over night "
        "shifts.{gap}"
        "Porters at {town} hospital voted against a strike over weekend shifts in {later}.",
        "{p} was born in {town} and worked in the tannery beside the canal until {month}.{gap}"
        "{q} was born in {village} and worked beside the canal in the rope works until {later}.",
        "The bus from {town} to {village} leaves at six and stops at the mill.\n\n"
        "The bus from {village} to {town} leaves at nine and stops at the weir.",
        "About {a} jobs will go at the tyre factory in {town} when its contract ends.{gap}"
        "The union said it would fight for the jobs at the tyre factory, the largest in {town}.",
    ),
)
