"""Half-open spans, typed by the text that they index.

A place in a document's prose and a place in the file that it came from are both
pairs of integers; giving them distinct types lets the type checker refuse a mix-up.
"""

from __future__ import annotations

from copylint.core.record import record


@record(order=True)
class TextSpan:
    """Code points ``start`` to ``end`` (exclusive) of ``Document.text``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: TextSpan) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: TextSpan) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@record(order=True)
class SourceSpan:
    """Code points ``start`` to ``end`` (exclusive) of the decoded source.

    The byte order mark, if the file has one, is not part of the decoded source.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: SourceSpan) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end
