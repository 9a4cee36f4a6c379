"""The API of the desk: live documents, files, corrections, words, exports."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from desk_server import FERRY, base64, bytes_of, client_of, word_file
from docx import Document as WordFile
from starlette.testclient import TestClient

from copylint import lint_text


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("paper")
    (made / "copylint.toml").write_text('[vocabulary]\naccept = ["words.txt"]\n', "utf-8")
    (made / "words.txt").write_text("", "utf-8")
    (made / "news").mkdir()
    (made / "news" / "ferry.txt").write_text(FERRY, "utf-8")
    return made


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:
    with client_of(folder) as made:
        yield made


def applied(text: str, edits: list[dict[str, Any]]) -> str:
    for edit in reversed(edits):
        text = text[: edit["start"]] + edit["text"] + text[edit["end"] :]
    return text


def test_a_text_is_checked_as_the_command_checks_it(client: TestClient) -> None:
    answer = client.post("/api/check", json={"text": FERRY}).json()
    expected = lint_text(FERRY, path="article.txt")
    places = [(each["rule"], each["start"], each["end"]) for each in answer["findings"]]
    assert places == [(each.rule, each.span.start, each.span.end) for each in expected]
    assert [FERRY[each["start"] : each["end"]] for each in answer["findings"]] == [
        each["text"] for each in answer["findings"]
    ]
    assert answer["blocks"][0]["kind"] == "headline"
    assert FERRY[answer["blocks"][0]["start"] : answer["blocks"][0]["end"]] == "The night ferry"


def test_the_format_is_chosen_by_name(client: TestClient) -> None:
    text = "# The ferry\n\n`the the` crew\n"
    found = client.post("/api/check", json={"text": text, "format": "markdown"}).json()
    assert found["findings"] == []
    assert client.post("/api/check", json={"text": text, "format": "runes"}).status_code == 400


def test_a_live_document_follows_its_changes(client: TestClient) -> None:
    text = "Ships\n\nA 🚢 left. The the crew slept.\n"
    opened = client.post("/api/documents", json={"text": text, "version": 1}).json()
    place = f"/api/documents/{opened['id']}"
    first = client.get(f"{place}/findings?stage=rules").json()
    assert [each["text"] for each in first["findings"]] == ["The the"]
    assert (first["version"], first["stage"]) == (1, "rules")
    start = first["findings"][0]["start"]
    edits = [{"start": start, "end": start + 4, "text": ""}, {"start": 0, "end": 0, "text": "On "}]
    assert client.patch(place, json={"version": 2, "edits": edits}).status_code == 204
    second = client.get(f"{place}/findings").json()
    assert (second["version"], second["stage"]) == (2, "complete")
    assert [each for each in second["findings"] if each["rule"] == "duplicates.word"] == []
    wrong = {"version": 3, "edits": [{"start": 900, "end": 901, "text": ""}]}
    assert client.patch(place, json=wrong).status_code == 409
    assert client.delete(place).status_code == 204
    assert client.get(f"{place}/findings").status_code == 404


def test_one_page_does_not_see_the_article_of_another(client: TestClient) -> None:
    ids = {client.post("/api/documents", json={"text": FERRY}).json()["id"] for _ in range(3)}
    assert len(ids) == 3
    assert all(len(each) >= 20 for each in ids)
    assert client.get("/api/documents/article/findings").status_code == 404


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({}, "'text' is missing"),
        ({"text": 3}, "'text' is not a text"),
        ({"text": "a", "version": "b"}, "'version' is not a whole number"),
        ({"text": "a", "version": True}, "'version' is not a whole number"),
    ],
)
def test_a_wrong_request_is_refused_with_the_reason(
    client: TestClient, body: dict[str, Any], said: str
) -> None:
    answer = client.post("/api/documents", json=body)
    assert answer.status_code == 400
    assert answer.json() == {"error": said}


def test_half_a_character_is_refused(client: TestClient) -> None:
    content = b'{"text": "a \\ud83d b"}'
    headers = {"content-type": "application/json"}
    answer = client.post("/api/check", content=content, headers=headers)
    assert answer.status_code == 400
    assert "half a character" in answer.json()["error"]


def test_a_form_of_another_page_is_not_read(client: TestClient) -> None:
    answer = client.post("/api/words", content='{"word": "Quist"}')
    assert answer.status_code == 415
    assert client.get("/api/words").json()["words"] == []


def test_safe_corrections_come_as_edits(client: TestClient) -> None:
    answer = client.post("/api/fixes", json={"text": FERRY}).json()
    assert answer["fixed"] >= 2
    assert applied(FERRY, answer["edits"]) == answer["text"]
    assert "the the" not in answer["text"].lower()


def test_statistics(client: TestClient) -> None:
    figures = client.post("/api/statistics", json={"text": FERRY}).json()
    assert figures["words"] > 20
    assert figures["longest_sentences"][0]["line"] == 5


def test_a_word_is_added_to_the_house_and_taken_out(client: TestClient, folder: Path) -> None:
    text = "Boats\n\nThe ferrry left.\n"
    opened = client.post("/api/documents", json={"text": text}).json()
    place = f"/api/documents/{opened['id']}/findings?stage=rules"

    def words() -> set[str]:
        return {each["text"] for each in client.get(place).json()["findings"]}

    assert "ferrry" in words()
    added = client.post("/api/words", json={"word": " ferrry "}).json()
    assert added == {"word": "ferrry", "file": "words.txt"}
    assert (folder / "words.txt").read_text("utf-8").split() == ["ferrry"]
    assert "ferrry" not in words()
    removed = client.post("/api/words/remove", json={"word": "ferrry"}).json()
    assert removed == {"word": "ferrry", "removed": True}
    assert "ferrry" in words()
    assert client.post("/api/words", json={"word": "a # b"}).status_code == 400


def test_changed_words_and_rules_count_without_a_restart(tmp_path: Path) -> None:
    (tmp_path / "copylint.toml").write_text(
        'packs = ["packs"]\n[vocabulary]\naccept = ["words.txt"]\n', "utf-8"
    )
    (tmp_path / "words.txt").write_text("", "utf-8")
    rule = tmp_path / "packs" / "House" / "Never.yml"
    rule.parent.mkdir(parents=True)

    def forbid(word: str) -> None:
        rule.write_text(f"extends: existence\nmessage: Never.\ntokens: [{word}]\n", "utf-8")

    forbid("unseen")
    with client_of(tmp_path) as client:
        opened = client.post("/api/documents", json={"text": "Boats\n\nThe ferrry left.\n"})
        place = f"/api/documents/{opened.json()['id']}/findings"

        def found() -> list[str]:
            return [each["text"] for each in client.get(place).json()["findings"]]

        assert found() == ["ferrry"]
        (tmp_path / "words.txt").write_text("ferrry\n", "utf-8")
        assert found() == []
        forbid("left")
        assert found() == ["left"]
        forbid("Boats")
        assert found() == ["Boats"]


def test_a_rule_is_explained(client: TestClient) -> None:
    rule = client.get("/api/rules/duplicates.word").json()
    assert rule["summary"]
    assert rule["bad"][0]["found"] in rule["bad"][0]["text"]
    assert client.get("/api/rules/no.rule").status_code == 404
    listed = client.get("/api/rules").json()["rules"]
    assert "duplicates.word" in {each["id"] for each in listed}


# --- files ---


def test_a_word_file_is_read_as_prose_and_checked(client: TestClient) -> None:
    data = word_file("The night ferry", "The crew of the the ferry slept.", "It left & went.")
    read = client.post("/api/files?name=ferry.docx", content=data).json()
    assert read["text"] == (
        "The night ferry\n\nThe crew of the the ferry slept.\n\nIt left & went."
    )
    assert (read["file_format"], read["edited"], read["format"]) == ("docx", "prose", "plain")
    answer = client.post("/api/check/file?name=ferry.docx", content=data).json()
    (finding,) = [each for each in answer["findings"] if each["rule"] == "duplicates.word"]
    assert answer["text"][finding["start"] : finding["end"]] == "the the"
    fixed = applied(answer["text"], finding["fixes"][0]["edits"])
    assert fixed == read["text"].replace("the the", "the")


def test_markdown_is_read_as_it_is_typed(client: TestClient) -> None:
    source = b"# The ferry\r\n\r\nIt *left*.\r\n"
    read = client.post("/api/files?name=..%2F..%2Fferry.md", content=source).json()
    assert read["name"] == "ferry.md"
    assert read["text"] == "# The ferry\n\nIt *left*.\n"
    assert (read["edited"], read["format"], read["line_end"]) == ("source", "markdown", "\r\n")


def test_a_file_that_is_no_word_file_is_refused(client: TestClient) -> None:
    answer = client.post("/api/files?name=ferry.docx", content=b"PK\x03\x04 not a package")
    assert answer.status_code == 422
    assert answer.json()["error"]


# --- exports ---


def test_changes_are_tracked_in_the_word_file(client: TestClient) -> None:
    data = word_file("The night ferry", "The crew of the ferry slept.", "It left.")
    text = "The night ferry\n\nThe crew of the big ferry slept.\n\nIt sailed."
    body = {"name": "ferry.docx", "data": base64(data), "text": text, "changes": "tracked"}
    done = client.post("/api/export/file", json=body).json()
    assert (done["name"], done["changes"], done["lost"]) == ("ferry.docx", 2, [])
    xml = WordFile(io.BytesIO(bytes_of(done["data"]))).element.xml
    assert xml.count("<w:ins ") == 2
    assert xml.count("<w:del ") == 1
    plain = client.post("/api/export/file", json={**body, "changes": "written"}).json()
    written = WordFile(io.BytesIO(bytes_of(plain["data"])))
    assert "\n\n".join(each.text for each in written.paragraphs) == text
    assert written.paragraphs[1].runs[0].bold


def test_comments_are_about_what_is_left(client: TestClient) -> None:
    data = word_file("The night ferry", "The crew of the the ferry slept.", "It was ful.")
    text = "The night ferry\n\nThe crew of the the ferry slept.\n\nIt was ful."
    body = {"name": "ferry.docx", "data": base64(data), "text": text, "changes": "comments"}
    everything = client.post("/api/export/file", json=body).json()
    dismissed = [{"rule": "duplicates.word", "sentence": "The crew of the the ferry slept."}]
    rest = client.post("/api/export/file", json={**body, "dismissed": dismissed}).json()
    assert rest["comments"] == everything["comments"] - 1 >= 1


def test_a_paragraph_that_a_file_has_no_place_for_is_reported(client: TestClient) -> None:
    data = b"<html><body><h1>A &amp; B</h1><p>The <b>cat</b> sat.</p></body></html>"
    text = "A & B\n\nThe dog sat <here>.\n\nAnother paragraph."
    body = {"name": "cat.html", "data": base64(data), "text": text}
    done = client.post("/api/export/file", json=body).json()
    assert done["lost"] == ["Another paragraph."]
    assert bytes_of(done["data"]) == (
        b"<html><body><h1>A &amp; B</h1><p>The <b>dog</b> sat &lt;here&gt;.</p></body></html>"
    )


def test_the_report_leaves_out_what_is_dismissed(client: TestClient) -> None:
    text = "Ferries\n\nThe the ferry left.\n\nThe crew of of the ferry slept.\n"
    dismissed = [{"rule": "duplicates.word", "sentence": "The the ferry left."}]
    answer = client.post("/api/export/report", json={"text": text, "dismissed": dismissed})
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.text.count('class="note ') == 1
    assert "of of" in answer.text


def test_answers_are_never_kept(client: TestClient) -> None:
    assert client.get("/api/about").headers["cache-control"] == "no-store"
