"""Which findings a change brought in, whatever the change."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from copylint import lint_text
from copylint.config.schema import Config
from copylint.suppress.earlier import Version, brought_in

WORD = Config(select=("duplicates.word",))
PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            "The ferry left the the harbour at noon.",
            "They waited for for the tide. Nobody\ncame.",
            "The bakery was shut.",
            "It was at the the gate that\nthe the bell rang.",
            "Gulls cried.",
        ]
    ),
    max_size=8,
)
NEW = "A stranger met the the mayor."


def version(paragraphs: list[str]) -> Version:
    text = "\n\n".join(paragraphs) + "\n"
    return Version(text, tuple(lint_text(text, config=WORD)))


@given(PARAGRAPHS, st.randoms(use_true_random=False))
def test_moved_paragraphs_are_not_new(old: list[str], dice: random.Random) -> None:
    new = dice.sample(old, len(old))
    assert brought_in([(version(old), version(new))]) == [[]]


@given(PARAGRAPHS, st.integers(0, 8), st.randoms(use_true_random=False))
def test_only_new_findings_are_reported(old: list[str], at: int, dice: random.Random) -> None:
    new = [paragraph.replace("\n", " ") for paragraph in old]  # wrapped again
    if dice.random() < 0.5:
        dice.shuffle(new)
    new.insert(at, NEW)
    ((found,),) = brought_in([(version(old), version(new))])
    assert found.sentence == NEW


@given(PARAGRAPHS, PARAGRAPHS)
def test_paragraphs_may_move_between_files(one: list[str], other: list[str]) -> None:
    before = [version(one), version(other)]
    after = [version([]), version(other + one)]
    assert brought_in(list(zip(before, after, strict=True))) == [[], []]


@given(PARAGRAPHS, st.integers(0, 7))
def test_the_new_one_of_two_copies_is_reported(old: list[str], at: int) -> None:
    new = [*old]
    copy = "They waited for for the tide. Nobody\ncame."
    new.insert(at, copy)
    ((found,),) = brought_in([(version(old), version(new))])
    assert found.rule == "duplicates.word"
    assert found.sentence == "They waited for for the tide."


def test_a_sentence_that_is_edited_elsewhere_keeps_its_finding() -> None:
    old = version(["It was dark. They met the the mayor at noon. It rained."])
    new = version(["It rained. They met the the mayor, a baker, at ten, and left."])
    assert brought_in([(old, new)]) == [[]]
    new = version(["It was dark. They met the mayor at at noon. It rained."])
    ((found,),) = brought_in([(old, new)])
    assert found.text == "at at"
