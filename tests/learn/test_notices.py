"""Corrections of names that a newspaper has printed."""

from __future__ import annotations

import sys
from pathlib import Path
from unittest.mock import patch

import pytest

from copylint.cli.main import run_here
from copylint.learn.notices import is_notice, printed_corrections

LEAD = "An earlier version of this article "


@pytest.mark.parametrize(
    ("notice", "corrected"),
    [
        ("misspelled Orla Quist's surname as Quisst.", [("Quisst", "Quist")]),
        ("misspelt the name of Orla Quist as Orla Quisst.", [("Quisst", "Quist")]),
        (
            "misspelled the surname of the pilot Orla Quist as Quisst.",
            [("Quisst", "Quist")],
        ),
        ("misspelled “Mewstone” as “Mewston”.", [("Mewston", "Mewstone")]),
        (
            "incorrectly spelled the Mewstone Inn as Mewston Inn.",
            [("Mewston", "Mewstone")],
        ),
        ("misspelled a name. It is Quist, not Quisst.", [("Quisst", "Quist")]),
        (
            "misspelled the name of a man. He is Ola Quist, not Quisst.",
            [("Quisst", "Quist")],
        ),
        ("misspelled as Quisst the name of Orla Quist.", [("Quisst", "Quist")]),
        ("wrongly called Orla Quist as Ada Brannock.", []),
        ("said that the bridge was built in 1840. It was built in 1804.", []),
        ("said that the ferry was late.", []),
    ],
)
def test_the_name_as_it_was_and_as_it_is(notice: str, corrected: list[tuple[str, str]]) -> None:
    assert [tuple(each) for each in printed_corrections(LEAD + notice)] == corrected
    assert is_notice(LEAD + notice) or not corrected


@pytest.mark.parametrize(
    "paragraph",
    [
        "The ferry is Mewstone, not Mewston, he said.",
        "She misspelled Quist as Quisst at school.",
        "The report says that it is Iran, not Iraq.",
    ],
)
def test_other_copy_is_no_notice(paragraph: str) -> None:
    assert not is_notice(paragraph)
    assert list(printed_corrections(paragraph)) == []


def test_a_notice_becomes_a_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    archive = tmp_path / "archive"
    archive.mkdir()
    (archive / "a.md").write_text(
        "# A sailor\n\nIt was dusk. The sailor Orla Quist came home.\n\n"
        "*An earlier version of this article misspelled Orla Quist's surname as Quisst.*\n",
        "utf-8",
    )
    (archive / "b.txt").write_text("The mayor thanked Quist.\n", "utf-8")
    command = ["copylint", "learn", "--notices", "archive", "--output", "drafts", "--isolated"]
    with patch.object(sys, "argv", [*command, "--jobs", "1"]):
        assert run_here() == 0
    page = (tmp_path / "drafts/Learned/Quisst.md").read_text("utf-8")
    assert "```bad Quisst\nThe sailor Orla Quisst came home.\n```" in page
    assert "A name that editors corrected. Corrected once in 1 article, never left." in page
    with patch.object(sys, "argv", ["copylint", "test-rules", "drafts/Learned", "--isolated"]):
        assert run_here() == 0


def test_neither_source_nor_notices(capsys: pytest.CaptureFixture[str]) -> None:
    with patch.object(sys, "argv", ["copylint", "learn", "--output", "drafts"]):
        assert run_here() == 2
    assert "where corrections are" in " ".join(capsys.readouterr().err.split())
