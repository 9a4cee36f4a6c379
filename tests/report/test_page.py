"""The page for editors: where its marks stand, and how it behaves in a real browser."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copylint import Config
from copylint.core.block_view import Placing
from copylint.core.document import Document
from copylint.core.span import SourceSpan, TextSpan
from copylint.report.base import Library, Outcome, Presentation
from copylint.report.lookup import reporter
from copylint.report.page.article_html import article
from copylint.report.page.marks import PageMark, pieces
from copylint.runner.document_reader import read_document
from copylint.runner.pipeline import run
from copylint.runner.result import Input

if TYPE_CHECKING:
    from playwright.sync_api import Page

FERRY = """---
title: The night ferry
---

# The night ferry

The the *ferry* left at noon &amp; the crew slept.

It was ful of lorries ,and the the crew **said** it was ful.

- a harbour
- a pier and <script>alert("pier")</script> the the quay
"""


class Shelf(Library):
    """A library of one article."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def document(self, path: str) -> Document | None:
        return self._document if path == self._document.path else None


def outcome(text: str, path: str = "ferry.md") -> Outcome:
    result = run([Input(path, text=text)], Config(), jobs=1)
    shelf = Shelf(read_document(path, text))
    return Outcome(tuple(result.findings), (), (path,), result.words, "1.2.3", shelf)


def page_of(what: Outcome) -> str:
    out = io.StringIO()
    reporter("html").write(what, out, Presentation())
    return out.getvalue()


def test_every_finding_is_marked_and_noted() -> None:
    what = outcome(FERRY)
    assert len(what.findings) > 4
    page = page_of(what)
    for number in range(1, len(what.findings) + 1):
        assert page.count(f'id="note-{number}"') == 1
        assert page.count(f'id="place-{number}"') == 1
    assert "<script>alert" not in page


def test_what_cannot_be_read_again_is_listed() -> None:
    what = outcome(FERRY)
    page = page_of(replace(what, library=Library()))
    assert "the file cannot be shown" in page
    assert page.count('id="note-') == len(what.findings)
    assert 'id="place-' not in page


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
    finding = outcome(FERRY).findings[0]
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


@given(st.text(alphabet=st.characters(exclude_categories=())))
@settings(max_examples=50, deadline=None)
def test_any_article_renders(text: str) -> None:
    page = page_of(outcome(text, "a.txt"))
    page.encode()
    assert page.count("<script>") == page.count("</script>") == 1


def test_many_findings_in_one_paragraph() -> None:
    what = outcome("The the ferry. " * 3_000, "a.txt")
    document = what.library.document("a.txt")
    rendered = "".join(article(document, what.findings, 1))
    assert rendered.count('class="note ') == len(what.findings) >= 3_000


# --- in Chromium ---


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    api = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("Chromium is not installed")
    with api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Any, tmp_path: Path) -> Iterator[Page]:
    file = tmp_path / "page.html"
    file.write_text(page_of(outcome(FERRY)), encoding="utf-8")
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    told: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda message: told.append(message.text))
    opened.on("pageerror", lambda error: told.append(str(error)))
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(file.as_uri())
    yield opened
    assert told == []
    assert asked == [file.as_uri()]
    opened.close()


def test_keys_walk_through_the_findings(page: Page) -> None:
    total = page.locator(".note").count()
    for number in (1, 2, 1, total):
        page.keyboard.press("k" if number in (1, total) and page.locator(".now").count() else "j")
        assert page.evaluate("document.activeElement.id") == f"note-{number}"
        numbers = page.locator(".mark.now").first.get_attribute("data-findings")
        assert str(number) in (numbers or "").split()


def test_switches_hide_notes_and_marks(page: Page) -> None:
    duplicates = page.locator('.note[data-family="duplicates"]').count()
    total = page.locator(".note").count()
    assert 0 < duplicates < total
    page.get_by_role("button", name=re.compile("duplicates")).press("Enter")
    assert page.locator(".note:visible").count() == total - duplicates
    assert page.locator("#shown").inner_text() == f"{total - duplicates} of {total} shown"
    assert page.locator(".mark.off").count() >= 1
    page.keyboard.press("0")
    assert page.locator(".note:visible").count() == total


def test_print_leaves_the_notes_and_drops_the_switches(page: Page) -> None:
    page.emulate_media(media="print")
    assert page.locator(".note:visible").count() == page.locator(".note").count()
    assert not page.locator(".filters").is_visible()
    assert page.pdf()[:4] == b"%PDF"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible(page: Page, scheme: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page.emulate_media(color_scheme=scheme)
    result = axe.Axe().run(page)
    assert result.violations_count == 0, result.generate_report()


def test_no_side_scrolling_on_a_telephone(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
