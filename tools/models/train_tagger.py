"""Train the part-of-speech tagger that ships in ``copylint/data/tagger.marisa``.

    python tools/models/train_tagger.py TAGGED [--words 1500000] [--rounds 4]

TAGGED is text with one sentence a line and ``word_TAG`` tokens in Penn Treebank tags
(clitics apart: ``do_VBP n't_RB``), such as the Stanford tagger prints with
``-outputFormat slashTags -tagSeparator _``. The algorithm is the averaged perceptron with a tag
dictionary (Collins 2002; Honnibal 2013). What ships: for each frequent word its tags,
for each feature its weights, quantised.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter, defaultdict
from pathlib import Path

import marisa_trie

from copylint.language.tagger import TAGS, Tagger, ambiguity, encode_weights, features

CLITIC_TAGS = {"VBZ", "VBP", "VBD", "MD", "VB"}
Sentence = list[tuple[str, str]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tagged", type=Path)
    parser.add_argument("--words", type=int, default=1_500_000)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--out", type=Path, default=Path("copylint/data/tagger.marisa"))
    options = parser.parse_args()
    sentences = read(options.tagged, options.words)
    held, training = sentences[: len(sentences) // 20], sentences[len(sentences) // 20 :]
    words = tag_dictionary(training)
    weights = train(training, words, options.rounds)
    save(options.out, words, weights)
    print(f"{options.out}: {options.out.stat().st_size / 1e6:.2f} MB")
    evaluate(Tagger(options.out), held)


def read(path: Path, limit: int) -> list[Sentence]:
    sentences, count = [], 0
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            sentence = joined([tuple(t.rsplit("_", 1)) for t in line.split()])  # type: ignore[misc]
            count += len(sentence)
            sentences.append(sentence)
            if count > limit:
                break
    return sentences


def joined(tokens: list[tuple[str, str]]) -> Sentence:
    """Clitics put back on their words, as copylint's tokeniser leaves them."""
    sentence: Sentence = []
    for word, tag in tokens:
        if (
            sentence
            and word.lower().lstrip("'’") in ("s", "re", "ve", "ll", "d", "m")
            and word[0] in "'’"
        ):
            host, host_tag = sentence[-1]
            if tag == "POS":
                sentence[-1] = (host + word, "POS")
            elif tag in CLITIC_TAGS:
                sentence[-1] = (host + word, "PRPV")
            else:
                sentence[-1] = (host + word, host_tag)
        elif sentence and word.lower() in ("n't", "n’t"):
            host, host_tag = sentence[-1]
            sentence[-1] = (host + word, host_tag)
        else:
            sentence.append((word, tag if tag in TAGS else "SYM"))
    return sentence


def tag_dictionary(sentences: list[Sentence]) -> dict[str, list[tuple[str, int]]]:
    """Tags of each word seen often enough, the rare ones (errors, mostly) left out."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for index, (word, tag) in enumerate(sentence):
            if index == 0 and word[:1].isupper() and tag not in ("NNP", "NNPS"):
                word = word.lower()
            counts[word][tag] += 1
    words = {}
    for word, tags in counts.items():
        total = tags.total()
        if total < 3:
            continue
        floor = max(1.5, 0.01 * total) if total >= 20 else 0.5
        words[word] = [(tag, count) for tag, count in tags.most_common() if count >= floor]
    return words


def train(
    sentences: list[Sentence], words: dict[str, list[tuple[str, int]]], rounds: int
) -> dict[str, dict[str, float]]:
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    totals: dict[tuple[str, str], float] = defaultdict(float)
    stamps: dict[tuple[str, str], int] = defaultdict(int)
    step = 0
    allowed = {word: tuple(tag for tag, _ in tags) for word, tags in words.items()}
    counts = {word: sum(c for _, c in tags) for word, tags in words.items()}

    def known(word: str, first: bool) -> tuple[str, ...]:
        form = word if word in allowed else word.lower()
        tags = allowed.get(form, ())
        if first and word[:1].isupper() and word.lower() in allowed:
            tags = tuple(dict.fromkeys((*allowed[word.lower()], *tags)))
        return tags

    for round_number in range(rounds):
        right = seen = 0
        began = time.perf_counter()
        for sentence in sentences:
            tokens = [word for word, _ in sentence]
            classes = [known(word, i == 0) for i, word in enumerate(tokens)]
            previous, before = "^", "^"
            for i, (word, truth) in enumerate(sentence):
                candidates = classes[i]
                if len(candidates) == 1 and counts.get(word, counts.get(word.lower(), 0)) >= 10:
                    guess = candidates[0]
                else:
                    found = features(
                        tokens,
                        i,
                        previous,
                        before,
                        ambiguity(classes[i + 1] if i + 1 < len(classes) else None),
                        candidates,
                    )
                    scores: dict[str, float] = defaultdict(float)
                    for feature in found:
                        for tag, weight in weights[feature].items():
                            scores[tag] += weight
                    pool = candidates or TAGS
                    guess = max(pool, key=lambda tag: (scores.get(tag, 0.0), tag))
                    step += 1
                    seen += 1
                    right += guess == truth
                    if guess != truth and truth in pool:
                        for feature in found:
                            for tag, delta in ((truth, 1.0), (guess, -1.0)):
                                key = (feature, tag)
                                totals[key] += (step - stamps[key]) * weights[feature][tag]
                                stamps[key] = step
                                weights[feature][tag] += delta
                before, previous = previous, guess
        print(
            f"round {round_number + 1}: {right / seen:.4f} of {seen} ambiguous, "
            f"{time.perf_counter() - began:.0f} s"
        )
        random.Random(round_number).shuffle(sentences)
    averaged: dict[str, dict[str, float]] = {}
    for feature, by_tag in weights.items():
        kept = {}
        for tag, weight in by_tag.items():
            key = (feature, tag)
            total = totals[key] + (step - stamps[key]) * weight
            value = total / step
            if abs(value) >= 0.08:
                kept[tag] = value
        if kept:
            averaged[feature] = kept
    return averaged


def save(
    path: Path, words: dict[str, list[tuple[str, int]]], weights: dict[str, dict[str, float]]
) -> None:
    rows = [
        (
            "w" + word,
            bytes(TAGS.index(tag) for tag, _ in tags)
            + (b"\xff" if sum(c for _, c in tags) < 10 else b""),
        )
        for word, tags in words.items()
    ]
    rows += [("f" + feature, encode_weights(by_tag)) for feature, by_tag in weights.items()]
    path.parent.mkdir(parents=True, exist_ok=True)
    marisa_trie.BytesTrie(sorted(rows)).save(str(path))


def doubt(tags: list[tuple[str, int]]) -> bytes:
    """The mark of a word seen too seldom for its tags to be all of them."""
    return b"\xff" if sum(count for _, count in tags) < 10 else b""


def evaluate(tagger: Tagger, sentences: list[Sentence]) -> None:
    right = total = 0
    wrong: Counter[tuple[str, str]] = Counter()
    began = time.perf_counter()
    for sentence in sentences:
        guesses = tagger.tag([word for word, _ in sentence])
        for (_, truth), guess in zip(sentence, guesses, strict=True):
            total += 1
            right += guess == truth
            if guess != truth:
                wrong[truth, guess] += 1
    seconds = time.perf_counter() - began
    print(f"held out: {right / total:.4f} of {total}; {total / seconds:.0f} words a second")
    print(wrong.most_common(12))


if __name__ == "__main__":
    main()
