"""Lines of a .gitignore, and whether one matches a path, in time that grows with its length.

The format is that of gitignore(5). An asterisk takes the nearest place where the rest of the
pattern matches and never looks for another. That is enough for globs and avoids backtracking:
``*a*a*a*b`` against a long name full of ``a`` is not a trap here, as it is for git itself.
"""

from __future__ import annotations

import re
from functools import lru_cache

from copylint.core.record import record

#: The longest line that can match: paths are never longer.
LONGEST = 4096

_CLASSES = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": r" \t",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": r"!-~",
    "lower": "a-z",
    "print": r" -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": r" \t-\r",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}
_POSIX = re.compile(r"\[:(\w*):\]")
_WILD = re.compile(r"[*?\[\\]")
_NO_SLASH = r"[^/]"


class BadGlob(ValueError):
    """A line that can match nothing, such as one with a bracket that is not closed."""


@record
class Line:
    """A line that is neither empty nor a comment.

    ``literal`` is the name or path that it matches if it has no wildcard; else ``written``
    is a regular expression for a whole name or path. An ``anchored`` line matches paths from
    the folder of its file, other lines match names anywhere.
    """

    literal: str
    written: str
    anchored: bool
    negated: bool
    only_folders: bool

    def matches(self, relative: str, name: str) -> bool:
        """Whether the line matches ``relative``, a path whose last part is ``name``."""
        subject = relative if self.anchored else name
        if not self.written:
            return subject == self.literal
        return compiled(self.written).fullmatch(subject) is not None


@lru_cache(maxsize=8192)
def compiled(written: str) -> re.Pattern[str]:
    """The regular expression of a line."""
    return re.compile(written, re.DOTALL)


def parse_line(line: str) -> Line | None:
    """``line`` parsed; None for a comment or an empty line. Raises ``BadGlob``."""
    if line.startswith("#"):
        return None
    text = _without_spaces(line)
    negated = text.startswith("!")
    text = text[negated:]
    if not text.strip("/"):
        if negated:
            raise BadGlob("it has nothing after the '!'")
        return None
    if len(text) > LONGEST:
        raise BadGlob("it is longer than any path")
    only_folders = text.endswith("/")
    text = text.removesuffix("/")
    anchored = "/" in text
    text = text.removeprefix("/")
    if not _WILD.search(text):
        return Line(text, "", anchored, negated, only_folders)
    parts = text.split("/")
    written = _path(parts) if anchored else _segment(parts[0])
    return Line("", written, anchored, negated, only_folders)


def is_glob(line: str) -> bool:
    """Whether ``line`` can be a line of a .gitignore."""
    try:
        parse_line(line)
    except BadGlob:
        return False
    return True


def _without_spaces(line: str) -> str:
    """The line without spaces at its end; an escaped space is kept."""
    text = line.rstrip(" \t")
    slashes = len(text) - len(text.rstrip("\\"))
    return line[: len(text) + 1] if slashes % 2 and len(text) < len(line) else text


def _path(parts: list[str]) -> str:
    """The regular expression of a path, ``**`` for any number of folders between its parts."""
    groups: list[list[str]] = [[]]
    for number, part in enumerate(parts):
        if part == "**":
            # Several in a row count as one; at the end they match everything inside.
            if number == 0 or groups[-1] or len(groups) == 1:
                groups.append([])
        else:
            groups[-1].append(_segment(part))
    first, *rest = ["/".join(group) for group in groups]
    if not rest:
        return first
    written = f"{first}/" if first else ""
    for middle in rest[:-1]:
        written += rf"(?>(?:[^/]+/)*?{middle}/)"
    return written + (rf"(?:[^/]+/)*{rest[-1]}" if rest[-1] else ".+")


def _segment(part: str) -> str:
    """The regular expression of a name."""
    pieces: list[str] = [""]
    at = 0
    while at < len(part):
        char = part[at]
        at += 1
        if char == "*":
            pieces.append("")
        elif char == "?":
            pieces[-1] += _NO_SLASH
        elif char == "[":
            written, at = _class(part, at)
            pieces[-1] += written
        elif char == "\\":
            if at == len(part):
                raise BadGlob("it ends in a backslash")
            pieces[-1] += re.escape(part[at])
            at += 1
        else:
            pieces[-1] += re.escape(char)
    first, *rest = pieces
    if not rest:
        return first
    middle = "".join(rf"(?>[^/]*?{piece})" for piece in rest[:-1] if piece)
    return rf"{first}{middle}[^/]*{rest[-1]}"


def _class(part: str, at: int) -> tuple[str, int]:
    """A character class whose content begins at ``at``, as a regular expression, and its end."""
    negated = part[at : at + 1] in ("!", "^")
    at += negated
    items: list[str] = []
    first = True
    while True:
        if at >= len(part):
            raise BadGlob("a bracket in it is not closed")
        if part[at] == "]" and not first:
            break
        first = False
        posix = _POSIX.match(part, at)
        if posix:
            if posix[1] not in _CLASSES:
                raise BadGlob(f"there is no class of characters '{posix[1]}'")
            items.append(_CLASSES[posix[1]])
            at = posix.end()
            continue
        low, at = _character(part, at)
        if part[at : at + 1] == "-" and part[at + 1 : at + 2] not in ("", "]"):
            high, at = _character(part, at + 1)
            if low <= high:
                items.append(f"{_in_class(low)}-{_in_class(high)}")
        else:
            items.append(_in_class(low))
    inside = "".join(items)
    if negated:
        return rf"[^/{inside}]", at + 1
    return (rf"(?:(?!/)[{inside}])" if inside else "(?!)"), at + 1


def _character(part: str, at: int) -> tuple[str, int]:
    if part[at] == "\\":
        at += 1
        if at >= len(part):
            raise BadGlob("it ends in a backslash")
    return part[at], at + 1


def _in_class(char: str) -> str:
    return f"\\{char}" if char in r"\]^-[&~|" else char
