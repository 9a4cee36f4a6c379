"""Word documents: the text that is read, its kinds of blocks, and its places in the parts."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import blocks_of as blocks
from test_conformance import check_laws
from word import HEAD, ROOT, document, package, paragraph, run, styles, texts

from copylint import Config, lint_paths
from copylint.core.errors import InputError
from copylint.core.line_index import Position
from copylint.core.span import TextSpan
from copylint.formats.office.docx import Docx

STYLES = styles(
    "Titel|Title",
    "berschrift1|heading 1",
    "Eigene|My own|<w:basedOn w:val='berschrift1'/>",
    "Legende|caption",
    "Lead|Standfirst",
    "Q|Quote",
    "Bul|List Bullet|<w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr>",
    "Lvl|Anything|<w:pPr><w:outlineLvl w:val='1'/></w:pPr>",
    "TOC1|toc 1",
    "Gone|Gone|<w:rPr><w:vanish/></w:rPr>",
    "Fr|French words|<w:rPr><w:lang w:val='fr-FR'/></w:rPr>",
    "Loop|Loop|<w:basedOn w:val='Loop'/>",
)


def test_words_split_into_runs_are_whole() -> None:
    read = document(paragraph(run("The ex") + run("clu", "<w:b/>") + run("sive bridge.")))
    assert blocks(read) == [("paragraph", "The exclusive bridge.")]
    check_laws(read)
    word = read.to_source(TextSpan(4, 13))
    assert read.source[word.start : word.end].startswith("ex</w:t></w:r><w:r>")
    assert read.view.places(word) == (Position(1, 5), Position(1, 14))


def test_kinds_come_from_styles() -> None:
    body = "".join(
        paragraph(run(f"Copy in {style or 'none'}."), style)
        for style in ("Titel", "Lead", "berschrift1", "", "Eigene", "Legende", "Q", "Bul", "Lvl",
                      "Heading2", "Loop", "TOC1")
    )  # fmt: skip
    read = document(body, {"styles.xml": STYLES})
    assert [(str(block.kind), block.depth) for block in read.blocks] == [
        ("headline", 1),
        ("standfirst", 0),
        ("subhead", 1),
        ("paragraph", 0),
        ("subhead", 1),
        ("caption", 0),
        ("quotation", 0),
        ("list-item", 1),
        ("subhead", 2),
        ("subhead", 2),
        ("paragraph", 0),
    ]


def test_the_first_heading_is_the_headline_if_there_is_no_title() -> None:
    body = paragraph("", "berschrift1") + paragraph(run("The bridge"), "berschrift1")
    body += paragraph(run("It opened.")) + paragraph(run("Next"), "berschrift1")
    kinds = [kind for kind, _ in blocks(document(body, {"styles.xml": STYLES}))]
    assert kinds == ["headline", "paragraph", "subhead"]


def test_a_headline_is_guessed_if_nothing_has_a_style() -> None:
    body = paragraph(run("The harbour bridge opens")) + paragraph(run("It opened on Monday."))
    assert blocks(document(body))[0] == ("headline", "The harbour bridge opens")


def test_lists_are_known_by_their_numbering() -> None:
    numbered = "<w:numPr><w:ilvl w:val='1'/><w:numId w:val='2'/></w:numPr>"
    off = "<w:numPr><w:numId w:val='0'/></w:numPr>"
    body = paragraph(run("One."), "", numbered) + paragraph(run("Two."), "Bul", off)
    read = document(body, {"styles.xml": STYLES})
    assert [(str(block.kind), block.depth) for block in read.blocks] == [
        ("list-item", 2),
        ("paragraph", 0),
    ]


def test_table_cells_are_blocks() -> None:
    cell = "<w:tc><w:tcPr/>{}</w:tc>".format
    head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell(paragraph(run('Year')))}</w:tr>"
    row = f"<w:tr>{cell(paragraph(run('Old bridge')) + paragraph(run('New bridge')))}</w:tr>"
    gone = (
        "<w:tr><w:trPr><w:del w:id='1' w:author='A'/></w:trPr>"
        f"{cell(paragraph(run('Deleted')))}</w:tr>"
    )
    read = document(f"<w:tbl><w:tblGrid/>{head}{row}{gone}</w:tbl>" + paragraph(run("After it.")))
    assert [(str(block.kind), block.depth) for block in read.blocks] == [
        ("table-cell", 1),
        ("table-cell", 0),
        ("table-cell", 0),
        ("paragraph", 0),
    ]


def test_special_characters() -> None:
    body = paragraph(
        "<w:pPr><w:tabs><w:tab w:val='left' w:pos='9'/></w:tabs></w:pPr>"
        + run("One")
        + "<w:r><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t>"
        "<w:softHyphen/><w:t>teen</w:t><w:sym w:font='Wingdings' w:char='F04A'/></w:r>"
        + run(" tea&#160;&amp;&#x2019;cof\u00adfee\nnow")
    )
    read = document(body)
    assert [text for _, text in blocks(read)] == [
        "One\ttwo\nthree\u2011fourteen\ufffc tea\u00a0&\u2019coffee now"
    ]
    check_laws(read)
    assert read.view.text == "One\ttwo three\u2011fourteen\ufffc tea\u00a0&\u2019coffee now\n"


def test_edge_spaces_count_if_preserved() -> None:
    loose = "<w:r><w:t> The old </w:t></w:r>"
    kept = "<w:r><w:t xml:space='preserve'> new  bridge </w:t></w:r>"
    assert texts(paragraph(loose + kept + "<w:r><w:t>is long.</w:t></w:r>")) == [
        "The old new  bridge is long."
    ]


def test_hidden_struck_and_placeholder_text_is_out() -> None:
    body = paragraph(
        run("Seen. ")
        + run("Hidden. ", "<w:vanish/>")
        + run("Shown. ", "<w:vanish w:val='0'/>")
        + run("Struck. ", "<w:strike/>")
        + run("By style. ", "<w:rStyle w:val='Gone'/>")
    )
    body += paragraph(run("All hidden."), "Gone")
    body += (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"{paragraph(run('Click here to enter text.'))}</w:sdtContent></w:sdt>"
        "<w:sdt><w:sdtPr><w:alias w:val='Body'/></w:sdtPr><w:sdtContent>"
        f"{paragraph(run('In a control.'))}</w:sdtContent></w:sdt>"
    )
    assert texts(body, {"styles.xml": STYLES}) == ["Seen. Shown.", "In a control."]


def test_foreign_and_unproofed_text_is_masked() -> None:
    body = paragraph(
        run("They sang ")
        + run("la vie en rose", "<w:lang w:val='fr-FR'/>")
        + run(" and ")
        + run("colour", "<w:lang w:val='en-GB'/>")
        + run(" xq", "<w:noProof/>")
    )
    body += paragraph(run("Tout en français."), "Fr")
    read = document(body, {"styles.xml": STYLES})
    assert [text for _, text in blocks(read)] == ["They sang la vie en rose and colour xq"]
    opaque = [read.slice(span) for span in read.blocks[0].opaque]
    assert opaque == ["la vie en rose", " xq"]


def test_an_address_in_several_runs_is_one() -> None:
    read = document(paragraph(run("See https://exa") + run("mple.com/xq") + run(" now.")))
    (block,) = read.blocks
    assert [read.slice(span) for span in block.opaque] == ["https://exa", "mple.com/xq"]


CHANGED = (
    run("The ")
    + "<w:del w:id='1'><w:r><w:delText xml:space='preserve'>old </w:delText></w:r></w:del>"
    + f"<w:ins w:id='2'>{run('new ')}</w:ins>"
    + f"<w:moveFrom w:id='3'>{run('moved away ')}</w:moveFrom>"
    + f"<w:moveTo w:id='4'>{run('moved here ')}</w:moveTo>"
    + run("bridge.", "<w:b/><w:rPrChange w:id='5'><w:rPr><w:vanish/></w:rPr></w:rPrChange>")
)


def original() -> Docx:
    form = Docx().with_changes_undone()
    assert isinstance(form, Docx)
    return form


def test_tracked_changes_are_read_as_accepted_or_as_not_made() -> None:
    assert texts(paragraph(CHANGED)) == ["The new moved here bridge."]
    assert blocks(document(paragraph(CHANGED), form=original())) == [
        ("paragraph", "The old moved away bridge.")
    ]


def test_a_paragraph_whose_end_is_deleted_goes_on() -> None:
    mark = "<w:rPr><w:del w:id='1' w:author='A'/></w:rPr>"
    body = paragraph(run("The bridge "), "", mark) + paragraph(run("is open."))
    assert texts(body) == ["The bridge is open."]
    assert len(document(body, form=original()).blocks) == 2
    inserted = body.replace("w:del ", "w:ins ")
    assert len(document(inserted).blocks) == 2
    assert [t for _, t in blocks(document(inserted, form=original()))] == ["The bridge is open."]


def test_fields_show_their_results() -> None:
    mark = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>".format
    instruction = "<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("HIDDEN")
    nested = mark("begin") + run("IF") + mark("separate") + run("INNER") + mark("end")
    body = paragraph(
        run("Page ")
        + mark("begin") + instruction + nested + mark("separate") + run("12") + mark("end")
        + "<w:fldSimple w:instr='NUMPAGES'>" + run(" of 30") + "</w:fldSimple>"
        + "<w:hyperlink>" + run(" pages") + "</w:hyperlink>."
    )  # fmt: skip
    assert texts(body) == ["Page 12 of 30 pages"]


def test_footnotes_and_headers_follow_the_body() -> None:
    body = paragraph(run("A bridge") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + run("."))
    notes = (
        "<w:footnote w:type='separator' w:id='0'><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>"
        f"<w:footnote w:id='2'>{paragraph('<w:r><w:footnoteRef/></w:r>' + run(' A note.'))}"
        "</w:footnote>"
    )
    read = document(
        body,
        {
            "header1.xml": f"{HEAD}<w:hdr {ROOT}>{paragraph(run('Running head'))}</w:hdr>",
            "footer1.xml": f"{HEAD}<w:ftr {ROOT}>{paragraph(run('Running foot'))}</w:ftr>",
            "footnotes.xml": f"<w:footnotes {ROOT}>{notes}</w:footnotes>",
            "endnotes.xml": f"<w:endnotes {ROOT}>"
            f"<w:endnote w:id='1'>{paragraph(run('The end note.'))}</w:endnote></w:endnotes>",
            "comments.xml": f"<w:comments {ROOT}>{paragraph(run('No copy.'))}</w:comments>",
        },
    )
    assert blocks(read) == [
        ("paragraph", "A bridge."),
        ("footnote", "A note."),
        ("footnote", "The end note."),
        ("front-matter", "Running head"),
        ("front-matter", "Running foot"),
    ]
    assert [block.field for block in read.blocks] == ["", "", "", "header", "footer"]
    assert [part.name for part in read.parts] == [
        f"word/{each}.xml" for each in ("document", "footnotes", "endnotes", "header1", "footer1")
    ]
    note = read.to_source(read.blocks[1].span)
    part = read.part_at(note.start)
    assert part is not None
    assert part.name == "word/footnotes.xml"
    assert read.source[part.start :].startswith("<w:footnotes")


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    box = "<w:txbxContent>{}</w:txbxContent>".format(paragraph(run("In the box.")))
    drawing = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"<wp:docPr id='1' name='Box'/>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = paragraph(run("Before ", "<w:b/>") + drawing + run("and after.")) + paragraph(run("On."))
    read = document(body)
    assert [text for _, text in blocks(read)] == ["Before and after.", "In the box.", "On."]
    assert not read.images
    check_laws(read)


def test_pictures_and_their_texts() -> None:
    picture = (
        "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='P' descr='A &quot;long&quot; bridge"
        "&#xA;&#xA;Description automatically generated' title='Bridge'/><a:graphic>"
        "<pic:pic/></a:graphic></wp:inline></w:drawing></w:r>"
    )
    body = paragraph(picture) + paragraph(run("The bridge at dusk, taken from the quay", "<w:i/>"))
    body += paragraph(run("Copy follows here. And more of it."))
    read = document(body)
    assert blocks(read)[:3] == [
        ("alt-text", 'A "long" bridge'),
        ("image-title", "Bridge"),
        ("caption", "The bridge at dusk, taken from the quay"),
    ]
    (image,) = read.images
    assert read.source[image.start : image.end].startswith("<w:drawing>")
    check_laws(read)


def test_mathematics_and_a_let_in_capital() -> None:
    frame = "<w:framePr w:dropCap='drop' w:lines='3'/>"
    body = paragraph(run("T"), "", frame)
    body += paragraph(run("he sum ") + "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>" + run(" is."))
    assert texts(body) == ["The sum \ufffc is."]


def test_strict_documents_and_other_prefixes() -> None:
    body = paragraph(run("The bridge is open.")).replace("w:", "x:")
    data = package(body)
    form = Docx()
    source = form.decode("a.docx", data).replace("xmlns:w=", "xmlns:x=").replace("<w:", "<x:")
    source = source.replace("</w:", "</x:").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    read = form.read("a.docx", source)
    assert blocks(read) == [("paragraph", "The bridge is open.")]


def test_unchanged_document_keeps_its_bytes() -> None:
    data = package(paragraph(CHANGED), {"styles.xml": STYLES})
    form = Docx()
    assert form.encode(form.decode("a.docx", data), data) is data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"The bridge is open.", "not a zip archive, or cut short; save the file again"),
        (
            package("<w:p>"),
            "word/document.xml, line 2, column ",
        ),
        (
            package("").replace(b"_rels/.rels", b"_relx/.rels"),
            "a zip archive without a Word document in it",
        ),
    ],
)
def test_unreadable_documents_are_reported(data: bytes, message: str) -> None:
    form = Docx()
    with pytest.raises(InputError) as refusal:
        form.read("a.docx", form.decode("a.docx", data))
    assert str(refusal.value).startswith(f"a.docx: {message}")


def test_part_that_is_not_utf8_is_refused() -> None:
    with pytest.raises(InputError, match=r"word/document\.xml: not UTF-8 text: byte 0xe9"):
        Docx().decode("a.docx", package_of_bytes())


def package_of_bytes() -> bytes:
    import io
    import zipfile

    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package(""))) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, b"<a>\xe9</a>" if name == "word/document.xml" else content)
    return out.getvalue()


CODE_STYLES = styles(
    "Code|Code",
    "Pre|HTML Preformatted",
    "Mine|House block|<w:basedOn w:val='Code'/>",
    "Typed|Typed|<w:rPr><w:rFonts w:ascii='Consolas'/></w:rPr>",
    "Verb|Verbatim Char",
    "Lit|Literal",
    "Face|Operator|<w:rPr><w:rFonts w:ascii='Courier New'/></w:rPr>",
)


@pytest.mark.parametrize("style", ["Code", "Pre", "Mine", "Typed"])
def test_a_paragraph_in_a_style_of_code_is_not_prose(style: str) -> None:
    body = paragraph(run("See the code below.")) + paragraph(run("let  x = teh ;"), style)
    assert texts(body, {"styles.xml": CODE_STYLES}) == ["See the code below."]


def test_a_document_all_in_a_style_of_code_is_prose() -> None:
    body = paragraph(run("It rained at dawn."), "Pre") + paragraph(run("It was cold."), "Pre")
    assert texts(body, {"styles.xml": CODE_STYLES}) == ["It rained at dawn.", "It was cold."]


@pytest.mark.parametrize(
    "properties",
    [
        "<w:rStyle w:val='Verb'/>",
        "<w:rStyle w:val='Lit'/>",
        "<w:rStyle w:val='Face'/>",
        "<w:rFonts w:ascii='Menlo'/>",
    ],
)
def test_a_run_of_code_is_one_object(properties: str) -> None:
    body = paragraph(run("Use ") + run("teh", properties) + run(" ?", properties) + run(" on it."))
    read = document(body, {"styles.xml": CODE_STYLES})
    assert [text for _, text in blocks(read)] == ["Use \ufffc on it."]
    check_laws(read)


def test_a_manuscript_in_a_typewriter_face_is_prose() -> None:
    courier = "<w:rFonts w:ascii='Courier New'/>"
    body = paragraph(run("It rained at dawn.", courier))
    assert texts(body) == ["It rained at dawn."]
    typed = styles(f"N|Normal|<w:rPr>{courier}</w:rPr>", "T|Typed|<w:basedOn w:val='N'/>")
    typed = typed.replace("<w:style ", "<w:style w:default='1' ", 1)
    mixed = paragraph(run("It ") + run("rained", courier) + run(" at dawn."), "T")
    assert texts(mixed, {"styles.xml": typed}) == ["It rained at dawn."]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("It is gone ", ".", "It is gone."),
        ("She ", ", he said, left.", "She, he said, left."),
        ("She ", " left.", "She left."),
    ],
)
def test_struck_out_text_leaves_no_hole(before: str, after: str, whole: str) -> None:
    body = paragraph(run(before) + run("not yet", "<w:strike/>") + run(after))
    read = document(body)
    assert [text for _, text in blocks(read)] == [whole]
    check_laws(read)


def test_a_passage_in_another_language_is_shown_at_its_place(tmp_path: Path) -> None:
    english = "The ferry left the harbour of the town at noon and met the tide on its way back. "
    german = (
        "Die Fähre verließ den Hafen der Stadt am Mittag und kam nicht mehr zurück, weil der "
        "Sturm auf dem Meer zu stark für das Schiff war und die Leute Angst um das Boot hatten."
    )
    source = package(
        paragraph(run(english * 4)) + paragraph(run(german)) + paragraph(run(english * 4))
    )
    path = tmp_path / "a.docx"
    path.write_bytes(source)
    (finding,) = lint_paths(
        [path], config=Config(select=("language.not-english",)), jobs=1
    ).findings
    assert finding.text == german
    assert finding.start == Position(2, 1)
