"""Editors without a screen, set up as the guide says: findings appear, a correction is made."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pygls", reason="the extra 'lsp' is not installed")

ROUNDS = Path(__file__).parent / "editors"
GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "editors.md"
TEXT = "# Ferry 🚢\n\nThe council 🚢 said it is the the last one. They recieve 200 people.\n"
AFTER = TEXT.replace("the the", "the")
NVIM, EMACS = shutil.which("nvim") or "", shutil.which("emacs") or ""
_LOAD_EGLOT = (
    '(progn (dolist (each (file-expand-wildcards "/usr/share/emacs/site-lisp/elpa/*"))'
    " (add-to-list 'load-path each)) (require 'eglot))"
)


def recipe(language: str, start: str) -> str:
    """The only block of the guide in ``language`` that begins with ``start``."""
    blocks = re.findall(rf"^```{language}\n(.*?)^```", GUIDE.read_text("utf-8"), re.M | re.S)
    (found,) = (each for each in blocks if each.startswith(start))
    return str(found)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with settings and a command 'copylint' that is this one."""
    desk = tmp_path / "desk"
    commands = tmp_path / "bin"
    for each in (desk, commands):
        each.mkdir()
    (desk / "copylint.toml").write_text('root = true\ndeep = "never"\n')
    command = commands / "copylint"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m copylint "$@"\n')
    command.chmod(0o755)
    return desk


def run(desk: Path, *words: str) -> list[str]:
    """What the editor prints; it must end well."""
    path = f"{desk.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    homes = {name: str(desk.parent / name) for name in ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
    done = subprocess.run(
        words,
        cwd=desk,
        env={**os.environ, **homes, "PATH": path},
        capture_output=True,
        text=True,
        timeout=900,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()


@pytest.mark.skipif(not NVIM, reason="Neovim is not installed")
def test_neovim(desk: Path) -> None:
    version = subprocess.run([NVIM, "--version"], capture_output=True, text=True, check=True)
    is_new = re.match(r"NVIM v(?:[1-9]|0\.1[1-9])", version.stdout)
    setup = desk.parent / "setup.lua"
    setup.write_text(recipe("lua", "vim.lsp.config" if is_new else "local client"))
    (desk / "ferry.md").write_text(TEXT)
    go = ROUNDS / "neovim_round.lua"
    told = run(
        desk, NVIM, "--headless", "--clean", "--cmd", f"luafile {setup}", "-c", f"luafile {go}"
    )
    assert told == [
        "2:28 duplicates.word",  # Neovim counts bytes
        "2:51 spelling.unknown",
        "2:47 spelling.unknown",
    ]
    assert (desk / "ferry.md").read_text() == AFTER


@pytest.mark.skipif(not EMACS, reason="Emacs is not installed")
def test_emacs(desk: Path) -> None:
    has_eglot = subprocess.run([EMACS, "-Q", "--batch", "--eval", _LOAD_EGLOT], capture_output=True)
    if has_eglot.returncode:
        pytest.skip("Eglot is not installed")
    setup = desk.parent / "setup.el"
    setup.write_text(recipe("elisp", "(require 'eglot)"))
    (desk / "ferry.txt").write_text(TEXT)
    go = ROUNDS / "emacs_round.el"
    told = run(desk, EMACS, "-Q", "--batch", "--eval", _LOAD_EGLOT, "-l", str(setup), "-l", str(go))
    assert [re.sub(r"copylint \[(.*?)\].*", r"\1", each) for each in told] == [
        "37 duplicates.word",  # Emacs counts characters, from 1
        "60 spelling.unknown",
        "56 spelling.unknown",
    ]
    assert (desk / "ferry.txt").read_text() == AFTER
