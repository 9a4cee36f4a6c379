"""An article has the same findings alone and among others, the gated deep check included."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from copylint.cache.store import Store
from copylint.config.schema import Config
from copylint.deep import weights
from copylint.runner.pipeline import run
from copylint.runner.result import Input, RunResult
from copylint.runner.result_cache import result_cache

# Faults that only the deep check hears, faults that it may take back, and doubtful copy.
ARTICLES = [
    "The bakery is planning open a second shop near the station.\n\nIt was a big one.\n",
    "The museum's trust bought a new boats for the lake.\n\nShe said they're dog was lost.\n",
    "Teh ferry left the harbour , and the crew was told that the the tide had turn.\n",
    "The council have agreed to fund a playground, the mayor said on Tuesday.\n",
    "He go to the market every day and buy bread for he's mother.\n",
]
OTHERS = [
    f"The {noun} of {place} will open in {month}.\n\nThe council {verb} {number} pounds on it.\n"
    for number, (noun, place, month, verb) in enumerate(
        (noun, place, month, verb)
        for noun in ("bridge", "library", "old mill", "swimming pools")
        for place in ("Oudeschild", "Leeds", "the north")
        for month in ("May", "july", "Octobre")
        for verb in ("spent", "spend", "has spend", "will spends")
    )
]

# The engines that run by default if the deep check is installed.
GATED = Config(grammar=("deep",), deep_gate=True) if weights.is_installed() else Config()
needs_model = pytest.mark.skipif(
    not weights.is_installed(), reason="copylint[deep] is not installed"
)

Said = list[tuple[str, int, int, tuple[str, ...]]]


def by_path(result: RunResult) -> dict[str, Said]:
    assert not result.errors and not result.engine_errors
    said: dict[str, Said] = {}
    for finding in result.findings:
        span = finding.span
        told = (finding.rule, span.start, span.end, tuple(finding.replacements))
        said.setdefault(finding.path, []).append(told)
    return said


def inputs(texts: list[str], name: str) -> list[Input]:
    return [Input(f"{name}{number}.txt", text.encode()) for number, text in enumerate(texts)]


@pytest.fixture(scope="module")
def alone() -> dict[str, Said]:
    """The findings of each article by itself, in one process."""
    said: dict[str, Said] = {}
    for each in inputs(ARTICLES, "article"):
        said |= by_path(run([each], GATED, jobs=1))
    assert sum(map(len, said.values())) >= 6
    return said


@needs_model
def test_deep_check_is_heard_in_these_articles(alone: dict[str, Said]) -> None:
    assert any(rule.startswith("deep.") for said in alone.values() for rule, *_ in said)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_findings_are_those_of_the_article_alone(alone: dict[str, Said], jobs: int) -> None:
    together = inputs(OTHERS, "other") + inputs(ARTICLES, "article")
    random.Random(jobs).shuffle(together)
    said = by_path(run(together, GATED, jobs=jobs))
    assert {path: each for path, each in said.items() if path.startswith("article")} == alone


def test_findings_from_a_cache_are_those_of_the_article_alone(
    alone: dict[str, Said], tmp_path: Path
) -> None:
    # The cache of a check of all articles serves a check of one, and the reverse.
    together = inputs(ARTICLES, "article") + inputs(OTHERS, "other")
    for name, first, then in (("all", together, together[:1]), ("one", together[:1], together)):
        store = Store(tmp_path / name)
        run(first, GATED, jobs=1, cache=result_cache(store, GATED))
        cache = result_cache(store, GATED)
        assert cache is not None
        assert cache.find(together[:1]) != [None]
        said = by_path(run(then, GATED, jobs=2, cache=cache))
        kept = {path: each for path, each in said.items() if path.startswith("article")}
        assert kept == {path: alone[path] for path in kept}
        assert "article0.txt" in kept
