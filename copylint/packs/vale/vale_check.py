"""Runs the Vale rules that the configuration enables for a file."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.finding import AnyMatch
from copylint.core.record import record, replace
from copylint.core.rule import Severity
from copylint.packs.article_units import ArticleUnits
from copylint.packs.pack_check import PackCheck
from copylint.packs.pattern import Pattern
from copylint.packs.rule_loader import LoadedRule
from copylint.packs.scopes import ScopeReading
from copylint.packs.vale.controls import controls
from copylint.packs.vale.glob import matches
from copylint.packs.vale.hidden import hidden_of
from copylint.packs.vale.vale_settings import ValeSettings

# Formats that Vale knows no ignored patterns in.
_NOT_MARKUP = (".txt", ".html", ".htm")


@record
class _Profile:
    """What the configuration says of one file."""

    rules: frozenset[str]
    levels: dict[str, Severity]
    styles: tuple[str, ...]
    ignores: tuple[Pattern, ...]
    delimiters: tuple[str, str] | None


class ValeCheck(PackCheck):
    """The rules of a ``.vale.ini``."""

    def __init__(
        self,
        rules: Collection[LoadedRule],
        settings: ValeSettings,
        *,
        strict: bool,
        obeys: bool = True,
    ) -> None:
        super().__init__(rules)
        self._settings = settings
        self._strict = strict
        self._obeys = obeys
        self._by_id = {each.rule.id: each for each in self.loaded}
        # Vale cannot silence what it reads the whole article for.
        self._wholes = frozenset(
            each.rule.id
            for each in self.loaded
            if any(
                s.reading in (ScopeReading.RAW, ScopeReading.SUMMARY)
                for s in each.does.common.scopes
            )
        )

    def narrowed(self, runs: Callable[[str], bool]) -> Check:
        """The check itself: the rules that it looks for differ from file to file."""
        return self

    def check(self, article: Article, options: Options) -> Iterable[AnyMatch]:
        """The matches of the rules that are on in the article's file."""
        document = article.document
        profile = self._profile(document.path)
        if not profile.rules:
            return
        hidden = hidden_of(document, profile.ignores, self._settings.skipped, strict=self._strict)
        found = list(self._leveled(ArticleUnits(article, hidden), profile))
        switches = None
        if self._obeys:
            switches = controls(document, profile.styles, profile.delimiters)
        if switches is None:
            yield from found
            return
        places = [(each.place(document.to_source), index) for index, each in enumerate(found)]
        for span, index in sorted(places, key=lambda pair: (pair[0].start, pair[1])):
            match = found[index]
            silenced = switches.silent(
                span.start, match.rule, document.source[span.start : span.end]
            )
            if not silenced or (self._strict and match.rule in self._wholes):
                yield match

    def _leveled(self, prose: ArticleUnits, profile: _Profile) -> Iterator[AnyMatch]:
        for match in self.matches(prose, profile.rules):
            level = profile.levels.get(match.rule)
            yield match if level is None else replace(match, severity=level)

    def _profile(self, path: str) -> _Profile:
        settings = self._settings
        styles: tuple[str, ...] = ()
        on: dict[str, bool] = {}
        levels: dict[str, Severity] = {}
        ignores: list[Pattern] = []
        delimiters = None
        for section in settings.of(path):
            if section.styles is not None:
                styles = section.styles
            for name, toggle in section.toggles.items():
                on[name] = toggle.on
                if toggle.level is not None and not self._strict:
                    levels[name] = toggle.level
            delimiters = section.delimiters or delimiters
            if not self._strict:
                ignores += section.ignores
        suffixes = settings.suffixes(path)
        if self._strict and suffixes[0] not in _NOT_MARKUP:
            # Vale asks of the suffix whether such a section is about a file.
            for section in settings.sections:
                if matches(section.glob, *suffixes):
                    ignores += section.ignores
        rules = frozenset(
            name
            for name, each in self._by_id.items()
            if on.get(name, name.partition(".")[0] in styles)
            and levels.get(name, each.rule.severity) >= settings.least
        )
        return _Profile(rules, levels, styles, tuple(ignores), delimiters)
