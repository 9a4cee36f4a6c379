"""An XML document as a tree that is written out again as it was, but for what is changed.

Every node keeps the characters that it was read from, so that what nobody touches stays the
same to the last blank, and every node knows its place in the source, so that a place of the
source leads to a node, also after that node has been moved, wrapped or cut in two.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from copylint.formats.xml import escape
from copylint.formats.xml.events import Comment, End, Piece, Start, declared, outermost
from copylint.formats.xml.reader import events

_CDATA, _CDATA_END = "<![CDATA[", "]]>"


class Node:
    """What stands inside an element. Code points ``start`` to ``end`` of the source are its
    characters, of an element its opening tag's; both are -1 where it is new.
    """

    __slots__ = ("end", "parent", "start")

    def __init__(self, start: int = -1, end: int = -1) -> None:
        self.start, self.end = start, end
        self.parent: Element | None = None

    def write(self, out: list[str]) -> None:
        """Append its characters to ``out``."""
        raise NotImplementedError

    def up(self) -> Iterator[Element]:
        """The elements around it, the innermost first."""
        around = self.parent
        while around is not None:
            yield around
            around = around.parent


class Raw(Node):
    """Characters that are kept as they are: a comment, a processing instruction."""

    __slots__ = ("source",)

    def __init__(self, source: str, start: int = -1, end: int = -1) -> None:
        super().__init__(start, end)
        self.source = source

    def write(self, out: list[str]) -> None:
        """Append its characters to ``out``."""
        out.append(self.source)


class Text(Node):
    """A piece of text as it is written: ``source`` is one reference, or has none.

    With ``cdata`` it stands in a section of its own.
    """

    __slots__ = ("cdata", "source", "text")

    def __init__(
        self, source: str, text: str, start: int = -1, end: int = -1, *, cdata: bool = False
    ) -> None:
        super().__init__(start, end)
        self.source, self.text, self.cdata = source, text, cdata

    def write(self, out: list[str]) -> None:
        """Append its characters to ``out``."""
        out.append(f"{_CDATA}{self.source}{_CDATA_END}" if self.cdata else self.source)


class Element(Node):
    """An element: ``tag`` and ``closing`` as they are written, ``closing`` empty for ``<a/>``.

    ``name`` has the prefix that the reader was told to give its namespace.
    """

    __slots__ = ("_attributes", "_read", "children", "closing", "name", "tag")

    def __init__(
        self,
        name: str,
        tag: str,
        closing: str,
        attributes: Mapping[str, str] | Start,
        start: int = -1,
        end: int = -1,
    ) -> None:
        super().__init__(start, end)
        self.name, self.tag, self.closing = name, tag, closing
        self._read = attributes
        self._attributes: Mapping[str, str] | None = None
        self.children: list[Node] = []

    @property
    def attributes(self) -> Mapping[str, str]:
        """Its attributes; read when they are first asked for."""
        if self._attributes is None:
            read = self._read
            self._attributes = read.attributes() if isinstance(read, Start) else read
        return self._attributes

    def set(self, name: str, value: str, *, written: str = "") -> None:
        """Give the attribute ``name`` this value; a new one is ``written`` so in the source."""
        local = re.escape(name.rpartition(":")[2])
        old = rf"""(\s(?:[^\s:=]+:)?{local})\s*=\s*(?:"[^"]*"|'[^']*')"""
        new = f'="{escape.attribute(value)}"'
        if name in self.attributes:
            self.tag = re.sub(old, lambda found: found[1] + new, self.tag, count=1)
        else:
            at = len(self.tag) - (2 if self.tag.endswith("/>") else 1)
            self.tag = f"{self.tag[:at].rstrip()} {written or name}{new}{self.tag[at:]}"
        self._attributes = {**self.attributes, name: value}

    def write(self, out: list[str]) -> None:
        """Append its characters to ``out``."""
        stack: list[Node | str] = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, Element):
                out.append(node.tag)
                if node.closing:
                    stack.append(node.closing)
                    stack += reversed(node.children)
            elif isinstance(node, str):
                out.append(node)
            else:
                node.write(out)

    def rename(self, local: str) -> None:
        """Give it another name in the same namespace."""
        old = self.name.rpartition(":")[2]
        self.name = self.name.removesuffix(old) + local
        self.tag = re.sub(
            rf"\A(<(?:[^\s:>]+:)?){re.escape(old)}(?=[\s/>])", rf"\g<1>{local}", self.tag
        )
        self.closing = re.sub(rf"{re.escape(old)}(?=\s*>\Z)", local, self.closing)

    def empty(self) -> Element:
        """A new element with the same tags and nothing inside."""
        return Element(self.name, self.tag, self.closing, self._attributes or self._read)

    def elements(self, name: str = "") -> Iterator[Element]:
        """The elements right inside it, of this name or of any."""
        for child in self.children:
            if isinstance(child, Element) and name in ("", child.name):
                yield child

    def first(self, name: str) -> Element | None:
        """The first element of this name right inside it."""
        return next(self.elements(name), None)

    def walk(self) -> Iterator[Element]:
        """All elements inside it, in the order of the document."""
        stack = [self.children[::-1]]
        while stack:
            if not stack[-1]:
                stack.pop()
                continue
            node = stack[-1].pop()
            if isinstance(node, Element):
                yield node
                stack.append(node.children[::-1])

    def index(self, node: Node) -> int:
        """Where ``node`` stands among the children. Raises ``ValueError``."""
        for at, child in enumerate(self.children):
            if child is node:
                return at
        raise ValueError("not a child")

    def insert(self, at: int, *nodes: Node) -> None:
        """Put ``nodes`` before the child that is at ``at``."""
        if nodes and self.tag.endswith("/>"):
            name = self.tag[1:-2].split()[0]
            self.tag, self.closing = self.tag[:-2].rstrip() + ">", f"</{name}>"
        for node in nodes:
            node.parent = self
        self.children[at:at] = nodes

    def append(self, *nodes: Node) -> None:
        """Put ``nodes`` at the end."""
        self.insert(len(self.children), *nodes)

    def before(self, *nodes: Node) -> None:
        """Put ``nodes`` before this element, inside its parent."""
        parent = _parent_of(self)
        parent.insert(parent.index(self), *nodes)

    def after(self, *nodes: Node) -> None:
        """Put ``nodes`` after this element, inside its parent."""
        parent = _parent_of(self)
        parent.insert(parent.index(self) + 1, *nodes)

    def remove(self) -> None:
        """Take this element out of its parent."""
        parent = _parent_of(self)
        del parent.children[parent.index(self)]
        self.parent = None


def _parent_of(node: Node) -> Element:
    if node.parent is None:
        raise ValueError("the root has nothing beside it")
    return node.parent


class Tree:
    """A document: its root, and what stands around it.

    ``prefixes`` is what ``events`` takes. Raises ``InputError`` as that does.
    """

    def __init__(
        self, path: str, source: str, prefixes: Mapping[str, str], *, part: str = ""
    ) -> None:
        self._prefixes = prefixes
        self._placed: list[Node] = []
        self._written: dict[str, str] = {}  # the prefix of the source for one of ours
        top = Element("", "", "", {})
        self._top = top
        inside = top
        at = 0
        for event in events(path, source, prefixes, part=part):
            if event.start > at:
                gap = source[at : event.start]
                if isinstance(event, Piece) and event.cdata:
                    gap = gap.removesuffix(_CDATA)
                gap = gap.removeprefix(_CDATA_END) if _ends_cdata(inside) else gap
                if gap:
                    inside.append(Raw(gap))
            at = event.end
            if isinstance(event, Start):
                tag = source[event.start : event.end]
                element = Element(event.name, tag, "", event, event.start, event.end)
                inside.append(element)
                self._placed.append(element)
                inside = element
            elif isinstance(event, End):
                if event.end > event.start:
                    inside.closing = source[event.start : event.end]
                assert inside.parent is not None
                inside = inside.parent
            elif isinstance(event, Piece):
                raw = source[event.start : event.end]
                text = Text(raw, event.text, event.start, event.end, cdata=event.cdata)
                inside.append(text)
                self._placed.append(text)
            elif isinstance(event, Comment):
                inside.append(Raw(source[event.start : event.end]))
        if at < len(source):
            top.append(Raw(source[at:]))
        self.root = next(top.elements())
        tag = self.root.tag
        scope = declared(tag, 0, len(tag), outermost(prefixes), prefixes)
        self._default = scope.names.get("", "")  # of elements; attributes need a prefix
        for written, short in scope.names.items():
            if written:
                self._written.setdefault(short, written)

    def source(self) -> str:
        """The document as it is now."""
        out: list[str] = []
        for child in self._top.children:
            child.write(out)
        return "".join(out)

    def at(self, offset: int) -> Node | None:
        """The tag or piece of text that the source's code point ``offset`` belongs to.

        None where that is neither: a closing tag, say.
        """
        index = bisect_right(self._placed, offset, key=attrgetter("start")) - 1
        if index < 0 or offset >= self._placed[index].end:
            return None
        return self._placed[index]

    def near(self, offset: int) -> Node:
        """The last tag or piece of text that begins at ``offset`` or before."""
        index = bisect_right(self._placed, offset, key=attrgetter("start")) - 1
        return self._placed[max(0, index)]

    def between(self, start: int, end: int) -> list[Node]:
        """The tags and pieces of text that have characters from ``start`` on and before ``end``."""
        first = max(0, bisect_right(self._placed, start, key=attrgetter("start")) - 1)
        last = bisect_right(self._placed, end - 1, key=attrgetter("start"))
        return [each for each in self._placed[first:last] if each.end > start]

    def cut(self, text: Text, offset: int) -> Text:
        """Cut a piece of text in two before the code point ``offset`` of the source.

        What comes after becomes a piece of its own right behind it, and is the result.
        """
        at = offset - text.start
        if not 0 < at < len(text.source) or text.source != text.text:
            raise ValueError("nothing to cut")
        rest = Text(text.source[at:], text.text[at:], offset, text.end, cdata=text.cdata)
        text.source, text.text, text.end = text.source[:at], text.text[:at], offset
        parent = _parent_of(text)
        parent.insert(parent.index(text) + 1, rest)
        index = bisect_right(self._placed, offset, key=attrgetter("start"))
        self._placed.insert(index, rest)
        return rest

    def new(
        self,
        name: str,
        attributes: Mapping[str, str] | None = None,
        *children: Node,
    ) -> Element:
        """A new element; ``name`` and those of its ``attributes`` as the reader gives them.

        A namespace that the root does not declare is declared by the element.
        """
        attributes = attributes or {}
        declarations: dict[str, str] = {}

        def written(name: str) -> str:
            short, _, local = name.rpartition(":")
            if not short or short == "xml":
                return name
            known = self._written.get(short)
            if known is None:
                declarations[f"xmlns:{short}"] = self.uri(short)
                known = short
            return f"{known}:{local}"

        short, _, local = name.rpartition(":")
        is_default = short == self._default and short not in self._written
        tag = local if is_default else written(name)
        pairs = [(written(key), value) for key, value in attributes.items()]
        pairs = [*declarations.items(), *pairs]
        inner = "".join(f' {key}="{escape.attribute(value)}"' for key, value in pairs)
        if not children:
            return Element(name, f"<{tag}{inner}/>", "", attributes)
        made = Element(name, f"<{tag}{inner}>", f"</{tag}>", attributes)
        made.append(*children)
        return made

    def uri(self, short: str) -> str:
        """The namespace that ``short`` stands for, the one that the root names before others."""
        known = [uri for uri, each in self._prefixes.items() if each == short]
        return next((uri for uri in known if f'"{uri}"' in self.root.tag), known[0])

    def declare(self, short: str) -> str:
        """The prefix of a namespace in the source, which the root declares from now on."""
        if short not in self._written:
            self.root.set(f"xmlns:{short}", self.uri(short))
            self._written[short] = short
        return self._written[short]

    def make_ignorable(self, short: str) -> None:
        """Let readers that do not know a namespace pass over it (ECMA-376 part 3, 7.2)."""
        prefix, compatibility = self.declare(short), self.declare("mc")
        known = self.root.attributes.get("mc:Ignorable", "").split()
        if prefix not in known:
            written = f"{compatibility}:Ignorable"
            self.root.set("mc:Ignorable", " ".join([*known, prefix]), written=written)

    def copy(self, node: Node) -> Node:
        """A new node that is written as ``node`` is."""
        if isinstance(node, Raw):
            return Raw(node.source)
        if isinstance(node, Text):
            return Text(node.source, node.text, cdata=node.cdata)
        assert isinstance(node, Element)
        made = node.empty()
        made.append(*(self.copy(child) for child in node.children))
        return made


def text_of(nodes: Sequence[Node]) -> str:
    """The text of those of ``nodes`` that are text."""
    return "".join(node.text for node in nodes if isinstance(node, Text))


def plain(text: str) -> Text:
    """New text."""
    return Text(escape.content(text), text)


def _ends_cdata(inside: Element) -> bool:
    last = inside.children[-1] if inside.children else None
    return isinstance(last, Text) and last.cdata
