"""``copylint learn``: folders of drafts that pass their own tests."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from copylint.cli.main import run_here

PAIRS = [
    ("They met at the fish pier again.", "They met at the fish jetty again."),
    ("Nets dry on each fish pier here.", "Nets dry on each fish jetty here."),
    ("We recieve the mail.", "We receive the mail."),
    ("They recieve no fish.", "They receive no fish."),
]


def copylint(*arguments: str) -> int:
    with patch.object(sys, "argv", ["copylint", *arguments]):
        return int(str(run_here() or 0))


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    lines = (
        json.dumps({"before": before, "after": after, "article": f"{number}.txt"})
        for number, (before, after) in enumerate(PAIRS)
    )
    (tmp_path / "pairs.jsonl").write_text("\n".join(lines), "utf-8")
    return tmp_path


def test_a_draft_passes_its_own_tests(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert copylint("learn", "pairs.jsonl", "--output", "drafts", "--isolated", "--jobs", "1") == 0
    assert "1 draft; rules that run already make 1 other" in capsys.readouterr().out
    assert sorted(each.name for each in (house / "drafts/Learned").iterdir()) == [
        "Pier.md",
        "Pier.yml",
    ]
    assert copylint("test-rules", "drafts/Learned", "--isolated") == 0
    assert "1 rule, 4 examples: all is well" in capsys.readouterr().out


def test_no_draft_runs_unasked(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copylint("learn", "pairs.jsonl", "--output", "drafts", "--isolated", "--jobs", "1")
    (house / "copylint.toml").write_text('packs = ["drafts"]\ngrammar = []\n', "utf-8")
    (house / "a.txt").write_text("They sat on the fish pier.\n", "utf-8")
    assert copylint("check", "a.txt", "--no-cache") == 0
    capsys.readouterr()
    assert copylint("check", "a.txt", "--no-cache", "--select", "Learned.Pier") == 1
    assert "Write 'jetty', not 'pier'." in capsys.readouterr().out


def test_a_trial_is_on_the_page(house: Path) -> None:
    (house / "archive").mkdir()
    (house / "archive/a.txt").write_text("The pier and `the other` pier.\n", "utf-8")
    arguments = ["pairs.jsonl", "--output", "drafts", "--trial", "archive", "--jobs", "1"]
    assert copylint("learn", *arguments, "--isolated") == 0
    page = (house / "drafts/Learned/Pier.md").read_text("utf-8")
    assert "2 findings in 1 article (6 words)." in page
    assert "- archive/a.txt:1: `The [pier] and 'the other' pier.`" in page
    assert copylint("test-rules", "drafts/Learned", "--isolated") == 0
    assert "| 2 | 2 | 0 | 2 |" in (house / "drafts/README.md").read_text("utf-8")


def decisions(*made: tuple[str, str, str]) -> str:
    rows = [
        {
            "decision": verdict,
            "rule": rule,
            "part": "",
            "start": 0,
            "end": len(text),
            "text": text,
            "sentence": text,
            **({"edits": []} if verdict == "accepted" else {}),
        }
        for verdict, rule, text in made
    ]
    article = {"path": "a.txt", "sha256": "0" * 64, "decisions": rows}
    return json.dumps({"version": 1, "copylint": "0.1.0", "articles": [article]})


def test_dismissed_words_are_for_the_vocabulary(house: Path) -> None:
    made = [
        ("dismissed", "spelling.unknown", "smirr"),
        ("dismissed", "spelling.unknown", "smirr"),
        ("dismissed", "spelling.unknown", "once"),
        ("accepted", "duplicates.word", "the the"),
    ]
    (house / "desk.json").write_text(decisions(*made), "utf-8")
    assert copylint("learn", "desk.json", "--output", "drafts", "--isolated") == 0
    lines = (house / "drafts/words.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if len(line.split()) == 2] == ["# smirr"]
    told = (house / "drafts/README.md").read_text("utf-8")
    assert "| `spelling.unknown` | 0 | 3 |\n| `duplicates.word` | 1 | 0 |" in told


def test_what_the_desk_keeps_is_no_draft(house: Path) -> None:
    made = [("dismissed", "News.Pier", "Pier")] * 2
    (house / "desk.json").write_text(decisions(*made), "utf-8")
    arguments = ["pairs.jsonl", "desk.json", "--output", "drafts", "--jobs", "1"]
    assert copylint("learn", *arguments, "--isolated") == 0
    assert list((house / "drafts/Learned").iterdir()) == []


def test_one_rule_for_the_misspellings_of_a_name(
    house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (house / "pairs.jsonl").open("a", encoding="utf-8") as file:
        for number, (wrong, lead) in enumerate(
            [("Mewstowne", "The"), ("Mewstowne", "Old"), ("Mewstne", "Two"), ("Mewstne", "Our")]
        ):
            row = {"before": f"{lead} Captain {wrong} sang.", "path": f"n{number}"}
            file.write("\n" + json.dumps({**row, "after": f"{lead} Captain Mewstone sang."}))
    assert copylint("learn", "pairs.jsonl", "--output", "drafts", "--isolated", "--jobs", "1") == 0
    rule = (house / "drafts/Learned/Mewstone.yml").read_text("utf-8")
    assert '  "Mewstne": "Mewstone"\n  "Mewstowne": "Mewstone"\n' in rule
    capsys.readouterr()
    assert copylint("test-rules", "drafts/Learned", "--isolated") == 0
    assert "2 rules, 8 examples: all is well" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("nonsense", "pairs.jsonl:2: the line is not JSON"),
        ("[]", "pairs.jsonl:2: the line is not a JSON object"),
        ('{"before": "a"}', "pairs.jsonl:2: needs the text 'after'"),
        ('{"before": 1, "after": "b"}', "pairs.jsonl:2: needs the text 'before'"),
    ],
)
def test_a_line_that_is_no_pair_is_named(
    line: str, told: str, house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (house / "pairs.jsonl").write_text('{"before": "a", "after": "b"}\n' + line + "\n", "utf-8")
    assert copylint("learn", "pairs.jsonl", "--output", "drafts", "--isolated") == 2
    assert told in capsys.readouterr().err
    assert not (house / "drafts").exists()


def test_a_folder_that_holds_something_is_left(
    house: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (house / "drafts").mkdir()
    (house / "drafts/mine.txt").write_text("mine", "utf-8")
    assert copylint("learn", "pairs.jsonl", "--output", "drafts", "--isolated") == 2
    assert "drafts: is there already; name a folder that is new or empty" in capsys.readouterr().err
    assert [each.name for each in (house / "drafts").iterdir()] == ["mine.txt"]


def test_odd_text_costs_no_traceback(house: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = ["\ud800", "\x00", "\u202e", "```", "$1 | %s", "*" * 5000, "a" * 100_000, "\n\n"]
    rows = [
        {"before": f"{lead} fish pier {each}", "after": f"{lead} fish jetty {each}", "id": number}
        for number, each in enumerate(odd)
        for lead in ("The old", "A new", each)
    ]
    text = "\n".join(map(json.dumps, rows))
    (house / "pairs.jsonl").write_text(text, "utf-8")
    assert copylint("learn", "pairs.jsonl", "--output", "drafts", "--isolated", "--jobs", "1") == 0
    assert capsys.readouterr().err == ""
    assert copylint("test-rules", "drafts/Learned", "--isolated") == 0


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
def test_a_history_of_articles_becomes_drafts(house: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}

    def git(*arguments: str) -> None:
        command = ["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org", *arguments]
        subprocess.run(command, cwd=house / "news", check=True, env=environment)

    (house / "news").mkdir()
    git("init", "--quiet", "-b", "main")
    for version in (0, 1):
        for number, pair in enumerate(PAIRS[:2]):
            text = f"# Story {number}\n\nIt rained. {pair[version]} It was late.\n"
            (house / f"news/{number}.md").write_text(text, "utf-8")
        git("add", "--all")
        git("commit", "--quiet", "-m", "edit")
    assert copylint("learn", "news", "--output", "drafts", "--isolated", "--jobs", "1") == 0
    page = (house / "drafts/Learned/Pier.md").read_text("utf-8")
    assert "```bad pier\nThey met at the fish pier again.\n```" in page
    assert copylint("test-rules", "drafts/Learned", "--isolated") == 0
