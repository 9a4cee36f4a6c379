"""Runs: stretches of a paragraph with the same formatting, cut where a mark begins or ends."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copylint.office.xml_nodes import Element, Raw, XmlNode, XmlText, text_of
from copylint.office.xml_tree import XmlTree

#: Elements allowed between a paragraph and its runs; each may hold comments and changes.
INLINE = frozenset(
    f"w:{name}"
    for name in (
        "hyperlink",
        "smartTag",
        "customXml",
        "fldSimple",
        "sdtContent",
        "sdt",
        "dir",
        "bdo",
        "ins",
        "del",
        "moveFrom",
        "moveTo",
    )
)
#: Tracked changes already in the file.
TRACKED = frozenset(("w:ins", "w:del", "w:moveFrom", "w:moveTo"))

_PROPERTIES = re.compile(r"w:\w+Pr\Z")
_WHITESPACE = " \t\r\n"
_SPACE_ENDS = re.compile(r"\A\s|\s\Z")


@dataclass(frozen=True, slots=True)
class CharacterPosition:
    """The position of a character in a paragraph.

    ``host`` is the run, or the element in its place, directly in the paragraph or in elements
    between them; ``inner`` is the node in the run that holds the character; ``text`` is its
    piece of text, if it is the run's own text. ``boxed``: it is in a text box.
    """

    paragraph: Element
    host: Element | None
    inner: XmlNode | None = None
    text: XmlText | None = None
    boxed: bool = False


def spot_of(node: XmlNode, *, inside: bool = False) -> CharacterPosition | None:
    """The position of ``node``; None if it is not in a paragraph.

    A node in a text box has the position of the box, unless ``inside`` asks for its own.
    """
    path = [node, *node.up()][::-1]
    paragraphs = [at for at, each in enumerate(path) if _is(each, "w:p")]
    if not paragraphs:
        return None
    start = paragraphs[-1 if inside else 0]
    paragraph = path[start]
    assert isinstance(paragraph, Element)
    boxed = any(_is(each, "w:txbxContent") for each in path[start:])
    at = start + 1
    while at < len(path) and _is(path[at], *INLINE):
        at += 1
    host = path[at] if at < len(path) else path[-1]
    if isinstance(host, Element) and is_properties(host):
        host = host.parent or host  # the whole of a content control, for example
    if not isinstance(host, Element) or host is paragraph:
        return CharacterPosition(paragraph, None, boxed=boxed)
    if host.name == "w:sdtContent":
        host = host.parent or host
    if host.name != "w:r" or at + 1 >= len(path):
        return CharacterPosition(paragraph, host, boxed=boxed)
    inner = path[at + 1]
    text = path[-1] if len(path) == at + 3 and isinstance(path[-1], XmlText) else None
    if text is not None and not _is(inner, "w:t", "w:delText"):
        text = None
    return CharacterPosition(paragraph, host, inner, text, boxed)


def ending_at(tree: XmlTree, offset: int, *, inside: bool = False) -> CharacterPosition | None:
    """The position of the character that ends right before ``offset``, if there is one."""
    node = tree.at(offset - 1) if offset else None
    return _character(node, inside=inside)


def beginning_at(tree: XmlTree, offset: int, *, inside: bool = False) -> CharacterPosition | None:
    """The position of the character that begins at ``offset``, if there is one."""
    return _character(tree.at(offset), inside=inside)


def _character(node: XmlNode | None, *, inside: bool) -> CharacterPosition | None:
    spot = spot_of(node, inside=inside) if node is not None else None
    if spot is None or spot.host is None:
        return None
    if isinstance(node, XmlText):
        return spot if spot.text is node or not inside else None
    return spot if spot.inner is node and not _is(spot.inner, "w:t", "w:rPr") else None


def _is(node: XmlNode | None, *names: str) -> bool:
    return isinstance(node, Element) and node.name in names


def is_properties(element: Element) -> bool:
    """Whether the element holds properties of its parent rather than content."""
    return _PROPERTIES.match(element.name) is not None


def begin_at(tree: XmlTree, spot: CharacterPosition, offset: int) -> Element | None:
    """Cut the run so that one begins with the character at ``offset``, which is in ``spot``.

    Return the element that begins there; None if the paragraph itself does.
    """
    spot = _apart(tree, spot, offset)
    if spot.host is None or spot.inner is None:
        return spot.host
    inner = spot.inner
    if spot.text is not None:
        text = spot.text
        if offset > text.start and text.text == text.source:
            text = tree.cut(text, offset)
        assert isinstance(inner, Element)
        inner = _parted(inner, inner.index(text))
    return _parted_run(tree, spot.host, spot.host.index(inner))


def end_at(tree: XmlTree, spot: CharacterPosition, offset: int) -> Element | None:
    """Cut the run so that one ends before ``offset``, the character before it being in ``spot``.

    Return the element that ends there; None if ``spot`` has no run.
    """
    spot = _apart(tree, spot, offset - 1)
    host = spot.host
    if host is None or spot.inner is None:
        return host
    inner = spot.inner
    if spot.text is not None:
        text = spot.text
        if offset < text.end and text.text == text.source:
            tree.cut(text, offset)
        assert isinstance(inner, Element)
        _parted(inner, inner.index(text) + 1)
    _parted_run(tree, host, host.index(inner) + 1)
    return host


def _apart(tree: XmlTree, spot: CharacterPosition, character: int) -> CharacterPosition:
    """Move ignored spaces into a ``w:t`` of their own, so that they stay ignored.

    They are the spaces at the ends of a ``w:t`` that does not say that its spaces are kept.
    Return the new position of the character at ``character``, which was at ``spot``.
    """
    element = spot.inner
    if spot.text is None or not isinstance(element, Element):
        return spot
    if any("xml:space" in each.attributes for each in (element, *element.up())):
        return spot
    for at in (-1, 0):
        text = element.children[at]
        if not isinstance(text, XmlText) or text.text != text.source:
            continue
        rest = text.text.rstrip(_WHITESPACE) if at else text.text.lstrip(_WHITESPACE)
        if 0 < len(rest) < len(text.text):
            tree.cut(text, text.start + len(rest) if at else text.end - len(rest))
        elif rest or len(element.children) == 1:
            continue
        other = element.empty()
        element.after(other)
        moved = element.children[-1:] if at else element.children[1:]
        del element.children[-len(moved) :]
        other.append(*moved)
        element = element if at else other
    node = tree.at(character)
    return (spot_of(node, inside=True) if node is not None else None) or spot


def _parted(element: Element, at: int) -> Element:
    """Split a ``w:t`` before the child at ``at``; return the one that begins there."""
    if at == 0 or at == len(element.children):
        return element
    rest = element.empty()
    moved = element.children[at:]
    del element.children[at:]
    rest.append(*moved)
    element.after(rest)
    keep_spaces(element)
    keep_spaces(rest)
    return rest


def _parted_run(tree: XmlTree, run: Element, at: int) -> Element:
    """Split a run before the child at ``at``; return the one that begins there.

    Both have the run's properties. A run that would be empty is not made.
    """
    first = 0
    properties = run.first("w:rPr")
    while first < len(run.children) and (
        run.children[first] is properties or isinstance(run.children[first], (Raw, XmlText))
    ):
        first += 1
    moved = run.children[at:]
    if at <= first or not any(isinstance(each, Element) for each in moved):
        return run
    rest = run.empty()
    if properties is not None:
        rest.append(tree.copy(properties))
    del run.children[at:]
    rest.append(*moved)
    run.after(rest)
    return rest


def keep_spaces(text: Element) -> None:
    """Make spaces at the ends of a ``w:t`` count; by default they are ignored."""
    if "xml:space" not in text.attributes and _SPACE_ENDS.search(text_of(text.children)):
        text.set("xml:space", "preserve")
