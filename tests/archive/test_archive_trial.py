"""``copylint trial`` over rows: the same counts and places as over files, on either engine."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

RULE = "extends: existence\nmessage: 'No %s.'\nstatus: draft\nignorecase: true\ntokens: [lane]\n"
TEXTS = [f"A lane {number} is here.\n\nThe lane ends." for number in range(30)] + ["A road."]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    pack = tmp_path / "rules" / "House"
    pack.mkdir(parents=True)
    (pack / "Lane.yml").write_text(RULE, "utf-8")
    (tmp_path / "copylint.toml").write_text('root = true\npacks = ["rules"]\n', "utf-8")
    rows = [{"id": f"n{at:02}", "body": text} for at, text in enumerate(TEXTS)]
    lines = "".join(json.dumps(each) + "\n" for each in rows)
    (tmp_path / "a.jsonl").write_text(lines, "utf-8")
    folder = tmp_path / "files"
    folder.mkdir()
    for row in rows:
        (folder / f"{row['id']}.txt").write_text(row["body"], "utf-8")
    return tmp_path


def trial(desk: Path, *arguments: str, code: int = 0) -> tuple[str, str]:
    command = [sys.executable, "-m", "copylint", "trial", *arguments]
    done = subprocess.run(command, cwd=desk, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    return done.stdout, done.stderr


def test_rows_give_what_files_give(desk: Path) -> None:
    of_files, _ = trial(desk, "House.Lane", "files", "--sample", "7")
    of_rows, _ = trial(
        desk, "House.Lane", "a.jsonl", "--text", "body", "--id", "id", "--sample", "7"
    )
    assert "House.Lane: 60 findings in 30 of 31 articles" in of_rows
    assert of_rows == of_files.replace("files/", "").replace(".txt:", ":")
    assert len(of_rows.splitlines()) == 4 + 7


def test_a_sheet_of_rows_has_its_places(desk: Path) -> None:
    arguments = ("House.Lane", "a.jsonl", "--text", "body", "--sheet", "sheet.html")
    trial(desk, *arguments, "--sample", "5")
    page = (desk / "sheet.html").read_text("utf-8")
    data = page.partition('id="data">')[2].partition("</script>")[0]
    sheet: dict[str, Any] = json.loads(data)
    assert sheet["rules"] == {"House.Lane": 60}
    assert (sheet["articles"], len(sheet["findings"])) == (31, 5)
    assert {each["text"] for each in sheet["findings"]} == {"lane"}


def test_ray_gives_what_this_machine_gives(desk: Path) -> None:
    pytest.importorskip("ray")
    arguments = ("House.Lane", "a.jsonl", "--text", "body", "--sample", "7", "--jobs", "1")
    assert trial(desk, *arguments, "--engine", "ray")[0] == trial(desk, *arguments)[0]


def test_rows_that_cannot_be_read_are_named(desk: Path) -> None:
    with (desk / "a.jsonl").open("a", encoding="utf-8") as file:
        file.write("nonsense\n")
    out, err = trial(desk, "House.Lane", "a.jsonl", "--text", "body", code=2)
    assert "60 findings in 30 of 31 articles" in out
    assert "a.jsonl:32: the line is not JSON" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("a.jsonl", "files", "--text", "body"), "an archive is one folder"),
        (("files", "--id", "id"), "needs --text or --field"),
        (("files", "--address", "auto"), "needs --engine ray"),
        (("none.jsonl", "--text", "body"), "none.jsonl: there is no such file or folder"),
    ],
)
def test_what_makes_no_sense_is_refused(arguments: tuple[str, ...], told: str, desk: Path) -> None:
    _, err = trial(desk, "House.Lane", *arguments, code=2)
    assert told in " ".join(err.split())
