"""Edits to the source, and how far each may be trusted."""

from __future__ import annotations

from enum import StrEnum

from copylint.core.record import record
from copylint.core.span import SourceSpan


class Safety(StrEnum):
    """Who may apply a fix.

    ``SAFE`` may be applied without asking; ``UNSAFE`` only when asked for; ``NONE`` means that
    replacements, if any, are for reading and never applied by a program.
    """

    SAFE = "safe"
    UNSAFE = "unsafe"
    NONE = "none"


@record
class Edit:
    """Replace the source characters in ``span`` by ``text``.

    ``part`` and ``part_start`` are as those of a ``Finding``, for the part that is edited.
    """

    span: SourceSpan
    text: str
    part: str = ""
    part_start: int = 0


@record
class Fix:
    """Edits that together resolve a finding; they do not overlap and ascend."""

    edits: tuple[Edit, ...]
    safety: Safety
    title: str


def title_for(replacement: str) -> str:
    """The menu title of a fix that replaces its finding with ``replacement``."""
    return f"Replace with '{replacement}'" if replacement else "Delete"
