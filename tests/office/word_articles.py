"""Ten articles as Word files: made with python-docx, or by LibreOffice from HTML and ODT.

Every one is a news story of our own with errors planted where Word keeps text: in tables, notes,
boxes, links, fields, captions, headers, content controls, and tracked insertions.
"""

from __future__ import annotations

import base64
import io
import shutil
import struct
import subprocess
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.shared import Cm
from word_files import W

_NS = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
_OTHER = 'w:author="Ann Other" w:date="2026-01-05T10:00:00Z"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def picture(red: int, green: int, blue: int) -> bytes:
    """A small picture in one colour."""
    row = b"\0" + bytes((red, green, blue)) * 48
    chunks = (
        (b"IHDR", struct.pack(">2I5B", 48, 24, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(row * 24)),
        (b"IEND", b""),
    )
    out = b"\x89PNG\r\n\x1a\n"
    for kind, data in chunks:
        out += struct.pack(">I", len(data)) + kind + data
        out += struct.pack(">I", zlib.crc32(kind + data))
    return out


def _run(text: str, properties: str = "") -> str:
    inside = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inside}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_run(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _add(document: Any, inside: str, properties: str = "") -> None:
    """Add a paragraph with this XML."""
    body = document.element.body
    paragraph = parse_xml(f"<w:p {_NS}>{properties}{inside}</w:p>")
    body.insert(len(body) - 1, paragraph)


def _caption(document: Any, text: str) -> None:
    document.add_paragraph(text, style="Caption")


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _with_parts(data: bytes, parts: dict[str, tuple[str, str, str]]) -> bytes:
    """The file with more parts: by name, their content type, relationship and content."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for each in old.infolist():
            content = old.read(each)
            if each.filename == "[Content_Types].xml":
                more = "".join(
                    f'<Override PartName="/word/{name}" ContentType="{kind}"/>'
                    for name, (kind, _, _) in parts.items()
                )
                content = content.replace(b"</Types>", more.encode() + b"</Types>")
            if each.filename == "word/_rels/document.xml.rels":
                more = "".join(
                    f'<Relationship Id="rIdMore{at}" Type="{type_}" Target="{name}"/>'
                    for at, (name, (_, type_, _)) in enumerate(parts.items())
                )
                content = content.replace(b"</Relationships>", more.encode() + b"</Relationships>")
            new.writestr(each, content)
        for name, (_, _, source) in parts.items():
            new.writestr(f"word/{name}", source)
    return out.getvalue()


def flood() -> bytes:
    """Headings, formatting that runs through errors, pictures, captions, a table, a header."""
    document = docx.Document()
    document.core_properties.author = "A. Writer"
    document.add_heading("Marlow End rebuilds its bridge after the flood", 0)
    paragraph = document.add_paragraph("The council of Marlow End said on Tuesday that ")
    paragraph.add_run("recie").italic = True
    paragraph.add_run("ving").bold = True
    paragraph.add_run(" the money from the county would take untill spring.")
    document.add_heading("What the river took", 1)
    document.add_picture(io.BytesIO(picture(40, 90, 160)), width=Cm(5))
    _caption(document, "Volunteers carry sandbags along Mill Lane on Monday. Photo: Ines Aldred")
    document.add_paragraph(
        "Residents could of waited longer, said Petra Lindqvist, a farmer whose fields lie below "
        "the the weir. She  lost forty sheep."
    )
    document.add_picture(io.BytesIO(picture(90, 60, 40)), width=Cm(5))
    _caption(document, "Volunteers carry sandbags along Mill Lane on Monday. Photo: Ines Aldred")
    document.add_paragraph("Repair the western pier first", style="List Number")
    document.add_paragraph("Close the road to lorries untill June", style="List Number")
    table = document.add_table(rows=2, cols=2)
    table.style = "Table Grid"
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells),
        ("Item", "Cost", "Temporery footbridge", "£40,000"),
        strict=True,
    ):
        cell.text = text
    document.add_paragraph("Petra Lindkvist added that the bridge was a important link.")
    section = document.sections[0]
    section.header.paragraphs[0].text = "Copy for Wednesday, seperate page"
    footer = section.footer.paragraphs[0]._p
    for each in parse_xml(f"<w:p {_NS}>{_run('Page ')}{_field('PAGE', '1')}</w:p>"):
        footer.append(each)
    return _saved(document)


def council() -> bytes:
    """Another author's comments and tracked changes, with errors inside and around them."""
    document = docx.Document()
    document.add_heading("Council votes to keep the library open", 0)
    paragraph = document.add_paragraph("Councillors voted by nine to four on Thursday to keep ")
    run = paragraph.add_run("the libary in Station Road open")
    paragraph.add_run(" for another year.")
    document.add_comment(run, text="Is that the full name?", author="Ann Other", initials="AO")
    _add(
        document,
        _run("The money comes from ")
        + f'<w:del w:id="901" {_OTHER}><w:r><w:delText>the parkking fund</w:delText></w:r></w:del>'
        + f'<w:ins w:id="902" {_OTHER}>{_run("a reserve for goverment grants, ")}'
        + f"{_run('untill', '<w:b/>')}{_run(' March')}</w:ins>"
        + _run(", the the treasurer said."),
    )
    paragraph = document.add_paragraph("")
    run = paragraph.add_run("Nobody spoke against it,")
    paragraph.add_run(" and the meeting was adjurned at ten.")
    document.add_comment(run, text="Check with the minutes.", author="Ann Other", initials="AO")
    _add(
        document,
        f'<w:moveFrom w:id="903" {_OTHER}>{_run("Moved wrods.")}</w:moveFrom>'
        + _run("The library lent ")
        + f"{_run('52,000', '<w:b/>')}"
        + _run(" books last year and and opens at nine."),
    )
    return _saved(document)


def harbour() -> bytes:
    """Footnotes, endnotes, a text box, links and fields."""
    document = docx.Document()
    document.add_heading("Harbour dredging begins a year late", 0)
    note = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{}Reference w:id="2"/></w:r>'
    _add(
        document,
        _run("Dredging of the inner harbour began on Monday")
        + note.format("footnote")
        + _run(", a year after the work was due to finnish")
        + note.format("endnote")
        + _run("."),
    )
    box = (
        f"<w:txbxContent><w:p>{_run('Fishermen wellcome the work, but fear for the ')}"
        f"{_run('seasson', '<w:i/>')}{_run('.')}</w:p></w:txbxContent>"
    )
    _add(
        document,
        _run("The port handles 300 boats. ")
        + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor distT='0' "
        "distB='0' distL='0' distR='0' simplePos='0' relativeHeight='2' behindDoc='0' locked='0' "
        "layoutInCell='1' allowOverlap='1'><wp:simplePos x='0' y='0'/><wp:positionH "
        "relativeFrom='column'><wp:posOffset>3000000</wp:posOffset></wp:positionH><wp:positionV "
        "relativeFrom='paragraph'><wp:posOffset>300000</wp:posOffset></wp:positionV><wp:extent "
        "cx='2000000' cy='800000'/><wp:wrapSquare wrapText='bothSides'/><wp:docPr id='7' "
        "name='Box'/><a:graphic><a:graphicData uri='http://schemas.microsoft.com/office/word/"
        "2010/wordprocessingShape'><wps:wsp><wps:cNvSpPr txBox='1'/><wps:spPr><a:xfrm><a:off "
        "x='0' y='0'/><a:ext cx='2000000' cy='800000'/></a:xfrm><a:prstGeom prst='rect'><a:avLst/>"
        f"</a:prstGeom></wps:spPr><wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:rect style='width:150pt;height:60pt'><v:textbox>{box}</v:textbox></v:rect></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
        + _run("Its master calls that “a fair number”."),
    )
    _add(
        document,
        _run("Details are in ")
        + f'<w:hyperlink w:anchor="plan">{_run("the ofical plan", "<w:u/>")}</w:hyperlink>'
        + _run(" and on ")
        + _field('HYPERLINK "https://example.org/harbour"', "the harbour’s own websitte")
        + _run("; see ")
        + _field("REF plan \\h", "Tabel 2")
        + _run(" for the dates."),
    )
    _add(
        document,
        '<w:bookmarkStart w:id="31" w:name="plan"/>'
        + _run("Table ")
        + _field("SEQ Table \\* ARABIC", "2")
        + _run(". Dates of the dredging by basin")
        + '<w:bookmarkEnd w:id="31"/>',
        '<w:pPr><w:pStyle w:val="Caption"/></w:pPr>',
    )
    document.add_paragraph("The work will cost £4m and last untill autumn.")

    def notes(name: str, text: str) -> str:
        mark = f"<w:r><w:{name}Ref/></w:r>"
        return (
            f'<w:{name}s {_NS}><w:{name} w:type="separator" w:id="0"><w:p><w:r><w:separator/>'
            f'</w:r></w:p></w:{name}><w:{name} w:type="continuationSeparator" w:id="1"><w:p><w:r>'
            f"<w:continuationSeparator/></w:r></w:p></w:{name}>"
            f'<w:{name} w:id="2"><w:p>{mark}{_run(text)}</w:p></w:{name}></w:{name}s>'
        )

    footnotes = notes("footnote", " It was anounced in March of last year.")
    endnotes = notes("endnote", " The contract has no penallty clause.")
    return _with_parts(
        _saved(document),
        {
            "footnotes.xml": (_TYPE + "footnotes+xml", _OFFICE + "footnotes", footnotes),
            "endnotes.xml": (_TYPE + "endnotes+xml", _OFFICE + "endnotes", endnotes),
        },
    )


def museum() -> bytes:
    """Content controls, smart tags, bookmarks, proofing marks, odd characters."""
    document = docx.Document()
    document.add_heading("Museum shows what the bog kept", 0)
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    _add(
        document,
        _run("The exhibition of ")
        + control.format("<w:id w:val='5'/>", _run("four wooden figuers"))
        + _run(" opens at ")
        + f'<w:smartTag w:uri="x" w:element="place">{_run("the Fenn Musuem")}</w:smartTag>'
        + _run(" on Saturday, said ")
        + control.format("<w:lock w:val='sdtContentLocked'/>", _run("the the director, Amara Osei"))
        + _run("."),
    )
    _add(
        document,
        '<w:proofErr w:type="spellStart"/>'
        + _run("Archaelogists")
        + '<w:proofErr w:type="spellEnd"/>'
        + _run(" found the pieces in a ditch")
        + "<w:r><w:tab/><w:t>at a depth of two me</w:t><w:softHyphen/><w:t>tres; the wood was kept "
        'by R&amp;D staff  in </w:t><w:noBreakHyphen/><w:t xml:space="preserve">cold '
        "\U0001f9ca storage</w:t><w:br/><w:t>for elevan years.</w:t></w:r>",
    )
    block = (
        f"<w:sdt {_NS}><w:sdtPr><w:alias w:val='Summary'/></w:sdtPr><w:sdtContent><w:p>"
        f"{_run('Tickets cost £6, and and children pay nothing.')}</w:p></w:sdtContent></w:sdt>"
    )
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(block))
    document.add_paragraph("The show runs untill 3 May.")
    return _saved(document)


_FESTIVAL_COMMENT = (
    '<w:comment w:id="4" w:author="Ann Other" w:date="2026-01-05T10:00:00Z" w:initials="AO">'
    f'<w:p w14:paraId="1A2B3C01">{_run("Who said so?")}</w:p></w:comment>'
    '<w:comment w:id="5" w:author="Ben Desk" w:date="2026-01-05T11:00:00Z" w:initials="BD">'
    f'<w:p w14:paraId="1A2B3C02">{_run("The organiser.")}</w:p></w:comment>'
)


def festival() -> bytes:
    """A thread of comments with all the parts that Word keeps of them today."""
    document = docx.Document()
    document.add_heading("Rain does not stop the lantern festival", 0)
    mark = '<w:r><w:commentReference w:id="{}"/></w:r>'
    _add(
        document,
        '<w:commentRangeStart w:id="4"/><w:commentRangeStart w:id="5"/>'
        + _run("About 9,000 people came to the lantern festival")
        + '<w:commentRangeEnd w:id="4"/>'
        + mark.format(4)
        + '<w:commentRangeEnd w:id="5"/>'
        + mark.format(5)
        + _run(" on Sunday dispite the rain."),
        "",
    )
    document.add_paragraph("Organisers  had expected fewer, and ran out of of candles by eight.")
    document.add_paragraph(
        "“We will buy more,” said Tomas Varga. Tomas Vagra has run it since 2011."
    )
    ids = '<w16cid:commentId w16cid:paraId="{}" w16cid:durableId="{}"/>'
    dates = (
        '<w16cex:commentExtensible w16cex:durableId="{}" w16cex:dateUtc="2026-01-05T10:00:00Z"/>'
    )
    microsoft = "http://schemas.microsoft.com/office/"
    cid = 'xmlns:w16cid="http://schemas.microsoft.com/office/word/2016/wordml/cid"'
    cex = 'xmlns:w16cex="http://schemas.microsoft.com/office/word/2018/wordml/cex"'
    extended = (
        f'<w15:commentsEx {_NS}><w15:commentEx w15:paraId="1A2B3C01" w15:done="0"/>'
        '<w15:commentEx w15:paraId="1A2B3C02" w15:paraIdParent="1A2B3C01" w15:done="0"/>'
        "</w15:commentsEx>"
    )
    durable = ("2AB00001", "2AB00002")
    return _with_parts(
        _saved(document),
        {
            "comments.xml": (
                _TYPE + "comments+xml",
                _OFFICE + "comments",
                f'<w:comments {_NS} mc:Ignorable="w14">{_FESTIVAL_COMMENT}</w:comments>',
            ),
            "commentsExtended.xml": (
                _TYPE + "commentsExtended+xml",
                microsoft + "2011/relationships/commentsExtended",
                extended,
            ),
            "commentsIds.xml": (
                _TYPE + "commentsIds+xml",
                microsoft + "2016/09/relationships/commentsIds",
                f"<w16cid:commentsIds {cid}>"
                f"{ids.format('1A2B3C01', durable[0])}{ids.format('1A2B3C02', durable[1])}"
                "</w16cid:commentsIds>",
            ),
            "commentsExtensible.xml": (
                _TYPE + "commentsExtensible+xml",
                microsoft + "2018/08/relationships/commentsExtensible",
                f"<w16cex:commentsExtensible {cex}>"
                f"{dates.format(durable[0])}{dates.format(durable[1])}"
                "</w16cex:commentsExtensible>",
            ),
        },
    )


def strike() -> bytes:
    """Sections with headers of their own, nested tables, merged cells, lists in levels."""
    document = docx.Document()
    document.add_heading("Ferry strike enters its third week", 0)
    document.add_paragraph(
        "Crews of the island ferries stayed ashore on Friday for the the third week."
    )
    outer = document.add_table(rows=2, cols=2)
    outer.style = "Table Grid"
    merged = outer.cell(0, 0).merge(outer.cell(0, 1))
    merged.text = "Sailings cancelled, by harbor and harbour"
    inner = outer.cell(1, 0).add_table(rows=1, cols=2)
    inner.cell(0, 0).text = "Northen pier"
    inner.cell(0, 1).text = "112"
    outer.cell(1, 1).text = "Other piers, togehter 48"
    document.add_section()
    for number, (section, text) in enumerate(
        zip(document.sections, ("First part", "Second part, with a speling slip"), strict=True)
    ):
        section.header.is_linked_to_previous = False
        section.header.paragraphs[0].text = text
        section.footer.is_linked_to_previous = bool(number)
    document.add_heading("What the union wants", 1)
    for style, text in (
        ("List Bullet", "Higher pay for night shifs"),
        ("List Bullet 2", "An extra crew member in in winter"),
        ("List Bullet", "New lifebotes"),
    ):
        document.add_paragraph(text, style=style)
    document.add_paragraph("Talks resume on Monday.")
    return _saved(document)


_ODT_NS = (
    " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style")),
            *(("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible")),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def _odt(
    body: str, *, header: str = "", changes: str = "", pictures: dict[str, bytes] | None = None
) -> bytes:
    """An OpenDocument text with this body."""
    pictures = pictures or {}
    kind = "application/vnd.oasis.opendocument.text"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = {"/": kind, "content.xml": "text/xml", "styles.xml": "text/xml"}
    entries |= dict.fromkeys(pictures, "image/png")
    listed = "".join(
        f'<m:file-entry m:full-path="{name}" m:media-type="{media}"/>'
        for name, media in entries.items()
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr(
            "content.xml",
            f'<office:document-content {_ODT_NS} office:version="1.3"><office:automatic-styles>'
            '<style:style style:name="B" style:family="text"><style:text-properties '
            'fo:font-weight="bold"/></style:style><style:style style:name="F" '
            'style:family="graphic"><style:graphic-properties fo:border="0.06pt solid #000000"/>'
            f"</style:style></office:automatic-styles><office:body><office:text>{changes}{body}"
            "</office:text></office:body></office:document-content>",
        )
        archive.writestr(
            "styles.xml",
            f'<office:document-styles {_ODT_NS} office:version="1.3"><office:automatic-styles>'
            '<style:page-layout style:name="L"><style:header-style/></style:page-layout>'
            "</office:automatic-styles><office:master-styles><style:master-page style:name="
            f'"Standard" style:page-layout-name="L"><style:header><text:p>{header}</text:p>'
            "</style:header></style:master-page></office:master-styles></office:document-styles>",
        )
        for name, data in pictures.items():
            archive.writestr(name, data)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<m:manifest xmlns:m="{manifest}" m:version="1.3">{listed}</m:manifest>',
        )
    return out.getvalue()


def _note(kind: str, mark: str, text: str) -> str:
    return (
        f'<text:note text:id="{kind}{mark}" text:note-class="{kind}"><text:note-citation>{mark}'
        f"</text:note-citation><text:note-body><text:p>{text}</text:p></text:note-body></text:note>"
    )


def transport() -> bytes:
    """ODT: notes, comments, tracked changes, a frame with a picture and its caption."""
    who = (
        "<office:change-info><dc:creator>Ann Other</dc:creator>"
        "<dc:date>2026-01-05T10:00:00</dc:date></office:change-info>"
    )
    changes = (
        '<text:tracked-changes><text:changed-region xml:id="c1" text:id="c1"><text:insertion>'
        f'{who}</text:insertion></text:changed-region><text:changed-region xml:id="c2" '
        f'text:id="c2"><text:deletion>{who}<text:p>an expresss </text:p></text:deletion>'
        "</text:changed-region></text:tracked-changes>"
    )
    comment = (
        '<office:annotation office:name="n1"><dc:creator>Ann Other</dc:creator>'
        "<dc:date>2026-01-05T10:00:00</dc:date><text:p>Which line?</text:p></office:annotation>"
    )
    frame = (
        '<draw:frame draw:style-name="F" text:anchor-type="paragraph" svg:width="6cm" '
        'svg:height="4cm"><draw:text-box><text:p><draw:frame text:anchor-type="as-char" '
        'svg:width="5cm" svg:height="2.5cm"><draw:image xlink:href="Pictures/tram.png"/>'
        "</draw:frame></text:p><text:p>Figure <text:sequence "
        'text:ref-name="r1" text:name="Figure" text:formula="ooow:Figure+1">1</text:sequence>'
        ": The new trams wiat in the depot.</text:p></draw:text-box></draw:frame>"
    )
    body = (
        '<text:sequence-decls><text:sequence-decl text:display-outline-level="0" '
        'text:name="Figure"/></text:sequence-decls>'
        '<text:h text:outline-level="1">Trams return to Quay Street</text:h>'
        "<text:p>Trams ran through Quay Street again on Monday"
        f"{_note('footnote', '1', 'The line closed in in 1957.')}"
        ", and the first was full, the operater said.</text:p>"
        f'<text:p>The city {comment}<text:span text:style-name="B">bou</text:span>gth'
        '<office:annotation-end office:name="n1"/> '
        '<text:change text:change-id="c2"/><text:change-start text:change-id="c1"/>twelve '
        'cars of a modren kind<text:change-end text:change-id="c1"/>'
        f"{_note('endnote', 'i', 'They were delivered with a delay of of a month.')}.</text:p>"
        f"<text:p>{frame}Fares stay as they were untill the end of the year.</text:p>"
        "<text:p>Drivers said said the rails were smooth.</text:p>"
    )
    header = "Evening edition, transprot"
    tram = {"Pictures/tram.png": picture(20, 120, 60)}
    return _odt(body, header=header, changes=changes, pictures=tram)


def match() -> bytes:
    """ODT: lists, a table with a caption, page numbers, bookmarks and references to them."""
    rows = (("Player", "Goals"), ("Ada Okonjo", "2"), ("Ada Okonyo", "1"))
    cells = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in rows
    )
    body = (
        '<text:h text:outline-level="1">Rovers win at the last gasp</text:h>'
        "<text:p>Rovers beat Harbour Town 3-2 on Saturday with a goal in the the last minute, "
        'and <text:bookmark-start text:name="m"/>Ada Okonjo<text:bookmark-end text:name="m"/> '
        "was cheered off the pitch. A important win, her coach said.</text:p>"
        "<text:list><text:list-item><text:p>Rovers have won three in in a row.</text:p>"
        "</text:list-item><text:list-item><text:p>Town stay at the botom.</text:p>"
        "</text:list-item></text:list>"
        f'<table:table table:name="T"><table:table-column table:number-columns-repeated="2"/>'
        f"{cells}</table:table>"
        "<text:p>Table 1: Goals by player this seasson</text:p>"
        '<text:p>As <text:bookmark-ref text:reference-format="text" text:ref-name="m">Ada Okonjo'
        "</text:bookmark-ref> put it: “We beleive.” Page <text:page-number>1</text:page-number>."
        "</text:p>"
    )
    return _odt(body, header="Sport")


ELECTION = """<html><head><title>Election</title></head><body>
<h1>Turnout falls in the county vote</h1>
<p>Turnout fell to 41 per cent in Thursday's vote, the <a href="https://example.org/results">retuning
officer</a> said, down from from 46 per cent.</p>
<h2>Results by ward</h2>
<table border="1"><tr><th>Ward</th><th>Turnout</th></tr>
<tr><td>North <b>Mead</b>ow</td><td>39%</td></tr>
<tr><td>Castle, incluiding the barracks</td><td>43%</td></tr>
</table>
<ol><li>The Greens gained two seats.</li><li>Labour held its majorty.</li></ol>
<p>Counting went on untill four in the morning; nobody asked for a recount  there.</p>
</body></html>"""

OBITUARY = """<html><head><title>Obituary</title></head><body>
<h1>Sister Agnes Moreau, who taught three generations, dies at 97</h1>
<p>By Lena Hartwig</p>
<p>Agnes Moreau, who taught mathematics at St&nbsp;Bride's for 51 years, has died. She&nbsp;was a
<i>demand</i>ing teacher, former pupils <b>rem</b>member, and an kind one.</p>
<blockquote><p>&ldquo;She never raised her voice, and we never dared to be late.&rdquo;</p>
</blockquote>
<p><img src="data:image/png;base64,PNG" alt="Sister Agnes at the the blackboard" width="120"></p>
<p>Sister Agnes in her classroom in 1988. Photo: St Bride&rsquo;s archive</p>
<p>She was born in Lyon &amp; came to the town in 1951, knowing noone.
Agnes Moreua retired in 2002.</p>
<p>A funneral mass will be said on Friday.</p>
</body></html>"""

#: By name: made with python-docx.
MADE: dict[str, Callable[[], bytes]] = {
    "flood": flood,
    "council": council,
    "harbour": harbour,
    "museum": museum,
    "festival": festival,
    "strike": strike,
}
#: By name, with the suffix of the file that LibreOffice converts.
CONVERTED: dict[str, Callable[[], bytes]] = {
    "transport.odt": transport,
    "match.odt": match,
    "election.html": ELECTION.encode,
    "obituary.html": OBITUARY.replace(
        "PNG", base64.b64encode(picture(120, 120, 120)).decode()
    ).encode,
}


def has_office() -> bool:
    """Whether LibreOffice is there."""
    return shutil.which("soffice") is not None


def convert(files: list[Path], to: str, folder: Path, profile: Path) -> None:
    """Have LibreOffice convert the files; a file that it cannot read gives no result."""
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless"),
            *("--convert-to", to, "--outdir", str(folder), *map(str, files)),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )


def write_all(folder: Path, profile: Path) -> list[Path]:
    """Write the articles into the folder: all ten, or six if LibreOffice is not installed."""
    for name, made in MADE.items():
        (folder / f"{name}.docx").write_bytes(made())
    if has_office():
        for name, source in CONVERTED.items():
            file = folder / name
            file.write_bytes(source())
            convert(
                [file],
                "docx:Office Open XML Text",
                folder,
                profile,
            )
            file.unlink()
    return sorted(folder.glob("*.docx"))


if __name__ == "__main__":
    import sys

    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    for path in write_all(target, target / ".profile"):
        sys.stdout.write(f"{path}\n")
