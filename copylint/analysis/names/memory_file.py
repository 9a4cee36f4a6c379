"""The house memory as text: how often, since when and where last each name was printed.

The file is meant for git: one line for each name, sorted, its fields divided by tabs. The first
two lines say which version it is and what it was made from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from copylint.core.record import record

#: The most bytes that a memory may hold.
MOST_BYTES = 256_000_000
#: How many of the last articles with a name are kept.
CITED = 2

_TITLE = "# copylint memory 1"


class MemoryFault(ValueError):
    """A text that is not a memory. The message says what is wrong, and in which line."""


@record
class PrintedName:
    """A name as it was printed: in how many articles, the first day and the last.

    Days are ISO dates, empty if no article had one. ``articles`` are the ids of the last
    articles, the latest last.
    """

    name: str
    count: int
    first: str = ""
    last: str = ""
    articles: tuple[str, ...] = ()

    def line(self) -> str:
        """The name's line in the file."""
        return "\t".join((self.name, str(self.count), self.first, self.last, *self.articles))


@record
class Memory:
    """All names by spelling, the number of articles they are from, and their first and last day."""

    names: Mapping[str, PrintedName]
    articles: int = 0
    first: str = ""
    last: str = ""


def written(memory: Memory) -> str:
    """The text of a memory."""
    lines = [_TITLE, "\t".join(("#", str(memory.articles), memory.first, memory.last))]
    lines += (memory.names[name].line() for name in sorted(memory.names))
    return "\n".join(lines) + "\n"


def read(text: str) -> Memory:
    """The memory in a text. Raises ``MemoryFault``."""
    head = text.split("\n", 2)
    if head[0] != _TITLE or len(head) < 3:
        raise MemoryFault("is not a memory that 'copylint memory build' wrote")
    total = _parsed(head[1], 2)
    names: dict[str, PrintedName] = {}
    for number, line in enumerate(head[2].splitlines(), 3):
        each = _parsed(line, number)
        if each.name in names:
            raise MemoryFault(f"line {number}: '{each.name}' has a line already")
        names[each.name] = each
    return Memory(names, total.count, total.first, total.last)


def parsed(line: str) -> PrintedName:
    """The name in a line of the file. Raises ``ValueError`` if it is not such a line."""
    name, count, first, last, *articles = line.split("\t")
    for day in (first, last):
        if day:
            date.fromisoformat(day)
    if not name or int(count) < 0:
        raise ValueError(line)
    return PrintedName(name, int(count), first, last, tuple(articles))


def _parsed(line: str, number: int) -> PrintedName:
    try:
        return parsed(line)
    except ValueError:
        raise MemoryFault(f"line {number} is not a name, a count and two dates") from None


def merged(memories: Iterable[Memory]) -> Memory:
    """One memory of several, whose articles differ; later ones count as later."""
    names: dict[str, PrintedName] = {}
    articles, first, last = 0, "", ""
    for memory in memories:
        articles += memory.articles
        first, last = _earlier(first, memory.first), max(last, memory.last)
        for name, new in memory.names.items():
            old = names.get(name)
            names[name] = new if old is None else _sum(old, new)
    return Memory(names, articles, first, last)


def _sum(old: PrintedName, new: PrintedName) -> PrintedName:
    earlier, later = (new, old) if new.last < old.last else (old, new)
    return PrintedName(
        old.name,
        old.count + new.count,
        _earlier(old.first, new.first),
        later.last,
        (*earlier.articles, *later.articles)[-CITED:],
    )


def _earlier(one: str, other: str) -> str:
    """The earlier of two days, either of which may be unknown."""
    return min(filter(None, (one, other)), default="")
