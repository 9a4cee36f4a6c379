"""What all tests share."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import settings

# A first example loads word lists, and machines are busy: no test is about time.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

NUMBERS = count()


@pytest.fixture(autouse=True)
def cache_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test has a cache folder of its own, so that none reads what another has kept."""
    home = str(tmp_path_factory.getbasetemp() / "caches" / str(next(NUMBERS)))
    monkeypatch.setenv("XDG_CACHE_HOME", home)
    monkeypatch.setenv("LOCALAPPDATA", home)
