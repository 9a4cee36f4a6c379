"""Runs the rules of a pack over an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.finding import AnyMatch, Match, SourceMatch
from copylint.core.fix import Safety
from copylint.core.recent import Recent
from copylint.core.record import replace
from copylint.core.span import SourceSpan, TextSpan
from copylint.packs.article_units import ArticleUnits, KnownMatches, MatchesOfUnits, Unit
from copylint.packs.pack_rule import Hit, Quoted, QuotedException
from copylint.packs.pattern import Clock
from copylint.packs.pattern_index import ActivePatterns, PatternIndex, PatternPlace
from copylint.packs.rule_loader import LoadedRule
from copylint.packs.scopes import ScopeReading

# What the text between two blocks may be a part of.
_SPACED = re.compile(r"^\s|\s$|\s\s")
# Blocks of which a check that remembers knows what may match, and units of rules of which it
# knows what did.
_BLOCKS, _UNITS = 2_000, 8_000
_QUERY = " These words are quoted; ask before you change them."


class PackCheck(Check):
    """The rules of one pack.

    A rule costs next to nothing in an article that has none of the words that each of its
    patterns needs; only patterns that may match are compiled and run.
    """

    def __init__(
        self, rules: Collection[LoadedRule], known: Recent[str, list[PatternPlace]] | None = None
    ) -> None:
        self.loaded = tuple(rules)
        self.rules = tuple(each.rule for each in self.loaded)
        self._known = known
        self._matched: MatchesOfUnits = Recent(_UNITS)

    def narrowed(self, runs: Callable[[str], bool]) -> Check:
        """The same without the rules that do not run."""
        kept = [each for each in self.loaded if runs(each.rule.id)]
        return self if len(kept) == len(self.loaded) else PackCheck(kept)

    def remembering(self) -> Check:
        """A check that keeps which patterns may match in a block of these words."""
        if self._in_text.used and not self._in_text.spans_blocks:
            return PackCheck(self.loaded, Recent(_BLOCKS))
        return self

    def check(self, article: Article, options: Options) -> Iterable[AnyMatch]:
        """The matches of every rule of the pack that is about the article's dialect."""
        return self.matches(ArticleUnits(article))

    def matches(
        self, prose: ArticleUnits, only: Collection[str] | None = None
    ) -> Iterator[AnyMatch]:
        """The matches in ``prose`` of every rule, or of those whose ids are in ``only``."""
        for index in (self._in_text, self._in_source):
            if not index.used:
                continue
            if index.raw:
                found = index.active(prose.source)
            elif self._known is None:
                found = index.active(prose.text)
            else:
                found = index.active_in_blocks(prose.article, self._known)
            for number, active in sorted(found.items()):
                loaded = self.loaded[number]
                if (only is None or loaded.rule.id in only) and _speaks(loaded, prose.article):
                    known = None if self._known is None else KnownMatches(number, self._matched)
                    yield from _matches(loaded, active, prose, known, raw=index.raw)

    @cached_property
    def _in_text(self) -> PatternIndex:
        return self._index(raw=False)

    @cached_property
    def _in_source(self) -> PatternIndex:
        return self._index(raw=True)

    def _index(self, *, raw: bool) -> PatternIndex:
        index = PatternIndex(raw=raw)
        for number, each in enumerate(self.loaded):
            scopes = each.does.common.scopes
            if not any((scope.reading is ScopeReading.RAW) == raw for scope in scopes):
                continue
            index.used = True
            if each.does.always:
                index.always.setdefault(number, [])
            over_blocks = any(scope.reading is ScopeReading.SUMMARY for scope in scopes)
            for position, pattern in enumerate(each.does.patterns):
                index.add(number, position, pattern)
                strings = pattern.required.literals
                index.spans_blocks |= over_blocks and any(map(_SPACED.search, strings))
        return index


def _speaks(loaded: LoadedRule, article: Article) -> bool:
    """Whether the rule is about articles in this one's dialect."""
    languages = loaded.rule.languages
    return not languages or article.dialect.language in languages


def _matches(
    loaded: LoadedRule,
    active: ActivePatterns,
    prose: ArticleUnits,
    known: KnownMatches | None,
    *,
    raw: bool,
) -> Iterator[AnyMatch]:
    does, rule = loaded.does, loaded.rule
    common = does.common
    numbers, starts, by_block = active.numbers(), active.starts(), active.by_block(prose)
    clock = Clock()
    seen: set[tuple[int, int]] = set()
    read: list[Unit] = []

    def units() -> Iterator[Unit]:
        for scope in common.scopes:
            if (scope.reading is ScopeReading.RAW) != raw:
                continue
            for unit in prose.units(scope, by_block):
                read[:] = [unit]
                unit.starts, unit.known = starts, known
                unit.here = None if by_block is None or unit.index < 0 else by_block[unit.index]
                yield unit

    try:
        for unit, hit in does.over(units(), numbers, clock):
            match = _match(hit, unit, rule.id)
            where = (unit.start + hit.start, unit.start + hit.end)
            if where in seen:
                continue
            seen.add(where)
            if common.quoted is Quoted.QUERY and QuotedException(unit, common).is_quoted(hit.start):
                match = replace(match, message=match.message + _QUERY, safety=Safety.NONE)
            yield match
            if common.limit and len(seen) >= common.limit:
                return
    except TimeoutError:
        at = read[0].start if read and not read[0].raw else 0
        yield Match(
            TextSpan(at, at),
            "The rule took too long and was stopped here; simplify its pattern.",
            safety=Safety.NONE,
            rule=rule.id,
        )


def _match(hit: Hit, unit: Unit, rule: str) -> AnyMatch:
    start, end = unit.start + hit.start, unit.start + hit.end
    safety = None if hit.fixable else Safety.NONE
    if unit.raw:
        place = SourceSpan(start, end)
        return SourceMatch(place, hit.message, hit.replacements, hit.related, safety, rule)
    span = TextSpan(start, end)
    return Match(span, hit.message, hit.replacements, hit.related, safety, rule)
