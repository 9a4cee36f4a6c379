"""Sentences that an earlier implementation has read, with all that it made of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from copylint.deep.weights import is_installed

#: For tests that read the weights themselves.
needs_model = pytest.mark.skipif(not is_installed(), reason="copylint[deep] is not installed")

GOLDEN = [
    json.loads(line)
    for line in (Path(__file__).parent / "golden.jsonl").read_text("utf-8").splitlines()
]


def golden(name: str) -> Any:
    """A test for each sentence."""
    return pytest.mark.parametrize(name, GOLDEN, ids=[case["text"][:30] for case in GOLDEN])
