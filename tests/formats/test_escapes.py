"""The text that a fix puts into a file is escaped as the file's format requires."""

from __future__ import annotations

import pytest
from dress import FIELD, dressed, readers
from hypothesis import given, settings
from hypothesis import strategies as st

from copylint import lint_text
from copylint.config.schema import Config, FieldSetting, NameSetting
from copylint.core.document import Document
from copylint.core.fix import Edit
from copylint.core.span import SourceSpan, TextSpan
from copylint.fix.apply import Patch
from copylint.formats.base import Format
from copylint.formats.escapes import WAYS, ReplacementTarget, written
from copylint.formats.lookup import all_formats, entries, named

FORMATS = pytest.mark.parametrize("reader", readers(), ids=lambda each: each.name)


def replaced(reader: Format, document: Document, span: TextSpan, text: str) -> Document | None:
    """The document with ``text`` in place of ``span``, read again; None if that is impossible."""
    if not document.is_replaceable(span):
        return None
    escaped = reader.escape(document, span, text)
    if escaped is None:
        return None
    source = Patch([Edit(document.to_source(span), escaped)]).apply(document.source)
    return reader.read("a", source)


MARKS = st.sampled_from([*"ab é’'\"&<>;#:,\\*_`[]{}|-()😀", "&amp;", "<b>", "]]>", "{{"])
WORDS = st.lists(MARKS, min_size=1, max_size=6).map("".join)


@FORMATS
@settings(max_examples=200, deadline=None)
@given(put=WORDS, data=st.data())
def test_replacement_reads_back_as_written(reader: Format, put: str, data: st.DataObject) -> None:
    put = f"x{' '.join(put.split())}y"
    copy = "The keeper of Vantry Light said it was “dark” & cold.\n\nThe sea rose at noon.\n"
    document = reader.read("a", dressed(reader, copy))
    word = data.draw(st.sampled_from(["keeper", "Light", "dark", "&", "noon", "sea rose"]))
    at = document.text.index(word)
    span = TextSpan(at, at + len(word))
    then = replaced(reader, document, span, put)
    if then is not None:
        assert then.text == document.text[:at] + put + document.text[span.end :]
        assert [block.kind for block in then.blocks] == [block.kind for block in document.blocks]


@FORMATS
def test_plain_words_can_be_put_anywhere(reader: Format) -> None:
    document = reader.read("a", dressed(reader, "The keeper’s lamp is lit at dusk.\n"))
    at = document.text.index("keeper’s")
    then = replaced(reader, document, TextSpan(at, at + 8), "warden’s")
    assert then is not None
    assert then.text.strip() == "The warden’s lamp is lit at dusk."


@FORMATS
@settings(max_examples=60, deadline=None)
@given(name=WORDS)
def test_after_a_fix_the_text_is_what_the_fix_says(reader: Format, name: str) -> None:
    house = NameSetting(" ".join(f"Quist {name} Vantry".split()), ("Quist and Vantry",))
    fields = (FieldSetting(("a.csv", "a.yaml"), FIELD),)
    config = Config(select=("names.house",), names=(house,), fields=fields)
    path = "a" + next(each.suffixes[0] for each in entries() if each.name == reader.name)
    source = dressed(reader, "The keeper works for Quist and Vantry.\n\nIt is dark at noon.\n")
    before = reader.read(path, source)
    findings = lint_text(source, path=path, config=config)
    for fix in (fix for finding in findings for fix in finding.fixes):
        after = reader.read(path, Patch(fix.edits).apply(source))
        assert after.text == before.text.replace("Quist and Vantry", house.name)


@pytest.mark.parametrize(
    ("name", "source", "old", "new", "after"),
    [
        ("html", "<p>Quist and Sons</p>", "and", "& <", "<p>Quist &amp; &lt; Sons</p>"),
        ("html", "<p>caf&eacute; bar</p>", "café", "cafe", "<p>cafe bar</p>"),
        ("html", "<img alt='An old gate'>", "old", "\"x'", "<img alt='An &quot;x&#39; gate'>"),
        ("html", "<p>It is &amp;lt</p>", "is", "is;", "<p>It is; &amp;lt</p>"),
        ("html", "<p>a &lamp y</p>", "lamp", "lt;", None),
        ("html", "<p>a <b>b</b></p>", "a b", "x", None),
        ("html", "<p>4 <5 is so</p>", "5", "b", None),
        ("markdown", "Quist and Sons", "and", "& *<", "Quist &amp; \\*\\< Sons"),
        ("markdown", "An *old* gate", "old", "o_d", "An *o_d* gate"),
        ("markdown", "An *old* gate", "old", "", None),
        ("markdown", "An **old**er gate", "old", "“o”", None),
        ("markdown", "The keeper", "The", "# The", None),
        ("markdown", "One\n> two three", "two", "- two", None),
        ("markdown", "An \\*old gate", "*old", "old", None),
        ("markdown", "<p>\nAn old gate\n</p>", "old", "*<", "<p>\nAn *&lt; gate\n</p>"),
        ("markdown", "---\ntitle: The old gate\n---\n", "old", "old:", None),
        (
            "markdown",
            "![an old gate](x.png)",
            "old",
            '"o]"',
            "![an &quot;o&#93;&quot; gate](x.png)",
        ),
        ("plain", "Quist and Sons", "and", "& <*", "Quist & <* Sons"),
        ("asciidoc", "Quist and Sons", "and", "&", None),
        ("asciidoc", "The keepers lamp", "keepers", "keeper's", "The keeper's lamp"),
    ],
)
def test_escaping_depends_on_the_place(
    name: str, source: str, old: str, new: str, after: str | None
) -> None:
    reader = named(name)
    document = reader.read("a", source)
    at = document.text.index(old)
    span = TextSpan(at, at + len(old))
    if after is None and not document.is_replaceable(span):
        return
    escaped = reader.escape(document, span, new)
    if after is None:
        assert escaped is None
    else:
        assert escaped is not None
        assert Patch([Edit(document.to_source(span), escaped)]).apply(source) == after
        then = reader.read("a", after)
        assert then.text == document.text[:at] + new + document.text[span.end :]


@pytest.mark.parametrize(
    ("ways", "source", "text", "result"),
    [
        (("json",), "x", 'a "b" \\ é', 'a \\"b\\" \\\\ \\u00e9'),
        (("json",), "é", "é 😀", "é 😀"),
        (("json",), "x", "😀", "\\ud83d\\ude00"),
        (("html", "json"), "x", '<"', '&lt;\\"'),
        (("xml",), "x", "{a} & b", "{a} &amp; b"),
        (("cdata",), "x", "a & <b>", "a & <b>"),
        (("cdata",), "x", "a]]>", None),
        (("careful",), "x", "it's", None),
        (("plain",), "x", "a\0", None),
        (("xml",), "x", "\ud800", None),
    ],
)
def test_each_escaping_reads_back(
    ways: tuple[str, ...], source: str, text: str, result: str | None
) -> None:
    document = named("plain").read("a", source)
    place = ReplacementTarget(document, TextSpan(0, 0), SourceSpan(0, 0))
    assert written(text, ways, place) == result


def test_a_cdata_section_is_known_from_the_marks_before_it() -> None:
    source = "<a>one<![CDATA[two]]>three<![CDATA[four]]>five</a>"
    document = named("plain").read("a", source)
    for word, result in (
        ("one", "&amp;"),
        ("two", "&"),
        ("three", "&amp;"),
        ("four", "&"),
        ("five", "&amp;"),
    ):
        at = source.index(word)
        place = ReplacementTarget(document, TextSpan(0, 0), SourceSpan(at, at + len(word)))
        assert written("&", ("xml",), place) == result


def test_every_format_names_known_escapings() -> None:
    for form in all_formats():
        assert form.written
        assert set(form.written) <= WAYS.keys()
