"""``copylint check --against``: captions and paragraphs that an index of the archive has."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("rensa", reason="the extra 'archive' is not installed")

from copylint.cli import app

CAPTION = "The flood barrier at low tide, seen from the harbour wall"
PARAGRAPH = (
    "The barrier was built after the flood of 1953, which cost the lives of eleven people in the "
    "old town and left two thousand without a home."
)
STORY = f"""<html><head><meta property="article:published_time" content="2026-05-04"></head><body>
<h1>Ferry back in May</h1>
<p>The ferry was late again on Sunday, the third time in a month, and the harbour office said that
nobody knew when it would sail to the island as it did before.</p>
<figure><figcaption>{CAPTION}</figcaption></figure>
<p>{PARAGRAPH}</p>
<p>It will sail again in May, once a new engine has come from the yard in the north, if the weather
lets the men at the yard work through the week and the next.</p>
<p>Tickets that were bought for the days without a ferry stay good until the end of the year, and
whoever does not want to wait may have the money back.</p>
</body></html>
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command in an empty folder; its exit code, output and errors."""

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", ["copylint", *words])
        try:
            code: Any = app.run()
        except SystemExit as end:
            code = end.code
        written = capsys.readouterr()
        return code, written.out, written.err

    return run


def index(run: Run, folder: Path, *rows: dict[str, str]) -> None:
    """Make ``printed/printed.sqlite`` of these articles."""
    (folder / "paper.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    columns = ("--field", "title=headline", "--field", "body", "--field", "caption=caption")
    where = (*columns, "--id", "id", "--date", "date", "--output", "printed", "--isolated", "-q")
    code, _, errors = run("archive", "duplicates", "paper.jsonl", *where)
    assert (code, errors) == (0, "")


def article(id: str, day: str, title: str = "Flood barrier", **more: str) -> dict[str, str]:
    return {"id": id, "date": day, "title": title, "body": "Nobody knew.", "caption": "", **more}


def found(run: Run, *options: str) -> list[tuple[str, str]]:
    """The rules and messages of the findings in story.html that the index causes."""
    command = ("check", "story.html", "--format", "json", "--select", "printed", "--isolated")
    code, written, errors = run(*command, *options)
    assert code in (0, 1), errors
    return [(each["rule"], each["message"]) for each in json.loads(written)["findings"]]


AGAINST = ("--against", "printed/printed.sqlite")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.html"
    path.write_text(STORY, "utf-8")
    return path


def test_a_caption_and_a_paragraph_cite_the_article_that_had_them_last(
    run: Run, tmp_path: Path, story: Path
) -> None:
    index(
        run,
        tmp_path,
        article("a1", "2026-03-01", caption=CAPTION),
        article("a2", "2026-02-01", "Low tide", caption=CAPTION.upper()),
        article("a3", "2025-02-01", "The flood", body=PARAGRAPH),
    )

    assert found(run, *AGAINST) == [
        (
            "printed.caption",
            "This caption has run 2 times, last under 'Flood barrier' on 2026-03-01 (a1).",
        ),
        ("printed.paragraph", "This paragraph ran under 'The flood' on 2025-02-01 (a3)."),
    ]
    assert found(run) == []


@pytest.mark.parametrize(
    "earlier",
    [
        article("a1", "2026-05-03", caption=CAPTION),
        article("a1", "2026-04-20", "Correction: flood barrier", caption=CAPTION),
        article("a1", "2026-03-01", "Ferry back in May", caption=CAPTION),
        article("a1", "2026-03-01", "Ferry", caption=CAPTION, body=PARAGRAPH + "\n\n" + (
            "Tickets that were bought for the days without a ferry stay good until the end of the "
            "year, and whoever does not want to wait may have the money back."
        )),
    ],
    ids=["the day before", "corrected", "same headline", "half of it the same"],
)  # fmt: skip
def test_an_article_of_the_same_story_does_not_count(
    run: Run, tmp_path: Path, story: Path, earlier: dict[str, str]
) -> None:
    index(run, tmp_path, earlier)

    assert found(run, *AGAINST) == []


def test_a_paragraph_that_returns_in_many_articles_is_left_alone(
    run: Run, tmp_path: Path, story: Path
) -> None:
    earlier = [
        article(f"a{at}", f"2025-0{at}-01", f"Story {at}", body=PARAGRAPH) for at in (1, 2, 3)
    ]
    index(run, tmp_path, *earlier)
    assert [rule for rule, _ in found(run, *AGAINST)] == ["printed.paragraph"]

    index(run, tmp_path, *earlier, article("a4", "2025-04-01", "Story 4", body=PARAGRAPH))
    assert found(run, *AGAINST) == []


def test_the_configuration_names_an_index_and_its_change_is_seen(
    run: Run, tmp_path: Path, story: Path
) -> None:
    index(run, tmp_path, article("a1", "2026-03-01"))
    (tmp_path / "copylint.toml").write_text(
        'root = true\nagainst = "printed/printed.sqlite"\n', "utf-8"
    )
    command = ("check", "story.html", "--select", "printed", "--format", "json")
    assert run(*command)[0] == 0

    index(run, tmp_path, article("a1", "2026-03-01", caption=CAPTION))
    code, written, _ = run(*command)

    assert "ran under 'Flood barrier' on 2026-03-01 (a1)" in written
    assert code == 0, "a suggestion does not fail a run"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none.sqlite", "it does not exist"),
        (".", "it is not a file"),
        ("story.html", "it is not an index of printed articles"),
    ],
)
def test_what_is_not_an_index_is_refused(run: Run, story: Path, name: str, said: str) -> None:
    code, written, errors = run("check", "story.html", "--isolated", "--against", name)

    assert (code, written) == (2, "")
    assert f"{name}: this index cannot be used: {said}" in errors
    assert errors.count("\n") == 1


def test_a_check_leaves_the_index_as_it_was(run: Run, tmp_path: Path, story: Path) -> None:
    index(run, tmp_path, article("a1", "2026-03-01", caption=CAPTION))
    path = tmp_path / "printed" / "printed.sqlite"
    before = path.read_bytes()
    path.chmod(0o444)

    assert len(found(run, *AGAINST)) == 1
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == sorted(["duplicates.parquet", "printed.sqlite"])  # noqa: PTH208
