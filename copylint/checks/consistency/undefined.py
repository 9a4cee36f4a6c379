"""Abbreviations that the article does not explain."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.analysis.abbreviations import definitions, uses, well_known
from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.blocks import RUNNING_PROSE
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.language.lexicon import Kinds, Lexicon

RULE = Rule(
    id="consistency.abbreviation-undefined",
    summary="Flags an abbreviation that is not explained.",
    why=(
        "Readers outside the field do not know it. Only the house knows which abbreviations its "
        "readers know, so the rule is off by default; add those to the 'accept' vocabulary."
    ),
    bad=(Bad("The pier is run by the HPTQ. The HPTQ has no money.", "HPTQ"),),
    good=(
        Good("The BBC and NATO are known."),
        Good("The Hull Pier Trust (HPT) has no money. The HPT is known."),
    ),
    severity=Severity.SUGGESTION,
    default=False,
)

# An abbreviation that is met as often as this (Zipf) is known.
_KNOWN_ZIPF = 3.6


class Undefined(Check):
    """Looks for abbreviations that are neither explained nor known."""

    rules = (RULE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The first place of each."""
        explained = {definition.short for definition in definitions(article)}
        for short, places in uses(article).items():
            if short in explained or _is_known(short) or article.vocabulary.accepts(short):
                continue
            for use in places:
                block = article.document.block_at(use.span.start)
                if use.own and block is not None and block.kind in RUNNING_PROSE:
                    yield Match(use.span, f"'{short}' is not explained; will readers know it?")
                    break


def _is_known(short: str) -> bool:
    """Whether readers know it, or it is a word in capitals."""
    if short in well_known() or not short.isupper():
        return True
    lexicon = Lexicon.shared()
    entry = lexicon.entry(short)
    if entry is not None and (not entry.kinds & Kinds.ABBREVIATION or entry.zipf >= _KNOWN_ZIPF):
        return True
    return lexicon.is_word(short.lower())
