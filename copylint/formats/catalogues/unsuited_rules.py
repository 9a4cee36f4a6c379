"""Rules that are off in catalogues, whose messages are no article."""

from __future__ import annotations

#: Messages are short and apart from one another: they repeat one another and tell no story.
UNSUITED = (
    "News",
    "captions",
    "consistency",
    "context",
    "duplicates.caption",
    "duplicates.caption-variant",
    "duplicates.paragraph",
    "duplicates.reworded",
    "duplicates.sentence",
    "facts",
    "names",
)
