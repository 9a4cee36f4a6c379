"""The sample articles in ``seeds/`` and their findings, as snapshots.

``COPYLINT_UPDATE=1 pytest tests/test_seeds.py`` rewrites the snapshots; their diff is the
review of a change of behaviour.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from copylint.config.schema import Config
from copylint.core.finding import Finding
from copylint.runner.pipeline import run
from copylint.runner.result import Input

SEEDS = Path(__file__).parents[1] / "seeds"
ARTICLES = sorted(
    path for path in SEEDS.iterdir() if path.suffix in (".txt", ".md") and path.stem != "README"
)


def findings_in(path: Path) -> list[Finding]:
    result = run([Input(str(path))], Config())
    assert not result.errors
    assert not result.engine_errors
    return list(result.findings)


def as_line(finding: Finding) -> str:
    return json.dumps(
        {
            "line": finding.start.line,
            "column": finding.start.column,
            "rule": finding.rule,
            "text": finding.text,
            "replacements": list(finding.replacements[:3]),
            "related": [[each.start.line, each.start.column] for each in finding.related],
        },
        ensure_ascii=False,
    )


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.name)
def test_findings_are_those_of_the_snapshot(article: Path) -> None:
    lines = [as_line(finding) for finding in findings_in(article)]
    snapshot = article.with_suffix(article.suffix + ".findings.jsonl")
    if os.environ.get("COPYLINT_UPDATE"):
        snapshot.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    assert lines == snapshot.read_text(encoding="utf-8").splitlines()
