"""The limits of a service."""

from __future__ import annotations

from copylint.core.record import record


@record
class Limits:
    """The most that a service holds and does.

    ``documents`` is the number of open documents, ``document_bytes`` the size of one text,
    ``total_bytes`` that of the texts of all open documents, ``queue`` the number of checks that
    wait, ``seconds`` the processor time of one check (a shorter ``timeout`` in the
    configuration takes precedence). Bytes are those of UTF-8.
    """

    documents: int = 256
    document_bytes: int = 8_000_000
    total_bytes: int = 64_000_000
    queue: int = 256
    seconds: float = 60.0


DEFAULT = Limits()
