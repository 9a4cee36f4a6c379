"""INI files as Vale reads them, with the place of every key."""

from __future__ import annotations

import re
from pathlib import Path

from copylint.core.line_index import LineIndex
from copylint.core.record import field, record
from copylint.core.safe_read import SMALL, read_file
from copylint.core.source_error import format_error, shown

_SECTION = re.compile(r"[ \t]*\[(.*)\][ \t]*(?:[#;].*)?$")
_PAIR = re.compile(r"[ \t]*(\"[^\"]+\"|`[^`]+`|[^=:\s][^=:]*?)[ \t]*[=:][ \t]*(.*?)[ \t]*$")
_COMMENT = re.compile(r"\s[#;].*$")
_QUOTED = re.compile(
    r"(?:`([^`]*)`|\"\"\"(.*)\"\"\"|\"((?:[^\"\\]|\\.)*)\"|'([^']*)')[ \t]*(?:[#;].*)?$"
)


@record
class KeyValue:
    """A key and its value; ``at`` is the offset of the key, ``value_at`` that of the value."""

    key: str
    value: str
    at: int
    value_at: int


@record(frozen=False)
class Section:
    """A part of the file; the one before any header has no name."""

    name: str
    at: int = 0
    pairs: list[KeyValue] = field(default_factory=list)


@record(frozen=False, slots=False)
class IniFile:
    """A file's sections, in order, and what is wrong with it."""

    path: Path
    text: str
    project: str = ""
    sections: list[Section] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._lines = LineIndex(self.text)

    def problem(self, at: int, length: int, message: str) -> None:
        """Note what is wrong with a stretch of the file."""
        self.problems.append(self.told(at, length, message))

    def told(self, at: int, length: int, message: str) -> str:
        """``message`` with its place."""
        return format_error(
            self.path, self._lines, self.text, at, length, message, project=self.project
        )


def read_ini(path: Path, project: str = "") -> IniFile:
    """The file at ``path``; one that cannot be read has no sections and says why.

    ``project`` is as in ``RuleSources``.
    """
    try:
        text = read_file(path, SMALL).decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        file = IniFile(path, "")
        file.problems.append(f"{shown(path)}: cannot read: {error.strerror or error}")
        return file
    except UnicodeDecodeError as error:
        file = IniFile(path, "")
        file.problems.append(f"{shown(path)}: not UTF-8 text at byte {error.start}")
        return file
    if "\0" in text:
        file = IniFile(path, "")
        file.problems.append(f"{shown(path)}: looks like a binary file: a NUL is in it")
        return file
    file = IniFile(path, text, project)
    section = Section("")
    file.sections.append(section)
    at = 0
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        start, line = at, lines[number]
        at += len(line) + 1
        number += 1
        if not line.strip() or line.lstrip().startswith(("#", ";")):
            continue
        header = _SECTION.fullmatch(line)
        if header is not None:
            section = Section(header[1].strip(), start + header.start(1))
            file.sections.append(section)
            continue
        while line.rstrip().endswith("\\") and number < len(lines):
            line = line.rstrip()[:-1] + lines[number].strip()
            at += len(lines[number]) + 1
            number += 1
        pair = _PAIR.fullmatch(line)
        if pair is None:
            file.problem(start, max(1, len(line)), "neither '[section]' nor 'key = value'")
            continue
        section.pairs.append(
            KeyValue(
                pair[1].strip('"`'),
                _value(pair[2]),
                start + pair.start(1),
                start + pair.start(2),
            )
        )
    return file


def _value(text: str) -> str:
    quoted = _QUOTED.match(text)
    if quoted is not None:
        return next(group for group in quoted.groups() if group is not None)
    return _COMMENT.sub("", " " + text).strip()


def listed(value: str) -> list[str]:
    """The items of a list with commas, without spaces, none twice."""
    return list(dict.fromkeys(each for part in value.split(",") if (each := part.strip())))
