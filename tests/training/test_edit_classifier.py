"""The edit classifier's training on made-up edits: it learns, and thresholds keep to budgets."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("onnxruntime")

import edit_thresholds  # noqa: E402 - after it is known that it can be imported
from edit_examples import Text, edits_between, reach, target, zone  # noqa: E402
from edit_thresholds import choose, limit, margins, outcome, passing, shown  # noqa: E402
from examples import BEFORE, CLEAN, CORRECTED, Example, Examples, read, write  # noqa: E402

from copylint.deep.candidates import Candidate  # noqa: E402
from copylint.deep.classifier import EditClassifier  # noqa: E402
from copylint.deep.features import OF_NETWORK, OF_REREADING, OF_WORDS  # noqa: E402
from copylint.deep.labels import Label, WordChange  # noqa: E402
from copylint.deep.network_words import words_of  # noqa: E402
from copylint.language.tokens import tokenise  # noqa: E402

WIDTH = len(OF_NETWORK) + len(OF_REREADING) + len(OF_WORDS)
WRONG = OF_NETWORK.index("wrong")
WORDS = {BEFORE: 20_000, CORRECTED: 20_000, CLEAN: 20_000}


def made_up(path: Path, size: int = 3000) -> Examples:
    """Edits that are right the likelier, the surer the network; "to" more often than "of"."""
    chance = random.Random(5)
    examples = []
    for number in range(size):
        source = chance.choice((BEFORE, BEFORE, CORRECTED, CLEAN))
        group = chance.choice(("missing-word.to", "extra-word"))
        sure = chance.gauss(0, 2)
        is_right = source == BEFORE and sure + chance.gauss(0, 1) > 0
        features = [chance.random() for _ in range(WIDTH)]
        features[WRONG] = sure if source == BEFORE else sure - 2
        examples.append(
            Example(
                source, number, 5, 9, group, "INS_to", "to",
                0 if is_right else -1, is_right, number % 10 == 0, tuple(features),
            )
        )  # fmt: skip
    write(path, examples, WORDS)
    return read([path])


def test_written_examples_are_read(tmp_path: Path) -> None:
    examples = made_up(tmp_path / "a.npz", 50)
    twice = read([tmp_path / "a.npz", tmp_path / "a.npz"])
    assert len(examples) == 50 and len(twice) == 100
    assert twice.words == {source: 2 * count for source, count in WORDS.items()}
    assert (twice.features[50:] == examples.features).all()


def test_thresholds_keep_to_their_budgets(tmp_path: Path) -> None:
    examples = made_up(tmp_path / "a.npz")
    scores = examples.features[:, WRONG]
    rows = shown(examples, scores)
    assert not examples.is_covered[rows].any()
    found = []
    for budget in (0.5, 2.0, 5.0):
        least = choose(examples, scores, budget, budget)
        result = outcome(examples, rows[passing(examples, scores, rows, least)])
        assert result.corrected <= budget and result.clean <= budget
        found.append(result.found)
    assert 0 < found[0] < found[1] < found[2]


def test_of_two_edits_of_a_place_the_better_one_is_shown(tmp_path: Path) -> None:
    examples = made_up(tmp_path / "a.npz", 2)
    examples.source[:] = BEFORE
    examples.is_covered[:] = False
    assert shown(examples, np.array([0.5, 0.7])).tolist() == [1, 0]  # of two texts
    examples.number[:] = 1
    assert shown(examples, np.array([0.5, 0.7])).tolist() == [1]


def test_the_longest_name_has_the_limit() -> None:
    least = {"missing-word": 1.0, "missing-word.to": 0.5}
    assert limit(least, "missing-word.to.before-name") == 0.5
    assert limit(least, "missing-word.of") == 1.0
    assert limit(least, "article") == edit_thresholds.NEVER


def test_margins_reach_down_to_the_looser_thresholds() -> None:
    least = {"agreement": 0.6, "article": 0.5, "article.unsure": edit_thresholds.NEVER}
    looser = {"agreement": -0.45, "article": 0.7, "agreement.s": 0.1}
    looser |= {"article.unsure": edit_thresholds.NEVER}
    assert margins(least, looser) == {"agreement": 1.05, "agreement.s": 0.5, "article": 0.0}


def test_trees_learn_and_ship(tmp_path: Path) -> None:
    pytest.importorskip("lightgbm", reason="copylint[train] is not installed")
    from edit_classifier import ALL, Learner, fit
    from edit_classifier import write as write_model

    learner = Learner(made_up(tmp_path / "a.npz"))
    everything = np.arange(len(learner.examples))
    model = fit(learner, everything)
    scores = model.scores(learner, everything)
    right = learner.examples.right
    assert scores[right].mean() > scores[~right].mean() + 2
    write_model(tmp_path, model, {"missing-word": 0.0}, {"missing-word": 0.5}, -3.0)
    classifier = EditClassifier.read((tmp_path / "classifier.json").read_bytes())
    assert classifier.margins == {"missing-word": 0.5}
    table = learner.table(model.rates.columns(learner.keys), everything)
    assert table.shape[1] == len(ALL)
    for row in range(40):
        features = table[row].tolist()
        if not np.isclose(classifier.trees.score(features), scores[row], atol=0.02):
            pytest.fail(f"row {row}: {classifier.trees.score(features)} and {scores[row]}")


def test_edits_lead_from_one_text_to_the_other() -> None:
    wrong, right = "He plans leave in in May .", "He plans to leave in May ."
    text = wrong
    for edit in reversed([*edits_between(wrong, right)]):
        text = f"{text[: edit.start]}{edit.correction}{text[edit.end :]}"
    assert text.split() == right.split()


def test_targets() -> None:
    wrong, right = "The bakery is planning open a shops.", "The bakery is planning to open a shop."
    text = Text(BEFORE, 0, wrong, tuple(edits_between(wrong, right)))
    words = words_of(tokenise(wrong))

    def of(label: str, change: WordChange) -> tuple[int, bool]:
        return target(text, words, Candidate(0, 0, 0.9, 0.1, Label.read(label), change))

    assert [each.correction.strip() for each in text.edits] == ["to", "shop."]
    first = text._replace(edits=text.edits[:1])
    to, the = WordChange(4, 4, ("to",)), WordChange(4, 4, ("the",))
    assert target(first, words, Candidate(4, 0, 0.9, 0.1, Label.read("INS_to"), to)) == (0, True)
    assert target(first, words, Candidate(4, 0, 0.9, 0.1, Label.read("INS_the"), the)) == (0, False)
    assert of("REPL_a", WordChange(0, 1, ("A",))) == (-1, False)
    assert reach(words, Candidate(4, 0, 0.9, 0.1, Label.read("INS_to"), to)) == (14, 27)


def test_a_gap_reaches_to_the_words_beside_it() -> None:
    assert zone("planning open", 9, 9) == (0, 13)
    assert zone("planning open", 0, 8) == (0, 8)
