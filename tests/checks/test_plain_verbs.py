"""Plain verbs in place of a participle or an -ing form, and sentences that look like it."""

from __future__ import annotations

import pytest

from copylint import lint_text
from copylint.core.rule_groups import group_of

SLIPS = """
The rule is base on an old law. | based
The boxes are store in the hall. | stored
The name has been remove from the list. | removed
It was develop by the council. | developed
The price was publish in May. | published
It must be pay by May. | paid
The team was form in 1990. | formed
The talks will be hold in Rome. | held
It is recommend to leave early. | recommended
They paid it without ask the board. | asking
It is done by send a letter. | sending
He was accused of steal a car. | stealing
It was meet with applause. | met
They avoid pay the tax. | paying
He is consider a move. | considering
The council is look at it. | looking
He does not wants it. | want
He is able to ran. | run
""".strip().splitlines()

RIGHT = """
All he did is make a call.
The aim is help the poor.
What she does is run a shop.
He is at work on it.
They are back to the start.
The men were up for it.
He is by far the best.
By night the town is dark.
At work the men sing.
Of course the town is dark.
Without work the men are poor.
By run the total grew.
The keeper kept play going.
They stop play at noon.
He enjoys work in the garden.
She is like a star.
The price is up at the pump.
Is run the right word?
All they do is look at it.
The best we can do is call them.
""".strip().splitlines()


def found(text: str) -> list[str]:
    return [
        each.replacements[0]
        for each in lint_text(text)
        if group_of(each.rule) in ("grammar.verb-form", "grammar.agreement")
    ]


@pytest.mark.parametrize("row", SLIPS)
def test_a_plain_verb_in_place_of_another_form(row: str) -> None:
    text, right = row.split(" | ")
    assert found(text) == [right]


@pytest.mark.parametrize("text", RIGHT)
def test_a_plain_verb_in_its_place(text: str) -> None:
    assert found(text) == []
