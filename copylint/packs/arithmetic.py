"""Formulas of metric rules: arithmetic, comparison and logic over named numbers.

The part of Tengo's expressions (https://tengolang.com) that a formula is made of.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Mapping

from copylint.core.record import record

Number = float | int
#: A formula read: its value for given numbers.
Formula = Callable[[Mapping[str, Number]], Number | bool]

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|(?P<name>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)"
    r"|(?P<sign>\|\||&&|==|!=|<=|>=|[-+*/%<>!(),?:]))"
)
_FUNCTIONS: dict[str, tuple[Callable[..., Number], int]] = {
    "math.abs": (abs, 1),
    "math.cbrt": (lambda x: math.copysign(abs(x) ** (1 / 3), x), 1),
    "math.ceil": (math.ceil, 1),
    "math.exp": (math.exp, 1),
    "math.floor": (math.floor, 1),
    "math.log": (math.log, 1),
    "math.log10": (math.log10, 1),
    "math.log2": (math.log2, 1),
    "math.max": (max, 2),
    "math.min": (min, 2),
    "math.mod": (math.fmod, 2),
    "math.pow": (math.pow, 2),
    "math.sqrt": (math.sqrt, 1),
    "math.trunc": (math.trunc, 1),
}
_CONSTANTS = {"math.e": math.e, "math.pi": math.pi}
# The operators, those that bind the least first.
_LEVELS: tuple[dict[str, Callable[[Number, Number], Number | bool]], ...] = (
    {"||": lambda a, b: bool(a) or bool(b)},
    {"&&": lambda a, b: bool(a) and bool(b)},
    {
        "==": operator.eq,
        "!=": operator.ne,
        "<": operator.lt,
        "<=": operator.le,
        ">": operator.gt,
        ">=": operator.ge,
    },
    {"+": operator.add, "-": operator.sub},
    {"*": operator.mul, "/": operator.truediv, "%": math.fmod},
)
_DEEPEST = 60


class BadFormula(Exception):
    """A formula that cannot be read; ``at`` is the offset of the error in it."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


def read_formula(text: str, names: frozenset[str]) -> Formula:
    """The formula ``text`` over ``names``. Raises ``BadFormula``.

    The formula raises ``ArithmeticError`` or ``ValueError`` if it has no value (a division
    by zero, the root of a number below it).
    """
    reader = _Reader(text, names)
    formula = reader.binary(0)
    if reader.at < len(reader.tokens):
        raise BadFormula("what follows here is not understood", reader.place)
    return formula


@record
class _Token:
    kind: str
    text: str
    at: int


class _Reader:
    def __init__(self, text: str, names: frozenset[str]) -> None:
        self._length = len(text.rstrip())
        self._names = names
        self._depth = 0
        self.at = 0
        self.tokens: list[_Token] = []
        place = 0
        while place < self._length:
            found = _TOKEN.match(text, place)
            if found is None or found.lastgroup is None:
                raise BadFormula("this is not part of a formula", place)
            start = found.start(found.lastgroup)
            self.tokens.append(_Token(found.lastgroup, found[found.lastgroup], start))
            place = found.end()
        if not self.tokens:
            raise BadFormula("it is empty", 0)

    @property
    def place(self) -> int:
        return self.tokens[self.at].at if self.at < len(self.tokens) else self._length

    def binary(self, level: int) -> Formula:
        if level == len(_LEVELS):
            return self._unary()
        left = self.binary(level + 1)
        while (sign := self._take(*_LEVELS[level])) is not None:
            left = _applied(_LEVELS[level][sign], left, self.binary(level + 1))
        return left

    def _unary(self) -> Formula:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise BadFormula("nested too deeply", self.place)
        try:
            sign = self._take("-", "+", "!")
            if sign is None:
                return self._operand()
            inner = self._unary()
            if sign == "-":
                return lambda numbers: -inner(numbers)
            return inner if sign == "+" else lambda numbers: not inner(numbers)
        finally:
            self._depth -= 1

    def _operand(self) -> Formula:
        place = self.place
        token = self.tokens[self.at] if self.at < len(self.tokens) else None
        self.at += 1
        if token is not None and token.kind == "number":
            value = float(token.text)
            return lambda _: value
        if token is not None and token.kind == "name":
            return self._name(token)
        if token is not None and token.text == "(":
            inner = self.binary(0)
            self._expect(")")
            return inner
        raise BadFormula("expected a number, a name or '('", place)

    def _name(self, token: _Token) -> Formula:
        name = token.text
        if name in _CONSTANTS:
            value = _CONSTANTS[name]
            return lambda _: value
        if name in _FUNCTIONS:
            function, count = _FUNCTIONS[name]
            self._expect("(")
            given = [self.binary(0)]
            while self._take(",") is not None:
                given.append(self.binary(0))
            self._expect(")")
            if len(given) != count:
                raise BadFormula(f"'{name}' takes {count}", token.at)
            return lambda numbers: function(*(each(numbers) for each in given))
        if name not in self._names:
            raise BadFormula(f"there is no '{name}'", token.at)
        return lambda numbers: numbers[name]

    def _take(self, *signs: str) -> str | None:
        if self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.kind == "sign" and token.text in signs:
                self.at += 1
                return token.text
        return None

    def _expect(self, sign: str) -> None:
        if self._take(sign) is None:
            raise BadFormula(f"expected '{sign}'", self.place)


def _applied(
    operation: Callable[[Number, Number], Number | bool], left: Formula, right: Formula
) -> Formula:
    return lambda numbers: operation(left(numbers), right(numbers))
