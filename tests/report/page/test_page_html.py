"""The page for editors as text: its content, and that no part of an article acts in it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st
from page_samples import CLEAN, FERRY, HOSTILE, TIDE, outcome, page_of

from copylint.core.block_view import Placing
from copylint.core.span import SourceSpan, TextSpan
from copylint.report.base import Failure, Library, Provenance
from copylint.report.page.article_html import article
from copylint.report.page.marks import PageMark, pieces
from copylint.report.page.plain_text import proposal
from copylint.runner.document_reader import read_document

THREE = {"ferry.md": FERRY, "desk/tide.txt": TIDE, "clean.txt": CLEAN}


class Scripts(HTMLParser):
    """The scripts of a page, as a parser of HTML finds them, templates included."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.handlers: list[str] = []
        self._in_script = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handlers += (name for name, _ in attrs if name.startswith("on"))
        if tag == "script":
            self.scripts.append((dict(attrs), ""))
            self._in_script = True

    def handle_endtag(self, tag: str) -> None:
        self._in_script = self._in_script and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.scripts[-1] = (self.scripts[-1][0], self.scripts[-1][1] + data)


def data_of(page: str) -> dict[str, object]:
    ((_, data), _) = Scripts(page).scripts
    value: dict[str, object] = json.loads(data)
    return value


def test_every_finding_is_marked_and_noted() -> None:
    what = outcome({"ferry.md": FERRY})
    assert len(what.findings) > 4
    page = page_of(what)
    for number in range(1, len(what.findings) + 1):
        assert page.count(f'id="note-{number}"') == 1
        assert page.count(f'id="place-{number}"') == 1
    assert "<script>alert" not in page


def test_articles_that_cannot_be_read_again_are_listed() -> None:
    what = outcome({"ferry.md": FERRY})
    page = page_of(replace(what, library=Library()))
    assert "the file cannot be shown" in page
    assert page.count('id="note-') == len(what.findings)
    assert 'id="place-' not in page


def test_the_worst_article_comes_first_under_its_headline() -> None:
    page = page_of(outcome(THREE))
    headings = re.findall(r'class="fold"[^>]*>([^<]*)<', page)
    assert headings == ["The night ferry", "Tide tables"]
    assert "3 articles: 1 with errors, 1 with warnings at most, 1 without findings" in page
    assert "<li>clean.txt</li>" in page
    assert '<span class="path">desk/tide.txt</span>' in page


def test_several_articles_are_folded_and_one_is_open() -> None:
    page = page_of(outcome(THREE))
    assert page.count('aria-expanded="false"') == 2
    assert page.count("hidden><template>") == 2
    single = page_of(outcome({"tide.txt": TIDE}))
    assert 'aria-expanded="true"' in single
    assert "<template>" not in single


def test_an_article_without_a_headline_is_called_by_its_file() -> None:
    page = page_of(outcome({"desk/a.txt": "the the crew met\n", "tide.txt": TIDE}))
    assert re.search(r'class="fold"[^>]*>a\.txt<', page)


def test_date_revision_and_configuration_are_said() -> None:
    said = Provenance("29 November 2026, 03:00 UTC", "0123456789", "<copylint.toml>")
    page = page_of(outcome({"tide.txt": TIDE}, said))
    assert "<dt>Made</dt> <dd>29 November 2026, 03:00 UTC</dd>" in page
    assert "<dt>Revision</dt> <dd>0123456789</dd>" in page
    assert "<dt>Configuration</dt> <dd>&lt;copylint.toml&gt;</dd>" in page
    assert "<dt>" not in page_of(outcome({"tide.txt": TIDE}))


def test_a_rule_is_explained_once_however_many_findings_it_has() -> None:
    page = page_of(outcome(THREE))
    assert page.count('<template data-rule="duplicates.word">') == 1
    assert page.count('class="why" data-rule="duplicates.word"') >= 4
    explained = page.partition('<template data-rule="duplicates.word">')[2].partition("</templ")[0]
    for part in ("Why", "Reported", "Left alone", "97% of findings are errors", "<mark>"):
        assert part in explained


def test_a_rule_that_is_not_known_has_a_name_and_no_button() -> None:
    page = page_of(replace(outcome({"tide.txt": TIDE}), library=Library()))
    assert 'class="why"' not in page
    assert "<code>duplicates.word</code>" in page


def test_the_data_says_what_a_decision_needs() -> None:
    what = outcome(THREE)
    data = data_of(page_of(what))
    assert data["version"] == 1
    assert data["copylint"] == "1.2.3"
    ferry, tide = data["articles"]  # type: ignore[misc]
    assert (ferry["path"], tide["path"], tide["entry"]) == ("ferry.md", *["desk/tide.txt"] * 2)
    assert tide["sha256"] == what.library.digest("desk/tide.txt")
    assert tide["first"] == 1 + len(ferry["findings"])
    first = tide["findings"][0]
    assert TIDE[first["start"] : first["end"]] == first["text"] == "for for"
    assert first["sentence"] == "They waited for for the tide."
    (fix,) = first["fixes"]
    assert fix["replacement"] == "for"
    assert {"start", "end", "text"} == set(fix["edits"][0])


def test_failures_and_what_was_left_out_are_listed() -> None:
    what = replace(outcome({"tide.txt": TIDE}), failures=(Failure("input", "<b>.txt", "gone"),))
    assert "<li>&lt;b&gt;.txt: gone</li>" in page_of(what)
    assert "Left out or ignored" not in page_of(what)
    noted = page_of(replace(what, notes=("a.txt: <i>2 passages</i> are not in English",)))
    assert "<li>a.txt: &lt;i&gt;2 passages&lt;/i&gt; are not in English</li>" in noted


def test_white_space_that_is_proposed_is_named_or_shown() -> None:
    assert proposal(" ") == "a space"
    assert proposal("\xa0") == "a no-break space"
    assert proposal("") == "delete"
    assert proposal(", ") == ',<b class="space">·</b>'
    assert proposal("the end") == "the end"


@given(st.text(alphabet="the  \n*_<&;>'-ab", max_size=200), st.data())
@settings(max_examples=200)
def test_marks_cover_their_findings(text: str, data: st.DataObject) -> None:
    document = read_document("a.md", text)
    placing = Placing(document.segments)
    for segment in document.segments:
        if segment.literal and len(segment.source):
            start = data.draw(st.integers(segment.source.start, segment.source.end - 1))
            end = data.draw(st.integers(start + 1, segment.source.end))
            span = placing.text_span(SourceSpan(start, end))
            assert span is not None
            assert document.slice(span) == text[start:end]


@given(st.data())
def test_marked_runs_make_up_the_block(data: st.DataObject) -> None:
    document = read_document("a.txt", "The crew of the night ferry slept until noon.\n")
    (block,) = document.blocks
    finding = outcome({"ferry.md": FERRY}).findings[0]
    size = block.span.end
    spans = data.draw(st.lists(st.tuples(st.integers(0, size), st.integers(0, size)), max_size=6))
    marks = [
        PageMark(number, finding, TextSpan(*sorted(span)))
        for number, span in enumerate(sorted(map(sorted, spans)), 1)
    ]
    cut = list(pieces(block, marks))
    assert "".join(document.slice(piece.span) for piece in cut) == document.slice(block.span)
    shown = {mark.number for piece in cut for mark in piece.marks}
    assert shown == {mark.number for mark in marks if mark.span.start <= block.span.end}
    for piece in cut:
        assert all(
            m.span.start <= piece.span.start and piece.span.end <= m.span.end for m in piece.marks
        )


SCRAPS = ["</script>", "</template>", "<!--", "<script>", "-->", "<template>", "\u2028", "'\""]


@given(st.lists(st.one_of(st.sampled_from(SCRAPS), st.text(st.characters(exclude_categories=())))))
@settings(max_examples=50, deadline=None)
def test_any_article_renders_folded_and_open(scraps: list[str]) -> None:
    text = "the the " + "".join(scraps)
    for texts in ({"a.txt": text}, {"a.txt": text, "b.txt": TIDE, "c.txt": text}):
        what = outcome(texts)
        page = page_of(what)
        page.encode()
        found = Scripts(page)
        assert [each.get("type") for each, _ in found.scripts] == ["application/json", None]
        assert found.handlers == []
        wrong = {each.path for each in what.findings}
        listed = {each["path"] for each in data_of(page)["articles"]}  # type: ignore[attr-defined]
        assert listed == (wrong or {"a.txt"})


def test_hostile_text_stays_text() -> None:
    page = page_of(outcome({"a</template>.md": HOSTILE, "b.md": HOSTILE}))
    found = Scripts(page)
    assert len(found.scripts) == 2
    assert found.handlers == []
    assert "\u2028" not in page
    assert "\u202e" not in page
    assert data_of(page)["articles"][0]["path"] == "a</template>.md"  # type: ignore[index]


def test_many_findings_in_one_paragraph() -> None:
    what = outcome({"a.txt": "The the ferry. " * 3_000})
    document = what.library.document("a.txt")
    rendered = "".join(article(document, what.findings, 1))
    assert rendered.count('class="note ') == len(what.findings) >= 3_000
