"""The sets with clean copy: corrected sentences, and news put together from its words."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import pairs as pairs_module
import pytest
from news import joined
from pairs import Pairs, zone
from rows import Row

PAIRS = [
    {
        "before": f"Sentence {number} has teh word.",
        "after": f"Sentence {number} has the word.",
        "edits": [
            {
                "start": 15,
                "end": 18,
                "error": "teh",
                "correction": "the",
                "class": ["nonword"],
            }
        ],
    }
    for number in range(4)
]
# Answers with how many findings it was given on either side, and with their documents.
SCORER = """
import json, sys
sides = {}
for side in ("before", "after"):
    path = sys.argv[sys.argv.index("--" + side) + 1]
    sides[side] = [json.loads(line)["doc_id"] for line in open(path)]
print(json.dumps({
    "edits": len(open(sys.argv[1]).readlines()), "recall": 0.5, "right": 0.25, "precision": 0.5,
    "classes": {"nonword": [2, 0.5, 0.5]}, "sides": sides,
}))
"""


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(pairs_module, "CACHE", tmp_path / "cache")
    folder = tmp_path / "pairs"
    folder.mkdir()
    with lzma.open(folder / "dev.jsonl.xz", "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(pair) + "\n" for pair in PAIRS)
    (folder / "score.py").write_text(SCORER, encoding="utf-8")
    return tmp_path


def row(doc_id: str, start: int, end: int) -> Row:
    return {"doc_id": doc_id, "start": start, "end": end, "rule": "x", "suggestions": []}


def test_each_sentence_is_a_document_named_for_its_side_and_number(data: Path) -> None:
    whole, part = Pairs(data), Pairs(data, sample=2)
    assert list(part.paths) == ["before/00000", "before/00002", "after/00000", "after/00002"]
    assert len(whole.paths) == 8
    assert whole.text("before/00002") == "Sentence 2 has teh word.\n"
    assert part.paths["after/00002"] == whole.paths["after/00002"]


def test_findings_are_split_by_side_and_compared_with_the_edits(data: Path) -> None:
    found = [row("before/00002", 15, 18), row("before/00000", 0, 8), row("after/00002", 1, 2)]
    score = Pairs(data, sample=2).score(found)
    assert score.findings == 2
    assert score.unmatched == (found[1],)
    assert score.clean == (found[2],)
    assert [gold["doc_id"] for gold in score.missed] == ["before/00000"]
    assert score.missed[0]["class"] == "nonword"
    assert score.notes["edits"] == "2"
    assert (score.recall, score.first) == (0.5, 0.5)


def test_scorer_counts_the_pairs_of_a_sample_by_their_line(data: Path) -> None:
    sample = Pairs(data, sample=2)
    figures = sample._figures({"before": [row("before/00002", 1, 2)], "after": []})
    assert figures["sides"] == {"before": ["1"], "after": []}


@pytest.mark.parametrize(
    ("start", "end", "place"),
    [
        (4, 7, (4, 7)),
        (4, 4, (0, 7)),  # between two words: both
        (12, 12, (8, 13)),  # before the full stop
        (0, 0, (0, 3)),
    ],
)
def test_insertion_is_met_by_the_words_on_either_side(
    start: int, end: int, place: tuple[int, int]
) -> None:
    assert zone("The cat sits.", start, end) == place


@pytest.mark.parametrize(
    ("tokens", "sentence"),
    [
        ("It cost $ 5 ( or 4 ) , he said .", "It cost $5 (or 4), he said."),
        ('He said : " We wo n\'t . " Then he left .', 'He said: "We won\'t." Then he left.'),
        ("A well - known man 's U.S. - led plan", "A well-known man's U.S.-led plan"),
        ('An open " quotation', ""),
    ],
)
def test_words_and_marks_are_joined_as_people_write_them(tokens: str, sentence: str) -> None:
    assert joined(tokens.split()) == sentence
