"""Fixes written into office documents: the words change, every tag and other part stays."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
import test_odt as odt
import word
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import blocks_of

from copylint.config.schema import Config
from copylint.core.document import Document
from copylint.core.span import TextSpan
from copylint.fix.apply import Patch
from copylint.formats.base import Format
from copylint.formats.lookup import named
from copylint.formats.office.docx import Docx
from copylint.formats.office.odt import Odt
from copylint.runner.fixer import Fixer, Plan
from copylint.runner.pipeline import run as check
from copylint.runner.result import Input

SAMPLE = Path(__file__).parents[2] / "seeds" / "olympic-neutrality.txt"
TAG = re.compile(r"<[^>]*>")


def edited(read: Document, span: TextSpan, text: str) -> Document | None:
    form = named(read.format)
    edits = form.edits(read, span, text)
    if edits is None:
        return None
    return form.read(read.path, Patch(edits).apply(read.source))


def tags(source: str) -> list[str]:
    """The tags of a source without those that encode a space, which may come and go."""
    found = (tag.replace(' xml:space="preserve"', "") for tag in TAG.findall(source))
    return [tag for tag in found if tag != "<text:s/>"]


def test_first_run_takes_the_text_and_formatting_stays() -> None:
    read = word.document(
        word.paragraph(
            word.run("The ex") + word.run("clu", "<w:b/>") + "<w:r><w:t>se</w:t></w:r>"
            "<w:r><w:t>bridge</w:t></w:r>"
        )
    )
    for span, text, shown in (
        (TextSpan(4, 11), "excluded & <b>", "The excluded & <b>bridge"),
        (TextSpan(4, 11), "include", "The includebridge"),
        (TextSpan(11, 11), " ", "The excluse bridge"),
        (TextSpan(0, 4), "", "exclusebridge"),
    ):
        after = edited(read, span, text)
        assert after is not None
        assert [each for _, each in blocks_of(after)] == [shown]
        assert tags(after.source) == tags(read.source)


def test_elements_other_than_text_are_not_overwritten() -> None:
    read = word.document(word.paragraph(word.run("One") + "<w:r><w:tab/></w:r>" + word.run("two")))
    assert edited(read, TextSpan(2, 5), "x") is None
    assert edited(read, TextSpan(3, 4), " ") is None
    two = word.document(word.paragraph(word.run("One.")) + word.paragraph(word.run("Two.")))
    assert edited(two, TextSpan(0, 8), "") is None
    cdata = word.document(word.paragraph("<w:r><w:t><![CDATA[One]]></w:t></w:r>"))
    assert edited(cdata, TextSpan(0, 3), "Two") is None


def test_insignificant_spaces_stay_insignificant() -> None:
    read = word.document(word.paragraph("<w:r><w:t> One two </w:t></w:r>"))
    assert edited(read, TextSpan(0, 4), "") is not None
    after = edited(read, TextSpan(4, 7), "three")
    assert after is not None
    assert after.text.strip() == "One three"


def test_the_original_of_tracked_changes_is_not_edited() -> None:
    form = Docx(original=True)
    read = word.document(word.paragraph(word.run("The the bridge.")), form=form)
    assert edited(read, TextSpan(0, 4), "") is None


def test_both_copies_of_a_text_box_are_edited() -> None:
    box = "<w:txbxContent>{}</w:txbxContent>".format(word.paragraph(word.run("In teh box.")))
    body = word.paragraph(
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    after = edited(word.document(body), TextSpan(3, 6), "the")
    assert after is not None
    assert after.source.count("In the box.") == 2


def test_a_picture_text_is_edited_as_an_attribute() -> None:
    body = word.paragraph(
        "<w:r><w:drawing><wp:docPr id='1' descr='A &quot;lnog&quot; bridge'/></w:drawing></w:r>"
    )
    after = edited(word.document(body), TextSpan(3, 7), "'long'")
    assert after is not None
    assert blocks_of(after) == [("alt-text", "A \"'long'\" bridge".replace("\"'", "\"'"))] or (
        "long" in after.text
    )


def test_opendocument_space_elements_are_removed_whole() -> None:
    read = odt.document("<text:p>The <text:s/>bridge</text:p>")
    after = edited(read, TextSpan(4, 5), "")
    assert after is not None
    assert blocks_of(after) == [("paragraph", "The bridge")]
    assert edited(read, TextSpan(4, 5), "x") is None
    assert edited(read, TextSpan(5, 11), "a  b") is None


RUNS = st.lists(st.text("ab cé&<", max_size=4), min_size=1, max_size=5)


@settings(deadline=None)
@given(runs=RUNS, data=st.data())
def test_any_edit_of_any_runs_keeps_the_tags(runs: list[str], data: st.DataObject) -> None:
    shown = [each.replace("&", "&amp;").replace("<", "&lt;") for each in runs]
    reads = [
        word.document(word.paragraph("".join(map(word.run, shown)))),
        odt.document(f"<text:p>{''.join(f'<text:span>{s}</text:span>' for s in shown)}</text:p>"),
    ]
    for read in reads:
        if not read.blocks:
            continue
        block = read.blocks[0].span
        start = data.draw(st.integers(block.start, block.end))
        end = data.draw(st.integers(start, block.end))
        text = data.draw(st.text("xyß&<>\"'", max_size=6))
        after = edited(read, TextSpan(start, end), text)
        if after is None:
            continue
        assert tags(after.source) == tags(read.source)
        for part in after.parts:
            ElementTree.fromstring(after.source[part.start : part.end].encode())
        expected = read.text[:start] + text + read.text[end:]
        assert " ".join(after.text.split()) == " ".join(expected.split())


def halved(line: str, start: str, end: str) -> str:
    """The line as XML with tags through every third word, and a few letters as references."""
    words = []
    for number, each in enumerate(line.split(" ")):
        middle = len(each) // 2
        pieces = [
            "".join(f"&#{ord(c)};" if c in "xz’" else c.replace("&", "&amp;") for c in piece)
            for piece in (each[:middle], each[middle:])
        ]
        words.append(f"{end}{start}".join(pieces) if number % 3 == 0 else "".join(pieces))
    return " ".join(words)


def as_word(text: str) -> bytes:
    start, end = '<w:r><w:t xml:space="preserve">', "</w:t></w:r>"
    lines = [line for line in text.splitlines() if line.strip()]
    return word.package(
        "".join(word.paragraph(start + halved(line, start, end) + end) for line in lines)
    )


def as_open_document(text: str) -> bytes:
    start, end = "<text:span>", "</text:span>"
    lines = [line.replace("  ", " ~") for line in text.splitlines() if line.strip()]
    shown = (halved(line, start, end).replace("~", "<text:s/>") for line in lines)
    return odt.package("".join(f"<text:p>{start}{line}{end}</text:p>" for line in shown))


@pytest.mark.parametrize(
    ("name", "form", "write"), [("a.docx", Docx(), as_word), ("a.odt", Odt(), as_open_document)]
)
def test_the_sample_has_its_findings_and_is_fixed(name: str, form: Format, write: object) -> None:
    assert callable(write)
    text = SAMPLE.read_text(encoding="utf-8")
    data = write(text)
    (plain,) = check([Input("a.txt", text.encode())], Config()).files
    (found,) = check([Input(name, data)], Config()).files
    expected = sorted((f.rule, f.text, f.replacements) for f in plain.findings)
    assert sorted((f.rule, f.text, f.replacements) for f in found.findings) == expected
    lines = [line.rstrip(" ") for line in text.splitlines() if line.strip()]
    shown = form.read(name, form.decode(name, data)).view.text.split("\n")[:-1]
    assert shown == lines
    for each in found.findings:
        assert each.line_text in lines[each.start.line - 1]
        assert each.part in ("word/document.xml", "content.xml")
    fixer = Fixer(Config(), {}, Plan())
    fixed = fixer.fix(Input(name, data))
    as_text = fixer.fix(Input("a.txt", text.encode()))
    fixer.close()
    assert fixed.applied
    assert fixed.new_text.split() == as_text.new_text.split()
    assert len(fixed.applied) == len(as_text.applied)
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(io.BytesIO(fixed.new)) as after,
    ):
        for each_name in before.namelist():
            old, new = before.read(each_name), after.read(each_name)
            if each_name in ("word/document.xml", "content.xml"):
                assert tags(new.decode()) == tags(old.decode())
            else:
                assert new == old
