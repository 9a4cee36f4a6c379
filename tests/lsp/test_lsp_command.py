"""The command 'copylint lsp': what it needs, and whom its output belongs to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from copylint.cli.main import main


def test_a_missing_extra_is_one_line_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pygls", None)
    monkeypatch.setattr("sys.argv", ["copylint", "lsp"])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "copylint: 'copylint lsp' needs the extra 'lsp'; in a checkout run: pip install '.[lsp]'\n"
    )


def test_what_else_is_printed_does_not_mix_with_the_protocol() -> None:
    code = (
        "import os, sys\n"
        "from copylint.cli.commands.lsp import own_output\n"
        "with own_output() as output:\n"
        "    print('stray', flush=True)\n"
        "    os.system('echo stray too')\n"
        "    output.write(b'protocol')\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == b"protocol"
    assert done.stderr.split() == [b"stray", b"stray", b"too"]


def test_a_settings_file_that_does_not_exist_is_an_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pytest.importorskip("pygls", reason="the extra 'lsp' is not installed")
    gone = tmp_path / "gone.toml"
    monkeypatch.setattr("sys.argv", ["copylint", "lsp", "--config", str(gone)])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == 2
    assert "there is no such configuration file" in capsys.readouterr().err


def test_checking_imports_no_protocol() -> None:
    code = (
        "import sys, copylint\n"
        "copylint.lint_text('The the ferry left.')\n"
        "import copylint.cli.app\n"
        "unwanted = {'pygls', 'lsprotocol', 'copylint.lsp', 'copylint.service'}\n"
        "print(sorted(unwanted & {*sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == b"[]\n"
