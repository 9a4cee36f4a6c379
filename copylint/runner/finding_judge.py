"""Which findings of rules are believed, by their words and the place.

Boosted trees that ``training/finding_judge.py`` grows score a finding: it is reported if its
log odds reach a threshold set for each rule. Rules whose findings are exact (spaces, quotation
marks, dates) are not judged.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence, Set
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from copylint.analysis.article import Article
from copylint.contract.engine import RuleMatch
from copylint.core.finding import AnyMatch, Match
from copylint.core.rule import Rule
from copylint.core.rule_groups import group_of

if TYPE_CHECKING:
    from copylint.models.decision_trees import DecisionForest
    from copylint.runner.finding_features import FindingFeatures

#: The trees, with the tables that they need.
FILE = Path(__file__).parent.parent / "data" / "findings.json"
#: Rules and groups whose findings are right by the book, but often not what the house writes. If
#: one of them is selected by its id, all its findings are reported.
OF_TASTE = frozenset({"News.BrandName", "grammar.hyphen"})
#: The rules, or groups of them, whose findings are judged.
JUDGED = OF_TASTE.union(
    {
        "confusion.small-word",
        "confusion.word",
        "context.form",
        "grammar.agreement",
        "grammar.article",
        "grammar.extra-word",
        "grammar.verb-form",
        "spelling.unknown",
    }
)


def is_judged(rule: Rule, match: AnyMatch) -> bool:
    """Whether a finding is judged: not if it is certain or has several places."""
    if group_of(rule.id) not in JUDGED or not isinstance(match, Match):
        return False
    return not (match.is_certain or match.elsewhere)


class Keys(NamedTuple):
    """The keys of a finding's rates: its rule, what it finds and what it puts there."""

    rule: str
    old: str
    new: str

    @classmethod
    def of(cls, rule: Rule, match: Match, written: str) -> Keys:
        """The keys of a finding at ``written``, by the group of its rule."""
        put = match.replacements[0].lower() if match.replacements else ""
        severity = match.severity or rule.severity
        name = group_of(rule.id)
        return cls(f"{name}|{severity.name}", f"{name}|{written.lower()}", f"{name}|{put}")


class FindingJudge(NamedTuple):
    """Scores the findings of rules.

    ``rates`` has log odds that findings were right in training, by each of ``Keys``; for keys
    that were rare in training, those of the rule hold. ``least`` has, by rule and severity, the
    log odds from which a finding is reported.
    """

    forest: DecisionForest
    rates: tuple[Mapping[str, float], ...]
    least: Mapping[str, float]

    @classmethod
    @cache
    def shared(cls) -> FindingJudge:
        """The judge of this process."""
        from copylint.models.decision_trees import trees_of

        row: Mapping[str, Any] = json.loads(FILE.read_bytes())
        return cls(trees_of(row), tuple(row["rates"]), row["least"])

    def believes(self, features: Sequence[float], keys: Keys) -> bool:
        """Whether a finding with these features and keys is reported."""
        least = self.least.get(keys.rule)
        if least is None:
            return True
        rates = rates_of(self.rates, keys)
        return self.forest.score([*rates, *features]) >= least


def rates_of(tables: Sequence[Mapping[str, float]], keys: Keys) -> tuple[float, float, float]:
    """The log odds that tables hold for the keys of a finding."""
    of_rule = tables[0].get(keys.rule, 0.0)
    return of_rule, tables[1].get(keys.old, of_rule), tables[2].get(keys.new, of_rule)


def believed(
    article: Article, matches: Sequence[RuleMatch], wanted: Set[str] = frozenset()
) -> list[RuleMatch]:
    """The findings in an article that are reported.

    All findings of the rules and groups ``wanted`` are.
    """
    open_ones = [
        wanted.isdisjoint((rule.id, group_of(rule.id))) and is_judged(rule, match)
        for rule, match in matches
    ]
    if not any(open_ones):
        return list(matches)
    from copylint.runner.finding_features import FindingFeatures

    features = FindingFeatures(article)
    return [
        each
        for each, is_open in zip(matches, open_ones, strict=True)
        if not is_open or _is_believed(article, *each, features)
    ]


def _is_believed(article: Article, rule: Rule, match: AnyMatch, features: FindingFeatures) -> bool:
    own = features.of(match) if isinstance(match, Match) else None
    if own is None or not isinstance(match, Match):
        return True
    written = article.text[match.span.start : match.span.end]
    return FindingJudge.shared().believes(own, Keys.of(rule, match, written))
