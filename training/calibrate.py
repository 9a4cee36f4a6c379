"""How right each group of edits is at each probability, on labelled copy: what thresholds rest on.

    python training/calibrate.py real --data EVAL [--model FOLDER] [--keep FOLDER]
    python training/calibrate.py real --data EVAL --show missing-word.of --least 0.9

EVAL is a folder of labelled sets as ``benchmarks/accuracy`` reads them. For every group the
table counts proposals that meet a label and those that do not, in bands of probability;
``--show`` prints a group's proposals, the surest first, to be read: a proposal without a
label is often right all the same. What is decided goes into ``calibration.json`` of the
model, and ``pack.py`` makes it whole. Proposals are kept in ``--keep``, so that only the
first run reads every sentence with the network.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "benchmarks" / "accuracy")]

from labelled import LabelledSet, open_set  # noqa: E402 - beside the other benchmarks
from rows import Row  # noqa: E402

from copylint.analysis.article import Article  # noqa: E402
from copylint.cache.store import Store  # noqa: E402
from copylint.core.span import TextSpan  # noqa: E402
from copylint.deep.calibration import RESTLESS  # noqa: E402
from copylint.deep.deep_editor import DeepEditor, edit_of, loaded  # noqa: E402
from copylint.deep.edit_groups import group_of  # noqa: E402
from copylint.deep.edit_tagger import Proposal  # noqa: E402
from copylint.deep.network_words import Word, words_of  # noqa: E402
from copylint.deep.weights import folder  # noqa: E402
from copylint.engines.deep_evidence import Evidence  # noqa: E402
from copylint.runner.document_reader import read_input  # noqa: E402
from copylint.runner.result import Input  # noqa: E402

BANDS = (0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.985, 0.995, 0.999)
_AROUND = 60
# Log odds of an edit that no evidence need hold back for want of certainty.
_SURE = 9.0


class Place(NamedTuple):
    """A proposal that nothing in its article speaks against."""

    group: str
    wrong: float
    shown: str
    row: Row


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("set", choices=("seeded", "real"))
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sample", type=int, default=1)
    parser.add_argument("--model", type=Path, default=folder())
    parser.add_argument("--keep", type=Path, help="a folder for what the network proposes")
    parser.add_argument("--show", default="", metavar="GROUP")
    parser.add_argument("--least", type=float, default=BANDS[0])
    options = parser.parse_args()
    labelled = open_set(options.set, options.data, sample=options.sample)
    store = Store(options.keep, most_bytes=10**10) if options.keep else None
    editor = DeepEditor(loaded(options.model), 2, store)
    places = [*find(labelled, editor)]
    score = labelled.score([place.row for place in places])
    unmatched = {id(row) for row in (*score.unmatched, *score.clean)}
    if options.show:
        show(places, unmatched, options.show, options.least)
    else:
        table(places, unmatched)


def find(labelled: LabelledSet, editor: DeepEditor) -> Iterator[Place]:
    """The proposals in a set's documents that pass all but the judge."""
    for doc_id, path in labelled.paths.items():
        article = Article(read_input(Input(str(path))))
        evidence = Evidence(article)
        sentences = [*evidence.sentences()]
        texts = [words_of(sentence.tokens) for sentence in sentences]
        for sentence, words, own in zip(sentences, texts, editor.proposals(texts), strict=True):
            for proposal in own:
                group = group_of(proposal.label, [w.text for w in words], proposal.change)
                edit = edit_of(words, proposal, _SURE, group.kind)
                if proposal.rest < RESTLESS and evidence.allows(sentence, edit):
                    yield _place(article, doc_id, words, proposal, group.name, edit.replacement)


def _place(
    article: Article,
    doc_id: str,
    words: list[Word],
    proposal: Proposal,
    group: str,
    replacement: str,
) -> Place:
    first, last, _ = proposal.change
    if first == last:  # the words on either side of the gap
        first, last = max(0, first - 1), min(len(words), last + 1)
    span = TextSpan(words[first].start, words[last - 1].end)
    where = article.document.to_source(span)
    text = article.document.source
    before, after = text[max(0, where.start - _AROUND) : where.start], text[where.end :][:_AROUND]
    shown = f"{before}[{text[where.start : where.end]} > {replacement or 'nothing'}]{after}"
    row: Row = {
        "doc_id": doc_id,
        "start": where.start,
        "end": where.end,
        "suggestions": [],
        "rule": group,
    }
    return Place(group, proposal.wrong, " ".join(shown.split()), row)


def table(places: list[Place], unmatched: set[int]) -> None:
    """Print proposals with and without a label by group and band."""
    counts: dict[str, list[list[int]]] = defaultdict(lambda: [[0, 0] for _ in BANDS])
    for place in places:
        band = sum(place.wrong >= least for least in BANDS) - 1
        if band >= 0:
            counts[place.group][band][id(place.row) in unmatched] += 1
    print(f"{'group':36}" + "".join(f"{least:>9}" for least in BANDS))
    for group, own in sorted(counts.items()):
        print(f"{group:36}" + "".join(f"{right:>4}/{other:<4}" for right, other in own))


def show(places: list[Place], unmatched: set[int], group: str, least: float) -> None:
    """Print the proposals of a group; ``+`` marks those with a label."""
    own = [each for each in places if each.group.startswith(group) and each.wrong >= least]
    for place in sorted(own, key=lambda each: -each.wrong):
        mark = " " if id(place.row) in unmatched else "+"
        print(f"{mark} {place.wrong:.3f} {place.group}: {place.shown}")


if __name__ == "__main__":
    main()
