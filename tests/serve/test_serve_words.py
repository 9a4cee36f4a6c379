"""The dictionary of LanguageTool's API is the vocabulary file of the house."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from starlette.testclient import TestClient


def spelled(client: TestClient, text: str) -> list[str]:
    reply = client.post("/v2/check", data={"text": text, "language": "en-GB"}).json()
    return [m["rule"]["id"] for m in reply["matches"]]


def test_a_word_is_added_and_deleted_without_an_account(client: TestClient, tmp_path: Path) -> None:
    text = "The accomodation was late."
    assert spelled(client, text) == ["spelling.unknown"]
    assert client.post("/v2/words/add", data={"word": "accomodation"}).json() == {"added": True}
    assert client.post("/v2/words/add", data={"word": "accomodation"}).json() == {"added": False}
    assert client.get("/v2/words").json() == {"words": ["accomodation"]}
    assert "accomodation" in (tmp_path / "copylint-words.txt").read_text()
    assert spelled(client, text) == []
    assert client.post("/v2/words/delete", data={"word": "accomodation"}).json() == {
        "deleted": True
    }
    assert client.post("/v2/words/delete", data={"word": "accomodation"}).json() == {
        "deleted": False
    }
    assert spelled(client, text) == ["spelling.unknown"]


def test_words_come_a_page_at_a_time(client: TestClient) -> None:
    added = [f"blorf{letter}" for letter in "abcdefghijkl"]
    for word in added:
        client.post("/words/add", data={"word": word})
    assert client.get("/words").json()["words"] == added[:10]
    assert client.get("/words", params={"offset": 10, "limit": 5}).json()["words"] == added[10:]
    assert client.get("/words", params={"offset": "x"}).status_code == 400


def test_what_is_not_a_word_is_refused(client: TestClient, tmp_path: Path) -> None:
    for word in ("", "  ", "# comment", "a\nb", "x" * 300):
        reply = client.post("/v2/words/add", data={"word": word})
        assert reply.status_code in (200, 400), word
        assert client.get("/v2/words").json()["words"] in ([], ["a b"])
    assert client.get("/v2/words/add", params={"word": "x"}).status_code == 405


def test_copy_from_strangers_changes_no_vocabulary(start: Any, tmp_path: Path) -> None:
    client = start(untrusted=True)
    assert client.post("/v2/words/add", data={"word": "accomodation"}).status_code == 400
    assert not list(tmp_path.iterdir())
