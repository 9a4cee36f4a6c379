"""One self-contained page for editors."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import TextIO

from copylint.core.finding import Finding
from copylint.report.base import Outcome, Presentation, Reporter
from copylint.report.page.article_html import article
from copylint.report.visible import safe
from copylint.report.wording import counted, summary


class HtmlReporter(Reporter):
    """The articles that have findings, as set text with notes in the margin."""

    def write(self, outcome: Outcome, out: TextIO, presentation: Presentation) -> None:
        """Write the page."""
        out.writelines(_escaped(part) for part in _page(outcome))


def _page(outcome: Outcome) -> Iterator[str]:
    resources = files("copylint.report.page")
    style = resources.joinpath("page.css").read_text(encoding="utf-8")
    script = resources.joinpath("page.js").read_text(encoding="utf-8")
    # Nothing but this style and this script can run or load, whatever an article holds.
    policy = f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}"
    by_path = {
        path: list(group)
        for path, group in groupby(outcome.findings, key=lambda finding: finding.path)
    }
    title = safe(next(iter(by_path))) if len(by_path) == 1 else counted(outcome.files, "article")
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>copylint: {escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    yield f"<header>\n<h1>copylint</h1>\n<p>{escape(summary(outcome))}</p>\n"
    yield from _filters(outcome)
    yield "</header>\n<main>\n"
    if outcome.failures:
        yield '<section class="failures">\n<h2>Not checked, or not whole</h2>\n<ul>\n'
        yield from (f"<li>{escape(safe(str(each)))}</li>\n" for each in outcome.failures)
        yield "</ul>\n</section>\n"
    if len(by_path) > 1:
        yield from _contents(by_path)
    # A single article is shown without findings too: its figures are worth a look.
    shown = by_path or ({outcome.paths[0]: []} if outcome.files == 1 else {})
    number = 1
    for index, (path, findings) in enumerate(shown.items(), 1):
        yield f'<article id="article-{index}">\n<h2>{escape(safe(path))}</h2>\n'
        yield from article(outcome.library.document(path), findings, number)
        yield "</article>\n"
        number += len(findings)
    yield f"</main>\n<footer>copylint {escape(outcome.version)}</footer>\n"
    yield f"<script>{script}</script>\n</body>\n</html>\n"


def _filters(outcome: Outcome) -> Iterator[str]:
    """Switches for severities and families, and what the keys do."""
    if not outcome.findings:
        return
    families: dict[str, int] = {}
    for finding in outcome.findings:
        family = finding.rule.partition(".")[0]
        families[family] = families.get(family, 0) + 1
    yield '<div class="filters" role="group" aria-label="Show findings">\n'
    for severity, count in outcome.by_severity.items():
        if count:
            yield _switch("severity", severity.label, count)
    for family, count in sorted(families.items()):
        yield _switch("family", safe(family), count)
    yield '</div>\n<p class="keys"><kbd>j</kbd> next finding, <kbd>k</kbd> previous, '
    yield '<kbd>0</kbd> show all. <span id="shown" role="status"></span></p>\n'


def _switch(kind: str, name: str, count: int) -> str:
    return (
        f'<button type="button" aria-pressed="true" data-kind="{kind}" '
        f'data-name="{escape(name)}">{escape(name)} <span>{count:,}</span></button>\n'
    )


def _contents(by_path: dict[str, list[Finding]]) -> Iterator[str]:
    yield '<nav aria-label="Articles">\n<ol>\n'
    for index, (path, findings) in enumerate(by_path.items(), 1):
        link = f'<a href="#article-{index}">{escape(safe(path))}</a>'
        yield f"<li>{link} {counted(len(findings), 'finding')}</li>\n"
    yield "</ol>\n</nav>\n"


def _digest(text: str) -> str:
    """The source expression of Content Security Policy that allows ``text`` and no other."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _escaped(text: str) -> str:
    """``text`` as UTF-8 can carry it."""
    return text.encode("utf-8", "xmlcharrefreplace").decode("utf-8")
