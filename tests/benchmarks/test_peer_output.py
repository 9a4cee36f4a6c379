"""Reads places from what the peers print: their own output for a text of ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from peers import PEERS, Alarm, find, peer

TEXT = "He recieve a letter, teh end, teh.\n\n😀 naïve 😀 accomodate the the\n"
PATH = Path("/tmp/a letter.md")


def read(name: str, output: str) -> list[tuple[str, str, tuple[str, ...]]]:
    alarms = list(peer(name).parse(output, {PATH: TEXT}))
    assert all(alarm.path == PATH for alarm in alarms)
    return [(TEXT[a.start : a.end], a.rule, a.suggestions) for a in alarms]


def test_typos_counts_bytes_in_lines() -> None:
    records = [
        {"type": "typo", "path": str(PATH), "line_num": 1, "byte_offset": 3, "typo": "recieve",
         "corrections": ["receive"]},
        {"type": "typo", "path": str(PATH), "line_num": 3, "byte_offset": 17, "typo": "accomodate",
         "corrections": ["accommodate"]},
        {"type": "typo", "path": str(PATH), "typo": "lettre", "corrections": ["letter"]},
        {"type": "binary_file", "path": str(PATH)},
        {"type": "typo", "path": "/tmp/other", "line_num": 1, "byte_offset": 3, "typo": "teh",
         "corrections": ["the"]},
    ]  # fmt: skip
    assert read("typos", "".join(json.dumps(each) + "\n" for each in records)) == [
        ("recieve", "recieve", ("receive",)),
        ("accomodate", "accomodate", ("accommodate",)),
    ]


def test_codespell_names_a_line_and_the_word_is_found_in_it() -> None:
    output = (
        f"{PATH}:1: recieve ==> receive\n"
        f"{PATH}:1: teh ==> the\n"
        f"{PATH}:1: teh ==> the\n"
        f"{PATH}:3: accomodate ==> accommodate, accomplish | not sure\n"
        "WARNING: something else\n"
    )
    assert read("codespell", output) == [
        ("recieve", "recieve", ("receive",)),
        ("teh", "teh", ("the",)),
        ("teh", "teh", ("the",)),
        ("accomodate", "accomodate", ("accommodate", "accomplish")),
    ]
    first, second = [a.start for a in peer("codespell").parse(output, {PATH: TEXT})][1:3]
    assert first < second


def test_codespell_with_more_reports_than_places() -> None:
    assert read("codespell", f"{PATH}:1: recieve ==> receive\n" * 2) == [
        ("recieve", "recieve", ("receive",))
    ]


def test_proselint_offsets_are_one_too_high() -> None:
    told = [{"check_path": "typography", "span": [4, 11], "replacements": "receive"},
            {"check_path": "doubled", "span": [58, 65], "replacements": None}]  # fmt: skip
    output = json.dumps({"result": {"file:///tmp/a%20letter.md": {"diagnostics": told}}})
    assert read("proselint", output) == [
        ("recieve", "typography", ("receive",)),
        ("the the", "doubled", ()),
    ]


def test_cspell_columns_are_utf16() -> None:
    output = (
        f"{PATH}:1:4 - Unknown word (recieve) Suggestions: [receive*, relieve]\n"
        f"{PATH}:3:13 - Unknown word (accomodate) fix: (accommodate)\n"
        f"{PATH}:1:22 - Forbidden word (teh)\n"
        "CSpell: Files checked: 1, Issues found: 3 in 1 file.\n"
    )
    assert read("cspell", output) == [
        ("recieve", "unknown", ("receive", "relieve")),
        ("accomodate", "unknown", ("accommodate",)),
        ("teh", "forbidden", ()),
    ]


def test_harper_gives_files_without_folders_and_code_points() -> None:
    def lint(rule: str, start: int, end: int, *suggestions: str) -> dict[str, object]:
        span = {"char_start": start, "char_end": end}
        return {"rule": rule, "span": span, "suggestions": suggestions}

    lints = [
        lint("SpellCheck", 3, 10, "Replace with: “receive”"),
        lint("RepeatedWords", 57, 64, "Replace with: “the”", "Remove error"),
        lint("Comma", 0, 2, "Insert “,”", "Something new"),
    ]
    assert read("harper", json.dumps([{"file": PATH.name, "lints": lints}])) == [
        ("recieve", "SpellCheck", ("receive",)),
        ("the the", "RepeatedWords", ("the", "")),
        ("He", "Comma", ("He,",)),
    ]


def test_harper_files_of_one_name_are_matched_in_order() -> None:
    here, there = Path("/tmp/x/a.md"), Path("/tmp/y/a.md")
    span = {"char_start": 0, "char_end": 2}
    files = [
        {"file": "a.md", "lints": []},
        {"file": "a.md", "lints": [{"rule": "R", "span": span, "suggestions": []}]},
    ]
    alarms = list(peer("harper").parse(json.dumps(files), {here: TEXT, there: TEXT}))
    assert alarms == [Alarm(there, 0, 2, "R")]


def test_vale_counts_columns_of_code_points_with_the_last_one() -> None:
    alerts = [
        {"Check": "Vale.Spelling", "Line": 3, "Span": [11, 20],
         "Action": {"Name": "suggest", "Params": ["spellings"]}},
        {"Check": "House.Use", "Line": 1, "Span": [4, 10],
         "Action": {"Name": "replace", "Params": ["receive"]}},
        {"Check": "House.Other", "Line": 1, "Span": [1, 2], "Action": {"Name": "", "Params": None}},
    ]  # fmt: skip
    assert read("vale", json.dumps({str(PATH): alerts})) == [
        ("accomodate", "Vale.Spelling", ()),
        ("recieve", "House.Use", ("receive",)),
        ("He", "House.Other", ()),
    ]


def test_languagetool_counts_utf16() -> None:
    match = {
        "offset": 48,
        "length": 10,
        "rule": {"id": "MORFOLOGIK"},
        "replacements": [{"value": "accommodate"}],
    }
    assert read("languagetool", json.dumps({"matches": [match]})) == [
        ("accomodate", "MORFOLOGIK", ("accommodate",))
    ]


@pytest.mark.parametrize("name", PEERS)
def test_missing_peer_gives_a_reason(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("LTP_JAR_DIR_PATH", raising=False)
    absent = find(name)
    assert absent.command is None
    assert "install" in absent.reason
