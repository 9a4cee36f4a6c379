"""Markdown for a comment on a submission."""

from __future__ import annotations

from typing import TextIO

from copylint.report.base import Outcome, Presentation, Reporter
from copylint.report.markdown_text import comment

# A comment on GitHub may have 65,536 characters.
_LARGEST = 65_000


class MarkdownReporter(Reporter):
    """One comment: a summary, then the findings of each file."""

    def write(self, outcome: Outcome, out: TextIO, presentation: Presentation) -> None:
        """Write the comment."""
        out.write(comment(outcome, _LARGEST))
