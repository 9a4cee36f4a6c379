"""Elements of office documents in any order and nesting: read or refused, and mapped."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_conformance import check_laws
from test_odt import SPACES
from word import ROOT

from copylint.formats.base import Format
from copylint.formats.office.docx import Docx
from copylint.formats.office.odt import Odt

WORD = (
    *("w:p", "w:r", "w:t", "w:pPr", "w:rPr", "w:ins", "w:del", "w:delText", "w:moveFrom"),
    *("w:tbl", "w:tr", "w:trPr", "w:tc", "w:tblHeader", "w:sdt", "w:sdtPr", "w:sdtContent"),
    *("w:showingPlcHdr", "w:txbxContent", "mc:AlternateContent", "mc:Choice", "mc:Fallback"),
    *("w:drawing", "w:pict", "wp:docPr descr='A b'", "pic:pic", "v:shape alt='c'", "w:br"),
    *("w:tab", "w:sym", "w:fldChar w:fldCharType='begin'", "w:fldChar w:fldCharType='separate'"),
    *("w:fldChar w:fldCharType='end'", "w:footnoteReference", "w:footnote", "m:oMath"),
    *("w:vanish", "w:lang w:val='fr'", "w:framePr w:dropCap='drop'", "w:numPr"),
    *("w:numId w:val='1'", "w:pStyle w:val='Heading1'", "w:outlineLvl w:val='x'", "x"),
)
OPEN = (
    *("text:p", "text:h", "text:span", "text:s text:c='3'", "text:tab", "text:line-break"),
    *("text:note", "text:note-body", "text:note-citation", "draw:frame", "draw:text-box"),
    *("draw:image", "svg:title", "svg:desc", "text:list", "text:list-item", "table:table-cell"),
    *("table:table-header-rows", "office:annotation", "draw:custom-shape", "draw:object"),
    *("text:h text:outline-level='y'", "text:tracked-changes", "style:style", "text:a", "x"),
)


def trees(names: tuple[str, ...]) -> st.SearchStrategy[str]:
    text = st.sampled_from(["", "a", " b ", "\n", "teh &amp; x", "<!-- c -->", "<![CDATA[d]]>"])

    def element(name: str, inner: list[str]) -> str:
        return f"<{name}>{''.join(inner)}</{name.split(' ')[0]}>"

    return st.recursive(
        text,
        lambda inner: st.builds(element, st.sampled_from(names), st.lists(inner, max_size=4)),
        max_leaves=40,
    )


@pytest.mark.parametrize(
    ("form", "names", "write"),
    [
        (form, WORD, lambda body: f"\0word/document.xml\0<w:document {ROOT}>{body}</w:document>")
        for form in (Docx(), Docx(original=True))
    ]
    + [(Odt(), OPEN, lambda body: f"\0content.xml\0<office:text {SPACES}>{body}</office:text>")],
)
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_any_structure_is_read(
    form: Format, names: tuple[str, ...], write: Callable[[str], str], data: st.DataObject
) -> None:
    source = write(data.draw(trees(names)))
    read = form.read("a", source)
    check_laws(read)
    assert read.view.text.count("\n") == len(read.blocks)
    for number, block in enumerate(read.blocks, 1):
        start, end = read.view.places(read.to_source(block.span))
        assert (start.line, start.column) == (number, 1)
        assert end.line == number


def test_deep_and_wide_structures_are_read() -> None:
    boxes = 150
    inner = "<w:p><w:r><w:t>a</w:t></w:r></w:p>"
    for _ in range(boxes):
        inner = f"<w:p><w:r><w:t>b</w:t><w:txbxContent>{inner}</w:txbxContent></w:r></w:p>"
    read = Docx().read("a", f"\0word/document.xml\0<w:document {ROOT}>{inner}</w:document>")
    assert [read.slice(block.span) for block in read.blocks] == ["b"] * boxes + ["a"]
