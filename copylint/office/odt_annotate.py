"""Comments put into an OpenDocument text, each at its words (OASIS OpenDocument 1.3, 14.1).

A comment that the file already has from copylint, in the same words at the same place, is not
put in again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from copylint.core.errors import InputError
from copylint.formats.office.archive import Archive
from copylint.formats.office.odt_styles import PREFIXES
from copylint.formats.office.rewrite import replaced
from copylint.formats.xml.xml_decode import decode, encode
from copylint.office.annotate import Annotation
from copylint.office.comments import AUTHOR, possible
from copylint.office.odt_places import OdtFileLocator, OdtTarget
from copylint.office.xml_nodes import Element, XmlNode, XmlText, parent_of, plain
from copylint.office.xml_tree import XmlTree

_CONTENT, _STYLES = "content.xml", "styles.xml"
_DUBLIN_CORE = {"http://purl.org/dc/elements/1.1/": "dc"}
_COMMENT, _COMMENT_END = "office:annotation", "office:annotation-end"


def annotated_odt(
    path: str, data: bytes, annotations: Iterable[Annotation], when: datetime
) -> tuple[bytes, int]:
    """The OpenDocument text in ``data`` with a comment for each of ``annotations``.

    New comments are dated ``when``; the number says how many are new. Everything else is
    unchanged, and without a new comment so are the bytes. Raises ``InputError`` if the file is
    no OpenDocument text, or has no paragraph.
    """
    archive = Archive(path, data)
    trees = {
        part: XmlTree(path, decode(path, archive.read(part), part), prefixes, part=part)
        for part, prefixes in ((_CONTENT, {**PREFIXES, **_DUBLIN_CORE}), (_STYLES, PREFIXES))
        if part in archive
    }
    if _CONTENT not in trees:
        raise InputError(path, "a zip archive without an OpenDocument text in it")
    tree = trees[_CONTENT]
    places = OdtFileLocator(path, tree, trees.get(_STYLES))
    known = _known(tree)
    # The labels are read before anything is cut.
    made = [
        (places.target(each.place), _paragraphs(each, places))
        for each in dict.fromkeys(annotations)
    ]
    comments = _Comments(tree, when)
    new = 0
    for target, paragraphs in made:
        texts = ([target.called] if target.called else []) + paragraphs
        entry = places.anchor(target), tuple(map(possible, texts))
        if entry not in known:
            known.add(entry)
            comments.hang(target, entry[1])
            new += 1
    if not new:
        return data, 0
    old = archive.read(_CONTENT)
    return replaced(archive, {_CONTENT: encode(tree.source(), old)}), new


def _paragraphs(annotation: Annotation, places: OdtFileLocator) -> list[str]:
    called = ((text, places.called(place)) for text, place in annotation.beside)
    beside = [f"{text}: {where}" for text, where in called if where]
    return [*annotation.paragraphs[:1], *beside, *annotation.paragraphs[1:]]


def _known(tree: XmlTree) -> set[tuple[int, tuple[str, ...]]]:
    """The comments of copylint in the file: what each stands before, and its paragraphs."""
    found: set[tuple[int, tuple[str, ...]]] = set()
    waiting: list[tuple[str, ...]] = []
    stack: list[XmlNode] = [tree.root]
    while stack:
        node = stack.pop()
        if isinstance(node, Element) and node.name == _COMMENT:
            creator = node.first("dc:creator")
            if creator is not None and _text(creator) == AUTHOR:
                waiting.append(tuple(map(_text, node.elements("text:p"))))
            continue
        if isinstance(node, Element):
            stack += reversed(node.children)
            if node.name == _COMMENT_END:
                continue
        if node.start >= 0:
            found.update((node.start, each) for each in waiting)
            waiting.clear()
    found.update((-1, each) for each in waiting)
    return found


def _text(element: Element) -> str:
    """The text inside an element, as a reader sees it."""
    parts: list[str] = []
    stack: list[XmlNode] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, XmlText):
            parts.append(node.text)
        elif isinstance(node, Element):
            stack += reversed(node.children)
            if node.name == "text:s":
                count = node.attributes.get("text:c", "1")
                parts.append(" " * (min(int(count), 1000) if count.isdecimal() else 1))
    return "".join(parts)


class _Comments:
    """Makes the comments of one file, all dated ``when``, and puts them in."""

    def __init__(self, tree: XmlTree, when: datetime) -> None:
        self._tree, self._date = tree, when.strftime("%Y-%m-%dT%H:%M:%S")
        self._taken = {
            each.attributes.get("office:name", "")
            for each in tree.root.walk()
            if each.name == _COMMENT
        }
        self._number = 0

    def hang(self, target: OdtTarget, paragraphs: tuple[str, ...]) -> None:
        """Put a comment before what it is about, and its end after that."""
        if target.paragraph is not None:
            target.paragraph.insert(0, self._comment(paragraphs, ""))
            return
        # An earlier comment may have cut the text that these were in.
        first, last = self._now(target.first, target.start), self._now(target.last, target.end - 1)
        if isinstance(first, XmlText) and first.start < target.start < first.end:
            rest = self._cut(first, target.start)
            last = rest if last is first else last
            first = rest
        if isinstance(last, XmlText) and last.start < target.end < last.end:
            self._cut(last, target.end)
        if target.start == target.end:
            _beside(first, self._comment(paragraphs, ""), after=first.start < target.start)
            return
        name = self._name()
        _beside(first, self._comment(paragraphs, name), after=False)
        _beside(last, self._tree.new(_COMMENT_END, {"office:name": name}), after=True)

    def _now(self, node: XmlNode, offset: int) -> XmlNode:
        """The piece of text that ``offset`` is in now; an element stays itself."""
        return self._tree.near(max(offset, node.start)) if isinstance(node, XmlText) else node

    def _cut(self, text: XmlText, offset: int) -> XmlText:
        """The second half of ``text``, or the whole if it is a reference."""
        return self._tree.cut(text, offset) if text.source == text.text else text

    def _name(self) -> str:
        """A name for a comment that no other has."""
        while True:
            self._number += 1
            name = f"{AUTHOR}{self._number}"
            if name not in self._taken:
                self._taken.add(name)
                return name

    def _comment(self, paragraphs: tuple[str, ...], name: str) -> Element:
        new = self._tree.new
        return new(
            _COMMENT,
            {"office:name": name} if name else {},
            new("dc:creator", {}, plain(AUTHOR)),
            new("dc:date", {}, plain(self._date)),
            *(new("text:p", {}, *self._inline(text)) for text in paragraphs),
        )

    def _inline(self, text: str) -> list[XmlNode]:
        """Text for a paragraph, where a space after another needs an element."""
        parts: list[XmlNode] = []
        kept = ""
        for letter in text:
            if letter == " " and (not kept or kept.endswith(" ")):
                if kept:
                    parts.append(plain(kept))
                parts.append(self._tree.new("text:s"))
                kept = ""
            else:
                kept += letter
        return [*parts, plain(kept)] if kept else parts


def _beside(node: XmlNode, new: Element, *, after: bool) -> None:
    parent = parent_of(node)
    parent.insert(parent.index(node) + after, new)
