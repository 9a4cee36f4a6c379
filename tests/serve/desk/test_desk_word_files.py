"""A Word file on the desk has the findings of ``copylint check``, also after any edits."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from desk_server import base64, bytes_of, client_of
from docx import Document as WordFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from copylint.config.schema import Config
from copylint.core.finding import Finding
from copylint.report.finding_record import finding_record
from copylint.runner.article_stats import statistics
from copylint.runner.pipeline import run
from copylint.runner.result import Input

TESTS = Path(__file__).parents[2]
sys.path += [str(TESTS / "office"), str(TESTS / "formats")]
word_articles = pytest.importorskip("word_articles")
manuscripts = pytest.importorskip("manuscripts")

SEEDS = sorted(
    path
    for path in (TESTS.parent / "seeds").iterdir()
    if path.suffix in (".txt", ".md") and path.stem != "README"
)
LINE = 3
FIELDS = ("rule", "severity", "message", "line", "column", "end_line", "end_column", "text")
PLANTED = (
    "teh",
    "The the end",
    "She go home .",
    "  ",
    "By Orla Quist",
    "Ms Lindqvits",
    "“",
    " and and",
    "🚢",
    "\n",
    "\n\nA new paragraph recieved it.\n\n",
    "\n\n",
    "",
)


def seed(path: Path) -> bytes:
    """A sample article as a Word file: a title, paragraphs, a caption and a list."""
    title, *rest = re.split(r"\n\s*\n", path.read_text("utf-8").strip())
    document = WordFile()
    document.add_heading(title.lstrip("# "), 0)
    for number, text in enumerate(rest):
        style = {2: "Caption", 4: "List Bullet", 5: "Quote"}.get(number)
        document.add_paragraph(" ".join(text.split()), style=style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def manuscript(write: Callable[[Path], None], folder: Path, suffix: str) -> bytes:
    path = folder / f"manuscript{suffix}"
    write(path)
    return path.read_bytes()


class Files(dict[str, bytes]):
    """Files by name; shows nothing of them when a test fails."""

    def __repr__(self) -> str:
        return f"Files({sorted(self)})"


def files(folder: Path) -> Files:
    """Every Word file and OpenDocument text that the tests can make without a word processor."""
    made = Files((f"{path.stem}.docx", seed(path)) for path in SEEDS)
    for name in ("flood", "council", "harbour", "museum", "festival", "strike"):
        made[f"{name}.docx"] = getattr(word_articles, name)()
    for name in ("transport", "match"):
        made[f"{name}.odt"] = getattr(word_articles, name)()
    made["rich.docx"] = manuscript(manuscripts.rich, folder, ".docx")
    return made


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("paper")


@pytest.fixture(scope="module")
def originals(tmp_path_factory: pytest.TempPathFactory) -> Files:
    return files(tmp_path_factory.mktemp("originals"))


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:
    with client_of(folder) as made:
        yield made


def checked(name: str, data: bytes) -> list[tuple[Any, ...]]:
    """What ``copylint check`` says of a file."""
    (file,) = run([Input(name, data=data)], Config(), jobs=1).files
    assert not file.error
    return sorted(map(row, map(record_of, file.findings)))


def record_of(finding: Finding) -> dict[str, Any]:
    return {**finding_record(finding), "sentence": finding.sentence}


def row(found: dict[str, Any]) -> tuple[Any, ...]:
    related = [(each["line"], each["column"], each["text"]) for each in found["related"]]
    return (
        *(found[each] for each in FIELDS),
        found["sentence"],
        found["fix"] if found["replacements"] else "",
        tuple(found["replacements"]),
        tuple(related),
    )


def opened(client: TestClient, name: str, data: bytes) -> tuple[str, str]:
    """The address of the file as an open document, and its prose."""
    text = client.post(f"/api/files?name={name}", content=data).json()["text"]
    body = {"name": name, "data": base64(data), "text": text}
    answer = client.post("/api/documents", json=body)
    assert answer.status_code == 200, answer.text
    return f"/api/documents/{answer.json()['id']}", text


def findings(client: TestClient, place: str, text: str) -> list[tuple[Any, ...]]:
    """The findings that the desk shows; each has its place in the text."""
    answer = client.get(f"{place}/findings").json()
    assert not answer["error"]
    for each in answer["findings"]:
        there = text[each["start"] : each["end"]]
        assert re.sub(r"\s", " ", there) == re.sub(r"\s", " ", each["text"]), each
    return sorted(map(row, answer["findings"]))


def in_paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, without the spaces around them."""
    return [each.strip() for each in re.split(r"\n[ \t]*\n", text) if each.strip()]


def test_an_untouched_file_has_the_findings_of_a_check(
    client: TestClient, originals: Files
) -> None:
    counted = 0
    for name, data in originals.items():
        place, text = opened(client, name, data)
        expected = checked(name, data)
        assert findings(client, place, text) == expected, name
        counted += len(expected)
    assert counted > 80


def test_a_file_that_is_sent_has_the_findings_of_a_check(
    client: TestClient, originals: Files
) -> None:
    for name in ("flood.docx", "match.odt", "rich.docx"):
        data = originals[name]
        answer = client.post(f"/api/check/file?name={name}", content=data).json()
        assert sorted(map(row, answer["findings"])) == checked(name, data), name


def test_the_files_structure_reaches_the_check(client: TestClient) -> None:
    document = WordFile()
    document.add_heading("Harbour opens", 0)
    document.add_paragraph("The harbour opened on Monday.")
    document.add_paragraph("Boats in the harbour on Monday", style="Caption")
    document.add_paragraph("Buy nets", style="List Bullet")
    out = io.BytesIO()
    document.save(out)
    place, text = opened(client, "harbour.docx", out.getvalue())
    answer = client.get(f"{place}/findings?stage=rules").json()
    kinds = [(text[each["start"] : each["end"]], each["kind"]) for each in answer["blocks"]]
    assert kinds == [
        ("Harbour opens", "headline"),
        ("The harbour opened on Monday.", "paragraph"),
        ("Boats in the harbour on Monday", "caption"),
        ("Buy nets", "list-item"),
    ]
    assert answer["headline"] == "Harbour opens"


RELAXED = settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
EDITS = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 9), st.sampled_from(PLANTED)), max_size=4
)


@RELAXED
@given(data=st.data(), edits=EDITS)
def test_after_any_edits_the_findings_are_those_of_a_check_of_the_corrected_file(
    client: TestClient, originals: Files, data: st.DataObject, edits: list[Any]
) -> None:
    name = data.draw(st.sampled_from(sorted(originals)))
    place, text = opened(client, name, originals[name])
    for version, (where, length, new) in enumerate(edits):
        start = round(where * len(text))
        end = min(start + length, len(text))
        edit = {"start": start, "end": end, "text": new}
        assert client.patch(place, json={"version": version, "edits": [edit]}).status_code == 204
        text = text[:start] + new + text[end:]
    body = {"name": name, "data": base64(originals[name]), "text": text}
    exported = client.post("/api/export/file", json=body).json()
    found = findings(client, place, text)
    expected = checked(name, bytes_of(exported["data"]))
    read = client.post(f"/api/files?name={name}", content=bytes_of(exported["data"])).json()
    there, here = in_paragraphs(read["text"]), in_paragraphs(text)
    if there == here:
        assert found == expected
        return
    # Paragraphs that the file cannot hold have findings of their own, all others the file's.
    alone = {each for each in there if there.count(each) == here.count(each) == 1}
    same = [each for each in expected if there[each[LINE] - 1] in alone]
    assert {each[:-1] for each in same} <= {each[:-1] for each in found}


def test_a_new_paragraph_is_checked_where_the_file_has_no_place_for_it(
    client: TestClient, originals: Files
) -> None:
    place, text = opened(client, "flood.docx", originals["flood.docx"])
    before = client.get(f"{place}/findings").json()["findings"]
    at = text.index("\n\n") + 2
    new = "The mayor recieved the the news.\n\n"
    edits = [{"start": at, "end": at, "text": new}]
    assert client.patch(place, json={"version": 1, "edits": edits}).status_code == 204
    answer = client.get(f"{place}/findings").json()
    text = text[:at] + new + text[at:]
    own = [each for each in answer["findings"] if at <= each["start"] < at + len(new)]
    assert {text[each["start"] : each["end"]] for each in own} == {"recieved", "the the"}
    (doubled,) = [each for each in own if each["rule"] == "duplicates.word"]
    (edit,) = doubled["fixes"][0]["edits"]
    fixed = text[: edit["start"]] + edit["text"] + text[edit["end"] :]
    assert "The mayor recieved the news.\n" in fixed
    rest = [each for each in answer["findings"] if each not in own]
    assert [row(each) for each in rest] == [row(each) for each in before]
    assert [each["start"] for each in rest] == [
        each["start"] + (len(new) if each["start"] >= at else 0) for each in before
    ]
    assert any("no place for 1 change" in each for each in answer["notes"])


def test_safe_corrections_and_figures_are_those_of_the_file(
    client: TestClient, originals: Files
) -> None:
    data = originals["flood.docx"]
    place, text = opened(client, "flood.docx", data)
    how = {"text": text, "document": place.rpartition("/")[2]}
    fixed = client.post("/api/fixes", json=how).json()
    assert fixed["fixed"] > 0
    assert "the the" in text
    assert "the the" not in fixed["text"]
    figures = client.post("/api/statistics", json=how).json()
    (expected,) = statistics([Input("flood.docx", data=data)]).files
    assert (figures["words"], figures["sentences"], figures["paragraphs"]) == (
        expected.words,
        expected.sentences,
        expected.paragraphs,
    )
    for longest in figures["longest_sentences"]:
        line = text.split("\n")[longest["line"] - 1]
        assert line[longest["column"] - 1 :].startswith(longest["text"][:20])
    report = client.post("/api/export/report", json={**how, "dismissed": []})
    assert report.text.count('<li class="note ') == len(checked("flood.docx", data))


def test_a_page_follows_its_own_structure(client: TestClient) -> None:
    page = b"<h1>The ferry</h1><ul><li>teh nets</li></ul><p>It left <code>the the</code> dock.</p>"
    place, text = opened(client, "ferry.html", page)
    assert findings(client, place, text) == checked("ferry.html", page)


def test_a_broken_file_is_refused(client: TestClient) -> None:
    body = {"name": "a.docx", "data": base64(b"PK not a package"), "text": "a"}
    answer = client.post("/api/documents", json=body)
    assert answer.status_code == 422
    assert answer.json()["error"]


def test_a_file_below_the_folders_keeps_the_settings_of_its_folder(
    client: TestClient, folder: Path, originals: Files
) -> None:
    desk = folder / "desk"
    desk.mkdir()
    (desk / "copylint.toml").write_text('ignore = ["spelling"]\n', "utf-8")
    (desk / "flood.docx").write_bytes(originals["flood.docx"])
    read = client.get("/api/folder/file?name=0/desk/flood.docx").json()
    body = {"file": "0/desk/flood.docx", "text": read["text"]}
    one = client.post("/api/documents", json=body).json()["id"]
    found = client.get(f"/api/documents/{one}/findings").json()["findings"]
    assert found
    assert not [each for each in found if each["rule"].startswith("spelling")]


def test_what_is_kept_counts_towards_the_limits(originals: Files) -> None:
    from copylint.service.kept_file import KeptFile
    from copylint.service.limits import Limits
    from copylint.service.service import Service

    data, config = originals["flood.docx"], Config()
    size = KeptFile("a.docx", data, config).size
    assert size > len(data)
    service = Service(Limits(total_bytes=2 * size))
    try:
        for name in ("a", "b", "c"):
            file = KeptFile("a.docx", data, config)
            service.open(name, "article", "text", path="a.docx", config=config, file=file)
        assert service.document("a", "article") is None
        kept = service.document("c", "article")
        assert kept is not None
        kept.close()
        assert kept.file is None
    finally:
        service.close()
