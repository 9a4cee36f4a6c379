"""A regular expression of a rule: compiled when a text first needs it, and bounded in time.

Rules are written for .NET's dialect. What ``re`` reads the same way is left to ``re``;
the rest goes to the PyPI package ``regex`` in its version 1 behaviour, whose inline flags
are scoped and whose look-behinds have any width as in .NET, with the set operators that
.NET does not have escaped.
"""

from __future__ import annotations

import re
from functools import cached_property
from time import perf_counter
from typing import Any, Protocol

from copylint.core.kept_patterns import compiled
from copylint.core.record import record
from copylint.packs.required import Required

#: Around a pattern whose words are whole words, and around any other.
WORD, NONWORD = r"\b(?:%s)\b", r"(?:%s)"

# What one rule may spend on one article, in seconds.
_SECONDS = 2.0
_LINE_END = compiled(r"\\[AZznr]|\n")
_ANCHOR = compiled(r"[\^$]")
# What a pattern begins with that can match only where a line, or the text, begins.
_OPENING_ANCHOR = compiled(r"(\^|\\A)(?![*+?{])")
# The same with a word, or some of which one begins every match, and a space after them.
_OPENING_WORDS = compiled(
    r"(?:\^|\\A)(?:\(\?:([A-Za-z|]+)\)|([A-Za-z]+))(?![*+?{])((?: (?![*+?{]))?)"
)
# Places at which an anchor's sign is not an anchor: escaped, or in a class.
_NO_ANCHOR = compiled(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)

_NAMED_REFERENCE = compiled(r"((?<!\\)(?:\\\\)*)\\k<(\w+)>")


class PatternMatch(Protocol):
    """A match of ``re`` or of ``regex``."""

    def start(self) -> int: ...  # noqa: D102 - as in re
    def end(self) -> int: ...  # noqa: D102 - as in re
    def group(self, group: int = 0, /) -> str | Any: ...  # noqa: D102 - as in re


class Clock:
    """The time that a rule has left for an article."""

    def __init__(self) -> None:
        self.left = _SECONDS


class BadPattern(Exception):
    """A pattern that is not a regular expression; ``at`` is the offset of the error, if known."""

    def __init__(self, message: str, at: int | None) -> None:
        super().__init__(message)
        self.at = at


@record(slots=False)
class Pattern:
    """A regular expression, ``body`` inside ``template``.

    ``ignorecase`` is the rule's; ``body`` may have inline flags of its own, which hold for
    it alone. ``exact``: every character of the text is read as it is, line ends and curly
    apostrophes too.
    """

    body: str
    template: str = NONWORD
    ignorecase: bool = False
    exact: bool = False

    @cached_property
    def required(self) -> Required:
        """What a text must hold for the pattern to match."""
        from copylint.packs.literals import required

        return required(self.body)

    def knowing(self, need: Required) -> Pattern:
        """The pattern itself with ``need`` given, so that it need not be worked out."""
        self.__dict__["required"] = need
        return self

    @cached_property
    def whole_words(self) -> bool:
        """Whether each of the required literals begins and ends as words do."""
        return self.required.words or (self.required.whole and self.template == WORD)

    @cached_property
    def is_literal(self) -> bool:
        """Whether each match is one of the required literals and nothing beside it."""
        return self.required.whole and self.template in (WORD, NONWORD)

    @cached_property
    def line_bound(self) -> bool:
        """Whether the pattern mentions line ends, which are otherwise read as spaces."""
        body = self.body
        if self.exact:
            return True
        return bool(_LINE_END.search(body) or _ANCHOR.search(_NO_ANCHOR.sub("", body)))

    @cached_property
    def anchor(self) -> str:
        r"""``^`` or ``\A`` if every match begins where a line or the text does, else empty."""
        opening = _OPENING_ANCHOR.match(self.body)
        if opening is None or _has_alternatives(self.body):
            return ""
        return opening.group(1)

    @cached_property
    def openings(self) -> tuple[str, ...]:
        """Texts with one of which every match begins, if there is an ``anchor``; empty: unknown."""
        found = None if self.ignorecase else _OPENING_WORDS.match(self.body)
        if found is None or not self.anchor:
            return ()
        words, word, space = found.groups()
        return tuple(each + space for each in (words or word).split("|"))

    @cached_property
    def reading(self) -> tuple[bool, bool]:
        """How the pattern reads a text: ``line_bound`` and ``straight``."""
        return (self.line_bound, self.straight)

    @cached_property
    def straight(self) -> bool:
        """Whether the pattern's straight apostrophes match curly ones too."""
        return not self.exact and "'" in self.body and "’" not in self.body

    def verify(self) -> None:
        """Raise ``BadPattern`` if the pattern cannot be compiled, or must not be."""
        from copylint.packs.pattern_cost import refusal

        refused = refusal(self.body)
        if refused:
            raise BadPattern(refused, None)
        if not self.required.simple or self.template not in (WORD, NONWORD):
            _ = self._compiled

    @property
    def groups(self) -> int:
        """How many groups of the pattern hold text."""
        count: int = self._compiled.groups
        return count

    def search(self, text: str, at: int, clock: Clock) -> PatternMatch | None:
        """The first match in ``text`` from ``at`` on. Raises ``TimeoutError``."""
        return self._run("search", text, at, clock)

    def match(self, text: str, at: int, clock: Clock) -> PatternMatch | None:
        """The match in ``text`` that begins at ``at``. Raises ``TimeoutError``."""
        return self._run("match", text, at, clock)

    def _run(self, how: str, text: str, at: int, clock: Clock) -> PatternMatch | None:
        method = getattr(self._compiled, how)
        found: PatternMatch | None
        if isinstance(self._compiled, re.Pattern):
            found = method(text, at)
            return found
        if clock.left <= 0:
            raise TimeoutError
        began = perf_counter()
        try:
            found = method(text, at, timeout=clock.left)
        finally:
            clock.left -= perf_counter() - began
        return found

    @cached_property
    def _compiled(self) -> Any:
        flags = re.MULTILINE | (re.IGNORECASE if self.ignorecase else 0)
        facts = self.required
        if facts.simple and facts.bounded and self.template in (WORD, NONWORD):
            return compiled(self.template.replace("%s", self.body), flags)
        import regex

        engine: Any = regex  # its stubs do not know what its errors carry

        # Version 1 would let "ss" match "ß"; .NET compares letter by letter.
        flags = engine.VERSION1 | engine.MULTILINE | (engine.IGNORECASE if self.ignorecase else 0)
        head, tail = ("(?-f:" + self.template + ")").split("%s")
        body = _translated(self.body)
        from copylint.packs.pattern_cost import refusal

        refused = refusal(head + body + tail)
        if refused:
            raise BadPattern(refused, None)
        try:
            return engine.compile(head + body + tail, flags)
        except engine.error as error:
            known = error.pos is not None and body == self.body
            at = min(max(error.pos - len(head), 0), len(body)) if known else None
            raise BadPattern(error.msg, at) from None
        except (RecursionError, OverflowError) as error:
            raise BadPattern(f"the pattern is too large: {error}", None) from None


def _has_alternatives(body: str) -> bool:
    """Whether ``body`` has a bar outside groups; what is hard to tell counts as one."""
    depth = 0
    for char in _NO_ANCHOR.sub("", body):
        if char == "|" and depth <= 0:
            return True
        depth += (char == "(") - (char == ")")
    return depth != 0


def _translated(pattern: str) -> str:
    """``pattern`` in the words of ``regex``: named references, and the contents of ``[…]``.

    What only version 1 takes for set operators is escaped; .NET's own subtraction
    ``[a-z-[aeiou]]`` becomes that of version 1.
    """
    pattern = _NAMED_REFERENCE.sub(r"\1(?P=\2)", pattern)
    if "[" not in pattern:
        return pattern
    written: list[str] = []
    at = depth = 0
    while at < len(pattern):
        char = pattern[at]
        pair = pattern[at : at + 2]
        if char == "\\":
            written.append(pair)
            at += 2
        elif not depth:
            at = _opened(pattern, at, written) if char == "[" else _copied(char, at, written)
            depth += char == "["
        elif char == "]":
            written.append(char)
            depth -= 1
            at += 1
        elif pair == "-[":
            written.append("--")
            at = _opened(pattern, at + 1, written)
            depth += 1
        elif pair == "[:" and (end := pattern.find(":]", at)) > 0:
            written.append(pattern[at : end + 2])
            at = end + 2
        elif char == "[" or pair in ("--", "||", "&&", "~~"):
            written.append("\\" + char)
            at += 1
        else:
            at = _copied(char, at, written)
    return "".join(written)


def _opened(pattern: str, at: int, written: list[str]) -> int:
    """Copy the beginning of a class, at ``at``, with a first ``]`` that does not end it."""
    found = re.compile(r"\[\^?\]?").match(pattern, at)
    assert found is not None
    written.append(found.group().replace("]", "\\]"))
    return found.end()


def _copied(char: str, at: int, written: list[str]) -> int:
    written.append(char)
    return at + 1
