"""Clients that are not written in Python, as people run them, against a real server."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

HERE = Path(__file__).parent
Run = Callable[..., str]
TEXT = "\N{GRINNING FACE} She go to teh market."
SOFFICE = shutil.which("soffice")
# Debian's Python has LibreOffice's module; the one that runs the tests need not.
UNO_PYTHON = "/usr/bin/python3"
LTRS = shutil.which("ltrs") or str(Path.home() / ".cargo/bin/ltrs")
NODE = shutil.which("node")
MODULES = "COPYLINT_TEST_NODE_MODULES"
SETTING = (
    '<item oor:path="/org.openoffice.Office.Linguistic/{path}">'
    '<prop oor:name="{name}" oor:op="fuse"{kind}><value>{value}</value></prop></item>'
)
GRAMMA = """
import gramma from "gramma";
const found = await gramma.check(process.argv[3], {
  api_url: process.argv[2] + "/v2/check", language: "en-GB",
});
console.log(JSON.stringify(found.matches.map((each) => [each.rule.id, each.word])));
"""
REMARK = """
import * as builder from "annotatedtext-remark";
const text = process.argv[3];
const body = new URLSearchParams({ data: JSON.stringify(builder.build(text)), language: "en-GB" });
const reply = await fetch(process.argv[2] + "/v2/check", { method: "POST", body });
const { matches } = await reply.json();
const cut = (each) => [each.rule.id, text.slice(each.offset, each.offset + each.length)];
console.log(JSON.stringify(matches.map(cut)));
"""


def output_of(*command: str, cwd: Path | None = None) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=cwd).stdout


@pytest.mark.skipif(not Path(LTRS).exists(), reason="needs ltrs (cargo: languagetool-rust, cli)")
def test_ltrs(run_server: Run) -> None:
    client = (LTRS, "--hostname", run_server())  # its --port takes four digits only
    account = ("--username", "me", "--api-key", "none")
    checked = output_of(*client, "check", "--raw", "--text", TEXT, "--language", "en-GB")
    found = [(m["rule"]["id"], m["offset"], m["length"]) for m in json.loads(checked)["matches"]]
    assert found == [("grammar.pronoun-verb", 7, 2), ("spelling.unknown", 13, 3)]
    assert "PONG" in output_of(*client, "ping")
    assert "en-GB" in output_of(*client, "languages")
    output_of(*client, "words", "add", *account, "blorft")
    assert json.loads(output_of(*client, "words", *account)) == {"words": ["blorft"]}
    output_of(*client, "words", "delete", *account, "blorft")
    assert json.loads(output_of(*client, "words", *account)) == {"words": []}


@pytest.mark.skipif(
    NODE is None or MODULES not in os.environ,
    reason=f"needs Node, and gramma and annotatedtext-remark in the folder {MODULES} names",
)
@pytest.mark.parametrize("source", [GRAMMA, REMARK], ids=["gramma", "annotatedtext-remark"])
def test_clients_in_javascript(run_server: Run, tmp_path: Path, source: str) -> None:
    """gramma asks by itself; annotatedtext-remark is what Obsidian's plug-in asks with."""
    (tmp_path / "node_modules").symlink_to(os.environ[MODULES])
    (tmp_path / "client.mjs").write_text(source)
    assert NODE
    text = "# Market day\n\nShe **go** to teh market in the rain.\n"
    if source is GRAMMA:
        text = "She go to teh market in the rain."
    found = json.loads(output_of(NODE, "client.mjs", run_server(), text, cwd=tmp_path))
    assert found == [["grammar.pronoun-verb", "go"], ["spelling.unknown", "teh"]]


def has_uno() -> bool:
    if SOFFICE is None or not Path(UNO_PYTHON).exists():
        return False
    return subprocess.run([UNO_PYTHON, "-c", "import uno"], capture_output=True).returncode == 0


@pytest.mark.skipif(not has_uno(), reason="needs LibreOffice (soffice) and python3-uno")
def test_libreoffice_proofreads_with_our_server(run_server: Run, tmp_path: Path) -> None:
    paragraphs = (
        "The minister, Katarzyna Wojciechowska, opened the new bridge on Monday morning.",
        "Ms Wojciechowska said it would cut teh journey to the coast by an hour.",
        "The crowd cheered as Ms Wojciechowksa cut the ribbon in front of the cameras.",
    )
    _write_profile(tmp_path / "profile", f"{run_server()}/v2")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert SOFFICE
    office = subprocess.Popen(
        [
            *(SOFFICE, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"),
            *("--norestore", f"--accept=socket,host=127.0.0.1,port={port};urp"),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        script = str(HERE / "libreoffice_proofreads.py")
        said = json.loads(output_of(UNO_PYTHON, script, str(port), *paragraphs))
    finally:
        office.terminate()
        office.wait(60)
    assert said["has_locale"]
    assert [[words for words, _, _ in each] for each in said["found"]] == [
        [],
        ["teh"],
        ["Wojciechowksa"],  # seen only beside the other paragraphs
    ]
    (_, message, suggestions), *_ = said["found"][2]
    assert "'Wojciechowska' elsewhere" in message
    assert suggestions == ["Wojciechowska"]


def _write_profile(profile: Path, address: str) -> None:
    """A profile of LibreOffice whose LanguageTool setting names ``address``."""
    checkers = "<it>org.openoffice.lingu.LanguageToolGrammarChecker</it>"
    path = "GrammarChecking/LanguageTool"
    items = [
        SETTING.format(path=path, name="BaseURL", kind="", value=escape(address)),
        SETTING.format(path=path, name="IsEnabled", kind="", value="true"),
        SETTING.format(
            path="ServiceManager/GrammarCheckerList",
            name="en-GB",
            kind=' oor:type="oor:string-list"',
            value=checkers,
        ),
    ]
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items '
        'xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{"".join(items)}</oor:items>\n'
    )
