"""An edit that a model proposes for a sentence, with its confidence."""

from __future__ import annotations

from typing import NamedTuple


class ScoredEdit(NamedTuple):
    """Replace ``Document.text[start:end]`` by ``replacement``.

    ``score`` is the natural log odds that the edit is right; ``kind`` says what the edit
    corrects: ``confusion``, ``slip`` (a typo), ``small-word``, ``missing-word``,
    ``extra-word``, ``verb-form``, ``agreement``, ``article``, ``apostrophe``.
    """

    start: int
    end: int
    replacement: str
    score: float
    kind: str
