"""Texts that a rule leaves alone: its own exceptions and the house's accepted words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from copylint.core.record import record
from copylint.packs.article_units import Unit
from copylint.packs.house import House
from copylint.packs.pattern import WORD, BadPattern, Clock, Pattern
from copylint.packs.yaml_nodes import RuleFile, YamlNode

# Around a term that must be all of a match, signs at its edges aside.
_WHOLE = r"\A\W*(?:%s)\W*\Z"


@record(slots=False)
class Exceptions:
    """What a rule is silent about.

    ``terms`` are regular expressions, looked for in a match; ``phrases`` are those of
    several words, looked for around it. ``vocabulary`` says that what the house accepts is
    an exception too.
    """

    terms: tuple[Pattern, ...] = ()
    phrases: tuple[Pattern, ...] = ()
    vocabulary: bool = False

    def spare(self, unit: Unit, start: int, end: int, clock: Clock) -> bool:
        """Whether the match from ``start`` to ``end`` of the unit is to be left alone."""
        matched = unit.text[start:end]
        if any(term.search(matched, 0, clock) for term in self.terms):
            return True
        if any(around(phrase, unit, start, end, clock) for phrase in self.phrases):
            return True
        return self.vocabulary and _accepted(unit, start, end)


def parse_exceptions(
    file: RuleFile,
    keys: dict[str, tuple[YamlNode, YamlNode]],
    *,
    vocabulary: bool,
) -> Exceptions:
    """The exceptions in ``keys``. Raises ``RuleProblem``.

    A term counts as it is written, in the case that it is written in, unless it begins
    with ``(?i)``; a phrase around a match counts in any case. An exception of the rule's
    own may be one word of a longer match; one of the vocabulary is all of it, but to Vale.
    """
    house = file.house
    listed = file.strings(keys["exceptions"][1], "'exceptions'") if "exceptions" in keys else []
    for text, node in () if house.tested else listed:
        try:
            Pattern(text, WORD).verify()
        except BadPattern as error:
            raise file.problem(node, f"not a regular expression: {error}") from None
    found = _exceptions(tuple(text for text, _ in listed), anywhere=True)
    if house.strict and not (vocabulary and house.accept):
        # Vale does the same, unless there are accepted terms beside them.
        phrases = tuple(Pattern(each.body, each.template) for each in found.phrases)
        found = Exceptions(found.terms, phrases)
    accepted = of_vocabulary(house, house.strict) if vocabulary else Exceptions()
    return Exceptions(
        (*found.terms, *accepted.terms), (*found.phrases, *accepted.phrases), vocabulary
    )


@lru_cache(maxsize=64)
def of_vocabulary(house: House, anywhere: bool) -> Exceptions:
    """The terms that ``house`` accepts, as exceptions: all of a match or ``anywhere``."""
    return _exceptions(house.accept, anywhere)


def _exceptions(texts: tuple[str, ...], anywhere: bool) -> Exceptions:
    if not texts:
        return Exceptions()
    # One alternation of them all: a house may accept thousands.
    template = WORD if anywhere else _WHOLE
    longest_first = sorted(texts, key=len, reverse=True)
    blind = [each.startswith("(?i)") for each in longest_first]
    terms = [
        Pattern(
            _joined(text for text, b in zip(longest_first, blind, strict=True) if b == case),
            template,
            ignorecase=case,
        )
        for case in (False, True)
        if case in blind
    ]
    phrases = [each for each in texts if " " in each or "\t" in each or r"\s" in each]
    return Exceptions(
        tuple(terms), (Pattern(_joined(phrases), WORD, ignorecase=True),) if phrases else ()
    )


def _joined(texts: Iterable[str]) -> str:
    return "|".join(f"(?:{text.removeprefix('(?i)')})" for text in texts)


def around(phrase: Pattern, unit: Unit, start: int, end: int, clock: Clock) -> bool:
    """Whether all from ``start`` to ``end`` of the unit is inside a match of ``phrase``."""
    spans = unit.spans.get(phrase)
    if spans is None:
        view, at = unit.view(phrase), 0
        spans = unit.spans[phrase] = []
        while at <= len(view) and (found := phrase.search(view, at, clock)) is not None:
            spans.append((found.start(), found.end()))
            at = max(found.end(), found.start() + 1)
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
