"""Paragraphs that LibreOffice sends one at a time are checked as part of their article."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from copylint.serve.paragraphs import Paragraphs
from copylint.serve.remembering import is_paragraph
from copylint.serve.settings import AccessToken

FIRST = "The minister, Katarzyna Wojciechowska, opened the new bridge on Monday morning."
SECOND = "Ms Wojciechowska said it would cut the journey to the coast by an hour."
MISTYPED = "The crowd cheered as Ms Wojciechowksa cut the ribbon in front of the cameras."
SECRET = "0123456789abcdef"
LIBREOFFICE = {"User-Agent": "LibreOffice 24.8"}


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Memory(Paragraphs):
    """Paragraphs with a clock that the test sets, and a list of what was forgotten."""

    def __init__(self) -> None:
        self.clock, self.forgotten = Clock(), list[tuple[str, int]]()
        super().__init__(lambda owner, number: self.forgotten.append((owner, number)), self.clock)

    def send(self, paragraph: str, owner: str = "a", after: float = 0.1) -> list[str]:
        self.clock.now += after
        article = self.placed(owner, paragraph)
        assert article.text[article.start :].startswith(paragraph)
        assert len(article.text) == article.size
        return article.paragraphs


def test_paragraphs_come_in_the_order_of_the_article() -> None:
    memory = Memory()
    for paragraph in (FIRST, SECOND):
        memory.send(paragraph)
    assert memory.send(MISTYPED) == [FIRST, SECOND, MISTYPED]


def test_a_paragraph_that_is_edited_keeps_its_place() -> None:
    memory = Memory()
    for paragraph in (FIRST, SECOND, MISTYPED):
        memory.send(paragraph)
    edited = FIRST.replace("Monday", "Tuesday")
    assert memory.send(edited) == [edited, SECOND, MISTYPED]
    assert memory.send("New.") == [edited, "New.", SECOND, MISTYPED]


def test_typing_does_not_add_a_paragraph_for_each_letter() -> None:
    memory = Memory()
    memory.send(FIRST)
    for end in range(1, len(SECOND) + 1):
        assert memory.send(SECOND[:end], after=5.0) == [FIRST, SECOND[:end]]


def test_a_long_paragraph_after_a_pause_begins_another_article() -> None:
    memory = Memory()
    memory.send(FIRST)
    assert memory.send(MISTYPED, after=10.0) == [MISTYPED]
    assert memory.send(SECOND) == [MISTYPED, SECOND]
    assert memory.send(FIRST, after=10.0) == [FIRST]


def test_clients_never_share_an_article() -> None:
    memory = Memory()
    memory.send(FIRST, "a")
    assert memory.send(SECOND, "b") == [SECOND]
    assert memory.send(MISTYPED, "a") == [FIRST, MISTYPED]


def test_an_article_is_forgotten_after_a_while() -> None:
    memory = Memory()
    memory.send(FIRST, "a")
    memory.send(SECOND, "b", after=899.0)
    assert memory.forgotten == []
    memory.send(SECOND, "b", after=2.0)
    assert memory.forgotten == [("a", 1)]
    assert memory.send(MISTYPED, "a") == [MISTYPED]


def test_the_number_of_articles_and_clients_is_bounded() -> None:
    memory = Memory()
    for number in range(10):
        memory.send(f"{'ABCDEFGHIJ'[number] * 50} is the subject of this one.", after=10.0)
    assert len(memory.forgotten) == 6
    for number in range(100):
        memory.send(FIRST, f"client {number}")
    assert len({owner for owner, _ in memory.forgotten}) == 100 + 1 - 64


def names(client: TestClient, text: str, headers: dict[str, str] | None = None) -> list[str]:
    fields = {"text": text, "language": "en-GB"}
    headers = {**LIBREOFFICE, **(headers or {})}
    reply = client.post("/v2/check", data=fields, headers=headers)
    assert reply.status_code == 200, reply.text
    return [
        text[match["offset"] : match["offset"] + match["length"]]
        for match in reply.json()["matches"]
        if match["rule"]["id"].startswith("names.")
    ]


def test_a_name_mistyped_in_a_later_paragraph_is_found(client: TestClient) -> None:
    assert names(client, FIRST) == names(client, SECOND) == []
    assert names(client, MISTYPED) == ["Wojciechowksa"]


@pytest.mark.parametrize(
    ("settings", "headers"),
    [
        ({"remembers": False}, {}),
        ({}, {"User-Agent": "python-requests/2"}),
        ({}, {"X-Forwarded-For": "10.0.0.1"}),
        ({"tokens": (AccessToken(SECRET),)}, {"Authorization": f"Bearer {SECRET}"}),
    ],
)
def test_nothing_is_remembered_of_other_clients(
    start: Any, settings: dict[str, Any], headers: dict[str, str]
) -> None:
    client = start(**settings)
    for text in (FIRST, SECOND, MISTYPED):
        assert names(client, text, headers) == []


def test_paragraphs_are_kept_for_each_token_if_asked(start: Any) -> None:
    other = SECRET[::-1]
    client = start(tokens=(AccessToken(SECRET), AccessToken(other)), remembers=True)
    for text in (FIRST, SECOND):
        assert names(client, text, {"Authorization": f"Bearer {SECRET}"}) == []
    assert names(client, MISTYPED, {"Authorization": f"Bearer {other}"}) == []
    assert names(client, MISTYPED, {"Authorization": f"Bearer {SECRET}"}) == ["Wojciechowksa"]


def test_usernames_keep_articles_apart(client: TestClient) -> None:
    for text in (FIRST, SECOND, MISTYPED):
        for name in ("one", "two"):
            fields = {"text": text, "language": "en-GB", "username": name, "apiKey": ""}
            reply = client.post("/v2/check", data=fields, headers=LIBREOFFICE).json()
            assert reply["language"]["code"] == "en-GB"
    state = client.app.state.copylint  # type: ignore[attr-defined]
    owners = state.memory._paragraphs._clients
    assert len(owners) == 2
    assert all(articles[0].paragraphs == [FIRST, SECOND, MISTYPED] for articles in owners.values())


@pytest.mark.parametrize(
    ("headers", "fields", "is_one"),
    [
        ({"accept": "*/*"}, {}, True),
        ({"accept": "*/*", "accept-encoding": "identity"}, {}, False),
        ({}, {}, False),
        ({"user-agent": "LibreOffice 24.8"}, {}, True),
        ({"user-agent": "curl/8", "accept": "*/*"}, {}, False),
        ({"accept": "*/*"}, {"level": "picky"}, False),
        ({"accept": "*/*"}, {"text": "One.\n\nTwo."}, False),
    ],
)
def test_requests_of_libreoffice_are_told_from_others(
    headers: dict[str, str], fields: dict[str, str], is_one: bool
) -> None:
    sent = {"text": "One.", "language": "en-GB", "username": "", "apiKey": "", **fields}
    assert is_paragraph(sent, headers) is is_one
