"""An XML document as a tree that keeps the source text of everything left unchanged.

Every node keeps the characters that it was read from, so that untouched nodes stay the same
to the last space. Every node also knows its place in the source, so that a place in the source
leads to a node even after that node has been moved, wrapped or cut in two.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from operator import attrgetter

from copylint.formats.xml import escape
from copylint.formats.xml.event_reader import events
from copylint.formats.xml.events import CharacterData, End, Start, XmlComment, declared, outermost
from copylint.office.xml_nodes import Element, Raw, XmlNode, XmlText, parent_of

_CDATA, _CDATA_END = "<![CDATA[", "]]>"


class XmlTree:
    """A document: its root, and the nodes around it.

    ``prefixes`` is the same as for ``events``. Raises ``InputError`` as ``events`` does.
    """

    def __init__(
        self, path: str, source: str, prefixes: Mapping[str, str], *, part: str = ""
    ) -> None:
        self._prefixes = prefixes
        self._placed: list[XmlNode] = []
        self._written: dict[str, str] = {}  # the source's prefix for each of ours
        top = Element("", "", "", {})
        self._top = top
        inside = top
        at = 0
        for event in events(path, source, prefixes, part=part):
            if event.start > at:
                gap = source[at : event.start]
                if isinstance(event, CharacterData) and event.cdata:
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
            elif isinstance(event, CharacterData):
                raw = source[event.start : event.end]
                text = XmlText(raw, event.text, event.start, event.end, cdata=event.cdata)
                inside.append(text)
                self._placed.append(text)
            elif isinstance(event, XmlComment):
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

    def at(self, offset: int) -> XmlNode | None:
        """The tag or piece of text that the source's code point ``offset`` belongs to.

        None if it belongs to neither: to a closing tag, for example.
        """
        index = bisect_right(self._placed, offset, key=attrgetter("start")) - 1
        if index < 0 or offset >= self._placed[index].end:
            return None
        return self._placed[index]

    def near(self, offset: int) -> XmlNode:
        """The last tag or piece of text that begins at or before ``offset``."""
        index = bisect_right(self._placed, offset, key=attrgetter("start")) - 1
        return self._placed[max(0, index)]

    def between(self, start: int, end: int) -> list[XmlNode]:
        """The tags and pieces of text with characters between ``start`` and ``end``."""
        first = max(0, bisect_right(self._placed, start, key=attrgetter("start")) - 1)
        last = bisect_right(self._placed, end - 1, key=attrgetter("start"))
        return [each for each in self._placed[first:last] if each.end > start]

    def cut(self, text: XmlText, offset: int) -> XmlText:
        """Cut a piece of text in two before the code point ``offset`` of the source.

        The second half becomes a piece of its own right after the first, and is returned.
        """
        at = offset - text.start
        if not 0 < at < len(text.source) or text.source != text.text:
            raise ValueError("nothing to cut")
        rest = XmlText(text.source[at:], text.text[at:], offset, text.end, cdata=text.cdata)
        text.source, text.text, text.end = text.source[:at], text.text[:at], offset
        parent = parent_of(text)
        parent.insert(parent.index(text) + 1, rest)
        index = bisect_right(self._placed, offset, key=attrgetter("start"))
        self._placed.insert(index, rest)
        return rest

    def new(
        self,
        name: str,
        attributes: Mapping[str, str] | None = None,
        *children: XmlNode,
    ) -> Element:
        """A new element; its ``name`` and ``attributes`` are spelt as the reader gives them.

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
        """The namespace of the prefix ``short``, preferring one that the root declares."""
        known = [uri for uri, each in self._prefixes.items() if each == short]
        return next((uri for uri in known if f'"{uri}"' in self.root.tag), known[0])

    def declare(self, short: str) -> str:
        """The source's prefix for a namespace; the root declares it if it does not yet."""
        if short not in self._written:
            self.root.set(f"xmlns:{short}", self.uri(short))
            self._written[short] = short
        return self._written[short]

    def make_ignorable(self, short: str) -> None:
        """Let readers that do not know a namespace ignore it (ECMA-376 part 3, 7.2)."""
        prefix, compatibility = self.declare(short), self.declare("mc")
        known = self.root.attributes.get("mc:Ignorable", "").split()
        if prefix not in known:
            written = f"{compatibility}:Ignorable"
            self.root.set("mc:Ignorable", " ".join([*known, prefix]), written=written)

    def copy(self, node: XmlNode) -> XmlNode:
        """A new node that is written as ``node`` is."""
        if isinstance(node, Raw):
            return Raw(node.source)
        if isinstance(node, XmlText):
            return XmlText(node.source, node.text, cdata=node.cdata)
        assert isinstance(node, Element)
        made = node.empty()
        made.append(*(self.copy(child) for child in node.children))
        return made


def _ends_cdata(inside: Element) -> bool:
    last = inside.children[-1] if inside.children else None
    return isinstance(last, XmlText) and last.cdata
