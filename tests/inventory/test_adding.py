"""Adding is one file: each kind of thing, put into a copy of the tree, passes the tests there.

The copy has a rule in YAML with its page, a check, a format, a report and an engine that the
checkout lacks: those of CONTRIBUTING.md. They are in no list, and no script was run.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from copylint.inventory.places import package, shipped

ROOT = Path(package()).parent

#: A file's path in backquotes and a colon, then its content in a fence.
_FILE = re.compile(r"^`((?:copylint|rules)/[^`]+)`:\n\n(````?)\w+\n(.*?)^\2$", re.M | re.S)
ADDED = {
    path: text for path, _, text in _FILE.findall((ROOT / "CONTRIBUTING.md").read_text("utf-8"))
}


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy. Its data are those of the checkout, and it has read nothing yet."""
    if shipped() != ROOT / "rules":
        pytest.skip("needs a checkout")
    copy = tmp_path_factory.mktemp("tree")
    ignored = shutil.ignore_patterns("__pycache__", "data", "corpus")
    for name in ("copylint", "rules", "tests", "tools"):
        shutil.copytree(ROOT / name, copy / name, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", copy)
    for name in ("copylint/data", "docs", "README.md", ".pre-commit-hooks.yaml"):
        (copy / name).symlink_to(ROOT / name)
    for path in (ROOT / "tests").rglob("data"):
        (copy / path.relative_to(ROOT)).symlink_to(path)
    for name, text in ADDED.items():
        (copy / name).write_text(text, "utf-8")
    return copy


def python(tree: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_page_for_contributors_adds_one_of_each() -> None:
    assert [Path(path).parent.name for path in ADDED] == [
        *("News", "News", "checks", "formats", "formats", "engines"),
    ]


def test_the_tests_that_concern_them_pass(tree: Path) -> None:
    tests = (
        "tests/test_examples.py",
        "tests/inventory/test_inventory.py",
        "tests/packs/test_rule_tester.py",
        "tests/runner/test_packs.py",
        "tests/formats/test_conformance.py",
        "tests/report/test_formats.py",
        "tests/engines/test_engine_examples.py",
        "tests/fuzz/test_fuzz_cases.py",
        "tests/cli/test_cli_page.py",
    )
    chosen = (
        "Utmost or dots or test_inventory or slate or tsv or hush or test_packs or test_cli_page "
        "or shipped or test_formats_are_found or catalogue"
    )
    done = python(tree, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests, "-k", chosen)
    assert done.returncode == 0, done.stdout[-3000:]
    assert " failed" not in done.stdout


def test_all_of_them_are_used(tree: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.slate"
    article.write_text("hush ===\n\n===\nA matter of utmostest urgency, it is late..\n", "utf-8")
    check = "-m", "copylint", "check", "--isolated", "--grammar", "hush", "--format", "tsv"
    done = python(tree, *check, str(tmp_path))
    assert done.stderr == ""
    assert {(*line.split("\t")[1:],) for line in done.stdout.splitlines()} >= {
        ("1", "1", "hush.word"),
        ("4", "13", "News.Utmost"),
        ("4", "42", "dots.two"),
    }
    explained = python(tree, "-m", "copylint", "explain", "News.Utmost", "dots.two", "hush.word")
    assert "A degree that does not exist." in explained.stdout
    helped = python(tree, "-m", "copylint", "check", "--help").stdout
    assert "tsv" in helped and "hush" in helped
    tested = python(tree, "-m", "copylint", "test-rules", "--isolated", "rules/News/Utmost.yml")
    assert tested.stdout == "1 rule, 2 examples: all is well\n"


def test_a_changed_or_deleted_module_is_noticed(tree: Path) -> None:
    """A run after a file has changed or been deleted finds the present modules."""
    gone = tree / "copylint" / "checks" / "trailing_dots.py"
    text = gone.read_text("utf-8")
    listed = "-m", "copylint", "rules", "--select", "dots"
    assert "dots.two" in python(tree, *listed).stdout
    gone.write_text(text.replace("dots.two", "dots.pair"), "utf-8")
    assert "dots.pair" in python(tree, *listed).stdout
    gone.unlink()
    assert "there is no rule 'dots'" in python(tree, *listed).stderr
    gone.write_text(text, "utf-8")
    assert "dots.two" in python(tree, *listed).stdout
