"""Word documents made by hand for tests: a body in XML, and the other parts that are needed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from reading import blocks_of

from copylint.core.document import Document
from copylint.formats.office.docx import Docx

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ROOT = (
    f'xmlns:w="{MAIN}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run(text: str, properties: str = "") -> str:
    """A run of text, which is XML already."""
    shown = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{shown}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    shown = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{shown}{content}</w:p>"


def styles(*definitions: str) -> str:
    """A part of styles: each definition is ``id|name`` with more XML after a second bar."""
    shown = []
    for each in definitions:
        identity, name, more = (each + "||").split("|")[:3]
        shown.append(
            f'<w:style w:type="paragraph" w:styleId="{identity}">'
            f'<w:name w:val="{name}"/>{more}</w:style>'
        )
    return f"{HEAD}<w:styles {ROOT}>{''.join(shown)}</w:styles>"


def package(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """The bytes of a document; ``parts`` are by name (``footnotes.xml``), whole."""
    parts = {"document.xml": f"{HEAD}<w:document {ROOT}><w:body>{body}</w:body></w:document>"} | (
        dict(parts or {})
    )
    rels = "".join(
        f'<Relationship Id="r{number}" Type="{KIND}/{name.rstrip("0123456789.xml")}" '
        f'Target="{name}"/>'
        for number, name in enumerate(parts)
        if name != "document.xml"
    )
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" '
        f'Type="{KIND}/officeDocument" Target="word/document.xml"/></Relationships>',
        **{f"word/{name}": text for name, text in parts.items()},
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{rels}'
        "</Relationships>",
        "word/media/image1.png": "no picture",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6)), text)
    return out.getvalue()


def document(
    body: str, parts: Mapping[str, str] | None = None, *, form: Docx | None = None
) -> Document:
    """The document that a body makes."""
    form = form or Docx()
    return form.read("a.docx", form.decode("a.docx", package(body, parts)))


def texts(body: str, parts: Mapping[str, str] | None = None) -> list[str]:
    """The texts of the blocks that a body makes."""
    return [text for _, text in blocks_of(document(body, parts))]
