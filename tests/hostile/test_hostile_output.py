"""No output on a hostile set of articles holds a command for a build server."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from attack import copylint
from runner_commands import commands

from copylint.report.lookup import format_names

NAMES = (
    "x\n::error::unread.md",
    "##[stop-commands]tok.md",
    "::add-mask::x.md",
    "a\r::error::b.md",
    "##vso[task.setvariable variable=a]b.md",
    "section_start:1700000000:x[collapsed=true].md",
    "@octocat\u202e\u2028::error::c.md",
    "\u00a0::warning::d.md",
    "e\u0085::error::e.md",
)
LINES = (
    "::add-mask::Quist They recieved the the letter.",
    "   ::stop-commands::tok They recieved the letter.",
    "::error file=a,line=1::They recieved the letter.",
    "They recieved ##[error]the the letter ##[group]x.",
    "##[add-path]/tmp They recieved the letter.",
    "They recieved ##vso[task.complete]the letter.",
    "\u2003::error::They recieved the letter @octocat and \u202eturned.",
    "section_start:1700000000:They recieved the letter.",
    "They recieved the letter ##[Error]and ##teamcity[message].",
    "##[set-output name=a]b They recieved the letter",
)
SERVER = {"GITHUB_ACTIONS": "true", "CI": "true"}


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    folder = tmp_path / "set"
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_text("\n\n".join(LINES * 2), "utf-8")
    (folder / ("y" + NAMES[0])).write_bytes(b"\xff\xff")
    (folder / ("y" + NAMES[1])).write_bytes(b"\xff\xff")
    (folder / "plain.txt").write_text("\n".join(LINES), "utf-8")
    return folder


def test_the_port_of_the_parser() -> None:
    assert commands("::error::x") == ["error"]
    assert commands("  \u00a0::error file=a::x") == ["error"]
    assert commands("a ::error::x") == []
    assert commands("a ##[error]x\r::group::b") == ["error", "group"]
    assert commands("##[nothing]x\n::selection{}\n::Error::") == ["Error"]
    assert commands("##vso[task.complete]") == ["vso"]


@pytest.mark.parametrize("name", format_names())
def test_no_format_holds_a_command(hostile: Path, name: str) -> None:
    run = copylint("check", "--format", name, "-j", "1", ".", cwd=hostile, env=SERVER)
    assert run.code == 2
    found = commands(run.out)
    if name == "github":
        # Our own, and nothing in them but annotations.
        assert set(found) <= {"error", "warning", "notice"}
        ours = [line for line in run.out.split("\n") if line.startswith("::")]
        assert len(ours) == len(found) <= 30
        assert commands("\n".join(line[2:].partition("::")[2] for line in ours)) == []
    else:
        assert found == []
    assert commands(run.err) == []
    assert len([line for line in run.err.splitlines() if "UTF-8" in line]) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "-q"),
        ("check", "--color", "always"),
        ("check", "--since", "nope\n::error::pwn ##[error]x"),
        ("check", "--select", "a\n::error::pwn"),
        ("check", "--format", "a\n::error::pwn"),
        ("check", "nothing\n::error::here ##[error]x"),
        ("check", "--output", "json=no\n::error::where/a.json"),
        ("check", "--bad\n::error::option"),
        ("fix", "--diff"),
        ("fix", "--diff", "--unsafe"),
        ("stats",),
        ("stats", "--format", "json"),
        ("text",),
        ("text", "--format", "json"),
        ("explain", "::error::x\n::error::y"),
        ("trial", "Plain", "."),
        ("check", "--submission"),
        ("check", "--statistics"),
    ],
)
def test_no_command_line_prints_a_command(hostile: Path, arguments: tuple[str, ...]) -> None:
    paths = (".",) if arguments[0] in ("check", "fix", "stats", "text") else ()
    run = copylint(*arguments, *paths, cwd=hostile, env=SERVER)
    assert run.code in (0, 1, 2)
    assert commands(run.all) == []


def test_a_message_of_a_rule(tmp_path: Path) -> None:
    (tmp_path / "Pack").mkdir()
    (tmp_path / "Pack" / "R.yml").write_text(
        'extends: existence\nmessage: "\\n::error::x ##[error]y %s"\ntokens: [letter]\n'
    )
    (tmp_path / "Pack" / "Bad.yml").write_text('extends: "x ##[error]y"\n"::error::a": 1\n')
    (tmp_path / "copylint.toml").write_text('packs = ["Pack"]\n"x\\n::error::y" = 1\n')
    (tmp_path / "a.md").write_text("They got the letter.\n")
    assert commands(copylint("check", ".", cwd=tmp_path, env=SERVER).all) == []
    (tmp_path / "copylint.toml").write_text('packs = ["Pack"]\n')
    for name in format_names():
        run = copylint("check", "--format", name, ".", cwd=tmp_path, env=SERVER)
        if name != "github":
            assert commands(run.all) == []
        else:
            assert set(commands(run.all)) <= {"error", "warning", "notice"}


def test_without_a_server_nothing_is_changed(hostile: Path) -> None:
    quiet = dict.fromkeys(("GITHUB_ACTIONS", "CI", "TF_BUILD", "GITLAB_CI", "TEAMCITY_VERSION"), "")
    run = copylint("check", "plain.txt", cwd=hostile, env=quiet)
    assert "##[add-path]/tmp They recieved" in run.out


def test_a_file_is_not_a_log(hostile: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-P", "-m", "copylint", "check", "plain.txt"]
    path = tmp_path / "out.txt"
    with path.open("wb") as out:
        subprocess.run(command, cwd=hostile, env={**os.environ, **SERVER}, stdout=out, check=False)
    assert "##[add-path]/tmp They recieved" in path.read_text("utf-8")


def test_a_summary_mentions_no_user(hostile: Path, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    env = {**SERVER, "GITHUB_STEP_SUMMARY": str(summary)}
    copylint("check", "--format", "github", ".", cwd=hostile, env=env)
    text = summary.read_text("utf-8").replace("&#64;", "@")
    assert "octocat" in text
    assert not re.search(r"@\w", text)


@pytest.mark.parametrize("name", ["json", "jsonl", "sarif", "gitlab", "rdjson", "rdjsonl"])
def test_json_has_no_character_that_a_reader_acts_on(hostile: Path, name: str) -> None:
    run = copylint("check", "--format", name, ".", cwd=hostile)
    bad = {char for char in run.out if unicodedata.bidirectional(char) in _TURNING}
    bad |= set("\u0085\u2028\u2029") & set(run.out)
    assert not bad
    texts = run.out.splitlines() if name.endswith("l") else [run.out]
    read = "".join(json.dumps(json.loads(each), ensure_ascii=False) for each in texts)
    assert name == "sarif" or "\u202e" in read  # there paths are URIs


_TURNING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@pytest.mark.parametrize("option", ["--output", "--annotate"])
def test_no_report_is_written_through_a_link(tmp_path: Path, option: str) -> None:
    outside, project = tmp_path / "outside", tmp_path / "project"
    outside.mkdir()
    project.mkdir()
    (project / ".git").mkdir()
    (project / "a.md").write_text("They recieved it.\n")
    (outside / "precious").write_text("mine")
    (project / "own").write_text("mine")
    (project / "report.sarif").symlink_to("../outside/precious")
    (project / "inside.sarif").symlink_to("own")
    (project / "reports").symlink_to("../outside")
    (outside / "in.sarif").symlink_to("../project/own")
    prefix = "sarif=" if option == "--output" else ""
    for target in ("report.sarif", "inside.sarif", "reports/new.sarif", "../outside/in.sarif"):
        run = copylint("check", option, prefix + target, "a.md", cwd=project)
        assert run.code == 2, target
    assert (outside / "precious").read_text() == (project / "own").read_text() == "mine"
    assert not (outside / "new.sarif").exists()
    run = copylint("check", "--output", "sarif=../outside/new.sarif", "a.md", cwd=project)
    assert run.code == 1
    assert (outside / "new.sarif").exists()
