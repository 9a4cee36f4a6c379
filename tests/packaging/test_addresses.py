"""No text for users tells them to install a package that no index has, or an untagged revision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PARTS = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "action.yml",
    "docs",
    "copylint",
)
# 'copylint' or 'copylint-deep-model' as an argument of pip: by name, so from an index.
BY_NAME = re.compile(
    r"pip install\b[^\n`]*?[\s'\"](copylint(?:-deep-model)?)(?:\[[\w,]*\])?(?! @)[\s'\"`]"
)
VERSION = re.compile(r"\brev: ['\"]?v\d|copylint@v\d")


def texts() -> Iterator[Path]:
    for part in PARTS:
        path = ROOT / part
        if path.is_dir():
            yield from (each for each in path.rglob("*") if each.suffix in (".md", ".py", ".yml"))
        else:
            yield path


def test_nothing_is_installed_by_name() -> None:
    wrong = []
    for path in texts():
        for line in path.read_text("utf-8").splitlines():
            if BY_NAME.search(line + "\n") or VERSION.search(line):
                wrong.append(f"{path.relative_to(ROOT)}: {line.strip()}")
    assert wrong == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("pip install copylint", True),
        ("pip install 'copylint[deep]'", True),
        ("pip install --upgrade copylint-deep-model", True),
        ('pip install "copylint @ git+https://x.org/c@v1"', False),
        ("pip install ./packages/copylint-deep-model '.[deep]'", False),
    ],
)
def test_what_counts_as_by_name(line: str, found: bool) -> None:
    assert bool(BY_NAME.search(line + "\n")) is found
