"""OpenDocument texts: the text that is read, its kinds of blocks, and its places."""

from __future__ import annotations

import io
import zipfile

import pytest
from reading import blocks_of as blocks
from test_conformance import check_laws

from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.line_index import Position
from copylint.formats.office.odt import Odt

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = {
    "office": "office",
    "text": "text",
    "table": "table",
    "draw": "drawing",
    "style": "style",
    "svg": "svg-compatible",
    "fo": "xsl-fo-compatible",
}
SPACES = " ".join(f'xmlns:{prefix}="{OASIS}:{name}:1.0"' for prefix, name in NAMES.items())
AUTOMATIC = (
    '<style:style style:name="P1" style:family="paragraph" '
    'style:parent-style-name="Heading_20_1"/>'
    '<style:style style:name="Gone" style:family="text">'
    '<style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="Fr" style:family="text">'
    '<style:text-properties fo:language="fr"/></style:style>'
)


def package(body: str, master: str = "") -> bytes:
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{AUTOMATIC}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
        "</office:body></office:document-content>"
    )
    styles = (
        f"<office:document-styles {SPACES}><office:styles>"
        '<style:style style:name="Standard" style:family="paragraph">'
        '<style:text-properties fo:language="de"/></style:style>'
        '<style:style style:name="Figure" style:family="paragraph" '
        'style:parent-style-name="Caption"/></office:styles>'
        f"<office:master-styles><style:master-page>{master}</style:master-page>"
        "</office:master-styles></office:document-styles>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        kind = zipfile.ZipInfo("mimetype", (2024, 1, 2, 3, 4, 6))
        archive.writestr(kind, "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", styles)
    return out.getvalue()


def document(body: str, master: str = "") -> Document:
    form = Odt()
    return form.read("a.odt", form.decode("a.odt", package(body, master)))


def test_paragraphs_headings_and_spans() -> None:
    read = document(
        '<text:h text:style-name="P1" text:outline-level="1">The bridge</text:h>'
        '<text:p text:style-name="Standard">The <text:span>ex</text:span>clu'
        "<text:soft-page-break/><text:span>sive</text:span>\n  one<text:s/>is\n"
        '<text:tab/>tea &amp;<text:line-break/>coffee.<text:s text:c="3"/>Yes.</text:p>'
        '<text:h text:outline-level="2">Next</text:h>'
    )
    assert blocks(read) == [
        ("headline", "The bridge"),
        ("paragraph", "The exclusive one is \ttea &\ncoffee.   Yes."),
        ("subhead", "Next"),
    ]
    check_laws(read)
    span = read.to_source(read.blocks[2].span)
    assert read.view.places(span) == (Position(3, 1), Position(3, 5))


def test_what_is_hidden_deleted_commented_or_a_list_of_contents_is_out() -> None:
    read = document(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Old.</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        "<text:table-of-content><text:index-body><text:p>The bridge 1</text:p></text:index-body>"
        "</text:table-of-content>"
        '<text:p>It is <text:change-start text:change-id="a"/>new<text:change-end/>'
        "<office:annotation><text:p>Sure?</text:p></office:annotation>"
        '<text:span text:style-name="Gone"> or not</text:span>, '
        '<text:span text:style-name="Fr">voilà</text:span>.</text:p>'
    )
    assert blocks(read) == [("paragraph", "It is new, voilà.")]
    assert [read.slice(span) for span in read.blocks[0].opaque] == ["voilà"]
    undone = Odt().with_changes_undone()
    with pytest.raises(InputError, match="behind tracked changes only"):
        undone.read("a.odt", read.source)


def test_lists_tables_notes_frames_and_headers() -> None:
    read = document(
        "<text:list><text:list-item><text:p>One.</text:p><text:list><text:list-item>"
        "<text:p>Inner.</text:p></text:list-item></text:list></text:list-item></text:list>"
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Year"
        "</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row>"
        "<table:table-cell><text:p>1901</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>A bridge<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>A note.</text:p></text:note-body></text:note>.</text:p>"
        '<text:p><draw:frame><draw:text-box><text:p text:style-name="Figure"><draw:frame>'
        "<draw:image/><svg:title>Bridge</svg:title><svg:desc>A long &amp; old bridge</svg:desc>"
        "</draw:frame>The bridge in May</text:p></draw:text-box></draw:frame></text:p>",
        "<style:header><text:p>Head</text:p></style:header>"
        "<style:footer><text:p>Foot</text:p></style:footer>",
    )
    assert [(str(b.kind), read.slice(b.span), b.depth, b.field) for b in read.blocks] == [
        ("list-item", "One.", 1, ""),
        ("list-item", "Inner.", 2, ""),
        ("table-cell", "Year", 1, ""),
        ("table-cell", "1901", 0, ""),
        ("paragraph", "A bridge.", 0, ""),
        ("footnote", "A note.", 0, ""),
        ("caption", "The bridge in May", 0, ""),
        ("image-title", "Bridge", 0, ""),
        ("alt-text", "A long & old bridge", 0, ""),
        ("front-matter", "Head", 0, "header"),
        ("front-matter", "Foot", 0, "footer"),
    ]
    assert len(read.images) == 1
    check_laws(read)


def test_archive_without_content_is_reported() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    with pytest.raises(InputError, match="without an OpenDocument text in it"):
        Odt().decode("a.odt", out.getvalue())


def test_encrypted_text_is_reported() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("content.xml", "?")
        archive.writestr("META-INF/manifest.xml", "<m><manifest:encryption-data/></m>")
    with pytest.raises(InputError, match="is encrypted; save the file without a password"):
        Odt().decode("a.odt", out.getvalue())


def test_code_is_not_prose() -> None:
    copy = "The ferry left the harbour of the town at noon."
    body = (
        f"<text:p>{copy}</text:p>"
        '<text:p text:style-name="Preformatted_20_Text">let  x = teh ;</text:p>'
        '<text:p>Use <text:span text:style-name="Source_20_Text">teh ?</text:span> on it.</text:p>'
    )
    read = document(body)
    assert [text for _, text in blocks(read)] == [copy, "Use \ufffc on it."]
    check_laws(read)


def test_struck_out_text_leaves_no_hole() -> None:
    body = '<text:p>It is gone <text:span text:style-name="Gone">now</text:span>.</text:p>'
    assert [text for _, text in blocks(document(body))] == ["It is gone."]
