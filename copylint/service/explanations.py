"""Explains rules to people who read their findings in an editor."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copylint.config.schema import Config, RuleSources
from copylint.core.record import record
from copylint.core.rule import Rule
from copylint.runner.rule_pages import page_address
from copylint.runner.rules import all_rules

_EXAMPLES = 3


@record
class Explanation:
    """A rule for people.

    ``family`` is the first part of the id, ``name`` the rest in words. ``summary`` is one
    sentence; ``markdown`` adds the reason for the rule, examples, and what to do about a
    finding. ``url`` is the address of its page, or of the one that the house gives; empty
    without either.
    """

    rule: str
    name: str
    summary: str
    markdown: str
    url: str
    family: str


def explanation(rule: str, config: Config | None = None) -> Explanation | None:
    """The explanation of the rule with that id; None if there is no such rule.

    ``config`` names the files of the house's own rules.
    """
    found = all_rules(config.rule_sources if config else RuleSources()).get(rule)
    return _explained(found) if found else None


def explanations(config: Config | None = None) -> list[Explanation]:
    """All rules that can be known without starting an engine, by id."""
    rules = all_rules(config.rule_sources if config else RuleSources())
    return [_explained(each) for each in rules.values()]


def _explained(rule: Rule) -> Explanation:
    name = rule.id.rpartition(".")[2].replace("-", " ").replace("_", " ").capitalize()
    markdown = "\n\n".join(_paragraphs(rule))
    return Explanation(
        rule.id, name, rule.summary, markdown, page_address(rule) or rule.link, rule.family
    )


def _paragraphs(rule: Rule) -> Iterator[str]:
    yield f"**{rule.id}**: {_plain(rule.summary)}"
    if rule.why:
        yield _plain(rule.why)
    for bad in rule.bad[:_EXAMPLES]:
        if "\n" not in bad.text.strip():
            fixed = f" → {_code(bad.fixed.strip())}" if bad.fixed is not None else ""
            yield f"- {_code(bad.text.strip())}{fixed}"
    if rule.owner:
        yield f"Owner: {_plain(rule.owner)}"


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)


def _code(text: str) -> str:
    runs = [len(run) for run in re.findall("`+", text)]
    fence = "`" * (max(runs, default=0) + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"
