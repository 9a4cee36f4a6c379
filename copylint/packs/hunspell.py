"""Hunspell dictionaries (``.dic`` and ``.aff``): whether a word is in one.

What is read is what English dictionaries are made of: prefixes and suffixes with their
conditions, alone or crossed, in any of Hunspell's ways to write flags. Compounds are not.
Format: the manual page hunspell(5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from copylint.core.record import field, record
from copylint.core.safe_read import WORDS, read_file

_CONDITION_PART = re.compile(r"\[\^?[^\]]*\]|.", re.DOTALL)
# More affixes than any English dictionary has.
_MOST_AFFIXES = 20_000


@record
class _Affix:
    flag: str
    strip: str
    add: str
    condition: re.Pattern[str]
    crosses: bool


@record(frozen=False, slots=False)
class Hunspell:
    """One dictionary."""

    words: dict[str, frozenset[str]] = field(default_factory=dict)
    prefixes: list[_Affix] = field(default_factory=list)
    suffixes: dict[str, list[_Affix]] = field(default_factory=dict)

    def knows(self, word: str) -> bool:
        """Whether ``word`` is in it, as it is or with a capital that its place may give it."""
        word = word.replace("’", "'")
        forms = [word]
        if word[:1].isupper():
            forms.append(word.lower() if word.isupper() else word[:1].lower() + word[1:])
            forms.append(word[:1] + word[1:].lower())
        return any(self._has(form) for form in forms)

    def _has(self, word: str) -> bool:
        if word in self.words or any(True for _ in self._stems(word)):
            return True
        for prefix in self.prefixes:
            if not word.startswith(prefix.add) or len(word) <= len(prefix.add):
                continue
            stem = prefix.strip + word[len(prefix.add) :]
            if not prefix.condition.match(stem):
                continue
            if prefix.flag in self.words.get(stem, ()):
                return True
            if prefix.crosses and any(
                affix.crosses and prefix.flag in self.words[found]
                for found, affix in self._stems(stem)
            ):
                return True
        return False

    def _stems(self, word: str) -> Iterator[tuple[str, _Affix]]:
        for length in range(min(len(word) - 1, 12) + 1):
            for suffix in self.suffixes.get(word[len(word) - length :] if length else "", ()):
                stem = word[: len(word) - length] + suffix.strip
                if suffix.flag in self.words.get(stem, ()) and suffix.condition.search(stem):
                    yield stem, suffix


@lru_cache(maxsize=16)
def read_dictionary(dic: Path, aff: Path | None) -> Hunspell:
    """The dictionary in ``dic`` with the affixes in ``aff``. Raises ``OSError``, ``ValueError``."""
    found = Hunspell()
    encoding, kind = "utf-8", "char"
    aliases: list[str] = []
    if aff is not None:
        data = read_file(aff, WORDS)
        declared = re.search(rb"^SET\s+(\S+)", data, re.MULTILINE)
        encoding = declared.group(1).decode("ascii", "replace") if declared else "utf-8"
        try:
            lines = data.decode(encoding, "replace").splitlines()
        except LookupError:
            encoding = "utf-8"
            lines = data.decode(encoding, "replace").splitlines()
        kind = _affixes(lines, found, aliases)
    text = read_file(dic, WORDS).decode(encoding, "replace").lstrip("\ufeff")
    for number, line in enumerate(text.splitlines()):
        entry = line.split("\t")[0].strip()
        if not entry or (number == 0 and entry.isdecimal()):
            continue
        word, _, flags = entry.replace("\\/", "\0").partition("/")
        flags = flags.split(" ")[0]
        if aliases and flags.isdecimal() and int(flags) <= len(aliases):
            flags = aliases[int(flags) - 1]
        word = word.split(" ")[0] if "/" in entry else word
        before = found.words.get(word, frozenset())
        found.words[word.replace("\0", "/")] = before | frozenset(_flags(flags, kind))
    return found


def _affixes(lines: list[str], found: Hunspell, aliases: list[str]) -> str:
    kind = "char"
    affixes = 0
    crosses: dict[tuple[str, str], bool] = {}
    for line in lines:
        parts = line.split()
        if len(parts) == 2 and parts[0] == "FLAG":
            kind = parts[1]
        elif len(parts) >= 2 and parts[0] == "AF" and not parts[1].isdecimal():
            aliases.append(parts[1])
        elif len(parts) == 4 and parts[0] in ("PFX", "SFX") and parts[3].isdecimal():
            crosses[parts[0], parts[1]] = parts[2] == "Y"
        elif len(parts) >= 4 and parts[0] in ("PFX", "SFX"):
            affixes += 1
            if affixes > _MOST_AFFIXES:
                raise ValueError(f"it has more than {_MOST_AFFIXES:,} affixes")
            strip = "" if parts[2] == "0" else parts[2]
            add = parts[3].partition("/")[0]
            add = "" if add == "0" else add
            condition = _condition(parts[4] if len(parts) > 4 else ".")
            try:
                compiled = re.compile(
                    f"^(?:{condition})" if parts[0] == "PFX" else f"(?:{condition})$"
                )
            except re.error:
                continue
            affix = _Affix(parts[1], strip, add, compiled, crosses.get((parts[0], parts[1]), True))
            if parts[0] == "PFX":
                found.prefixes.append(affix)
            else:
                found.suffixes.setdefault(add, []).append(affix)
    return kind


def _condition(text: str) -> str:
    """A condition as a regular expression: letters, ``.`` and classes are all that it has."""
    written = []
    for part in _CONDITION_PART.findall(text):
        if len(part) > 1:
            inside = part[1:-1]
            negated = inside.startswith("^")
            letters = re.escape(inside[negated:])
            written.append(f"[{'^' * negated}{letters}]" if letters else ".")
        else:
            written.append("." if part == "." else re.escape(part))
    return "".join(written)


def _flags(text: str, kind: str) -> Iterator[str]:
    if kind == "num":
        yield from filter(None, text.split(","))
    elif kind == "long":
        yield from (text[at : at + 2] for at in range(0, len(text), 2))
    else:
        yield from text
