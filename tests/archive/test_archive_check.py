"""``copylint archive check``: sources, results, and going on after a kill."""

from __future__ import annotations

import gzip
import json
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from .conftest import TEXTS, Run, articles, command, parts, rows

ROWS = ("--text", "body", "--id", "id", "--date", "date", "--shard-size", "7")


def test_rows_of_every_source_have_the_same_findings(
    tmp_path: Path, lines: Path, table: Path, archive_check: Run
) -> None:
    packed = tmp_path / "packed.jsonl.gz"
    packed.write_bytes(gzip.compress(lines.read_bytes()))
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.jsonl").write_bytes(lines.read_bytes())
    sources = (lines, table, packed, folder, "*.parquet")

    for number, source in enumerate(sources):
        archive_check(source, *ROWS, "--output", f"out{number}")

    found = [rows(tmp_path / f"out{number}") for number in range(len(sources))]
    assert all(each == found[0] for each in found)
    assert [row["article_id"] for row in found[0] if row["kind"] == "article"] == [
        each["id"] for each in articles(40)
    ]
    assert str(found[0][0]["date"]) == "2010-03-02"


def test_files_of_a_folder_are_articles(tmp_path: Path, archive_check: Run) -> None:
    folder = tmp_path / "news" / "2026" / "03"
    folder.mkdir(parents=True)
    (folder / "02-flood.md").write_text("# Teh flood\n\nThe the end.\n", "utf-8")
    (folder / "03-fire.txt").write_text(TEXTS[0], "utf-8")
    (folder / "table.jsonl").write_text("{}\n", "utf-8")

    archive_check("news", "--output", "out")

    found = rows(tmp_path / "out")
    said = subprocess.run(
        [*command(())[:3], "check", "--isolated", "--grammar", "off", "--format", "jsonl", "news"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.splitlines()
    plain = [json.loads(line) for line in said]
    places = [(each["path"], each["rule"], each["start"], each["message"]) for each in plain]
    assert places == [
        (row["path"], row["rule"], row["start"], row["message"])
        for row in found
        if row["kind"] == "finding"
    ]
    assert {row["article_id"] for row in found} == {"2026/03/02-flood.md", "2026/03/03-fire.txt"}
    assert {str(row["date"]) for row in found} == {"2026-03-02", "2026-03-03"}


def test_several_fields_make_up_an_article(tmp_path: Path, table: Path, archive_check: Run) -> None:
    archive_check(table, "--field", "title=headline", "--field", "body", "--output", "out")

    texts = [row["text"] for row in rows(tmp_path / "out") if row["kind"] == "finding"]
    assert texts.count("Minsiter") == 40


def test_the_format_may_be_a_field_of_the_row(tmp_path: Path, archive_check: Run) -> None:
    source = [
        {"id": "a", "body": "<p>Teh <b>end</b></p>", "form": "html"},
        {"id": "b", "body": "<p>Teh <b>end</b></p>", "form": "nonsense"},
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(each) + "\n" for each in source))

    archive_check("a.jsonl", "--text", "body", "--id", "id", "--format", "form", "--output", "out")

    kinds = [(row["article_id"], row["kind"]) for row in rows(tmp_path / "out")]
    assert ("a", "finding") in kinds
    assert ("b", "error") in kinds


def test_nested_fields_are_named_with_dots(tmp_path: Path, archive_check: Run) -> None:
    source = [{"meta": {"id": "x1"}, "article": {"body": "Teh end."}}]
    (tmp_path / "a.jsonl").write_text(json.dumps(source[0]) + "\n")
    pq.write_table(pa.Table.from_pylist(source), tmp_path / "a.parquet")

    for suffix in ("jsonl", "parquet"):
        options = ("--text", "article.body", "--id", "meta.id", "--output", suffix)
        archive_check(f"a.{suffix}", *options)

    assert rows(tmp_path / "jsonl") == rows(tmp_path / "parquet")
    assert rows(tmp_path / "jsonl")[1]["article_id"] == "x1"


def test_a_failing_article_is_a_row_and_the_run_goes_on(
    tmp_path: Path, lines: Path, archive_check: Run
) -> None:
    with lines.open("a") as file:
        file.write(
            '{broken\n[1]\n{"id": "x", "date": 3}\n'
            '{"id": "y", "date": "", "body": null}\n{"id": "z", "date": "", "body": 3}\n'
        )

    done = archive_check(lines, *ROWS, "--output", "out")

    errors = [(row["article_id"], row["error"]) for row in rows(tmp_path / "out") if row["error"]]
    assert [name for name, _ in errors] == [f"{lines}:41", f"{lines}:42", "x", "y", "z"]
    assert errors[2][1] == "has no field 'body'"
    assert "5 articles could not be checked" in done.stdout
    summary = json.loads((tmp_path / "out" / "_summary.json").read_text())
    assert (summary["articles"], summary["errors"]) == (40, 5)
    assert summary["first_errors"][0]["article_id"] == f"{lines}:41"


def test_the_summary_counts_what_the_parts_hold(
    tmp_path: Path, lines: Path, archive_check: Run
) -> None:
    done = archive_check(lines, *ROWS, "--output", "out")

    found = [row for row in rows(tmp_path / "out") if row["kind"] == "finding"]
    summary = json.loads((tmp_path / "out" / "_summary.json").read_text())
    assert (
        summary["findings"]
        == len(found)
        == sum(each["findings"] for each in summary["rules"].values())
    )
    assert summary["years"]["2010"]["findings"] == sum(row["date"].year == 2010 for row in found)
    assert summary["words"] == sum(row["words"] or 0 for row in rows(tmp_path / "out"))
    most = summary["worst_articles"][0]
    assert most["findings"] == max(
        sum(row["article_id"] == name for row in found)
        for name in {row["article_id"] for row in found}
    )
    page = (tmp_path / "out" / "_overview.html").read_text("utf-8")
    assert f"{len(found):,} findings in 40 articles" in page
    assert "spelling.unknown" in page and "<script" not in page
    assert f"40 articles, {summary['words']:,} words: {len(found)} findings" in done.stdout


def test_results_are_not_written_over_without_resume(lines: Path, archive_check: Run) -> None:
    archive_check(lines, *ROWS, "--output", "out")

    done = archive_check(lines, *ROWS, "--output", "out", code=2)

    assert done.stderr.count("\n") == 1
    assert "--resume" in done.stderr


def test_a_run_that_was_killed_goes_on_where_it_was(
    tmp_path: Path, lines: Path, archive_check: Run
) -> None:
    archive_check(lines, *ROWS, "--output", "whole")
    whole = parts(tmp_path / "whole")
    killed = subprocess.Popen(command((lines, *ROWS, "--output", "out")), cwd=tmp_path)
    while killed.poll() is None and not parts(tmp_path / "out"):
        time.sleep(0.005)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    left = parts(tmp_path / "out")
    (tmp_path / "out" / "part-000009.parquet.unfinished").write_bytes(b"PAR1")

    done = archive_check(lines, *ROWS, "--output", "out", "--resume")

    assert all(whole[name] == data for name, data in left.items())
    assert parts(tmp_path / "out") == whole
    assert f"{len(left)} shard" in done.stdout
    assert not list((tmp_path / "out").glob("*.unfinished"))
    for name in ("_summary.json", "_overview.html"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()


def test_only_what_has_changed_is_checked_again(
    tmp_path: Path, lines: Path, archive_check: Run
) -> None:
    archive_check(lines, *ROWS, "--output", "out")
    written = lines.read_text().splitlines(keepends=True)
    written[20] = written[20].replace("meeting", "meetign")
    lines.write_text("".join(written[:30]))

    again = archive_check(lines, *ROWS, "--output", "out", "--resume")
    other = archive_check(lines, *ROWS, "--output", "out", "--resume", "--ignore", "spelling")

    assert "3 shards from earlier runs kept" in again.stdout  # the third has changed, the last too
    assert "from earlier runs" not in other.stdout
    assert len(parts(tmp_path / "out")) == 5


def test_damaged_results_are_made_again(tmp_path: Path, lines: Path, archive_check: Run) -> None:
    archive_check(lines, *ROWS, "--output", "out")
    whole = parts(tmp_path / "out")
    (tmp_path / "out" / "part-000002.parquet").write_bytes(b"PAR1 damaged")

    archive_check(lines, *ROWS, "--output", "out", "--resume")

    assert parts(tmp_path / "out") == whole


def test_an_empty_archive_is_an_error(tmp_path: Path, archive_check: Run) -> None:
    (tmp_path / "empty").mkdir()

    done = archive_check("empty", "--output", "out", code=2)

    assert "holds no article" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("x.jsonl", "--text", "body"), "--output"),
        (("x.jsonl", "--output", "o", "--address", "auto"), "needs --engine ray"),
        (("x.jsonl", "--output", "o", "--id", "id"), "needs --text or --field"),
        (("x.jsonl", "--output", "o", "--field", "a=nonsense"), "'nonsense' is not one of"),
        (("x.jsonl", "--output", "o", "--field", "a", "--format", "html"), "--format"),
        (("x.jsonl", "--output", "o", "--text", "body"), "there is no such file or folder"),
        (("nosuch://x", "--output", "o", "--text", "body"), "cannot be reached"),
    ],
)
def test_options_that_make_no_sense_are_refused(
    archive_check: Run, tmp_path: Path, arguments: tuple[Any, ...], message: str
) -> None:
    done = archive_check(*arguments, code=2)

    assert message in done.stderr
    assert not (tmp_path / "o").exists()
