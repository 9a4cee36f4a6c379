"""The server with the protocol library of VS Code's client, and the extension for VS Code."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the extra 'lsp' is not installed")

EXTENSION = Path(__file__).parents[2] / "editors" / "vscode"
NODE = shutil.which("node") or ""
NPM = shutil.which("npm") or ""

pytestmark = [
    pytest.mark.skipif(not NODE, reason="Node is not installed"),
    pytest.mark.skipif(
        not (EXTENSION / "node_modules").is_dir(),
        reason="the extension's packages are not installed: npm ci --prefix editors/vscode",
    ),
]


def run(*words: str) -> str:
    done = subprocess.run(words, cwd=EXTENSION, capture_output=True, text=True, timeout=900)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_whole_round() -> None:
    told = run(NODE, "tests/round.mjs", sys.executable, "-m", "copylint", "lsp")
    assert told.splitlines() == [
        "ok: initialize",
        "ok: diagnostics",
        "ok: hover",
        "ok: quick fix",
        "ok: suppression",
        "ok: all safe corrections",
        "ok: house word",
        "ok: pulled diagnostics",
        "ok: shutdown",
    ]


@pytest.mark.skipif(not NPM, reason="npm is not installed")
def test_the_extension_is_packaged() -> None:
    told = run(NPM, "run", "--silent", "package")
    assert "Packaged: dist/copylint.vsix" in told
    assert (EXTENSION / "dist" / "copylint.vsix").stat().st_size < 500_000
