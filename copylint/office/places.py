"""Maps a finding to the place in the main text where its comment goes.

Word shows comments only in the main text: those in headers, footers, footnotes, endnotes and
text boxes it ignores ([MS-OI29500], 2.1.315). A finding there is reported at its anchor in the
main text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copylint.core.errors import InputError
from copylint.office import ooxml_names as names
from copylint.office.text_runs import beginning_at, ending_at, spot_of
from copylint.office.word_package import WordPackage
from copylint.office.xml_nodes import Element, XmlText
from copylint.office.xml_tree import XmlTree

#: The most code points of a place that are quoted before they are cut short.
_QUOTED = 120
_NOTES = {names.FOOTNOTES: "footnote", names.ENDNOTES: "endnote"}
_LIKE = {"w:p": " ", "w:tab": " ", "w:br": " ", "w:cr": " ", "w:noBreakHyphen": "-"}
_MARGINS = {names.HEADER: "header", names.FOOTER: "footer"}


@dataclass(frozen=True, slots=True)
class PartSpan:
    """Code points ``start`` to ``end`` of a part's decoded XML."""

    part: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the main text: code points of its source, or a whole paragraph.

    ``called`` says where the finding really is; "" if it is in the main text itself.
    """

    start: int
    end: int
    paragraph: Element | None = None
    called: str = ""


class WordFileLocator:
    """The places of one Word file.

    Raises ``InputError`` if the file has no paragraph to attach a comment to.
    """

    def __init__(self, package: WordPackage) -> None:
        self._package = package
        self._main = package.tree(package.main)
        body = self._main.root.first("w:body")
        self._paragraphs = [] if body is None else list(_paragraphs(body))
        self._numbers = {id(each): at for at, each in enumerate(self._paragraphs, 1)}
        if not self._paragraphs:
            raise InputError(package.path, "has no paragraph that a comment could be attached to")
        self._notes: dict[tuple[str, str], tuple[int, Element]] = {}
        for kind, note in _NOTES.items():
            found = (each for each in self._main.root.walk() if each.name == f"w:{note}Reference")
            for number, each in enumerate(found, 1):
                key = kind, each.attributes.get("w:id", "")
                self._notes.setdefault(key, (number, each))
        self._beyond: dict[int, Element | None] = {}
        self._kinds = {each.target: each for each in package.relationships(package.main)}

    def target(self, place: PartSpan) -> Target:
        """Where a comment on ``place`` goes."""
        if place.part == self._package.main:
            return self._in_text(place)
        relationship = self._kinds.get(place.part)
        kind = relationship.kind if relationship else ""
        if kind in _NOTES:
            return self._at_note(place, kind)
        if kind in _MARGINS and relationship is not None:
            paragraph = self._first_with(kind, relationship.id)
            return _whole(paragraph, f"In the {_MARGINS[kind]}{self._quoted(place)}")
        return _whole(self._paragraphs[0], self._quoted(place).removeprefix(": "))

    def beyond(self, control: Element) -> Element | None:
        """The next paragraph after a content control, or the one before it if there is none."""
        key = id(control)
        if key not in self._beyond:
            apart = (each for each in self._paragraphs if control not in list(each.up()))
            before = None
            self._beyond[key] = None
            for each in apart:
                if each.start > control.start:
                    self._beyond[key] = each
                    break
                before = each
            self._beyond[key] = self._beyond[key] or before
        return self._beyond[key]

    def called(self, place: PartSpan) -> str:
        """The words at ``place`` and where they are, for a comment elsewhere that mentions them."""
        words = self.words(place)
        where = ""
        if place.part != self._package.main:
            where = self.target(place).called.partition(":")[0]
            where = where[:1].lower() + where[1:]
        else:
            spot = spot_of(self._main.near(place.start))
            number = self._numbers.get(id(spot.paragraph)) if spot else None
            where = f"paragraph {number}" if number else ""
        return f"“{words}”{' (' + where + ')' if where else ''}" if words else where

    def words(self, place: PartSpan) -> str:
        """The text at ``place``, on one line and not too long."""
        if place.part not in self._package:
            return ""
        return shortened(_words(self._package.tree(place.part), place))

    def _quoted(self, place: PartSpan) -> str:
        words = self.words(place)
        return f": “{words}”" if words else ""

    def _in_text(self, place: PartSpan) -> Target:
        tree = self._main
        start, end = place.start, place.end
        first = tree.at(start)
        if start == end:  # an empty span, which is where a character ends
            before, after = ending_at(tree, start), beginning_at(tree, start)
            if before is None and after is not None and not after.boxed:
                return _whole(after.paragraph)
            spots = [before or after]
        else:
            ends = (first, tree.at(end - 1))
            spots = [spot_of(each) if each is not None else None for each in ends]
        if any(each is None or each.host is None for each in spots):
            return _whole(self._nearest(start))
        if any(each is not None and each.boxed for each in spots):
            return Target(start, end, called=f"In a text box{self._quoted(place)}")
        if isinstance(first, Element) and first.start < start < end:
            words = " ".join(first.tag[start - first.start : end - first.start].split())
            return Target(start, end, called=f"In the description of a picture: “{words}”")
        return Target(start, end)

    def _nearest(self, offset: int) -> Element:
        """The first paragraph that begins at ``offset`` or after it, else the last."""
        later = (each for each in self._paragraphs if each.start >= offset)
        return next(later, self._paragraphs[-1])

    def _at_note(self, place: PartSpan, kind: str) -> Target:
        tree = self._package.tree(place.part)
        name = f"w:{_NOTES[kind]}"
        node = tree.near(place.start)
        note = next((each for each in node.up() if each.name == name), None)
        known = self._notes.get((kind, note.attributes.get("w:id", ""))) if note else None
        spot = spot_of(known[1]) if known else None
        if known is None or spot is None or spot.host is None:
            return _whole(self._paragraphs[0], f"In {_a(_NOTES[kind])}{self._quoted(place)}")
        number, reference = known
        called = f"In {_NOTES[kind]} {number}{self._quoted(place)}"
        return Target(reference.start, reference.end, called=called)

    def _first_with(self, kind: str, id_: str) -> Element:
        """The first paragraph of the first section that has this header or footer."""
        first = self._paragraphs[0]
        for each in self._paragraphs:
            properties = each.first("w:pPr")
            section = properties.first("w:sectPr") if properties else None
            if section is None:
                continue
            named = (one.attributes.get("r:id") for one in section.elements(f"w:{kind}Reference"))
            if id_ in named:
                return first
            after = self._paragraphs[self._numbers[id(each)] :]
            first = after[0] if after else first
        return first


def shortened(words: str) -> str:
    """Quoted words, cut short if they are too long for a comment."""
    return words if len(words) <= _QUOTED else words[: _QUOTED - 1].rstrip() + "…"


def _whole(paragraph: Element, called: str = "") -> Target:
    return Target(paragraph.start, paragraph.start, paragraph, called)


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _paragraphs(body: Element) -> Iterator[Element]:
    """The paragraphs of the text, those in tables included, those in text boxes not."""
    stack = [body]
    while stack:
        element = stack.pop()
        if element.name == "w:p":
            yield element
        else:
            stack += reversed(list(element.elements()))


def _words(tree: XmlTree, place: PartSpan) -> str:
    """The text of a place, as a reader sees it."""
    parts: list[str] = []
    for node in tree.between(place.start, place.end):
        if isinstance(node, XmlText):
            if node.parent is not None and node.parent.name == "w:t":
                if node.text == node.source:
                    first = max(0, place.start - node.start)
                    parts.append(node.text[first : place.end - node.start])
                else:  # a reference
                    parts.append(node.text)
        elif isinstance(node, Element):
            parts.append(_LIKE.get(node.name, ""))
    return " ".join("".join(parts).split())
