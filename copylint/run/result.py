"""What goes into a run and what comes out of it."""

# Paths: strings, not pathlib: a run may read a million files.
# ruff: noqa: PTH123

from __future__ import annotations

from collections.abc import Iterator

from copylint.model.errors import InputError
from copylint.model.finding import Finding
from copylint.model.record import made, record


@record
class Input:
    """Something to check: a file, or what is given in its place.

    ``data`` are bytes (of standard input), ``text`` is text that needs no decoding.
    """

    path: str
    data: bytes | None = None
    text: str | None = None


def read_bytes(each: Input) -> bytes:
    """What a file holds, or what was given in its place. Raises ``InputError``."""
    if each.data is not None:
        return each.data
    try:
        with open(each.path, "rb", buffering=0) as file:
            return file.read()
    except OSError as error:
        raise InputError(each.path, f"cannot read: {error.strerror or error}") from None


@record
class FileResult:
    """What came of one input. ``error`` says why it could not be checked."""

    path: str
    findings: tuple[Finding, ...] = ()
    words: int = 0
    error: str = ""


@record(frozen=False)
class ChunkResult:
    """What came of several inputs, in their order, and what engines failed to answer.

    ``digests`` are those of the bytes that were read, where the result is whole: empty
    where a check or an engine failed, or nothing could be read.
    """

    files: list[FileResult] = made(default_factory=list)
    digests: list[bytes] = made(default_factory=list)
    engine_errors: list[str] = made(default_factory=list)


@record(frozen=False)
class RunResult:
    """Everything a run found, in order, and everything it could not do.

    ``rule_errors`` tell of rule files that cannot be used, ``rule_notes`` of what is passed
    over in others.
    """

    files: list[FileResult] = made(default_factory=list)
    engine_errors: list[str] = made(default_factory=list)
    rule_errors: tuple[str, ...] = ()
    rule_notes: tuple[str, ...] = ()

    @property
    def findings(self) -> Iterator[Finding]:
        """All findings, by file in the order given, then by place."""
        return (finding for file in self.files for finding in file.findings)

    @property
    def errors(self) -> list[FileResult]:
        """The inputs that could not be checked."""
        return [file for file in self.files if file.error]

    @property
    def words(self) -> int:
        """Words checked."""
        return sum(file.words for file in self.files)
