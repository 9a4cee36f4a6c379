"""Check copylint's own texts with copylint, by the configuration in ``tools/house``.

    python tools/own_texts.py [docs] [rules] [docstrings] [messages]

``docs`` are the README, the change log and the documentation; ``rules`` the packs' messages and
pages; ``docstrings`` the docstrings and comments of the package; ``messages`` the sentences that
the package shows, with a placeholder for every value and for every example in single quotation
marks. Without a name all four are checked. Every finding is a line with its place; the exit code
is 1 if there is one.
"""

from __future__ import annotations

import ast
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from copylint import Config, Finding, lint_paths, lint_text
from copylint.config.load import load_config
from copylint.inventory.index import inventory
from copylint.runner.discovery import discover
from copylint.runner.listed_rules import engine_names
from copylint.runner.rule_index import engine_tables, rules_of

ROOT = Path(__file__).resolve().parents[1]
CONFIG = ROOT / "tools" / "house" / "copylint.toml"
DOCS = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "docs")
#: What takes the place of a value in a message: code, of which no rule knows anything.
_VALUE = "`…`"
#: An example in a message, which may be wrong by design.
_EXAMPLE = re.compile(r"(?<!\w)'(?=\S)([^'\n]+)(?<=\S)'(?!\w)")
#: Calls whose strings are no messages: examples, word lists and patterns.
_NOT_PROSE = frozenset(("Bad", "Good", "bad", "good", "words", "compile", "LazyPattern", "split"))
_FEWEST_WORDS = 3
_PATTERN_SIGNS = ("\\", "(?", "[^", "|", "{0", "::", "==", "= ?")


def house_config() -> Config:
    """The configuration for copylint's own texts."""
    loaded = load_config(
        ROOT,
        rules=rules_of,
        engines=engine_names,
        formats=inventory().formats,
        tables=engine_tables(),
        explicit=CONFIG,
    )
    return loaded.config


def findings_in_docs(config: Config) -> Iterator[str]:
    """Findings in the documents at the root and in ``docs/``."""
    yield from _in_files([ROOT / name for name in DOCS], config)


def findings_in_rules(config: Config) -> Iterator[str]:
    """Findings in the messages of the packs' rules and in their pages."""
    yield from _in_files(sorted((ROOT / "rules").rglob("*.yml")), config)
    for path in sorted((ROOT / "rules").rglob("*.md")):
        text = _without_examples(path.read_text("utf-8"))
        for finding in lint_text(text, path=str(path), config=config):
            yield _line(path, (finding.start.line, finding.start.column), finding)


def findings_in_docstrings(config: Config) -> Iterator[str]:
    """Findings in docstrings and comments under ``copylint/``."""
    yield from _in_files(sorted((ROOT / "copylint").rglob("*.py")), config)


def findings_in_messages(config: Config) -> Iterator[str]:
    """Findings in the sentences that the package shows: summaries, messages, helps, errors.

    Messages of one module are alike by design, and no reader sees them one after another.
    """
    config = replace(config, ignore=(*config.ignore, "duplicates.reworded"))
    for path in sorted((ROOT / "copylint").rglob("*.py")):
        messages = list(messages_of(path.read_text("utf-8")))
        text = "\n\n".join(_without_examples(message.text) for message in messages) + "\n"
        starts, at = [], 0
        for message in messages:
            starts.append(at)
            at += len(message.text) + 2
        for finding in lint_text(text, path="messages.md", config=config):
            number = max(n for n, start in enumerate(starts) if start <= finding.span.start)
            message = messages[number]
            place = message.places[min(finding.span.start - starts[number], len(message.text) - 1)]
            yield _line(path, place, finding)


PARTS = {
    "docs": findings_in_docs,
    "rules": findings_in_rules,
    "docstrings": findings_in_docstrings,
    "messages": findings_in_messages,
}


class Message:
    """A string of a program as its reader sees it, with the place of each character.

    ``places`` are lines and columns of the source, counted from 1.
    """

    def __init__(self) -> None:
        self.text = ""
        self.places: list[tuple[int, int]] = []

    def add(self, text: str, place: tuple[int, int]) -> None:
        """Append ``text``, all of which is shown for what is at ``place``."""
        self.text += text
        self.places += [place] * len(text)


def messages_of(source: str) -> Iterator[Message]:
    """The sentences among the strings of a program, in order."""
    lines = source.splitlines(keepends=True)
    tree = ast.parse(source)
    for node in _strings(tree, frozenset(_examples(tree))):
        message = _message(node, lines)
        if _is_prose(message.text):
            yield message


def _without_examples(text: str) -> str:
    """``text`` with every example in it as code, which no rule reads; no character moves."""
    return _EXAMPLE.sub(r"`\1`", text)


def _examples(tree: ast.AST) -> Iterator[str]:
    """The names that examples, word lists and patterns use."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) in _NOT_PROSE:
            yield from (each.id for each in ast.walk(node) if isinstance(each, ast.Name))


def _strings(node: ast.AST, examples: frozenset[str]) -> Iterator[ast.Constant | ast.JoinedStr]:
    """String expressions outside docstrings, examples, word lists and patterns."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and _called(child) in _NOT_PROSE:
            continue
        if isinstance(child, ast.Assign) and not examples.isdisjoint(
            map(ast.unparse, child.targets)
        ):
            continue
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        if isinstance(child, ast.JoinedStr):
            yield child
        elif isinstance(child, ast.Constant):
            if isinstance(child.value, str):
                yield child
        else:
            yield from _strings(child, examples)


def _called(call: ast.Call) -> str:
    """The last name of what is called."""
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _is_prose(text: str) -> bool:
    """Whether a string is one or more sentences, and not a list, a pattern or code."""
    if len(text.split()) < _FEWEST_WORDS or any(sign in text for sign in _PATTERN_SIGNS):
        return False
    begins, ends = text.lstrip("'\"“(`")[:1], text.rstrip("'\"”)")[-1:]
    return (begins.isalnum() or begins == _VALUE[1]) and ends in (".", "?", "!")


def _message(node: ast.Constant | ast.JoinedStr, lines: list[str]) -> Message:
    """The string of ``node``, read from its source, for the places of its characters."""
    message = Message()
    reader = _Reader(node, lines)
    while reader.open():
        reader.read(message)
    return message


class _Reader:
    """Reads string literals that follow each other, as Python joins them."""

    def __init__(self, node: ast.Constant | ast.JoinedStr, lines: list[str]) -> None:
        first, last = node.lineno, node.end_lineno or node.lineno
        self._cells = [
            (character, line, column + 1)
            for line in range(first, last + 1)
            for column, character in enumerate(lines[line - 1])
            if (line, _bytes(lines[line - 1], column)) >= (first, node.col_offset)
            and (line, _bytes(lines[line - 1], column)) < (last, node.end_col_offset or 0)
        ]
        self._source = "".join(cell[0] for cell in self._cells)
        self._at = 0
        self._quote = ""
        self._is_raw = self._is_formatted = False

    def open(self) -> bool:
        """Go into the next literal; false if there is none."""
        prefix = ""
        while self._at < len(self._source):
            character = self._source[self._at]
            if character == "#":
                self._at = self._source.index("\n", self._at)
            elif character in "'\"":
                triple = self._source[self._at : self._at + 3]
                self._quote = triple if triple == character * 3 else character
                self._at += len(self._quote)
                self._is_raw = "r" in prefix.lower()
                self._is_formatted = "f" in prefix.lower()
                return True
            elif character.isalpha():
                prefix += character
            self._at += 1
        return False

    def read(self, message: Message) -> None:
        """Add what the open literal says to ``message``, and leave it."""
        while not self._source.startswith(self._quote, self._at):
            character, line, column = self._cells[self._at]
            doubled = self._source[self._at : self._at + 2] in ("{{", "}}")
            if character == "\\":
                message.add(self._escape(), (line, column))
            elif self._is_formatted and doubled:
                message.add(character, (line, column))
                self._at += 2
            elif self._is_formatted and character == "{":
                self._skip_value()
                message.add(_VALUE, (line, column))
            else:
                message.add(character, (line, column))
                self._at += 1
        self._at += len(self._quote)

    def _escape(self) -> str:
        """The character that an escape is, and pass it; a space for those with a number."""
        escaped = self._source[self._at + 1]
        if self._is_raw:
            self._at += 2
            return f"\\{escaped}"
        self._at += {"x": 4, "u": 6, "U": 10}.get(escaped, 2)
        return {"\n": "", "n": "\n", "t": "\t"}.get(escaped, " " if escaped in "xuUN" else escaped)

    def _skip_value(self) -> None:
        """Pass a value in braces, whatever is nested in it."""
        depth = 0
        while True:
            character = self._source[self._at]
            depth += {"{": 1, "}": -1}.get(character, 0)
            self._at += 1
            if not depth:
                return


def _bytes(line: str, column: int) -> int:
    """The offset in UTF-8 that ``ast`` gives a column."""
    return len(line[:column].encode())


def _in_files(paths: list[Path], config: Config) -> Iterator[str]:
    """Findings in files and folders; one that cannot be read is a finding too."""
    assert discover([str(path) for path in paths], config).paths
    result = lint_paths([str(path) for path in paths], config=config, jobs=1)
    for file in result.files:
        if file.error:
            yield f"{Path(file.path).relative_to(ROOT)}: {file.error}"
        for finding in file.findings:
            yield _line(Path(file.path), (finding.start.line, finding.start.column), finding)


def _line(path: Path, place: tuple[int, int], finding: Finding) -> str:
    """A finding as ``copylint check`` prints it."""
    shown = path.relative_to(ROOT)
    severity = finding.severity.name.lower()
    return f"{shown}:{place[0]}:{place[1]} {severity} {finding.rule} {finding.message}"


def main(names: list[str]) -> int:
    """Print the findings in the parts that are named; the exit code."""
    os.chdir(ROOT)  # the globs of the configuration are relative to it
    config = house_config()
    found = [line for name in names or PARTS for line in PARTS[name](config)]
    print("\n".join(found) if found else "No findings in copylint's own texts.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
