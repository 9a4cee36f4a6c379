"""InDesign documents in IDML, a zip archive with a part for each story."""

from __future__ import annotations

import re

from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.formats.base import DocumentBuilder
from copylint.formats.indesign.story_reader import PREFIXES, StoryReader
from copylint.formats.office.archive import Archive
from copylint.formats.office.draft_blocks import emit
from copylint.formats.office.edits import OfficeTextRules
from copylint.formats.office.package import PackageFormat, parts_of
from copylint.formats.xml.event_reader import events
from copylint.formats.xml.events import Start
from copylint.formats.xml.xml_decode import decode

_MAP = "designmap.xml"


class Idml(PackageFormat):
    """The stories in the order of ``designmap.xml``; tracked changes are read as accepted."""

    name = "idml"
    suffixes = (".idml",)
    signature = (
        r"\APK\x03\x04.{26}mimetypeapplication/vnd\.adobe\.indesign-idml-package"
        r"|\A\0Stories/[^\0]*\0"
    )
    # Spaces in the content count, always: none is added beside another all the same.
    rules = OfficeTextRules(re.compile(r"<Content(?=[\s>])"), False, re.compile(r"(?!)"))

    def __init__(self, *, original: bool = False) -> None:
        self._original = original

    def with_changes_undone(self) -> Idml:
        """The format as it reads the document before its tracked changes."""
        return Idml(original=True)

    def names(self, path: str, archive: Archive) -> list[str]:
        """The stories, in the order in which the document lists them."""
        if _MAP not in archive:
            raise InputError(path, "a zip archive without an InDesign document (IDML) in it")
        source = decode(path, archive.read(_MAP), _MAP)
        found = [
            event.get("src")
            for event in events(path, source, PREFIXES, part=_MAP)
            if isinstance(event, Start) and event.name == "idPkg:Story"
        ]
        names = [each for each in dict.fromkeys(found) if each in archive]
        if not names:
            raise InputError(path, "an InDesign document without stories; there is no text in it")
        return names

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``. Raises ``InputError`` if a story is not well-formed."""
        parts = parts_of(path, source)
        reader = StoryReader(source, original=self._original)
        for part in parts:
            reader.read(
                events(path, source, PREFIXES, start=part.start, end=part.end, part=part.name)
            )
        builder = DocumentBuilder(path, self.name, source, parts=parts)
        emit(builder, reader.collector.drafts)
        return builder.build()
