"""The README is short, and the output that it shows is copylint's."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_screen_is_the_whole_output() -> None:
    shown = README.partition("```text\n$ ")[2].partition("```")[0]
    command, *lines = shown.splitlines()
    done = subprocess.run(
        [sys.executable, "-m", *command.split()],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "88", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert lines == (done.stdout + done.stderr).rstrip().splitlines()


def test_it_fits_in_120_lines() -> None:
    assert len(README.splitlines()) < 120


def test_its_links_lead_to_files() -> None:
    links = re.findall(r"\]\(([^)#]+)", README)
    assert len(links) > 20
    assert [link for link in links if not (ROOT / link).exists()] == []
