"""Measure copylint on the labelled set of facts that contradict themselves.

    python benchmarks/facts/run.py [KIND …] [--seed N] [--missed N] [--alarms N] [--frames]

A contradiction counts as found if a finding touches one of its sides; an alarm is a finding
in a decoy, or one in a contradiction that touches none. ``--missed`` and ``--alarms`` print
so many texts of each kind to read, ``--frames`` the share found of each template.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # for the package this program is in

import copylint
from copylint.core.finding import Finding
from copylint.runner.rules import all_rules
from facts.samples import SEED, Kind, Sample, kinds, samples

_FILES = {"plain": "story.txt", "markdown": "story.md"}


@dataclass
class Score:
    """What was found of one kind or of several."""

    contradictions: int = 0
    found: int = 0
    decoys: int = 0
    decoy_alarms: int = 0
    strays: int = 0
    missed: list[Sample] = field(default_factory=list)
    alarmed: list[tuple[Sample, list[Finding]]] = field(default_factory=list)
    by_frame: dict[int, Counter[bool]] = field(default_factory=lambda: defaultdict(Counter))

    @property
    def recall(self) -> float:
        """The share of contradictions found."""
        return self.found / self.contradictions if self.contradictions else 0.0

    @property
    def precision(self) -> float:
        """The share of texts with a finding in which it is right."""
        said = self.found + self.decoy_alarms + self.strays
        return self.found / said if said else 1.0

    def add(self, sample: Sample, findings: list[Finding]) -> None:
        """Score the findings in one text."""
        touching = [each for each in findings if _touches(each, sample.sides)]
        if sample.sides:
            self.contradictions += 1
            self.found += bool(touching)
            self.by_frame[sample.frame][bool(touching)] += 1
            if not touching:
                self.missed.append(sample)
            if len(touching) < len(findings):
                self.strays += 1
                self.alarmed.append((sample, findings))
        else:
            self.decoys += 1
            if findings:
                self.decoy_alarms += 1
                self.alarmed.append((sample, findings))


def _touches(finding: Finding, sides: Iterable[tuple[int, int]]) -> bool:
    return any(finding.span.start < end and start < finding.span.end for start, end in sides)


def total(scores: Iterable[Score]) -> Score:
    """One score for several kinds."""
    summed = Score()
    for score in scores:
        summed.contradictions += score.contradictions
        summed.found += score.found
        summed.decoys += score.decoys
        summed.decoy_alarms += score.decoy_alarms
        summed.strays += score.strays
    return summed


def measure(kind: Kind, seed: int = SEED) -> Score:
    """Check every text of a kind."""
    chosen = tuple(
        rule.id for rule in all_rules().values() if rule.default and rule.id.startswith(kind.rules)
    )
    config = copylint.Config(select=chosen, grammar=())
    score = Score()
    for sample in samples(kind, seed):
        path = _FILES[sample.format]
        score.add(sample, copylint.lint_text(sample.text, path=path, config=config))
    return score


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("kinds", nargs="*", metavar="KIND")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--missed", type=int, default=0)
    parser.add_argument("--alarms", type=int, default=0)
    parser.add_argument("--frames", action="store_true")
    options = parser.parse_args()
    every = kinds()
    unknown = sorted({*options.kinds} - {kind.name for kind in every})
    if unknown:
        parser.error(f"unknown kinds: {', '.join(unknown)}")
    scores: dict[Kind, Score] = {}
    for kind in every:
        if not options.kinds or kind.name in options.kinds:
            scores[kind] = measure(kind, options.seed)
    print("| group | kind | recall | precision | alarms in decoys |")
    print("| --- | --- | --- | --- | --- |")
    groups: dict[str, list[Score]] = defaultdict(list)
    for kind, score in sorted(scores.items(), key=lambda pair: (pair[0].group, pair[0].name)):
        groups[kind.group].append(score)
        print(_row(kind.group, kind.name, score))
    for group, each in sorted(groups.items()):
        print(_row(group, "all", total(each)))
    print(_row("all", "all", total(scores.values())))
    for kind, score in scores.items():
        _print_texts(kind, score, options.missed, options.alarms)
        if options.frames:
            for frame, counts in sorted(score.by_frame.items()):
                print(f"{kind.name} {frame}: {counts[True]} of {counts.total()}")
    return 0


def _row(group: str, name: str, score: Score) -> str:
    return (
        f"| {group} | {name} | {score.found}/{score.contradictions} {score.recall:.2f} "
        f"| {score.precision:.3f} | {score.decoy_alarms}/{score.decoys} |"
    )


def _print_texts(kind: Kind, score: Score, missed: int, alarms: int) -> None:
    for sample in score.missed[:missed]:
        print(f"\n=== {kind.name}: missed, template {sample.frame}\n{sample.text}")
    for sample, findings in score.alarmed[:alarms]:
        print(f"\n=== {kind.name}: alarm, template {sample.frame}\n{sample.text}")
        for each in findings:
            print(f"  {each.start.line}:{each.start.column} {each.rule} {each.message}")


if __name__ == "__main__":
    sys.exit(main())
