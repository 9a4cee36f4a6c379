"""Checks that a fixed file reads back as intended, for formats full of special cases."""

from __future__ import annotations

from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.span import TextSpan
from copylint.formats.base import Format
from copylint.formats.escapes import CONTROLS

#: A source with more code points than this is not read again for a single fix.
_MAX = 400_000


def verified(
    form: Format, document: Document, span: TextSpan, text: str, written: str
) -> str | None:
    """``written``, if with it the document has ``text`` in place of ``span`` and no other change.

    It reads the whole file again: call it only if the letters alone do not decide.
    """
    if len(document.source) > _MAX or CONTROLS.search(written):
        return None
    where = document.to_source(span)
    source = document.source[: where.start] + written + document.source[where.end :]
    try:
        after = form.read(document.path, source)
    except InputError:
        return None
    wanted = document.text[: span.start] + text + document.text[span.end :]
    kinds = [block.kind for block in document.blocks]
    same = after.text == wanted and [block.kind for block in after.blocks] == kinds
    return written if same else None
