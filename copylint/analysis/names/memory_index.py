"""Look-ups in a house memory, by an index that is mapped into memory.

The index holds hashes of keys, sorted, and for each the offset of a line of the text or a number.
It is made from the text alone. Where the one beside the text is missing or older, the same bytes
are made in memory.
"""

# Paths: strings, as the configuration has them.
# ruff: noqa: PTH116, PTH123

from __future__ import annotations

import mmap
import os
import struct
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b

from copylint.analysis.names import memory_terms
from copylint.analysis.names.given_spellings import common_spelling
from copylint.analysis.names.memory_facts import DIVIDER, PrintedFact, parsed_fact
from copylint.analysis.names.memory_file import (
    MOST_BYTES,
    MemoryFault,
    PrintedName,
    parsed,
    read,
)
from copylint.analysis.names.memory_terms import PrintedTerm, parsed_term
from copylint.analysis.names.name_typos import deletions, folded, typo_between

#: What the index of a memory is called: this after the name of the memory.
SUFFIX = ".index"
#: In how many articles a spelling must have been printed to be the house's.
SETTLED = 10

# A title, the size of the text and its time of last change in nanoseconds, the number of keys.
_HEAD = struct.Struct("<16sQQQ")
_MAGIC = b"copylint-memory2"


class HouseMemory:
    """What the house has printed: ``text`` is the memory's, ``index`` was made from it."""

    def __init__(self, text: bytes | mmap.mmap, index: bytes | mmap.mmap) -> None:
        self._text = text
        count = _HEAD.unpack_from(index)[3]
        body = memoryview(index)[_HEAD.size :]
        self._keys = body[: 8 * count].cast("Q")
        self._values = body[8 * count : 16 * count].cast("Q")
        #: The day of the last article in it, as an ISO date; empty if none had a date.
        self.last = self._line(text.find(b"\n") + 1).last

    def printed(self, name: str) -> PrintedName | None:
        """The name as it was printed; None if it never was."""
        lines = map(self._line, self._found(_exact(name)))
        return next((each for each in lines if each.name == name), None)

    def settled_near(self, name: str) -> list[PrintedName]:
        """Settled names whose surname is one typo from that of ``name``, the commonest first.

        The other words are the same.
        """
        words = name.split()
        near: dict[str, PrintedName] = {}
        for key in _near(words):
            for other in map(self._line, self._found(key)):
                if _is_typo(words, other.name.split()):
                    near[other.name] = other
        return sorted(near.values(), key=lambda each: (-each.count, each.name))

    def settled_as(self, name: str) -> list[PrintedName]:
        """Settled names with another spelling of the given name, the commonest first.

        Either spelling is one typo from the other, or both are usual spellings of one name
        (*Stephen*, *Steven*). The other words are the same.
        """
        words = name.split()
        alike: dict[str, PrintedName] = {}
        for key in _alike(words):
            for other in map(self._line, self._found(key)):
                if _is_other_given(words, other.name.split()):
                    alike[other.name] = other
        return sorted(alike.values(), key=lambda each: (-each.count, each.name))

    def facts_of(self, name: str) -> list[PrintedFact]:
        """The offices and ages that a person of this name was printed with, in the file's order."""
        return list(map(parsed_fact, self._lines(_facts(name), f"{name}{DIVIDER}")))

    def forms_of(self, term: str) -> list[PrintedTerm]:
        """The forms in which a term was printed, in the file's order."""
        head = f"{term}{memory_terms.DIVIDER}"
        return list(map(parsed_term, self._lines(_forms(term), head)))

    def surnames_with(self, given: str) -> int:
        """How many surnames have been printed twice or more with this given name."""
        return next(self._found(_given(given)), 0)

    def givens_with(self, surname: str) -> int:
        """How many given names have been printed twice or more with this surname."""
        return next(self._found(_surname(surname)), 0)

    def _lines(self, key: str, head: str) -> Iterator[str]:
        """The lines that begin with ``head``, which follow one another where ``key`` leads."""
        for offset in self._found(key):
            at = offset
            while (line := self._text_at(at)).startswith(head):
                yield line
                at = self._text.find(b"\n", at) + 1

    def _found(self, key: str) -> Iterator[int]:
        hashed = _hashed(key)
        at = bisect_left(self._keys, hashed)
        while at < len(self._keys) and self._keys[at] == hashed:
            yield self._values[at]
            at += 1

    def _line(self, offset: int) -> PrintedName:
        return parsed(self._text_at(offset))

    def _text_at(self, offset: int) -> str:
        """The line that begins at a byte of the file; empty at its end."""
        end = self._text.find(b"\n", offset)
        return self._text[offset:end].decode("utf-8") if end >= 0 else ""


def house_memory(path: str) -> HouseMemory:
    """The memory in the file at ``path``. Raises ``OSError`` and ``MemoryFault``."""
    state = os.stat(path)
    return _opened(path, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=4)
def _opened(path: str, size: int, changed: int) -> HouseMemory:
    if not 0 < size <= MOST_BYTES:
        raise MemoryFault("is empty" if not size else f"holds more than {MOST_BYTES:,} bytes")
    with open(path, "rb") as file:
        text = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    try:
        with open(path + SUFFIX, "rb") as file:
            index = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        magic, of_size, of_change, count = _HEAD.unpack_from(index)
        is_current = (magic, of_size, of_change) == (_MAGIC, size, changed)
        if is_current and len(index) == _HEAD.size + 16 * count:
            return HouseMemory(text, index)
    except (OSError, ValueError, struct.error):
        pass  # the index is only a short cut
    return memory_of(text[:])


def memory_of(text: bytes) -> HouseMemory:
    """The memory in a text. Raises ``MemoryFault``."""
    return HouseMemory(text, index_of(text, 0))


def index_of(text: bytes, changed: int) -> bytes:
    """The index of a memory that was last changed at ``changed``. Raises ``MemoryFault``."""
    try:
        memory = read(text.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise MemoryFault(f"is not UTF-8 text at byte {error.start}") from None
    entries: list[tuple[int, int]] = []
    surnames: defaultdict[str, set[str]] = defaultdict(set)
    givens: defaultdict[str, set[str]] = defaultdict(set)
    offset = text.index(b"\n", text.index(b"\n") + 1) + 1
    group = ""
    for key in _keys(text):
        each = memory.names.get(key)
        if each is None:
            form = memory.terms.get(key)
            of = _forms(form.term) if form is not None else _facts(key.partition(DIVIDER)[0])
            if of != group:
                entries.append((_hashed(of), offset))
            group = of
            offset = text.index(b"\n", offset) + 1
            continue
        group = ""
        words = each.name.split()
        entries.append((_hashed(_exact(each.name)), offset))
        if each.count >= SETTLED:
            near = dict.fromkeys((*_near(words), *_alike(words)))
            entries += ((_hashed(key), offset) for key in near)
        if each.count >= 2:
            surnames[words[0]].add(words[-1])
            givens[words[-1]].add(words[0])
        offset = text.index(b"\n", offset) + 1
    entries += ((_hashed(_given(word)), len(those)) for word, those in surnames.items())
    entries += ((_hashed(_surname(word)), len(those)) for word, those in givens.items())
    entries.sort()
    head = _HEAD.pack(_MAGIC, len(text), changed, len(entries))
    columns = (array("Q", column) for column in zip(*entries, strict=True))
    return head + b"".join(column.tobytes() for column in columns)


def _near(words: list[str]) -> Iterator[str]:
    """The keys that a name shares with those that differ in one letter of the last word."""
    others = folded(" ".join(words[:-1]))
    for form in deletions(words[-1]):
        yield f"~{form} {others}"


def _alike(words: list[str]) -> Iterator[str]:
    """The keys that a name shares with those whose first word is spelled otherwise."""
    others = folded(" ".join(words[1:]))
    if others:
        yield f"^{common_spelling(words[0])} {others}"
        for form in deletions(words[0]):
            yield f"^{form} {others}"


def _is_other_given(words: list[str], others: list[str]) -> bool:
    """Whether two names differ in their first word alone, by its spelling."""
    if words[1:] != others[1:] or words[0] == others[0]:
        return False
    is_same = common_spelling(words[0]) == common_spelling(others[0])
    return is_same or typo_between(words[0], others[0]) is not None


def _is_typo(words: list[str], others: list[str]) -> bool:
    """Whether two names differ in their last word alone, by one typo."""
    if words[:-1] != others[:-1] or words[-1] == others[-1]:
        return False
    return typo_between(words[-1], others[-1]) is not None


def _keys(text: bytes) -> Iterator[str]:
    """The first fields of a memory's lines, in the order of the file."""
    for line in text.decode("utf-8").splitlines()[2:]:
        yield line.partition("\t")[0]


def _facts(name: str) -> str:
    return f",{name}"


def _forms(term: str) -> str:
    return f":{term}"


def _exact(name: str) -> str:
    return f"={name}"


def _given(word: str) -> str:
    return f"<{word}"


def _surname(word: str) -> str:
    return f">{word}"


def _hashed(key: str) -> int:
    data = key.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "big")
