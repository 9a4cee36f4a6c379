"""The settings with a closed set of values; each value is written as in a configuration."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """The dialect to check in; ``auto`` decides for each article by its own evidence."""

    AUTO = "auto"
    BRITISH = "en-GB"
    AMERICAN = "en-US"
    AUSTRALIAN = "en-AU"
    CANADIAN = "en-CA"


class TrackedChanges(StrEnum):
    """How the changes tracked in a document are read: as made, or as not made."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"


class Deep(StrEnum):
    """How the engine ``deep`` runs.

    ``auto``: with its gate, if it is installed. ``full``, which was once called ``always``:
    without.
    """

    AUTO = "auto"
    FULL = "full"
    NEVER = "never"


class ValeCompat(StrEnum):
    """How a rule in a Vale style is read: as its author meant it, or as Vale runs it."""

    MEANT = "meant"
    STRICT = "strict"
