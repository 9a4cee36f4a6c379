"""The table of quotations on the page for editors."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.cli.main import main

STORY = (
    "“I would call it cheap,” Ann Lee said. “It <leaks>,” she said. “It is blue today,” she said.\n"
)


@pytest.fixture
def page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    """The page about a story that quotes an interview."""
    monkeypatch.chdir(tmp_path)
    Path("story.txt").write_text(STORY, encoding="utf-8")
    Path("interview.txt").write_text(
        "ANN LEE: I would not call it cheap. It, um, <leaks>.\n", encoding="utf-8"
    )
    arguments = ["check", "story.txt", "--source", "interview.txt", "--format", "html"]
    monkeypatch.setattr("sys.argv", ["copylint", *arguments, "--no-cache", "--isolated"])
    with pytest.raises(SystemExit):
        main()
    return capsys.readouterr().out


def test_each_quotation_has_a_row_with_its_class_and_the_words_said(page: str) -> None:
    table = page[page.index('<table class="quotations">') : page.index("</table>")]
    rows = table.split("<tr>")[2:]
    assert len(rows) == 3
    assert "sense changed" in rows[0]
    assert "I would not call it cheap" in rows[0]
    assert "<del>not</del> → left out (negation)" in rows[0]
    assert "interview.txt line 1" in rows[0]
    assert "filler removed" in rows[1]
    assert "&lt;leaks&gt;" in rows[1]
    assert "not found" in rows[2]
