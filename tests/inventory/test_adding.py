"""Adding is one file: each kind of thing, put into a copy of the tree, passes the tests there.

The copy has a rule in YAML with its page, a check, a format, a report and an engine that the
checkout lacks, and no list was told of them and no script was run.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from copylint.inventory.places import package, shipped

ROOT = Path(package()).parent

ADDED = {
    "rules/News/Utmost.yml": (
        "extends: substitution\nmessage: \"Write '%s', not '%s'.\"\naction: {name: replace}\n"
        "swap:\n  utmostest urgency: great urgency\n"
    ),
    "rules/News/Utmost.md": (
        "# Utmost\n\nA degree that does not exist.\n\nIt is a slip of rewriting.\n\n"
        "```bad utmostest urgency\nIt is a matter of utmostest urgency.\n```\n\n"
        "```fixed\nIt is a matter of great urgency.\n```\n\n"
        "```good\nIt is a matter of the utmost urgency.\n```\n"
    ),
    "copylint/checks/trailing_dots.py": '''"""Sentences that end in two dots."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import TextSpan

RULE = Rule(
    id="dots.two",
    summary="Two dots at the end of a paragraph.",
    why="One is a full stop and three are an ellipsis.",
    bad=(Bad("It was late..", "..", "It was late."),),
    good=(Good("It was late."),),
)


class TrailingDots(Check):
    """Reports two dots at the end of a paragraph."""

    rules = (RULE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """A match for each paragraph that ends so."""
        for block in article.document.blocks:
            text = article.document.slice(block.span)
            if text.endswith("..") and not text.endswith("..."):
                span = TextSpan(block.span.end - 2, block.span.end)
                yield Match(span, "Write one full stop.", (".",))
''',
    "copylint/formats/slate.py": '''"""Slate: plain text whose lines of equals signs divide it."""

from __future__ import annotations

import re

from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.formats.base import DocumentBuilder, Format

# Lines in a row that hold more than spaces and equals signs.
_PARAGRAPH = re.compile(
    r"(?:^[^\\S\\r\\n]*[^\\s=][^\\r\\n]*(?:\\r?\\n(?=[^\\S\\r\\n]*[^\\s=]))?)+", re.M
)


class Slate(Format):
    """Paragraphs apart by empty lines or lines of equals signs."""

    name = "slate"
    suffixes = (".slate",)
    written = ("plain",)

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``; reads any text."""
        builder = DocumentBuilder(path, self.name, source)
        for paragraph in _PARAGRAPH.finditer(source):
            builder.literal(*paragraph.span())
            builder.end_block(BlockKind.PARAGRAPH)
        return builder.build()
''',
    "copylint/report/formats/tsv.py": '''"""A line per finding, fields apart by tabs."""

from __future__ import annotations

from typing import TextIO

from copylint.report.base import Outcome, Presentation, Reporter


class TsvReporter(Reporter):
    """Path, line, column and rule."""

    def write(self, outcome: Outcome, out: TextIO, presentation: Presentation) -> None:
        """Write a line per finding."""
        for each in outcome.findings:
            fields = (each.path, each.start.line, each.start.column, each.rule)
            out.write("\\t".join(map(str, fields)) + "\\n")
''',
    "copylint/engines/hush.py": '''"""Hush: an engine that finds one word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from copylint.analysis.article import Article
from copylint.contract.engine import Engine, EngineSession, Setting
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import TextSpan


class HushEngine(Engine):
    """Finds the word that the configuration names."""

    name = "hush"
    rules = (
        Rule(
            id="hush.word",
            summary="A word that is not for print.",
            why="The configuration says so.",
            bad=(Bad("They said hush.", "hush"),),
            good=(Good("They said nothing."),),
        ),
    )
    settings = (Setting("word", "hush", "The word."),)

    def start(self, settings: Mapping[str, object]) -> str:
        """Nothing is shared."""
        return ""

    def connect(self, address: str, settings: Mapping[str, object]) -> EngineSession:
        """A session for the word."""
        return HushSession(str(settings["word"]))


class HushSession(EngineSession):
    """Looks for a word."""

    def __init__(self, word: str) -> None:
        self._word = word

    def check(self, articles: Sequence[Article]) -> list[list[Match]]:
        """The first place of the word in each article."""
        places = [article.text.find(self._word) for article in articles]
        return [
            [Match(TextSpan(at, at + len(self._word)), "Not this word.", rule="hush.word")]
            if at >= 0
            else []
            for at in places
        ]
''',
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


def test_the_tests_that_concern_them_pass(tree: Path) -> None:
    tests = (
        "tests/test_examples.py",
        "tests/inventory/test_inventory.py",
        "tests/packs/test_proof.py",
        "tests/runner/test_packs.py",
        "tests/formats/test_conformance.py",
        "tests/report/test_formats.py",
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


def test_what_goes_is_gone(tree: Path) -> None:
    """A run after a file has gone or changed finds what is there now."""
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
