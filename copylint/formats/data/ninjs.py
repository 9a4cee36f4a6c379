"""IPTC ninjs, versions 1 to 3: which members of a news item are prose, and of what kind.

Follows the schemas at https://github.com/iptc/newsinjson. Version 1 has one member for each
representation (``body_text``, ``body_xhtml``), later ones have lists (``bodies``); an item is
read in one representation, the one with markup. Names are compared without regard to case,
since version 3 changed their case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from copylint.core.blocks import BlockKind
from copylint.formats.data.value_tree import Keys, ValueNode

_PICTURES = frozenset(("picture", "photo", "graphic", "video", "audio", "animation"))
_NEEDED = frozenset(("uri", "versioncreated", "representationtype", "$standard", "standard"))
_CONTENT = re.compile(
    r"(?:body|description|headline)_\w+|bodies|headlines?|descriptions|associations|renditions"
)
_TAG = re.compile(r"<[^<>]*>")
_LIKE_HTML = re.compile(r"\s*<\w[^<>]*>.*</", re.DOTALL)


class NinjsText(NamedTuple):
    """A text of an item: ``kind`` is None for its body."""

    node: ValueNode
    kind: BlockKind | None
    markup: str


class NinjsItem(NamedTuple):
    """A news item: the keys that lead to it, its language (empty if not given) and its texts."""

    keys: Keys
    language: str
    texts: list[NinjsText]


def items(root: ValueNode) -> list[NinjsItem]:
    """The news items of a file: one, a list of them, or a table that holds such a list.

    Empty if it is not a ninjs file. Items that accompany another (``associations``) belong to
    it, except those that are text: they are articles of their own.
    """
    for start in _starts(root):
        found = [each for keys, node in start for each in _items(keys, node)]
        if found:
            return found
    return []


def _starts(root: ValueNode) -> Iterator[list[tuple[Keys, ValueNode]]]:
    """The places where items may be; the one nearest to the root counts."""
    yield [((), root)]
    yield [((key,), node) for key, node in root.members if isinstance(key, int)]
    for name, node in root.members:
        yield [((name, key), each) for key, each in node.members if isinstance(key, int)]


def _items(keys: Keys, node: ValueNode) -> Iterator[NinjsItem]:
    if not _is_item(node):
        return
    waiting: list[tuple[Keys, ValueNode]] = [(keys, node)]
    while waiting:
        keys, node = waiting.pop(0)
        members = _named(node)
        language = members["language"].text.strip() if "language" in members else ""
        found = NinjsItem(keys, language, list(_texts(members, _type(members))))
        at = len(waiting)
        for inner_keys, inner in _associated(keys, members):
            inner_members = _named(inner)
            kind = _type(inner_members)
            if kind in _PICTURES:
                found.texts.extend(_texts(inner_members, kind))
            else:
                waiting.insert(at, (inner_keys, inner))
                at += 1
        yield found


def _is_item(node: ValueNode) -> bool:
    names = {key.lower() for key, _ in node.members if isinstance(key, str)}
    return not names.isdisjoint(_NEEDED) and any(map(_CONTENT.fullmatch, names))


def _named(node: ValueNode) -> dict[str, ValueNode]:
    return {key.lower(): member for key, member in node.members if isinstance(key, str)}


def _type(members: dict[str, ValueNode]) -> str:
    return members["type"].text.lower() if "type" in members else ""


def _associated(keys: Keys, members: dict[str, ValueNode]) -> Iterator[tuple[Keys, ValueNode]]:
    if "associations" in members:
        for key, node in members["associations"].members:
            yield (*keys, "associations", key), node


def _texts(members: dict[str, ValueNode], kind: str) -> Iterator[NinjsText]:
    """The texts of an item in the order in which they are read."""
    picture = kind in _PICTURES
    headline = BlockKind.IMAGE_TITLE if picture else BlockKind.HEADLINE
    for text in _distinct([*_family(members, "headline"), *_listed(members, "headlines")]):
        yield text._replace(kind=headline)
    for text in _distinct([*_family(members, "subheadline"), *_listed(members, "subheadlines")]):
        yield text._replace(kind=BlockKind.STANDFIRST)
    if not picture:
        yield from _plain(members, "byline", BlockKind.BYLINE)
        yield from _plain(members, "by", BlockKind.BYLINE)
        yield from _plain(members, "located", BlockKind.DATELINE)
    described = BlockKind.CAPTION if picture else BlockKind.STANDFIRST
    descriptions = [*_family(members, "description"), *_listed(members, "descriptions")]
    for text in _distinct(descriptions):
        is_caption = text.node is members.get("description_caption")
        yield text._replace(kind=BlockKind.CAPTION if is_caption else described)
    yield from [*_family(members, "body"), *_listed(members, "bodies")][:1]
    yield from _plain(members, "caption", BlockKind.CAPTION)
    yield from _plain(members, "alttext", BlockKind.ALT_TEXT)
    if picture:
        yield from _plain(members, "byline", BlockKind.CREDIT)
        yield from _plain(members, "by", BlockKind.CREDIT)
    yield from _plain(members, "creditline", BlockKind.CREDIT)
    if "renditions" in members:
        for _, rendition in members["renditions"].members:
            yield from _texts_of_rendition(_named(rendition))


def _plain(members: dict[str, ValueNode], name: str, kind: BlockKind) -> Iterator[NinjsText]:
    if name in members and members[name].pieces:
        yield NinjsText(members[name], kind, "plain")


def _texts_of_rendition(members: dict[str, ValueNode]) -> Iterator[NinjsText]:
    for name, node in members.items():
        if node.pieces and (name == "caption" or name.startswith("description_")):
            yield NinjsText(node, BlockKind.CAPTION, "html" if "html" in name else "plain")
        elif node.pieces and name == "alttext":
            yield NinjsText(node, BlockKind.ALT_TEXT, "plain")


def _family(members: dict[str, ValueNode], stem: str) -> list[NinjsText]:
    """Version 1: ``body_text``, ``body_xhtml`` …, those with markup first."""
    found = []
    for name, node in members.items():
        if node.pieces and (name == stem or name.startswith(f"{stem}_")):
            markup = _markup(name.removeprefix(stem), node)
            if markup:
                found.append(NinjsText(node, None, markup))
    return sorted(found, key=lambda text: text.markup != "html")


def _listed(members: dict[str, ValueNode], name: str) -> list[NinjsText]:
    """Versions 2 and 3: a list of tables with ``value``, ``role`` and ``contenttype``."""
    found = []
    for _, entry in members[name].members if name in members else ():
        inner = _named(entry)
        value = inner.get("value")
        if value is not None and value.pieces:
            said = inner["contenttype"].text if "contenttype" in inner else ""
            markup = _markup(said.lower(), value)
            if markup:
                found.append(NinjsText(value, None, markup))
    return sorted(found, key=lambda text: text.markup != "html")


def _markup(said: str, node: ValueNode) -> str:
    """The format of a text's markup, if it can be read; else empty."""
    if "html" in said:
        return "html"
    if "nitf" in said or "xml" in said or "json" in said:
        return ""
    if "text" in said and "html" not in said:
        return "plain"
    return "html" if _LIKE_HTML.match(node.text) else "plain"


def _distinct(texts: list[NinjsText]) -> Iterator[NinjsText]:
    """``texts`` without those that repeat an earlier one in other markup."""
    said = set()
    for text in texts:
        words = " ".join(_TAG.sub(" ", text.node.text).split())
        if words and words not in said:
            said.add(words)
            yield text
