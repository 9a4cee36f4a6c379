"""One pull request with every trick gives the findings of the clean one, and a list of tricks."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hostile_desk import Desk

STORIES = {
    "articles/one.md": "They recieved the the letter. It was very nice.\n",
    "articles/two.html": "<p>The wierd boat came came back.</p>\n",
    "articles/three.txt": "The mayor said said the pier is shut.\n",
}


def tricks(desk: Desk, outside: Path) -> None:
    """Add everything that was tried to switch the check off, stall it or make it tell."""
    for folder in ("", "articles/"):
        desk.write(f"{folder}copylint.toml", 'ignore = ["all"]\npacks = ["evil"]\n')
        desk.write(f"{folder}.copylint.toml", 'ignore = ["all"]\n')
        desk.write(f"{folder}pyproject.toml", '[tool.copylint]\nignore = ["all"]\n')
        desk.write(f"{folder}.gitignore", "*\n")
        desk.write(f"{folder}.vale.ini", "StylesPath = evil\n[*]\nBasedOnStyles = evil\n")
    desk.link("articles/.copylintignore", "/dev/zero")
    desk.write("articles/evil/R.yml", "extends: existence\nmessage: x\nraw: ['(?:a|a){40}b']\n")
    desk.write("evil/R.yml", "extends: existence\nmessage: x\nraw: ['(?:(?:a{1000}){1000}){9}']\n")
    desk.write("articles/copylint-baseline.json", '{"version": 1, "findings": []}')
    desk.write("words.txt", "recieved\nwierd\n")
    desk.write("house/Nice.yml", "extends: existence\nmessage: x\ntokens: [nothing]\n")
    desk.write("articles/recieved.py", "raise SystemExit\n")
    for name in ("copylint", "sitecustomize", "regex", "numpy"):
        desk.write(f"{name}.py", "raise SystemExit(0)\n")
    desk.link("articles/leak.txt", str(outside / "secret.txt"))
    desk.link("articles/environment.md", "/proc/self/environ")
    desk.link("articles/circle.md", "circle.md")
    os.mkfifo(desk.folder / "articles/pipe.md")
    desk.write("articles/--config=evil.md", "Fine.\n")
    desk.write("articles/x\n::error::y.md", "Fine.\n")
    desk.write("articles/##[stop-commands]t.md", "Fine.\n")
    desk.write("articles/.hidden.md", "The the pier.\n")
    desk.write("articles/one.md", f"{STORIES['articles/one.md']}\n<!-- copylint-disable-file -->\n")
    desk.write("articles/two.html", f"<!-- copylint-disable -->{STORIES['articles/two.html']}")


@pytest.mark.skipif(os.name == "nt", reason="needs links and pipes")
def test_the_findings_are_those_of_the_clean_one(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("The the secret token abc123.\n")
    for name, text in STORIES.items():
        desk.write(name, text)
    desk.commit("stories")
    clean = desk.untrusted("--since", "origin/main", "articles")
    assert clean.code == 1 and len(clean.findings) == 5
    tricks(desk, tmp_path)
    blinded = desk.check("--since", "origin/main", "articles")
    assert blinded.findings != clean.findings
    hostile = desk.untrusted("--since", "origin/main", "articles")
    assert hostile.findings == clean.findings
    assert hostile.code == clean.code
    said = hostile.err
    assert "abc123" not in said + hostile.out
    for name in (
        "copylint.toml",
        "words.txt",
        "house/Nice.yml",
        ".gitignore",
        "articles/.copylintignore",
        "articles/copylint.toml",
        "articles/.copylint.toml",
        "articles/pyproject.toml",
        "articles/.vale.ini",
        "articles/.gitignore",
        "articles/copylint-baseline.json",
    ):
        assert f"copylint: {name}: not used: the copy cannot decide how it is checked\n" in said
    for name in ("circle.md", "environment.md", "leak.txt"):
        assert f"copylint: articles/{name}: not checked: this is a link" in said
    assert "copylint: articles/.hidden.md: not checked: hidden (3 words)\n" in said
    assert "copylint: articles/pipe.md: not checked" in said
    assert "articles/one.md: ignored: copylint-disable-file in line 3, which would hide 3" in said
    assert "articles/two.html: ignored: copylint-disable in line 1, which would hide 1" in said
    assert not any(line.startswith("::") for line in said.splitlines())
    for_programs = desk.untrusted("--since", "origin/main", "--format", "json", "articles")
    notes = json.loads(for_programs.out)["notes"]
    assert "copylint.toml: not used: the copy cannot decide how it is checked" in notes
    assert "articles/.hidden.md: not checked: hidden (3 words)" in notes
    for_people = desk.untrusted("--since", "origin/main", "--format", "markdown", "articles")
    assert "Left out or ignored:\n\n- " in for_people.out
    assert "\n::" not in for_people.out + for_programs.out
