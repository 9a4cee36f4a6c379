"""Formats for programs: schemas, fields, limits, and places in the units that each asks for."""

from __future__ import annotations

import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint import Config
from copylint.core.document import Document
from copylint.core.finding import Finding
from copylint.core.finding_fingerprint import fingerprints
from copylint.core.line_index import Position
from copylint.core.rule import Rule, Severity
from copylint.core.span import SourceSpan
from copylint.report.base import Failure, Library, Outcome, Presentation
from copylint.report.formats.sarif import uri_of
from copylint.report.lookup import reporter
from copylint.report.markdown_text import text
from copylint.runner.document_reader import read_document
from copylint.runner.pipeline import run
from copylint.runner.result import Input

SCHEMA = json.loads(
    (Path(__file__).parent / "data" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
)
FERRY = (
    "The night ferry\n\nThe the ferry 🎪 left at noon.\r\nIt was ful of lorries ,and the the crew"
    " said 🎪🎪 it was ful.\n"
)


class Shelf(Library):
    """A library of the articles that a test wrote."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = texts

    def rule(self, rule_id: str) -> Rule | None:
        from copylint.runner.rules import all_rules

        return all_rules().get(rule_id)

    def document(self, path: str) -> Document | None:
        return read_document(path, self._texts[path]) if path in self._texts else None


def checked(texts: dict[str, str], failures: tuple[Failure, ...] = ()) -> Outcome:
    result = run([Input(path, text=text) for path, text in texts.items()], Config(), jobs=1)
    return Outcome(
        findings=tuple(sorted(result.findings, key=lambda finding: finding.sort_key)),
        failures=failures,
        paths=tuple(texts),
        words=result.words,
        version="1.2.3",
        library=Shelf(texts),
    )


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    found = checked({"desk/ferry.txt": FERRY, "desk/fair.md": "A fair copy.\n"})
    assert len(found.findings) > 3
    return found


def written(name: str, what: Outcome) -> str:
    out = io.StringIO()
    reporter(name).write(what, out, Presentation())
    return out.getvalue()


def with_findings(what: Outcome, findings: Sequence[Finding]) -> Outcome:
    return replace(what, findings=tuple(findings))


def test_sarif_meets_its_schema(outcome: Outcome) -> None:
    failures = (
        Failure("input", "gone.txt", "there is no such file"),
        Failure("engine", "languagetool", "is not installed"),
    )
    log = json.loads(written("sarif", replace(outcome, failures=failures)))
    jsonschema.validate(log, SCHEMA)
    (one,) = log["runs"]
    assert one["invocations"][0]["executionSuccessful"] is False
    ids = [rule["id"] for rule in one["tool"]["driver"]["rules"]]
    for finding, result in zip(outcome.findings, one["results"], strict=True):
        assert ids[result["ruleIndex"]] == result["ruleId"] == finding.rule
        region = result["locations"][0]["physicalLocation"]["region"]
        start = region["charOffset"]
        assert FERRY[start : start + region["charLength"]] == region["snippet"]["text"]
    assert len({r["partialFingerprints"]["copylint/v1"] for r in one["results"]}) == len(
        ids_of(one)
    )


def test_sarif_links_a_rule_to_its_page(outcome: Outcome) -> None:
    class Published(Shelf):
        def page(self, rule_id: str) -> str:
            return f"https://example.org/{rule_id}/" if rule_id == "duplicates.word" else ""

    def links(library: Library) -> set[str | None]:
        log = json.loads(written("sarif", replace(outcome, library=library)))
        jsonschema.validate(log, SCHEMA)
        return {rule.get("helpUri") for rule in log["runs"][0]["tool"]["driver"]["rules"]}

    assert links(Shelf({})) == {None}
    assert links(Published({})) == {None, "https://example.org/duplicates.word/"}


def test_sarif_says_what_a_rule_is_for_and_where_to_read_more(outcome: Outcome) -> None:
    class Published(Shelf):
        def home(self) -> str:
            return "https://example.org"

    drivers = []
    for library in (Shelf({}), Published({})):
        log = json.loads(written("sarif", replace(outcome, library=library)))
        jsonschema.validate(log, SCHEMA)
        drivers.append(log["runs"][0]["tool"]["driver"])
    assert [each.get("informationUri") for each in drivers] == [None, "https://example.org"]
    (rule,) = (each for each in drivers[0]["rules"] if each["id"] == "duplicates.word")
    markdown = rule["help"]["markdown"]
    for heading in ("Reported:\n\n> ", "Corrected:\n\n> ", "Left alone:\n\n> "):
        assert heading in markdown


def ids_of(one: dict[str, Any]) -> list[str]:
    return [result["ruleId"] for result in one["results"]]


def test_sarif_fixes_apply_to_the_source(outcome: Outcome) -> None:
    (one,) = json.loads(written("sarif", outcome))["runs"]
    fixed = [result for result in one["results"] if result.get("fixes")]
    assert fixed
    for result, finding in zip(one["results"], outcome.findings, strict=True):
        for fix, replacement in zip(result.get("fixes", ()), finding.replacements, strict=False):
            source = FERRY
            for change in reversed(fix["artifactChanges"][0]["replacements"]):
                region = change["deletedRegion"]
                start, length = region["charOffset"], region["charLength"]
                assert source_place(start) == (region["startLine"], region["startColumn"])
                assert source_place(start + length) == (region["endLine"], region["endColumn"])
                inserted = change["insertedContent"]["text"]
                source = source[:start] + inserted + source[start + length :]
            if replacement:
                assert replacement in source


def source_place(offset: int) -> tuple[int, int]:
    place = read_document("a.txt", FERRY).lines.place(offset)
    return place.line, place.column


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("desk/a b.txt", "desk/a%20b.txt"),
        ("desk/50%:é.txt", "desk/50%25%3A%C3%A9.txt"),
        ("/srv/desk/a.txt", "file:///srv/desk/a.txt"),
        ("<stdin>", "%3Cstdin%3E"),
        ("../a.txt", "../a.txt"),
    ],
)
def test_sarif_paths_are_uri_references(path: str, uri: str) -> None:
    assert uri_of(path) == uri


def test_gitlab_fields(outcome: Outcome) -> None:
    here = with_findings(outcome, [replace(f, path=f"./{f.path}") for f in outcome.findings])
    records = json.loads(written("gitlab", here))
    assert len({record["fingerprint"] for record in records}) == len(outcome.findings)
    for record in records:
        assert record["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert record["location"]["path"] == "desk/ferry.txt"
        assert record["location"]["lines"]["begin"] >= 1
        assert {"description", "check_name", "fingerprint"} <= set(record)


def test_reviewdog_counts_bytes(outcome: Outcome) -> None:
    result = json.loads(written("rdjson", outcome))
    lines = FERRY.replace("\r\n", "\n").split("\n")
    for finding, diagnostic in zip(outcome.findings, result["diagnostics"], strict=True):
        start, end = (diagnostic["location"]["range"][key] for key in ("start", "end"))
        if start["line"] == end["line"]:
            line = lines[start["line"] - 1].encode()
            assert line[start["column"] - 1 : end["column"] - 1].decode() == finding.text
        assert diagnostic["severity"] in {"ERROR", "WARNING", "INFO"}
    for diagnostic in result["diagnostics"]:
        for suggestion in diagnostic["suggestions"]:
            assert set(suggestion) == {"range", "text"}
    by_line = [json.loads(line) for line in written("rdjsonl", outcome).splitlines()]
    assert [{**each, "source": result["source"]} for each in result["diagnostics"]] == by_line


def test_reviewdog_bytes_in_a_line_that_is_cut() -> None:
    text = "Emoji 🎪 and " * 200 + "the the end.\n"
    found = checked({"a.txt": text})
    (finding,) = (f for f in found.findings if f.rule == "duplicates.word")
    assert finding.line_cut
    for library, expected in ((found.library, text.index("the the")), (Library(), None)):
        what = replace(with_findings(found, [finding]), library=library)
        (diagnostic,) = json.loads(written("rdjson", what))["diagnostics"]
        start = diagnostic["location"]["range"]["start"]
        if expected is None:
            assert start == {"line": 1}
        else:
            assert start["column"] == len(text[:expected].encode()) + 1


def test_github_keeps_to_ten_annotations_of_a_kind(outcome: Outcome) -> None:
    (first, *_) = outcome.findings
    many = [
        replace(first, severity=severity, path="::add-mask::x.md")
        for severity in Severity
        for _ in range(12)
    ]
    lines = written("github", with_findings(outcome, many)).splitlines()
    for command in ("error", "warning", "notice"):
        assert sum(line.startswith(f"::{command} ") for line in lines) == 10
    # GitHub reads a command wherever a line begins with its sign.
    rest = [line for line in lines if not line.startswith(("::error ", "::warning ", "::notice "))]
    assert len(rest) == 7
    assert rest[-1].startswith("36 findings in ")
    assert not any(line.lstrip().startswith("::") for line in rest)
    assert "file=%3A%3Aadd-mask%3A%3Ax.md," in lines[0]


def test_github_escapes_what_would_end_a_command(outcome: Outcome) -> None:
    odd = replace(outcome.findings[0], message="50% off\r\n::error::now", path="a,b:c.txt")
    (line, _) = written("github", with_findings(outcome, [odd])).splitlines()
    assert line.startswith("::") and "file=a%2Cb%3Ac.txt," in line
    assert line.split("::", 2)[2].startswith("50%25 off")


def test_markdown_in_copy_is_escaped() -> None:
    odd = "@desk #12 <img src=x> [a](https://a.example) `b` **c** www.a.example"
    assert text(odd) == (
        "&#64;\u200bdesk \\#12 &lt;img src=x&gt; \\[a\\](https&#58;//a.example) \\`b\\` "
        "\\*\\*c\\*\\* www&#46;a.example"
    )


def test_markdown_fits_into_a_comment(outcome: Outcome) -> None:
    many = with_findings(outcome, outcome.findings * 400)
    comment = written("markdown", many)
    assert len(comment) <= 65_000
    assert "more findings, too many for a comment" in comment
    assert comment.count("<details>") == comment.count("</details>") == 1


def test_github_summary_is_the_same_comment(outcome: Outcome) -> None:
    assert reporter("github").appendix(outcome) == written("markdown", outcome)
    assert reporter("text").appendix(outcome) == ""


def test_junit_counts_add_up(outcome: Outcome) -> None:
    failures = (Failure("input", "gone.txt", "there is no such file"),)
    root = ET.fromstring(written("junit", replace(outcome, failures=failures)))
    assert root.tag == "testsuites"
    assert not any("time" in each.attrib for each in root.iter())  # no case was timed
    suites = root.findall("testsuite")
    assert [suite.get("name") for suite in suites] == ["desk/ferry.txt", "desk/fair.md", "gone.txt"]
    for name in ("tests", "failures", "errors"):
        assert int(root.get(name, "")) == sum(int(suite.get(name, "")) for suite in suites)
    for suite in suites:
        cases = suite.findall("testcase")
        assert len(cases) == int(suite.get("tests", ""))
        assert len(suite.findall("testcase/failure")) == int(suite.get("failures", ""))
        assert len(suite.findall("testcase/error")) == int(suite.get("errors", ""))
        assert all(case.get("name") and case.get("classname") for case in cases)
    warnings = [f for f in outcome.findings if f.severity > Severity.SUGGESTION]
    assert int(root.get("failures", "")) == len(warnings)


def test_checkstyle_report(outcome: Outcome) -> None:
    failures = (Failure("input", "gone.txt", "there is no such file"),)
    root = ET.fromstring(written("checkstyle", replace(outcome, failures=failures)))
    assert root.tag == "checkstyle" and root.get("version")
    assert [each.get("name") for each in root] == ["desk/ferry.txt", "gone.txt"]
    for error, finding in zip(root.findall("file/error"), outcome.findings, strict=False):
        assert error.get("severity") in {"error", "warning", "info"}
        assert error.get("line") == str(finding.start.line)
        assert error.get("column") == str(finding.start.column)
        assert error.get("source") == f"copylint.{finding.rule}"


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_xml_and_json_hold_any_text(odd: str) -> None:
    finding = Finding(
        path=odd,
        span=SourceSpan(0, len(odd)),
        rule="spelling.slip",
        severity=Severity.ERROR,
        message=odd,
        start=Position(1, 1),
        end=Position(1, 1 + len(odd)),
        text=odd,
        line_text=odd,
        replacements=(odd,),
    )
    what = Outcome((finding,), (Failure("input", odd, odd),), (odd,), 1, "1.2.3")
    for name in ("junit", "checkstyle"):
        ET.fromstring(written(name, what).encode("utf-8", "backslashreplace"))
    for name in ("sarif", "gitlab", "rdjson"):
        json.loads(written(name, what).encode())
    jsonschema.validate(json.loads(written("sarif", what)), SCHEMA)
    assert written("github", what).count("\n") == 2


def test_fingerprints_survive_edits_above() -> None:
    before = checked({"a.txt": "The the mill burned.\n\nIt was ful, and the the crew left.\n"})
    after = checked(
        {"a.txt": "New line here.\n\nThe the mill burned.\n\nIt was ful, and the the crew left.\n"}
    )
    assert list(fingerprints(before.findings)) == list(fingerprints(after.findings))
    twice = [*before.findings, *before.findings]
    assert len(set(fingerprints(twice))) == len(twice)
