"""Values of names in Python sources, found by reading the sources without running them.

Enough of the language is understood for declarations: constants, tuples, dicts, names,
imports from the same package, members of enums, functions that return one expression, and
calls, which become ``Made``. Anything else is ``Unreadable``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

#: Returns the file of a module, or None.
Locate = Callable[[str], Path | None]
_Names = Mapping[str, Any]


class Unreadable(Exception):
    """A value that only running the program can tell."""


class Made:
    """A call of a class: ``kind`` is its name; the arguments are evaluated when asked for."""

    def __init__(self, kind: str, source: Source, call: ast.Call, names: _Names) -> None:
        self.kind = kind
        self._source, self._call, self._names = source, call, names

    def argument(self, name: str, default: Any = None, *, index: int | None = None) -> Any:
        """The value of an argument by its name or, if given so, ``index``.

        Raises ``Unreadable``.
        """
        if index is not None and index < len(self._call.args):
            return self._source.evaluate(self._call.args[index], self._names)
        for keyword in self._call.keywords:
            if keyword.arg == name:
                return self._source.evaluate(keyword.value, self._names)
        return default


class Sources:
    """The modules of a package, each parsed when it is first asked for."""

    def __init__(self, locate: Locate) -> None:
        self._locate = locate
        self._parsed: dict[str, Source | None] = {}

    def holds(self, name: str, text: bytes) -> bool:
        """Whether the file of a module holds ``text``."""
        path = self._locate(name)
        return path is not None and text in path.read_bytes()

    def module(self, name: str) -> Source | None:
        """The source of a module, None if there is none."""
        if name not in self._parsed:
            path = self._locate(name)
            self._parsed[name] = Source(name, path, self) if path is not None else None
        return self._parsed[name]


class Source:
    """One module. Raises ``SyntaxError`` for a file that is not Python."""

    def __init__(self, name: str, path: Path, sources: Sources) -> None:
        self.name = name
        self._sources = sources
        self._is_package = path.name == "__init__.py"
        self._values: dict[str, ast.expr] = {}
        self._functions: dict[str, ast.FunctionDef] = {}
        self._imports: dict[str, tuple[str, str]] = {}
        self.classes: dict[str, ast.ClassDef] = {}
        for node in ast.parse(path.read_bytes()).body:
            self._take(node)

    def _take(self, node: ast.stmt) -> None:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                self._values[name] = value
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                self._values[name] = value
            case ast.ClassDef():
                self.classes[node.name] = node
            case ast.FunctionDef():
                self._functions[node.name] = node
            case ast.ImportFrom():
                home = self._home(node)
                for alias in node.names:
                    self._imports[alias.asname or alias.name] = (home, alias.name)

    def _home(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        parts = self.name.split(".")
        parts = parts[: len(parts) - node.level + self._is_package]
        return ".".join([*parts, *([node.module] if node.module else [])])

    def bases(self, kind: ast.ClassDef) -> list[tuple[Source, ast.ClassDef] | str]:
        """The bases of a class: each as it was found, or its name if it was not found."""
        found: list[tuple[Source, ast.ClassDef] | str] = []
        for base in kind.bases:
            name = base.id if isinstance(base, ast.Name) else ast.unparse(base)
            found.append(self._class(name) or name.rpartition(".")[2])
        return found

    def descends(self, kind: ast.ClassDef, base: str) -> bool:
        """Whether a class has the base called ``base``, directly or through others."""
        return any(
            each == base
            if isinstance(each, str)
            else each[1].name == base or each[0].descends(each[1], base)
            for each in self.bases(kind)
        )

    def attribute(self, kind: ast.ClassDef, name: str) -> Any:
        """The value of a class's attribute, its own or inherited.

        Raises ``KeyError`` if no class sets it, ``Unreadable`` if it cannot be determined.
        """
        for node in kind.body:
            match node:
                case (
                    ast.Assign(targets=[ast.Name(id=found)], value=value)
                    | ast.AnnAssign(target=ast.Name(id=found), value=ast.expr() as value)
                ) if found == name:
                    return self.evaluate(value)
        for base in self.bases(kind):
            if not isinstance(base, str):
                try:
                    return base[0].attribute(base[1], name)
                except KeyError:
                    continue
        raise KeyError(name)

    def _class(self, name: str) -> tuple[Source, ast.ClassDef] | None:
        if name in self.classes:
            return self, self.classes[name]
        if name in self._imports:
            home, original = self._imports[name]
            module = self._sources.module(home)
            return module._class(original) if module else None
        return None

    def value(self, name: str) -> Any:
        """The value of a name at the top of the module, a ``Source`` if it names a module.

        Raises ``Unreadable``.
        """
        if name in self._values:
            return self.evaluate(self._values[name])
        if name in self._imports:
            home, original = self._imports[name]
            module = self._sources.module(f"{home}.{original}")
            if module is not None:
                return module
            module = self._sources.module(home)
            if module is not None:
                return module.value(original)
        raise Unreadable(f"{self.name}.{name}")

    def evaluate(self, node: ast.expr, names: _Names | None = None) -> Any:
        """The value of an expression; ``names`` are local ones. Raises ``Unreadable``."""
        names = names or {}
        match node:
            case ast.Constant(value=value):
                return value
            case ast.Name(id=name):
                return names[name] if name in names else self.value(name)
            case ast.Tuple(elts=items) | ast.List(elts=items):
                return self._items(items, names)
            case ast.Dict(keys=keys, values=values) if None not in keys:
                return {
                    self.evaluate(key, names) if key else None: self.evaluate(value, names)
                    for key, value in zip(keys, values, strict=True)
                }
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return self.evaluate(left, names) + self.evaluate(right, names)
            case ast.JoinedStr(values=parts):
                return "".join(str(self._part(part, names)) for part in parts)
            case ast.GeneratorExp(elt=item, generators=[each]) if not each.ifs:
                return self._generated(item, each, names)
            case ast.Attribute(value=ast.Name(id=name), attr=attribute):
                return self._member(name, attribute, names)
            case ast.Call():
                return self._called(node, names)
        raise Unreadable(f"{self.name}: {ast.unparse(node)}")

    def _items(self, items: list[ast.expr], names: _Names) -> tuple[Any, ...]:
        found: list[Any] = []
        for item in items:
            if isinstance(item, ast.Starred):
                found += self.evaluate(item.value, names)
            else:
                found.append(self.evaluate(item, names))
        return tuple(found)

    def _part(self, part: ast.expr, names: _Names) -> Any:
        return self.evaluate(part.value if isinstance(part, ast.FormattedValue) else part, names)

    def _generated(self, item: ast.expr, each: ast.comprehension, names: _Names) -> tuple[Any, ...]:
        if not isinstance(each.target, ast.Name):
            raise Unreadable(f"{self.name}: {ast.unparse(each)}")
        name = each.target.id
        values = self.evaluate(each.iter, names)
        return tuple(self.evaluate(item, {**names, name: value}) for value in values)

    def _member(self, name: str, attribute: str, names: _Names) -> Any:
        """An argument of a ``Made``, a member of an enum, or a name in a module."""
        if name not in names and (found := self._class(name)):
            source, kind = found
            return source.attribute(kind, attribute)
        owner = names[name] if name in names else self.value(name)
        match owner:
            case Made():
                return owner.argument(attribute)
            case Source():
                return owner.value(attribute)
        raise Unreadable(f"{self.name}: {name}.{attribute}")

    def _called(self, call: ast.Call, names: _Names) -> Any:
        match call:
            case ast.Call(func=ast.Name(id="tuple"), args=[only]):
                return tuple(self.evaluate(only, names))
            case ast.Call(func=ast.Attribute(value=table, attr="values"), args=[]):
                values = self.evaluate(table, names)
                if isinstance(values, dict):
                    return tuple(values.values())
            case ast.Call(func=ast.Name(id=name)):
                if name in self._functions:
                    return self._returned(self._functions[name], call, names)
                if name[:1].isupper():
                    return Made(name, self, call, names)
        raise Unreadable(f"{self.name}: {ast.unparse(call)[:60]}")

    def _returned(self, function: ast.FunctionDef, call: ast.Call, names: _Names) -> Any:
        """What a function of one expression returns; only simple arguments are passed."""
        body = [each for each in function.body if not _is_docstring(each)]
        given = function.args
        if len(body) != 1 or not isinstance(body[0], ast.Return) or body[0].value is None:
            raise Unreadable(f"{self.name}.{function.name}")
        known: dict[str, Any] = {}
        parameters = [*given.posonlyargs, *given.args]
        for parameter, value in zip(parameters, call.args, strict=False):
            known[parameter.arg] = self._passed(value, names)
        for keyword in call.keywords:
            if keyword.arg:
                known[keyword.arg] = self._passed(keyword.value, names)
        for parameter, value in zip(parameters[::-1], given.defaults[::-1], strict=False):
            known.setdefault(parameter.arg, self._passed(value, {}))
        for parameter, default in zip(given.kwonlyargs, given.kw_defaults, strict=True):
            if default is not None:
                known.setdefault(parameter.arg, self._passed(default, {}))
        return self.evaluate(body[0].value, known)

    def _passed(self, value: ast.expr, names: _Names) -> Any:
        try:
            return self.evaluate(value, names)
        except Unreadable:
            return None  # nothing that a declaration needs


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
