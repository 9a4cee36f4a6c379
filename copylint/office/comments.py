"""The comments of a Word file: their text, and their entries in other parts.

``comments.xml`` holds the text. Where Word keeps threads, identities and dates of comments in
separate parts ([MS-DOCX], 2.5.2.2 and 2.5.2.4 to 2.5.2.6), a new comment is entered there
too; otherwise those parts are not needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count

from copylint.core.errors import InputError
from copylint.office import ooxml_names as names
from copylint.office.word_package import WordPackage
from copylint.office.xml_nodes import Element, plain
from copylint.office.xml_tree import XmlTree

AUTHOR, INITIALS = "copylint", "cl"
# Ids are numbers of 31 bits; some programs give them at random.
_ROOM = 2**30
# Characters that XML cannot hold; a message may quote them.
_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: Word opens no file with more ([MS-OI29500], 2.1.315).
MOST_COMMENTS = 32_767

_EMPTY = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="{}"/>'


def possible(text: str) -> str:
    """``text`` with a replacement for each character that XML cannot hold."""
    return _IMPOSSIBLE.sub("\ufffd", text)


@dataclass(frozen=True, slots=True)
class CommentStyles:
    """The ids of the styles of comments; "" if the file has no style of that name."""

    text: str
    reference: str


class Comments:
    """The comments of ``package``, ready to take new ones, all dated ``when``."""

    def __init__(self, package: WordPackage, when: datetime) -> None:
        self._package, self._when = package, when
        part = package.related(package.main, names.COMMENTS)
        if part is None or part not in package:
            source = _EMPTY.format(package.tree(package.main).uri("w"))
            part = package.add(
                "word/comments.xml",
                names.COMMENTS_TYPE,
                source,
                of=package.main,
                kind=names.COMMENTS,
            )
        self._tree = package.tree(part)
        self._extended = self._part(names.COMMENTS_EXTENDED)
        self._ids = self._part(names.COMMENTS_IDS)
        self._extensible = self._part(names.COMMENTS_EXTENSIBLE)
        self.styles = _styles(package)
        known = [each.attributes.get("w:id", "") for each in self._tree.root.elements("w:comment")]
        marks = package.tree(package.main).root.walk()
        known += (
            each.attributes.get("w:id", "") for each in marks if each.name.startswith("w:comment")
        )
        self._ids_left = free_ids(known, 0)
        self._count = len(set(known))
        self._hexes = _Hexes(package, [package.main, part])

    def _part(self, kind: str) -> XmlTree | None:
        part = self._package.related(self._package.main, kind)
        return self._package.tree(part) if part is not None and part in self._package else None

    def add(self, paragraphs: Sequence[str]) -> str:
        """Add a comment and return its id. Raises ``InputError`` if Word would not open so many."""
        if self._count >= MOST_COMMENTS:
            raise InputError(
                self._package.path,
                f"would have more than {MOST_COMMENTS:,} comments, the most that Word opens; "
                "select fewer rules",
            )
        id_ = next(self._ids_left)
        self._count += 1
        tree = self._tree
        tells = self._extended or self._ids or self._extensible
        date = self._when.strftime("%Y-%m-%dT%H:%M:%SZ")
        made = [self._paragraph(text, first=not at) for at, text in enumerate(paragraphs)]
        if tells:
            tree.make_ignorable("w14")
            paragraph_id = self._hexes.fresh()
            made[-1] = self._paragraph(paragraphs[-1], first=len(made) == 1, id_=paragraph_id)
            self._enter(paragraph_id)
        attributes = {"w:id": id_, "w:author": AUTHOR, "w:date": date, "w:initials": INITIALS}
        tree.root.append(tree.new("w:comment", attributes, *made))
        return id_

    def _enter(self, paragraph: str) -> None:
        """Enter the comment whose last paragraph has this id in the other parts."""
        durable = self._hexes.fresh()
        if self._extended:
            tree = self._extended
            tree.root.append(tree.new("w15:commentEx", {"w15:paraId": paragraph, "w15:done": "0"}))
        if self._ids:
            tree = self._ids
            tree.root.append(
                tree.new(
                    "w16cid:commentId", {"w16cid:paraId": paragraph, "w16cid:durableId": durable}
                )
            )
        if self._extensible and self._ids:
            tree = self._extensible
            utc = self._when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            tree.root.append(
                tree.new(
                    "w16cex:commentExtensible",
                    {"w16cex:durableId": durable, "w16cex:dateUtc": utc},
                )
            )

    def _paragraph(self, text: str, *, first: bool, id_: str = "") -> Element:
        tree, parts = self._tree, list[Element]()
        if self.styles.text:
            style = tree.new("w:pStyle", {"w:val": self.styles.text})
            parts.append(tree.new("w:pPr", {}, style))
        if first:
            mark = [tree.new("w:annotationRef")]
            if self.styles.reference:
                style = tree.new("w:rStyle", {"w:val": self.styles.reference})
                mark.insert(0, tree.new("w:rPr", {}, style))
            parts.append(tree.new("w:r", {}, *mark))
        words = tree.new("w:t", {"xml:space": "preserve"}, plain(possible(text)))
        parts.append(tree.new("w:r", {}, words))
        return tree.new("w:p", {"w14:paraId": id_} if id_ else {}, *parts)


def free_ids(taken: Iterable[str], first: int) -> Iterator[str]:
    """Ids from ``first`` on that are not ``taken``; they follow all of those if there is room."""
    numbers = {int(each) for each in taken if each.isdecimal()}
    last = max(numbers, default=first - 1)
    for number in count(last + 1 if last < _ROOM else first):
        if number not in numbers:
            yield str(number)


class _Hexes:
    """Numbers of eight hexadecimal digits, below 80000000, that nothing else in the file has."""

    def __init__(self, package: WordPackage, parts: Sequence[str]) -> None:
        self._taken = {
            value.upper()
            for part in parts
            for element in package.tree(part).root.walk()
            for name, value in element.attributes.items()
            if name.endswith(("paraId", "durableId", "textId"))
        }
        self._last = 0x4C000000

    def fresh(self) -> str:
        """A number that has not been used."""
        self._last += 1
        while f"{self._last:08X}" in self._taken:
            self._last += 1
        return f"{self._last:08X}"


def _styles(package: WordPackage) -> CommentStyles:
    part = package.related(package.main, names.STYLES)
    ids: dict[str, str] = {}
    if part is not None and part in package:
        for style in package.tree(part).root.elements("w:style"):
            name = style.first("w:name")
            if name is not None:
                called = name.attributes.get("w:val", "").lower()
                ids.setdefault(called, style.attributes.get("w:styleId", ""))
    return CommentStyles(ids.get("annotation text", ""), ids.get("annotation reference", ""))
