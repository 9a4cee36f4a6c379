"""What corrections are learnt from: passages before and after, and text as it was left."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator

from copylint.core.errors import CopylintError
from copylint.core.record import record


class LearnError(CopylintError):
    """Corrections that cannot be read: one line that names the source and the remedy."""


@record
class CorrectedPair:
    """A sentence or short passage before and after someone edited it, and the article it is in.

    ``certain`` says that the correction was published as one, so that once is enough.
    """

    before: str
    after: str
    article: str
    certain: bool = False


class CorrectionSource(ABC):
    """A source of corrections, read more than once so that it is never held in memory as a whole.

    ``whole`` says that ``left`` gives whole articles. Otherwise it gives corrected passages alone,
    in which a word that is often right is seen less often than in a newspaper.
    """

    whole = True

    @abstractmethod
    def pairs(self) -> Iterator[CorrectedPair]:
        """Every pair, in an order that does not change. Raises ``LearnError``."""

    @abstractmethod
    def left(self) -> Iterator[str]:
        """Passages as they are now, after all corrections. Raises ``LearnError``."""
