"""Whole rounds between an editor and 'copylint lsp'."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls", reason="the extra 'lsp' is not installed")

from lsp_editor import FULL, Editor

DOUBLED, UNKNOWN = "duplicates.word", "spelling.unknown"
FERRY = "# The ferry 🚢\n\nIt was the the 🚢 last one. They recieve it.\n"


def range_of(line: int, start: int, end: int) -> dict[str, dict[str, int]]:
    return {
        "start": {"line": line, "character": start},
        "end": {"line": line, "character": end},
    }


def edited(text: str, edits: list[dict[str, Any]]) -> str:
    """``text``, in which no character is wide, with an editor's edits made."""
    lines = text.splitlines(keepends=True)

    def at(place: dict[str, int]) -> int:
        return sum(map(len, lines[: place["line"]])) + place["character"]

    for edit in sorted(edits, key=lambda each: at(each["range"]["start"]), reverse=True):
        start, end = at(edit["range"]["start"]), at(edit["range"]["end"])
        text = text[:start] + edit["newText"] + text[end:]
    return text


def titled(actions: list[dict[str, Any]], title: str) -> dict[str, Any]:
    (found,) = (each for each in actions if each["title"] == title)
    return found


def edits_of(action: dict[str, Any]) -> list[dict[str, Any]]:
    (change,) = action["edit"]["documentChanges"]
    return list(change["edits"])


def test_a_document_is_checked_when_it_is_opened_changed_and_closed(editor: Editor) -> None:
    uri = editor.open("a.md", FERRY)
    doubled, unknown = editor.wait_for(uri, [DOUBLED, UNKNOWN], 1)
    assert doubled == {
        "range": range_of(2, 7, 14),
        "message": "'the' is doubled.",
        "severity": 2,
        "code": DOUBLED,
        "source": "copylint",
    }
    assert unknown["range"] == range_of(2, 33, 40)  # the ship counts as two
    assert unknown["severity"] == 1

    version = editor.change(uri, {"range": range_of(2, 10, 14), "text": ""})
    (unknown,) = editor.wait_for(uri, [UNKNOWN], version)
    assert unknown["range"] == range_of(2, 29, 36)

    editor.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    version = editor.change(
        uri,
        {"range": range_of(2, 29, 36), "text": "receive"},
        {"range": range_of(0, 0, 0), "text": "\r\n"},
    )
    editor.wait_for(uri, [], version)

    editor.change(uri, {"text": FERRY})
    editor.wait_for(uri, [DOUBLED, UNKNOWN])
    editor.close(uri)
    editor.wait_for(uri, [])


def test_a_session_ends_when_the_editor_says_so(start: Callable[..., Editor]) -> None:
    editor = start()
    editor.greet()
    editor.wait_for(editor.open("a.md", FERRY), [DOUBLED, UNKNOWN])
    assert editor.stop() == 0


def test_a_finding_mentions_the_other_place(editor: Editor) -> None:
    text = "# News\n\nThe centre is open.\n\nThe organisation and the organization agreed.\n"
    uri = editor.open("a.md", text)
    editor.take(lambda: editor.published(uri))
    (found, *_) = (each for each in editor.published(uri) or [] if "relatedInformation" in each)
    (other,) = found["relatedInformation"]
    assert other["location"]["uri"] == uri
    assert other["message"]


def test_what_is_to_be_deleted_is_shown_as_unnecessary(editor: Editor) -> None:
    text = "<!-- copylint-disable-next-line spelling -->\n\nThe ferry left.\n"
    uri = editor.open("a.md", text)
    (unused,) = editor.wait_for(uri, ["suppression.unused"])
    assert unused["tags"] == [1]


def test_a_client_that_can_show_less_gets_less(start: Callable[..., Editor]) -> None:
    editor = start()
    editor.greet({})
    text = "<!-- copylint-disable-next-line spelling -->\n\nThe ferry left.\n"
    (unused,) = editor.wait_for(editor.open("a.md", text), ["suppression.unused"])
    assert "tags" not in unused


@pytest.mark.parametrize(
    ("encoding", "start_of_word"), [("utf-8", 35), ("utf-16", 33), ("utf-32", 32)]
)
def test_places_are_in_the_units_that_were_agreed(
    start: Callable[..., Editor], encoding: str, start_of_word: int
) -> None:
    editor = start()
    offered = {**FULL, "general": {"positionEncodings": [encoding, "utf-16"]}}
    assert editor.greet(offered)["capabilities"]["positionEncoding"] == encoding
    _, unknown = editor.wait_for(editor.open("a.md", FERRY), [DOUBLED, UNKNOWN])
    assert unknown["range"]["start"] == {"line": 2, "character": start_of_word}


def test_the_format_is_that_of_the_file_name_else_of_the_language(editor: Editor) -> None:
    code = "<!-- They recieve it. -->\n"
    named = editor.open("named.txt", code, "markdown")
    bare = editor.open("README", code, "markdown")
    unsaved = "untitled:Untitled-1"
    given = {"uri": unsaved, "languageId": "latex", "version": 1, "text": "% They recieve it.\n"}
    editor.notify("textDocument/didOpen", {"textDocument": given})
    editor.wait_for(named, [UNKNOWN])
    editor.wait_for(bare, [])
    editor.wait_for(unsaved, [])


def test_actions_correct_accept_suppress_and_explain(editor: Editor) -> None:
    text = "It was the the last one.\n\nThey recieve it.\n"
    uri = editor.open("a.md", text)
    editor.wait_for(uri, [DOUBLED, UNKNOWN])

    actions = editor.actions(uri, 2, 7)
    assert [each["title"] for each in actions] == [
        "Replace with 'receive'",
        "Accept 'recieve' as a house word",
        "Switch off spelling.unknown here with a comment",
        "Switch off spelling.unknown in the configuration",
        "Explain spelling.unknown",
    ]
    assert actions[0]["isPreferred"]
    assert edited(text, edits_of(actions[0])).endswith("They receive it.\n")
    assert [each["code"] for each in actions[0]["diagnostics"]] == [UNKNOWN]
    comment = "<!-- copylint-disable-next-line spelling.unknown -->\n"
    suppressed = edited(text, edits_of(actions[2]))
    assert suppressed == text.replace("They", comment + "They")

    explain = actions[4]["command"]
    said = editor.request("workspace/executeCommand", explain)
    assert said["rule"] == UNKNOWN
    messages = [n["params"]["message"] for n in editor.notes if n["method"] == "window/showMessage"]
    assert any(message.startswith("spelling.unknown: ") for message in messages)

    accept = actions[1]["command"]
    written = editor.request("workspace/executeCommand", accept)
    editor.wait_for(uri, [DOUBLED])
    assert written["file"].endswith("copylint-words.txt")
    assert "recieve" in (editor.folder / "copylint-words.txt").read_text().splitlines()

    ignore = titled(editor.actions(uri, 0, 8), "Switch off duplicates.word in the configuration")[
        "command"
    ]
    editor.request("workspace/executeCommand", ignore)
    editor.wait_for(uri, [])
    assert DOUBLED in (editor.folder / "copylint.toml").read_text()


def test_a_suppressed_finding_does_not_come_back(editor: Editor) -> None:
    text = "% News\nIt was the the last one.\n"
    uri = editor.open("a.tex", text, "latex")
    editor.wait_for(uri, [DOUBLED])
    action = titled(editor.actions(uri, 1, 8), "Switch off duplicates.word here with a comment")
    version = editor.change(uri, {"text": edited(text, edits_of(action))})
    editor.wait_for(uri, [], version)


def test_every_safe_correction_is_made_at_once(editor: Editor) -> None:
    text = "It was the the last one.\n\nThey recieve it. A word a a day.\n"
    uri = editor.open("a.md", text)
    editor.take(lambda: editor.published(uri))
    (action,) = editor.actions(uri, 0, 0, only=["source.fixAll"])
    assert action["kind"] == "source.fixAll.copylint"
    after = edited(text, edits_of(action))
    assert after == "It was the last one.\n\nThey receive it. A word a day.\n"
    version = editor.change(uri, {"text": after})
    editor.wait_for(uri, [], version)
    assert editor.actions(uri, 0, 0, only=["source.fixAll"]) == []
    assert editor.actions(uri, 0, 0, only=["refactor"]) == []


def test_edits_are_worked_out_late_for_an_editor_that_asks_for_them(
    start: Callable[..., Editor],
) -> None:
    editor = start()
    action = {
        **FULL["textDocument"]["codeAction"],
        "dataSupport": True,
        "resolveSupport": {"properties": ["edit"]},
    }
    editor.greet({**FULL, "textDocument": {**FULL["textDocument"], "codeAction": action}})
    text = "It was the the last one.\n"
    uri = editor.open("a.md", text)
    editor.wait_for(uri, [DOUBLED])
    actions = editor.actions(uri, 0, 8)
    for title in ("Switch off duplicates.word here with a comment", "Make all safe corrections"):
        late = titled(actions, title)
        assert "edit" not in late
        resolved = editor.request("codeAction/resolve", late)
        version = editor.change(uri, {"text": edited(text, edits_of(resolved))})
        editor.wait_for(uri, [], version)
        # For another text the edit would be wrong.
        assert "edit" not in editor.request("codeAction/resolve", late)
        version = editor.change(uri, {"text": text})
        editor.wait_for(uri, [DOUBLED], version)
        actions = editor.actions(uri, 0, 8)


def test_the_pointer_shows_what_the_rule_is_for(editor: Editor) -> None:
    uri = editor.open("a.md", FERRY)
    editor.wait_for(uri, [DOUBLED, UNKNOWN])

    def hover(line: int, character: int) -> Any:
        place = {"line": line, "character": character}
        about = {"textDocument": {"uri": uri}, "position": place}
        return editor.request("textDocument/hover", about)

    shown = hover(2, 35)
    assert shown["range"] == range_of(2, 33, 40)
    assert shown["contents"]["kind"] == "markdown"
    assert "**spelling.unknown**" in shown["contents"]["value"]
    assert hover(0, 3) is None


def test_settings_are_read_again_when_their_file_changes(start: Callable[..., Editor]) -> None:
    editor = start()
    watching = {"didChangeWatchedFiles": {"dynamicRegistration": True}}
    editor.greet({**FULL, "workspace": {**FULL["workspace"], **watching}})
    uri = editor.open("a.md", FERRY)
    editor.wait_for(uri, [DOUBLED, UNKNOWN])
    (asked,) = editor.asked
    (registration,) = asked["params"]["registrations"]
    assert registration["method"] == "workspace/didChangeWatchedFiles"
    (editor.folder / "copylint.toml").write_text('ignore = ["duplicates"]\n')
    changed = {"uri": (editor.folder / "copylint.toml").as_uri(), "type": 1}
    editor.notify("workspace/didChangeWatchedFiles", {"changes": [changed]})
    editor.wait_for(uri, [UNKNOWN])


HOUSE_RULE = "extends: existence\nmessage: Never.\nlevel: error\ntokens: [{}]\n"


@pytest.mark.parametrize("knows_folders", [True, False])
def test_words_and_rules_that_the_settings_name_are_watched(
    start: Callable[..., Editor], knows_folders: bool
) -> None:
    editor = start()
    folder = editor.folder
    (folder / "packs" / "House").mkdir(parents=True)
    rule = folder / "packs" / "House" / "Never.yml"
    rule.write_text(HOUSE_RULE.format("unseen"))
    words = folder / "house words.txt"
    words.write_text("")
    settings = 'packs = ["packs"]\n[vocabulary]\naccept = ["house words.txt"]\n'
    (folder / "copylint.toml").write_text(settings)
    able = {"dynamicRegistration": True, "relativePatternSupport": knows_folders}
    editor.greet({**FULL, "workspace": {**FULL["workspace"], "didChangeWatchedFiles": able}})
    uri = editor.open("a.md", FERRY)
    editor.wait_for(uri, [DOUBLED, UNKNOWN])
    editor.take(lambda: len(editor.asked) > 1)
    (registration,) = editor.asked[1]["params"]["registrations"]
    patterns = [each["globPattern"] for each in registration["registerOptions"]["watchers"]]
    assert patterns == (
        [
            {"baseUri": folder.as_uri(), "pattern": "house words.txt"},
            {"baseUri": (folder / "packs").as_uri(), "pattern": "**/*"},
        ]
        if knows_folders
        else ["**/house words.txt", "**/packs/**"]
    )

    def tell(path: Path) -> None:
        changed = {"changes": [{"uri": path.as_uri(), "type": 2}]}
        editor.notify("workspace/didChangeWatchedFiles", changed)

    words.write_text("recieve\n")
    tell(words)
    editor.wait_for(uri, [DOUBLED])
    rule.write_text(HOUSE_RULE.format("last"))
    tell(rule)
    editor.wait_for(uri, [DOUBLED, "House.Never"])
    (folder / "copylint.toml").write_text("")
    tell(folder / "copylint.toml")
    editor.wait_for(uri, [DOUBLED, UNKNOWN])
    editor.take(lambda: len(editor.asked) > 2)
    assert editor.asked[2]["method"] == "client/unregisterCapability"


def test_each_folder_of_a_workspace_has_its_own_settings(editor: Editor) -> None:
    for name, rule in (("news", "duplicates"), ("sport", "spelling")):
        (editor.folder / name).mkdir()
        (editor.folder / name / "copylint.toml").write_text(f'root = true\nignore = ["{rule}"]\n')
    editor.wait_for(editor.open("news/a.md", FERRY), [UNKNOWN])
    editor.wait_for(editor.open("sport/a.md", FERRY), [DOUBLED])
    editor.wait_for(editor.open("a.md", FERRY), [DOUBLED, UNKNOWN])


def test_settings_that_cannot_be_used_are_reported_once_and_in_their_file(
    editor: Editor,
) -> None:
    text = 'fail-on = "error"\nignore = ["speling"]\n'
    (editor.folder / "copylint.toml").write_text(text)
    uri = editor.open("a.md", FERRY)
    settings = editor.open("copylint.toml", text, "toml")
    editor.wait_for(uri, [DOUBLED, UNKNOWN])
    editor.take(lambda: editor.published(settings))
    (fault,) = editor.published(settings) or []
    assert fault["range"] == range_of(1, 10, 19)
    assert "speling" in fault["message"]
    shown = [each for each in editor.notes if each["method"] == "window/showMessage"]
    assert len(shown) == 1
    (editor.folder / "copylint.toml").write_text('ignore = ["spelling"]\n')
    editor.notify("textDocument/didSave", {"textDocument": {"uri": settings}})
    editor.wait_for(uri, [DOUBLED])
    assert editor.published(settings) == []


def test_one_file_of_settings_may_hold_for_all(
    start: Callable[..., Editor], tmp_path: Path
) -> None:
    (tmp_path / "house.toml").write_text('ignore = ["duplicates"]\n')
    (tmp_path / "copylint.toml").write_text('ignore = ["spelling"]\n')
    editor = start("--config", "house.toml")
    editor.greet()
    editor.wait_for(editor.open("a.md", FERRY), [UNKNOWN])


def test_copy_from_strangers_does_not_decide_how_it_is_checked(
    start: Callable[..., Editor], tmp_path: Path
) -> None:
    (tmp_path / "copylint.toml").write_text('ignore = ["spelling", "duplicates"]\n')
    editor = start("--untrusted")
    editor.greet()
    uri = editor.open("a.md", FERRY)
    editor.wait_for(uri, [DOUBLED, UNKNOWN])
    command = {"command": "copylint.acceptWord", "arguments": [uri, "recieve"]}
    assert "strangers" in editor.answer("workspace/executeCommand", command)["error"]["message"]


def test_a_long_document_shows_progress(start: Callable[..., Editor], tmp_path: Path) -> None:
    (tmp_path / "copylint.toml").write_text('deep = "never"\nselect = ["duplicates.word"]\n')
    editor = start()
    editor.greet({**FULL, "window": {"workDoneProgress": True}})
    uri = editor.open("long.md", FERRY + "\n" + "The ferry left at noon on the day.\n\n" * 6_000)
    editor.wait_for(uri, [DOUBLED])

    def kinds() -> list[str]:
        return [n["params"]["value"]["kind"] for n in editor.notes if n["method"] == "$/progress"]

    editor.take(lambda: kinds() in (["begin", "end"], []) and editor.asked)
    assert editor.asked[0]["method"] == "window/workDoneProgress/create"


def test_house_words_and_rules_that_do_not_exist_are_refused(editor: Editor) -> None:
    uri = editor.open("a.md", FERRY)
    for command, argument in (("ignoreRule", "speling"), ("explain", "x"), ("acceptWord", "#")):
        params = {"command": f"copylint.{command}", "arguments": [uri, argument]}
        assert "error" in editor.answer("workspace/executeCommand", params)
