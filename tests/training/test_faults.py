"""Planted faults: the changes of the labels restore the sentence."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from faults import KEEP, Example, Faults
from mistaken import JOINED, read_confusions

from copylint.deep.labels import Label, change
from copylint.deep.network_words import Word
from copylint.language.word_list import words

CONFUSIONS = read_confusions(Path(__file__).parents[2] / "tools" / "models" / "confusions.txt")
FORMS = {
    "walk": {"BASE": "walk", "S": "walks", "ED": "walked", "ING": "walking"},
    "walks": {"BASE": "walk", "S": "walks", "ED": "walked", "ING": "walking"},
    "walked": {"BASE": "walk", "S": "walks", "ED": "walked", "ING": "walking"},
    "walking": {"BASE": "walk", "S": "walks", "ED": "walked", "ING": "walking"},
}
SENTENCES = [
    text.split()
    for text in (
        "The keeper walked to the old pier and said that it was open to all of them .",
        "Everyone who was there had a story of the storm , and its end was in sight .",
        "They don't walk into the town's hall because an owl is in the players' room .",
        "He has been to the harbour , which is on the other side of this island now .",
    )
]
SMALL = words("the a an to of in is was it and that on this who which has been into because")
LABELS = [
    *sorted(words("KEEP DELETE TO_BASE TO_S TO_ED TO_ING MERGE SPLIT REPL_OTHER")),
    *sorted(words("APOS_FIX APOS_ADD APOS_BACK APOS_END APOS_MOVE APOS_RM APOS_RMEND")),
    *(f"INS_{word}" for word in sorted(SMALL)),
    *(f"REPL_{word}" for word in sorted(SMALL | words("don't now there its all end side"))),
]


def examples(count: int = 1500) -> list[Example]:
    faults = Faults(LABELS, FORMS, CONFUSIONS)
    chance = random.Random(1)
    return [faults.example(chance.choice(SENTENCES), chance, 0.1) for _ in range(count)]


def corrected(example: Example) -> list[str] | None:
    """The words with all labels obeyed; None if one names no better word."""
    left = example.words[1:]
    for at in range(len(left) - 1, -2, -1):
        name = example.labels[at + 1]
        if name == KEEP:
            continue
        if name in ("REPL_OTHER", "SPLIT"):
            return None
        made = change(Label.read(name), [Word(word, 0, 1) for word in left], at, FORMS)
        assert made is not None, (name, left, at)
        left = made.apply(left)
    return left


def test_labels_bring_the_sentence_back() -> None:
    known = [[word.lower() for word in sentence] for sentence in SENTENCES]
    kinds: Counter[str] = Counter()
    for example in examples():
        assert len(example.words) == len(example.labels)
        back = corrected(example)
        if back is not None:
            assert [word.lower() for word in back] in known, example
            kinds.update(example.kinds)
    assert len(kinds) >= 11, kinds


def test_every_label_is_one_that_can_be_learned() -> None:
    for example in examples(500):
        assert set(example.labels) <= set(LABELS)


def test_clean_sentences_stay_as_they_are() -> None:
    faults = Faults(LABELS, FORMS, CONFUSIONS)
    example = faults.example(SENTENCES[0], random.Random(2), 1.0)
    assert example.words[1:] == SENTENCES[0]
    assert set(example.labels) == {KEEP}
    assert example.kinds == ()


def test_word_tables_are_consistent() -> None:
    assert "form" in CONFUSIONS["from"]
    assert JOINED["in", "to"] == "into"
    assert all("".join(pair) == one for pair, one in JOINED.items())


@pytest.mark.parametrize(
    ("line", "table"),
    [
        ("a>b", {"b": ("a",)}),
        ("! a b", {"a": ("b",), "b": ("a",)}),
        ("# a b", {}),
    ],
)
def test_confusion_lines_are_parsed(
    line: str, table: dict[str, tuple[str, ...]], tmp_path: Path
) -> None:
    (tmp_path / "c.txt").write_text(f"{line}\n", "utf-8")
    assert read_confusions(tmp_path / "c.txt") == table
