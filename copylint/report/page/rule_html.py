"""What `copylint explain` says about a rule, for the page to show when its name is clicked."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.core.rule import Bad, Measured, Rule
from copylint.report.page.plain_text import fault, text

_MOST_EXAMPLES = 4


def explanation(rule: Rule, measured: Measured | None) -> Iterator[str]:
    """The rule in a ``<template>``: included once however many findings it has."""
    state = "on by default" if rule.default else "off by default"
    yield f'<template data-rule="{text(rule.id)}">\n'
    yield f"<h2>{text(rule.id)}</h2>\n<p>{text(rule.summary)}</p>\n"
    yield f'<p class="state">{rule.severity.label}, {state}'
    if rule.owner:
        yield f", owner: {text(rule.owner)}"
    if rule.effective:
        yield f", in force from {text(rule.effective)}"
    yield "</p>\n"
    if rule.why:
        yield f"<h3>Why</h3>\n<p>{text(rule.why)}</p>\n"
    if rule.bad:
        yield "<h3>Reported</h3>\n<ul>\n"
        yield from map(_bad, rule.bad[:_MOST_EXAMPLES])
        yield "</ul>\n"
    if rule.good:
        yield "<h3>Left alone</h3>\n<ul>\n"
        yield from (f"<li>{text(each.text)}</li>\n" for each in rule.good[:_MOST_EXAMPLES])
        yield "</ul>\n"
    if measured is not None:
        yield (
            f"<h3>Measured</h3>\n<p>{measured.precision:.0%} of findings are errors, "
            f"{measured.per_1000:.3g} findings per 1,000 words, on {text(measured.on)} "
            f"({text(measured.when)})</p>\n"
        )
    if rule.link.startswith(("https://", "http://")):
        yield (
            f'<h3>More</h3>\n<p><a href="{text(rule.link)}" rel="noreferrer noopener" '
            f'target="_blank">{text(rule.link)}</a></p>\n'
        )
    yield "</template>\n"


def _bad(example: Bad) -> str:
    shown = text(example.text)
    if example.found:
        before, found, after = example.text.partition(example.found)
        shown = f"{text(before)}<mark>{fault(found)}</mark>{text(after)}"
    fixed = "" if example.fixed is None else f'<span class="fixed">→ {text(example.fixed)}</span>'
    return f"<li>{shown}{fixed}</li>\n"
