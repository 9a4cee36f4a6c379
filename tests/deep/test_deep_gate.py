"""The gate: the same findings with it as without, whoever reads beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from deep_golden import GOLDEN, needs_model
from hypothesis import given, settings
from hypothesis import strategies as st

from copylint.analysis.article import Article
from copylint.config.schema import Config
from copylint.core.errors import EngineError
from copylint.deep.classifier import EditClassifier
from copylint.deep.deep_editor import DeepEditor, loaded
from copylint.deep.edit_tagger import EditTagger, Verdict
from copylint.deep.gate import KINDS, Gate
from copylint.deep.network_words import Word, words_of
from copylint.deep.usual import FIGURES, SCALE, figures
from copylint.deep.weights import Weights, folder
from copylint.engines.deep import DeepSession
from copylint.language.tokens import tokenise
from copylint.models.edit import ScoredEdit
from copylint.models.sentence_context import SentenceContext
from copylint.runner.document_reader import read_input
from copylint.runner.pipeline import run
from copylint.runner.result import Input

pytestmark = needs_model

SEEDS = sorted(
    path
    for path in (Path(__file__).parents[2] / "seeds").iterdir()
    if path.suffix in (".txt", ".md") and path.name != "README.md"
)
FAULTY = """\
# Harbour master to retire

The harbour trust bought a new boats in March, and the bakery is planning open a second shop.
Supplies are brought form the mainland.
The team have been able finish the work before the winter came.

It has has been a dry summer. The ferry was cancelled by the the operator on Friday morning.
The engineers had to repaired the bridge before the winter. Nobody knows who's fault it was.
An new timetable will be published in the spring, the company told passengers on Monday.

The museum opens at ten. Visitors can leave their coats at the desk, and children go free.
"""


@pytest.fixture(scope="module")
def gate(weights: Weights) -> Gate:
    return Gate(weights, EditClassifier.read(weights.classifier).gate)


def sentences() -> list[list[Word]]:
    return [words_of(tokenise(case["text"])) for case in GOLDEN]


def article(path: Path) -> Article:
    return Article(read_input(Input(str(path))))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_the_same_findings_in_the_seeds(path: Path) -> None:
    read = [article(path)]
    assert DeepSession(gated=True).check(read) == DeepSession(gated=False).check(read)


def test_the_same_findings_in_faulty_copy(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FAULTY, "utf-8")
    read = [article(tmp_path / "a.md")]
    found = DeepSession(gated=True).check(read)
    assert found == DeepSession(gated=False).check(read)
    assert len(found[0]) >= 4


def test_plain_copy_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[int] = []
    before = EditTagger.verdicts

    def counted(self: EditTagger, given: Sequence[Sequence[Word]], threads: int) -> list[Verdict]:
        sent.append(sum(map(len, given)))
        return before(self, given, threads)

    monkeypatch.setattr(EditTagger, "verdicts", counted)
    read = [article(path) for path in SEEDS]
    for gated in (False, True):
        DeepSession(gated=gated).check(read)
    without, with_it = sent
    assert 0 < with_it < 0.6 * without


def test_setting_switches_the_gate_on(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    before = Gate.doubts

    def counted(
        self: Gate, given: Sequence[Sequence[Word]], threads: int
    ) -> list[list[ScoredEdit]]:
        asked.append(len(given))
        return before(self, given, threads)

    monkeypatch.setattr(Gate, "doubts", counted)
    results = [
        run([Input("a.md", text=FAULTY)], Config(grammar=("deep",), deep_gate=gated), jobs=1)
        for gated in (False, True)
    ]
    assert len(asked) == 1 and asked[0] > 5
    assert [*results[0].findings] == [*results[1].findings]


def test_verdict_is_independent_of_batch_and_threads(gate: Gate) -> None:
    given = sentences()
    alone = [gate.doubts([words], 1)[0] for words in given]
    assert gate.doubts(given, 1) == alone
    assert gate.doubts(given[::-1], 2) == alone[::-1]
    assert any(alone)


def test_doubts_are_places_in_the_sentence(gate: Gate) -> None:
    for words in sentences():
        (doubts,) = gate.doubts([words], 1)
        starts = {word.start: word.end for word in words}
        for edit in doubts:
            assert edit.kind in KINDS
            expected = edit.start if edit.kind == "missing-word" else starts[edit.start]
            assert edit.end == expected


def test_a_threshold_for_each_kind(weights: Weights) -> None:
    given = sentences()
    asks = Gate(weights, dict.fromkeys(KINDS, 99.0) | {"article": -99.0})
    kinds = {edit.kind for own in asks.doubts(given, 1) for edit in own}
    assert kinds == {"article"}
    # A kind without one is always in doubt.
    every = Gate(weights, {}).doubts(given, 1)
    assert [len(own) for own in every] == [len(KINDS) * len(words) for words in given]


def test_very_long_sentence_is_read(gate: Gate) -> None:
    words = [Word("harbour", 8 * at, 8 * at + 7) for at in range(500)]
    assert 100 < len(gate.guesses(words)) < 128


@pytest.mark.parametrize("network", [b"", b"not a network"])
def test_file_that_is_not_a_network_is_refused(network: bytes, weights: Weights) -> None:
    with pytest.raises(EngineError, match="cannot be run"):
        Gate(replace(weights, gate=network), {})


def test_another_network_is_refused(weights: Weights) -> None:
    with pytest.raises(EngineError, match="another one"):
        Gate(replace(weights, gate=weights.network), {})


def test_doubts_below_the_threshold_are_dropped(tmp_path: Path) -> None:
    where = folder()
    assert where is not None
    (tmp_path / "a.md").write_text(FAULTY, "utf-8")
    contexts = [SentenceContext.of(sentence) for sentence in article(tmp_path / "a.md").sentences]
    editor = DeepEditor(loaded(where), 1, None)
    assert any(review.is_read for review in editor.reviews(contexts, lambda *_: True))
    assert not any(review.is_read for review in editor.reviews(contexts, lambda *_: False))
    read = [review.is_read for review in editor.reviews(contexts, lambda *_: False, {1, 2})]
    assert [number for number, is_read in enumerate(read) if is_read] == [1, 2]


def test_gate_figures_are_computed_per_place() -> None:
    table = figures(["The", "the", "zqx"])
    assert table.shape == (3, FIGURES)
    counts, same = table[:, :7], table[:, 7:]
    assert same.tolist() == [[0, 1], [1, 0], [0, 0]]
    assert counts[0, 6] == counts[1, 6] > 10 / SCALE
    # Nobody has seen it; its neighbours have stood side by side.
    assert not counts[2, [0, 1, 2, 3, 4, 6]].any()
    usual = figures(["the", "end", "of", "the", "year"])
    assert (usual[1:, 0] > 0).all() and (usual[1:4, 3] > 0).all()


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=30))
def test_gate_accepts_any_words(texts: list[str]) -> None:
    where = folder()
    assert where is not None
    words = [Word(text, 20 * at, 20 * at + len(text)) for at, text in enumerate(texts)]
    guesses = loaded(where).gate.guesses(words)
    assert guesses.shape[1] == len(KINDS)
    assert 0 < len(guesses) <= len(words)
