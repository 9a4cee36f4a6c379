"""YAML with places: the values of a rule file and the place of each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copylint.core.kept_patterns import compiled
from copylint.core.line_index import LineIndex
from copylint.core.record import field, record
from copylint.core.selector import nearest
from copylint.core.source_error import format_error, shown
from copylint.language.lazy_pattern import LazyPattern
from copylint.packs.house import OWN, House
from copylint.packs.required import Required

if TYPE_CHECKING:
    import yaml

# Rules are shallow; what is deeper is not a rule and could exhaust the stack.
_DEEPEST = 8
_TRUE, _FALSE = ("true", "yes", "on"), ("false", "no", "off")
_WHOLE = compiled(r"[+-]?\d{1,9}")
_NUMBER = LazyPattern(r"[+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})")


class RuleProblem(Exception):
    """A rule file that cannot be used. The message names file, line and column."""


@record(frozen=False)
class YamlNode:
    """A value of the file: its text from code point ``start`` to ``end``.

    ``value`` is a string, a list of nodes, or a list of pairs of nodes. ``quoted`` says
    that a string is in quotation marks or in a block of its own.
    """

    start: int
    end: int
    value: str | list[YamlNode] | list[tuple[YamlNode, YamlNode]] = ""
    quoted: bool = False
    is_map: bool = False


@record(frozen=False, slots=False)
class RuleFile:
    """A rule file's text, and the readers of its values.

    The readers raise ``RuleProblem`` at the place of a value that is of the wrong kind.
    """

    path: Path
    text: str
    house: House = OWN
    #: The file's values, if they are known already.
    known: YamlNode | None = None
    #: The literals that patterns of the file are known to need.
    needs: Mapping[str, Required] = field(default_factory=dict)
    #: Faults in spite of which the rule can run.
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lines = LineIndex(self.text if self.known is None else "")

    def problem(self, node: YamlNode, message: str, at: int | None = None) -> RuleProblem:
        """The problem that ``message`` describes, at ``node``, or code point ``at`` of its text."""
        start, end = node.start, node.end
        if at is not None and isinstance(node.value, str):
            # The place is known only if the file has the text as it is (no escapes).
            inside = self.text.find(node.value, start, end)
            if inside >= 0:
                start, end = inside + at, inside + at + 1
        return self.problem_at(start, max(1, end - start), message)

    def problem_at(self, start: int, length: int, message: str) -> RuleProblem:
        """The problem that ``message`` describes, at a stretch of the file."""
        project = self.house.project
        return RuleProblem(
            format_error(self.path, self.lines, self.text, start, length, message, project=project)
        )

    def doubt(self, node: YamlNode, message: str) -> None:
        """Raise ``RuleProblem`` about ``node``; in a Vale style, note it and go on."""
        problem = self.problem(node, message)
        if not self.house.vale:
            raise problem
        self.notes.append(str(problem))

    def root(self) -> dict[str, tuple[YamlNode, YamlNode]]:
        """The file's keys, in lower case, each with its own place and its value.

        Raises ``RuleProblem`` if the file is not YAML, or not a mapping.
        """
        node = self.known or self.parsed()
        if node is None or not node.is_map:
            raise self.problem_at(0, 1, "a rule is a mapping that begins with 'extends: …'")
        found: dict[str, tuple[YamlNode, YamlNode]] = {}
        for key, value in self._pairs(node):
            name = self.string(key, "a key").lower()
            if name in found:
                raise self.problem(key, f"'{name}' appears twice here")
            found[name] = (key, value)
        return found

    def known_keys(
        self,
        keys: dict[str, tuple[YamlNode, YamlNode]],
        known: Collection[str],
        *,
        lax: bool = False,
        what: str = "this kind of rule",
    ) -> None:
        """Raise ``RuleProblem`` for the first key that is not in ``known``, those of ``what``.

        ``lax``: Vale passes over such keys, and so may a style of Vale's.
        """
        for name, (key, _) in keys.items():
            if name not in known:
                meant = nearest(name, known)
                hint = f"did you mean '{meant}'?" if meant else f"use one of {', '.join(known)}"
                message = f"'{name}' is not a key of {what}; {hint}"
                if not lax:
                    raise self.problem(key, message)
                self.doubt(key, message)

    def string(self, node: YamlNode, what: str) -> str:
        """A string; numbers and words such as ``no`` are taken as they are written."""
        if not isinstance(node.value, str):
            raise self.problem(node, f"{what} must be a string")
        return node.value

    def boolean(self, node: YamlNode, what: str) -> bool:
        """``true`` or ``false``."""
        value = node.value.lower() if isinstance(node.value, str) else ""
        if value not in (*_TRUE, *_FALSE):
            raise self.problem(node, f"{what} must be true or false")
        return value in _TRUE

    def whole_number(self, node: YamlNode, what: str) -> int:
        """A whole number of 0 or more."""
        if not isinstance(node.value, str) or not _WHOLE.fullmatch(node.value):
            raise self.problem(node, f"{what} must be a whole number")
        number = int(node.value)
        if number < 0:
            raise self.problem(node, f"{what} cannot be below 0")
        return number

    def number(self, node: YamlNode, what: str) -> float:
        """A number of 0 or more."""
        if not isinstance(node.value, str) or not _NUMBER.fullmatch(node.value):
            raise self.problem(node, f"{what} must be a number")
        number = float(node.value)
        if number < 0:
            raise self.problem(node, f"{what} cannot be below 0")
        return number

    def strings(self, node: YamlNode, what: str) -> list[tuple[str, YamlNode]]:
        """A list of strings without the blank ones; a string is a list of one."""
        nodes: list[YamlNode]
        if isinstance(node.value, str):
            nodes = [node]
        elif node.is_map:
            raise self.problem(node, f"{what} must be a list of strings")
        else:
            nodes = [each for each in node.value if isinstance(each, YamlNode)]
        found = [(self.string(each, f"an item of {what}"), each) for each in nodes]
        return [(text, each) for text, each in found if text.strip()]

    def texts(self, node: YamlNode, what: str) -> list[str]:
        """A list of strings with the blank ones; a string is a list of one."""
        if isinstance(node.value, str):
            return [node.value]
        if node.is_map:
            raise self.problem(node, f"{what} must be a list of strings")
        return [
            self.string(each, f"an item of {what}")
            for each in node.value
            if isinstance(each, YamlNode)
        ]

    def table(self, node: YamlNode, what: str) -> list[tuple[str, YamlNode, str, YamlNode]]:
        """Pairs of strings, each with its places."""
        if not node.is_map:
            raise self.problem(node, f"{what} must be a mapping, one 'this: that' a line")
        return [
            (self.string(key, f"a key of {what}"), key, self.string(value, "what it is"), value)
            for key, value in self._pairs(node)
        ]

    def mapping(self, node: YamlNode, what: str) -> dict[str, tuple[YamlNode, YamlNode]]:
        """A mapping of a few known keys."""
        if not node.is_map:
            raise self.problem(node, f"{what} must be a mapping")
        return {self.string(key, "a key").lower(): (key, each) for key, each in self._pairs(node)}

    def mappings(
        self, node: YamlNode, what: str
    ) -> list[tuple[YamlNode, dict[str, tuple[YamlNode, YamlNode]]]]:
        """A list of mappings, each with its place."""
        if node.is_map or isinstance(node.value, str):
            raise self.problem(node, f"{what} must be a list of mappings")
        return [
            (each, self.mapping(each, f"an item of {what}"))
            for each in node.value
            if isinstance(each, YamlNode)
        ]

    def _pairs(self, node: YamlNode) -> Iterator[tuple[YamlNode, YamlNode]]:
        for pair in node.value:
            if isinstance(pair, tuple):
                yield pair

    def parsed(self) -> YamlNode | None:
        """The value that the file holds. Raises ``RuleProblem`` if it is not YAML."""
        import yaml

        loader: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
        try:
            return self._built(yaml.parse(self.text, Loader=loader))
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            start = mark.index if mark else 0
            message = error.problem or error.context or "it cannot be read"
            raise self.problem_at(start, 1, f"not valid YAML: {message}") from None
        except yaml.YAMLError as error:
            message = str(error).splitlines()[0]
            raise RuleProblem(f"{shown(self.path)}: not valid YAML: {message}") from None

    def _built(self, events: Iterator[yaml.Event]) -> YamlNode | None:
        """The first document that ``events`` name, put together without recursion."""
        import yaml

        root: YamlNode | None = None
        anchors: dict[str, YamlNode] = {}
        open_nodes: list[tuple[YamlNode, list[YamlNode]]] = []

        def add(node: YamlNode) -> None:
            nonlocal root
            if open_nodes:
                open_nodes[-1][1].append(node)
            elif root is None:
                root = node
            else:
                raise self.problem(node, "a file holds one rule")

        for event in events:
            start, end = (mark.index if mark else 0 for mark in (event.start_mark, event.end_mark))
            if isinstance(event, yaml.ScalarEvent):
                node = YamlNode(start, end, event.value, event.style is not None)
                add(node)
            elif isinstance(event, yaml.AliasEvent):
                target = anchors.get(event.anchor or "")
                if target is None:
                    raise self.problem_at(start, end - start, f"nothing is called '{event.anchor}'")
                add(target)
                continue
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                node = YamlNode(start, end, is_map=isinstance(event, yaml.MappingStartEvent))
                if len(open_nodes) >= _DEEPEST:
                    raise self.problem(node, "nested too deeply for a rule")
                add(node)
                open_nodes.append((node, []))
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                node, members = open_nodes.pop()
                node.end = end
                if node.is_map:
                    node.value = list(zip(members[::2], members[1::2], strict=True))
                else:
                    node.value = members
                continue
            else:
                continue
            if event.anchor:
                anchors[event.anchor] = node
        return root
