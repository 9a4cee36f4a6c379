"""The cues of a subtitle file: when each is shown and where its text is."""

from __future__ import annotations

import re
from typing import NamedTuple

from copylint.core.errors import InputError
from copylint.formats.marked_lines import MarkedLine, lines_of

_CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})"
_TIMING = re.compile(rf"[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}(?:[ \t].*)?$")
_ARROW = "-->"
# A line meant as a timing: an arrow of some kind with a time before it.
_MEANT = re.compile(r"[ \t]*\d{1,4}[:.,]\d\d?[:.,]\d.*?(?:-->|->|—>|–>)")
_NUMBER = re.compile(r"[ \t]*\d{1,9}$")
_HEADER = re.compile(r"WEBVTT(?:[ \t].*)?$")
_LANGUAGE = re.compile(r"Language:[ \t]*([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)$", re.IGNORECASE)
_NOTE = re.compile(r"NOTE(?=[ \t]|$)")
_SETTINGS = re.compile(r"(?:STYLE|REGION)$")
_SUBRIP_SHAPE = "00:01:02,500 --> 00:01:04,000"
_WEBVTT_SHAPE = "00:01:02.500 --> 00:01:04.000"


class Cue(NamedTuple):
    """``shown`` and ``gone`` are milliseconds; the text is the source's ``start`` to ``end``."""

    shown: int
    gone: int
    start: int
    end: int


class Track(NamedTuple):
    """The content of a file: ``notes`` are its comments' spans, ``language`` is as declared."""

    cues: list[Cue]
    notes: list[tuple[int, int]]
    language: str = ""


def subrip(path: str, source: str) -> Track:
    """The cues of a SubRip file. Raises ``InputError`` if a timing is broken or none is present.

    An empty line inside a cue's text does not end it, since many programs write such cues; a
    number counts as one only right above a timing.
    """
    lines = lines_of(source)
    timings: list[tuple[int, re.Match[str]]] = []
    for index, line in enumerate(lines):
        timing = _TIMING.match(line.text)
        if timing:
            timings.append((index, timing))
        elif _MEANT.match(line.text):
            raise _broken(path, index, _SUBRIP_SHAPE)
    if not timings:
        first = next((i for i, line in enumerate(lines) if line.text), None)
        if first is None:
            return Track([], [])
        raise InputError(
            path,
            f"line {first + 1}: not a cue: each begins with a line such as {_SUBRIP_SHAPE}",
        )
    cues: list[Cue] = []
    for at, (index, timing) in enumerate(timings):
        last = timings[at + 1][0] if at + 1 < len(timings) else len(lines)
        if last < len(lines) and last - 1 > index and _NUMBER.match(lines[last - 1].text):
            last -= 1
        _add(cues, timing, lines, index + 1, last)
    return Track(cues, [])


def webvtt(path: str, source: str) -> Track:
    """The cues of a WebVTT file, following the parser at https://www.w3.org/TR/webvtt1/.

    Raises ``InputError`` if the header is missing or a timing is broken.
    """
    lines = lines_of(source)
    if not any(line.text for line in lines):
        return Track([], [])
    if not _HEADER.match(lines[0].text):
        raise InputError(path, "line 1: not a WebVTT file: the first line must begin with WEBVTT")
    cues: list[Cue] = []
    notes: list[tuple[int, int]] = []
    language = ""
    at, first = 0, 0
    while at < len(lines):
        # A block: lines up to an empty one.
        first = at
        while at < len(lines) and lines[at].text:
            if _ARROW in lines[at].text:
                break
            at += 1
        if at < len(lines) and _ARROW in lines[at].text and not _NOTE.match(lines[first].text):
            timing = _TIMING.match(lines[at].text)
            if timing is None:
                raise _broken(path, at, _WEBVTT_SHAPE)
            begin = at = at + 1
            while at < len(lines) and lines[at].text and _ARROW not in lines[at].text:
                at += 1
            _add(cues, timing, lines, begin, at)
            continue
        while at < len(lines) and lines[at].text:
            at += 1
        if first == 0:
            said = [_LANGUAGE.match(line.text) for line in lines[1:at]]
            language = next((each.group(1) for each in said if each), "")
        elif at > first and _NOTE.match(lines[first].text):
            notes.append((lines[first].start + 4, lines[at - 1].end))
        at += 1
    return Track(cues, notes, language)


def _add(
    cues: list[Cue], timing: re.Match[str], lines: list[MarkedLine], first: int, last: int
) -> None:
    """Add the cue with the text of lines ``first`` to ``last``, without empty ones at the ends."""
    while first < last and not lines[first].text:
        first += 1
    while first < last and not lines[last - 1].text:
        last -= 1
    if first < last:
        shown, gone = _milliseconds(timing.groups()[:4]), _milliseconds(timing.groups()[4:])
        cues.append(Cue(shown, gone, lines[first].start, lines[last - 1].end))


def _milliseconds(parts: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, thousandths = parts
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds or 0)
    return whole * 1000 + int((thousandths or "0").ljust(3, "0"))


def _broken(path: str, index: int, shape: str) -> InputError:
    return InputError(path, f"line {index + 1}: not a timing; write it like {shape}")
