"""The account of stages: one row a stage, shares that come to the whole."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "speed" / "stages.py"


@pytest.mark.skipif(not SCRIPT.exists(), reason="needs a checkout")
def test_the_shares_of_the_stages_come_to_the_whole() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--only", "news", "--articles", "3"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    rows = re.findall(r"^\| (.+?) \| ([\d.]+) % \| ([\d.]+) % \|$", done.stdout, re.M)
    names = {name for name, _, _ in rows}
    assert {"checks: grammar", "the ledger of facts", "tokens and quotations"} <= names
    for column in (1, 2):
        assert 97 < sum(float(row[column]) for row in rows) <= 101
