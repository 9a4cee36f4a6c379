"""The house memory as text: how often, since when and where last each name was printed.

The file is meant for git: one line for each name, for each office and age of a person
(``memory_facts``), and for each form of a term (``memory_terms``), sorted, its fields divided by
tabs. The first two lines say which version it is and what it was made from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from copylint.analysis.names import memory_terms
from copylint.analysis.names.memory_facts import PrintedFact, is_fact, parsed_fact, sum_of
from copylint.analysis.names.memory_terms import PrintedTerm, is_term, parsed_term
from copylint.core.record import field, record

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

    @property
    def key(self) -> str:
        """The first field of the name's line, by which it is sorted and found."""
        return self.name

    def line(self) -> str:
        """The name's line in the file."""
        return "\t".join((self.name, str(self.count), self.first, self.last, *self.articles))


@record
class Memory:
    """All names by spelling, the number of articles they are from, and their first and last day.

    ``facts`` are offices and ages, ``terms`` forms of terms, by the first fields of their lines.
    """

    names: Mapping[str, PrintedName]
    articles: int = 0
    first: str = ""
    last: str = ""
    facts: Mapping[str, PrintedFact] = field(default_factory=dict)
    terms: Mapping[str, PrintedTerm] = field(default_factory=dict)

    @property
    def lines(self) -> Mapping[str, PrintedName | PrintedFact | PrintedTerm]:
        """Names, facts and forms of terms by the first fields of their lines."""
        return {**self.names, **self.facts, **self.terms}


def written(memory: Memory) -> str:
    """The text of a memory."""
    lines = [_TITLE, "\t".join(("#", str(memory.articles), memory.first, memory.last))]
    lines += (each.line() for _, each in sorted(memory.lines.items()))
    return "\n".join(lines) + "\n"


def read(text: str) -> Memory:
    """The memory in a text. Raises ``MemoryFault``."""
    head = text.split("\n", 2)
    if head[0] != _TITLE or len(head) < 3:
        raise MemoryFault("is not a memory that 'copylint memory build' wrote")
    total = _parsed(head[1], 2)
    names: dict[str, PrintedName] = {}
    facts: dict[str, PrintedFact] = {}
    terms: dict[str, PrintedTerm] = {}
    for number, line in enumerate(head[2].splitlines(), 3):
        key = line.partition("\t")[0]
        if key in names or key in facts or key in terms:
            raise MemoryFault(f"line {number}: '{key}' has a line already")
        if is_term(line):
            terms[key] = _term(line, number)
        elif is_fact(line):
            facts[key] = _fact(line, number)
        else:
            names[key] = _parsed(line, number)
    return Memory(names, total.count, total.first, total.last, facts, terms)


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


def _fact(line: str, number: int) -> PrintedFact:
    try:
        return parsed_fact(line)
    except ValueError:
        told = "is not an office or years of birth, a count, two dates and months"
        raise MemoryFault(f"line {number} {told}") from None


def _term(line: str, number: int) -> PrintedTerm:
    try:
        return parsed_term(line)
    except ValueError:
        told = "is not a form of a term, a count and two dates"
        raise MemoryFault(f"line {number} {told}") from None


def merged(memories: Iterable[Memory]) -> Memory:
    """One memory of several, whose articles differ; later ones count as later."""
    names: dict[str, PrintedName] = {}
    facts: dict[str, PrintedFact] = {}
    terms: dict[str, PrintedTerm] = {}
    articles, first, last = 0, "", ""
    for memory in memories:
        articles += memory.articles
        first, last = _earlier(first, memory.first), max(last, memory.last)
        for name, new in memory.names.items():
            old = names.get(name)
            names[name] = new if old is None else _sum(old, new)
        for key, fact in memory.facts.items():
            known = facts.get(key)
            facts[key] = fact if known is None else sum_of(known, fact, CITED)
        for key, form in memory.terms.items():
            before = terms.get(key)
            terms[key] = form if before is None else memory_terms.sum_of(before, form)
    return Memory(names, articles, first, last, facts, terms)


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
