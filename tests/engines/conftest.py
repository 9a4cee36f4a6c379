from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from copylint.analysis.article import Article
from copylint.runner.document_reader import read_document

sys.path.insert(0, str(Path(__file__).parent))  # for the fake server beside this file


@pytest.fixture
def article() -> Callable[..., Article]:
    def make(text: str, name: str = "a.txt", language: str = "en-GB") -> Article:
        return Article(read_document(name, text), language=language)

    return make
