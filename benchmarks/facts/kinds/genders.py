"""A person who is he and she, or Mr and Ms."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene

_EITHER = (
    "Robin", "Leslie", "Hilary", "Evelyn", "Lindsay", "Alex", "Chris", "Sandy", "Jamie", "Morgan",
    "Lee", "Kim", "Ashley",
)  # fmt: skip


def _slots(scene: Scene) -> Mapping[str, object]:
    given = scene.rng.choice(_EITHER)
    surname = scene.surname()
    female = scene.rng.random() < 0.5
    he, she = ("he", "she") if not female else ("she", "he")
    mr, ms = ("Mr", "Ms") if not female else ("Ms", "Mr")
    return {
        "p": f"{given} {surname}", "s": surname, "mr": mr, "ms": ms, "he": he, "she": she,
        "He": he.title(),
        "She": she.title(), "his": "his" if not female else "her",
        "Hers": "Her" if not female else "His", "father": "mother" if female else "father",
        "mother": "father" if female else "mother", "town": scene.town(),
        "q": scene.person(female=not female), "wife": "wife" if not female else "husband",
        "age": scene.rng.randint(30, 70), "self": "herself" if not female else "himself",
        "her": "her" if not female else "his",
    }  # fmt: skip


KIND = Kind(
    name="genders",
    group="people",
    slots=_slots,
    contradictions=(
        "{p}, the surgeon at {town}, gave credit to the nurses. [[{He}]] thanked them twice.{gap}"
        "Asked about money, {s} said [[{she}]] could promise nothing.",
        "[[{mr}]] {s} led the inquiry in {town}.{gap}{p} <added|said> that [[{she}]] would be "
        "<asking|writing to> the county for more time.",
        "{p} <runs|owns> the mill at {town}. [[{mr}]] {s} was born there.{gap}[[{ms}]] {s} plans "
        "to <sell|keep> it.",
        "{p} was elected in {town}. [[{mr}]] {s} thanked the voters.{gap}In a speech {s} spoke of "
        "roads. [[{She}]] promised to mend them.",
        "[[{mr}]] {s} was cleared by the court at {town}.{gap}{p} wept. [[{She}]] left by a side "
        "door.",
        "{p}, a [[{father}]] of two, won the race at {town}.{gap}{s} trained in the dark. "
        "[[{She}]] runs before dawn.",
        "{p} joined the bank at {town} in May. [[{He}]] was a clerk.{gap}{s} rose quickly. "
        "[[{She}]] became a director.",
        "The head of the school at {town}, {p}, has resigned. [[{He}]] gave no reason.{gap}Staff "
        "praised [[{ms}]] {s}.",
        "{p}, {age}, of {town}, sang first. [[{He}]] was followed by the choir.{gap}{p} bowed. "
        "[[{Hers}]] songs were old.",
        "{p} and [[{his}]] {wife} run a shop in {town}.{gap}{s} does the books. [[{She}]] hates "
        "sums.",
        "{p} painted the hall at {town}.{gap}[[{mr}]] {s} used only blue.{gap}{s} taught "
        "[[{self}]] to paint.",
        "[[{ms}]] {s} told the inquiry at {town} of the smell.{gap}{p} had worked there since May. "
        "[[{He}]] saw no smoke. [[{He}]] left at noon.",
    ),
    decoys=(
        "{p} teaches in {town}. {mr} {s} praised a pupil.{gap}{s} said {she} wanted to be a pilot.",
        "{p} runs the mill at {town}. {mr} {s} was pleased.{gap}{s} said {he} could "
        "promise nothing.",
        "{p} runs the mill at {town}. {mr} {s} was born there.{gap}{mr} {s} plans to sell it.",
        "{p} was elected in {town}. {mr} {s} thanked the voters.{gap}In a speech {s} spoke of "
        "roads. {He} promised to mend them.",
        "{p} runs the mill at {town} with {his} {wife}. {mr} {s} was born there.{gap}{ms} {s} was "
        "not.",
        "{p} met {q} in {town}. {mr} {s} was pleased.{gap}{p} and {q} spoke. {She} promised to "
        "write.",
        "{p} runs the mill at {town}. {mr} {s} was born there.{gap}{q} keeps the books. {She} has "
        "a dog.",
        "{p} runs the mill at {town}. {mr} {s} was born there.{gap}{q} praised {s}. {She} had "
        "never seen such a mill.",
        "{p} sang at {town}. {He} was followed by {q}.{gap}{q.surname} bowed. {She} sang of the "
        "sea.",
        "{p} lost the vote in {town}. {mr} {s} shook hands.{gap}“{She} was the better one,” {s} "
        "said of {q}.",
        "{p} won in {town}. {mr} {s} thanked a <sister|cousin>, {q.given}.{gap}{ms} {s} waved.",
        "{p} teaches in {town}.{gap}A {mother} of two of the pupils praised {mr} {s}. {She} said "
        "the class was happy.",
        "{p} was hurt at {town} by a van.{gap}The driver did not see {mr} {s}. {She} was fined.",
        "{p}, a {father} of two, won at {town}. {He} trained in the dark.",
    ),
)
