"""Learn how sure the editors of context must be (``copylint/data/calibration.json``).

    python tools/models/calibrate_context.py TEXT [--only form,gaps]

TEXT is edited English that the models were not trained on, one sentence a line, tokens
apart by spaces. Needs scikit-learn. A program puts typos into a share of its words; a
logistic regression learns to tell the editors' proposals there from those at words that
stand by right. The limit of each editor is set by what it may raise in edited text.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from corpus import read_sentences
from sklearn.linear_model import LogisticRegression

from copylint.language.tokens import Token, TokenKind
from copylint.language.word_list import words
from copylint.models.form_editor import FormEditor
from copylint.models.function_words import FunctionWords
from copylint.models.gap_editor import GapEditor
from copylint.models.sentence_context import PADDING, SentenceContext
from copylint.models.word_families import family_of

#: What each editor may raise a million words of edited text. On reading, about half of it
#: are typos after all, more where copy is less well edited.
ALARMS = {"form": 35.0, "extra-word": 15.0, "missing-word": 8.0, "confusion": 13.0}
#: Another tense is not a typo that its sentence shows.
TENSES = words("VBZ>VBD VBP>VBD VBD>VBZ VBD>VBP VBG>VBD VBG>VBZ VBG>VBP VBD>VBG VBN>VBG")

#: Exchanges that were wrong wherever they were read in copy that is not news.
NEVER = frozenset(("he>the", "is>it", "they>that"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("text", type=Path)
    parser.add_argument("--only", default="form,gaps")
    parser.add_argument("--words", type=Path, default=Path("tools/models/gap_words.txt"))
    parser.add_argument("--out", type=Path, default=Path("copylint/data"))
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    sentences = [s for n, s in enumerate(read_sentences(options.text)) if n % options.every == 0]
    total = sum(map(len, sentences)) / 1e6
    path = options.out / "calibration.json"
    stored = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    only = options.only.split(",")
    if "form" in only:
        stored["form"] = learn("form", *form_rows(sentences), total, options.show)
    if "gaps" in only:
        small = options.words.read_text(encoding="utf-8").split()
        rows = gap_rows(sentences, small)
        for kind in ("extra-word", "missing-word", "confusion"):
            stored[kind] = learn(kind, *rows[kind], total, options.show)
    path.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


Row = tuple[str, tuple[float, ...], str]  # group, figures, what to show


def scene_of(tokens: list[str]) -> SentenceContext:
    at, made = 0, []
    for text in tokens:
        kind = TokenKind.WORD if text[:1].isalpha() else TokenKind.PUNCTUATION
        if text[:1].isdigit():
            kind = TokenKind.NUMBER
        made.append(Token(kind, text, at, at + len(text)))
        at += len(text) + 1
    return SentenceContext(made, [text.lower() for text in tokens])


def context(tokens: list[str], at: int) -> str:
    return " ".join([*tokens[max(0, at - 7) : at], f"⟦{tokens[at]}⟧", *tokens[at + 1 : at + 7]])


def form_rows(sentences: list[list[str]]) -> tuple[list[Row], list[Row], int]:
    editor, chance = FormEditor(judged=False), random.Random(3)
    right: list[Row] = []
    slips: list[Row] = []
    tried = 0
    for tokens in sentences:
        for p in editor.proposals(scene_of(tokens)):
            shown = f"{p.written}>{p.meant} {context(tokens, p.at - PADDING)}"
            if p.group not in TENSES:
                right.append((p.group, p.figures, shown))
        for at, token in enumerate(tokens):
            family = family_of(token) if chance.random() < 0.06 else None
            if family is None:
                continue
            wrong = chance.choice([form for form, _ in family.forms if form != token])
            tried += 1
            for p in editor.proposals(scene_of([*tokens[:at], wrong, *tokens[at + 1 :]])):
                if p.at - PADDING == at and p.meant == token and p.group not in TENSES:
                    slips.append((p.group, p.figures, ""))
    return right, slips, tried


def learn(
    name: str, right: list[Row], slips: list[Row], tried: int, total: float, show: int
) -> dict[str, object]:
    """A judge: weights, and a bias for each group that is worth having."""
    groups = sorted({row[0] for row in slips})
    number = {group: column for column, group in enumerate(groups)}
    right = [row for row in right if row[0] in number]
    rows = right + slips
    plain = np.array([row[1] for row in rows])
    spread = plain.std(0) + 1e-9
    one_hot = np.zeros((len(rows), len(groups)))
    one_hot[np.arange(len(rows)), [number[row[0]] for row in rows]] = 1.0
    figures = np.hstack([plain / spread, one_hot])
    truth = np.array([0] * len(right) + [1] * len(slips))
    model = LogisticRegression(C=0.3, max_iter=3000).fit(figures, truth)
    scores = figures @ model.coef_[0]
    by_right, by_slip = np.sort(scores[: len(right)])[::-1], np.sort(scores[len(right) :])[::-1]

    def at(alarms: float) -> float:
        return float(by_right[min(len(by_right) - 1, round(alarms * total))])

    limit = at(ALARMS[name])
    print(f"{name}: {tried} slips tried, {len(slips) / tried:.2f} proposed")
    for alarms in (5, 10, 20, 40, 80, 160, ALARMS[name]):
        caught = (by_slip > at(alarms)).sum() / tried
        print(
            f"  {alarms:4.0f} a million words: limit {at(alarms) - limit:+.2f}, {caught:.2f} caught"
        )
    raised = [
        (score - limit, row) for score, row in zip(scores, right, strict=False) if score > limit
    ]
    chance = random.Random(1)
    for score, row in sorted(chance.sample(raised, min(show, len(raised))), reverse=True):
        print(f"   {score:5.2f} {row[0]} {row[2]}")
    biases = model.coef_[0][plain.shape[1] :]
    kept = worth_having(
        groups,
        [row[0] for row, score in zip(right, scores, strict=False) if score > limit],
        [row[0] for row, score in zip(slips, scores[len(right) :], strict=True) if score > limit],
    )
    kept = [group for group in kept if group not in NEVER]
    print(f"  {len(kept)} of {len(groups)} groups are kept")
    return {
        "weights": [round(float(each), 4) for each in model.coef_[0][: plain.shape[1]] / spread],
        "groups": {g: round(float(biases[number[g]]) - limit, 3) for g in kept},
    }


def worth_having(groups: list[str], raised: list[str], caught: list[str]) -> list[str]:
    """The groups that catch at least half as much for an alarm as all do together."""
    alarms, catches = Counter(raised), Counter(caught)
    usual = len(caught) / max(1, len(raised))
    return [g for g in groups if catches[g] and catches[g] >= 0.5 * usual * alarms[g]]


def gap_rows(
    sentences: list[list[str]], words: list[str]
) -> dict[str, tuple[list[Row], list[Row], int]]:
    """By kind: proposals at words that stand by right, proposals at typos, typos tried."""
    chance = random.Random(6)
    confusable = {w: [o for o in words if o != w and alike(w, o)] for w in words}
    editor = GapEditor(FunctionWords(frozenset(words), frozenset(words), confusable))
    right: dict[str, list[Row]] = defaultdict(list)
    slips: dict[str, list[Row]] = defaultdict(list)
    tried: Counter[str] = Counter()
    counts = Counter(token for tokens in sentences for token in tokens if token in confusable)
    # People slip at frequent words more often, if not in proportion.
    weights = [counts[word] ** 0.7 for word in words]
    rate = 0.03

    def put(tokens: list[str], at: int, kind: str, group: str) -> None:
        tried[kind] += 1
        for p in editor.proposals(scene_of(tokens)) if at < len(tokens) else ():
            if (p.at - PADDING, p.kind, p.group) == (at, kind, group):
                slips[kind].append((group, p.figures, ""))

    for tokens in sentences:
        for p in editor.proposals(scene_of(tokens)):
            shown = context(tokens, p.at - PADDING)
            right[p.kind].append((p.group, p.figures, shown))
        for at, token in enumerate(tokens):
            if at and chance.random() < rate:
                word = chance.choices(words, weights)[0]
                put([*tokens[:at], word, *tokens[at:]], at, "extra-word", word)
            if token not in confusable or not at:
                continue
            if chance.random() < 4.0 * counts[token] ** -0.3 * rate * 10:
                put([*tokens[:at], *tokens[at + 1 :]], at, "missing-word", token)
            if confusable[token] and chance.random() < rate * 3:
                slip = chance.choice(confusable[token])
                changed = [*tokens[:at], slip, *tokens[at + 1 :]]
                put(changed, at, "confusion", f"{slip}>{token}")
    return {kind: (right[kind], slips[kind], tried[kind]) for kind in tried}


def alike(word: str, other: str) -> bool:
    """Whether one is written for the other by a typo: one letter, or two of a longer word."""
    from rapidfuzz.distance import OSA

    most = 1 if min(len(word), len(other)) < 4 else 2
    return OSA.distance(word, other) <= most


if __name__ == "__main__":
    main()
