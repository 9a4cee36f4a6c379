"""Verdicts that are kept: the same as new ones, and those of another model never."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from copylint.cache.store import Store
from copylint.deep.edit_tagger import Proposal, Verdict
from copylint.deep.labels import Label, LabelAction, WordChange
from copylint.deep.memory import Memory
from copylint.deep.network_words import Word

NOTHING = Verdict([], [])
VERDICT = Verdict(
    [Proposal(2, Label(LabelAction.INSERT, "to"), WordChange(2, 2, ("to",)), (0.98765, -3.0))],
    [-1, 1],
)


def sentence(text: str) -> list[Word]:
    return [Word(word, at, at + 1) for at, word in enumerate(text.split())]


class Reader:
    def __init__(self) -> None:
        self.read: list[str] = []

    def __call__(self, sentences: Sequence[Sequence[Word]]) -> list[Verdict]:
        self.read += [" ".join(word.text for word in words) for words in sentences]
        return [VERDICT if words[0].text == "He" else NOTHING for words in sentences]


def test_sentence_is_sent_to_the_network_once(tmp_path: Path) -> None:
    reader = Reader()
    given = [sentence("He plans leave"), sentence("She left"), sentence("He plans leave")]
    memory = Memory("1", Store(tmp_path))
    first = memory.verdicts(given, reader)
    assert first == [VERDICT, NOTHING, VERDICT]
    assert reader.read == ["He plans leave", "She left"]
    assert Memory("1", Store(tmp_path)).verdicts(given, reader) == first
    assert len(reader.read) == 2


def test_models_do_not_share_stored_proposals(tmp_path: Path) -> None:
    reader = Reader()
    for version in ("1", "2"):
        Memory(version, Store(tmp_path)).verdicts([sentence("He left")], reader)
    assert len(reader.read) == 2


def test_lookalike_words_have_their_own_entry(tmp_path: Path) -> None:
    reader = Reader()
    memory = Memory("1", Store(tmp_path))
    memory.verdicts([[Word("x", 0, 1)]], reader)
    memory.verdicts([[Word("x", 0, 1, opaque=True)]], reader)
    memory.verdicts([sentence("a b")], reader)
    memory.verdicts([sentence("ab")], reader)
    assert len(reader.read) == 4


def test_without_a_store_nothing_is_kept() -> None:
    reader = Reader()
    for _ in range(2):
        Memory("1", None).verdicts([sentence("He left")], reader)
    assert len(reader.read) == 2


def test_corrupt_stored_proposals_are_ignored(tmp_path: Path) -> None:
    class Odd(Store):
        def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
            return dict.fromkeys(keys, b'[["x"]]')

        def exists(self) -> bool:
            return True

    reader = Reader()
    assert Memory("1", Odd(tmp_path)).verdicts([sentence("He left")], reader) == [VERDICT]
