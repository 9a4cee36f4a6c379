"""Globs of ``.vale.ini`` sections."""

from __future__ import annotations

import re
from functools import lru_cache


@lru_cache(maxsize=512)
def glob_pattern(glob: str) -> re.Pattern[str] | None:
    """``glob`` as a regular expression of whole paths; None for one that is none.

    ``*`` crosses folders, unless the glob has ``**``, which then is what crosses them.
    """
    glob = glob.removeprefix("!")
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
        return re.compile("".join(written), re.DOTALL)
    except re.error:
        return None


def matches(glob: str, *paths: str) -> bool:
    """Whether ``glob`` is about one of ``paths``, which all name the same file."""
    pattern = glob_pattern(glob)
    if pattern is None:
        return False
    found = any(pattern.fullmatch(path) for path in paths)
    return found != glob.startswith("!")
