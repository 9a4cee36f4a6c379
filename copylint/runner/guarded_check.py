"""Runs one check so that a fault in it does not end the run."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.finding import AnyMatch, Match
from copylint.core.rule import Rule
from copylint.core.span import TextSpan
from copylint.runner.engine_sessions import fault
from copylint.runner.internal_rules import INTERNAL_ERROR


def guarded(check: Check, article: Article, options: Options) -> Iterator[tuple[Rule, AnyMatch]]:
    """The check's matches with their rules; a crash is one match of its own."""
    rules = check.rules
    only = rules[0] if len(rules) == 1 else None
    by_id: dict[str, Rule] = {}
    try:
        for match in check.check(article, options):
            if match.rule or only is None:
                # Most checks find nothing in most articles.
                by_id = by_id or {rule.id: rule for rule in rules}
                yield by_id[match.rule], match
            else:
                yield only, match
    except Exception as error:  # noqa: BLE001 - a fault in one check must not end the run
        yield (
            INTERNAL_ERROR,
            Match(
                TextSpan(0, 0),
                f"The check {type(check).__module__}.{type(check).__name__} failed: "
                f"{fault(error)}; its findings in this file are missing.",
            ),
        )
