"""EPUB: pages in reading order, their places, and fixes that leave the rest of the file alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest
from reading import blocks_of as blocks
from test_conformance import check_laws

from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.span import TextSpan
from copylint.formats.epub.format import Epub

CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" '
    'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>"
)
PAGE = (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>The Ferry</title></head>'
    "<body>{}</body></html>"
)


def package(items: str, spine: str) -> str:
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><manifest>'
        f"{items}</manifest><spine>{spine}</spine></package>"
    )


def archive(parts: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        kind = zipfile.ZipInfo("mimetype", (2026, 1, 2, 3, 4, 6))
        packed.writestr(kind, "application/epub+zip", zipfile.ZIP_STORED)
        for name, text in parts.items():
            packed.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6)), text)
    return out.getvalue()


def book(*bodies: str, **more: str) -> bytes:
    """Each body as a page; the manifest lists the pages backwards, and the spine has the order."""
    names = [f"p {number}.xhtml" for number in range(len(bodies))]
    page = 'media-type="application/xhtml+xml"'
    items = "".join(
        f'<item id="i{number}" href="{name.replace(" ", "%20")}" {page}/>'
        for number, name in reversed([*enumerate(names)])
    )
    items += f'<item id="nav" href="nav.xhtml" properties="nav" {page}/>'
    spine = '<itemref idref="nav"/>' + "".join(
        f'<itemref idref="i{number}"/>' for number in range(len(bodies))
    )
    parts = {"META-INF/container.xml": CONTAINER, "OPS/book.opf": package(items, spine)}
    parts["OPS/nav.xhtml"] = PAGE.format("<nav><ol><li><a>Chapter one</a></li></ol></nav>")
    parts |= {
        f"OPS/{name}": PAGE.format(body)
        for name, body in reversed([*zip(names, bodies, strict=True)])
    }
    return archive(parts | more)


def read(data: bytes) -> Document:
    form = Epub()
    return form.read("book.epub", form.decode("book.epub", data))


def test_pages_are_read_in_the_order_of_the_spine() -> None:
    document = read(book("<h1>One</h1><p>The ferry left.</p>", "<h1>Two</h1><p>It sank.</p>"))
    assert [text for _, text in blocks(document)] == ["One", "The ferry left.", "Two", "It sank."]
    assert [part.name for part in document.parts] == ["OPS/p 0.xhtml", "OPS/p 1.xhtml"]
    check_laws(document)


def test_a_fix_changes_one_page_and_nothing_else() -> None:
    data = book("<p>The <i>ferry</i> left &amp; sank.</p>", "<p>Nobody drowned.</p>")
    form = Epub()
    source = form.decode("book.epub", data)
    document = form.read("book.epub", source)
    at = document.text.index("left")
    edits = form.edits(document, TextSpan(at, at + 4), "rolled & left")
    assert edits is not None
    (edit,) = edits
    fixed = source[: edit.span.start] + edit.text + source[edit.span.end :]
    after = form.encode(fixed, data)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
        assert changed == ["OPS/p 0.xhtml"]
        assert b"</i> rolled &amp; left &amp; sank." in new.read("OPS/p 0.xhtml")
    assert form.encode(source, data) == data


def test_the_title_of_the_book_is_not_read_on_every_page() -> None:
    document = read(book("<p>A page.</p>", "<p>Another page.</p>"))
    assert "Ferry" not in document.text


LOCKED = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
    'xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:CipherData>'
    '<enc:CipherReference URI="{}"/></enc:CipherData></enc:EncryptedData></encryption>'
)


def test_encrypted_pages_are_refused_and_encrypted_fonts_are_not() -> None:
    locked = LOCKED.format("OPS/p%200.xhtml")
    with pytest.raises(InputError, match="its pages are encrypted"):
        read(book("<p>Text.</p>", **{"META-INF/encryption.xml": locked}))
    assert read(book("<p>Text.</p>", **{"META-INF/encryption.xml": LOCKED.format("OPS/serif.otf")}))


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"a.txt": "x"}, "a zip archive without an EPUB in it"),
        (
            {"META-INF/container.xml": CONTAINER, "OPS/book.opf": package("", "")},
            "names no page",
        ),
        ({"META-INF/container.xml": "<container"}, "META-INF/container.xml"),
    ],
)
def test_what_is_no_book_is_refused(parts: Mapping[str, str], message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(archive(parts))


def test_text_copied_from_a_book_is_refused() -> None:
    with pytest.raises(InputError, match="not a zip archive"):
        Epub().read("book.epub", "The ferry left.")
