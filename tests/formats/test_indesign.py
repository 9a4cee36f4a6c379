"""IDML and ICML: stories in order, kinds from styles, special characters, changes and fixes."""

from __future__ import annotations

import io
import zipfile

import pytest
from reading import Reading, levels_of
from reading import blocks_of as blocks
from test_conformance import check_laws

from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.span import TextSpan
from copylint.formats.indesign.icml import Icml
from copylint.formats.indesign.idml import Idml
from copylint.formats.lookup import entry_for

NAMESPACE = 'xmlns:idPkg="http://ns.adobe.com/AdobeInDesign/idml/1.0/packaging"'
KIND = "application/vnd.adobe.indesign-idml-package"


def run(inside: str, attributes: str = "") -> str:
    return f"<CharacterStyleRange {attributes}>{inside}</CharacterStyleRange>"


def text(said: str, attributes: str = "") -> str:
    return run(f"<Content>{said}</Content>", attributes)


def paragraphs(inside: str, style: str = "Body", attributes: str = "") -> str:
    return (
        f'<ParagraphStyleRange AppliedParagraphStyle="ParagraphStyle/{style}" {attributes}>'
        f"{inside}</ParagraphStyleRange>"
    )


def story(*ranges: str) -> str:
    inside = '<StoryPreference OpticalMarginAlignment="false"/>' + "".join(ranges)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<idPkg:Story {NAMESPACE} DOMVersion="20.0">\n\t<Story Self="u1">\n{inside}\n\t</Story>'
        "</idPkg:Story>"
    )


def package(*stories: str, **more: str) -> bytes:
    """Each story as a part; they are in the archive backwards, and the map has the order."""
    names = [f"Stories/Story_u{number}.xml" for number in range(len(stories))]
    listed = "".join(f'<idPkg:Story src="{name}"/>' for name in names)
    parts = {
        "designmap.xml": f'<?aid style="50"?><Document {NAMESPACE}>{listed}'
        '<idPkg:Story src="Stories/gone.xml"/></Document>'
    }
    parts |= dict(reversed([*zip(names, stories, strict=True)])) | more
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", KIND, zipfile.ZIP_STORED)
        for name, said in parts.items():
            packed.writestr(name, said)
    return out.getvalue()


def read(data: bytes, form: Idml | None = None) -> Document:
    form = form or Idml()
    document = form.read("a.idml", form.decode("a.idml", data))
    check_laws(document)
    return document


def in_story(*ranges: str) -> list[tuple[str, str]]:
    """The blocks of a story, which ICML and IDML must agree on."""
    found = blocks(read(package(story(*ranges))))
    document = Icml().read("a.icml", icml(*ranges))
    check_laws(document)
    assert blocks(document) == found
    return found


def icml(*ranges: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<?aid style="50" type="snippet"?><?aid SnippetType="InCopyInterchange"?>\n'
        '<Document DOMVersion="20.0" Self="d"><RootParagraphStyleGroup><ParagraphStyle '
        'Self="ParagraphStyle/Body" Name="Body"/></RootParagraphStyleGroup>'
        f'<Story Self="u1">{"".join(ranges)}</Story></Document>'
    )


def test_stories_are_read_in_the_order_of_the_map() -> None:
    document = read(
        package(
            story(paragraphs(text("The ferry left."))),
            story(paragraphs(text("It sank."))),
            **{"Stories/unlisted.xml": story(paragraphs(text("Not listed.")))},
        )
    )
    assert [said for _, said in blocks(document)] == ["The ferry left.", "It sank."]
    assert [part.name for part in document.parts] == [
        "Stories/Story_u0.xml",
        "Stories/Story_u1.xml",
    ]


@pytest.mark.parametrize(
    ("style", "kind"),
    [
        ("Headline", "headline"),
        ("News%3aPages%3aHeadline", "headline"),
        ("Standfirst", "standfirst"),
        ("Byline", "byline"),
        ("Photo Caption", "caption"),
        ("Credit", "credit"),
        ("Pull Quote", "quotation"),
        ("Heading 2", "subhead"),
        ("$ID/NormalParagraphStyle", "paragraph"),
    ],
)
def test_styles_give_kinds(style: str, kind: str) -> None:
    headline = paragraphs(text("The ferry"), "Title")
    assert in_story(headline, paragraphs(text("It left at noon."), style))[1] == (
        kind,
        "It left at noon.",
    )


def test_paragraphs_end_at_breaks_and_ranges() -> None:
    body = run("<Content>One is old.</Content><Br/><Content>Two </Content>")
    body += text("is o", 'FontStyle="Bold"') + text("ld.") + run("<Br/>")
    assert [said for _, said in in_story(paragraphs(body), paragraphs(text("Three is.")))] == [
        "One is old.",
        "Two is old.",
        "Three is.",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("See page <?ACE 18?> for more.", "See page \ufffc for more."),
        ("In <?ACE 19?> it is.", "In \ufffc it is."),
        ("It<?ACE 3?> is<?ACE 7?> old.", "It is old."),
        ("Old<?ACE 8?>12 in all.", "Old\t12 in all."),
        ("It is\u2028old.", "It is\nold."),
        ("It is&#x2028;old.", "It is\nold."),
        ("It i\u00ads \ufeffold.", "It is old."),
        ("R&amp;D is old.", "R&D is old."),
    ],
)
def test_special_characters_are_read(content: str, said: str) -> None:
    assert in_story(paragraphs(text(content))) == [("paragraph", said)]


DELETED = paragraphs(text("two days ago"), "Body")
CHANGED = paragraphs(
    run(
        "<Content>It left </Content>"
        '<Change ChangeType="InsertedText" UserName="Orla"><Content>at noon</Content></Change>'
        f'<Change ChangeType="DeletedText" UserName="Orla">{DELETED}</Change>'
        "<Content> and sank.</Content>"
    )
)


def test_changes_are_read_as_accepted_or_undone() -> None:
    assert in_story(CHANGED) == [("paragraph", "It left at noon and sank.")]
    before = [("paragraph", "It left two days ago and sank.")]
    data = package(story(CHANGED))
    assert blocks(read(data, Idml().with_changes_undone())) == before
    undone = Icml().with_changes_undone()
    document = undone.read("a.icml", icml(CHANGED))
    assert blocks(document) == before
    at = document.text.index("sank")
    assert undone.edits(document, TextSpan(at, at + 4), "went") is None


def test_notes_and_what_is_struck_out_or_hidden_are_left_out() -> None:
    inside = (
        "<Content>It left</Content><Note>" + paragraphs(text("Check this.")) + "</Note>"
        "<HiddenText>" + paragraphs(text("Not on the page.")) + "</HiddenText>"
        '<Rectangle Self="u9"><Properties><Label><Content>x</Content></Label></Properties>'
        "</Rectangle><Content> at </Content>"
    )
    end = text("one ", 'StrikeThru="true"') + text("noon.")
    assert in_story(paragraphs(run(inside) + end)) == [("paragraph", "It left at noon.")]


def test_footnotes_and_tables_are_blocks_of_their_own() -> None:
    note = paragraphs(text("<?ACE 4?>\tSince 1984.", "") + text(" It was new."))
    cells = "".join(
        f'<Cell Name="0:{row}">' + paragraphs(text(said)) + "</Cell>"
        for row, said in enumerate(("Year", "1984"))
    )
    inside = (
        f"<Content>It left</Content><Footnote>{note}</Footnote><Content>.</Content>"
        f'<Br/><Table HeaderRowCount="1">{cells}</Table>'
    )
    document = read(package(story(paragraphs(run(inside)))))
    assert levels_of(document) == [
        ("paragraph", 0, "It left."),
        ("footnote", 0, "Since 1984. It was new."),
        ("table-cell", 1, "Year"),
        ("table-cell", 0, "1984"),
    ]


def test_lists_code_and_other_languages() -> None:
    bullets = 'BulletsAndNumberingListType="BulletList"'
    assert in_story(
        paragraphs(text("One ferry"), "Body", bullets),
        paragraphs(text("Type ") + text("ls -l", 'AppliedCharacterStyle="CharacterStyle/Code"')),
        paragraphs(text("The ") + text("bac", 'AppliedLanguage="$ID/French"') + text(" left.")),
        paragraphs(text("It sank.", 'AppliedLanguage="$ID/English: UK"')),
    ) == [
        ("list-item", "One ferry"),
        ("paragraph", "Type \ufffc"),
        ("paragraph", "The bac left."),
        ("paragraph", "It sank."),
    ]
    document = read(package(story(paragraphs(text("Bac", 'AppliedLanguage="$ID/French"')))))
    assert document.blocks == ()


def fixed(data: bytes, old: str, new: str) -> bytes | None:
    form = Idml()
    source = form.decode("a.idml", data)
    document = form.read("a.idml", source)
    at = document.text.index(old)
    edits = form.edits(document, TextSpan(at, at + len(old)), new)
    if edits is None:
        return None
    for edit in reversed(edits):
        source = source[: edit.span.start] + edit.text + source[edit.span.end :]
    return form.encode(source, data)


def test_a_fix_changes_one_story_and_nothing_else() -> None:
    data = package(
        story(paragraphs(text("The fer") + text("ry left.", 'FontStyle="Bold"'))),
        story(paragraphs(text("It sank."))),
    )
    after = fixed(data, "ferry", "b & b")
    assert after is not None
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
        assert changed == ["Stories/Story_u0.xml"]
        assert b"<Content>The b &amp;</Content>" in new.read("Stories/Story_u0.xml")
        assert b"<Content> b left.</Content>" in new.read("Stories/Story_u0.xml")
    form = Idml()
    assert form.encode(form.decode("a.idml", data), data) == data


def test_special_characters_are_never_written_over() -> None:
    data = package(story(paragraphs(text("See page <?ACE 18?> for more."))))
    assert fixed(data, "page \ufffc for", "it for") is None
    assert fixed(data, "See", "Read") is not None


def test_a_fix_in_icml_is_written() -> None:
    source = icml(paragraphs(text("The ferry left.")))
    after = Reading(Icml(), "a.icml").fixed(source, "ferry", "b & b")
    assert after == source.replace("ferry", "b &amp; b")


def test_the_formats_are_known_by_their_content() -> None:
    assert entry_for("a.bin", package(story())).name == "idml"
    assert entry_for("a.bin", icml().encode()).name == "icml"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"The ferry left.", "not a zip archive"),
        (package(), "without stories"),
        (package("<Story>"), "Stories/Story_u0.xml, line 1"),
        (package(**{"designmap.xml": "<Document"}), "designmap.xml, line 1"),
    ],
)
def test_what_is_no_document_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(data)


def test_other_xml_is_refused() -> None:
    with pytest.raises(InputError, match="its root is 'Story'"):
        Icml().read("a.icml", "<Story/>")
