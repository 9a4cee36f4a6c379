"""Plug-ins that cannot be used are one line that names the package."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

CHECK = (
    "from copylint.contract.check import Check\nfrom copylint.core.rule import Rule\n"
    "{rules}\n"
    "class Added(Check):\n    rules = RULES\n    def check(self, article, options):\n"
    "        return ()\n"
)


@pytest.mark.parametrize(
    ("entry", "source", "told"),
    [
        ("[copylint.rules]\na = gone:Added", "", "the plug-in desk: cannot be loaded"),
        (
            "[copylint.rules]\na = added",
            "",
            "the entry point 'a' of copylint.rules must name",
        ),
        (
            "[copylint.rules]\na = added:Added",
            CHECK.format(rules="RULES = (Rule('spelling.unknown', '', '', (), ()),)"),
            "the plug-in desk: adds the rule 'spelling.unknown', which exists",
        ),
        (
            "[copylint.formats]\na = added:Added",
            "class Added:\n    name = 'html'\n    suffixes = ('.h',)\n",
            "the plug-in desk: adds the format 'html', which exists",
        ),
        (
            "[copylint.reports]\ntext = added:Added",
            "",
            "the plug-in desk: adds the report 'text', which exists",
        ),
    ],
)
def test_it_is_reported(entry: str, source: str, told: str, tmp_path: Path) -> None:
    done = check(entry, source, tmp_path)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert told in line


def test_rules_known_only_at_run_time_are_found_by_importing(tmp_path: Path) -> None:
    rules = "RULES = tuple(Rule(f'desk.{n}', '', '', (), ()) for n in 'ab' if n)"
    done = check("[copylint.rules]\na = added:Added", CHECK.format(rules=rules), tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def check(entry: str, source: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A check with the rules of ``desk``, a package with one entry point and one module."""
    (folder / "desk-1.0.dist-info").mkdir()
    (folder / "desk-1.0.dist-info" / "entry_points.txt").write_text(entry + "\n")
    (folder / "added.py").write_text(source)
    (folder / "a.txt").write_text("The council met.\n")
    return subprocess.run(
        [sys.executable, "-m", "copylint", "check", "--isolated", "--select", "desk", "a.txt"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(folder)))},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
