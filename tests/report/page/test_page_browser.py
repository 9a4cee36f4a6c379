"""The page for editors in a real browser: it opens, decides, keeps, saves and stays inert."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from page_samples import CLEAN, FERRY, HOSTILE, TIDE, outcome, page_of

from copylint.suppress.baseline import BaselineEntry, parse

if TYPE_CHECKING:
    from playwright.sync_api import Page

Opener = Callable[..., "Page"]

ONE = {"ferry.md": FERRY}
SEVERAL = {"ferry.md": FERRY, "desk/tide.txt": TIDE, "clean.txt": CLEAN}


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
def open_page(browser: Any, tmp_path: Path) -> Iterator[Opener]:
    """Opens the page of some articles; at the end it has said and asked for nothing."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    told: list[str] = []
    asked: list[str] = []
    context.on("console", lambda message: told.append(message.text))
    context.on("weberror", lambda error: told.append(str(error.error)))
    context.on("request", lambda request: asked.append(request.url.partition("#")[0]))

    def opened(texts: dict[str, str], name: str = "page.html", anchor: str = "") -> Page:
        file = tmp_path / name
        file.write_text(page_of(outcome(texts)), encoding="utf-8")
        page: Page = context.new_page()
        page.goto(file.as_uri() + anchor)
        return page

    yield opened
    assert told == []
    assert {url for url in asked if not url.startswith("blob:")} <= {
        each.as_uri() for each in tmp_path.iterdir()
    }
    context.close()


@pytest.fixture
def page(open_page: Opener) -> Page:
    return open_page(ONE)


@pytest.fixture
def index(open_page: Opener) -> Page:
    return open_page(SEVERAL)


def shown(page: Page) -> int:
    return page.locator(".note:visible").count()


def saved(page: Page, button: str) -> Any:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return json.loads(Path(download.value.path()).read_text(encoding="utf-8"))


# --- from finding to finding ---


def test_keys_walk_through_the_findings(page: Page) -> None:
    total = page.locator(".note").count()
    for number in (1, 2, 1, total):
        page.keyboard.press("k" if number in (1, total) and page.locator(".now").count() else "j")
        assert page.evaluate("document.activeElement.id") == f"note-{number}"
        numbers = page.locator(".mark.now").first.get_attribute("data-findings")
        assert str(number) in (numbers or "").split()


def test_steps_open_the_articles_on_the_way(index: Page) -> None:
    assert shown(index) == 0
    index.get_by_role("button", name="Next").click()
    assert index.evaluate("document.activeElement.id") == "note-1"
    index.get_by_role("button", name="Previous").click()
    assert index.locator('.fold[aria-expanded="true"]').count() == 2


def test_an_address_opens_the_article_of_its_finding(open_page: Opener) -> None:
    page = open_page(ONE | {"tide.txt": TIDE}, anchor="#note-1")
    assert page.locator("#note-1").is_visible()


# --- what is shown ---


def test_articles_stay_inert_until_they_are_opened(index: Page) -> None:
    assert index.evaluate("document.querySelectorAll('.note').length") == 0
    index.get_by_role("button", name="The night ferry").click()
    opened = shown(index)
    assert opened > 4
    index.get_by_role("button", name="The night ferry").click()
    assert shown(index) == 0
    index.get_by_role("button", name="Open all").click()
    assert shown(index) > opened
    index.get_by_role("button", name="Fold all").click()
    assert shown(index) == 0


def test_switches_hide_notes_and_marks(page: Page) -> None:
    duplicates = page.locator('.note[data-family="duplicates"]').count()
    total = page.locator(".note").count()
    assert 0 < duplicates < total
    page.get_by_role("button", name=re.compile("duplicates \\d")).press("Enter")
    assert shown(page) == total - duplicates
    assert page.locator("#shown").inner_text() == f"{total - duplicates} of {total} shown"
    assert page.locator(".mark.off").count() >= 1
    page.keyboard.press("0")
    assert shown(page) == total


def test_an_article_whose_findings_are_all_switched_off_is_not_listed(index: Page) -> None:
    for name in ("error", "warning", "suggestion"):
        button = index.locator(f'.filters [data-kind="severity"][data-name="{name}"]')
        if button.count():
            button.click()
    assert index.locator("article:visible").count() == 0
    assert index.get_by_text("No article matches.").is_visible()


def test_headings_count_what_is_shown(index: Page) -> None:
    def counts() -> list[str]:
        return index.locator("article").first.locator(".count:visible").all_inner_texts()

    before = counts()
    assert before == ["2 errors", "4 warnings"]
    index.locator('.filters [data-kind="severity"][data-name="error"]').click()
    assert counts() == ["4 warnings"]
    index.locator('.filters [data-kind="family"][data-name="duplicates"]').evaluate(
        "e => e.click()"
    )
    assert counts() == ["1 warning"]
    index.keyboard.press("0")
    assert counts() == before


def test_search_reads_headlines_paths_and_text_of_folded_articles(index: Page) -> None:
    for wanted, found in (
        ("NIGHT", "ferry.md"),
        ("desk/", "desk/tide.txt"),
        ("hour", "desk/tide.txt"),
    ):
        index.get_by_label("Search").fill(wanted)
        index.wait_for_function(
            """path => {
                const left = [...document.querySelectorAll("article")].filter((e) => !e.hidden);
                return left.length === 1 && left[0].dataset.path === path;
            }""",
            arg=found,
        )
    index.get_by_label("Search").fill("nowhere to be found")
    index.get_by_text("No article matches.").wait_for()


def test_the_order_of_articles_can_be_chosen(index: Page) -> None:
    def order() -> list[str | None]:
        return [each.get_attribute("data-path") for each in index.locator("article").all()]

    assert order() == ["ferry.md", "desk/tide.txt"]
    index.get_by_label("Order").select_option("by path")
    assert order() == ["desk/tide.txt", "ferry.md"]


def test_the_name_of_a_rule_opens_its_description(page: Page) -> None:
    button = page.get_by_role("button", name="duplicates.word").first
    button.click()
    dialog = page.get_by_role("dialog", name="duplicates.word")
    assert "Left alone" in dialog.inner_text()
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert page.evaluate("document.activeElement.dataset.rule") == "duplicates.word"


# --- decisions ---


def test_decisions_are_kept_for_the_same_content_and_no_other(open_page: Opener) -> None:
    first = open_page(SEVERAL)
    first.get_by_role("button", name="Tide tables").click()
    first.locator(".note:visible .fix").first.click()
    first.close()
    again = open_page(SEVERAL, "again.html")
    assert again.locator(".progress").all_inner_texts() == ["", "1 of 2 decided"]
    again.get_by_role("button", name="Tide tables").click()
    assert again.locator(".decided").inner_text().startswith("Accepted: for")
    again.close()
    changed = open_page({**SEVERAL, "desk/tide.txt": TIDE + "\nMore.\n"}, "changed.html")
    assert changed.locator("#decided").inner_text().startswith("0 of ")


def test_what_another_page_has_put_into_the_browser_is_not_believed(open_page: Opener) -> None:
    page = open_page({"tide.txt": TIDE})
    for value in ('"x"', "[]", "{", '{"K": {"decision": "accepted", "fix": 99}}', '{"K": "no"}'):
        page.evaluate(
            """value => {
                const { digest } = document.querySelector("article").dataset;
                const [finding] = JSON.parse(document.getElementById("data").textContent)
                    .articles[0].findings;
                const key = [finding.rule, finding.part, finding.start, finding.end].join("\\n");
                const kept = value.replace('"K"', JSON.stringify(key));
                localStorage.setItem(`copylint:1:${digest}`, kept);
            }""",
            value,
        )
        page.reload()
        assert page.locator("#decided").inner_text() == "0 of 2 decided"


def test_each_finding_is_accepted_dismissed_done_or_undone(page: Page) -> None:
    notes = page.locator(".note")
    total = notes.count()
    notes.nth(0).locator(".fix").first.click()
    notes.nth(1).get_by_role("button", name="Dismiss").click()
    notes.nth(1).get_by_label("Another reason").fill("a song's title")
    page.keyboard.press("Enter")
    notes.nth(2).get_by_role("button", name="Dismiss").click()
    notes.nth(2).get_by_role("button", name="House style").click()
    notes.nth(3).get_by_role("button", name="Done").click()
    told = [text.strip() for text in page.locator(".decided span").all_inner_texts()]
    assert told[0].startswith("Accepted: ")
    assert told[1:] == ["Dismissed: a song's title", "Dismissed: house style", "Done"]
    assert page.locator("#decided").inner_text() == f"4 of {total} decided"
    state = page.locator('.filters [data-kind="state"][data-name="dismissed"]')
    assert "2" in state.inner_text()
    state.click()
    assert shown(page) == total - 2
    page.keyboard.press("0")
    for _ in range(4):
        page.get_by_role("button", name="Undo").first.click()
    assert page.locator("#decided").inner_text() == f"0 of {total} decided"
    assert page.get_by_role("button", name="Save decisions").is_disabled()


def test_keys_decide_and_go_on(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("a")
    assert page.evaluate("document.activeElement.id") == "note-2"
    page.keyboard.press("d")
    assert page.evaluate("document.activeElement.id") == "note-3"
    page.keyboard.press("x")
    page.keyboard.press("Escape")
    states = page.locator(".note[data-state]").evaluate_all("all => all.map(e => e.dataset.state)")
    assert states == ["accepted", "done"]
    page.keyboard.press("k")
    page.keyboard.press("u")
    assert page.locator(".note[data-state]").count() == 1


def test_all_safe_corrections_of_an_article_are_accepted_at_once(page: Page) -> None:
    safe = page.locator(".note[data-safe]").count()
    assert safe > 1
    page.get_by_role("button", name=f"Accept {safe} safe corrections").click()
    assert page.locator('.note[data-state="accepted"]').count() == safe
    assert not page.locator(".all-safe").is_visible()


def test_decisions_are_saved_with_what_they_are_about(index: Page) -> None:
    index.get_by_role("button", name="Tide tables").click()
    notes = index.locator(".note:visible")
    notes.nth(0).locator(".fix").first.click()
    notes.nth(1).get_by_role("button", name="Dismiss").click()
    notes.nth(1).get_by_role("button", name="Quotation").click()
    decisions = saved(index, "Save decisions")
    assert decisions["version"] == 1
    (article,) = decisions["articles"]
    assert article["path"] == "desk/tide.txt"
    accepted, dismissed = article["decisions"]
    assert accepted["decision"] == "accepted"
    assert TIDE[accepted["start"] : accepted["end"]] == "for for"
    assert accepted["replacement"] == "for"
    (edit,) = accepted["edits"]
    assert TIDE[: edit["start"]] + edit["text"] + TIDE[edit["end"] :] == TIDE.replace(
        "for for", "for"
    )
    assert (dismissed["decision"], dismissed["reason"]) == ("dismissed", "quotation")
    baseline = parse("saved", json.dumps(saved(index, "Save baseline")).encode())
    entry = BaselineEntry("desk/tide.txt", "duplicates.word", "It came at the the hour.")
    assert baseline.entries == {entry: 1}
    assert baseline.reasons == {entry: "quotation"}


# --- paper, telephones, readers ---


def test_print_leaves_the_notes_and_drops_the_switches(page: Page) -> None:
    page.emulate_media(media="print")
    assert shown(page) == page.locator(".note").count()
    assert not page.locator(".filters").first.is_visible()
    assert not page.locator(".decide").first.is_visible()
    assert page.pdf()[:4] == b"%PDF"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible(open_page: Opener, scheme: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")

    def demand() -> None:
        result = axe.Axe().run(page)
        assert result.violations_count == 0, result.generate_report()

    page = open_page(SEVERAL)
    page.emulate_media(color_scheme=scheme)
    demand()
    page.get_by_role("button", name="Open all").click()
    page.locator(".note:visible .fix").first.click()
    page.locator(".note:visible").nth(1).get_by_role("button", name="Dismiss").click()
    page.locator(".filters button").first.click()
    demand()
    page.get_by_role("button", name="duplicates.word").first.click()
    demand()


def test_a_telephone_has_buttons_that_a_finger_finds(open_page: Opener) -> None:
    page = open_page(SEVERAL)
    page.set_viewport_size({"width": 390, "height": 800})
    page.reload()
    page.get_by_role("button", name="Next").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert not page.locator(".keys").is_visible()
    for button in page.locator("button:visible").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 43, button.inner_text()
    page.locator("#note-1").get_by_role("button", name="Dismiss").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_note_in_a_list_has_no_bullet_and_no_indent(page: Page) -> None:
    note = page.locator(".row:has(.kind-list-item) .note p").first
    assert note.evaluate("e => getComputedStyle(e, '::before').content") == "none"
    assert note.evaluate("e => getComputedStyle(e).paddingLeft") == "0px"


# --- copy from strangers ---


def test_hostile_text_does_nothing_folded_or_open(open_page: Opener) -> None:
    page = open_page({"a.md": HOSTILE, "b.md": HOSTILE + "\nThe the end.\n"})
    page.get_by_role("button", name="Open all").click()
    page.locator(".note:visible .fix").first.click()
    decisions = saved(page, "Save decisions")
    assert len(decisions["articles"]) == 1
    assert page.evaluate("window.caught") is None
    assert page.locator("article img, article script").count() == 0
