"""Texts that a rule leaves alone: its own exceptions and the house's accepted words."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from copylint.packs.nodes import Node, RuleFile
from copylint.packs.pattern import WORD, BadPattern, Clock, Pattern
from copylint.packs.prose import Unit


@dataclass(frozen=True)
class Exceptions:
    """What a rule is silent about.

    ``terms`` are regular expressions, looked for inside a match; ``phrases`` are those of
    several words, looked for around it. ``vocabulary`` says that what the house accepts is
    an exception too.
    """

    terms: tuple[Pattern, ...] = ()
    phrases: tuple[Pattern, ...] = ()
    vocabulary: bool = False

    def spare(self, unit: Unit, start: int, end: int, clock: Clock) -> bool:
        """Whether the match from ``start`` to ``end`` of the unit is to be let go."""
        text = unit.text
        matched = text[start:end]
        if any(term.search(matched, 0, clock) for term in self.terms):
            return True
        if any(_around(phrase, unit, start, end, clock) for phrase in self.phrases):
            return True
        return self.vocabulary and _accepted(unit, start, end)


def parse_exceptions(
    file: RuleFile, keys: dict[str, tuple[Node, Node]], *, vocabulary: bool
) -> Exceptions:
    """The exceptions in ``keys``. Raises ``RuleProblem``.

    A term counts as it is written, in the case that it is written in, unless it begins
    with ``(?i)``; a phrase around a match counts in any case.
    """
    terms: list[Pattern] = []
    phrases: list[Pattern] = []
    listed = file.strings(keys["exceptions"][1], "'exceptions'") if "exceptions" in keys else []
    for text, node in listed:
        blind = text.startswith("(?i)")
        body = text.removeprefix("(?i)")
        term = Pattern(body, WORD, ignorecase=blind)
        try:
            term.verify()
        except BadPattern as error:
            raise file.problem(node, f"not a regular expression: {error}") from None
        terms.append(term)
        if any(blank in body for blank in (" ", "\t", r"\s")):
            phrases.append(Pattern(body, WORD, ignorecase=True))
    return Exceptions(tuple(terms), tuple(phrases), vocabulary)


def _around(phrase: Pattern, unit: Unit, start: int, end: int, clock: Clock) -> bool:
    spans = unit.spans.get(phrase)
    if spans is None:
        view, at = unit.view(phrase), 0
        spans = unit.spans[phrase] = []
        while (found := phrase.search(view, at, clock)) is not None:
            spans.append((found.start(), found.end()))
            at = max(found.end(), found.start() + 1)
            if at > len(view):
                break
    return _inside(spans, start, end)


def _accepted(unit: Unit, start: int, end: int) -> bool:
    vocabulary = unit.article.vocabulary
    if not vocabulary.accept and not vocabulary.names:
        return False
    if vocabulary.accepts(unit.text[start:end]):
        return True
    spans = unit.spans.get("accepted")
    if spans is None:
        spans = unit.spans["accepted"] = list(vocabulary.accepted_phrases(unit.text))
    return _inside(spans, start, end)


def _inside(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of ``spans``, which ascend and do not overlap, holds all of the match."""
    index = bisect_right(spans, start, key=lambda span: span[0]) - 1
    return index >= 0 and end <= spans[index][1]
