"""What the page's script knows about findings, as JSON: all that a decision must state."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Any

from copylint.core.finding import Finding
from copylint.core.fix import title_for
from copylint.core.record import record
from copylint.report.finding_record import finding_record, to_json

#: The version of the decisions that the page saves: see docs/review.md.
DECISIONS_VERSION = 1

_FIELDS = ("rule", "part", "start", "end", "text")


@record
class PageArticle:
    """An article as the page has it: its findings are numbered from ``first``.

    ``digest`` is the SHA-256 of its bytes, empty if it cannot be read again.
    """

    path: str
    digest: str
    first: int
    findings: Sequence[Finding]


def embedded(version: str, articles: Iterable[PageArticle]) -> str:
    """JSON that can be put into a ``<script>``: nothing in it ends that or begins a comment."""
    value = {
        "version": DECISIONS_VERSION,
        "copylint": version,
        "articles": [_article(each) for each in articles],
    }
    return to_json(value).replace("<", "\\u003c").replace(">", "\\u003e")


def _article(article: PageArticle) -> dict[str, Any]:
    return {
        "path": article.path,
        "entry": _baseline_path(article.path),
        "sha256": article.digest,
        "first": article.first,
        "findings": [_finding(each) for each in article.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    full = finding_record(finding)
    titles = {title_for(each): each for each in finding.replacements}
    return {
        **{name: full[name] for name in _FIELDS},
        "sentence": finding.sentence,
        "fixes": [
            {"replacement": titles.get(fix["title"], fix["title"]), "edits": fix["edits"]}
            for fix in full["fixes"]
        ],
    }


def _baseline_path(path: str) -> str:
    """The path as a baseline in the current folder has it."""
    try:
        return os.path.relpath(path).replace(os.sep, "/")
    except ValueError:  # on another drive
        return path.replace(os.sep, "/")
