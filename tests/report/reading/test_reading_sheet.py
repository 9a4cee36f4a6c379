"""The reading sheet in a real browser: verdicts by key, kept, saved, and nothing asked for."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from copylint.core.finding import Finding
from copylint.core.line_index import Position
from copylint.core.rule import Severity
from copylint.core.span import SourceSpan
from copylint.report.reading.sheet_html import ReadingSheet, sheet_html
from copylint.runner.sheet_verdicts import parse_verdicts

if TYPE_CHECKING:
    from playwright.sync_api import Page

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
LINES = [
    "They sat on the pier at dusk.",
    "The pier of Quill is old.",
    f"A pier {HOSTILE} here.",
    "A pier.",
]


def finding(number: int, line: str) -> Finding:
    start = line.index("pier")
    return Finding(
        f"{number}.txt",
        SourceSpan(start, start + 4),
        "House.Pier" if number < 3 else "House.Other",
        Severity.WARNING,
        "Write 'jetty', not 'pier'.",
        Position(1, start + 1),
        Position(1, start + 5),
        "pier",
        line,
        ("jetty",),
        sentence=line,
    )


def sheet(lines: list[str], archive: str = "archive") -> ReadingSheet:
    rules = {"House.Pier": 40, "House.Other": 1}
    found = [finding(number, line) for number, line in enumerate(lines)]
    return ReadingSheet("0.1.0", "House", archive, 9, 2000, rules, found)


def page_text(lines: list[str], archive: str = "archive") -> str:
    return "".join(sheet_html(sheet(lines, archive)))


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


Opener = Callable[..., "Page"]


@pytest.fixture
def open_sheet(browser: Any, tmp_path: Path) -> Iterator[Opener]:
    """Opens a sheet; at the end it has said nothing and asked for nothing but itself."""
    context = browser.new_context(viewport={"width": 900, "height": 700})
    told: list[str] = []
    asked: list[str] = []
    context.on("console", lambda message: told.append(message.text))
    context.on("weberror", lambda error: told.append(str(error.error)))
    context.on("request", lambda request: asked.append(request.url))
    file = tmp_path / "sheet.html"

    def opened(lines: list[str] = LINES, archive: str = "archive") -> Page:
        file.write_text(page_text(lines, archive), "utf-8")
        page: Page = context.new_page()
        page.goto(file.as_uri())
        return page

    yield opened
    assert told == []
    assert {url for url in asked if not url.startswith("blob:")} <= {file.as_uri()}
    context.close()


def here(page: Page) -> str:
    return str(page.evaluate("document.activeElement.dataset.number"))


def progress(page: Page) -> str:
    return page.locator("#progress").inner_text()


def saved(page: Page) -> bytes:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save verdicts").click()
    return Path(download.value.path()).read_bytes()


def test_keys_judge_and_go_on(open_sheet: Opener) -> None:
    page = open_sheet()
    assert (here(page), progress(page)) == ("0", "0 of 4 read")
    page.keyboard.press("y")
    page.keyboard.press("n")
    assert (here(page), progress(page)) == ("2", "2 of 4 read, 1 right (50%)")
    page.keyboard.press("u")
    assert (here(page), progress(page)) == ("1", "1 of 4 read, 1 right (100%)")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert here(page) == "2"
    page.keyboard.press("Control+n")
    assert progress(page) == "1 of 4 read, 1 right (100%)"


def test_buttons_judge_too(open_sheet: Opener) -> None:
    page = open_sheet()
    item = page.locator('[data-number="2"]')
    item.get_by_role("button", name="Wrong").click()
    assert item.get_attribute("class") == "wrong"
    item.get_by_role("button", name="Right").click()
    assert item.get_attribute("class") == "right"
    assert progress(page) == "1 of 4 read, 1 right (100%)"


def test_verdicts_come_back_with_the_same_sheet_alone(open_sheet: Opener) -> None:
    page = open_sheet()
    page.keyboard.press("n")
    page.close()
    page = open_sheet()
    assert (here(page), progress(page)) == ("1", "1 of 4 read, 0 right (0%)")
    assert progress(open_sheet(LINES[:2])) == "0 of 2 read"
    page.get_by_role("button", name="Start again").click()
    assert progress(page) == "0 of 4 read"
    assert page.evaluate("localStorage.length") == 0


@pytest.mark.parametrize("kept", ["null", "7", '{"0": "right"}', '[[9, "right"], [0, "x"], 3]'])
def test_what_another_page_has_kept_is_not_believed(kept: str, open_sheet: Opener) -> None:
    page = open_sheet()
    page.keyboard.press("y")
    page.evaluate("kept => localStorage.setItem(localStorage.key(0), kept)", kept)
    page.reload()
    assert progress(page) == "0 of 4 read"


def test_saved_verdicts_give_the_precision(open_sheet: Opener) -> None:
    page = open_sheet()
    for key in "yyny":
        page.keyboard.press(key)
    data = saved(page)
    table = json.loads(data)
    assert (table["version"], table["trial"], table["rules"]["House.Pier"]) == (1, "House", 40)
    assert table["verdicts"][1] == {
        "rule": "House.Pier",
        "path": "1.txt",
        "line": 1,
        "column": 5,
        "text": "pier",
        "sentence": LINES[1],
        "verdict": "right",
    }
    verdicts = parse_verdicts("verdicts.json", data)
    assert [(each.rule, each.right, each.wrong, each.found) for each in verdicts.rules] == [
        ("House.Other", 1, 0, 1),
        ("House.Pier", 2, 1, 40),
    ]


def test_what_an_article_holds_stays_text(open_sheet: Opener) -> None:
    page = open_sheet(archive=HOSTILE)
    assert page.locator("img").count() == 0
    assert HOSTILE in page.locator('[data-number="2"] blockquote').inner_text()


def test_a_sheet_without_findings_opens(open_sheet: Opener) -> None:
    page = open_sheet([])
    page.keyboard.press("y")
    assert progress(page) == "0 of 0 read"


def test_the_policy_allows_this_script_alone() -> None:
    page = page_text(LINES)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src &#x27;none&#x27;")
    assert "unsafe" not in policy[1]
    script = files("copylint.report.reading").joinpath("js", "sheet.js").read_text("utf-8")
    for word in ("fetch(", "XMLHttpRequest", "eval(", "innerHTML", "http:", "https:", "</"):
        assert word not in script


def test_node_reads_the_script(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("Node is not installed")
    path = tmp_path / "sheet.js"
    path.write_text(files("copylint.report.reading").joinpath("js/sheet.js").read_text("utf-8"))
    done = subprocess.run([node, "--check", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
