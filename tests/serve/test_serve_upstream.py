"""A LanguageTool server behind ours answers for other languages, and for English if asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest
from starlette.testclient import TestClient

from copylint.serve.settings import AccessToken
from copylint.serve.upstream import merged

SECRET = "0123456789abcdef"
ENGLISH = "It was teh end of it."
GERMAN = "Das ist ein Satz, der nicht auf Englisch geschrieben ist, und er ist lang genug dafür."


class Behind(ThreadingHTTPServer):
    """A stand-in for LanguageTool that finds the first letter and the last two of any text."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.asked: list[dict[str, list[str]]] = []
        self.status = 200
        self.address = f"http://127.0.0.1:{self.server_address[1]}"


class Answer(BaseHTTPRequestHandler):
    server: Behind

    def do_GET(self) -> None:
        self._send(
            [
                {"name": "German", "code": "de", "longCode": "de-DE"},
                {"name": "English", "code": "en", "longCode": "en-GB"},
            ]
        )

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        fields = parse_qs(body)
        self.server.asked.append({**fields, "via": [self.headers["Via"]]})
        last = len(fields["text"][0]) - 2
        places = [(0, 1), (7, 2), (last, 2)]
        rule = {"id": "THEIRS", "issueType": "grammar", "category": {"id": "X", "name": "X"}}
        found = [{"offset": o, "length": n, "rule": rule, "message": "Theirs."} for o, n in places]
        self._send({"matches": found, "language": {"code": "de-DE"}})

    def _send(self, value: Any) -> None:
        data = json.dumps(value).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def behind() -> Iterator[Behind]:
    with Behind() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def rules(client: TestClient, text: str, language: str, **more: str) -> list[str]:
    reply = client.post("/v2/check", data={"text": text, "language": language, **more})
    assert reply.status_code == 200, reply.text
    return [match["rule"]["id"] for match in reply.json()["matches"]]


def test_another_language_goes_there_without_our_token(start: Any, behind: Behind) -> None:
    client = start(upstream=behind.address, tokens=(AccessToken(SECRET),))
    assert rules(client, GERMAN, "de-DE", apiKey=SECRET, username="me") == ["THEIRS"] * 3
    (asked,) = behind.asked
    assert asked["text"] == [GERMAN] and asked["language"] == ["de-DE"]
    assert "apiKey" not in asked and "username" not in asked


def test_a_text_that_is_not_english_goes_there_with_auto(start: Any, behind: Behind) -> None:
    client = start(upstream=f"{behind.address}/v2/")
    assert rules(client, f"{GERMAN} " * 6, "auto") == ["THEIRS"] * 3
    assert rules(client, ENGLISH, "auto") == ["spelling.unknown"]
    assert len(behind.asked) == 1


def test_english_goes_there_only_if_asked(start: Any, behind: Behind) -> None:
    assert rules(start(upstream=behind.address), ENGLISH, "en-GB") == ["spelling.unknown"]
    assert behind.asked == []
    client = start(upstream=behind.address, upstream_english=True)
    assert rules(client, ENGLISH, "en-GB") == ["THEIRS", "spelling.unknown", "THEIRS"]


def test_languages_are_those_of_both(start: Any, behind: Behind) -> None:
    codes = [each["longCode"] for each in start(upstream=behind.address).get("/languages").json()]
    assert codes.count("en-GB") == 1
    assert codes[-1] == "de-DE"


def test_a_request_does_not_go_round_in_circles(start: Any, behind: Behind) -> None:
    client = start(upstream=behind.address)
    fields = {"text": GERMAN, "language": "de-DE"}
    reply = client.post("/v2/check", data=fields, headers={"Via": "1.1 copylint"})
    assert reply.status_code == 400
    rules(client, GERMAN, "de-DE")
    assert behind.asked[-1]["via"] == ["1.1 copylint"]


def test_a_failure_there_is_said(start: Any, behind: Behind) -> None:
    behind.status = 500
    client = start(upstream=behind.address, upstream_english=True)
    reply = client.post("/v2/check", data={"text": GERMAN, "language": "de-DE"})
    assert (reply.status_code, reply.text) == (
        503,
        "Error: the LanguageTool server behind this one answers with status 500",
    )
    partial = client.post("/v2/check", data={"text": ENGLISH, "language": "en-GB"}).json()
    assert [m["rule"]["id"] for m in partial["matches"]] == ["spelling.unknown"]
    assert partial["warnings"]["incompleteResults"] is True
    nowhere = start(upstream="http://127.0.0.1:9")
    reply = nowhere.post("/v2/check", data={"text": GERMAN, "language": "de-DE"})
    assert reply.text.endswith("does not answer")


def test_ours_win_where_both_find_something() -> None:
    def at(offset: int, length: int) -> dict[str, int]:
        return {"offset": offset, "length": length}

    ours = [at(10, 5), at(12, 8), at(40, 1)]
    theirs = [at(0, 10), at(9, 2), at(15, 1), at(20, 20), at(40, 1), at(41, 1), "nonsense", {}]
    assert merged(ours, theirs) == [
        at(0, 10),
        at(10, 5),
        at(12, 8),
        at(20, 20),
        at(40, 1),
        at(41, 1),
    ]
