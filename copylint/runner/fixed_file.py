"""A file before and after it was fixed."""

from __future__ import annotations

from copylint.core.finding import Finding
from copylint.core.fix import Edit
from copylint.core.record import record
from copylint.formats.lookup import named
from copylint.runner.result import FileResult


@record
class FixedText:
    """A text with its certain faults corrected.

    ``text`` is the corrected text. ``fixed`` are the findings whose fixes were applied, with
    their places in the text as it was when each was found. ``remaining`` are the findings in
    ``text``, in order; a fix that would have brought in another finding is among them, as
    unsafe.
    """

    text: str
    fixed: tuple[Finding, ...] = ()
    remaining: tuple[Finding, ...] = ()


@record
class FixedFile:
    """A file before and after: ``old`` and ``new`` are its bytes, equal if nothing was fixed.

    ``result`` is what remains, ``applied`` what was fixed (by the edits of ``passes``), ``held``
    what was not fixed because that would have brought in another finding; in ``result`` the
    fixes of these are no longer safe. ``format`` is the name of the file's format.
    """

    old: bytes
    new: bytes
    result: FileResult
    applied: tuple[Finding, ...] = ()
    passes: tuple[tuple[Edit, ...], ...] = ()
    held: tuple[Finding, ...] = ()
    format: str = ""
    untracked: int = 0

    @property
    def old_text(self) -> str:
        """The text as it was."""
        return self._text(self.old)

    @property
    def new_text(self) -> str:
        """The text after fixing."""
        return self._text(self.new)

    def _text(self, data: bytes) -> str:
        if not self.format:
            return ""
        form = named(self.format)
        source = form.decode(self.result.path, data)
        return form.read(self.result.path, source).view.text if form.packaged else source
