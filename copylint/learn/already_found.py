"""Leaves out drafts that would only repeat what copylint finds and corrects already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from copylint.config.schema import Config
from copylint.core.finding import Finding
from copylint.core.record import replace
from copylint.learn.drafting import RuleDraft
from copylint.learn.evidence import WindowExample
from copylint.runner.pipeline import run
from copylint.runner.result import Input

# So many examples of a draft are checked, and so many of the suggestions count.
_EXAMPLES, _SUGGESTIONS = 3, 3
# Drafts that are checked at a time.
_CHUNK = 200


def unknown_drafts(
    drafts: Iterable[RuleDraft], config: Config, known: Counter[str], *, jobs: int = 0
) -> Iterator[RuleDraft]:
    """The drafts whose corrections no rule of ``config`` makes, in their order.

    ``known`` counts the others, by the rule that finds most of their examples.
    """
    config = replace(config, per_file_ignores=(), cache=False)
    some: list[RuleDraft] = []
    for draft in drafts:
        some.append(draft)
        if len(some) == _CHUNK:
            yield from _unknown(some, config, known, jobs)
            some = []
    yield from _unknown(some, config, known, jobs)


def _unknown(
    drafts: Sequence[RuleDraft], config: Config, known: Counter[str], jobs: int
) -> Iterator[RuleDraft]:
    places = [
        (number, example)
        for number, draft in enumerate(drafts)
        for example in draft.window.examples[:_EXAMPLES]
    ]
    inputs = [
        Input(f"example-{at}.txt", text=example.passage) for at, (_, example) in enumerate(places)
    ]
    rules: list[Counter[str]] = [Counter() for _ in drafts]
    for (number, example), file in zip(places, run(inputs, config, jobs=jobs).files, strict=True):
        rules[number].update(_finders(example, file.findings)[:1])
    for draft, found in zip(drafts, rules, strict=True):
        tried = min(len(draft.window.examples), _EXAMPLES)
        if found.total() * 2 > tried:
            known[found.most_common(1)[0][0]] += 1
        else:
            yield draft


def _finders(example: WindowExample, findings: Sequence[Finding]) -> list[str]:
    """The rules that make the correction of ``example``, or find the words that it corrects."""
    passage, wanted = example.passage, " ".join(example.corrected.split())
    found = []
    for each in findings:
        start, end = each.span.start, each.span.end
        if end <= example.start or start >= example.end:
            continue
        texts = (passage[:start] + text + passage[end:] for text in each.replacements)
        fixed = [
            " ".join(text.split()) for _, text in zip(range(_SUGGESTIONS), texts, strict=False)
        ]
        if wanted in fixed:
            found.append(each.rule)
    return found
