"""YAML with the place of every value and of every character of its texts.

PyYAML's events (from libyaml, if available) give the place of each scalar in code points; the
characters inside it are placed by ``yaml_text`` and compared with what PyYAML read.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from copylint.core.errors import InputError
from copylint.formats.data.value_tree import ValueNode
from copylint.formats.draft import TextPiece
from copylint.formats.yaml_text import scalar

if TYPE_CHECKING:
    import yaml

#: The deepest nesting of lists and tables; what people write has fewer than 20 levels.
MAX_DEPTH = 500

_SURROGATE = re.compile("[\ud800-\udfff]")
_STR = "tag:yaml.org,2002:str"
_WAYS = {'"': "yaml-double", "'": "yaml-single", "|": "yaml-block", ">": "yaml-block"}


def parse(path: str, source: str) -> ValueNode:
    """The tree of ``source``; a list of trees if it holds several documents.

    An alias has no value of its own: its text is read where it is written. Raises
    ``InputError`` if the source is not YAML or is too deep.
    """
    import yaml

    builder = _Builder(path, source)
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(_SURROGATE.sub("\ufffd", source), Loader=loader):
            builder.take(event)
    except yaml.YAMLError as error:
        raise InputError(path, f"{_reason(error)}; repair the file") from None
    documents = builder.root.members
    return documents[0][1] if len(documents) == 1 else builder.root


def _reason(error: yaml.YAMLError) -> str:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    problem = " ".join(str(problem).split())
    if mark is None:
        return f"not YAML ({problem})"
    return f"line {mark.line + 1}, column {mark.column + 1}: not YAML ({problem})"


class _Builder:
    """Builds a tree from events."""

    def __init__(self, path: str, source: str) -> None:
        import yaml

        self._path, self._source = path, source
        # PyYAML does not count a byte order mark.
        self._shift = int(source.startswith("\ufeff"))
        self._resolvers = yaml.SafeLoader.yaml_implicit_resolvers
        self.root = ValueNode(0, len(source))
        # Each open node, whether it is a table, and the name that waits for its value.
        self._stack: list[tuple[ValueNode, bool]] = [(self.root, False)]
        self._names: list[str | None] = [None]

    def take(self, event: Any) -> None:
        """Take the next event."""
        kind = type(event).__name__
        if kind in ("MappingEndEvent", "SequenceEndEvent"):
            node, _ = self._stack.pop()
            self._names.pop()
            node.end = event.end_mark.index + self._shift
            return
        if kind not in ("AliasEvent", "ScalarEvent", "MappingStartEvent", "SequenceStartEvent"):
            return
        outer, is_table = self._stack[-1]
        if is_table and self._names[-1] is None:
            self._names[-1] = event.value if kind == "ScalarEvent" else ""
            if kind in ("ScalarEvent", "AliasEvent"):
                return
            node = ValueNode(0, 0)  # a list or table used as a name is not attached
        else:
            node = self._node(event, kind)
            name = self._names[-1]
            outer.members.append((len(outer.members) if name is None else name, node))
            self._names[-1] = None
        if kind in ("MappingStartEvent", "SequenceStartEvent"):
            if len(self._stack) > MAX_DEPTH:
                raise InputError(
                    self._path,
                    f"line {event.start_mark.line + 1}: more than {MAX_DEPTH} lists or tables "
                    "inside one another",
                )
            self._stack.append((node, kind == "MappingStartEvent"))
            self._names.append(None)

    def _node(self, event: Any, kind: str) -> ValueNode:
        start, end = event.start_mark.index + self._shift, event.end_mark.index + self._shift
        node = ValueNode(start, end)
        if kind == "ScalarEvent" and self._is_text(event):
            style = event.style or ""
            node.pieces = partial(_pieces, self._source, start, end, style, event.value)
            node.way = _WAYS.get(style, "yaml-plain")
        return node

    def _is_text(self, event: Any) -> bool:
        if event.tag not in (None, "!"):
            return bool(event.tag == _STR)
        if event.style or event.tag == "!":
            return True
        some = [*self._resolvers.get(event.value[:1], ()), *self._resolvers.get(None, ())]
        return not any(pattern.match(event.value) for _, pattern in some)


def _pieces(source: str, start: int, end: int, style: str, value: str) -> list[TextPiece]:
    """The characters of a scalar; none if they cannot all be placed."""
    if style and source[start : start + 1] != style:
        # A tag or an anchor comes before it.
        start = source.find(style, start, end)
        if start < 0:
            return []
    elif not style and source[start : start + 1] in "!&":
        return []
    pieces = scalar(source, start, end, style)
    text = _SURROGATE.sub("\ufffd", "".join(piece.text for piece in pieces))
    return pieces if text.rstrip() == value.rstrip() else []
