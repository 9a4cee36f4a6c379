"""The environments that a LaTeX file defines for itself."""

from __future__ import annotations

import re

from copylint.formats.latex import commands as c
from copylint.formats.latex.brace_groups import Groups

_INSIDE = re.compile(r"\\begin\s*\{(?P<name>[^{}\s]+)\}|\\(?P<list>list|trivlist)\b")
_KNOWN = c.MATHEMATICS | c.HIDDEN | c.LISTS | frozenset(c.CLEAR) | frozenset(c.KINDS)


class OwnEnvironments:
    """``like``: environments and the known one that each is like; ``arguments``: of the others.

    A theorem is like the theorem of the standard classes. An environment made of a known one is
    like that; what any other holds has to be seen each time.
    """

    def __init__(self, source: str, groups: Groups) -> None:
        self.like: dict[str, str] = {}
        self.arguments: dict[str, int] = {}
        if "new" not in source and "clare" not in source and "Define" not in source:
            return
        for found in c.THEOREMS.finditer(source):
            self._put(found["name"], "theorem")
        for found in c.CODES.finditer(source):
            self._put(found["name"], "verbatim")
        for found in c.ENVIRONMENTS.finditer(source):
            opening = groups.argument(found.end())
            if opening is None:
                continue
            inside = _INSIDE.search(source, *opening)
            name = (inside["name"] or "list") if inside else ""
            name = self.like.get(name, name).rstrip("*")
            is_unread = name in c.MATHEMATICS or name in c.HIDDEN
            if is_unread or (name in _KNOWN and not found["arguments"]):
                self._put(found["name"], name)
            else:
                self.arguments[found["name"].rstrip("*")] = int(found["arguments"] or 0)

    def _put(self, name: str, like: str) -> None:
        plain = name.rstrip("*")
        if plain not in _KNOWN:
            self.like[plain] = like
