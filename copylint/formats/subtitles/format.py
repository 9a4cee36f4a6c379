"""The two formats of subtitles."""

from __future__ import annotations

import re
from abc import abstractmethod
from html import escape

from copylint.core.blocks import Comment
from copylint.core.document import Document
from copylint.core.span import SourceSpan, TextSpan
from copylint.core.transcript import Turn
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.draft import emit
from copylint.formats.roundtrip_check import verified
from copylint.formats.subtitles.cues import Track, subrip, webvtt
from copylint.formats.subtitles.speech import SpeechReader
from copylint.formats.subtitles.turns import timed_turns
from copylint.formats.writer import BlockWriter

# Text without special meaning inside a cue.
_PLAIN = re.compile(r"[\w ,.!?'\"‘’“”–—-]*")


class _Subtitles(Format):
    """What both share: no parser of either gives source positions, so both are scanned here."""

    strict = True

    def escape(self, document: Document, span: TextSpan, text: str) -> str | None:
        """``text`` as it must be written in a cue; None if it would be read as something else."""
        where = document.to_source(span)
        begins = document.source[max(0, where.start - 1) : where.start] in ("", "\n", "\r")
        if _PLAIN.fullmatch(text) and text and not begins:
            return text
        return verified(self, document, span, text, self._written(text))

    def _written(self, text: str) -> str:
        return text

    @abstractmethod
    def _track(self, path: str, source: str) -> Track:
        """Read the cues of a file."""

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``. Raises ``InputError`` if a cue cannot be read."""
        return self._read(path, source, self._track(path, source))[0]

    def turns(self, path: str, source: str) -> tuple[Turn, ...]:
        """Who says what, and when. Raises ``InputError`` if a cue cannot be read."""
        track = self._track(path, source)
        document, speakers = self._read(path, source, track)
        return timed_turns(document, track.cues, speakers)

    def _read(self, path: str, source: str, track: Track) -> tuple[Document, list[tuple[int, str]]]:
        """The document, and where in the source another person begins to speak."""
        builder = DocumentBuilder(path, self.name, source)
        builder.language = track.language
        builder.comments = [
            Comment(SourceSpan(start, end), source[start:end].strip()) for start, end in track.notes
        ]
        writer = BlockWriter(source, source)
        reader = SpeechReader(writer, track.cues)
        reader.read()
        emit(builder, writer.drafts)
        return builder.build(), reader.speakers


class SubRip(_Subtitles):
    """SubRip: numbered cues with the times at which they are shown."""

    name = "subrip"
    suffixes = (".srt",)

    def _track(self, path: str, source: str) -> Track:
        return subrip(path, source)


class WebVtt(_Subtitles):
    """WebVTT, the subtitles of web pages."""

    name = "webvtt"
    suffixes = (".vtt",)
    signature = r"\AWEBVTT\s"

    def _written(self, text: str) -> str:
        return escape(text, quote=False)

    def _track(self, path: str, source: str) -> Track:
        return webvtt(path, source)
