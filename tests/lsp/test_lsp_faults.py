"""Clients that send nonsense are answered, and the server goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the extra 'lsp' is not installed")

from lsp_editor import PATIENCE_S, Editor

DOUBLED = "duplicates.word"
TEXT = "It was the the last one.\n"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """One server that must survive everything in this module."""
    editor = Editor(tmp_path_factory.mktemp("faults"))
    editor.greet()
    yield editor
    editor.kill()


@pytest.fixture(autouse=True)
def alive(shared: Editor) -> Iterator[None]:
    """After each test the server still checks."""
    yield
    uri = shared.open("alive.md", TEXT)
    shared.wait_for(uri, [DOUBLED])
    shared.close(uri)
    shared.wait_for(uri, [])


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"{not json", -32700),
        (b"\xff\xfe", -32700),
        (b"[" * 100_000, -32700),
        (b"[]", -32600),
        (b"17", -32600),
        (b"null", -32600),
        (b'{"id": 1, "method": "shutdown"}', -32600),
    ],
)
def test_what_is_not_a_message_gets_an_error(shared: Editor, body: bytes, code: int) -> None:
    shared.send_bytes(body)
    assert shared.unnumbered()["error"]["code"] == code


@pytest.mark.parametrize(
    ("method", "params", "code"),
    [
        ("textDocument/colour", {}, -32601),
        ("textDocument/hover", {"textDocument": 3}, -32602),
        ("textDocument/hover", None, -32602),
        (
            "textDocument/hover",
            {"textDocument": {"uri": "file:///a.md"}, "position": {"line": -1, "character": 0}},
            -32602,
        ),
        ("workspace/executeCommand", {"command": "rm", "arguments": []}, -32602),
        ("workspace/executeCommand", {"command": "copylint.explain", "arguments": [1]}, -32602),
    ],
)
def test_a_request_that_makes_no_sense_gets_an_error(
    shared: Editor, method: str, params: object, code: int
) -> None:
    assert shared.answer(method, params)["error"]["code"] == code


@pytest.mark.parametrize(
    "change",
    [
        {"range": {"start": {"line": 90, "character": 7}, "end": {"line": 99, "character": 0}}},
        {"range": {"start": {"line": 0, "character": 9_999}, "end": {"line": 0, "character": 0}}},
        {
            "range": {
                "start": {"line": 2**31 - 1, "character": 2**31 - 1},
                "end": {"line": 2**31 - 1, "character": 2**31 - 1},
            }
        },
    ],
)
def test_an_edit_outside_the_text_is_made_at_its_edge(
    shared: Editor, change: dict[str, object]
) -> None:
    uri = shared.open("a.md", TEXT)
    version = shared.change(uri, {**change, "text": "It was the the end.\n"})
    shared.take(lambda: shared.published(uri, version))
    assert {each["code"] for each in shared.published(uri, version) or []} == {DOUBLED}
    shared.close(uri)


def test_a_document_that_is_not_open_has_nothing_to_show(shared: Editor) -> None:
    uri = "file:///nowhere/a.md"
    shared.change(uri, {"text": TEXT})
    shared.close(uri)
    about = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}
    assert shared.request("textDocument/hover", about) is None
    assert shared.request("textDocument/completion", about) == []
    assert shared.actions(uri, 0, 0) == []
    report = shared.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
    assert report["items"] == []


def test_a_document_opened_twice_has_the_second_text(shared: Editor) -> None:
    uri = shared.open("twice.md", "The ferry left.\n")
    shared.open("twice.md", TEXT)
    shared.wait_for(uri, [DOUBLED])
    shared.close(uri)


def test_a_version_that_goes_back_is_taken_as_it_is(shared: Editor) -> None:
    uri = shared.open("back.md", "The ferry left.\n")
    about = {"uri": uri, "version": -4}
    params = {"textDocument": about, "contentChanges": [{"text": TEXT}]}
    shared.notify("textDocument/didChange", params)
    shared.wait_for(uri, [DOUBLED], -4)
    shared.close(uri)


def test_an_answer_that_nobody_asked_for_is_passed_over(shared: Editor) -> None:
    shared.send({"id": "no such request", "result": None})
    shared.notify("$/unheardOf", {})
    shared.notify("textDocument/didChange", {"contentChanges": 3})


def test_half_a_surrogate_pair_is_a_character_like_others(shared: Editor) -> None:
    uri = shared.open("half.md", "\ud83d It was the the last one.\n")
    shared.wait_for(uri, [DOUBLED])
    shared.close(uri)


def test_requests_before_the_greeting_are_refused(start: Callable[..., Editor]) -> None:
    editor = start()
    editor.notify("textDocument/didOpen", {})
    about = {"textDocument": {"uri": "file:///a.md"}, "position": {"line": 0, "character": 0}}
    assert editor.answer("textDocument/hover", about)["error"]["code"] == -32002
    editor.greet()
    editor.wait_for(editor.open("a.md", TEXT), [DOUBLED])
    editor.request("shutdown")
    assert editor.answer("textDocument/hover", about)["error"]["code"] == -32600
    editor.notify("exit", None)
    assert editor.process.wait(PATIENCE_S) == 0


def test_the_server_ends_with_its_editor(start: Callable[..., Editor], tmp_path: Path) -> None:
    editor = start()
    editor.greet()
    editor.open("a.md", TEXT)
    assert editor.process.stdin is not None
    editor.process.stdin.close()
    assert editor.process.wait(PATIENCE_S) == 1
