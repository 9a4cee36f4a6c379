"""The bounds of a service."""

from __future__ import annotations

from copylint.core.record import record


@record
class Limits:
    """How much a service holds and does.

    ``documents`` that are open at a time, ``document_bytes`` of one text, ``total_bytes`` of
    the texts of all open documents, ``queue`` checks that wait, ``seconds`` of processor time
    for one check (the configuration's ``timeout`` holds too if it is shorter). Bytes are those
    of UTF-8.
    """

    documents: int = 256
    document_bytes: int = 8_000_000
    total_bytes: int = 64_000_000
    queue: int = 256
    seconds: float = 60.0


DEFAULT = Limits()
