"""The script of the page as Node reads it: each file by itself, and all of them together."""

from __future__ import annotations

import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from copylint.report.page import assets

FOLDER = files("copylint.report.page")


def names(folder: str) -> list[str]:
    return sorted(each.name.rpartition(".")[0] for each in FOLDER.joinpath(folder).iterdir())


def test_every_file_is_on_the_page() -> None:
    assert names("css") == sorted(assets.STYLES)
    assert names("js") == sorted(assets.SCRIPTS)


def test_style_and_script_cannot_end_their_elements() -> None:
    assert "</" not in assets.style()
    assert "</script" not in assets.script()
    assert "<!--" not in assets.script()


def test_the_script_asks_for_nothing() -> None:
    for word in ("fetch(", "XMLHttpRequest", "import(", "eval(", "innerHTML", "http:", "https:"):
        assert word not in assets.script()
    assert "url(" not in assets.style()


def test_node_reads_the_script(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not installed")
    whole = tmp_path / "whole.js"
    whole.write_text(assets.script(), encoding="utf-8")
    paths = [str(whole), *(str(FOLDER.joinpath("js", f"{name}.js")) for name in assets.SCRIPTS)]
    for path in paths:
        done = subprocess.run([node, "--check", path], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
