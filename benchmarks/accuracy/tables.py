"""Scores as tables for a terminal, and findings in their context."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from labelled import LabelledSet, Score
from rows import Gold, Row

_AROUND = 60


def print_score(score: Score) -> None:
    """The figures as a whole and by class."""
    print(
        f"findings {score.findings}  precision {score.precision:.3f}  recall {score.recall:.3f}  "
        f"F0.5 {score.f05:.3f}  first suggestion right {score.first:.3f}  words {score.words}"
    )
    unmatched = 1000 * len(score.unmatched) / max(score.words, 1)
    print(f"unmatched {len(score.unmatched)}, {unmatched:.2f} per 1,000 words")
    if score.clean_words:
        print(
            f"clean articles: {len(score.clean)} findings in {score.clean_words} words, "
            f"{score.alarms:.2f} per 1,000"
        )
    for name, note in score.notes.items():
        print(f"{name}: {note}")
    for name, each in score.classes.items():
        # What repeats has no correction to be right about.
        first = "" if name.startswith("dup_") else f"{each.first / max(each.found, 1):5.0%}"
        share = each.found / each.total
        print(f"  {name:18} {each.found:4}/{each.total:<4} {share:5.0%}  first right {first}")


def print_rules(rows: Iterable[Row], score: Score) -> None:
    """Per rule: findings, matched ones, their share, alarms per 1,000 words."""
    clean = Counter(row["rule"] for row in score.clean)
    false = Counter(row["rule"] for row in score.unmatched)
    every = Counter(row["rule"] for row in rows)
    per = 1000 / max(score.words, 1)
    head = "clean/1,000" if score.clean_words else ""
    print(f"  {'rule':34} findings matched  share  unmatched/1,000  {head}")
    for rule, count in every.most_common():
        found = count - clean[rule]
        matched = found - false[rule]
        share = f"{matched / found:6.2f}" if found else "     -"
        at_rest = f"{1000 * clean[rule] / score.clean_words:10.3f}" if score.clean_words else ""
        print(f"  {rule:34} {found:8} {matched:7} {share}  {false[rule] * per:14.3f}  {at_rest}")


def print_tools(scores: Mapping[str, tuple[Score, float | None]]) -> None:
    """Tools beside one another."""
    print("| tool | precision | recall | F0.5 | first right | alarms per 1,000 words | seconds |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for name, (score, seconds) in scores.items():
        took = "" if seconds is None else f"{seconds:.0f}"
        print(
            f"| {name} | {score.precision:.2f} | {score.recall:.2f} | {score.f05:.2f} "
            f"| {score.first:.2f} | {score.alarms:.2f} | {took} |"
        )
    names = list(scores)
    print("\n| class | " + " | ".join(names) + " |")
    print("| --- |" + " --- |" * len(names))
    for kind in next(iter(scores.values()))[0].classes:
        cells = []
        for score, _ in scores.values():
            each = score.classes[kind]
            cells.append(f"{each.found / each.total:.2f}")
        print(f"| {kind} | " + " | ".join(cells) + " |")


def print_false(labelled: LabelledSet, score: Score, rule: str, most: int) -> None:
    """Findings without a labelled error, at random, and those in clean copy."""
    shown = [row for row in score.unmatched if row["rule"].startswith(rule)]
    random.Random(1).shuffle(shown)
    for row in shown[:most]:
        print("UNMATCHED", in_context(labelled, row))
    if score.clean_words and most:
        print("--- clean")
        for row in [row for row in score.clean if row["rule"].startswith(rule)][:most]:
            print("CLEAN", in_context(labelled, row))


def print_missed(labelled: LabelledSet, missed: Sequence[Gold], kind: str) -> None:
    """The labelled errors of a class that nothing found."""
    for gold in missed:
        if gold["class"] == kind:
            text = labelled.text(gold["doc_id"])
            around = text[max(0, gold["start"] - _AROUND) : gold["end"] + _AROUND]
            error, right = gold["error"], gold["correction"]
            print("MISSED", gold["doc_id"], repr(error), "->", repr(right), repr(around))


def in_context(labelled: LabelledSet, row: Row, around: int = _AROUND) -> str:
    """A finding with the text around it, in one line."""
    text = labelled.text(row["doc_id"])
    start, end = row["start"], row["end"]
    before, after = text[max(0, start - around) : start], text[end : end + around]
    shown = repr(f"{before}⟦{text[start:end]}⟧{after}")
    return f"{row['rule']} {row['doc_id']} {shown} {row['suggestions'][:3]}"
