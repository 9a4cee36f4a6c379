"""Annotations on a pull request, by GitHub's workflow commands, and a summary of the job.

Commands and their escapes as in GitHub's documentation of "Workflow commands for GitHub
Actions". A step may leave ten annotations of each kind, so the first of each kind are
commands, in the order of their places, and the rest plain lines of the log.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar, TextIO

from copylint.core.finding import Finding
from copylint.core.rule import Severity
from copylint.report.base import Outcome, Presentation, Reporter
from copylint.report.build_log import broken
from copylint.report.markdown_text import comment
from copylint.report.visible import revealed, safe
from copylint.report.wording import place, summary

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}
_MOST = 10
# The summary of a step may have a mebibyte.
_LARGEST_SUMMARY = 1_000_000


class GithubReporter(Reporter):
    """Commands, plain lines, and the same as Markdown for the job's summary."""

    is_commands: ClassVar[bool] = True
    appends_to: ClassVar[str] = "GITHUB_STEP_SUMMARY"

    def write(self, outcome: Outcome, out: TextIO, presentation: Presentation) -> None:
        """Write a line per finding and one about the whole run."""
        used: Counter[Severity] = Counter()
        for finding in outcome.findings:
            used[finding.severity] += 1
            if used[finding.severity] <= _MOST:
                out.write(broken(_command(finding), own=True) + "\n")
            else:
                # A line must not begin with a path, which could look like a command.
                severity = finding.severity.label
                message = f"{severity} {safe(finding.rule)} {safe(finding.message)}"
                out.write(broken(f"- {place(finding)} {message}") + "\n")
        out.write(f"{summary(outcome)}\n")

    def appendix(self, outcome: Outcome) -> str:
        """The summary of the job."""
        return comment(outcome, _LARGEST_SUMMARY)


def _command(finding: Finding) -> str:
    fields = {
        "file": finding.path,
        "line": finding.start.line,
        "endLine": finding.end.line,
        # GitHub rejects columns for a finding over several lines.
        **(
            {"col": finding.start.column, "endColumn": max(finding.end.column, 1)}
            if finding.start.line == finding.end.line
            else {}
        ),
        "title": f"copylint: {finding.rule}",
    }
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in fields.items())
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(_message(finding))}"


def _message(finding: Finding) -> str:
    return " ".join(_parts(finding))


def _parts(finding: Finding) -> Iterator[str]:
    yield safe(finding.message)
    if finding.replacements and finding.replacements[0] not in finding.message:
        yield f"Suggestion: {revealed(finding.replacements[0])}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    # A path of undecodable bytes has lone surrogates, which no log can carry.
    text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return _data(text).replace(":", "%3A").replace(",", "%2C")
