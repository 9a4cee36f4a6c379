"""The gate's training on a tiny text: the loss falls, the export runs, the guesses agree."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

jax = pytest.importorskip("jax", reason="copylint[train] is not installed")
np = pytest.importorskip("numpy")
pytest.importorskip("onnxruntime")
pytest.importorskip("onnx", reason="copylint[train] is not installed")
pytest.importorskip("optax", reason="copylint[train] is not installed")

import gate  # noqa: E402 - after it is known that it can be imported
import gate_curve  # noqa: E402
import student  # noqa: E402
import verdicts  # noqa: E402
from gate_curve import Examined, thresholds  # noqa: E402
from student import Layer, Shape  # noqa: E402
from student_export import export  # noqa: E402
from verdicts import Judged  # noqa: E402

from copylint.deep.gate import KINDS, Gate  # noqa: E402
from copylint.deep.network_words import words_of  # noqa: E402
from copylint.deep.usual import FIGURES, SCALE, figures, spread  # noqa: E402
from copylint.deep.weights import Weights, folder, is_installed, load  # noqa: E402
from copylint.deep.word_pieces import WordPieces  # noqa: E402
from copylint.language.tokens import tokenise  # noqa: E402

VOCABULARY = "[PAD] [UNK] [CLS] [SEP] the keeper captain walk ##ed to old red pier boat ."
PIECES = VOCABULARY.split()
SHAPE = Shape(16, (Layer(1), Layer(2, 24), Layer(0, 24)))
VERB = KINDS.index("verb-form")
needs_model = pytest.mark.skipif(not is_installed(), reason="copylint[deep] is not installed")

Trained = tuple[student.Params, gate.Lessons, list[float]]


def judged() -> list[Judged]:
    """Sentences in which "walk" is a fault and "walked" is not."""
    found = []
    for who in ("keeper", "captain"):
        for colour in ("old", "red"):
            for where in ("pier", "boat"):
                right = f"The {who} walked to the {colour} {where} .".split()
                wrong = [word.removesuffix("ed") for word in right]
                found.append(Judged(right, [], [], []))
                found.append(Judged(wrong, [2], [(2, VERB, 3.0)], [(2, 0.99)]))
    return found


@pytest.fixture(scope="module")
def embeddings() -> np.ndarray:
    return np.random.default_rng(0).normal(size=(len(PIECES), 12)).astype(np.float32)


@pytest.fixture(scope="module")
def trained(embeddings: np.ndarray) -> Trained:
    lessons = gate.Lessons(judged(), PIECES, embeddings)
    params = student.begin(SHAPE, embeddings.shape[1], jax.random.key(0))
    params, losses = gate.train(params, SHAPE, lessons, pieces=128, steps=150, rate=0.01)
    return params, lessons, losses


def test_the_loss_falls(trained: Trained) -> None:
    _, _, losses = trained
    assert len(losses) == 150
    assert sum(losses[-10:]) < 0.2 * sum(losses[:10])


def test_the_export_agrees(trained: Trained, embeddings: np.ndarray, tmp_path: Path) -> None:
    params, _, _ = trained
    export(params, SHAPE, embeddings, tmp_path / "gate.onnx")
    weights = Weights("0", b"", (tmp_path / "gate.onnx").read_bytes(), tuple(PIECES), (), {}, b"")
    gated = Gate(weights, {"verb-form": 0.0, **dict.fromkeys(set(KINDS) - {"verb-form"}, 99.0)})
    for each in judged():
        words = words_of(tokenise(" ".join(each.words)))
        encoded = WordPieces(PIECES).encode(each.words)
        given = (
            embeddings[encoded.ids],
            np.ones(len(encoded.ids)),
            np.array(encoded.cases),
            spread(figures(each.words), encoded),
        )
        ours = student.guesses(params, SHAPE, *(array[None] for array in given))
        expected = np.asarray(ours)[0, encoded.words[1:], : len(KINDS)]
        # Embeddings and matrices are in eight bits.
        assert gated.guesses(words) == pytest.approx(expected, abs=0.5)
        (doubts,) = gated.doubts([words], 1)
        assert [(edit.kind, edit.start) for edit in doubts] == [
            ("verb-form", words[at].start) for at, _, _ in each.margins
        ]


def test_what_is_known_is_seldom_repeated(trained: Trained) -> None:
    _, lessons, _ = trained
    chance = np.random.default_rng(1)
    lessons.last[:] = 0.0
    few = sum(len(b.numbers) for _ in range(20) for b in lessons.batches(chance, 32))
    lessons.last[:] = 9.0
    all_ = sum(len(b.numbers) for _ in range(20) for b in lessons.batches(chance, 32))
    assert all_ == 20 * len(lessons.last)
    assert few < 0.4 * all_


def test_padding_changes_nothing(trained: Trained, embeddings: np.ndarray) -> None:
    params, _, _ = trained
    lesson = gate.Lesson.of(judged()[1], WordPieces(PIECES))
    batches = [gate.Batch([0], [lesson], size, embeddings) for size in (16, 24)]
    found = [np.asarray(student.guesses(params, SHAPE, *batch.given)) for batch in batches]
    size = len(lesson.encoded.ids)
    assert found[0][:, :size] == pytest.approx(found[1][:, :size], abs=1e-4)


def test_counts_leave_out_the_sentence_at_hand() -> None:
    table = np.zeros((4, FIGURES), np.float32)
    table[:, :7] = 2 / SCALE  # seen four times
    table[:, 7] = 1
    found = gate.without_itself(table, [])
    assert found[:, 0] * SCALE == pytest.approx([np.log2(3)] * 4)
    assert found[:, 3] * SCALE == pytest.approx([np.log2(3)] * 4)
    assert found[:, 5].tolist() == table[:, 5].tolist()
    assert found[:, 7].tolist() == [1] * 4
    put = gate.without_itself(table, [1])
    unlike = put != found
    assert unlike[:, 0].tolist() == [False, True, True, False]  # pairs that end there
    assert unlike[:, 3].tolist() == [True, True, True, False]
    once = gate.without_itself(np.full((1, FIGURES), 1 / SCALE, np.float32), [])
    assert once[0, :7].tolist() == [0, 0, 0, 0, 0, 1 / SCALE, 0]


def test_wording_of_edited_text_is_not_questioned() -> None:
    table = np.zeros((3, FIGURES), np.float32)
    table[1, 3] = 1.0  # a triple that is known
    table[2, 0] = 4 / SCALE  # a usual pair
    may = gate.may_be_shown(table)
    assert may[0].all()
    assert [kind for kind, yes in zip(KINDS, may[1], strict=True) if yes] == [
        "missing-word",
        "apostrophe",
    ]
    assert [kind for kind, yes in zip(KINDS, may[2], strict=True) if not yes] == ["missing-word"]


def test_thresholds_keep_what_they_must() -> None:
    chance = np.random.default_rng(2)
    best = chance.normal(-4, 2, (400, len(KINDS)))
    found = np.zeros(400, int)
    found[:60] = 1
    best[:50, 1] += 5
    seen = Examined(np.full(400, 20), found, best)
    shares = []
    for kept in (0.5, 0.8, 0.95, 1.0):
        sent, share = seen.of(thresholds(seen, kept))
        assert share >= kept
        shares.append(sent)
    assert shares == sorted(shares)
    assert shares[0] < 0.2 and shares[1] < 0.4


@needs_model
def test_verdicts_of_the_network(tmp_path: Path) -> None:
    where = folder()
    assert where is not None
    sentence = "The bakery is planning open a second shop near the station ."
    teacher = verdicts.Teacher(load(where))
    found = teacher.judged(sentence.split(), [4])
    (best,) = [each for each in found.margins if each[2] > 0]
    assert best[:2] == (4, KINDS.index("missing-word"))
    assert max(found.wrong, key=lambda each: each[1])[0] in (3, 4)
    path = tmp_path / "v.jsonl"
    path.write_text(json.dumps(asdict(found)) + "\n", "utf-8")
    (back,) = verdicts.read(path)
    assert back.words == found.words
    assert [tuple(each) for each in back.margins] == found.margins


@needs_model
def test_injected_faults_have_correct_places() -> None:
    where = folder()
    assert where is not None
    sentence = "The old keeper walked from the pier to the red boat and back ."
    words = sentence.split()
    unlike = 0
    for put, places in verdicts.with_faults([words] * 60, where, 0.0, 3):
        same = [at for at, word in enumerate(put) if at < len(words) and word == words[at]]
        first = next((at for at in range(len(words)) if at not in same), len(words))
        unlike += bool(places)
        assert not places or min(places) in (first - 1, first, first + 1), (put, places)
    assert unlike > 50


@needs_model
def test_a_curve_of_the_shipped_model() -> None:
    where = folder()
    assert where is not None
    texts = [
        "The bakery is planning open a second shop near the station.",
        "The bakery is planning to open a second shop near the station.",
    ]
    seen = gate_curve.examine(texts, where)
    assert seen.found.tolist() == [1, 0]
    assert seen.best[0].max() > seen.best[1].max()
