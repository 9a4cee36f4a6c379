"""A review of a pull request that suggests the safe fixes, for GitHub's API.

The body of "Create a review for a pull request"
(https://docs.github.com/en/rest/pulls/reviews): a comment for each group of lines, with the lines
as they should be in a ``suggestion`` block, which a reviewer applies with a click. Lines are those
of the article as it was checked; whoever posts the review leaves out those that the pull request
does not show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, TextIO

from copylint.core.document import Document
from copylint.core.finding import Finding
from copylint.core.fix import Edit, Safety
from copylint.core.line_index import LineIndex
from copylint.core.record import record
from copylint.fix.apply import Patch
from copylint.report.base import Library, Outcome, Presentation, Reporter
from copylint.report.finding_record import to_json
from copylint.report.markdown_text import MARKER, text
from copylint.report.visible import revealed, safe
from copylint.report.wording import counted

_TICKS = re.compile("`+")
_LINE_END = re.compile(r"\r\n|\n|\r")


class ReviewReporter(Reporter):
    """One review; without a safe fix it has no comments."""

    def write(self, outcome: Outcome, out: TextIO, presentation: Presentation) -> None:
        """Write the body of the request, indented."""
        comments = [
            comment
            for path, group in groupby(outcome.findings, key=lambda finding: finding.path)
            for comment in _comments(path, list(group), outcome.library)
        ]
        body = f"{MARKER}\ncopylint suggests {counted(len(comments), 'correction')}."
        review = {"event": "COMMENT", "body": body, "comments": comments}
        out.write(to_json(review, indent=2) + "\n")


@record
class _Change:
    """The edits of a finding, and the 1-based lines that they touch."""

    finding: Finding
    edits: tuple[Edit, ...]
    first: int
    last: int


def _comments(path: str, findings: Iterable[Finding], library: Library) -> Iterator[dict[str, Any]]:
    fixable = [each for each in findings if _edits(each)]
    document = library.document(path) if fixable else None
    # The parts of a package have no lines that a reviewer sees.
    if document is None or document.parts:
        return
    lines = LineIndex(document.source)
    for group in _groups(_change(each, lines) for each in fixable):
        yield _comment(path, group, document, lines)


def _edits(finding: Finding) -> tuple[Edit, ...]:
    """The edits of the safe fix; none if there is none."""
    for fix in finding.fixes:
        if fix.safety is Safety.SAFE and not any(edit.part_start for edit in fix.edits):
            return fix.edits
    return ()


def _change(finding: Finding, lines: LineIndex) -> _Change:
    edits = _edits(finding)
    first = lines.place(edits[0].span.start).line
    return _Change(finding, edits, first, lines.place(edits[-1].span.end).line)


def _groups(changes: Iterable[_Change]) -> Iterator[list[_Change]]:
    """Groups of changes that touch the same lines: two suggestions for them would conflict.

    A change that overlaps an earlier one is left out.
    """
    group: list[_Change] = []
    last = 0
    for change in sorted(changes, key=lambda each: (each.first, each.edits[0].span)):
        if group and change.first > last:
            yield group
            group = []
        try:
            Patch(edit for each in (*group, change) for edit in each.edits)
        except ValueError:
            continue
        group.append(change)
        last = max(last, change.last) if len(group) > 1 else change.last
    if group:
        yield group


def _comment(
    path: str, group: list[_Change], document: Document, lines: LineIndex
) -> dict[str, Any]:
    first, last = min(each.first for each in group), max(each.last for each in group)
    start, end = lines.line_start(first), lines.line_end(last)
    patched = Patch(edit for each in group for edit in each.edits).apply(document.source)
    # The text after the lines is unchanged.
    new = patched[start : len(patched) - (len(document.source) - end)]
    place: dict[str, Any] = {"path": path, "line": last, "side": "RIGHT"}
    if first != last:
        place |= {"start_line": first, "start_side": "RIGHT"}
    notes = "".join(f"- {_told(each.finding)}\n" for each in group)
    return {**place, "body": f"{notes}\n{_suggestion(new)}"}


def _told(finding: Finding) -> str:
    return f"{text(revealed(finding.message))} ({text(safe(finding.rule))})"


def _suggestion(new: str) -> str:
    """A block of code whose fence nothing in ``new`` can close."""
    longest = max(map(len, _TICKS.findall(new)), default=0)
    fence = "`" * max(3, longest + 1)
    found = _LINE_END.split(new)
    if not found[-1]:
        found.pop()  # the end of the last line; without any, the lines are deleted
    lines = "".join(f"{line}\n" for line in found)
    return f"{fence}suggestion\n{lines}{fence}"
