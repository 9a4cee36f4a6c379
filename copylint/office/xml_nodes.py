"""Nodes of an XML document that are written out exactly as they were read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from copylint.formats.xml import escape
from copylint.formats.xml.events import Start

_CDATA, _CDATA_END = "<![CDATA[", "]]>"


class XmlNode:
    """A node inside an element. Its characters are code points ``start`` to ``end`` of the
    source; those of an element are its opening tag's. Both are -1 for a new node.
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


class Raw(XmlNode):
    """Characters that are kept as they are: a comment or a processing instruction."""

    __slots__ = ("source",)

    def __init__(self, source: str, start: int = -1, end: int = -1) -> None:
        super().__init__(start, end)
        self.source = source

    def write(self, out: list[str]) -> None:
        """Append its characters to ``out``."""
        out.append(self.source)


class XmlText(XmlNode):
    """A piece of text as it is written: ``source`` is a single reference or contains none.

    With ``cdata`` it is a CDATA section of its own.
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


class Element(XmlNode):
    """An element: ``tag`` and ``closing`` as they are written, ``closing`` empty for ``<a/>``.

    ``name`` has the prefix that the reader was given for its namespace.
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
        self.children: list[XmlNode] = []

    @property
    def attributes(self) -> Mapping[str, str]:
        """Its attributes, parsed on first use."""
        if self._attributes is None:
            read = self._read
            self._attributes = read.attributes() if isinstance(read, Start) else read
        return self._attributes

    def set(self, name: str, value: str, *, written: str = "") -> None:
        """Give the attribute ``name`` this value; the source spells a new one ``written``."""
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
        stack: list[XmlNode | str] = [self]
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
        """Its child elements with this name, or all of them."""
        for child in self.children:
            if isinstance(child, Element) and name in ("", child.name):
                yield child

    def first(self, name: str) -> Element | None:
        """Its first child element with this name."""
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

    def index(self, node: XmlNode) -> int:
        """The index of ``node`` among the children. Raises ``ValueError``."""
        for at, child in enumerate(self.children):
            if child is node:
                return at
        raise ValueError("not a child")

    def insert(self, at: int, *nodes: XmlNode) -> None:
        """Put ``nodes`` before the child at index ``at``."""
        if nodes and self.tag.endswith("/>"):
            name = self.tag[1:-2].split()[0]
            self.tag, self.closing = self.tag[:-2].rstrip() + ">", f"</{name}>"
        for node in nodes:
            node.parent = self
        self.children[at:at] = nodes

    def append(self, *nodes: XmlNode) -> None:
        """Put ``nodes`` at the end."""
        self.insert(len(self.children), *nodes)

    def before(self, *nodes: XmlNode) -> None:
        """Put ``nodes`` before this element, inside its parent."""
        parent = parent_of(self)
        parent.insert(parent.index(self), *nodes)

    def after(self, *nodes: XmlNode) -> None:
        """Put ``nodes`` after this element, inside its parent."""
        parent = parent_of(self)
        parent.insert(parent.index(self) + 1, *nodes)

    def remove(self) -> None:
        """Take this element out of its parent."""
        parent = parent_of(self)
        del parent.children[parent.index(self)]
        self.parent = None


def parent_of(node: XmlNode) -> Element:
    """The element that ``node`` is in. Raises ``ValueError`` if it is the root."""
    if node.parent is None:
        raise ValueError("the root has nothing beside it")
    return node.parent


def text_of(nodes: Sequence[XmlNode]) -> str:
    """The text of those of ``nodes`` that are text."""
    return "".join(node.text for node in nodes if isinstance(node, XmlText))


def plain(text: str) -> XmlText:
    """New text."""
    return XmlText(escape.content(text), text)
