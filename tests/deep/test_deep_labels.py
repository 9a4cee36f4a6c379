"""The change that each label makes to a sentence."""

from __future__ import annotations

import pytest

from copylint.deep.labels import Label, change
from copylint.deep.network_words import Word, words_of
from copylint.language.tokens import tokenise

FORMS = {"walked": {"BASE": "walk", "S": "walks", "ING": "walking"}}


def words(text: str) -> list[Word]:
    return words_of(tokenise(text))


@pytest.mark.parametrize(
    ("text", "label", "at", "changed"),
    [
        ("He said that that", "DELETE", 3, "He said that"),
        ("He plans leave", "INS_to", 1, "He plans to leave"),
        ("end is near", "INS_the", -1, "The end is near"),
        ("Its late", "REPL_it's", 0, "It's late"),
        ("A BIG WERE", "REPL_was", 2, "A BIG WAS"),
        ("They Walked on", "TO_S", 1, "They Walks on"),
        ("the towns mayor", "APOS_FIX", 1, "the town's mayor"),
        ("the town mayor", "APOS_ADD", 1, "the town's mayor"),
        ("the towns' mayor", "APOS_BACK", 1, "the town's mayor"),
        ("the towns mayor", "APOS_END", 1, "the towns' mayor"),
        ("the town's mayor", "APOS_MOVE", 1, "the towns' mayor"),
        ("the town's mayor", "APOS_RM", 1, "the towns mayor"),
        ("the towns' mayor", "APOS_RMEND", 1, "the towns mayor"),
        ("every one of them", "MERGE", 0, "everyone of them"),
    ],
)
def test_labels_become_word_changes(text: str, label: str, at: int, changed: str) -> None:
    sentence = words(text)
    made = change(Label.read(label), sentence, at, FORMS)
    assert made is not None
    assert " ".join(made.apply([word.text for word in sentence])) == changed


@pytest.mark.parametrize(
    ("text", "label", "at"),
    [
        ("He said", "KEEP", 0),
        ("He said", "SPLIT", 0),
        ("He said", "REPL_OTHER", 1),
        ("He said", "REPL_said", 1),
        ("He said", "TO_ING", 1),
        ("They walked", "TO_EN", 1),
        ("He said", "APOS_FIX", 0),
        ("He said", "APOS_RM", 0),
        ("He said", "MERGE", 1),
        ("He said", "DELETE", -1),
        ("He read a_b_c", "DELETE", 2),
    ],
)
def test_unrepresentable_edits_have_no_label(text: str, label: str, at: int) -> None:
    assert change(Label.read(label), words(text), at, FORMS) is None


def test_inapplicable_label_changes_nothing() -> None:
    with pytest.raises(ValueError, match="SWAP"):
        Label.read("SWAP_x")
