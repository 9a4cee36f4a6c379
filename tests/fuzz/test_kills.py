"""The short form of ``tools/fuzz/kills.py``; the long one is run by its command."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from kills import kill_again_and_again

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


def test_no_kill_tears_or_loses_a_file(tmp_path: Path) -> None:
    found = kill_again_and_again(tmp_path, kills=25, seed=3)
    assert found.sound, found
