"""Two given names of one person, and initials that do not fit."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene

_ALIKE = (
    ("Edwin", "Edward", False), ("Alison", "Alice", True), ("Martin", "Marvin", False),
    ("Stephen", "Stuart", False), ("Helen", "Hilary", True), ("Gavin", "Gareth", False),
    ("Rosalind", "Rosemary", True), ("Philip", "Peter", False), ("Catherine", "Caroline", True),
    ("Duncan", "Dennis", False), ("Janet", "Jane", True), ("Simon", "Samuel", False),
    ("Linda", "Glenda", True), ("Nigel", "Neville", False), ("Sarah", "Susan", True),
)  # fmt: skip


def _slots(scene: Scene) -> Mapping[str, object]:
    one, other, female = scene.rng.choice(_ALIKE)
    if one == "Janet":
        other = "Joyce"
    surname = scene.surname()
    he = "she" if female else "he"
    return {
        "a": f"{one} {surname}", "b": f"{other} {surname}", "s": surname, "one": one,
        "he": he, "He": he.capitalize(), "town": scene.town(), "q": scene.person(),
        "mr": "Ms" if female else "Mr", "age": scene.rng.randint(25, 70),
        "initial": f"{one[0]}. {surname}", "firm": scene.firm(),
        "wrong": f"{'KBWT'[scene.rng.randrange(4)]}. {surname}",
    }  # fmt: skip


KIND = Kind(
    name="given-names",
    group="people",
    slots=_slots,
    contradictions=(
        "[[{a}]] has run the <mill|school|library> at {town} for years.{gap}{s} said {he} was "
        "tired.{gap}[[{b}]] will leave <in May|next week>.",
        "The jury heard that [[{a}]] took the van.{gap}Police stopped {s} near {town}.{gap}"
        "[[{b}]] denies the charge, and {s} will be back in court <on Monday|in June>.",
        "[[{a}]], {age}, won the race at {town}. {s} beat {q} by a minute.{gap}It was a first "
        "title for [[{b}]].",
        "{firm} has named [[{a}]] as its chief executive. {s} joins in May.{gap}“We are lucky to "
        "have [[{b}]],” said {q}.".replace(
            "“We are lucky to have [[{b}]],” said {q}.",
            "The shares rose after [[{b}]] spoke to analysts.",
        ),
        "[[{a}]] scored twice for {town}, and {s} might have had a third.{gap}At the end {q} "
        "replaced [[{b}]], who was limping.",
        "A book by [[{a}]] has won the {town} prize.{gap}{s} wrote it in a shed.{gap}The judges "
        "praised [[{b}]] for wit.",
        "[[{a}]] chairs the council. {mr} {s} said the vote would stand.{gap}In a letter [[{b}]] "
        "thanked {q}.",
        "The fire was seen by [[{a}]], a driver. {s} called the brigade.{gap}[[{b}]] was praised "
        "by the chief of {town} station.",
        "[[{a}]] opened the new wing at {town}.{gap}“It is a good day,” {s} said.{gap}The plaque "
        "bears the name of [[{wrong}]].",
        "Trains through {town} stopped when [[{a}]], {age}, pulled the cord.{gap}{s} said {he} "
        "had smelt smoke.{gap}The company has written to [[{wrong}]] to say sorry.",
    ),
    decoys=(
        "{a} has run the mill at {town} for years.{gap}{s} said {he} was tired.{gap}{a} will leave "
        "in May.",
        "{a} has run the mill at {town} for years with a brother, {b}.{gap}{a} said the two were "
        "tired.",
        "{a}, {age}, won the race at {town}.{gap}{b}, no relation, came second. {b} was pleased.",
        "{a} and {b} <run a shop|play the organ> in {town}.{gap}{a} does the books.",
        "The plaque at {town} bears the name of {initial}.{gap}{a} opened the wing. {s} said it "
        "was a good day.",
        "{a} chairs the council at {town}.{gap}{s}’s cousin {b} keeps the minutes.{gap}{s} said "
        "the vote would stand.",
        "{a} scored twice for {town}.{gap}“That {b} is a fine player,” said {q}, who had the name "
        "wrong.{gap}{s} laughed.",
        "{a} opened the new wing at {town}. {s} said it was a good day.{gap}The street is named "
        "after the {s} family, one of whom, {b}, was mayor.",
        "{a} is survived by three children, of whom {b} runs the mill at {town}.{gap}{a} died on "
        "Friday.",
        "Correction: an earlier version of this article called {a} {b}. {s} runs the mill at "
        "{town}.",
        "{a}, born {b} but known by a middle name, wrote it in {town}.{gap}{s} is {age}.",
        "{a} met {q} at {town}.{gap}{s} said {he} was tired, and {q.surname} agreed.{gap}"
        "{q.name} will leave in May.",
    ),
)
