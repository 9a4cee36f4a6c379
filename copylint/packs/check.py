"""Runs the rules of a pack over an article."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from copylint.contract.check import Check, Options
from copylint.model.finding import Match
from copylint.model.fix import Safety
from copylint.model.span import TextSpan
from copylint.packs.load import LoadedRule
from copylint.packs.pattern import Clock, Pattern
from copylint.packs.prose import Prose, Unit
from copylint.packs.rule import Hit, Leave, Quoted
from copylint.text.article import Article

_WORD = re.compile(r"\w+")
_INNER_WORD = re.compile(r"(?<=\W)\w+(?=\W)")
_QUERY = " These are quoted words: ask before you change them."


class PackCheck(Check):
    """The rules of one pack.

    A rule costs next to nothing in an article that has none of the words that each of its
    patterns needs; only patterns that may match are compiled and run.
    """

    def __init__(self, rules: Collection[LoadedRule]) -> None:
        self._rules = tuple(rules)
        self.rules = tuple(each.rule for each in self._rules)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The matches of every rule of the pack."""
        prose = Prose(article)
        for number, active in sorted(self._index.active(prose).items()):
            yield from _matches(self._rules[number], active, prose)

    @cached_property
    def _index(self) -> _Index:
        index = _Index()
        for number, each in enumerate(self._rules):
            if each.does.always:
                index.always.setdefault(number, [])
            for position, pattern in enumerate(each.does.patterns):
                index.add(number, position, pattern)
        return index


@dataclass(slots=True)
class _Active:
    """The patterns of a rule that may match in an article.

    One of ``literals`` is in every match; none: nothing is known about where to look.
    """

    patterns: set[int] = field(default_factory=set)
    literals: set[str] = field(default_factory=set)
    anywhere: bool = False


@dataclass(slots=True)
class _Index:
    """Patterns by what they need: a whole word, a string, or nothing that is known.

    Patterns are written as the number of their rule and their own.
    """

    by_word: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)
    by_string: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    always: dict[int, list[int]] = field(default_factory=dict)

    def add(self, rule: int, position: int, pattern: Pattern) -> None:
        literals = pattern.required.literals
        if not literals:
            self.always.setdefault(rule, []).append(position)
        words = _WORD if pattern.whole_words else _INNER_WORD
        for literal in literals:
            word = max(words.findall(literal), key=len, default="")
            if word:
                self.by_word.setdefault(word, []).append((rule, position, literal))
            else:
                self.by_string.setdefault(literal, []).append((rule, position))

    def active(self, prose: Prose) -> dict[int, _Active]:
        """The rules that may match in the article."""
        found: dict[int, _Active] = {}
        text = prose.folded
        for word in self.by_word.keys() & prose.words:
            for rule, position, literal in self.by_word[word]:
                if literal in text:
                    active = found.setdefault(rule, _Active())
                    active.patterns.add(position)
                    active.literals.add(literal)
        for literal, users in self.by_string.items():
            if literal in text:
                for rule, position in users:
                    active = found.setdefault(rule, _Active())
                    active.patterns.add(position)
                    active.literals.add(literal)
        for rule, positions in self.always.items():
            active = found.setdefault(rule, _Active())
            active.patterns.update(positions)
            active.anywhere = True
        return found


def _matches(loaded: LoadedRule, active: _Active, prose: Prose) -> Iterator[Match]:
    does, rule = loaded.does, loaded.rule
    common = does.common
    patterns = sorted(active.patterns)
    literals = () if active.anywhere else active.literals
    clock = Clock()
    seen: set[TextSpan] = set()
    for scope in common.scopes:
        for unit in prose.units(scope, literals):
            leave_out = Leave(unit, common)
            try:
                for hit in does.hits(unit, patterns, clock, leave_out):
                    match = _match(hit, unit, rule.id)
                    if match.span in seen:
                        continue
                    seen.add(match.span)
                    if common.quoted is Quoted.QUERY and leave_out.is_quoted(hit.start):
                        match = _asking(match)
                    yield match
                    if common.limit and len(seen) >= common.limit:
                        return
            except TimeoutError:
                yield Match(
                    TextSpan(unit.start, unit.start),
                    "The rule took too long and was stopped here; make its pattern simpler.",
                    safety=Safety.NONE,
                    rule=rule.id,
                )
                return


def _match(hit: Hit, unit: Unit, rule: str) -> Match:
    return Match(
        TextSpan(unit.start + hit.start, unit.start + hit.end),
        hit.message,
        hit.replacements,
        safety=None if hit.fixable else Safety.NONE,
        rule=rule,
    )


def _asking(match: Match) -> Match:
    return Match(
        match.span,
        match.message + _QUERY,
        match.replacements,
        safety=Safety.NONE,
        rule=match.rule,
    )
