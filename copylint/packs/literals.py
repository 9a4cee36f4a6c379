"""Literal strings that a text must contain for a pattern to match: a cheap test before the regex.

A small reader of the regular expressions that rules are made of. It answers with
strings of which every match holds at least one, so that most patterns need never be
compiled, let alone run. Where it is not sure, it says so and the pattern is run.
"""

from __future__ import annotations

import re

from copylint.core.kept_patterns import compiled
from copylint.core.record import record
from copylint.packs.required import Required

# More strings than these are not worth looking for one by one.
_MOST = 64
_PLAIN = compiled(r"[\w ,';:/-]+", re.ASCII)
# A stretch of such text inside a pattern; a quantifier would be about its last character.
_STRETCH = compiled(r"[\w ,';:/-]+(?![*+?{\w ,';:/-])", re.ASCII)
_QUANTIFIER = compiled(r"(?:[*+?]|\{(\d*)(?:,(\d*))?\})")
_NAMED = compiled(r"\?P?<([A-Za-z_]\w*)>")
_FLAGS = compiled(r"\?[ims]*(?:-[ims]+)?([:)])")
# A class of more characters than this is useless as a literal.
_FEW = 10
_LATIN = compiled("[À-ÖØ-Þà-öø-þ]")
# A look-behind of one width: the only kind that ``re`` has.
_ONE_WIDTH = compiled(r"(?:\[\^?(?:[^\]\\\[]|\\[dDwWsS]|\\[^\w\s])+\]|\\[dDwWsSbB]|[\w ,';:/-])+\)")
_REFERENCE = compiled(r"[1-9]\d?|k<\w+>|[pP]\{\^?\w+\}")
_CLASS_ITEM = compiled(r"\\[dDwWsS]|\\[^\w\s]|[^\\\[\]^&|~-]")
_LOOK = ("?=", "?!", "?<=", "?<!")
_ZERO_WIDTH = "BAZ"
# Marks the edge of a word in literals until edges are resolved.
_EDGE = "\b"
_ONE_OF_MANY = "dDwWsStnr"
# A pattern that can be read in more ways than these at one place, or that is longer with its
# counts written out, could be slow.
_MOST_WAYS = 1_000
_LONGEST = 2_000


class _Unknown(Exception):
    """A construct that the reader does not follow."""


@record
class _Part:
    """What is known of a part: all texts that it matches, or texts one of which it holds.

    It begins with one of ``heads``; empty if that is unknown.
    """

    exact: frozenset[str] | None = None
    needs: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()

    @property
    def begins(self) -> frozenset[str]:
        """Texts with one of which it begins; none: not known."""
        known = self.exact or self.heads
        return frozenset() if "" in known else known


_NOTHING = _Part(frozenset({""}))
_ANYTHING = _Part()
_WORD_EDGE = _Part(frozenset({_EDGE}))


def required(pattern: str) -> Required:
    """The literals that every match of the regular expression ``pattern`` holds."""
    if _PLAIN.fullmatch(pattern):
        return Required(frozenset({pattern.lower()}), True, True, True)
    reader = _Reader(pattern)
    try:
        part = reader.alternatives()
        if reader.at < len(pattern):
            raise _Unknown
    except (_Unknown, RecursionError):
        return Required()
    exact = part.exact or frozenset()
    whole = all(each.strip(_EDGE) for each in exact) and part.exact is not None
    found = exact if whole else part.needs
    literals = frozenset(each.replace(_EDGE, "") for each in found)
    if "" in literals:
        literals = found = frozenset()
    words = bool(found) and all(each[0] == each[-1] == _EDGE for each in found)
    return Required(literals, whole, not reader.foreign, reader.bounded, words)


def _weight(needs: frozenset[str]) -> tuple[int, int]:
    """How selective ``needs`` are: the length of the shortest of them decides."""
    return (min(len(each.strip(_EDGE)) for each in needs), -len(needs))


def _better(first: frozenset[str], second: frozenset[str]) -> frozenset[str]:
    usable = [each for each in (first, second) if each and all(text.strip(_EDGE) for text in each)]
    return max(usable, key=_weight) if usable else frozenset()


class _Reader:
    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self.at = 0
        self.foreign = False  # whether it has parts that ``re`` lacks or reads otherwise
        self._depth = 0

    @property
    def bounded(self) -> bool:
        """Whether no text can make the pattern slow."""
        from copylint.packs.pattern_cost import cost_of

        cost = cost_of(self._pattern)
        return cost.ways <= _MOST_WAYS and cost.size <= _LONGEST

    def alternatives(self) -> _Part:
        parts = [self._sequence()]
        while self._take("|"):
            parts.append(self._sequence())
        if len(parts) == 1:
            return parts[0]
        exact: frozenset[str] | None = frozenset()
        needs: frozenset[str] | None = frozenset()
        heads = frozenset().union(*(part.begins for part in parts))
        if len(heads) > _MOST or not all(part.begins for part in parts):
            heads = frozenset()
        for part in parts:
            exact = None if exact is None or part.exact is None else exact | part.exact
            held = part.needs or part.exact or frozenset()
            needs = None if needs is None or not held or "" in held else needs | held
        if exact is not None and len(exact) > _MOST:
            exact = None
        if needs is None or len(needs) > _MOST * _MOST:
            needs = frozenset()
        return _Part(exact, needs, heads)

    def _sequence(self) -> _Part:
        run: frozenset[str] = frozenset({""})  # what the latest parts can be, in one string
        best: frozenset[str] = frozenset()
        heads: frozenset[str] | None = None
        all_exact = True
        while self.at < len(self._pattern) and self._pattern[self.at] not in "|)":
            stretch = _STRETCH.match(self._pattern, self.at)
            if stretch:
                self.at = stretch.end()
                run = frozenset(head + stretch.group().lower() for head in run)
                continue
            part = self._quantified()
            if part.exact is not None and len(part.exact) * len(run) <= _MOST:
                run = frozenset(head + tail for head in run for tail in part.exact)
                continue
            all_exact = False
            begun = part.begins
            if begun and len(begun) * len(run) <= _MOST:
                run = frozenset(head + tail for head in run for tail in begun)
            best = _better(best, run)
            if heads is None:
                heads = run
            if part.exact is not None:
                run = part.exact
            else:
                best = _better(best, part.needs)
                run = frozenset({""})
        whole = run if all_exact else None
        return _Part(whole, _better(best, run), frozenset() if heads is None else heads)

    def _quantified(self) -> _Part:
        zero_width_allowed = self.at
        part = self._atom()
        found = _QUANTIFIER.match(self._pattern, self.at)
        if found is None:
            if self._pattern.startswith("{", self.at):
                raise _Unknown  # a brace that is not a quantifier: engines differ
            return part
        if part is _NOTHING or part is _WORD_EDGE or zero_width_allowed == self.at:
            raise _Unknown
        self.at = found.end()
        least, most = _range(found)
        if not self._take("?") and self._pattern[self.at : self.at + 1] in ("+", "*", "{"):
            raise _Unknown
        if (least, most) == (1, 1):
            return part
        if (least, most) == (0, 1) and part.exact is not None:
            return _Part(part.exact | {""})
        held = part.needs or part.exact or frozenset()
        if least == 0 or not held or "" in held:
            return _ANYTHING
        return _Part(None, held, part.begins)

    def _atom(self) -> _Part:
        char = self._pattern[self.at]
        if char == "(":
            return self._group()
        if char == "[":
            return self._class()
        if char == "\\":
            return self._escape()
        if char in "*+?{}":
            raise _Unknown
        self.at += 1
        if char in "^$":
            return _NOTHING
        return _ANYTHING if char == "." else _literal(char)

    def _group(self) -> _Part:
        self.at += 1
        self._depth += 1
        if self._depth > 40:
            raise _Unknown
        look = next((each for each in _LOOK if self._starts(each)), None)
        if look is not None:
            self.at += len(look)
            behind = look[1] == "<"
            if behind and not _ONE_WIDTH.match(self._pattern, self.at):
                self.foreign = True
        elif self._starts("?>"):
            self.at += 2
            self.foreign = True
        elif self._starts("?"):
            named = _NAMED.match(self._pattern, self.at)
            flags = _FLAGS.match(self._pattern, self.at)
            opened = named or flags
            if opened is None:
                raise _Unknown
            self.at = opened.end()
            self.foreign = self.foreign or opened is named
            if flags and flags.group(1) == ")":
                # Flags for what follows: ``re`` has them for all of a pattern only.
                self.foreign = True
                self._depth -= 1
                return _NOTHING
        part = self.alternatives()
        if not self._take(")"):
            raise _Unknown
        self._depth -= 1
        return _NOTHING if look else part

    def _class(self) -> _Part:
        self.at += 1
        negated = self._take("^")
        chars: set[str] = set()
        one_of_few = not negated
        first = not self._take("-")
        if not first:
            if self._starts("-"):
                raise _Unknown
            chars.add("-")
        while not self._take("]"):
            item = _CLASS_ITEM.match(self._pattern, self.at)
            if item is None:
                raise _Unknown
            self.at = item.end()
            first = False
            text = item.group()
            if len(text) == 2 and text[1].isalpha():
                one_of_few = False
                continue
            low = text[-1]
            if self._starts("-") and not self._starts("-]"):
                self.at += 1
                high = _CLASS_ITEM.match(self._pattern, self.at)
                if high is None or high.group()[0] == "\\" or high.group() < low:
                    raise _Unknown
                self.at = high.end()
                span = range(ord(low), ord(high.group()) + 1)
                one_of_few = one_of_few and len(span) <= _FEW and low.isalnum() and low.isascii()
                chars.update(map(chr, span[:_FEW]))
            elif self._take("-"):
                chars.add("-")
            chars.add(low)
        if first:
            raise _Unknown
        if not one_of_few or len(chars) > _FEW:
            return _ANYTHING
        exact = [_literal(char).exact for char in chars]
        if None in exact:
            return _ANYTHING
        return _Part(frozenset().union(*(each for each in exact if each)))

    def _escape(self) -> _Part:
        char = self._pattern[self.at + 1 : self.at + 2]
        self.at += 2
        if char == "b":
            return _WORD_EDGE
        if char and char in _ZERO_WIDTH:
            return _NOTHING
        if char and char in _ONE_OF_MANY:
            return _ANYTHING
        reference = _REFERENCE.match(self._pattern, self.at - 1)
        if reference:
            self.at = reference.end()
            self.foreign = True
            return _ANYTHING
        if not char or char.isalnum() or char == "_" or not char.isascii():
            raise _Unknown
        return _literal(char)

    def _starts(self, text: str) -> bool:
        return self._pattern.startswith(text, self.at)

    def _take(self, text: str) -> bool:
        if not self._starts(text):
            return False
        self.at += len(text)
        return True


def _literal(char: str) -> _Part:
    """One literal character. What case folding or masking may alter is any character.

    Signs have no case, and each letter of Latin 1 but ß one other that is its.
    """
    if char == "*" or char == "’":
        return _ANYTHING
    if not char.isascii() and (char.isspace() or (char.isalnum() and not _LATIN.match(char))):
        return _ANYTHING
    return _Part(frozenset({" " if char == "\n" else char.lower()}))


def _range(quantifier: re.Match[str]) -> tuple[int, int | None]:
    text = quantifier.group()
    if text in "*+?":
        return {"*": (0, None), "+": (1, None), "?": (0, 1)}[text]
    low, high = quantifier.group(1), quantifier.group(2)
    if not low:
        raise _Unknown  # engines differ on {,3}
    least = int(low)
    most = least if high is None else int(high) if high else None
    if least > 1000 or (most is not None and (most > 1000 or most < least)):
        raise _Unknown
    return least, most
