"""Groups and arguments of LaTeX: matches each brace with its partner."""

from __future__ import annotations

import re

_MARK = re.compile(
    r"\\begin\{(?P<name>verbatim\*?|lstlisting|minted|comment|Verbatim|alltt)\}"
    r"|\\verb\*?(?P<bar>[^\sa-zA-Z*])|\\(?:\r\n|[\s\S])|%[^\r\n]*|[{}]"
)
#: The most code points of an optional argument; anything longer is not one.
_LONGEST_OPTION = 2_000
_BETWEEN = re.compile(r"(?:[ \t]|%[^\r\n]*(?:\r\n|\n|\r)|(?:\r\n|\n|\r)(?![ \t]*[\r\n]))*")


class Groups:
    """``close`` maps each brace that opens a group to the one that closes it."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.close: dict[int, int] = {}
        waiting: list[int] = []
        at = 0
        missing: set[str] = set()
        while (mark := _MARK.search(source, at)) is not None:
            at = mark.end()
            text = mark.group()
            if text == "{":
                waiting.append(mark.start())
            elif text == "}":
                if waiting:
                    self.close[waiting.pop()] = mark.start()
            elif mark["name"] and mark["name"] not in missing:
                end = source.find(f"\\end{{{mark['name']}}}", at)
                if end >= 0:
                    at = end
                else:
                    missing.add(mark["name"])
            elif mark["bar"]:
                end = source.find(mark["bar"], at, at + _LONGEST_OPTION)
                at = end + 1 if end >= 0 else at

    def between(self, at: int) -> int:
        """The end of the text between a command and its argument."""
        found = _BETWEEN.match(self._source, at)
        return found.end() if found else at

    def option(self, at: int) -> int:
        """The end of the argument in square brackets at ``at``, brackets included; 0 if none."""
        if not self._source.startswith("[", at):
            return 0
        place = at + 1
        stop = min(len(self._source), at + _LONGEST_OPTION)
        while place < stop:
            mark = self._source[place]
            if mark == "]":
                return place + 1
            if mark == "\\":
                place += 1
            elif mark == "{" and place in self.close:
                place = self.close[place]
            place += 1
        return 0

    def options(self, at: int) -> int:
        """The end of the arguments in square or angle brackets that begin at ``at``."""
        while True:
            place = self.between(at)
            end = self.option(place)
            if not end and self._source.startswith("<", place):
                shut = self._source.find(">", place, place + 40)
                end = shut + 1 if shut >= 0 else 0
            if not end:
                return at
            at = end

    def argument(self, at: int) -> tuple[int, int] | None:
        """The places of the braces around the argument at ``at``, spaces before it skipped."""
        place = self.between(at)
        close = self.close.get(place)
        return (place, close) if close is not None else None

    def arguments(self, at: int, most: int = 9) -> int:
        """Where up to ``most`` arguments from ``at`` on end, with any in brackets between."""
        at = self.options(at)
        for _ in range(most):
            found = self.argument(at)
            if found is None:
                break
            at = self.options(found[1] + 1)
        return at
