"""The fuzzer that needs no atheris: it mutates, counts, and keeps what breaks a target."""

from __future__ import annotations

from pathlib import Path

import pytest
from mutate import Broken, fuzz
from targets import targets


@pytest.mark.parametrize("name", ["baseline", "decisions", "ignore-file", "git-names", "build-log"])
def test_a_target_holds_for_a_moment(name: str, tmp_path: Path) -> None:
    done, lines, _ = fuzz(name, targets()[name], 0, seed=1, corpus=tmp_path, at_least=1_500)
    assert done == 1_500
    assert lines > 10
    assert not list(tmp_path.iterdir())


def test_what_breaks_a_target_is_kept(tmp_path: Path) -> None:
    def action(data: bytes) -> None:
        if b"version" in data and b'"count": 2' not in data:
            raise ValueError("broken")

    with pytest.raises(Broken, match="ValueError: broken"):
        fuzz("baseline", action, 20, seed=1, corpus=tmp_path)
    (kept,) = (tmp_path / "baseline").iterdir()
    with pytest.raises(ValueError, match="broken"):
        action(kept.read_bytes())


def test_the_same_seed_makes_the_same_inputs(tmp_path: Path) -> None:
    runs: list[list[bytes]] = []
    for _ in range(2):
        seen: list[bytes] = []
        fuzz("kept-result", seen.append, 0, seed=3, corpus=tmp_path, at_least=100)
        runs.append(seen)
    assert runs[0] == runs[1]
