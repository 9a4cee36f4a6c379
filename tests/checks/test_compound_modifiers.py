"""Compounds that take a hyphen before their noun, and sentences that look like theirs."""

from __future__ import annotations

import pytest

from copylint import Config, lint_text
from copylint.core.rule import Severity

HYPHENS = Config(select=("grammar.hyphen",))

LACKING = """
The team took a science based approach.
The London based firm cut jobs.
It was a state of the art stadium.
A government backed scheme failed.
The case by case review took a year.
It is a long running dispute.
She is a well respected judge.
The five star hotel shut.
He took up the day to day running.
A fully-owned firm was sold.
An award winning chef opened it.
They run a state funded school.
It needs a cost effective plan.
He lives in a two bedroom flat.
A real time map shows it.
The first class carriage was full.
It was a once in a lifetime chance.
The family friendly policy won.
They built high quality homes.
The country wide survey began.
A left wing party won.
A left handed batsman came in.
He had a far reaching plan.
The low lying fields flooded.
The last minute deal held.
A third party supplier failed.
The Berlin based band split.
A 30 year old man was held.
The hard hitting report shook them.
It was a tried and tested recipe.
They faced a life threatening illness.
The work related stress grew.
He has a user friendly guide.
A newly-built school opened.
The year on year rise was small.
A high ranking officer spoke.
She signed a short term loan.
An old fashioned clock stopped.
The middle aged couple left.
It was a record breaking run.
The Paris based bank sold it.
He made a wide ranging speech.
"""

RIGHT = """
The firm is based in London.
He based the film on a book.
The judge backed plans for a park.
A judge backed calls for peace.
The government funded schools in the north.
The play is state of the art.
They met face to face on Monday.
He works full time.
The team is well known in the north.
In the long term the plan pays.
She travelled first class to Rome.
The film was long and running late.
The state owned up to it.
The party led calls for reform.
It was the second time in a week.
He is the right man and the left wing is shut.
He was paid well off the pitch.
The price was cut in half on Monday.
It lasted a long time and a full day.
It is up to date.
They live in the middle of town.
The report is over the top.
A family-owned firm was sold.
An early-rising man won.
The world at large is watching.
She wrote one day and slept the next.
The drug free of charge was sent.
He was hard working and kind.
The house based its view on facts.
The club owned land near the river.
The officer ranked high in the list.
He spoke well of the house.
The state owned half of it.
The army controlled roads and bridges.
A friend backed out of the deal.
They said it would cost effective measures dear.
It was a long term for a mayor.
The open air did him good.
She drove one way and he the other.
A mother led protests in the square.
"""


@pytest.mark.parametrize("text", LACKING.strip().splitlines())
def test_a_compound_before_its_noun_is_joined(text: str) -> None:
    assert len(lint_text(text, config=HYPHENS)) == 1


@pytest.mark.parametrize("text", RIGHT.strip().splitlines())
def test_what_only_looks_like_a_compound_stays(text: str) -> None:
    assert lint_text(text, config=HYPHENS) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The London based firm cut jobs.", "London-based"),
        ("It was a state of the art stadium.", "state-of-the-art"),
        ("A fully-owned firm was sold.", "fully owned"),
    ],
)
def test_the_compound_is_a_suggestion_with_its_fix(text: str, right: str) -> None:
    (found,) = lint_text(text, config=HYPHENS)
    assert found.severity is Severity.SUGGESTION
    assert found.replacements == (right,)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Setup your account today.", "Set up"),
        ("Checkout our new menu.", "Check out"),
        ("To login, press enter.", "log in"),
        ("Please login to the site.", "log in"),
        ("Backup the files first.", "Back up"),
    ],
)
def test_a_verb_that_gives_an_order_is_two_words(text: str, right: str) -> None:
    (found,) = lint_text(text, config=HYPHENS)
    assert found.replacements == (right,)


@pytest.mark.parametrize(
    "text", ["Setup is easy.", "The checkout was shut.", "The route to login is short."]
)
def test_a_noun_of_the_same_letters_stays(text: str) -> None:
    assert lint_text(text, config=HYPHENS) == []
