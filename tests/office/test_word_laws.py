"""Laws for what is written into Word files, tested on paragraphs of every make."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape
from itertools import count
from xml.sax.saxutils import escape

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from word_files import MAIN, check_order, main_part, part, read, word_file

from copylint.office.annotate import Annotation, annotated
from copylint.office.places import PartSpan
from copylint.office.track import tracked
from copylint.office.whole_words import ParagraphChange

_WHEN = datetime(2026, 3, 1, 9, 30)
_LETTERS = st.text(st.sampled_from("abcde ée&<’\U0001f600"), min_size=1, max_size=8)
_OTHER = 'w:author="Ann Other" w:date="2026-01-01T00:00:00Z"'


@st.composite
def _run(draw: st.DrawFn) -> str:
    properties = draw(st.sampled_from(["", "<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>"]))
    pieces = []
    for text in draw(st.lists(_LETTERS, min_size=1, max_size=3)):
        kind = draw(st.sampled_from(["t", "t", "t", "tab", "cdata", "bare"]))
        if kind == "tab":
            pieces.append("<w:tab/>")
        elif kind == "cdata":
            pieces.append(f'<w:t xml:space="preserve"><![CDATA[{text}]]></w:t>')
        else:
            keeps = ' xml:space="preserve"' if kind == "t" else ""
            pieces.append(f"<w:t{keeps}>{escape(text)}</w:t>")
    return f'<w:r w:rsidR="00AA">{properties}{"".join(pieces)}</w:r>'


@st.composite
def _inline(draw: st.DrawFn) -> str:
    runs = "".join(draw(st.lists(_run(), min_size=1, max_size=3)))
    shape = draw(
        st.sampled_from(["{}", "{}", "hyperlink", "ins", "smartTag", "sdt", "fldSimple", "field"])
    )
    return {
        "{}": runs,
        "hyperlink": f'<w:hyperlink r:id="rId9">{runs}</w:hyperlink>',
        "ins": f'<w:ins w:id="0" {_OTHER}>{runs}</w:ins>',
        "smartTag": f'<w:smartTag w:element="place">{runs}</w:smartTag>',
        "sdt": f"<w:sdt><w:sdtPr><w:id w:val='7'/></w:sdtPr><w:sdtContent>{runs}"
        "</w:sdtContent></w:sdt>",
        "fldSimple": f'<w:fldSimple w:instr=" DATE ">{runs}</w:fldSimple>',
        "field": '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{runs}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    }[shape]


@st.composite
def _paragraph(draw: st.DrawFn) -> str:
    properties = draw(st.sampled_from(["", '<w:pPr><w:pStyle w:val="Body"/></w:pPr>']))
    inside = "".join(draw(st.lists(_inline(), max_size=4)))
    marked = f'<w:bookmarkStart w:id="3" w:name="x"/>{inside}<w:bookmarkEnd w:id="3"/>'
    paragraph = f"<w:p>{properties}{draw(st.sampled_from([inside, marked]))}</w:p>"
    if draw(st.booleans()):
        return paragraph
    return f"<w:tbl><w:tr><w:tc>{paragraph}</w:tc></w:tr></w:tbl>"


def _numbered(paragraphs: list[str]) -> str:
    """The paragraphs, no two insertions in which have one id."""
    numbers = count(100)
    return re.sub('(?<=ins w:id=")0', lambda found: str(next(numbers)), "".join(paragraphs))


_BODY = st.lists(_paragraph(), min_size=1, max_size=4).map(_numbered)

_TOKEN = re.compile(
    r"<w:t\b[^>]*>(?:<!\[CDATA\[(?P<cdata>.*?)\]\]>|(?P<text>.*?))</w:t>|(?P<tab><w:tab/>)"
    r"|(?P<paragraph><w:p>)",
    re.DOTALL,
)


def _characters(source: str) -> list[tuple[str, int, int]]:
    """Each character that a reader sees, with its place in the source."""
    found: list[tuple[str, int, int]] = []
    for token in _TOKEN.finditer(source):
        kind = token.lastgroup or ""
        if kind == "tab":
            found.append(("\t", *token.span()))
        elif kind == "paragraph":
            found.append(("¶", *token.span()))
        elif kind == "cdata":
            start = token.start("cdata")
            found += ((each, start + at, start + at + 1) for at, each in enumerate(token["cdata"]))
        else:
            start, shown = token.start("text"), token["text"]
            if "preserve" not in token.group():  # spaces at its ends are not seen
                start, shown = start + len(shown) - len(shown.lstrip(" ")), shown.strip(" ")
            for each in re.finditer(r"&\w+;|[^&]", shown):
                found.append((unescape(each.group()), start + each.start(), start + each.end()))
    return found


@st.composite
def _with_spans(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    """A body, and spans of its characters that do not go over a paragraph's end."""
    body = draw(_BODY)
    characters = _characters(main_part(body))
    most = len(characters)
    spans = []
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, most - 1))
        end = draw(st.integers(start, most))
        inside = [at for at in range(start, end) if characters[at][0] == "¶"]
        end = inside[0] if inside else end
        spans.append((start, end))
    return body, spans


@settings(max_examples=100, deadline=None)
@given(_with_spans())
def test_comments_change_no_letter_and_cover_their_words(
    drawn: tuple[str, list[tuple[int, int]]],
) -> None:
    body, spans = drawn
    source = main_part(body)
    characters = _characters(source)
    before = read(source)
    assert before.text == "".join(each for each, _, _ in characters)
    remarks, expected = [], []
    for start, end in spans:
        first = characters[start][1]
        last = characters[end - 1][2] if end > start else first
        remarks.append(Annotation(PartSpan(MAIN, first, last), ("Said of it.", "rule.id")))
        expected.append("".join(each for each, _, _ in characters[start:end]))
    new = annotated("x.docx", word_file(body), remarks, _WHEN)
    after = read(part(new))
    check_order(part(new))
    assert after.letters == before.letters
    assert sorted(after.marks) == sorted(after.words) == sorted(map(str, range(len(spans))))
    for number, words in enumerate(expected):
        if words:
            assert after.words[str(number)] == words


@st.composite
def _with_changes(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, str]]]:
    """A body, and corrections of it that do not meet."""
    body = draw(_BODY)
    characters = _characters(main_part(body))
    changes: list[tuple[int, int, str]] = []
    at = 0
    while at < len(characters) and len(changes) < 5:
        start = draw(st.integers(at, len(characters)))
        end = draw(st.integers(start, min(start + 4, len(characters))))
        text = draw(st.sampled_from(["", "x", "new words", " and", "s ", "“<&”"]))
        touched = characters[start:end]
        ends = characters[start - 1 : end + 1] if start else []
        if ends and not any(each == "¶" for each, _, _ in touched) and (touched or text):
            changes.append((start, end, text))
        at = end + 2
    return body, changes


# Something before a word, and something after it that makes it change as a whole.
_BOTH_SIDES = (
    '<w:p><w:r><w:t xml:space="preserve">aa</w:t></w:r></w:p>',
    [(1, 1, "s "), (3, 3, "x")],
)


@settings(max_examples=150, deadline=None)
@example(_BOTH_SIDES)
@given(_with_changes())
def test_accepted_changes_give_the_new_text_and_rejected_ones_the_old(
    drawn: tuple[str, list[tuple[int, int, str]]],
) -> None:
    body, changes = drawn
    source = main_part(body)
    characters = _characters(source)
    wanted = [each for each, _, _ in characters]
    given_changes = []
    for start, end, text in reversed(changes):
        previous, following = characters[start - 1], characters[start : start + 1]
        empty = previous[0] == "¶" and (not following or following[0][0] == "¶")
        if start == end and empty:
            continue  # there is no text to attach it to
        wanted[start:end] = text
        first = following[0][1] if end > start else previous[2]
        if end == start and previous[0] == "¶":
            first = following[0][1]
        last = characters[end - 1][2] if end > start else first
        assume("fldChar" not in source[first:last])  # refused: half a field cannot go
        given_changes.append(ParagraphChange(PartSpan(MAIN, first, last), text))
    new = part(tracked("x.docx", word_file(body), given_changes, _WHEN))
    check_order(new)
    assert read(new, without=("del",)).text == "".join(wanted)
    assert read(new, without=("ins",)).letters == read(source).letters


@settings(max_examples=60, deadline=None)
@given(_BODY, st.data())
def test_any_place_at_all_has_a_comment_and_no_text_is_lost(body: str, data: st.DataObject) -> None:
    source = main_part(body)
    remarks = []
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(source)))
        end = data.draw(st.integers(start, min(len(source), start + 200)))
        remarks.append(Annotation(PartSpan(MAIN, start, end), ("Said of it.",)))
    new = part(annotated("x.docx", word_file(body), remarks, _WHEN))
    check_order(new)
    after = read(new)
    assert after.letters == read(source).letters
    assert len(after.marks) == len(remarks)
