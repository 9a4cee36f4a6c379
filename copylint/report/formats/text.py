"""The report for people: findings by file, each with what explains it, and what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TextIO

from copylint.core.finding import Finding
from copylint.report.base import Outcome, Presentation, Reporter
from copylint.report.finding_line import one_line
from copylint.report.finding_rows import columns, rows
from copylint.report.next_steps import closing
from copylint.report.paint import OutputRole
from copylint.report.visible import safe
from copylint.report.wrapping import cell_width, cut, wrapped

# A headline goes beside its path only if it has at least this many cells there.
_HEADLINE_ROOM = 24


class TextReporter(Reporter):
    """Findings under the path of their file."""

    for_people = True
    shows_fixable = True

    def write(self, outcome: Outcome, out: TextIO, presentation: Presentation) -> None:
        """Write findings by file and a summary; if quiet, only a line per finding."""
        if presentation.quiet:
            out.writelines(one_line(each, presentation.painter) + "\n" for each in outcome.findings)
            return
        for (path, part), members in groupby(outcome.findings, key=_place):
            heading = file_heading(path, part, outcome.headlines.get(path, ""), presentation)
            out.writelines(line + "\n" for line in heading)
            out.writelines(line + "\n" for line in _group(list(members), outcome, presentation))
            out.write("\n")
        out.writelines(line + "\n" for line in closing(outcome, presentation))


def file_heading(path: str, part: str, headline: str, presentation: Presentation) -> list[str]:
    """The lines above the findings of a file: its path and, if it has one, its headline."""
    name = safe(path) + (f"[{safe(part)}]" if part else "")
    shown = presentation.painter.paint(name, OutputRole.STRONG)
    headline = safe(" ".join(headline.split()))
    if not headline:
        return [shown]
    room = presentation.width - cell_width(name) - 2
    if room >= min(_HEADLINE_ROOM, cell_width(headline)):
        return [f"{shown}  {cut(headline, room)}"]
    return [shown, f"  {cut(headline, presentation.width - 2)}"]


def _place(finding: Finding) -> tuple[str, str]:
    """The file that a finding is in, and the part in which its lines are counted."""
    return finding.path, "" if finding.part_start else finding.part


def _group(
    findings: Sequence[Finding], outcome: Outcome, presentation: Presentation
) -> Iterator[str]:
    """The rows of a file, a blank line after each but the last, and what is left out."""
    painter, fixable = presentation.painter, outcome.fixable
    shown, left_out = _most_of_each_rule(findings, presentation.most_of_rule)
    look = columns(shown, presentation.width)
    for number, finding in enumerate(shown):
        if number:
            yield ""
        marked = fixable is not None and fixable.marks(finding)
        yield from rows(finding, look, painter, marked=marked)
    if left_out:
        told = ", ".join(f"{count:,} more of {safe(rule)}" for rule, count in left_out.items())
        yield ""
        for line in wrapped(f"and {told}; --all shows them", presentation.width - 2):
            yield "  " + painter.paint(line, OutputRole.FAINT)


def _most_of_each_rule(
    findings: Sequence[Finding], most: int
) -> tuple[Sequence[Finding], dict[str, int]]:
    """The first ``most`` of each rule (0: all), and how many more each has."""
    counts = Counter(finding.rule for finding in findings)
    left_out = {rule: count - most for rule, count in counts.items() if most and count > most}
    if not left_out:
        return findings, {}
    seen: Counter[str] = Counter()
    shown = []
    for finding in findings:
        seen[finding.rule] += 1
        if seen[finding.rule] <= most:
            shown.append(finding)
    return shown, left_out
