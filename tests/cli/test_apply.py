"""``copylint apply`` carries out the decisions made on the page, and does nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from copylint import Config
from copylint.cli.commands.apply import ApplyOptions, apply
from copylint.cli.library import RunLibrary
from copylint.core.errors import ConfigError, InputError
from copylint.core.record import replace
from copylint.fix.decisions import parse
from copylint.report.page.embedded_data import PageArticle, embedded
from copylint.runner.pipeline import run
from copylint.runner.result import Input
from copylint.runner.transcripts import read_transcripts
from copylint.suppress.baseline import BaselineEntry
from copylint.suppress.baseline import parse as parse_baseline

FERRY = "The ferry left the the harbour.\r\n\r\nIt was a grey day in in May, and and it rained.\r\n"
FIXED = "The ferry left the harbour.\r\n\r\nIt was a grey day in in May, and and it rained.\r\n"

Decide = Callable[..., Path]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "ferry.txt").write_bytes(FERRY.encode())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def decide(desk: Path) -> Decide:
    """Writes decisions as the page does, one for each finding whose words are named."""

    def written(name: str = "ferry.txt", **verdicts: dict[str, Any]) -> Path:
        (file,) = run([Input(name)], Config(), jobs=1).files
        findings = file.findings
        library = RunLibrary(Config(), [])
        article = PageArticle(name, library.digest(name), 1, findings)
        (known,) = json.loads(embedded("1.2.3", [article]))["articles"]
        decisions = [
            _decision(row, verdicts[words])
            for row in known["findings"]
            if (words := _words(row["text"])) in verdicts
        ]
        assert len(decisions) == len(verdicts), [each.text for each in findings]
        rows = [{"path": name, "sha256": known["sha256"], "decisions": decisions}]
        path = desk / "decisions.json"
        path.write_text(json.dumps({"version": 1, "copylint": "1.2.3", "articles": rows}), "utf-8")
        return path

    return written


def _words(text: str) -> str:
    return "_".join(text.split())


def _decision(row: dict[str, Any], verdict: dict[str, Any]) -> dict[str, Any]:
    fixes = row.pop("fixes")
    if verdict["decision"] == "accepted":
        row |= fixes[verdict.get("fix", 0)]
    return {**row, **verdict}


ACCEPTED, DISMISSED = {"decision": "accepted"}, {"decision": "dismissed", "reason": "dialect"}
DONE = {"decision": "done"}


def applied(path: Path, **options: Any) -> int:
    return apply(ApplyOptions(decisions=str(path), isolated=True, no_cache=True, **options))


def test_accepted_corrections_are_applied_and_no_other(
    desk: Path, decide: Decide, capsys: pytest.CaptureFixture[str]
) -> None:
    path = decide(the_the=ACCEPTED, in_in=DISMISSED, and_and=DONE)
    assert applied(path) == 0
    assert (desk / "ferry.txt").read_bytes() == FIXED.encode()
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out == (
        "applied 1 correction in 1 file\n"
        "not kept: 1 dismissed finding; '--baseline copylint-baseline.json' keeps what is "
        "dismissed from being found again\n"
    )


def test_a_changed_article_is_refused_in_one_line(
    desk: Path, decide: Decide, capsys: pytest.CaptureFixture[str]
) -> None:
    path = decide(the_the=ACCEPTED)
    changed = FERRY.replace("May", "June").encode()
    (desk / "ferry.txt").write_bytes(changed)
    assert applied(path) == 2
    assert (desk / "ferry.txt").read_bytes() == changed
    said = capsys.readouterr()
    assert said.err.startswith("copylint: ferry.txt: has changed since the report was made; left")
    assert said.err.count("\n") == 1
    assert said.out == "nothing to do\n"


def test_a_second_run_changes_nothing(desk: Path, decide: Decide) -> None:
    path = decide(the_the=ACCEPTED)
    assert (applied(path), applied(path)) == (0, 2)
    assert (desk / "ferry.txt").read_bytes() == FIXED.encode()


def test_a_diff_writes_nothing(
    desk: Path, decide: Decide, capsys: pytest.CaptureFixture[str]
) -> None:
    path = decide(the_the=ACCEPTED, in_in=DISMISSED)
    assert applied(path, diff=True, baseline_file=desk / "b.json") == 0
    assert (desk / "ferry.txt").read_bytes() == FERRY.encode()
    assert not (desk / "b.json").exists()
    said = capsys.readouterr()
    assert "-The ferry left the the harbour.\r\n+The ferry left the harbour.\r\n" in said.out
    assert "would apply 1 correction in 1 file" in said.err


def test_a_correction_that_copylint_does_not_propose_is_never_applied(
    desk: Path, decide: Decide, capsys: pytest.CaptureFixture[str]
) -> None:
    path = decide(the_the=ACCEPTED, in_in=ACCEPTED)
    decisions = json.loads(path.read_text("utf-8"))
    first, second = decisions["articles"][0]["decisions"]
    first["edits"][0]["text"] = "a smuggled word"
    second["rule"] = "spelling.unknown"
    path.write_text(json.dumps(decisions), "utf-8")
    assert applied(path) == 2
    assert (desk / "ferry.txt").read_bytes() == FERRY.encode()
    assert capsys.readouterr().err.splitlines() == [
        "copylint: ferry.txt: no finding of duplicates.word at 'the the' with that correction; "
        "use the configuration and the options of the report",
        "copylint: ferry.txt: no finding of spelling.unknown at 'in in' with that correction; "
        "use the configuration and the options of the report",
    ]


def test_the_options_of_the_report_count(desk: Path, decide: Decide) -> None:
    path = decide(the_the=ACCEPTED)
    assert applied(path, ignore=("duplicates",)) == 2
    assert applied(path, select=("duplicates.word",)) == 0


def test_dismissed_findings_go_to_a_baseline_in_the_sentence_as_it_is_then(
    desk: Path, decide: Decide
) -> None:
    path = decide(in_in=DISMISSED, and_and=ACCEPTED)
    assert applied(path, baseline_file=desk / "b.json") == 0
    baseline = parse_baseline("b.json", (desk / "b.json").read_bytes())
    sentence = "It was a grey day in in May, and it rained."
    entry = BaselineEntry("ferry.txt", "duplicates.word", sentence)
    assert baseline.entries == {entry: 1}
    assert baseline.reasons == {entry: "dialect"}


def test_a_dismissed_finding_is_not_added_to_the_baseline_twice(desk: Path, decide: Decide) -> None:
    path = decide(in_in=DISMISSED)
    for _ in range(2):
        assert applied(path, baseline_file=desk / "b.json") == 0
    baseline = parse_baseline("b.json", (desk / "b.json").read_bytes())
    assert baseline.entries.total() == 1


def test_corrections_that_touch_are_not_applied_together(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "a.txt").write_text("They met at the the gate.\n", "utf-8")
    edit = {"start": 15, "end": 19, "text": ""}
    (finding,) = run([Input("a.txt")], Config(), jobs=1).findings
    decision = {
        "decision": "accepted", "rule": finding.rule, "part": "", "start": finding.span.start,
        "end": finding.span.end, "text": finding.text, "edits": [edit],
    }  # fmt: skip
    digest = sha256((desk / "a.txt").read_bytes()).hexdigest()
    rows = [{"path": "a.txt", "sha256": digest, "decisions": [decision, decision]}]
    (desk / "d.json").write_text(json.dumps({"version": 1, "articles": rows}), "utf-8")
    assert applied(desk / "d.json") == 2
    assert (desk / "a.txt").read_text("utf-8") == "They met at the gate.\n"
    assert "left 1 correction: it touches another" in capsys.readouterr().err


def test_markup_and_escapes_are_written_as_the_format_has_them(desk: Path, decide: Decide) -> None:
    page = "<p>The crew met at <b>the</b> the gate &amp; left.</p>\n<p>They recieved it.</p>\n"
    (desk / "a.html").write_text(page, "utf-8")
    assert applied(decide("a.html", recieved=ACCEPTED)) == 0
    assert (desk / "a.html").read_text("utf-8") == page.replace("recieved", "received")


def test_a_missing_article_is_reported_and_the_rest_is_done(
    desk: Path, decide: Decide, capsys: pytest.CaptureFixture[str]
) -> None:
    path = decide(the_the=ACCEPTED)
    decisions = json.loads(path.read_text("utf-8"))
    gone = {"path": "gone.txt", "sha256": "0" * 64, "decisions": []}
    decisions["articles"].insert(0, gone)
    path.write_text(json.dumps(decisions), "utf-8")
    assert applied(path) == 2
    assert (desk / "ferry.txt").read_bytes() == FIXED.encode()
    assert "gone.txt: cannot read: No such file" in capsys.readouterr().err


ROW = {"path": "a.txt", "sha256": "0" * 64, "decisions": []}
DECISION = {"decision": "done", "rule": "a.b", "part": "", "start": 1, "end": 2, "text": "a"}


def decisions(*rows: object, version: object = 1) -> bytes:
    return json.dumps({"version": version, "articles": list(rows)}).encode()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"{", "d.json:1:2: not decisions: it is not JSON"),
        (b"\xff", "d.json: not decisions: it is not JSON"),
        (b"[" * 100_000, "d.json: not decisions: it is not JSON"),
        (b"[]", "it has no list of 'articles'"),
        (decisions(version=2), "decisions of version 1 are needed"),
        (decisions(1), "article 1: not an object"),
        (decisions({**ROW, "path": "\0"}), "article 1: 'path' does not name a file"),
        (decisions({**ROW, "sha256": "0" * 63}), "'sha256' is not 64 hexadecimal digits"),
        (decisions({**ROW, "decisions": {}}), "article 1: 'decisions' is not a list"),
        (decisions(ROW, ROW), "'a.txt' is there twice"),
        (decisions({**ROW, "decisions": [0]}), "article 1: decision 1: not an object"),
        (decisions({**ROW, "decisions": [{**DECISION, "start": True}]}), "'start' is not a whole"),
        (
            decisions({**ROW, "decisions": [{**DECISION, "decision": "maybe"}]}),
            "'decision' is none of accepted, dismissed, done",
        ),
        (
            decisions({**ROW, "decisions": [{**DECISION, "decision": "accepted"}]}),
            "decision 1: lacks 'edits'",
        ),
    ],
)
def test_files_that_are_not_decisions_are_refused(data: bytes, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse("d.json", data)
    assert told in str(caught.value)


def test_the_example_of_the_documentation_is_read() -> None:
    page = (Path(__file__).parents[2] / "docs" / "guides" / "review.md").read_text("utf-8")
    example = page.partition("```json\n")[2].partition("```")[0]
    (article,) = parse("example", example.encode())
    assert [each.verdict for each in article.decisions] == ["accepted", "dismissed"]


SAID = "ANN LEE: I would not call it cheap. We will mend the roof in May.\n"
STORY = "“I would call it cheap,” Ann Lee said.\n\nThe the roof is to be mended in May.\n"


@pytest.fixture
def about_a_quotation(desk: Path) -> Path:
    """Decisions on a report that was made with a transcript, of which one is on a quotation."""
    (desk / "said.txt").write_text(SAID, "utf-8")
    (desk / "story.txt").write_text(STORY, "utf-8")
    config = replace(Config(), transcripts=read_transcripts(["said.txt"], Config()))
    (file,) = run([Input("story.txt")], config, jobs=1).files
    page = PageArticle("story.txt", RunLibrary(config, []).digest("story.txt"), 1, file.findings)
    (known,) = json.loads(embedded("1.2.3", [page]))["articles"]
    verdicts = {"facts.quote-sense": DISMISSED, "duplicates.word": ACCEPTED}
    decisions = [_decision(row, verdicts[row["rule"]]) for row in known["findings"]]
    rows = [{"path": "story.txt", "sha256": known["sha256"], "decisions": decisions}]
    path = desk / "decisions.json"
    path.write_text(json.dumps({"version": 1, "articles": rows}), "utf-8")
    return path


def test_findings_about_quotations_are_known_with_their_transcript(
    desk: Path, about_a_quotation: Path
) -> None:
    baseline = desk / "b.json"
    assert applied(about_a_quotation, source=("said.txt",), baseline_file=baseline) == 0
    assert (desk / "story.txt").read_text("utf-8") == STORY.replace("The the", "The")
    entries = parse_baseline("b.json", baseline.read_bytes()).entries
    assert [each.rule for each in entries] == ["facts.quote-sense"]


def test_without_the_transcript_they_are_not_found_and_the_rest_is_done(
    desk: Path, about_a_quotation: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert applied(about_a_quotation, baseline_file=desk / "b.json") == 2
    assert (desk / "story.txt").read_text("utf-8") == STORY.replace("The the", "The")
    assert "no finding of facts.quote-sense" in capsys.readouterr().err


def test_a_missing_transcript_stops_before_anything_is_written(
    desk: Path, about_a_quotation: Path
) -> None:
    with pytest.raises(InputError, match=r"gone\.srt"):
        applied(about_a_quotation, source=("gone.srt",))
    assert (desk / "story.txt").read_text("utf-8") == STORY


def test_a_word_file_is_corrected_in_place(desk: Path, decide: Decide) -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("The ferry left the the harbour.")
    document.save("a.docx")
    path = decide("a.docx", the_the=ACCEPTED)
    assert applied(path) == 0
    assert [each.text for each in docx.Document("a.docx").paragraphs] == [
        "The ferry left the harbour."
    ]
