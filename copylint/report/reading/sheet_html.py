"""The reading sheet: one page with findings to judge, that works offline and asks for nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from copylint.core.finding import Finding
from copylint.core.record import record
from copylint.report.finding_record import to_json
from copylint.report.page.assets import allowed
from copylint.report.page.plain_text import proposal, text

#: The version of the verdicts that a sheet saves: see docs/guides/trial.md.
SHEET_VERSION = 1
# The code points of the article that are shown on either side of a finding.
_AROUND = 240


@record
class ReadingSheet:
    """What a sheet shows: findings, and what they were drawn from.

    ``trial`` is what was tried and ``archive`` what it was tried on, as the user named them.
    ``rules`` counts all findings by rule, in ``articles`` articles of ``words`` words together.
    """

    version: str
    trial: str
    archive: str
    articles: int
    words: int
    rules: Mapping[str, int]
    findings: Sequence[Finding]


def sheet_html(sheet: ReadingSheet) -> Iterator[str]:
    """The page, in parts."""
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(_policy())}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="referrer" content="no-referrer">\n'
    yield f"<title>copylint: {text(sheet.trial)}</title>\n<style>{_style()}</style>\n"
    yield f"</head>\n<body>\n<header>\n<h1>{text(sheet.trial)}</h1>\n"
    yield (
        f"<p>{len(sheet.findings):,} of {sum(sheet.rules.values()):,} findings in "
        f"{text(sheet.archive)}. Is each one an error that an editor would mend?</p>\n"
    )
    yield '<p role="status" id="progress"></p>\n<p id="kept"></p>\n'
    yield '<p class="tools"><button type="button" id="save">Save verdicts</button> '
    yield '<button type="button" id="clear">Start again</button></p>\n'
    yield '<p class="keys"><kbd>y</kbd> right, <kbd>n</kbd> wrong, <kbd>u</kbd> undo, '
    yield "<kbd>j</kbd> next, <kbd>k</kbd> previous</p>\n</header>\n<main>\n"
    yield "<noscript><p>This page needs JavaScript to keep verdicts.</p></noscript>\n<ol>\n"
    for number, finding in enumerate(sheet.findings):
        yield from _item(number, finding)
    yield f"</ol>\n</main>\n<footer>copylint {escape(sheet.version)}</footer>\n"
    yield f'<script type="application/json" id="data">{_data(sheet)}</script>\n'
    yield f"<script>{_script()}</script>\n</body>\n</html>\n"


def _item(number: int, finding: Finding) -> Iterator[str]:
    line = finding.line_text
    start = min(max(0, finding.start.column - 1 - finding.line_cut), len(line))
    end = min(start + len(finding.text), len(line))
    before, after = line[max(0, start - _AROUND) : start], line[end : end + _AROUND]
    lead, tail = "…" * (start > _AROUND), "…" * (end + _AROUND < len(line))
    yield f'<li tabindex="-1" data-number="{number}">\n<p class="where">'
    yield f"{text(finding.path)}:{finding.start.line}:{finding.start.column} "
    yield f"<code>{text(finding.rule)}</code></p>\n<blockquote>{lead}{text(before)}"
    yield f"<mark>{text(line[start:end]) or '∅'}</mark>{text(after)}{tail}</blockquote>\n"
    yield f'<p class="message">{text(finding.message)}'
    if finding.replacements:
        yield f" <ins>{proposal(finding.replacements[0])}</ins>"
    yield '</p>\n<p class="verdict"><button type="button" data-verdict="right">Right</button> '
    yield '<button type="button" data-verdict="wrong">Wrong</button></p>\n</li>\n'


def _data(sheet: ReadingSheet) -> str:
    """JSON that can be put into a ``<script>``: nothing in it ends that or begins a comment."""
    about: dict[str, Any] = {
        "version": SHEET_VERSION,
        "copylint": sheet.version,
        "trial": sheet.trial,
        "archive": sheet.archive,
        "articles": sheet.articles,
        "words": sheet.words,
        "rules": dict(sorted(sheet.rules.items())),
        "findings": [
            {
                "rule": each.rule,
                "path": each.path,
                "line": each.start.line,
                "column": each.start.column,
                "text": each.text,
                "sentence": each.sentence,
            }
            for each in sheet.findings
        ],
    }
    # Verdicts are kept for these findings and no others.
    about["digest"] = hashlib.sha256(to_json(about).encode("utf-8", "replace")).hexdigest()
    return to_json(about).replace("<", "\\u003c").replace(">", "\\u003e")


def _policy() -> str:
    """A Content Security Policy: nothing but this style and script can run or load."""
    return (
        f"default-src 'none'; style-src {allowed(_style())}; script-src {allowed(_script())}; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def _style() -> str:
    colours = files("copylint.report.page").joinpath("css", "colours.css")
    return "\n" + colours.read_text(encoding="utf-8") + _read("css", "sheet.css")


@cache
def _script() -> str:
    return f'\n"use strict";\n{{\n{_read("js", "sheet.js")}}}\n'


def _read(folder: str, name: str) -> str:
    return files("copylint.report.reading").joinpath(folder, name).read_text(encoding="utf-8")
