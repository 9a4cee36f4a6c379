"""Edits that a model of language proposes for a sentence, each with how sure it is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from copylint.models.sentence_context import Scene


class ScoredEdit(NamedTuple):
    """Replace ``Document.text[start:end]`` by ``replacement``.

    ``score`` is the natural log odds that the edit is right; ``kind`` says what the edit
    mends: ``confusion``, ``slip`` (of the pen), ``small-word``, ``missing-word``,
    ``extra-word``, ``verb-form``, ``agreement``, ``article``, ``apostrophe``.
    """

    start: int
    end: int
    replacement: str
    score: float
    kind: str


class SentenceEditor(ABC):
    """A model of language: sentences in, scored edits out.

    Editors hold nothing of a text: one serves a whole process.
    """

    @abstractmethod
    def edits(self, scenes: Sequence[Scene]) -> list[list[ScoredEdit]]:
        """The edits of each sentence that the model thinks likelier right than wrong."""
