"""Regular expressions whose compiled form an earlier run has kept.

Compiling the patterns that one article needs takes a fifth of the time of a check. A compiled
pattern cannot be pickled (it would be compiled again), but Python makes it from a list of
numbers, its code, and that can be kept. The code means the same only to the Python that made it,
so what another one kept is not read; code that Python's own verification refuses is compiled
again. Nothing is kept, and nothing recorded, unless a command asks for it.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from typing import Any

# All of CPython's since 3.11 have the first; others may lack it.
try:
    import _sre  # type: ignore[import-not-found]

    _make: Any = _sre.compile
    _ORIGIN = f"{sys.version} {_sre.MAGIC} {_sre.CODESIZE}"
except (ImportError, AttributeError):
    _make = None
    _ORIGIN = ""

_Key = tuple[str, int]
# Flags, code, number of groups, their names.
_Kept = tuple[int, bytes, int, dict[str, int]]

# The patterns of copylint and its packs are 600; those of a house's own rules come on top.
_MOST = 3_000
# The number of patterns in a hundred that have to be new before they are kept as well: one
# more in each run is not worth writing all.
_WORTH_KEEPING = 3

_known: dict[_Key, _Kept] = {}
_new: set[_Key] = set()
_recording = False


def compiled(pattern: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """As ``re.compile``, of what was kept if it was."""
    key = (pattern, int(flags))
    kept = _known.get(key)
    if kept is not None:
        try:
            return _made(pattern, kept)
        except (RuntimeError, TypeError, ValueError, OverflowError):
            del _known[key]
    if _recording:
        _new.add(key)
    return re.compile(pattern, flags)


def use(data: bytes | None) -> None:
    """Take what was kept from ``data``, if this Python kept it, and record what is new."""
    global _recording
    if _make is None:
        return
    _recording = True
    try:
        origin, known = marshal.loads(data or b"")
        if origin == _ORIGIN:
            _known.update(known)
    except (EOFError, TypeError, ValueError):
        pass  # damaged, or nothing was kept


def worth_keeping() -> bytes | None:
    """What a later run should ``use``; None if that is what this one has used."""
    new = _new - _known.keys()
    total = len(new) + len(_known)
    if len(new) * 100 <= total * _WORTH_KEEPING or total > _MOST:
        return None
    return marshal.dumps((_ORIGIN, _known | {key: _taken_apart(*key) for key in new}))


def _made(pattern: str, kept: _Kept) -> re.Pattern[str]:
    flags, code, groups, names = kept
    numbers = array("I", code).tolist()
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    made: re.Pattern[str] = _make(pattern, flags, numbers, groups, names, tuple(by_number))
    return made


def _taken_apart(pattern: str, flags: int) -> _Kept:
    """The parts of a compiled pattern, put together as ``re._compiler.compile`` does."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    state = parsed.state
    return (int(flags | state.flags), code, state.groups - 1, dict(state.groupdict))
