"""Word documents on the command line: places, reports, differences, fixes."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import word

NOTES = (
    f"<w:footnotes {word.ROOT}><w:footnote w:id='2'>"
    f"{word.paragraph(word.run('A note in in it.'))}</w:footnote></w:footnotes>"
)
CHANGE = (
    "<w:del w:id='1'><w:r><w:delText xml:space='preserve'>teh </w:delText></w:r></w:del>"
    f"<w:ins w:id='2'>{word.run('the ')}</w:ins>"
)
BODY = word.paragraph(word.run("The bridge is open")) + word.paragraph(
    word.run("Tea &amp; cake were se") + word.run("rvd", "<w:b/>") + word.run(" at ") + CHANGE
    + word.run("the quay. It was ") + "<w:r><w:footnoteReference w:id='2'/></w:r>"
    + word.run("was late.")
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.docx").write_bytes(word.package(BODY, {"footnotes.xml": NOTES}))
    return tmp_path


def copylint(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "copylint", *arguments, "--isolated"],
        cwd=folder, capture_output=True, check=False, text=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def part(folder: Path, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO((folder / "a.docx").read_bytes())) as archive:
        return archive.read(name).decode()


def test_locations_name_block_and_character(folder: Path) -> None:
    shown = copylint(folder, "check", "a.docx", "--quiet")
    assert [line.split(" ")[0] for line in shown.splitlines()] == [
        "a.docx:2:17",
        "a.docx:2:26",
        "a.docx:2:43",
        "a.docx:3:8",
    ]
    record = json.loads(copylint(folder, "check", "a.docx", "--format", "json"))
    word_found, _, _, note = record["findings"]
    assert (word_found["text"], word_found["part"]) == ("servd", "word/document.xml")
    xml = part(folder, "word/document.xml")[word_found["start"] : word_found["end"]]
    assert (xml[:2], xml[-3:]) == ("se", "rvd")
    assert (note["text"], note["part"], note["line"]) == ("in in", "word/footnotes.xml", 3)
    notes = part(folder, "word/footnotes.xml")
    assert notes[note["start"] : note["end"]] == "in in"
    (edit,) = note["fixes"][0]["edits"]
    assert edit["part"] == "word/footnotes.xml"
    mended = notes[: edit["start"]] + edit["text"] + notes[edit["end"] :]
    assert "A note in it." in mended


def test_reports_show_prose(folder: Path) -> None:
    lines = copylint(folder, "check", "a.docx").splitlines()
    assert lines[2].strip() == "Tea & cake were servd at the the quay. It was was late."
    assert lines[3].index("^") == lines[2].index("servd")
    page = copylint(folder, "check", "a.docx", "--format", "html")
    assert "Tea &amp; cake were " in page
    assert "w:t" not in page
    sarif = json.loads(copylint(folder, "check", "a.docx", "--format", "sarif"))
    place = sarif["runs"][0]["results"][0]["locations"][0]
    assert place["logicalLocations"] == [{"name": "word/document.xml"}]
    region = place["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (2, 17)
    assert "charOffset" not in region
    assert "fixes" not in sarif["runs"][0]["results"][0]
    diagnostics = json.loads(copylint(folder, "check", "a.docx", "--format", "rdjson"))
    assert diagnostics["diagnostics"][0]["location"]["range"]["start"] == {"line": 2, "column": 17}
    assert not any(each.get("suggestions") for each in diagnostics["diagnostics"])
    stats = copylint(folder, "stats", "a.docx")
    assert "Tea & cake" in stats


def test_fix_shows_a_difference_of_prose(folder: Path) -> None:
    shown = copylint(folder, "fix", "a.docx", "--diff", "--quiet", "--unsafe")
    assert "-A note in in it.\n" in shown
    assert "+A note in it.\n" in shown
    assert part(folder, "word/footnotes.xml") == NOTES
    copylint(folder, "fix", "a.docx", "--quiet", "--unsafe")
    assert part(folder, "word/footnotes.xml") == NOTES.replace("in in", "in")
    assert "<w:b/></w:rPr><w:t xml:space" in part(folder, "word/document.xml")


def test_the_original_of_tracked_changes(folder: Path) -> None:
    def found(*more: str) -> list[tuple[str, str]]:
        record = json.loads(copylint(folder, "check", "a.docx", "--format", "json", *more))
        assert all(not each["fixes"] for each in record["findings"]) or not more
        return [(each["text"], each["part"][5:]) for each in record["findings"]]

    accepted, original = ("the the", "document.xml"), ("teh", "document.xml")
    for _ in range(2):  # the cache of one reading is not taken for the other
        assert accepted in found()
        assert original not in found()
        assert original in found("--tracked-changes", "original")
        assert accepted not in found("--tracked-changes", "original")
    (folder / "copylint.toml").write_text('tracked-changes = "original"\n', encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "copylint", "text", "a.docx"],
        cwd=folder, capture_output=True, check=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert "at teh the quay" in done.stdout


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_baseline_hides_known_findings(folder: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)

    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "One")
    more = word.paragraph(word.run("It rained for for hours on the quay."))
    (folder / "a.docx").write_bytes(word.package(more + BODY, {"footnotes.xml": NOTES}))
    shown = copylint(folder, "check", "a.docx", "--since", "HEAD", "--quiet")
    assert [line.split(" ")[0] for line in shown.splitlines()] == ["a.docx:1:11"]
