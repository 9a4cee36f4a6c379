"""Fixes a Word file with tracked changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from copylint.core.blocks import PackagePart
from copylint.core.errors import InputError
from copylint.core.finding import Finding
from copylint.core.fix import Edit
from copylint.fix.apply import composed
from copylint.formats.base import Format
from copylint.formats.lookup import named
from copylint.formats.xml.events import pieces
from copylint.office.places import PartSpan
from copylint.office.track import tracked
from copylint.office.trackable import Untrackable, demand
from copylint.office.whole_words import ParagraphChange
from copylint.office.word_package import WordPackage
from copylint.runner.fixed_file import FixedFile
from copylint.runner.word_documents import WORD


class Trackable:
    """Says which findings of the Word file at ``path`` can be fixed by tracked changes.

    Raises ``InputError`` if it cannot be read.
    """

    def __init__(self, path: str, data: bytes) -> None:
        self._package = WordPackage(path, data)

    def refuses(self, finding: Finding) -> bool:
        """Whether the best fix of the finding cannot be recorded."""
        for edit in finding.fixes[0].edits if finding.fixes else ():
            start, end = (each - finding.part_start for each in (edit.span.start, edit.span.end))
            try:
                demand(self._package.tree(finding.part), start, end)
            except Untrackable:
                return True
        return False


def with_tracked_changes(fixed: FixedFile, when: datetime) -> bytes:
    """The Word file as it was before it was fixed, with the fixes as changes to accept.

    ``when`` is the date of the changes, in local time. Raises ``InputError`` if they cannot be
    recorded.
    """
    path = fixed.result.path
    if fixed.format not in WORD:
        raise InputError(
            path, "not a Word file (.docx), so it cannot hold tracked changes; left as it is"
        )
    form = named(fixed.format)
    old = form.read(path, form.decode(path, fixed.old))
    edits = composed(fixed.passes, len(old.source))
    new = tracked(path, fixed.old, [_change(edit, old.parts) for edit in edits], when)
    if _text(form, path, new) != _text(form, path, fixed.new):
        raise InputError(path, "its text would not be right with tracked changes; left as it is")
    return new


def _text(form: Format, path: str, data: bytes) -> str:
    return form.read(path, form.decode(path, data)).text


def _change(edit: Edit, parts: Sequence[PackagePart]) -> ParagraphChange:
    part = next(each for each in parts if each.start <= edit.span.start <= each.end)
    text = "".join(piece.text for piece in pieces(edit.text, 0, len(edit.text)))
    start, end = edit.span.start - part.start, edit.span.end - part.start
    return ParagraphChange(PartSpan(part.name, start, end), text)
