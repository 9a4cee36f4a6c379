"""Fixtures for tests of copy from strangers."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hostile_desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A repository with a house's configuration, on a branch that is a pull request."""
    if shutil.which("git") is None:
        pytest.skip("needs git")
    return Desk(tmp_path / "desk")
