"""A slip that an article makes twice is still a slip: one finding, with the other places."""

from __future__ import annotations

import pytest

from copylint import lint_text
from copylint.core.finding import Finding

BETWEEN = (
    "The meeting in the town hall went on until ten. Nobody asked about the price of the roof."
)

SLIPS = [
    (
        "The council made it's decision on Monday.",
        "The board made it's decision on Friday.",
        "it's",
    ),
    ("The cow hurt it's leg in the barn.", "The horse hurt it's leg in the race.", "it's"),
    ("The club has lost it's best player.", "The band has lost it's best singer.", "it's"),
    ("They left there coats in the hall.", "The guests left there coats in the car.", "there"),
    ("Parents fear for there children.", "Teachers fear for there children too.", "there"),
    ("The families lost there homes in the fire.", "Farmers lost there homes as well.", "there"),
    ("The hall is bigger then the old one.", "The bridge is bigger then the old one.", "then"),
    ("The plan costs more then the last one.", "The work took more then the last one.", "then"),
    ("Sales were higher then expected.", "Costs were higher then expected.", "then"),
    ("The letter came form the council.", "The money came form the council too.", "form"),
    ("He comes form a small town.", "She comes form a small village.", "form"),
    ("They heard form the police.", "We heard form the police on Friday.", "form"),
    (
        "The man who's car was stolen called the police.",
        "The woman who's car was found thanked them.",
        "who's",
    ),
    ("He has a son who's name is Tom.", "She has a son who's name is Max.", "who's"),
    ("We hope your going to enjoy it.", "They say your going to like it.", "your"),
    ("Please take you're coat with you.", "Please take you're coat and hat.", "you're"),
    ("Bring you're own lunch.", "Bring you're own water.", "you're"),
    (
        "The strike will effect thousands of passengers.",
        "The closure will effect thousands of passengers.",
        "effect",
    ),
    ("The change had an affect on sales.", "The rain had an affect on the harvest.", "affect"),
    ("The team could loose the match.", "The club could loose the title.", "loose"),
    ("He is likely to loose the seat.", "She is likely to loose the vote.", "loose"),
    ("Their is no money left in the fund.", "Their is no money for the school.", "Their"),
    ("It was to late to change the plan.", "It was to late to change the route.", "to"),
    ("He did not except the offer.", "She did not except the offer either.", "except"),
    ("The market market was shut.", "They built the market market in a year.", "market market"),
    ("The police police were called.", "Later the police police left.", "police police"),
]

FILLERS = {
    "market": "The market is open. A market is held here every week.",
    "police": "The police came at nine. She told the police that she had seen nothing.",
}

QUIET = [
    ("The council made its decision.", "The board made its decision too."),
    ("It's late, the mayor said.", "It's late, the clerk said."),
    ("They left their coats there.", "The guests left their coats there."),
    ("Then the rain came.", "Then the wind came."),
    ("The form is on the table.", "The form is in the drawer."),
    ("The man, who's ill, stayed at home.", "The woman, who's ill, stayed in bed."),
    ("Whose car was it?", "Whose hat was it?"),
    ("Your coat is here.", "Your hat is here."),
    ("You're late again.", "You're early for once."),
    ("The strike had no effect on trains.", "The rule had no effect on buses."),
    ("The rule will affect us all.", "The cut will affect us all."),
    ("The screws came loose.", "The bolts came loose."),
    ("Two men were hurt.", "Two men were held."),
    ("They said chop chop and left.", "We said chop chop and ran."),
    ("The choo choo is old.", "The choo choo is red."),
    ("It was a boo boo.", "He made a boo boo."),
    ("They sailed to Pago Pago.", "She lives in Pago Pago."),
    ("He walked off the pitch.", "She walked off the court."),
]


def slips(text: str) -> list[Finding]:
    return [
        each
        for each in lint_text(text)
        if each.rule.startswith(("confusion.", "context.", "duplicates.word", "grammar."))
    ]


def article(first: str, second: str, wrong: str = "") -> str:
    filler = FILLERS.get(wrong.split()[0].lower(), "") if wrong else ""
    return f"{first} {BETWEEN} {filler}\n\n{second}\n"


@pytest.mark.parametrize(("first", "second", "wrong"), SLIPS)
def test_repeated_typo_is_one_finding_with_related_place(
    first: str, second: str, wrong: str
) -> None:
    text = article(first, second, wrong)
    (finding,) = slips(text)
    assert finding.text == wrong
    assert finding.start.line == 1
    (other,) = finding.related
    assert other.span.start > text.index("\n\n")


@pytest.mark.parametrize(("first", "second"), QUIET)
def test_repeated_correct_words_are_silent(first: str, second: str) -> None:
    assert slips(article(first, second)) == []
