"""Fixes a Word file with tracked changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from copylint.core.blocks import PackagePart
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.finding import Finding
from copylint.core.finding_fingerprint import fingerprint
from copylint.core.fix import Edit
from copylint.core.span import SourceSpan
from copylint.fix.apply import Patch, composed
from copylint.formats.base import Format
from copylint.formats.lookup import named
from copylint.formats.office.edits import KEEP_SPACES
from copylint.formats.xml.events import pieces
from copylint.office.places import PartSpan
from copylint.office.track import tracked, untrackable
from copylint.office.trackable import Untrackable, demand
from copylint.office.whole_words import ParagraphChange
from copylint.office.word_package import WordPackage
from copylint.runner.fix_loop import FixLoopResult
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
            if _is_markup(edit):
                continue
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
    changes = [_change(edit, old.parts) for edit in _edits(fixed.passes, old)]
    new = tracked(path, fixed.old, changes, when)
    if _text(form, path, new) != _text(form, path, fixed.new):
        raise InputError(path, "its text would not be right with tracked changes; left as it is")
    return new


def not_recordable(path: str, data: bytes, form: Format, done: FixLoopResult) -> set[str]:
    """The fingerprints of the findings in ``done`` whose fixes cannot be recorded in ``data``.

    A fix that can be recorded by itself may be none that can be recorded beside another, or it
    was found only after others had been made. Raises ``InputError`` if ``data`` is no Word file.
    """
    old = form.read(path, form.decode(path, data))
    changes = {_change(edit, old.parts): edit.span for edit in _edits(done.passes, old)}
    bad = untrackable(path, data, list(changes), datetime.now())
    spans = [changes[each] for each in bad]
    blamed: set[str] = set()
    for edits in done.passes if spans else ():
        places = {edit.span for edit in edits if any(_meet(edit.span, each) for each in spans)}
        blamed.update(
            fingerprint(finding)
            for finding in done.applied
            if any(edit.span in places for fix in finding.fixes for edit in fix.edits)
        )
        patch = Patch(edits)
        spans = [patch.moved(each) for each in spans]
    return blamed


def _meet(one: SourceSpan, other: SourceSpan) -> bool:
    return one.start <= other.end and other.start <= one.end


def _edits(passes: Sequence[Sequence[Edit]], old: Document) -> list[Edit]:
    """The edits of the text; a tracked change marks the spaces that count by itself."""
    return [each for each in composed(passes, len(old.source)) if not _is_markup(each)]


def _is_markup(edit: Edit) -> bool:
    return not edit.span and edit.text == KEEP_SPACES


def _text(form: Format, path: str, data: bytes) -> str:
    return form.read(path, form.decode(path, data)).text


def _change(edit: Edit, parts: Sequence[PackagePart]) -> ParagraphChange:
    part = next(each for each in parts if each.start <= edit.span.start <= each.end)
    text = "".join(piece.text for piece in pieces(edit.text, 0, len(edit.text)))
    start, end = edit.span.start - part.start, edit.span.end - part.start
    return ParagraphChange(PartSpan(part.name, start, end), text)
