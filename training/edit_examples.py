"""Gather edits that the network considers and label them right or wrong for the classifier.

    python training/edit_examples.py pairs PAIRS --model FOLDER --out FILE
    python training/edit_examples.py clean TEXT --model FOLDER --out FILE [--faulty N]

PAIRS is a file of sentences that people corrected, a JSON object a line with ``before``,
``after`` and ``edits`` (``start``, ``end``, ``correction``); both sides are read. TEXT holds
clean sentences that the network has not learned from, one a line; every Nth is also read with
inserted errors. The result is written as numpy arrays (``Examples``).
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from difflib import SequenceMatcher
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from examples import BEFORE, CLEAN, CORRECTED, FAULTY, Example, write
from faults import KEEP, Faults
from gate_curve import as_copy
from mistaken import read_confusions
from text import sentences

from copylint.analysis.article import Article
from copylint.config.schema import Config
from copylint.deep.candidates import Candidate, candidates
from copylint.deep.classifier import label_name
from copylint.deep.edit_groups import group_of
from copylint.deep.features import SentenceFeatures
from copylint.deep.network import Network
from copylint.deep.network_words import Word, words_of
from copylint.deep.weights import Weights, load
from copylint.runner.document_reader import read_input
from copylint.runner.linter import Linter
from copylint.runner.result import Input

_CONFUSIONS = Path(__file__).parent.parent / "tools" / "models" / "confusions.txt"
_SHARE = 100
_LEAST_WORDS = 3
_PARTS = re.compile(r"[^\W_]+|[^\w\s]")
_TOKEN = re.compile(r"\S+")
_PLAIN = {0x2019: "'", 0x2018: "'", 0x201C: '"', 0x201D: '"'}
# How far an insertion reaches over what is no letter to the words beside it.
_REACH = 4


class Edit(NamedTuple):
    """A correction by a person: ``correction`` for ``start`` to ``end``."""

    start: int
    end: int
    correction: str


class Text(NamedTuple):
    """A text from one of the sources of ``examples``, with its edits."""

    source: str
    number: int
    text: str
    edits: tuple[Edit, ...] = ()


def of_pairs(path: Path) -> Iterator[Text]:
    """Both sides of the pairs."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            edits = tuple(Edit(e["start"], e["end"], e["correction"]) for e in row["edits"])
            yield Text(BEFORE, number, row["before"], edits)
            yield Text(CORRECTED, number, row["after"])


def of_clean(path: Path, model: Path, every: int, faulty: int) -> Iterator[Text]:
    """Clean sentences, and some of them again with inserted errors."""
    weights = load(model)
    labels = (model / "labels.txt").read_text("utf-8").split()
    faults = Faults(labels, weights.forms, read_confusions(_CONFUSIONS))
    chance = random.Random(29)
    for number, words in enumerate(sentences(path, every)):
        clean = as_written(words)
        yield Text(CLEAN, number, clean)
        if faulty and number % faulty == faulty - 1:
            example = faults.example(words, chance, 0.0)
            text = as_written(example.words[1:])
            if text != clean and any(label != KEEP for label in example.labels):
                yield Text(FAULTY, number, text, tuple(edits_between(text, clean)))


def as_written(words: Iterable[str]) -> str:
    """The words as text, without spaces inside quotation marks and around hyphens."""
    parts: list[str] = []
    inside = False
    for word in words:
        if word == '"':
            parts.append("\ue001" if inside else "\ue002")
            inside = not inside
        else:
            parts.append(word)
    text = as_copy(parts).replace(" \ue001", '"').replace("\ue002 ", '"')
    text = text.replace("\ue001", '"').replace("\ue002", '"')
    return re.sub(r"(?<=\w) - (?=\w)", "-", text)


def edits_between(wrong: str, right: str) -> Iterator[Edit]:
    """The edits that lead from one text to the other, word by word."""
    old, new = [*_TOKEN.finditer(wrong)], [*_TOKEN.finditer(right)]
    matcher = SequenceMatcher(
        None, [each.group() for each in old], [each.group() for each in new], autojunk=False
    )
    for what, first, last, put_first, put_last in matcher.get_opcodes():
        put = " ".join(each.group() for each in new[put_first:put_last])
        if what == "insert":
            at = old[first].start() if first < len(old) else len(wrong)
            yield Edit(at, at, f"{put} ")
        elif what != "equal":
            end = old[last - 1].end()
            if not put and last < len(old):
                end = old[last].start()
            yield Edit(old[first].start(), end, put)


class Reader:
    """Reads texts with the network and keeps every edit that it considers."""

    def __init__(self, weights: Weights) -> None:
        self._network = Network(weights)
        self._labels, self._forms = weights.labels, weights.forms
        self._rules = Linter(Config(deep="never"), {})

    def examples(self, text: Text) -> Iterator[Example]:
        """The edits of a text."""
        article = Article(read_input(Input("copy.txt", text=text.text)))
        spoken_for = self._spoken_for(text)
        for sentence in article.sentences:
            words = words_of(sentence.tokens)
            if sum(word.text[0].isalpha() for word in words) >= _LEAST_WORDS:
                yield from self._of_sentence(text, words, spoken_for)

    def _spoken_for(self, text: Text) -> list[tuple[int, int]]:
        """The spans of findings by rules."""
        found = self._rules.lint([Input("copy.txt", text=text.text)])
        return [
            (each.span.start, max(each.span.end, each.span.start + 1))
            for file in found.files
            for each in file.findings
        ]

    def _of_sentence(
        self, text: Text, words: Sequence[Word], spoken_for: Sequence[tuple[int, int]]
    ) -> Iterator[Example]:
        texts = [word.text for word in words]
        (verdict,) = self._network.read([texts], 1)
        sentence = SentenceFeatures(words, verdict.wrong)
        for each in candidates(words, verdict, self._labels, self._forms):
            (after,) = self._network.read([each.change.apply(texts)], 1)
            first, last, _ = each.change
            start, end = reach(words, each)
            met, right = target(text, words, each)
            yield Example(
                text.source,
                text.number,
                start,
                end,
                group_of(each.label, texts, each.change).name,
                label_name(each.label),
                " ".join(texts[first:last]).lower(),
                met,
                right,
                any(start < last_ and end > first_ for first_, last_ in spoken_for),
                (
                    *sentence.of_network(each),
                    *sentence.of_rereading(each, after.wrong),
                    *sentence.of_words(each.change),
                ),
            )


def reach(words: Sequence[Word], each: Candidate) -> tuple[int, int]:
    """The span that a finding would show; for an insertion, the words on both sides."""
    first, last, put = each.change
    if first == last:
        return words[max(0, first - 1)].start, words[min(first, len(words) - 1)].end
    return words[max(0, first - 1) if not put else first].start, words[last - 1].end


def target(text: Text, words: Sequence[Word], each: Candidate) -> tuple[int, bool]:
    """The number of the person's edit at this place (-1 for none), and whether both agree."""
    first, last, put = each.change
    if first == last:
        start = end = words[first].start if first < len(words) else words[-1].end
    else:
        start, end = words[first].start, words[last - 1].end
    made = _parts(f"{text.text[:start]}{' '.join(put)} {text.text[end:]}")
    begin, stop = reach(words, each)
    met = -1
    for number, edit in enumerate(text.edits):
        low, high = zone(text.text, edit.start, edit.end)
        if begin < max(high, low + 1) and stop > low:
            met = number
            mended = f"{text.text[: edit.start]}{edit.correction}{text.text[edit.end :]}"
            if made == _parts(mended):
                return met, True
    return met, False


def _parts(text: str) -> list[str]:
    """The words and marks of a text, without the spaces."""
    return _PARTS.findall(text.translate(_PLAIN))


def zone(text: str, start: int, end: int) -> tuple[int, int]:
    """The span in which a finding meets an edit, with both neighbours for an insertion."""
    if start < end:
        return start, end
    low, high = start, start
    while low > 0 and not text[low - 1].isalnum() and start - low < _REACH:
        low -= 1
    while low > 0 and (text[low - 1].isalnum() or text[low - 1] in "'’"):
        low -= 1
    while high < len(text) and not text[high].isalnum() and high - start < _REACH:
        high += 1
    while high < len(text) and (text[high].isalnum() or text[high] in "'’"):
        high += 1
    return low, high


@cache
def _reader(model: Path) -> Reader:
    return Reader(load(model))


def _read(share: tuple[Path, Sequence[Text]]) -> list[Example]:
    model, texts = share
    return [example for text in texts for example in _reader(model).examples(text)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("pairs", "clean"))
    parser.add_argument("text", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1, help="read every Nth clean sentence")
    parser.add_argument("--faulty", type=int, default=2, help="put faults into every Nth again")
    options = parser.parse_args()
    if options.what == "pairs":
        texts = of_pairs(options.text)
    else:
        texts = of_clean(options.text, options.model, options.every, options.faulty)
    words: dict[str, int] = {}
    found: list[Example] = []
    with ProcessPoolExecutor() as pool:
        shares: list[tuple[Path, list[Text]]] = []
        while share := [*islice(texts, _SHARE)]:
            shares.append((options.model, share))
            for each in share:
                words[each.source] = words.get(each.source, 0) + len(each.text.split())
        for some in pool.map(_read, shares):
            found += some
    write(options.out, found, words)
    right = sum(example.right for example in found)
    print(f"{len(found)} edits, {right} of them right, in {words} words")


if __name__ == "__main__":
    main()
