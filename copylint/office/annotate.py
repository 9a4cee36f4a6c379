"""Comments put into a Word file, each at its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile
from typing import TypeVar

from copylint.office.comments import Comments
from copylint.office.places import PartSpan, Target, WordFileLocator
from copylint.office.text_runs import (
    INLINE,
    TRACKED,
    begin_at,
    beginning_at,
    end_at,
    ending_at,
    is_properties,
    spot_of,
)
from copylint.office.word_package import WordPackage
from copylint.office.xml_nodes import Element, text_of
from copylint.office.xml_tree import XmlTree

T = TypeVar("T")

# Elements that are rebuilt as a whole; a comment anchored inside one would be lost with it.
_REMADE = frozenset(("w:fldSimple", "w:sdt", *TRACKED))


@dataclass(frozen=True, slots=True)
class Annotation:
    """A comment on a place; each string is one paragraph.

    ``beside`` lists the other places that it mentions, each with a label.
    """

    place: PartSpan
    paragraphs: tuple[str, ...]
    beside: tuple[tuple[str, PartSpan], ...] = ()


def annotated(path: str, data: bytes, annotations: Iterable[Annotation], when: datetime) -> bytes:
    """The Word file in ``data`` with a comment for each of ``annotations``, dated ``when``.

    Everything else in it is unchanged; without annotations the bytes are the same. Raises
    ``InputError`` if it is not a Word file, or has no room for comments.
    """
    annotations = list(annotations)
    if not annotations:
        return data
    package = WordPackage(path, data)
    places, comments = WordFileLocator(package), Comments(package, when)
    tree = package.tree(package.main)
    # The labels are read before anything is cut.
    made = [
        (annotation, places.target(annotation.place), _beside(annotation, places))
        for annotation in annotations
    ]
    for annotation, target, beside in made:
        called = [target.called] if target.called else []
        id_ = comments.add(
            (*called, *annotation.paragraphs[:1], *beside, *annotation.paragraphs[1:])
        )
        _hang(tree, places, target, id_, comments.styles.reference)
    return package.data()


def _beside(annotation: Annotation, places: WordFileLocator) -> list[str]:
    called = ((text, places.called(place)) for text, place in annotation.beside)
    return [f"{text}: {where}" for text, where in called if where]


def _hang(tree: XmlTree, places: WordFileLocator, target: Target, id_: str, style: str) -> None:
    """Put the marks of the comment ``id_`` around what it is about."""
    begins = tree.new("w:commentRangeStart", {"w:id": id_})
    ends = tree.new("w:commentRangeEnd", {"w:id": id_})
    reference = [tree.new("w:commentReference", {"w:id": id_})]
    if style:
        reference.insert(0, tree.new("w:rPr", {}, tree.new("w:rStyle", {"w:val": style})))
    mark = tree.new("w:r", {}, *reference)
    if target.paragraph is not None:
        properties = target.paragraph.first("w:pPr")
        at = target.paragraph.index(properties) + 1 if properties else 0
        target.paragraph.insert(at, begins)
        target.paragraph.append(ends)
        _hang_up(places, ends, mark)
        return
    start, end = target.start, target.end
    if start == end:
        before = ending_at(tree, end)
        if before is not None:
            _found(end_at(tree, before, end)).after(begins, ends)
        else:
            _found(begin_at(tree, _found(beginning_at(tree, end)), end)).before(begins, ends)
    else:
        first = _found(begin_at(tree, _found(spot_of(_found(tree.at(start)))), start))
        _outward(first, 0).before(begins)
        last = _found(end_at(tree, _found(spot_of(_found(tree.at(end - 1)))), end))
        _outward(last, -1).after(ends)
    _hang_up(places, ends, mark)


def _hang_up(places: WordFileLocator, ends: Element, mark: Element) -> None:
    """Put a comment's reference mark after the mark that ends its words.

    It never goes inside a content control that holds paragraphs: LibreOffice (7.4) drops the
    content before a comment there. Programs find the words by the other two marks.
    """
    control = None
    for around in ends.up():
        properties = around.first("w:sdtPr") if around.name == "w:sdt" else None
        if properties is not None and properties.first("w:docPartObj") is None:
            control = around
    if control is not None and any(each.name == "w:p" for each in _until(ends, control)):
        paragraph = places.beyond(control)
        if paragraph is not None and paragraph.start < control.start:
            paragraph.append(mark)
            return
        if paragraph is not None:
            at = 0
            for at, each in enumerate(paragraph.children, 1):  # after those that came before
                if not isinstance(each, Element) or not (
                    each.name == "w:pPr" or (each.start < 0 and each.first("w:commentReference"))
                ):
                    at -= 1
                    break
            paragraph.insert(at, mark)
            return
    _after_remade(ends).after(mark)


def _until(node: Element, around: Element) -> Iterator[Element]:
    """The elements around ``node`` that are inside ``around``."""
    return takewhile(lambda each: each is not around, node.up())


def _found(what: T | None) -> T:
    """Return ``what``, which exists because the target has already been found."""
    assert what is not None
    return what


def _outward(host: Element, end: int) -> Element:
    """The outermost element of the paragraph that begins (0), or ends (-1), with ``host``.

    A mark outside it covers the same words, and more programs recognise it there.
    """
    while host.parent is not None and host.parent.name in INLINE:
        inside = [each for each in host.parent.elements() if not is_properties(each)]
        if inside[end] is not host:
            break
        host = host.parent
    return host


def _after_remade(mark: Element) -> Element:
    """The node after which a comment anchored at ``mark`` goes.

    It is ``mark``, or the outermost element around it that is rebuilt as a whole, since a
    comment inside would be lost.
    """
    found = mark
    for around in mark.up():
        if around.name == "w:p":
            return _field_end(around, mark) or found
        if around.name in _REMADE:
            found = around
    return found


def _field_end(paragraph: Element, mark: Element) -> Element | None:
    """The run that ends the outermost field of the paragraph whose result ``mark`` is in.

    None if it is in none, or in a link, whose text is never rebuilt.
    """
    instructions: list[str] = []
    depth = 0  # of the outermost field around the mark
    for each in paragraph.walk():
        if each is mark:
            depth = next((at for at, what in enumerate(instructions, 1) if not _is_link(what)), 0)
            if not depth:
                return None
        elif each.name == "w:instrText" and instructions:
            instructions[-1] += text_of(each.children)
        elif each.name == "w:fldChar":
            kind = each.attributes.get("w:fldCharType")
            if kind == "begin":
                instructions.append("")
            elif kind == "end" and instructions:
                if len(instructions) == depth:
                    return _outermost(each)
                instructions.pop()
    return None


def _is_link(instruction: str) -> bool:
    return instruction.split()[:1] in (["HYPERLINK"], [])


def _outermost(element: Element) -> Element:
    """The child of the paragraph that ``element`` is in."""
    found = element
    for around in element.up():
        if around.name == "w:p":
            break
        found = around
    return found
