"""Output formats: found by walking, one schema, any text."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from copylint.core.finding import Finding, Related
from copylint.core.fix import Edit, Fix, Safety
from copylint.core.line_index import Position
from copylint.core.rule import Severity
from copylint.core.span import SourceSpan
from copylint.report.base import Failure, Outcome, Presentation
from copylint.report.lookup import format_names, reporter
from copylint.report.paint import ColourPainter
from copylint.report.wording import summary

FINDING = Finding(
    path="desk/a.txt",
    span=SourceSpan(7, 10),
    rule="spelling.slip",
    severity=Severity.ERROR,
    message="'teh' is not a word; did you mean 'the'?",
    start=Position(1, 8),
    end=Position(1, 11),
    text="teh",
    line_text="We met teh mayor.",
    replacements=("the", "tea", "ten", "tech", "meh", "eh"),
    fixes=(
        Fix((Edit(SourceSpan(8, 10), "he"),), Safety.UNSAFE, "Replace with 'the'"),
        Fix((Edit(SourceSpan(9, 10), "a"),), Safety.UNSAFE, "Replace with 'tea'"),
    ),
    related=(Related(SourceSpan(30, 33), Position(3, 1), Position(3, 4), "The", "right here"),),
)
KEYS = [
    "path", "part", "rule", "severity", "message", "start", "end", "line", "column",
    "end_line", "end_column", "text", "replacements", "fix", "fixes", "related",
]  # fmt: skip


def outcome(*findings: Finding, failures: tuple[Failure, ...] = ()) -> Outcome:
    return Outcome(
        findings, failures, paths=("desk/a.txt", "desk/b.txt"), words=1234, version="1.2.3"
    )


def written(name: str, what: Outcome, presentation: Presentation | None = None) -> str:
    out = io.StringIO()
    reporter(name).write(what, out, presentation or Presentation(width=80))
    return out.getvalue()


def test_formats_are_found() -> None:
    assert {"text", "json", "jsonl"} <= set(format_names())
    for name in format_names():
        reporter(name)
    with pytest.raises(KeyError):
        reporter("base")


def test_text_report() -> None:
    assert written("text", outcome(FINDING)) == (
        "desk/a.txt\n"
        "  1:8  error  'teh' is not a word; did you mean 'the'?  spelling.slip\n"
        "    We met teh mayor.\n"
        "           ^^^\n"
        "    - teh  + the | tea | ten | tech | meh | (1 more)\n"
        "    3:1  right here: The\n"
        "\n"
        "1 finding in 2 files (1,234 words): 1 error\n"
        "'copylint explain spelling.slip' says what that rule finds, and why.\n"
    )


def test_concise_report() -> None:
    assert written("concise", outcome(FINDING)) == (
        "desk/a.txt:1:8 error spelling.slip 'teh' is not a word; did you mean 'the'?\n"
        "1 finding in 2 files (1,234 words): 1 error\n"
    )
    quiet = Presentation(width=80, quiet=True)
    assert written("concise", outcome(FINDING), quiet) == written("text", outcome(FINDING), quiet)


def test_quiet_text_is_one_line_per_finding() -> None:
    quiet = Presentation(width=80, quiet=True)
    assert written("text", outcome(FINDING, FINDING), quiet).count("\n") == 2
    assert written("text", outcome(), quiet) == ""


def test_colour_adds_escape_sequences_and_nothing_else() -> None:
    import re

    coloured = written("text", outcome(FINDING), Presentation(width=80, painter=ColourPainter()))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == written("text", outcome(FINDING))


def test_many_related_places_are_counted_not_listed() -> None:
    many = replace(FINDING, related=FINDING.related * 50_000)
    text = written("text", outcome(many))
    assert "and 49,995 more places" in text
    assert text.count("right here") == 5


def test_deletion_is_named() -> None:
    text = written("text", outcome(replace(FINDING, replacements=("",))))
    assert "- teh  + (nothing)\n" in text


@pytest.mark.parametrize(
    ("what", "line"),
    [
        (outcome(), "No findings in 2 files (1,234 words)"),
        (replace(outcome(), paths=("a.txt",), words=1), "No findings in 1 file (1 word)"),
        (
            outcome(FINDING, replace(FINDING, severity=Severity.SUGGESTION), FINDING),
            "3 findings in 2 files (1,234 words): 2 errors, 1 suggestion",
        ),
        (
            outcome(failures=(Failure("input", "b.txt", "gone"),)),
            "No findings in 2 files (1,234 words); 1 error",
        ),
    ],
)
def test_summary_counts_by_severity(what: Outcome, line: str) -> None:
    assert summary(what) == line


def test_json_report_matches_its_schema() -> None:
    record = json.loads(
        written("json", outcome(FINDING, failures=(Failure("engine", "harper", "absent"),)))
    )
    assert list(record) == ["version", "copylint", "findings", "errors", "notes", "summary"]
    assert record["version"] == 1
    assert record["copylint"] == "1.2.3"
    assert record["errors"] == [{"kind": "engine", "subject": "harper", "message": "absent"}]
    assert record["notes"] == []
    assert record["summary"] == {
        "files": 2,
        "words": 1234,
        "findings": 1,
        "severities": {"error": 1, "warning": 0, "suggestion": 0},
        "rules": {"spelling.slip": 1},
    }
    (finding,) = record["findings"]
    assert list(finding) == KEYS
    assert finding["fix"] == "unsafe"
    assert finding["fixes"][0] == {
        "title": "Replace with 'the'",
        "safety": "unsafe",
        "edits": [{"start": 8, "end": 10, "text": "he"}],
    }
    assert finding["related"] == [
        {"start": 30, "end": 33, "line": 3, "column": 1, "end_line": 3, "end_column": 4,
         "text": "The", "message": "right here"}
    ]  # fmt: skip


def test_json_lines_are_the_findings_of_json() -> None:
    what = outcome(FINDING, replace(FINDING, rule="names.variant"))
    lines = [json.loads(line) for line in written("jsonl", what).splitlines()]
    assert lines == json.loads(written("json", what))["findings"]
    assert written("jsonl", outcome()) == ""


@pytest.mark.parametrize("name", format_names())
@given(text=st.text(alphabet=st.characters(exclude_categories=())))
@example(text="\ud800")
def test_any_text_survives(name: str, text: str) -> None:
    odd = replace(FINDING, path=text, message=text, text=text, line_text=text, replacements=(text,))
    failed = Failure("input", text, text)
    # A lone surrogate cannot be encoded: programs get it escaped, people see its code.
    data = written(name, outcome(odd, failures=(failed,))).encode("utf-8")
    if name == "jsonl":
        assert data.count(b"\n") == 1
        record = json.loads(data)
        assert (record["path"], record["message"], record["text"]) == (text, text, text)
