"""Maps a finding in an OpenDocument text to the place where its comment goes.

A comment stands inside a paragraph of the text or of a text box. LibreOffice before 24.8 shows
none in footnotes and none in shapes, so a finding there is reported at the note or the shape,
and one in a header or footer at the first paragraph.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from copylint.core.errors import InputError
from copylint.office.places import PartSpan, shortened
from copylint.office.xml_nodes import Element, XmlNode, XmlText
from copylint.office.xml_tree import XmlTree

# Elements that may hold a comment among their text (schema: paragraph-content-or-hyperlink).
_HOSTS = frozenset(("text:p", "text:h", "text:span", "text:a", "text:meta", "text:ruby-base"))
_PARAGRAPHS = ("text:p", "text:h")
# What a comment stands before, rather than inside, and what its text calls it.
_AROUND = {
    "text:note": "note",
    **dict.fromkeys(("draw:custom-shape", "draw:rect", "draw:ellipse", "draw:circle"), "shape"),
    **dict.fromkeys(("draw:line", "draw:polygon", "draw:path", "draw:caption"), "shape"),
}
_LABELS = ("svg:title", "svg:desc")
# Parts of the text that are no paragraphs of the article.
_APART = frozenset(("office:annotation", "text:tracked-changes", "text:note", *_AROUND))
_SPACES = frozenset(("text:p", "text:h", "text:s", "text:tab", "text:line-break"))


@dataclass(frozen=True, slots=True)
class OdtTarget:
    """Code points of the content, from the node ``first`` to ``last``, or a whole paragraph.

    ``called`` says where the finding really is; "" if a comment can stand there.
    """

    start: int
    end: int
    first: XmlNode
    last: XmlNode
    paragraph: Element | None = None
    called: str = ""


class OdtFileLocator:
    """The places of one file, whose ``styles`` have its headers and footers.

    Raises ``InputError`` if the file has no paragraph to attach a comment to.
    """

    def __init__(self, path: str, content: XmlTree, styles: XmlTree | None) -> None:
        self._content, self._styles = content, styles
        body = content.root.first("office:body")
        self._paragraphs = [] if body is None else list(_paragraphs(body))
        if not self._paragraphs:
            raise InputError(path, "has no paragraph that a comment could be attached to")
        self._numbers = {id(each): at for at, each in enumerate(self._paragraphs, 1)}
        self._starts = [each.start for each in _beside_comments(content.root)]

    def target(self, place: PartSpan) -> OdtTarget:
        """Where a comment on ``place`` goes."""
        if place.part != "content.xml":
            what = self._margin(place)
            return _whole(self._paragraphs[0], f"In the {what}{self._quoted(place)}")
        start, end = place.start, place.end
        first = self._content.near(start if start < end else max(0, start - 1))
        last = self._content.near(end - 1) if start < end else first
        outer = _around(first)
        if outer is not None:
            kind = _AROUND.get(outer.name, "description of a picture")
            article = "the" if kind not in _AROUND.values() else "a"
            called = f"In {article} {kind}{self._quoted(place)}"
            host = _hosted(outer)
            if host is None:
                return _whole(self._nearest(start), called)
            return OdtTarget(host.start, host.end, host, host, called=called)
        hosts = _hosted(first), _hosted(last)
        if hosts[0] is None or hosts[1] is None or _around(last) is not None:
            return _whole(self._nearest(start))
        if hosts[0] is not first:
            start = hosts[0].start
        return OdtTarget(start, end, hosts[0], hosts[1])

    def anchor(self, target: OdtTarget) -> int:
        """Where that begins which a comment on ``target`` stands before."""
        if target.paragraph is None and target.start < target.end:
            return target.start
        offset = target.paragraph.end if target.paragraph is not None else target.start
        index = bisect_left(self._starts, offset)
        return self._starts[index] if index < len(self._starts) else -1

    def called(self, place: PartSpan) -> str:
        """The words at ``place`` and where they are, for a comment elsewhere that mentions them."""
        words = self.words(place)
        if place.part != "content.xml":
            where = f"in the {self._margin(place)}"
        else:
            around = (id(each) for each in self._content.near(place.start).up())
            number = next((self._numbers[each] for each in around if each in self._numbers), None)
            where = f"paragraph {number}" if number else ""
        return f"“{words}”{f' ({where})' if where else ''}" if words else where

    def words(self, place: PartSpan) -> str:
        """The text at ``place``, on one line and not too long."""
        tree = self._content if place.part == "content.xml" else self._styles
        if tree is None:
            return ""
        parts: list[str] = []
        for node in tree.between(place.start, place.end):
            if any(each.name == "office:annotation" for each in node.up()):
                continue
            if isinstance(node, XmlText):
                literal = node.text == node.source
                first, end = max(0, place.start - node.start), place.end - node.start
                parts.append(node.text[first:end] if literal else node.text)
            elif isinstance(node, Element) and node.name in _SPACES:
                parts.append(" ")
        return shortened(" ".join("".join(parts).split()))

    def _quoted(self, place: PartSpan) -> str:
        words = self.words(place)
        return f": “{words}”" if words else ""

    def _margin(self, place: PartSpan) -> str:
        around = self._styles.near(place.start).up() if self._styles is not None else ()
        return "footer" if any("footer" in each.name for each in around) else "header"

    def _nearest(self, offset: int) -> Element:
        """The last paragraph that begins before ``offset``, or the first."""
        before = [each for each in self._paragraphs if each.start <= offset]
        return before[-1] if before else self._paragraphs[0]


def _whole(paragraph: Element, called: str = "") -> OdtTarget:
    return OdtTarget(paragraph.end, paragraph.end, paragraph, paragraph, paragraph, called)


def _around(node: XmlNode) -> Element | None:
    """The outermost element around ``node`` that a comment stands before."""
    found = None
    for each in node.up():
        if each.name in _AROUND:
            found = each
        elif each.name in _LABELS and each.parent is not None:
            found = each.parent
    return found


def _hosted(node: XmlNode) -> XmlNode | None:
    """``node``, or the innermost element around it beside which a comment may stand."""
    found: XmlNode | None = node
    while found is not None and (found.parent is None or found.parent.name not in _HOSTS):
        found = found.parent
    return found


def _paragraphs(body: Element) -> Iterator[Element]:
    """The paragraphs of the text, those in tables and text boxes included."""
    stack = [body]
    while stack:
        element = stack.pop()
        if element.name in _PARAGRAPHS:
            yield element
        if element.name not in _APART:
            stack += reversed(list(element.elements()))


def _beside_comments(root: Element) -> Iterator[XmlNode]:
    """The nodes of a document in order, without comments and what is in them."""
    stack: list[XmlNode] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, Element):
            if node.name == "office:annotation":
                continue
            stack += reversed(node.children)
            if node.name == "office:annotation-end":
                continue
        if node.start >= 0:
            yield node
