"""Manuscripts with much in them, for tests: one by python-docx, one as flat OpenDocument."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Inches

_CHANGE = 'w:author="Ed" w:date="2025-01-02T03:04:05Z"'
_BOX = """<w:r {names} xmlns:wps="{wps}" xmlns:mc="{mc}" xmlns:v="urn:schemas-microsoft-com:vml">
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline xmlns:wp="{wp}" distT="0"
distB="0" distL="0" distR="0"><wp:extent cx="2400000" cy="800000"/><wp:docPr id="77" name="Box"/>
<a:graphic xmlns:a="{a}"><a:graphicData uri="{wps}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>
<a:xfrm><a:off x="0" y="0"/><a:ext cx="2400000" cy="800000"/></a:xfrm><a:prstGeom prst="rect">
<a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>
<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:rect style="width:200pt;height:60pt"><v:textbox><w:txbxContent>{text}
</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
_NAMES = {
    "names": nsdecls("w"),
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}

#: The words that the manuscripts get wrong, with the rule that finds each.
WRONG = {
    "rich": [
        ("duplicates.word", "the the"),
        ("spelling.unknown", "teh"),
        ("duplicates.word", "in in"),
        ("spelling.unknown", "recieved"),
        ("duplicates.word", "one one"),
        ("spelling.unknown", "teh"),
    ],
    "notes": [
        ("duplicates.word", "for for"),
        ("duplicates.word", "the the"),
        ("grammar.extra-article", "a an"),
        ("typography.double-space", "  "),
        ("duplicates.word", "on on"),
    ],
}


def _picture(path: Path) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    rows = b"".join(b"\0" + bytes((40, 90, 160)) * 60 for _ in range(40))
    head = struct.pack(">IIBBBBB", 60, 40, 8, 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )  # fmt: skip


def rich(path: Path) -> None:
    """A Word document with headings, a list, a table, a picture, a box, changes, a comment."""
    made = docx.Document()
    made.add_heading("Harbour town votes on its old bridge", 0)
    made.add_paragraph("Two plans and one long night at the the counting hall", style="Subtitle")
    made.add_paragraph("By Jonna Quillmere")
    copy = made.add_paragraph("The council of Marsh Haven voted on Tuesday to keep the bridge. ")
    copy.add_run("“It is teh only way across,” said Petra Holm, the mayor. ")
    copy.add_run("Work will begin in i").italic = True
    copy.add_run("n spring, the council said.")
    made.add_heading("What it costs", 1)
    made.add_paragraph("The repairs are to cost 4.2 million pounds.")
    for item in ("New cables for both towers", "A wider path for walkers"):
        made.add_paragraph(item, style="List Bullet")
    table = made.add_table(rows=2, cols=2)
    for row, cells in zip(table.rows, (("Item", "Cost"), ("Lamps recieved", "£0.3m")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    picture = path.with_suffix(".png")
    _picture(picture)
    made.add_picture(str(picture), width=Inches(2))
    made.add_paragraph("The bridge at dusk, seen from the quay. Photo: Ola Brandt", style="Caption")
    changed = made.add_paragraph("Her plan was ")
    for xml in (
        f'<w:del {nsdecls("w")} w:id="900" {_CHANGE}><w:r><w:delText xml:space="preserve">'
        "never </w:delText></w:r></w:del>",
        f'<w:ins {nsdecls("w")} w:id="901" {_CHANGE}><w:r><w:t xml:space="preserve">'
        "always </w:t></w:r></w:ins>",
    ):
        changed._p.append(parse_xml(xml))
    changed.add_run("clear to all.")
    text = "<w:p><w:r><w:t>A box with one one error in it.</w:t></w:r></w:p>"
    beside = made.add_paragraph("Beside this paragraph stands a box. ")
    beside._p.append(parse_xml(_BOX.format(text=text, **_NAMES)))
    last = made.add_paragraph("The last word was hers.")
    if hasattr(made, "add_comment"):
        made.add_comment(last.runs, text="Check teh name.", author="Sub", initials="S")
    made.sections[0].header.paragraphs[0].text = "Marsh Haven Courier, draft of teh day"
    made.save(str(path))


def notes(path: Path) -> None:
    """A flat OpenDocument text with notes, a change, a comment, French, and doubled spaces."""
    oasis = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(
        f'xmlns:{prefix}="{oasis}:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("text", "text"),
            ("style", "style"),
            ("fo", "xsl-fo-compatible"),
        )
    )
    changed = (
        "<office:change-info><dc:creator>Ed</dc:creator><dc:date>2025-01-02T03:04:05</dc:date>"
        "</office:change-info>"
    )

    def note(kind: str, text: str) -> str:
        return (
            f'<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
            f"<text:note-body><text:p>{text}</text:p></text:note-body></text:note>"
        )

    path.write_text(
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>'
        '<style:style style:name="F" style:family="text"><style:text-properties '
        'fo:language="fr" fo:country="FR"/></style:style></office:automatic-styles>'
        '<office:body><office:text><text:tracked-changes><text:changed-region text:id="c1">'
        f"<text:deletion>{changed}<text:p>really </text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes>"
        '<text:h text:outline-level="1">The ferry is back at its pier</text:h>'
        f"<text:p>The ferry of Quay Point is back{note('footnote', 'It was away for for a year.')}"
        ', and it is <text:change text:change-id="c1"/>painted. The crew<office:annotation>'
        "<text:p>Names of teh crew?</text:p></office:annotation> said “<text:span "
        'text:style-name="F">boh voyagge</text:span>” to the the last of them.</text:p>'
        "<text:p>It will sail <text:s/>at noon"
        f"{note('endnote', 'The note says a an hour later.')}.</text:p>"
        '<text:h text:outline-level="2">Times and fares</text:h>'
        "<text:p>A ticket costs 4&#160;pounds. Children travel free on on Sundays.</text:p>"
        "</office:text></office:body></office:document>",
        encoding="utf-8",
    )
