"""What a trial prints, and the reading sheet that it writes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from copylint import __version__

if TYPE_CHECKING:
    from copylint.core.finding import Finding
    from copylint.runner.trial import TrialOutcome

_MOST_TEXTS = 10
_AROUND = 40


def write_sheet(path: str, name: str, archive: str, outcome: TrialOutcome) -> None:
    """Write the sample of a trial as a reading sheet. Raises ``OSError``."""
    from copylint.core.safe_read import read_file
    from copylint.report.reading.sheet_html import ReadingSheet, sheet_html
    from copylint.runner.safe_write import put

    sheet = ReadingSheet(
        __version__,
        name,
        archive,
        outcome.articles,
        outcome.words,
        dict(outcome.rules),
        outcome.sample,
    )
    page = "".join(sheet_html(sheet)).encode("utf-8", "xmlcharrefreplace")
    old = read_file(path, max(1, os.stat(path).st_size)) if Path(path).exists() else None  # noqa: PTH116
    put(path, old, page)


def report_lines(name: str, outcome: TrialOutcome, *, show: bool) -> Iterator[str]:
    """The lines of a trial; the sample is among them if it is to be shown."""
    from copylint.report.wording import counted

    found, words = counted(outcome.findings, "finding"), counted(outcome.words, "word")
    yield (
        f"{name}: {found} in {outcome.hit:,} of {counted(outcome.articles, 'article')} "
        f"({words}; {outcome.per_1000:.3g} per 1,000 words)"
    )
    if not outcome.findings:
        return
    if len(outcome.rules) > 1:
        yield ""
        yield from _table(outcome.rules.items(), "rules")
    yield ""
    yield from _table(outcome.texts.items(), "texts")
    if show and outcome.sample:
        yield ""
        yield from map(_in_place, outcome.sample)


def _table(counts: Iterable[tuple[str, int]], what: str) -> Iterator[str]:
    """The most frequent of ``counts``, and how many others there are."""
    rows = sorted(counts, key=lambda pair: (-pair[1], pair[0]))
    for text, count in rows[:_MOST_TEXTS]:
        yield f"{count:>7,}  {_shown(text)}"
    if len(rows) > _MOST_TEXTS:
        yield f"{'':>7}  and {len(rows) - _MOST_TEXTS:,} other {what}"


def _in_place(finding: Finding) -> str:
    line = finding.line_text
    start = finding.start.column - 1 - finding.line_cut
    end = start + len(finding.text)
    before, after = line[max(0, start - _AROUND) : start], line[end : end + _AROUND]
    lead = "…" if start > _AROUND else ""
    tail = "…" if end + _AROUND < len(line) else ""
    where = f"{finding.path}:{finding.start.line}:{finding.start.column}"
    return _shown(f"{where} {lead}{before}[{finding.text}]{after}{tail}")


def _shown(text: str) -> str:
    from copylint.report.visible import safe

    return safe(text.replace("\n", " "))
