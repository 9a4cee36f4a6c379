"""Globs of ``.vale.ini`` sections."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

# What one glob may spend on one path, in seconds: alternatives and asterisks can be written so
# that a regular expression tries them in every combination.
_SECONDS = 0.2
# The longest glob: no path is longer.
_LONGEST = 4096


@lru_cache(maxsize=512)
def glob_pattern(glob: str) -> Any:
    """``glob`` as a compiled pattern of ``regex`` for whole paths; None if it is not a glob.

    ``*`` crosses folders, unless the glob has ``**``; then only ``**`` does.
    """
    import regex

    glob = glob.removeprefix("!")
    if len(glob) > _LONGEST:
        return None
    star = r"[^/]*" if "**" in glob else r".*"
    written: list[str] = []
    at, depth = 0, 0
    while at < len(glob):
        char = glob[at]
        if glob.startswith("**/", at):
            written.append(r"(?:.*/)?")
            at += 3
            continue
        if glob.startswith("**", at):
            written.append(".*")
            at += 2
            continue
        if char == "*":
            written.append(star)
        elif char == "?":
            written.append(r"[^/]" if "**" in glob else ".")
        elif char == "{":
            written.append("(?:")
            depth += 1
        elif char == "}" and depth:
            written.append(")")
            depth -= 1
        elif char == "," and depth:
            written.append("|")
        elif char == "[" and (end := glob.find("]", at + 2)) > 0:
            inner = glob[at + 1 : end].replace("\\", "\\\\").replace("[", "\\[")
            written.append("[" + ("^" + inner[1:] if inner[0] in "!^" else inner) + "]")
            at = end
        elif char == "\\" and at + 1 < len(glob):
            at += 1
            written.append(re.escape(glob[at]))
        else:
            written.append(re.escape(char))
        at += 1
    if depth:
        return None
    try:
        return regex.compile("".join(written), regex.DOTALL | regex.VERSION0)
    except (regex.error, RecursionError):
        return None


def matches(glob: str, *paths: str) -> bool:
    """Whether ``glob`` is about one of ``paths``, which all name the same file.

    A glob that takes too long to match matches nothing.
    """
    pattern = glob_pattern(glob)
    if pattern is None:
        return False
    try:
        found = any(pattern.fullmatch(path, timeout=_SECONDS) for path in paths)
    except TimeoutError:
        return False
    return found != glob.startswith("!")
