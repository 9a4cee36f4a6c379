"""The report with one line per finding, in the style of compilers, and a summary line."""

from __future__ import annotations

from typing import TextIO

from copylint.report.base import Outcome, Presentation, Reporter
from copylint.report.finding_line import one_line
from copylint.report.wording import summary


class ConciseReporter(Reporter):
    """``path:line:column severity rule message``; long lines are left to the terminal to wrap."""

    for_people = True

    def write(self, outcome: Outcome, out: TextIO, presentation: Presentation) -> None:
        """Write every finding and, unless quiet, a summary."""
        out.writelines(one_line(each, presentation.painter) + "\n" for each in outcome.findings)
        if not presentation.quiet:
            out.write(summary(outcome) + "\n")
