"""The forecast of a check agrees with what ``fix`` does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from copylint.cache.store import Store
from copylint.config.schema import Config
from copylint.core.fix import Safety
from copylint.runner import forecasting
from copylint.runner.fixer import Fixer, Plan
from copylint.runner.pipeline import run
from copylint.runner.result import FixForecast, Input
from copylint.runner.result_cache import result_cache
from copylint.runner.result_codec import decode, encode

CONFIG = Config(grammar=())
SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLES = (
    "They recieved the letter , and the the end  came.\n",
    "A clean line.\n",
    "It was an grey day for a engineer.. Orla  Quist said : “We waited for a hour.”\n",
    "He doesn't sell it and won't. It’s the keeper’s lamp. They went to the the the gate.\n",
)


def inputs(*texts: str) -> list[Input]:
    return [Input(f"{number}.md", text.encode()) for number, text in enumerate(texts)]


def forecasts(files: Sequence[Input], jobs: int = 1) -> list[FixForecast | None]:
    return [file.forecast for file in run(files, CONFIG, jobs=jobs, forecast=True).files]


@pytest.mark.parametrize("text", ARTICLES)
def test_as_many_are_foretold_as_are_fixed(text: str) -> None:
    (each,) = inputs(text)
    (forecast,) = forecasts([each])
    fixed = Fixer(CONFIG, {}, Plan()).fix(each)
    assert forecast is None if not fixed.applied else forecast is not None
    if forecast is not None:
        assert len(forecast.applied) + forecast.further == len(fixed.applied)


def test_what_comes_to_light_counts_as_further() -> None:
    (each,) = inputs("He left  , and  , then came.\n")
    (forecast,) = forecasts([each])
    assert forecast is not None
    fixed = Fixer(CONFIG, {}, Plan()).fix(each)
    assert forecast.further == len(fixed.applied) - len(forecast.applied) > 0


def test_a_fix_that_is_held_back_is_not_foretold(monkeypatch: pytest.MonkeyPatch) -> None:
    from copylint.runner import fix_loop

    monkeypatch.setattr(fix_loop, "newcomers", lambda before, after, patch: list(after))
    (each,) = inputs("They recieved the seperate letter, and the gulll came.\n")
    (forecast,) = forecasts([each])
    (file,) = run([each], CONFIG).files
    safe = [finding for finding in file.findings if finding.safety is Safety.SAFE]
    assert len(safe) == 2
    assert forecast == FixForecast()


def test_forecasts_are_the_same_in_several_processes() -> None:
    files = inputs(*ARTICLES)
    assert forecasts(files, jobs=2) == forecasts(files)


def test_a_forecast_is_kept_with_the_result(tmp_path: Path) -> None:
    files, store = inputs(*ARTICLES), Store(tmp_path)
    without = run(files, CONFIG, cache=result_cache(store, CONFIG))
    assert all(file.forecast is None for file in without.files)
    first = run(files, CONFIG, cache=result_cache(store, CONFIG), forecast=True)
    assert [file.forecast for file in first.files] == forecasts(files)
    cache = result_cache(store, CONFIG)
    assert cache is not None
    assert cache.find(files) == first.files
    assert list(first.findings) == list(without.findings)


def test_a_result_with_headline_and_forecast_survives_its_code() -> None:
    (file,) = run(
        [Input("a.md", b"# The ferry returns\n\nIt left  at noon, as we recieved.\n")],
        CONFIG,
        forecast=True,
    ).files
    assert file.headline == "The ferry returns"
    assert file.forecast is not None
    assert decode("a.md", encode(file)) == file


def test_of_much_nothing_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forecasting, "MOST_BYTES", 10)
    assert set(forecasts(inputs(*ARTICLES))) == {None}
