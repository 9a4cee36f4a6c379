"""JUnit's XML, which every CI server shows: a suite for each file, a case for each finding."""

from __future__ import annotations

from itertools import groupby
from typing import TextIO

from copylint.core.finding import Finding
from copylint.core.rule import Severity
from copylint.report.base import Failure, Outcome, Presentation, Reporter
from copylint.report.visible import safe
from copylint.report.xmltext import HEADER, attribute, content


class JunitReporter(Reporter):
    """A finding is a failed test; a file without findings is one that passed.

    Suggestions are not failures: they go to the output of their file's case.
    """

    def write(self, outcome: Outcome, out: TextIO, presentation: Presentation) -> None:
        """Write all suites."""
        by_path = {
            path: list(group)
            for path, group in groupby(outcome.findings, key=lambda finding: finding.path)
        }
        broken = [each for each in outcome.failures if each.kind != "engine"]
        suites = [_Suite(path, by_path.get(path, [])) for path in outcome.paths]
        tests = sum(suite.tests for suite in suites) + len(broken)
        failures = sum(len(suite.failures) for suite in suites)
        out.write(HEADER)
        out.write(
            f'<testsuites name="copylint" tests="{tests}" failures="{failures}" '
            f'errors="{len(broken)}">\n'
        )
        for suite in suites:
            out.writelines(suite.lines())
        for failure in broken:
            out.writelines(_broken(failure))
        out.write("</testsuites>\n")


class _Suite:
    """One file."""

    def __init__(self, path: str, findings: list[Finding]) -> None:
        self._path = path
        self.failures = [f for f in findings if f.severity > Severity.SUGGESTION]
        self._others = [f for f in findings if f.severity <= Severity.SUGGESTION]
        self.tests = len(self.failures) or 1

    def lines(self) -> list[str]:
        """The suite's elements."""
        name = attribute(self._path)
        cases = [_case(finding) for finding in self.failures]
        if not cases:
            cases = [f'    <testcase name="copylint" classname={name}/>\n']
        output = "".join(f"{_line(finding)}\n" for finding in self._others)
        shown = f"    <system-out>{content(output)}</system-out>\n" if output else ""
        counts = f'tests="{self.tests}" failures="{len(self.failures)}" errors="0" skipped="0"'
        head = f"  <testsuite name={name} {counts}>\n"
        return [head, *cases, shown, "  </testsuite>\n"]


def _case(finding: Finding) -> str:
    where = f"{finding.start.line}:{finding.start.column}"
    name = attribute(f"{finding.rule} at {where}")
    message = attribute(finding.message)
    kind = attribute(finding.rule)
    return (
        f"    <testcase name={name} classname={attribute(finding.path)}>\n"
        f"      <failure message={message} type={kind}>{content(_line(finding))}</failure>\n"
        "    </testcase>\n"
    )


def _line(finding: Finding) -> str:
    where = f"{safe(finding.path)}:{finding.start.line}:{finding.start.column}"
    words = [safe(each) or "delete" for each in finding.replacements[:5]]
    meant = f" ({', '.join(words)})" if words else ""
    severity = finding.severity.label
    return f"{where} {severity} {safe(finding.rule)} {safe(finding.message)}{meant}"


def _broken(failure: Failure) -> list[str]:
    name = attribute(failure.subject)
    message = attribute(failure.message)
    return [
        f'  <testsuite name={name} tests="1" failures="0" errors="1" skipped="0">\n',
        f'    <testcase name="copylint" classname={name}>\n',
        f'      <error message={message} type="{failure.kind}"/>\n',
        "    </testcase>\n",
        "  </testsuite>\n",
    ]
