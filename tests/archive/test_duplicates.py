"""``copylint archive duplicates``: what an archive printed twice."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

pytest.importorskip("rensa", reason="the extra 'archive' is not installed")

from copylint.analysis import printed_text as printed
from copylint.archive.duplicates import relation
from copylint.archive.printed_index import Earlier
from copylint.cli import app

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks" / "archive"))

import duplicates as measured
import generate

FIELDS = ("--field", "title=headline", "--field", "body", "--field", "caption=caption")
ROWS = (*FIELDS, "--id", "id", "--date", "date", "--slug", "slug")
CAPTION = "The flood barrier at low tide, seen from the harbour wall"
Duplicates = Callable[..., str]


def story(number: int, sentences: int = 30) -> str:
    """A text whose sentences no other number has."""
    return " ".join(
        f"On day {number * 1000 + at} item {number * 777 + at} was moved to hall {number} by crew "
        f"{at * number}."
        for at in range(1, sentences + 1)
    )


def row(number: int, **changes: Any) -> dict[str, Any]:
    own = {
        "id": f"a{number}",
        "date": f"2026-03-{number:02}",
        "slug": f"slug-{number}",
        "title": f"Headline {number}",
        "body": story(number),
        "caption": f"Hall {number} before crew {number * 3} had moved all of the items out",
    }
    return {**own, **changes}


@pytest.fixture
def duplicates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Duplicates:
    """The command with these rows and options; what it writes, code and errors checked."""

    def run(rows: list[dict[str, Any]], *options: str, code: int = 0, errors: str = "") -> str:
        monkeypatch.chdir(tmp_path)
        text = "".join(json.dumps(each) + "\n" for each in rows)
        Path("copy.jsonl").write_text(text, "utf-8")
        command = ["copylint", "archive", "duplicates", "--isolated", "copy.jsonl", *ROWS]
        monkeypatch.setattr(sys, "argv", [*command, *options])
        try:
            got: object = app.run()
        except SystemExit as end:
            got = end.code
        written = capsys.readouterr()
        assert got == code, written.err
        assert errors in written.err
        return written.out

    return run


def pairs(folder: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(folder / "duplicates.parquet").to_pylist()
    return found


def test_copies_of_articles_are_found_with_their_differences(
    tmp_path: Path, duplicates: Duplicates
) -> None:
    edited = story(1).replace("by crew 5.", "by nobody.")

    duplicates([row(1), row(2), row(9, body=edited), row(20, body=story(2))], "--output", "out")

    found = pairs(tmp_path / "out")
    assert [(each["kind"], each["first_id"], each["second_id"]) for each in found] == [
        ("article", "a2", "a20"),
        ("article", "a1", "a9"),
    ]
    assert found[0]["score"] == 1.0
    assert found[0]["only_first"] == found[0]["only_second"] == []
    assert 0.8 < found[1]["score"] < 1
    assert found[1]["only_second"] == ["On day 1005 item 782 was moved to hall 1 by nobody."]
    assert found[1]["first_headline"] == "Headline 1"
    assert found[1]["second_date"] == date(2026, 3, 9)


def test_captions_and_paragraphs_are_found_in_other_articles(
    tmp_path: Path, duplicates: Duplicates
) -> None:
    shared = "The barrier " + " ".join(f"word{at}" for at in range(30)) + "."
    rows = [
        row(1, caption=CAPTION, body=f"{story(1)}\n\n{shared}"),
        row(5, caption=CAPTION.upper() + "!"),
        row(9, caption=CAPTION, body=f"{shared}\n\n{story(9)}"),
    ]

    duplicates(rows, "--output", "out")

    found = [
        (each["kind"], each["first_id"], each["second_id"], each["times"])
        for each in pairs(tmp_path / "out")
    ]
    assert found == [
        ("caption", "a1", "a5", 1),
        ("caption", "a5", "a9", 2),
        ("paragraph", "a1", "a9", 1),
    ]


def test_short_captions_and_paragraphs_do_not_count(tmp_path: Path, duplicates: Duplicates) -> None:
    short = {"caption": "The flood barrier"}
    duplicates([row(1, **short), row(2, **short)], "--output", "out")

    assert pairs(tmp_path / "out") == []


def test_an_index_is_brought_up_to_date(tmp_path: Path, duplicates: Duplicates) -> None:
    duplicates([row(1), row(2)], "--output", "out")
    duplicates([row(1), row(2), row(9, body=story(1))], "--output", "out")
    whole = pairs(tmp_path / "out")
    duplicates([row(1), row(2, title="Changed"), row(9, body=story(9))], "--output", "out")

    assert [each["second_id"] for each in whole] == ["a9"]
    assert pairs(tmp_path / "out") == []


def test_new_copy_is_compared_with_an_index(tmp_path: Path, duplicates: Duplicates) -> None:
    duplicates([row(1, title="Flood barrier", caption=CAPTION)], "--output", "out")
    before = (tmp_path / "out" / "printed.sqlite").read_bytes()

    said = duplicates([row(9, caption=CAPTION)], "--against", "out/printed.sqlite", code=1)
    clean = duplicates([row(9)], "--against", "out/printed.sqlite")

    assert said == f"a9: this caption ran under 'Flood barrier' on 2026-03-01 (a1): {CAPTION}\n"
    assert clean == ""
    assert (tmp_path / "out" / "printed.sqlite").read_bytes() == before


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ({"slug": "flood"}, {"slug": "flood", "day": date(2026, 3, 5)}, "update"),
        ({"slug": "flood"}, {"slug": "flood", "day": date(2026, 9, 5)}, "reprint"),
        ({}, {"headline": "Barrier opens (updated)", "day": date(2026, 3, 4)}, "update"),
        ({}, {"day": date(2026, 3, 1)}, "same-day"),
        ({}, {"day": date(2026, 3, 2)}, "same-day"),
        ({}, {"day": date(2026, 4, 2)}, "reprint"),
        ({}, {"day": None}, "reprint"),
    ],
)
def test_updates_and_wire_copy_are_told_from_reprints(
    earlier: dict[str, Any], later: dict[str, Any], expected: str
) -> None:
    first = {"day": date(2026, 3, 1), "slug": "", "headline": "Barrier", "text": "It opened."}
    old = Earlier(1, "a", **{**first, **earlier})
    new = printed.PrintedText("b", "", exact=(), **{**first, **later})

    assert relation(old, new) == expected


def test_a_file_that_is_no_index_is_one_message(tmp_path: Path, duplicates: Duplicates) -> None:
    (tmp_path / "no.sqlite").write_text("This is a text and no database at all.")

    for name, message in (("no.sqlite", "is not an index"), ("none.sqlite", "there is no such")):
        duplicates([row(1)], "--against", name, code=2, errors=f"copylint: {name}: {message}")


def test_one_of_output_and_against_is_needed(duplicates: Duplicates) -> None:
    duplicates([row(1)], code=2, errors="--output")
    duplicates([row(1)], "--output", "out", "--against", "x", code=2, errors="--output")


def test_planted_copies_in_a_generated_archive_are_found(
    tmp_path: Path, duplicates: Duplicates
) -> None:
    archive = generate.Archive(2000)
    made = [archive.article(number) for number in range(300, 700)]
    rows = [{**each.row, "date": str(each.row["date"])} for each in made]
    there = {each["id"] for each in rows}
    truth = {
        (each["kind"], article.row["id"], each["of"])
        for article in made
        for each in article.planted
        if each["kind"] in ("copy", "caption") and each["of"] in there
    }
    for each in rows:
        each["title"] = each.pop("headline")

    duplicates(rows, "--output", "out")

    found = measured.reported(tmp_path / "out" / "duplicates.parquet")
    assert len(truth) > 10
    assert truth <= found
    assert measured.figures(dict.fromkeys(truth, 0.0), found)


def test_the_generated_archive_is_always_the_same(tmp_path: Path) -> None:
    generate.write(30, tmp_path / "one")
    generate.write(30, tmp_path / "two")

    one, two = (pq.read_table(tmp_path / name / "articles.parquet") for name in ("one", "two"))
    assert one.equals(two)
    assert isinstance(one, pa.Table)
    assert one.column_names[:2] == ["id", "date"]
    assert generate.Archive(30).article(7).row == one.slice(7, 1).to_pylist()[0]
