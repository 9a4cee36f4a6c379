"""Word files for tests: made of little, and read again with another XML parser than ours."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PR = "http://schemas.openxmlformats.org/package/2006/relationships"
_CT = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{_R}"'
MAIN = "word/document.xml"
#: Elements that may hold the marks of a comment, and tracked runs (ECMA-376 part 1, annex A).
RUN_PARENTS = {
    f"{{{W}}}{name}"
    for name in (
        *("p", "hyperlink", "smartTag", "customXml", "fldSimple", "sdtContent", "dir", "bdo"),
        *("ins", "del", "moveFrom", "moveTo"),
    )
}


def w(name: str) -> str:
    """The name in the namespace of Word."""
    return f"{{{W}}}{name}"


def main_part(body: str) -> str:
    """A main part with this body."""
    return f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"


def word_file(body: str, *, main: str | None = None, parts: dict[str, str] | None = None) -> bytes:
    """A Word file with this body; ``parts`` are others, by their kind (``footnotes``).

    A kind that begins with ``header1`` and the like is of the kind without its number.
    """
    parts = parts or {}
    types = [f'<Override PartName="/{MAIN}" ContentType="{_TYPE}document.main+xml"/>']
    relations = []
    files: dict[str, str] = {}
    for number, (name, content) in enumerate(parts.items(), 1):
        kind = name.rstrip("0123456789")
        full = name if name.startswith("http") else f"{_R}/{kind}"
        file = full.rpartition("/")[2] if name.startswith("http") else name
        types.append(f'<Override PartName="/word/{file}.xml" ContentType="{_TYPE}{kind}+xml"/>')
        relations.append(f'<Relationship Id="rId{number}" Type="{full}" Target="{file}.xml"/>')
        files[f"word/{file}.xml"] = content
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_CT}"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            f"{''.join(types)}</Types>",
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_PR}"><Relationship Id="rId1" '
            f'Type="{_R}/officeDocument" Target="{MAIN}"/></Relationships>',
        )
        archive.writestr(MAIN, main if main is not None else main_part(body))
        if relations:
            archive.writestr(
                "word/_rels/document.xml.rels",
                f'<Relationships xmlns="{_PR}">{"".join(relations)}</Relationships>',
            )
        for file, content in files.items():
            archive.writestr(file, content)
    return out.getvalue()


def part(data: bytes, name: str = MAIN) -> str:
    """The source of a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def names(data: bytes) -> list[str]:
    """The files of the package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()


@dataclass(slots=True)
class Read:
    """The content that another parser reads in a part.

    ``letters`` are its characters with the formatting that each has; ``words`` the text
    between the marks of each comment; ``marks`` the comments' ids in order of their references.
    """

    letters: list[tuple[str, str]] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)
    marks: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The characters alone."""
        return "".join(letter for letter, _ in self.letters)


def read(source: str, *, without: tuple[str, ...] = (), author: str = "copylint") -> Read:
    """Read a part; ``without`` the elements of these names that ``author`` has made."""
    found = Read()
    open_ids: set[str] = set()
    root = ElementTree.fromstring(source)
    parents = {child: each for each in root.iter() for child in each}
    letters = {w("tab"): "\t", w("br"): "\n", w("noBreakHyphen"): "\u2011"}

    def add(text: str, run: ElementTree.Element | None) -> None:
        properties = run.find(w("rPr")) if run is not None else None
        formatting = ElementTree.tostring(properties).decode() if properties is not None else ""
        found.letters += ((letter, formatting) for letter in text)
        for id_ in open_ids:
            found.words[id_] += text

    for element in _walk(root, without, author):
        tag, id_ = element.tag, element.get(w("id"), "")
        if tag == w("commentRangeStart"):
            assert parents[element].tag in RUN_PARENTS
            assert id_ not in found.words
            open_ids.add(id_)
            found.words[id_] = ""
        elif tag == w("commentRangeEnd"):
            assert parents[element].tag in RUN_PARENTS
            open_ids.remove(id_)
        elif tag == w("commentReference"):
            assert id_ not in found.marks
            found.marks.append(id_)
        elif tag in (w("t"), w("delText")):
            text = element.text or ""
            if element.get("{http://www.w3.org/XML/1998/namespace}space") != "preserve":
                text = text.strip()
            add(text, parents[element])
        elif tag in letters:
            add(letters[tag], parents[element])
        elif tag == w("p"):
            add("¶", None)
    assert not open_ids
    return found


def _walk(
    element: ElementTree.Element, without: tuple[str, ...], author: str
) -> Iterator[ElementTree.Element]:
    if element.tag in {w(name) for name in without} and element.get(w("author")) == author:
        return
    yield element
    for child in element:
        yield from _walk(child, without, author)


def check_order(source: str) -> None:
    """The standard's order of elements, as far as writing may break it."""
    root = ElementTree.fromstring(source)
    for element in root.iter():
        tags = [child.tag for child in element]
        for first in ("pPr", "rPr"):
            if element.tag in (w("p"), w("r")) and w(first) in tags:
                assert tags.index(w(first)) == 0
                assert tags.count(w(first)) == 1
        if element.tag == w("ins"):
            assert element.find(f".//{w('ins')}") is None, "Word knows no nested insertions"
        if element.tag == w("del"):
            assert element.find(f".//{w('t')}") is None
            assert element.find(f".//{w('del')}") is None
        if element.tag in (w("ins"), w("del")):
            assert len(element)
            assert element.get(w("author"))
        if element.tag == w("delText"):
            around = {parent.tag for parent in root.iter() if element in list(parent.iter())}
            assert w("del") in around
    changes = [each.get(w("id")) for each in root.iter() if each.tag in (w("ins"), w("del"))]
    assert len(changes) == len(set(changes))
