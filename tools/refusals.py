"""Files that copylint refuses, and what it says of each: the table in docs/reference/formats.md.

    python tools/refusals.py [--write docs/reference/formats.md]

Every file is made here, by hand, and read as a run reads it. The tests run all of them and
compare what is said with the table.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import re
import socket
import struct
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from copylint.config.schema import Config, FieldSetting
from copylint.core.errors import InputError
from copylint.core.field_paths import Field
from copylint.runner.discovery import walk
from copylint.runner.document_reader import Formats
from copylint.runner.result import Input

MARK = "<!-- refusals: tools/refusals.py -->", "<!-- end of refusals -->"
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NINJS = b'{"uri": "x", "versioncreated": "2026-01-01T00:00:00Z", '
_ENTITIES = b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


class Case(NamedTuple):
    """A file that is refused: ``make`` puts it at a path; ``what`` is for the table."""

    name: str
    what: str
    make: Callable[[Path], object]


def _bytes(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


def _word(body: str = "<w:p><w:r><w:t>The ferry.</w:t></w:r></w:p>", head: str = _HEAD) -> bytes:
    """A small Word document, its main part given."""
    main = f'{head}<w:document xmlns:w="{_WORDS}"><w:body>{body}</w:body></w:document>'
    return _archive({"word/document.xml": main.encode()})


def _archive(parts: dict[str, bytes], compressed: int = zipfile.ZIP_DEFLATED) -> bytes:
    types = (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/'
        'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
        "</Relationships>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", compressed) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", relations)
        for name, data in parts.items():
            archive.writestr(name, data)
    return held.getvalue()


def _idml(story: bytes) -> bytes:
    """An InDesign document with one story."""
    package = b"http://ns.adobe.com/AdobeInDesign/idml/1.0/packaging"
    listed = b'<Document xmlns:p="%s"><p:Story src="Stories/a.xml"/></Document>' % package
    return _archive({"designmap.xml": listed, "Stories/a.xml": story})


def _iwork() -> bytes:
    """An archive with the part that Pages, Keynote and Numbers all write."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("Index/Document.iwa", b"\0")
    return held.getvalue()


def _compound(stream: str) -> bytes:
    """The beginning of a compound file, with the name of one stream in its directory."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + stream.encode("utf-16-le")


def _locked() -> bytes:
    """An archive that says that its parts are encrypted."""
    data = bytearray(_word())
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := data.find(sign, place + 1)) >= 0:
            (flags,) = struct.unpack_from("<H", data, place + at)
            struct.pack_into("<H", data, place + at, flags | 1)
    return bytes(data)


def _broken() -> bytes:
    """An archive in which a byte of the main part is another."""
    data = _archive({"word/document.xml": b"<w:document>" + b"x" * 50}, zipfile.ZIP_STORED)
    return data.replace(b"xxxx", b"xxyx", 1)


def _blank_pdf(pages: int) -> bytes:
    """A PDF of empty pages."""
    kids = " ".join(f"{number} 0 R" for number in range(3, pages + 3))
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Count {pages}/Kids[{kids}]>>"]
    objects += ["<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>"] * pages
    out = b"%PDF-1.7\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj{each}endobj\n".encode()
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    table = f"xref\n0 {size}\n0000000000 65535 f \n{rows}"
    end = f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"{table}{end}".encode()


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(os.path.relpath(path))


CASES = [
    Case("latin1.txt", "text that is not UTF-8", _bytes(b"The caf\xe9 is shut.\n")),
    Case("utf32.txt", "UTF-32 text", _bytes("The ferry.".encode("utf-32"))),
    Case("story.txt", "RTF under another suffix", _bytes(b"{\\rtf1\\ansi They left.}")),
    Case("story.txt", "a PDF, whatever its name", _bytes(b"%PDF-1.7\n")),
    Case("story.doc", "the binary Word format", _bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
    Case("plan.doc", "an Excel file, whatever its name", _bytes(_compound("Workbook"))),
    Case("locked.doc", "Office: with a password", _bytes(_compound("EncryptedPackage"))),
    Case("mail.msg", "an Outlook message", _bytes(_compound("__properties_version1.0"))),
    Case("talk.ppt", "the binary PowerPoint format", _bytes(_compound("PowerPoint Document"))),
    Case("story.pages", "Pages", _bytes(_iwork())),
    Case("talk.key", "Keynote", _bytes(_iwork())),
    Case("sums.numbers", "Numbers", _bytes(_iwork())),
    Case("story.docx", "Pages, whatever its name", _bytes(_iwork())),
    Case("binary.md", "a binary file", _bytes(b"\x89PNG\r\n\x1a\n\x00\x00")),
    Case("large.txt", "a file over `max-file-size`", _bytes(b"The ferry. " * 1_600_000)),
    Case("pipe.txt", "a named pipe", lambda path: os.mkfifo(path)),
    Case("socket.txt", "a socket", _socket),
    Case("loop.txt", "a link in a circle", lambda path: path.symlink_to(path.name)),
    Case("nowhere.txt", "a link that leads nowhere", lambda path: path.symlink_to("gone.txt")),
    Case("text.docx", "Word: not an archive", _bytes(b"The ferry.\n")),
    Case("old.docx", "Word: the binary format", _bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99)),
    Case("short.docx", "Word: an archive cut short", _bytes(_word()[:-40])),
    Case("other.docx", "Word: another archive", _bytes(_archive({"a.txt": b"The ferry."}))),
    Case("locked.docx", "Word: encrypted", _bytes(_locked())),
    Case("damaged.docx", "Word: a part that is damaged", _bytes(_broken())),
    Case(
        "bomb.docx",
        "Word: absurd compression",
        _bytes(_word(f"<w:p><w:r><w:t>{' ' * 60_000_000}</w:t></w:r></w:p>")),
    ),
    Case(
        "many.docx",
        "Word: too many parts",
        _bytes(_archive({f"a/{number}": b"" for number in range(12_000)})),
    ),
    Case(
        "entity.docx",
        "XML: entities of its own",
        _bytes(_word("&a;", '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>')),
    ),
    Case(
        "outside.docx",
        "XML: an external entity",
        _bytes(_word("&a;", '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>')),
    ),
    Case("unclosed.docx", "XML: not well-formed", _bytes(_word("<w:p><w:r></w:p>"))),
    Case("deep.docx", "XML: 10,000 levels", _bytes(_word("<w:p>" * 10_000 + "</w:p>" * 10_000))),
    Case(
        "attribute.docx",
        "XML: a huge attribute",
        _bytes(_word(f'<w:p w:x="{random.Random(1).randbytes(1_000_000).hex()}"/>')),
    ),
    Case(
        "latin1.docx",
        "XML: another encoding than it says",
        _bytes(_archive({"word/document.xml": b"<w:document>caf\xe9</w:document>"})),
    ),
    Case("text.odt", "OpenDocument: not an archive", _bytes(b"The ferry.\n")),
    Case(
        "book.epub", "EPUB: without pages", _bytes(_archive({"mimetype": b"application/epub+zip"}))
    ),
    Case(
        "layout.indd",
        "the binary InDesign format",
        _bytes(b"\x06\x06\xed\xf5\xd8\x1d\x46\xe5\xbd\x31\xef\xe7\xfe\x74\xb7\x1d"),
    ),
    Case("other.idml", "IDML: another archive", _bytes(_archive({"a.txt": b"The ferry."}))),
    Case("empty.idml", "IDML: no stories", _bytes(_archive({"designmap.xml": b"<Document/>"}))),
    Case(
        "broken.idml",
        "IDML: a story that is not well-formed",
        _bytes(_idml(b"<Story><Content>The ferry.</Story>")),
    ),
    Case("entity.idml", "IDML: entities of its own", _bytes(_idml(_ENTITIES + b"<Story/>"))),
    Case("bomb.idml", "IDML: absurd compression", _bytes(_idml(b"<Story>" + b" " * 60_000_000))),
    Case("any.icml", "ICML: other XML", _bytes(b"<recipe><step>Stir.</step></recipe>")),
    Case("text.pdf", "PDF: something else", _bytes(b"The ferry.\n")),
    Case("broken.pdf", "PDF: damaged", _bytes(b"%PDF-1.7\nThe ferry.\n")),
    Case("scan.pdf", "PDF: without text", _bytes(_blank_pdf(1))),
    Case("long.pdf", "PDF: too many pages", _bytes(_blank_pdf(2_001))),
    Case("any.xml", "XML of no news format", _bytes(b"<recipe><step>Stir.</step></recipe>")),
    Case(
        "entity.xml",
        "news XML: entities of its own",
        _bytes(b'<!DOCTYPE nitf [<!ENTITY a "b">]><nitf><body>&a;</body></nitf>'),
    ),
    Case("broken.po", "PO: a string that does not end", _bytes(b'msgid "The ferry\n')),
    Case("prose.po", "PO: something else", _bytes(b"The ferry.\n")),
    Case("any.xlf", "XLIFF: other XML", _bytes(b"<recipe><step>Stir.</step></recipe>")),
    Case("any.json", "JSON without configured fields", _bytes(b'{"body": "The ferry."}')),
    Case("broken.json", "JSON: broken", _bytes(_NINJS + b'"body_text": "The ferry.')),
    Case(
        "deep.json",
        "JSON: 10,000 levels",
        _bytes(_NINJS + b'"x": ' + b"[" * 10_000 + b"]" * 10_000 + b"}"),
    ),
    Case("any.csv", "CSV without configured fields", _bytes(b"id,body\n1,The ferry.\n")),
    Case("broken.yaml", "YAML: broken", _bytes(b"body: [The ferry\n")),
    Case("deep.yaml", "YAML: 10,000 levels", _bytes(b"body: " + b"[" * 10_000 + b"]" * 10_000)),
    Case(
        "aliases.yaml",
        "YAML: aliases of aliases, which are not followed",
        _bytes(
            b"a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + b"".join(
                b"a%d: &a%d [%s]\n" % (level, level, b", ".join([b"*a%d" % (level - 1)] * 10))
                for level in range(1, 9)
            )
            + b"body: *a8\n"
        ),
    ),
]


def refusals(folder: Path) -> Iterator[tuple[Case, str]]:
    """What is said of every case, made in ``folder``; nothing where it was not refused."""
    aliases = FieldSetting(("/aliases.yaml",), Field("body"), str(folder))
    config = Config(fields=(aliases,))
    for case in CASES:
        path = folder / case.name
        case.make(path)
        yield case, _said(str(path), config).replace(f"{folder}/", "")
        path.unlink()


def _said(path: str, config: Config) -> str:
    for found in walk([path], config):
        if isinstance(found, InputError):
            return found.message
        try:
            Formats(config).read(Input(found))
        except InputError as refusal:
            return refusal.message
    return ""


def table(folder: Path) -> list[str]:
    """The lines of the table."""
    rows = ["| file | message |", "| --- | --- |"]
    rows += (f"| {case.what} | {said} |" for case, said in refusals(folder) if said)
    return rows


def main() -> None:
    """Print the table, or write it into a page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", type=Path, help="the page to put the table into")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lines = "\n".join(table(Path(folder)))
    if asked.write is None:
        sys.stdout.write(lines + "\n")
        return
    page = asked.write.read_text("utf-8")
    inside = re.compile(f"({re.escape(MARK[0])}\n).*?(\n{re.escape(MARK[1])})", re.DOTALL)
    asked.write.write_text(inside.sub(lambda m: f"{m[1]}\n{lines}\n{m[2]}", page), "utf-8")


if __name__ == "__main__":
    main()
