"""``check --annotate`` for web pages: boxes beside the text, and nothing else changed."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

from copylint import lint_text
from copylint.config.schema import Config
from copylint.runner.pipeline import run
from copylint.runner.result import Input
from copylint.runner.word_comments import with_comments

BOX = re.compile(r'<aside class="copylint-comment".*?</aside>')
PAGE = (
    "<!doctype html>\n<html><head><title>The harbuor</title></head><body>\n"
    '<h1>The <a href="/q">harbuor</a></h1>\n<p>The crew <b>rec</b>ieve their due &amp; more.</p>\n'
    "<ul><li>A teh rope<li>The lamp</ul><table><tr><td>It is teh tide.</td></tr></table>\n"
    '<figure><img src="a.jpg" alt="A teh quay"><figcaption>At sea</figcaption></figure>\n'
    "<p>The lamp lamp was “lit”and bright.</p></body></html>\n"
)


def said(path: Path) -> list[tuple[str, str, str]]:
    source = path.read_bytes().decode()
    return [(each.rule, each.message, each.text) for each in lint_text(source, path="a.html")]


def annotate(page: Path, copy: Path) -> None:
    each = Input(str(page))
    result = run([each], Config())
    copy.write_bytes(with_comments(each, result.files[0].findings, Config(), datetime.now())[0])


@pytest.mark.parametrize(
    "page",
    [
        PAGE,
        PAGE.replace("\n", "\r\n"),
        "<p>It is teh tide.</p>",
        "It is teh tide.\n\nAnd teh lamp.",
    ],
)
def test_boxes_are_all_that_is_new_and_the_findings_stay(tmp_path: Path, page: str) -> None:
    first, copy, again = (tmp_path / f"{name}.html" for name in ("page", "copy", "again"))
    first.write_bytes(page.encode())
    annotate(first, copy)
    found = said(first)
    assert found
    written = copy.read_bytes().decode()
    assert len(BOX.findall(written)) == len(found)
    assert BOX.sub("", written) == page
    assert said(copy) == found
    annotate(copy, again)
    assert again.read_bytes() == copy.read_bytes()


def test_a_box_stands_beside_what_it_is_about(tmp_path: Path) -> None:
    first, copy = tmp_path / "page.html", tmp_path / "copy.html"
    first.write_text(PAGE)
    annotate(first, copy)
    marked = BOX.sub("#", copy.read_text())
    assert "<body>#\n" in marked
    assert "</h1>#" in marked
    assert "due &amp; more.</p>#" in marked
    assert "A teh rope#<li>" in marked
    assert "It is teh tide.#</td>" in marked
    assert '"A teh quay">#<figcaption>' in marked


def test_a_page_keeps_its_encoding(tmp_path: Path) -> None:
    first, copy = tmp_path / "page.html", tmp_path / "copy.html"
    data = '<meta charset="iso-8859-1"><p>The café is teh best.</p>'.encode("latin-1")
    first.write_bytes(data)
    annotate(first, copy)
    written = copy.read_bytes()
    assert b"&#8220;teh&#8221;" in written or b"\x93teh\x94" in written
    assert re.sub(BOX.pattern.encode(), b"", written) == data
