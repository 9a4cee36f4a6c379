"""Regular expressions that are compiled when a text first needs them.

A large pattern takes a millisecond to compile. One short article should not pay that for
every rule that does not apply to it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from copylint.core.kept_patterns import compiled


class LazyPattern:
    """A pattern with the methods of a compiled one.

    ``needs`` holds literals, at least one of which is in every match: ``search`` and
    ``finditer`` do not try the pattern on a text without them.
    """

    def __init__(
        self, pattern: str, flags: int | re.RegexFlag = 0, *, needs: tuple[str, ...] = ()
    ) -> None:
        self._pattern = pattern
        self._flags = flags
        self._needs = needs

    @property
    def needs(self) -> tuple[str, ...]:
        """Literals of which every match has at least one; empty if none are known."""
        return self._needs

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return compiled(self._pattern, self._flags)

    def may_match(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Whether ``text[start:end]`` has one of the literals that every match needs."""
        for need in self._needs:  # a generator would take twice as long
            if text.find(need, start, end) >= 0:
                return True
        return not self._needs

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        needs = self._needs
        for need in needs:
            if text.find(need, start, end) >= 0:
                break
        else:
            if needs:
                return None
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.match``."""
        return self.compiled.match(text, start, end)

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """As ``re.Pattern.finditer``."""
        if not self.may_match(text, start, end):
            return iter(())
        return self.compiled.finditer(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As ``re.Pattern.fullmatch``."""
        return self.compiled.fullmatch(text, start, end)

    def findall(self, text: str, start: int = 0, end: int = sys.maxsize) -> list[Any]:
        """As ``re.Pattern.findall``."""
        return self.compiled.findall(text, start, end)

    def split(self, text: str, most: int = 0) -> list[str | Any]:
        """As ``re.Pattern.split``."""
        return self.compiled.split(text, most)

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """As ``re.Pattern.sub``."""
        return self.compiled.sub(new, text, count)
