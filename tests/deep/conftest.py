"""Fixtures for tests of the deep check, which are skipped if its packages are missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from copylint.deep.weights import Weights, folder, is_installed, load

sys.path.insert(0, str(Path(__file__).parent))  # for the golden sentences beside this file


@pytest.fixture(scope="session")
def weights() -> Weights:
    """The weights that ship."""
    where = folder()
    if where is None or not is_installed():
        pytest.skip("copylint[deep] is not installed")
    return load(where)
