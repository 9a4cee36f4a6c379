"""InCopy stories in ICML, one XML document."""

from __future__ import annotations

from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.formats import declared_encoding
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.indesign.story_reader import PREFIXES, StoryReader
from copylint.formats.office.draft_blocks import emit
from copylint.formats.xml.event_reader import events
from copylint.formats.xml.events import Start


class Icml(Format):
    """The stories of the file; tracked changes are read as accepted. Other XML is refused."""

    name = "icml"
    suffixes = (".icml",)
    signature = r'<\?aid\s[^>]{0,200}?SnippetType="InCopyInterchange"'
    strict = True
    written = ("xml",)

    def __init__(self, *, original: bool = False) -> None:
        self._original = original

    def with_changes_undone(self) -> Icml:
        """The format as it reads the story before its tracked changes."""
        return Icml(original=True)

    def decode(self, path: str, data: bytes) -> str:
        """The document in Unicode or in the encoding that it declares."""
        return declared_encoding.decode(path, data)

    def encode(self, source: str, like: bytes) -> bytes:
        """The document in the encoding of ``like``."""
        return declared_encoding.encode(source, like)

    def read(self, path: str, source: str) -> Document:
        """The stories in ``source``. Raises ``InputError`` if it is not ICML."""
        stream = events(path, source, PREFIXES)
        root = next(event for event in stream if isinstance(event, Start))
        if root.name != "Document":
            raise InputError(
                path,
                f"XML that is no story of InCopy (its root is '{root.name}'); call the file what "
                "it is",
            )
        reader = StoryReader(source, original=self._original)
        reader.read(stream)
        builder = DocumentBuilder(path, self.name, source)
        emit(builder, reader.collector.drafts)
        return builder.build()
