"""Closing quotation marks and spaces that are missing, forty of each."""

from __future__ import annotations

import pytest

from copylint import Config, lint_text

SPACING = Config(select=("typography.missing-space",), grammar=())
QUOTES = Config(select=("typography.unbalanced-quote",), grammar=())
BRACKETS = Config(select=("typography.unbalanced-bracket",), grammar=())

# Quotations that are never closed, and the end of each as it should be.
UNCLOSED = [
    ('"We shall rebuild the pier, said the mayor.', 'pier,"'),
    ('"It is over, he said.', 'over,"'),
    ('"I will not resign," she said. "I was elected to serve.', 'serve."'),
    ('The mayor said: "The pier will open in May.', 'May."'),
    ('"Where is the money? asked the judge.', 'money?"'),
    ('"Stop! he shouted.', 'Stop!"'),
    ('She said the plan was "dead in the water.', 'water"'),
    ('"The bridge is safe, the engineer told the court.', 'safe,"'),
    ('"Nobody was hurt, police said.', 'hurt,"'),
    ('The report calls it "a failure of nerve, and blames the board.', 'nerve"'),
    ('"We lost, the captain admitted.', 'lost,"'),
    ("“We are ready, the minister said.", "ready,”"),
    ("He said: “The deal is done.", "done.”"),
    ("“Why now? she asked.", "now?”"),
    ("She described it as “a mess.", "mess”"),
    ('"It was cold," he said. "We went home.', 'home."'),
    ('"They left at noon," said Ms Quist. "Nobody saw them again.', 'again."'),
    ('"The law is clear, said the lawyer for the firm.', 'clear,"'),
    ('"We want our money back, the group said on Monday.', 'back,"'),
    ('"That is wrong, replied the chairman.', 'wrong,"'),
    ('"I love this town, she added.', 'town,"'),
    ('"It will cost millions, warned the auditor.', 'millions,"'),
    ('"We have no plans to sell, a spokesman said.', 'sell,"'),
    ('"Run! cried the boy.', 'Run!"'),
    ('"Is it safe? he wondered.', 'safe?"'),
    ('The judge said: "You knew the risk.', 'risk."'),
    ('The sign said "No entry.', 'entry"'),
    ("“The port will close, the union said.", "close,”"),
    ("“I was not there, the witness told the jury.", "there,”"),
    ('She told reporters: "We will appeal.', 'appeal."'),
    ("He replied: “I have nothing to add.", "add.”"),
    ('"Prices will rise, the bank predicted.', 'rise,"'),
    ('"We need more nurses, the hospital said in a statement.', 'nurses,"'),
    ('"The fire spread fast, a neighbour recalled.', 'fast,"'),
    ('"There is no danger, officials insisted.', 'danger,"'),
    ('"This is our home, said the farmer, who is 70.', 'home,"'),
    ('"He was a good man, his sister said.', 'man,"'),
    ('"The ship is lost, the captain wrote in May.', 'lost,"'),
    ('"We are proud of them, their coach said.', 'them,"'),
    ("“It is too late, the mayor conceded.", "late,”"),
]

RUN_ON = """
The harbour was empty.Nobody came.
He left early,but she stayed.
It rained all day.The match was off.
He met the mayor.She said no.
They went to Leeds.They came back on Monday.
The price is 5 pounds.It was 4 last year.
He asked why.Nobody knew.
Is it true?She did not say.
Stop!The bridge is out.
We sold apples,pears and plums.
The plan failed;nobody was surprised.
The mayor,who is ill,did not come.
It closed in 1998.The site is now a park.
She moved to New York.He stayed in Boston.
The vote was close.However, it passed.
The shop (on the quay)is shut.
The shop(on the quay) is shut.
He called it "a disgrace"and left.
He said "no"to the offer.
The cost rose by 5%and then fell.
They met in May,June and July.
It was late.We went home.
It was cold.I stayed in.
The ferry sank.Five people died.
He was tired.But he went on.
She won.In the end it was easy.
The law,however,is old.
First,we wait.Second,we act.
The road is shut,as is the bridge.
He paid.Then he left.
No one came.There was no food.
She was 40.Her son was 12.
The team lost.At home they are better.
He lives here,she lives there.
They agreed,though,to wait.
It works.Just wait.
We asked Mr Smith.He declined.
The talks failed.Both sides blamed the other.
It is cheap,fast and safe.
The EU agreed.The deal is done.
"""

SPACED = """
Write to desk@example.com or see example.com, where 5,000 readers are.
It runs on Node.js and costs 4.5 pounds.
Read the word(s) aloud, and s(he) who reads wins.
Call f(x) and print(value) in turn.
The AT&amp;T deal and the R&D; both are old.
He scored 5% and the (late) winner.
It was built in 1998 (and shut in 2001).
"""


@pytest.mark.parametrize(("text", "end"), UNCLOSED)
def test_quotation_is_closed_before_the_reporter_goes_on(text: str, end: str) -> None:
    (found,) = lint_text(f"{text}\n\nWork starts in June.\n", config=QUOTES)
    assert found.replacements[0].endswith(end)


@pytest.mark.parametrize("text", RUN_ON.strip().split("\n"))
def test_missing_space_is_found(text: str) -> None:
    found = lint_text(text + "\n", config=SPACING)
    assert found
    assert all(" " in finding.replacements[0] for finding in found)


@pytest.mark.parametrize("text", SPACED.strip().split("\n"))
def test_what_needs_no_space_is_left_alone(text: str) -> None:
    assert lint_text(text + "\n", config=SPACING) == []


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The pier was sold (it was built in 1931.", "1931)"),
        ("The pier is for sale (see the note below", "below)"),
        ("Two trains were late [both of them by an hour.", "hour]"),
        ("Was the gate shut (as the guard says?", "says)"),
        ("They sold the pier (built in 1931, it leaked) and a boat (a ketch.", "ketch)"),
    ],
)
def test_an_aside_that_ends_its_paragraph_is_closed_there(text: str, end: str) -> None:
    found = [each.replacements[0] for each in lint_text(f"{text}\n", config=BRACKETS)]
    assert found == [end]


@pytest.mark.parametrize(
    "text",
    [
        "The pier (built in 1931, was sold.",
        "The pier (built in 1931 was sold. It leaked.",
        "The gate (the east one - was shut.",
    ],
)
def test_an_aside_that_may_end_earlier_is_reported_at_its_bracket(text: str) -> None:
    (finding,) = lint_text(f"{text}\n", config=BRACKETS)
    assert text[finding.span.start : finding.span.end] == "("
    assert not finding.replacements
