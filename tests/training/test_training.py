"""A tiny network on a tiny text: the loss falls, the export runs, the labels agree."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

jax = pytest.importorskip("jax", reason="copylint[train] is not installed")
np = pytest.importorskip("numpy")
onnxruntime = pytest.importorskip("onnxruntime")
pytest.importorskip("onnx", reason="copylint[train] is not installed")
pytest.importorskip("optax", reason="copylint[train] is not installed")

import network  # noqa: E402 - after it is known that it can be imported
import student  # noqa: E402
from evaluate import Evaluated, recall  # noqa: E402
from export import export, read  # noqa: E402
from faults import Example  # noqa: E402
from pack import pack  # noqa: E402
from student_export import export as export_gate  # noqa: E402
from text import sentences  # noqa: E402
from train import NO_WORD, Encoder, Folder, examples, loss, train  # noqa: E402

from copylint.deep.weights import folder, load  # noqa: E402
from copylint.deep.word_pieces import WordPieces  # noqa: E402

TEXT = [
    "The keeper walked to the old pier .",
    "The keeper walked to the red boat .",
    "The captain walked to the old boat .",
    "The captain walked to the red pier .",
]
LABELS = ["KEEP", "DELETE", "INS_the", "INS_to", "TO_BASE", "TO_ED", "REPL_OTHER", "REPL_the"]
PIECES = "[PAD] [UNK] [CLS] [SEP] the keeper captain walk walked to old red pier boat . a an of"
HEADS = 2
SENTENCE = "The bakery is planning open a second shop near the station ."


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    where = tmp_path_factory.mktemp("model")
    (where / "vocabulary.txt").write_text("\n".join(PIECES.split()) + "\n", "utf-8")
    (where / "labels.txt").write_text("\n".join(LABELS) + "\n", "utf-8")
    forms = "word\tBASE\tED\nwalk\twalk\twalked\nwalked\twalk\twalked\n"
    (where / "forms.tsv").write_text(forms, "utf-8")
    (where / "classifier.json").write_text("{}", "utf-8")
    (where / "text.txt").write_text("\n".join(TEXT) + "\n", "utf-8")
    shape = student.Shape(8, (student.Layer(1),))
    export_gate(
        student.begin(shape, 4, jax.random.key(2)),
        shape,
        np.zeros((len(PIECES.split()), 4), np.float32),
        where / "gate.onnx",
    )
    return Folder(where)


@pytest.fixture(scope="module")
def trained(model: Folder) -> tuple[network.Params, list[float]]:
    """The network, written into the folder, and its losses."""
    encoder = Encoder(model)
    size = network.Size(len(PIECES.split()), len(LABELS), 1, 16, HEADS, 32)
    params = network.begin(size, jax.random.key(0))
    batches = encoder.batches(endless(model), 512)
    params, losses = train(params, batches, pad=encoder.pad, heads=HEADS, steps=150, rate=0.01)
    export(params, model.path / "network.onnx", encoder.pad, HEADS)
    pack(model.path, "0.1")
    return params, losses


def endless(model: Folder) -> Iterator[Example]:
    return examples(model.path / "text.txt", model.faults(), 1)


def test_the_loss_falls(trained: tuple[network.Params, list[float]]) -> None:
    _, losses = trained
    assert sum(losses[-10:]) < 0.5 * sum(losses[:10])


def test_the_export_agrees(model: Folder, trained: tuple[network.Params, list[float]]) -> None:
    params, _ = trained
    encoder = Encoder(model)
    batch = next(encoder.batches(endless(model), 512))
    arrays = (batch.ids, batch.cases, batch.places)
    scores = network.logits(params, *arrays, encoder.pad, HEADS)
    chances = np.asarray(jax.nn.softmax(scores))
    session = onnxruntime.InferenceSession(str(model.path / "network.onnx"))
    given = {n: a.astype(np.int64) for n, a in zip(("ids", "case", "widx"), arrays, strict=True)}
    keep, shares, labels = session.run(("keep", "topv", "topk"), given)
    there = batch.labels != NO_WORD
    # Eight bits, and so few weights, leave some difference.
    assert np.abs(keep - chances[:, :, 0])[there].mean() < 0.05
    best = chances[:, :, 1:].argmax(-1) + 1
    assert (labels[:, :, 0] == best)[there].mean() > 0.9
    assert shares.shape[-1] == labels.shape[-1] == 3


def test_exported_network_reads_back(
    model: Folder, trained: tuple[network.Params, list[float]]
) -> None:
    params, _ = trained
    back = read((model.path / "network.onnx").read_bytes())
    assert set(back) == set(params)
    for name, array in params.items():
        assert back[name].shape == array.shape, name
        assert np.abs(back[name] - np.asarray(array)).max() < 0.02 * np.abs(array).max() + 0.01


def test_copylint_reads_the_model(
    model: Folder, trained: tuple[network.Params, list[float]]
) -> None:
    weights = load(model.path)
    assert weights.version == "0.1"
    chance = random.Random(4)
    faults = model.faults()
    made = [
        faults.example(words, chance, 0.0)
        for _ in range(20)
        for words in sentences(model.path / "text.txt")
    ]
    total, found = recall(Evaluated(weights), made)
    assert sum(total.values()) > 30
    assert sum(count for (_, least), count in found.items() if least == 0.5) > 10


def test_shipped_network_has_the_expected_layout() -> None:
    where = folder()
    if where is None:
        pytest.skip("copylint-deep-model is not installed")
    weights = load(where)
    params = {name: jax.numpy.asarray(array) for name, array in read(weights.network).items()}
    assert network.layers(params) == 6
    words = [
        "The",
        "bakery",
        "is",
        "planning",
        "open",
        "a",
        "second",
        "shop",
        "near",
        "the",
        "station",
        ".",
    ]
    encoded = WordPieces(weights.vocabulary).encode(words)
    arrays = [np.array([numbers], np.int64) for numbers in encoded]
    scores = network.logits(params, *arrays, weights.vocabulary.index("[PAD]"), 12)
    ours = 1 - np.asarray(jax.nn.softmax(scores))[0, :, 0]
    session = onnxruntime.InferenceSession(weights.network)
    given = dict(zip(("ids", "case", "widx"), arrays, strict=True))
    theirs = 1 - session.run(("keep",), given)[0][0]
    assert ours == pytest.approx(theirs, abs=0.05)
    assert ours.argmax() == 4 and ours.max() > 0.9


def test_loss_ignores_padding(model: Folder) -> None:
    encoder = Encoder(model)
    size = network.Size(len(PIECES.split()), len(LABELS), 1, 16, HEADS, 32)
    params = network.begin(size, jax.random.key(1))
    batch = next(encoder.batches(endless(model), 256))
    arrays = (batch.ids, batch.cases, batch.places, batch.labels)
    fills = (encoder.pad, 0, 0, NO_WORD)
    wider = tuple(
        np.pad(array, ((0, 0), (0, 8)), constant_values=fill)
        for array, fill in zip(arrays, fills, strict=True)
    )
    narrow = float(loss(params, arrays, encoder.pad, HEADS))
    assert float(loss(params, wider, encoder.pad, HEADS)) == pytest.approx(narrow, abs=1e-4)


def test_text_of_either_kind(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A title\n\nThe keeper walked to the pier.\n", "utf-8")
    words = ["The", "keeper", "walked", "to", "the", "pier", "."]
    assert words in [*sentences(tmp_path)]
    (tmp_path / "b.txt").write_text("news\tThe keeper walked to the pier .\n", "utf-8")
    assert [*sentences(tmp_path / "b.txt")] == [
        ["The", "keeper", "walked", "to", "the", "pier", "."]
    ]
