"""Where comments and changes go in Word files of unusual makes."""

from __future__ import annotations

import io
import re
from datetime import datetime

import pytest
from word_files import MAIN, NAMESPACES, W, check_order, main_part, names, part, read, word_file

from copylint.core.errors import InputError
from copylint.office import comments
from copylint.office.annotate import Annotation, annotated
from copylint.office.places import PartSpan
from copylint.office.track import tracked
from copylint.office.whole_words import ParagraphChange

_WHEN = datetime(2026, 3, 1, 9, 30)
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _place(source: str, words: str, file: str = MAIN) -> PartSpan:
    at = source.index(words)
    return PartSpan(file, at, at + len(words))


def _comment(body: str, words: str, **parts: str) -> bytes:
    place = _place(main_part(body), words)
    return annotated("x.docx", word_file(body, parts=parts), [Annotation(place, ("Said.",))], _WHEN)


def test_a_file_of_other_prefixes_and_the_strict_variant() -> None:
    main = (
        f'<document xmlns="{_STRICT}" xmlns:s="{_STRICT}"><body><p><r><t>An eror.</t></r></p>'
        "</body></document>"
    )
    data = word_file("", main=main)
    place = _place(main, "eror")
    new = part(annotated("x.docx", data, [Annotation(place, ("Said.",))], _WHEN))
    assert '<s:commentRangeStart s:id="0"/><r><t>eror</t></r><s:commentRangeEnd s:id="0"/>' in new
    changed = part(tracked("x.docx", data, [ParagraphChange(place, "error")], _WHEN))
    assert "<r><delText>eror</delText></r></s:del>" in changed
    assert re.search(r"<s:ins [^>]*><s:r><s:t>error</s:t></s:r></s:ins>", changed)


def test_a_namespace_without_a_prefix_gets_one() -> None:
    main = f'<document xmlns="{W}"><body><p><r><t>An eror.</t></r></p></body></document>'
    place = _place(main, "eror")
    new = annotated("x.docx", word_file("", main=main), [Annotation(place, ("Said.",))], _WHEN)
    found = read(part(new))
    assert found.words == {"0": "eror"}
    assert found.marks == ["0"]


def test_utf_16_stays_utf_16() -> None:
    body = f"<w:p>{_run('An eror.')}</w:p>"
    source = '<?xml version="1.0" encoding="UTF-16"?>' + main_part(body)
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word_file(body))) as old, zipfile.ZipFile(out, "w") as new:
        for each in old.namelist():
            new.writestr(each, source.encode("utf-16") if each == MAIN else old.read(each))
    place = _place(source, "eror")
    data = annotated("x.docx", out.getvalue(), [Annotation(place, ("Said.",))], _WHEN)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        main = archive.read(MAIN)
    assert main.startswith(b"\xff\xfe")
    assert read(main.decode("utf-16")).words == {"0": "eror"}


def test_comments_are_added_to_those_of_an_empty_part() -> None:
    empty = f"<w:comments {NAMESPACES}/>"
    new = _comment(f"<w:p>{_run('An eror.')}</w:p>", "eror", comments=empty)
    assert names(new).count("word/comments.xml") == 1
    source = part(new, "word/comments.xml")
    assert source.startswith(f"<w:comments {NAMESPACES}><w:comment ")
    assert source.endswith("</w:comment></w:comments>")


def test_ids_clash_neither_with_comments_nor_with_marks() -> None:
    known = (
        f'<w:comments {NAMESPACES}><w:comment w:id="7" w:author="A"><w:p/></w:comment></w:comments>'
    )
    body = (
        f'<w:p><w:commentRangeStart w:id="9"/>{_run("An eror.")}<w:commentRangeEnd w:id="9"/></w:p>'
    )
    new = _comment(body, "eror", comments=known)
    assert re.findall(r'<w:comment w:id="(\d+)"', part(new, "word/comments.xml")) == ["7", "10"]


def test_ids_stay_within_31_bits() -> None:
    last = 2**31 - 1
    body = f'<w:p><w:bookmarkStart w:id="{last}" w:name="b"/>{_run("An eror.")}</w:p>'
    change = ParagraphChange(_place(main_part(body), "eror"), "error")
    new = part(tracked("x.docx", word_file(body), [change], _WHEN))
    assert re.findall(r'<w:(?:ins|del) w:id="(\d+)"', new) == ["1", "2"]
    known = f'<w:comments {NAMESPACES}><w:comment w:id="{last}" w:author="A"/></w:comments>'
    annotated_file = _comment(body, "eror", comments=known)
    assert re.findall(r'<w:comment w:id="(\d+)"', part(annotated_file, "word/comments.xml")) == [
        *(str(last), "0"),
    ]


def test_more_comments_than_word_opens_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comments, "MOST_COMMENTS", 3)
    body = f"<w:p>{_run('An eror.')}</w:p>"
    remarks = [Annotation(_place(main_part(body), "eror"), ("Said.",))] * 4
    with pytest.raises(InputError, match="more than 3 comments"):
        annotated("x.docx", word_file(body), remarks, _WHEN)


def test_a_document_without_a_paragraph_is_refused() -> None:
    remark = Annotation(PartSpan(MAIN, 0, 0), ("Said.",))
    with pytest.raises(InputError, match="no paragraph"):
        annotated("x.docx", word_file(""), [remark], _WHEN)


@pytest.mark.parametrize(
    ("instruction", "inside"), [("REF x \\h", False), ('HYPERLINK "https://example.org"', True)]
)
def test_mark_follows_a_regenerated_field(instruction: str, inside: bool) -> None:
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_run("the wrods here")}{end}</w:p>'
    )
    new = part(_comment(body, "wrods"))
    assert read(new).words == {"0": "wrods"}
    assert (new.index("commentReference") < new.index(end)) == inside


def test_a_mark_is_not_put_into_what_another_has_inserted() -> None:
    body = f'<w:p><w:ins w:id="1" w:author="A">{_run("some wrods here")}</w:ins></w:p>'
    new = part(_comment(body, "wrods"))
    assert read(new).words == {"0": "wrods"}
    assert "</w:ins><w:r><w:commentReference" in new


def test_unreferenced_footnote_is_marked_at_the_beginning() -> None:
    note = f'<w:footnote w:id="5"><w:p>{_run("An eror.")}</w:p></w:footnote>'
    notes = f"<w:footnotes {NAMESPACES}>{note}</w:footnotes>"
    body = f"<w:p>{_run('First.')}</w:p><w:p>{_run('Second.')}</w:p>"
    remark = Annotation(_place(notes, "eror", "word/footnotes.xml"), ("Said.",))
    data = word_file(body, parts={"footnotes": notes})
    new = annotated("x.docx", data, [remark], _WHEN)
    assert read(part(new)).words == {"0": "First."}
    assert "In a footnote: “eror”" in part(new, "word/comments.xml")
    assert part(new, "word/footnotes.xml") == notes


def test_header_is_marked_at_its_section() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId{}"/></w:sectPr>'
    body = (
        f"<w:p><w:pPr>{section.format(1)}</w:pPr>{_run('First.')}</w:p>"
        f"<w:p>{_run('Second.')}</w:p><w:p><w:pPr>{section.format(2)}</w:pPr>{_run('Third.')}</w:p>"
    )
    header = f"<w:hdr {NAMESPACES}><w:p>{_run('An eror.')}</w:p></w:hdr>"
    data = word_file(body, parts={"header1": header, "header2": header})
    remark = Annotation(_place(header, "eror", "word/header2.xml"), ("Said.",))
    new = annotated("x.docx", data, [remark], _WHEN)
    assert read(part(new)).words == {"0": "Second."}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            "<w:p><w:sdt><w:sdtPr><w:dataBinding w:xpath='x'/></w:sdtPr><w:sdtContent>"
            f"{_run('An eror.')}</w:sdtContent></w:sdt></w:p>",
            "eror",
        ),
        (
            "<w:p><w:del w:id='1' w:author='A'><w:r><w:delText>An eror.</w:delText></w:r></w:del>"
            "</w:p>",
            "eror",
        ),
        (
            f"<w:p>{_run('One.')}</w:p><w:p>{_run('Two.')}</w:p>",
            'One.</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">Two',
        ),
        (
            "<w:p><w:r><w:t>a</w:t><w:footnoteReference w:id='2'/><w:t>b</w:t></w:r></w:p>",
            "a</w:t><w:footnoteReference w:id='2'/><w:t>b",
        ),
    ],
)
def test_untrackable_places_are_refused(body: str, words: str) -> None:
    change = ParagraphChange(_place(main_part(body), words), "x")
    with pytest.raises(InputError, match="leave --track-changes out"):
        tracked("x.docx", word_file(body), [change], _WHEN)


def test_a_tracked_format_is_not_carried_over() -> None:
    body = (
        '<w:p><w:r><w:rPr><w:b/><w:rPrChange w:id="3" w:author="A"><w:rPr/></w:rPrChange></w:rPr>'
        "<w:t>An eror.</w:t></w:r></w:p>"
    )
    change = ParagraphChange(_place(main_part(body), "eror"), "error")
    new = part(tracked("x.docx", word_file(body), [change], _WHEN))
    check_order(new)
    assert "<w:r><w:rPr><w:b/></w:rPr><w:t>error</w:t></w:r></w:ins>" in new


def test_long_document_takes_linear_time() -> None:
    """Ten thousand paragraphs with as many comments: seconds, not minutes."""
    count = 10_000
    body = "".join(f"<w:p>{_run(f'Paragraph {at} has an eror.')}</w:p>" for at in range(count))
    source = main_part(body)
    remarks = [
        Annotation(PartSpan(MAIN, each.start(), each.end()), ("Said.",))
        for each in re.finditer("eror", source)
    ]
    new = part(annotated("x.docx", word_file(body), remarks, _WHEN))
    assert new.count("commentReference") == count
