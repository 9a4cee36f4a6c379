"""What an archive's findings come to: counts by rule, year and month, and the worst articles."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from typing import Any

from copylint.archive.results import Results
from copylint.archive.schema import SCHEMA_VERSION, RowKind
from copylint.core.record import field, record

#: The columns that are summed up.
COLUMNS = ("kind", "article_id", "date", "words", "findings", "rule", "severity", "error")
#: How many articles are named: those with the most findings, and those that could not be checked.
_WORST, _ERRORS = 50, 50
_NO_DATE = "undated"


@record(frozen=False)
class Period:
    """What was counted in a year or a month."""

    articles: int = 0
    words: int = 0
    findings: int = 0


@record(frozen=False)
class Summary:
    """The counts of a whole archive.

    ``by_rule`` has, by rule and year, how often it fired; ``years`` and ``months`` are keyed as
    ``2026`` and ``2026-03``, or ``undated``. ``worst`` are findings, id and words of articles, the
    most findings first; ``failed`` are ids and reasons of the first that could not be checked.
    """

    articles: int = 0
    errors: int = 0
    words: int = 0
    findings: int = 0
    severities: Counter[str] = field(default_factory=Counter)
    by_rule: dict[str, Counter[str]] = field(default_factory=dict)
    years: dict[str, Period] = field(default_factory=dict)
    months: dict[str, Period] = field(default_factory=dict)
    worst: list[tuple[int, str, int]] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)


def summed_up(results: Results) -> Summary:
    """The summary of all parts in a folder of results. Raises ``StorageError``."""
    total = Summary()
    years: defaultdict[str, Period] = defaultdict(Period)
    months: defaultdict[str, Period] = defaultdict(Period)
    worst: list[tuple[int, _Backwards, int]] = []
    for part in results.rows(COLUMNS):
        for kind, name, day, words, findings, rule, severity, error in zip(
            *(part[each] for each in COLUMNS), strict=True
        ):
            year = day.strftime("%Y") if day else _NO_DATE
            month = day.strftime("%Y-%m") if day else _NO_DATE
            if kind == RowKind.FINDING.value:
                total.findings += 1
                total.severities[severity] += 1
                total.by_rule.setdefault(rule, Counter())[year] += 1
                years[year].findings += 1
                months[month].findings += 1
            elif kind == RowKind.ARTICLE.value:
                total.articles += 1
                total.words += words
                for period in (years[year], months[month]):
                    period.articles += 1
                    period.words += words
                if findings:
                    entry = (findings, _Backwards(name or ""), words)
                    (heapq.heappush if len(worst) < _WORST else heapq.heappushpop)(worst, entry)
            else:
                total.errors += 1
                if len(total.failed) < _ERRORS:
                    total.failed.append((name or "", error))
    total.years, total.months = dict(sorted(years.items())), dict(sorted(months.items()))
    total.worst = [(count, str(name), words) for count, name, words in sorted(worst, reverse=True)]
    return total


class _Backwards(str):
    """A name that sorts backwards, so that of equally bad articles the first names are kept."""

    __slots__ = ()

    def __lt__(self, other: str) -> bool:
        return str.__gt__(self, other)


def summary_record(total: Summary, about: dict[str, Any]) -> dict[str, Any]:
    """The summary as JSON has it; ``about`` says what was checked and how."""
    return {
        "version": SCHEMA_VERSION,
        **about,
        "articles": total.articles,
        "errors": total.errors,
        "words": total.words,
        "findings": total.findings,
        "findings_per_1000_words": per_1000(total.findings, total.words),
        "severities": dict(sorted(total.severities.items())),
        "rules": {
            rule: {"findings": years.total(), "years": dict(sorted(years.items()))}
            for rule, years in sorted(
                total.by_rule.items(), key=lambda pair: (-pair[1].total(), pair[0])
            )
        },
        "years": {name: _period(each) for name, each in total.years.items()},
        "months": {name: _period(each) for name, each in total.months.items()},
        "worst_articles": [
            {"article_id": name, "findings": count, "words": words}
            for count, name, words in total.worst
        ],
        "first_errors": [{"article_id": name, "error": error} for name, error in total.failed],
    }


def per_1000(findings: int, words: int) -> float:
    """Findings per 1,000 words."""
    return round(1000 * findings / words, 3) if words else 0.0


def _period(each: Period) -> dict[str, int | float]:
    return {
        "articles": each.articles,
        "words": each.words,
        "findings": each.findings,
        "findings_per_1000_words": per_1000(each.findings, each.words),
    }
