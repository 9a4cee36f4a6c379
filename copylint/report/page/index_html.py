"""The articles of the page, worst first, each under a heading that opens and folds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from posixpath import basename

from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.core.finding import Finding
from copylint.core.rule import Severity
from copylint.report.base import Outcome
from copylint.report.page.article_html import article
from copylint.report.page.embedded_data import PageArticle
from copylint.report.page.plain_text import text
from copylint.report.wording import counted

_LONGEST_HEADLINE = 160


def worst_first(outcome: Outcome) -> list[PageArticle]:
    """The articles that have findings, those with most errors first.

    A single article is listed even without findings: its figures are worth a look.
    """
    by_path: dict[str, list[Finding]] = {}
    for finding in outcome.findings:
        by_path.setdefault(finding.path, []).append(finding)
    if not by_path and outcome.files == 1:
        by_path = {outcome.paths[0]: []}
    ordered = sorted(
        by_path, key=lambda path: ([-n for n in _counts(by_path[path]).values()], path)
    )
    articles, first = [], 1
    for path in ordered:
        findings = by_path[path]
        articles.append(PageArticle(path, outcome.library.digest(path), first, findings))
        first += len(findings)
    return articles


def _counts(findings: Sequence[Finding]) -> dict[Severity, int]:
    counts = Counter(finding.severity for finding in findings)
    return {severity: counts[severity] for severity in sorted(Severity, reverse=True)}


def section(
    number: int,
    each: PageArticle,
    document: Document | None,
    *,
    folded: bool,
    explained: Collection[str],
) -> Iterator[str]:
    """An article; a ``folded`` one is inert until the page's script opens it."""
    name = headline(document) or basename(each.path) or each.path
    state = "false" if folded else "true"
    yield (
        f'<article id="article-{number}" data-article="{number - 1}" data-first="{each.first}" '
        f'data-count="{len(each.findings)}" data-digest="{each.digest}" '
        f'data-path="{text(each.path)}">\n'
    )
    yield (
        f'<h2><button type="button" class="fold" aria-expanded="{state}" '
        f'aria-controls="body-{number}">{text(name)}</button></h2>\n'
    )
    yield '<p class="where">'
    if name != each.path:
        yield f'<span class="path">{text(each.path)}</span>'
    for severity, count in _counts(each.findings).items():
        if count:
            yield (
                f' <span class="count {severity.label}" data-severity="{severity.label}">'
                f"{counted(count, severity.label)}</span>"
            )
    yield ' <span class="progress"></span></p>\n'
    yield f'<div class="body" id="body-{number}"{" hidden" if folded else ""}>'
    yield "<template>\n" if folded else "\n"
    yield from article(document, each.findings, each.first, explained)
    yield "</template>" if folded else ""
    yield "</div>\n</article>\n"


def headline(document: Document | None) -> str:
    """The article's headline on one line, or its first subhead; empty if it has neither."""
    if document is None:
        return ""
    line = document.headline
    if not line:
        subhead = next(document.blocks_of(BlockKind.SUBHEAD), None)
        line = "" if subhead is None else " ".join(document.slice(subhead.span).split())
    return line if len(line) <= _LONGEST_HEADLINE else line[: _LONGEST_HEADLINE - 1] + "…"


def without_findings(outcome: Outcome, shown: Collection[str]) -> Iterator[str]:
    """The names of the other articles, folded."""
    others = [path for path in outcome.paths if path not in shown]
    if not others:
        return
    yield '<details class="clean">\n<summary>'
    yield f"{counted(len(others), 'article')} without findings</summary>\n<ul>\n"
    yield from (f"<li>{text(path)}</li>\n" for path in others)
    yield "</ul>\n</details>\n"
