"""The API compares the quotations of the article on the desk with transcripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from desk_server import base64, client_of, word_file
from starlette.testclient import TestClient

ARTICLE = (
    "# The ferry\n\n"
    "\u201cThe ferry will not sail before Friday,\u201d Mary Quist said.\n\n"
    "\u201cWe have sold 40 tickets for the crossing,\u201d she said.\n\n"
    "\u201cThe captain has never seen such a storm here,\u201d she said.\n"
)
SAID = (
    "1\n00:00:05,000 --> 00:00:09,000\nMary Quist: The ferry will not sail before Friday.\n\n"
    "2\n00:00:10,000 --> 00:00:14,000\nMary Quist: We have sold 14 tickets for the crossing.\n"
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with client_of(tmp_path_factory.mktemp("paper")) as made:
        yield made


def transcript(text: str = SAID, name: str = "interview.srt") -> dict[str, Any]:
    return {"name": name, "data": base64(text.encode())}


def compared(client: TestClient, article: dict[str, Any], *sent: dict[str, Any]) -> Any:
    answer = client.post("/api/quotations", json={**article, "transcripts": sent})
    assert answer.status_code == 200, answer.text
    return answer.json()["quotations"]


def test_each_quotation_has_its_class_its_words_and_its_time(client: TestClient) -> None:
    same, other, none = compared(client, {"text": ARTICLE, "name": "ferry.md"}, transcript())

    assert (same["class"], same["time"]) == ("verbatim", "00:00:05")
    assert (other["class"], other["source"]) == ("sense changed", "interview.srt")
    assert [(each["printed"], each["said"]) for each in other["differences"]] == [("40", "14")]
    assert (none["class"], none["said"], none["source"]) == ("not found", "", "")
    lines = ARTICLE.splitlines()
    assert all(
        lines[each["line"] - 1][each["column"] - 1 :].startswith(("\u201c", each["text"][:9]))
        for each in (same, other, none)
    )


def test_quotations_in_a_word_file_are_placed_in_its_prose(client: TestClient) -> None:
    prose = "The ferry\n\nShe said: \u201cWe have sold 40 tickets for the crossing.\u201d"
    data = base64(word_file("The ferry", prose.rpartition("\n")[2]))
    opened = client.post("/api/documents", json={"text": prose, "name": "a.docx", "data": data})

    (row,) = compared(client, {"text": prose, "document": opened.json()["id"]}, transcript())

    assert (row["class"], row["line"]) == ("sense changed", 3)


def test_what_is_said_in_any_of_several_transcripts_counts(client: TestClient) -> None:
    more = transcript("The captain has never seen such a storm here.", "captain.txt")

    *_, last = compared(client, {"text": ARTICLE, "name": "ferry.md"}, transcript(), more)

    assert (last["class"], last["source"], last["source_line"]) == ("verbatim", "captain.txt", 1)


@pytest.mark.parametrize(
    ("sent", "status", "said"),
    [
        ([], 400, "between 1 and 20 transcripts"),
        ([transcript()] * 21, 400, "between 1 and 20 transcripts"),
        ([{"name": "a.txt", "data": "%"}], 400, "not Base64"),
        ([{"data": ""}], 400, "'name' is missing"),
        ([transcript("- - -", "a.txt")], 422, "a.txt: there are no words in this transcript"),
        ([transcript("PK", "a.docx")], 422, "a.docx: "),
    ],
)
def test_transcripts_that_cannot_be_used_are_refused(
    client: TestClient, sent: list[dict[str, Any]], status: int, said: str
) -> None:
    answer = client.post("/api/quotations", json={"text": ARTICLE, "transcripts": sent})
    assert answer.status_code == status
    assert said in answer.json()["error"]
    assert str(Path.cwd()) not in answer.text
