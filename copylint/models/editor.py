"""The interface of every context model, which proposes scored edits for sentences."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from copylint.models.edit import ScoredEdit
from copylint.models.sentence_context import SentenceContext


class SentenceEditor(ABC):
    """Proposes edits for sentences.

    Editors keep nothing of a text, so one serves a whole process.
    """

    @abstractmethod
    def edits(self, contexts: Sequence[SentenceContext]) -> list[list[ScoredEdit]]:
        """The edits of each sentence that the model thinks likelier right than wrong."""
