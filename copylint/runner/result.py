"""The inputs and outputs of a run."""

# Paths: strings, not pathlib: a run may read a million files.
# ruff: noqa: PTH116

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from os import stat
from typing import TYPE_CHECKING

from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.finding import Finding
from copylint.core.record import field, record
from copylint.core.safe_read import megabytes, read_start

if TYPE_CHECKING:
    from copylint.core.field_paths import Field


@record
class Input:
    """Something to check: a file, or content given in its place.

    ``data`` are bytes (of standard input), ``text`` is text that needs no decoding. ``within``
    is the real path of the folder that the file must lie in, links followed; empty: anywhere.
    ``documents`` are its articles, if they have been read already.
    ``format`` is the name of its format, ``fields`` are those that hold prose; without them the
    configuration, the suffix and the content decide.
    """

    path: str
    data: bytes | None = None
    text: str | None = None
    within: str = ""
    documents: tuple[Document, ...] = ()
    format: str = ""
    fields: tuple[Field, ...] = ()


def read_bytes(each: Input, most: int) -> bytes:
    """The bytes that a file holds, or those given in its place.

    Raises ``InputError`` if it cannot be read or holds more than ``most`` bytes; no more than
    that is read of a file that never ends.
    """
    data = each.data
    if data is None:
        try:
            data = read_start(each.path, most, each.within)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise InputError(each.path, f"cannot read: {reason}") from None
    if len(data) > most:
        raise InputError(each.path, too_large(most))
    return data


def size_of(each: Input) -> int:
    """The bytes of an input, 0 if it cannot be read."""
    given = each.data if each.data is not None else each.text
    if given is not None:
        return len(given)
    try:
        return stat(each.path).st_size
    except OSError:
        return 0


def too_large(most: int, remedy: str = "raise max-file-size to have it checked") -> str:
    """The message about a file of more than ``most`` bytes."""
    return f"larger than {megabytes(most)} MB, the limit; {remedy}"


@record
class FixForecast:
    """What ``copylint fix`` would do to a file: it was tried, and nothing written.

    ``applied`` are rule, start and end of the findings of the file that it would correct,
    ``further`` how many more it would correct that come to light once those are corrected.
    """

    applied: tuple[tuple[str, int, int], ...] = ()
    further: int = 0


@record
class FileResult:
    """The result for one input.

    ``error`` says why it could not be checked, ``notes`` what was left out of the check.
    ``language`` is that of a file that was left out whole because it is not in English.
    ``headline`` is the article's, the first if there are several. ``forecast`` is None if it
    was not asked for.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    words: int = 0
    error: str = ""
    notes: tuple[str, ...] = ()
    language: str = ""
    headline: str = ""
    forecast: FixForecast | None = None


@record(frozen=False)
class ChunkResult:
    """The results for several inputs, in their order, and which engines failed to answer.

    ``digests`` are those of the bytes that were read, if the result is complete: empty if a
    check or an engine failed, or nothing could be read.
    """

    files: list[FileResult] = field(default_factory=list)
    digests: list[bytes] = field(default_factory=list)
    engine_errors: list[str] = field(default_factory=list)


@record(frozen=False)
class RunResult:
    """Everything a run found, in order, and everything it could not do.

    ``rule_errors`` name rule files that cannot be used, ``rule_notes`` what is passed over in
    others.
    """

    files: list[FileResult] = field(default_factory=list)
    engine_errors: list[str] = field(default_factory=list)
    rule_errors: tuple[str, ...] = ()
    rule_notes: tuple[str, ...] = ()

    @property
    def findings(self) -> Iterator[Finding]:
        """All findings, by file in the order given, then by place, as an iterator.

        A run over an archive may have millions; ``list(result.findings)`` holds them all.
        """
        return (finding for file in self.files for finding in file.findings)

    @property
    def notes(self) -> list[str]:
        """What was left out of the inputs, each with its path; whole files in one line."""
        notes = [f"{file.path}: {note}" for file in self.files for note in file.notes]
        left_out = [file for file in self.files if file.language]
        if len(left_out) == 1:
            (only,) = left_out
            notes.append(f"{only.path}: left out because it is in {only.language}, not in English")
        elif left_out:
            languages = Counter(file.language for file in left_out).most_common()
            named = ", ".join(f"{count:,} in {language}" for language, count in languages)
            notes.append(
                f"{len(left_out):,} files left out because they are not in English: {named}"
            )
        return notes

    @property
    def errors(self) -> list[FileResult]:
        """The inputs that could not be checked."""
        return [file for file in self.files if file.error]

    @property
    def words(self) -> int:
        """Words checked."""
        return sum(file.words for file in self.files)
