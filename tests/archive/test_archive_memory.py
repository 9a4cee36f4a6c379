"""``copylint memory``: built from an archive, brought up to date, shown, and used by ``check``."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from copylint.analysis.names.memory_index import SUFFIX
from copylint.archive.identity import config_sha
from copylint.archive.memory_build import MemoryPlan, ShardReader
from copylint.archive.shard import ArticleColumns
from copylint.archive.source import plan
from copylint.cli import app
from copylint.config.schema import Config
from copylint.runner.cache_key import packs

Copylint = Callable[..., str]


@pytest.fixture
def copylint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Copylint:
    """copylint in a folder of its own, in this process; what it has written to both streams."""

    def run(*arguments: object, code: int = 0) -> str:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", ["copylint", *map(str, arguments)])
        try:
            got: object = app.run()
        except SystemExit as end:
            got = end.code
        written = capsys.readouterr()
        assert got == code, written
        return written.out + written.err

    return run


def write(path: Path, first: int, count: int, name: str = "Alice Hartley") -> None:
    """An archive of articles that each have the name, a month apart."""
    rows = [
        {
            "id": f"a{number:02}",
            "day": f"{2020 + number // 12}-{number % 12 + 1:02}-05",
            "body": f"Mayor {name} spoke to residents. {name.split()[-1]} left.",
        }
        for number in range(first, first + count)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


FIELDS = ("--text", "body", "--id", "id", "--date", "day", "--output", "house.memory", "--jobs", 1)


def test_from_an_archive_to_a_finding(tmp_path: Path, copylint: Copylint) -> None:
    write(tmp_path / "paper.jsonl", 0, 12)
    told = copylint("memory", "build", "paper.jsonl", "--isolated", *FIELDS)
    assert "12 articles read: 1 name in house.memory" in told
    memory = tmp_path / "house.memory"
    assert memory.read_text("utf-8") == (
        "# copylint memory 1\n#\t12\t2020-01-05\t2020-12-05\n"
        "Alice Hartley\t12\t2020-01-05\t2020-12-05\ta10\ta11\n"
        "Alice Hartley, mayor\t12\t2020-01-05\t2020-12-05\t"
        "2020:01,02,03,04,05,06,07,08,09,10,11,12\ta10\ta11\n"
    )
    assert Path(f"{memory}{SUFFIX}").exists()

    (tmp_path / "copylint.toml").write_text('memory = "house.memory"\n', "utf-8")
    (tmp_path / "story.txt").write_text("Mayor Alice Hartlley spoke to residents.\n", "utf-8")
    told = copylint("check", "story.txt", "--grammar", "off", "--select", "memory", code=1)
    assert "Hartley' in 12 articles" in told and "memory.name" in told

    # The results of the last run do not outlive the memory that they came from.
    copylint("memory", "forget", "house.memory", "Alice Hartley")
    copylint("check", "story.txt", "--grammar", "off", "--select", "memory")
    assert "no 'Alice Hartley'" in copylint(
        "memory", "forget", "house.memory", "Alice Hartley", code=2
    )


def test_an_update_adds_later_articles_once(tmp_path: Path, copylint: Copylint) -> None:
    write(tmp_path / "paper.jsonl", 0, 3)
    copylint("memory", "build", "paper.jsonl", "--isolated", *FIELDS)
    before = (tmp_path / "house.memory").read_bytes()
    assert "0 articles read" in copylint("memory", "update", "paper.jsonl", "--isolated", *FIELDS)
    assert (tmp_path / "house.memory").read_bytes() == before

    write(tmp_path / "paper.jsonl", 0, 5)
    (tmp_path / "old.memory").write_bytes(before)
    copylint("memory", "update", "paper.jsonl", "--isolated", *FIELDS)
    updated = (tmp_path / "house.memory").read_bytes()
    copylint("memory", "build", "paper.jsonl", "--isolated", *FIELDS)
    assert (tmp_path / "house.memory").read_bytes() == updated
    changed = copylint("memory", "diff", "old.memory", "house.memory", code=1)
    assert changed == (
        "~ Alice Hartley: 5, 2020-01-05 to 2020-05-05 (a03, a04) (was 3)\n"
        "~ Alice Hartley, mayor: 5, 2020-01-05 to 2020-05-05 (a03, a04) (was 3)\n"
    )
    assert copylint("memory", "diff", "old.memory", "old.memory") == ""
    assert copylint("memory", "show", "old.memory", "hartl").startswith("Alice Hartley: 3, ")
    assert copylint("memory", "show", "old.memory", "nobody", code=1) == ""


def test_the_index_is_written_again(tmp_path: Path, copylint: Copylint) -> None:
    (tmp_path / "house.memory").write_text("# copylint memory 1\n#\t0\t\t\n", "utf-8")
    copylint("memory", "index", "house.memory")
    assert (tmp_path / f"house.memory{SUFFIX}").exists()
    (tmp_path / "house.memory").write_text("# copylint memory 1\n#\t0\t\t\n>>>>>>>\n", "utf-8")
    assert "house.memory: line 3 is not" in copylint("memory", "index", "house.memory", code=2)


def test_a_broken_memory_is_an_error_of_the_configuration(
    tmp_path: Path, copylint: Copylint
) -> None:
    (tmp_path / "copylint.toml").write_text('memory = "house.memory"\n', "utf-8")
    (tmp_path / "story.txt").write_text("Nothing is wrong here.\n", "utf-8")
    assert "there is no file 'house.memory'" in copylint("check", "story.txt", code=2)
    (tmp_path / "house.memory").write_text("names\n", "utf-8")
    assert "is not a memory" in copylint("check", "story.txt", code=2)


def test_unreadable_articles_are_named_and_left_out(tmp_path: Path, copylint: Copylint) -> None:
    write(tmp_path / "paper.jsonl", 0, 2)
    with (tmp_path / "paper.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"id": "a9", "day": "2021-01-01", "body": 7}\n')
    told = copylint("memory", "build", "paper.jsonl", "--isolated", *FIELDS, code=2)
    assert "a9: its field 'body' is not text" in told and "2 articles read" in told


def test_undated_articles_cannot_be_later(tmp_path: Path) -> None:
    path = tmp_path / "paper.jsonl"
    path.write_text('{"body": "Mayor Alice Hartley spoke."}\n', "utf-8")
    columns = ArticleColumns(text="body", format="plain")
    (shard,) = plan(str(path), columns, Config(), 10)
    read = ShardReader(MemoryPlan(Config(), columns, ()))(shard)
    assert read.memory.names["Alice Hartley"].count == 1 and not read.undated
    later = ShardReader(MemoryPlan(Config(), columns, (), "2020-01-01"))(shard)
    assert later.undated == 1 and not later.memory.names


def test_results_hold_as_long_as_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "house.memory"
    path.write_text("# copylint memory 1\n#\t0\t\t\n", "utf-8")
    config = Config(memory=str(path))
    keys = packs(config), config_sha(config)
    assert keys[1] != config_sha(Config())
    path.write_text("# copylint memory 1\n#\t0\t\t\nA B\t1\t\t\n", "utf-8")
    assert packs(config) != keys[0] and config_sha(config) != keys[1]


def test_terms_are_remembered_shown_and_forgotten(tmp_path: Path, copylint: Copylint) -> None:
    rows = [
        {"id": f"a{n:02}", "day": f"2020-01-{n + 1:02}", "body": body}
        for n, body in enumerate(
            ["He sent an email. Nobody asked the Prime Minister."] * 21
            + ["The clerk sent an e-mail. They met online."]
        )
    ]
    (tmp_path / "paper.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    copylint("memory", "build", "paper.jsonl", "--isolated", *FIELDS)
    memory = tmp_path / "house.memory"
    # A term that only one article has, "online", is not kept.
    assert memory.read_text("utf-8") == (
        "# copylint memory 1\n#\t22\t2020-01-01\t2020-01-22\n"
        "email = e-mail\t1\t2020-01-22\t2020-01-22\ta21\n"
        "email = email\t21\t2020-01-01\t2020-01-21\ta20\n"
        "prime minister = Prime Minister\t21\t2020-01-01\t2020-01-21\ta20\n"
    )
    assert copylint("memory", "show", "house.memory", "e-ma") == (
        "email = e-mail: 1, 2020-01-22 to 2020-01-22 (a21)\n"
    )
    assert copylint("memory", "show", "house.memory", "minister", code=1) == ""

    (tmp_path / "copylint.toml").write_text('memory = "house.memory"\n', "utf-8")
    (tmp_path / "story.txt").write_text("She sent an e-mail to the prime minister.\n", "utf-8")
    check = "check", "story.txt", "--grammar", "off", "--select", "memory"
    told = copylint(*check)
    assert "'email' in 21 articles" in told and "'Prime Minister' in 21 articles" in told

    before = memory.read_bytes()
    copylint("memory", "forget", "house.memory", "e-mail")
    assert b"email" not in memory.read_bytes()
    (tmp_path / "old.memory").write_bytes(before)
    assert copylint("memory", "diff", "old.memory", "house.memory", code=1).startswith(
        "- email = e-mail: 1, "
    )
    assert "'email'" not in copylint(*check)

    # An update keeps what one article has, since a day has few.
    rows.append({"id": "a22", "day": "2020-02-01", "body": "They meet online."})
    (tmp_path / "paper.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    copylint("memory", "update", "paper.jsonl", "--isolated", *FIELDS)
    assert "online = online\t1\t2020-02-01" in memory.read_text("utf-8")
