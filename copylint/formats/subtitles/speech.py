"""Turns cues into paragraphs: sentences joined over cues, speakers and sounds removed."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

from copylint.formats.draft import OBJECT, PieceRole
from copylint.formats.subtitles.cues import Cue
from copylint.formats.writer import BlockWriter

_TOKEN = re.compile(
    # So few spaces that a long run is not scanned again from each.
    r"(?P<line>[ \t]{0,200}(?:\r\n|\n|\r)[ \t\r\n]*)"
    r"|(?P<voice><v(?:\.[^\s<>]*)?(?:[ \t]+(?P<name>[^<>\r\n]{0,200}))?>)"
    r"|(?P<ruby><rt\b[^<>\r\n]{0,100}>[^<>]{0,200}(?=</r))"
    r"|(?P<tag></?[A-Za-z][^<>\r\n]{0,300}>|<[\d:.]{3,20}>|</>)"
    r"|(?P<code>\{\\[^{}\r\n]{1,200}\}|\{[yYcCfFsSpPH]:[^{}\r\n]{0,100}\})"
    r"|(?P<entity>&(?:amp|lt|gt|quot|apos|nbsp|lrm|rlm|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)"
    r"|(?P<sound>\[(?!sic\])[^\[\]]{1,200}\])"
    r"|(?P<sung>[♪♫][^\r\n]*)"
)
_DASH = re.compile(r"[-‐–—][ \t]*(?=[\"'“‘]?[^\W_a-zà-ÿ])")
_CHEVRONS = re.compile(r"(?:>|&gt;){2,3}[ \t]*")
_LABEL = re.compile(
    r"(?P<name>[A-Z][A-Z0-9.'’#& -]{0,38}[A-Z0-9.])(?:[ \t]*\([^()\r\n]{1,40}\))?:(?!\S)"
)
# A name before a colon is a speaker's if it recurs, which "Remember: ..." does not.
_NAME = re.compile(r"(?P<name>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,2}):(?=[ \t]+\S)")
_ANY_NAME = re.compile(rf"(?:[-‐–—][ \t]*)?{_NAME.pattern}")
_ASIDE = re.compile(r"\([^()]{1,100}\)(?=[ \t]*(?:[\r\n]|$))|\([A-Z][A-Z ,.'’-]{2,60}\)")
_GOING_ON = re.compile(r"(?:\.{2,4}|…)[ \t]*(?=[a-zà-ÿ])")
_STOP = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
_TAGS = re.compile(r"<[^<>]*>|\{\\[^{}]*\}")

#: Milliseconds without text after which the next sentence begins a paragraph.
PAUSE = 1_000
#: The same in mid-sentence, where only the silence shows that the sentence was left unfinished.
BREAK = 3_000
#: Code points after which a paragraph ends: with its sentence, and at the latest with its cue.
LONG, LONGEST = 600, 2_400


class SpeechReader:
    """Takes the cues of one file in order and passes their paragraphs to ``writer``."""

    def __init__(self, writer: BlockWriter, cues: list[Cue]) -> None:
        self._writer = writer
        self._source = writer.source
        self._cues = cues
        counts: Counter[str] = Counter()
        for cue in cues:
            for line in self._source[cue.start : cue.end].splitlines():
                found = _ANY_NAME.match(_TAGS.sub("", line).lstrip())
                if found:
                    counts[found["name"]] += 1
        self._speakers = {name for name, times in counts.items() if times > 1}
        #: Where in the source another person begins to speak, and who that is if it is said.
        self.speakers: list[tuple[int, str]] = [(0, "")]
        self._voice = ""
        self._tail = ""
        self._length = 0
        # Where the previous text ends, and whether a line or a cue has ended since.
        self._before = 0
        self._new_line = self._new_cue = False
        self._gap = 0

    def read(self) -> None:
        """Read all cues."""
        previous: Cue | None = None
        last_line = ""
        for cue in self._cues:
            self._new_cue = self._new_line = True
            self._gap = max(0, cue.shown - previous.gone) if previous else 0
            start = cue.start
            if last_line and self._gap <= PAUSE:
                start = self._after_repeated(cue, last_line)
            self._cue(start, cue.end)
            last_line = _shown(self._source[cue.start : cue.end].splitlines()[-1])
            previous = cue
        self._writer.flush()

    def _after_repeated(self, cue: Cue, last_line: str) -> int:
        """Where the cue continues after a first line that rolled up from the previous cue."""
        first = self._source[cue.start : cue.end].splitlines(keepends=True)
        if len(first) > 1 and _shown(first[0]) == last_line:
            return cue.start + len(first[0])
        return cue.start

    def _cue(self, start: int, end: int) -> None:
        at = start
        for token in _TOKEN.finditer(self._source, start, end):
            self._literal(at, token.start())
            at = token.end()
            self._take(token)
        self._literal(at, end)

    def _take(self, token: re.Match[str]) -> None:
        start, end = token.span()
        kind = token.lastgroup
        if token["voice"]:
            if (token["name"] or "").strip() != self._voice:
                self._end()
            self._voice = (token["name"] or "").strip()
            self.speakers.append((start, self._voice))
        elif kind == "line":
            self._new_line = True
        elif kind == "entity":
            text = unescape(token.group())
            if text == ">" and self._new_line:
                self._change(start)  # a change of speaker in American captions
            elif text in ("\u200e", "\u200f") or text.isspace():
                self._put(PieceRole.TEXT, text, start, end)
            else:
                self._begin(text, start)
                self._put(PieceRole.TEXT, text, start, end)
        elif kind == "sound" and not self._new_line:
            self._put(PieceRole.OPAQUE, OBJECT, start, end)
        elif not self._new_line:
            self._writer.add(PieceRole.GAP, "", start, end)

    def _end(self) -> None:
        """End the paragraph."""
        self._writer.flush()
        self._tail, self._length = "", 0

    def _change(self, start: int, name: str = "") -> None:
        """End the paragraph: another person speaks from ``start`` on."""
        self._end()
        self.speakers.append((start, name))

    def _literal(self, start: int, end: int) -> None:
        source = self._source
        while start < end and self._new_line and source[start] in " \t":
            start += 1
        if start >= end:
            return
        if self._new_line:
            start = self._lead(start, end)
            if start >= end:
                return
        self._begin(source[start : start + 1], start)
        self._put(PieceRole.TEXT, source[start:end], start, end)

    def _lead(self, start: int, end: int) -> int:
        """Where speech begins after a speaker's label or a sound description at ``start``."""
        source = self._source
        dash = _DASH.match(source, start, end)
        if dash and (self._new_cue or not self._tail or _STOP.search(self._tail)):
            self._change(start)
            start = dash.end()
        elif chevrons := _CHEVRONS.match(source, start, end):
            self._change(start)
            start = chevrons.end()
        aside = _ASIDE.match(source, start, end)
        if aside and (not self._tail or _STOP.search(self._tail)):
            start = aside.end()
        label = _LABEL.match(source, start, end)
        if label is None:
            label = _NAME.match(source, start, end)
            if label and label["name"] not in self._speakers:
                label = None
        if label:
            self._change(start, label["name"])
            start = label.end()
        if self._new_cue and (going_on := _GOING_ON.match(source, start, end)):
            start = going_on.end()
        while start < end and source[start] in " \t":
            start += 1
        return start

    def _begin(self, text: str, start: int) -> None:
        """Continue at ``start`` with ``text``: join it to the previous speech, or end that."""
        if self._new_cue and self._tail and not self._goes_on(text):
            self._end()
        if self._new_line and self._tail:
            self._writer.add(PieceRole.BREAK, "\n", self._before, start)
        self._new_line = self._new_cue = False

    def _goes_on(self, text: str) -> bool:
        if self._length > LONGEST:
            return False
        if not _STOP.search(self._tail):
            return self._gap < BREAK or text.islower()
        return text.islower() or (self._gap < PAUSE and self._length < LONG)

    def _put(self, role: PieceRole, text: str, start: int, end: int) -> None:
        if self._new_line:
            return
        if (
            role is PieceRole.TEXT
            and self._source.startswith(text, start)
            and len(text) == end - start
        ):
            self._writer.text(text, start, end)
        else:
            self._writer.add(role, text, start, end)
        self._tail = (self._tail + text)[-12:]
        self._length += len(text)
        self._before = end


def _shown(line: str) -> str:
    return _TAGS.sub("", line).strip()
