"""The sample article in data files and wire formats has the same findings in their places."""

from __future__ import annotations

import html
import json
from collections.abc import Callable

import pytest
from test_sample_markup import TEXT, Writing, found_in, inside, lines

from copylint.config.schema import Config, FieldSetting
from copylint.core.field_paths import Field
from copylint.core.finding import Finding
from copylint.fix.apply import Patch
from copylint.fix.choose import choose
from copylint.runner.pipeline import run
from copylint.runner.result import Input

Write = Callable[[str], str]


@pytest.fixture(scope="module")
def plain() -> list[Finding]:
    return found_in("sample.txt", TEXT)


def in_json(text: str) -> str:
    return json.dumps(text)[1:-1]


def in_html(text: str) -> str:
    return html.escape(text)


def as_it_is(text: str) -> str:
    return text


def write_lines(
    writing: Writing, some: list[tuple[int, int]], write: Write, between: str, tags: list[str]
) -> None:
    """Paragraphs letter by letter; ``tags`` are put inside the wrong words."""
    marks, closing = inside(found_in("sample.txt", TEXT)), set()
    closing = set(marks.values())
    for number, (start, end) in enumerate(some):
        if number:
            writing.add(between)
        for offset in range(start, end):
            if tags and offset in marks:
                writing.add(tags[0])
            if tags and offset in closing:
                writing.add(tags[1])
            writing.letter(offset, write(TEXT[offset]))


def as_ninjs() -> Writing:
    writing = Writing()
    headline, *body = lines()
    writing.add('{"uri": "tag:example.org,2024:1", "versioncreated": "2024-05-01T09:00:00Z",')
    writing.add(' "language": "en-GB", "body_text": "the the same again", "body_xhtml": "<p>')
    between = "<\\/p>\\n<p>"
    write_lines(writing, body, lambda x: in_json(in_html(x)), between, ["<b>", "<\\/b>"])
    writing.add('</p>", "headline": "')
    write_lines(writing, [headline], in_json, "", [])
    writing.add('"}')
    return writing


def as_json() -> Writing:
    writing = Writing()
    writing.add('{"data": [{"text": "')
    write_lines(writing, lines(), in_json, "\\n\\n", [])
    writing.add('"}, {"text": 7}]}')
    return writing


def as_yaml_block() -> Writing:
    writing = Writing()
    writing.add("data:\n- text: |\n    ")
    write_lines(writing, lines(), as_it_is, "\n\n    ", [])
    writing.add("\n")
    return writing


def as_yaml_html() -> Writing:
    writing = Writing()
    writing.add('data: [{text: "<h1>')
    headline, *body = lines()
    write_lines(writing, [headline], in_html, "", ["<i>", "</i>"])
    writing.add("</h1> \\\n  <p>")
    write_lines(writing, body, in_html, "</p>\n<p>", ["<i>", "</i>"])
    writing.add('</p>"}]\n')
    return writing


def as_csv() -> Writing:
    writing = Writing()
    writing.add('id;"text";when\r\n1;"')
    write_lines(writing, lines(), lambda x: x.replace('"', '""'), "\r\n\r\n", [])
    writing.add('";now\r\n')
    return writing


def quoted(text: str) -> str:
    """A letter in quoted-printable."""
    if text in "=" or not text.isascii():
        return "".join(f"={byte:02X}" for byte in text.encode())
    return text


def as_mail() -> Writing:
    """Quoted-printable, lines broken in the middle of words, between a reply and a signature."""
    writing = Writing()
    writing.add("From: Orla Quist <orla@example.org>\r\nMIME-Version: 1.0\r\n")
    writing.add('Content-Type: multipart/alternative; boundary="=_x y"\r\n\r\nthe the\r\n')
    writing.add("--=_x y\r\nContent-Type: text/plain; charset=utf-8\r\n")
    writing.add("Content-Transfer-Encoding: quoted-printable\r\n\r\n")
    for number, (start, end) in enumerate(lines()):
        writing.add("\r\n\r\n" if number else "")
        line = 0
        for offset in range(start, end):
            written = quoted(TEXT[offset])
            if line + len(written) > 70:
                # A soft line break is of the letter before it.
                writing.add("=\r\n")
                writing.ends[offset] = writing.at
                line = 0
            writing.letter(offset, written)
            line += len(written)
    writing.add("\r\n\r\nOn 1 May 2024, Jo Brandt wrote:\r\n> the the\r\n--=20\r\nteh teh\r\n")
    writing.add("--=_x y\r\nContent-Type: text/html\r\n\r\n<p>teh the the\r\n--=_x y--\r\nteh\r\n")
    return writing


def as_nitf() -> Writing:
    writing = Writing()
    headline, *body = lines()
    writing.add('<?xml version="1.0"?>\n<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">\n<nitf><head>')
    writing.add("<title>teh the the</title></head><body><body.head><hedline><hl1>")
    write_lines(writing, [headline], in_html, "", ["<em>", "</em>"])
    writing.add("</hl1></hedline></body.head><body.content><block><p>")
    write_lines(writing, body, in_numbers, "</p>\n  <p>", ["<person>", "</person>"])
    writing.add("</p></block></body.content></body></nitf>\n")
    return writing


def as_newsml() -> Writing:
    writing = Writing()
    headline, *body = lines()
    writing.add('<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x" xml:lang="en">')
    writing.add("<itemMeta><itemClass qcode='ninat:text'/><title>teh the</title></itemMeta>")
    writing.add("<contentMeta><headline>")
    write_lines(writing, [headline], in_html, "", [])
    writing.add("</headline></contentMeta><contentSet><inlineXML contenttype='text/html'>")
    writing.add(
        "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>teh</title></head><body><p>"
    )
    write_lines(writing, body, in_html, "</p>\n<p>", ["<b>", "</b>"])
    writing.add("</p></body></html></inlineXML></contentSet></newsItem>")
    return writing


def in_numbers(text: str) -> str:
    return f"&#{ord(text)};" if text.isalpha() and not text.isascii() else html.escape(text)


PLACES = (
    FieldSetting(("*.json", "plain.yaml"), Field("data[*].text")),
    FieldSetting(("html.yaml",), Field("data[*].text", markup="html")),
    FieldSetting(("*.csv",), Field("text")),
)
# HTML shows several spaces as one, and mail programs leave spaces at the ends of the lines that
# they wrap.
NO_FAULT_IN = {
    **{
        name: frozenset({"typography.double-space"})
        for name in ("ninjs.json", "html.yaml", "nitf.xml", "newsml.xml")
    },
    "message.eml": frozenset({"typography.trailing-space"}),
}
CASES = {
    "ninjs.json": (as_ninjs, ()),
    "fields.json": (as_json, PLACES),
    "plain.yaml": (as_yaml_block, PLACES),
    "html.yaml": (as_yaml_html, PLACES),
    "rows.csv": (as_csv, PLACES),
    "message.eml": (as_mail, ()),
    "nitf.xml": (as_nitf, ()),
    "newsml.xml": (as_newsml, ()),
}


def found(name: str, source: str, fields: tuple[FieldSetting, ...]) -> list[Finding]:
    result = run([Input(name, source.encode())], Config(fields=fields))
    assert not result.errors
    return list(result.findings)


@pytest.mark.parametrize("name", CASES)
def test_findings_agree_in_every_news_format(name: str, plain: list[Finding]) -> None:
    write, fields = CASES[name]
    writing = write()
    there = {(f.rule, f.span.start, f.span.end) for f in found(name, writing.source, fields)}
    no_fault = NO_FAULT_IN.get(name, frozenset())
    expected = {
        (f.rule, writing.starts[f.span.start], writing.ends[f.span.end])
        for f in plain
        if f.rule not in no_fault
    }
    assert sorted(there - expected) == []
    assert sorted(expected - there) == []


@pytest.mark.parametrize("name", CASES)
def test_fixes_change_nothing_else(name: str) -> None:
    write, fields = CASES[name]
    source = write().source
    chosen = choose(found(name, source, fields), unsafe=True, leave=lambda finding: False)
    assert chosen
    edits = [edit for each in chosen for edit in each.fix.edits]
    after = Patch(edits).apply(source)
    left = {(f.rule, f.text) for f in found(name, after, fields)}
    assert not left & {(each.finding.rule, each.finding.text) for each in chosen}
    at = 0
    for edit in sorted(edits, key=lambda each: each.span):
        kept = source[at : edit.span.start]
        assert kept in after
        at = edit.span.end
