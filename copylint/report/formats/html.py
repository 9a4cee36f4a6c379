"""One self-contained page for editors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TextIO

from copylint.report.base import Outcome, Presentation, Reporter
from copylint.report.page import assets
from copylint.report.page.embedded_data import embedded
from copylint.report.page.index_html import section, without_findings, worst_first
from copylint.report.page.plain_text import text
from copylint.report.page.quotations_html import quotation_table
from copylint.report.page.rule_html import explanation
from copylint.report.page.tools_html import PARTS, masthead, tools
from copylint.report.visible import safe
from copylint.report.wording import counted


class HtmlReporter(Reporter):
    """The articles that have findings, as set text with notes in the margin."""

    def write(self, outcome: Outcome, out: TextIO, presentation: Presentation) -> None:
        """Write the page."""
        out.writelines(_escaped(part) for part in _page(outcome))


def _page(outcome: Outcome) -> Iterator[str]:
    library = outcome.library
    articles = worst_first(outcome)
    rules = [rule for name, _ in sorted(outcome.by_rule) if (rule := library.rule(name))]
    explained = {rule.id for rule in rules}
    title = articles[0].path if len(articles) == 1 else counted(outcome.files, "article")
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(assets.policy())}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="referrer" content="no-referrer">\n'
    yield f"<title>copylint: {text(title)}</title>\n<style>{assets.style()}</style>\n"
    yield "</head>\n<body>\n"
    yield from masthead(outcome, articles)
    yield from tools(outcome, articles)
    yield "<main>\n"
    if outcome.findings:
        yield "<noscript><p>This page needs JavaScript to open articles.</p></noscript>\n"
    yield from _listed("Not checked, or not whole", map(str, outcome.failures))
    yield from _listed("Left out or ignored", outcome.notes)
    yield '<div id="articles">\n'
    for number, each in enumerate(articles, 1):
        document = library.document(each.path)
        folded = len(articles) > 1
        yield from section(number, each, document, folded=folded, explained=explained)
    yield "</div>\n"
    for path in outcome.paths:
        rows = library.quotations(path)
        if rows:
            yield from quotation_table(path, rows)
    yield '<p id="none" hidden>No article matches.</p>\n'
    yield from without_findings(outcome, {each.path for each in articles})
    yield f"</main>\n<footer>copylint {escape(outcome.version)}</footer>\n"
    for rule in rules:
        yield from explanation(rule, library.measured(rule.id))
    yield PARTS
    data = embedded(outcome.version, articles)
    yield f'<script type="application/json" id="data">{data}</script>\n'
    yield f"<script>{assets.script()}</script>\n</body>\n</html>\n"


def _listed(title: str, items: Iterable[str]) -> Iterator[str]:
    lines = [f"<li>{escape(safe(each))}</li>\n" for each in items]
    if lines:
        yield f'<section class="failures">\n<h2>{title}</h2>\n<ul>\n'
        yield from lines
        yield "</ul>\n</section>\n"


def _escaped(part: str) -> str:
    """``part`` in a form that UTF-8 can carry."""
    return part.encode("utf-8", "xmlcharrefreplace").decode("utf-8")
