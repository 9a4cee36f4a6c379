"""The desk in a real browser: an article is pasted, corrected and exported, by mouse and by key."""

from __future__ import annotations

import io
import re
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import uvicorn
from desk_server import FERRY, word_file
from docx import Document as WordFile

from copylint.serve.app import create_app
from copylint.serve.settings import AccessToken, ServeSettings

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

Opener = Callable[..., "Page"]

HOSTILE = """</script><script>window.caught = 1</script>

The ferry <img src=x onerror="window.caught = 2"> \u202e left.

The the crew slept.
"""
_PASTE = """text => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.querySelector(".cm-content").dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
_PLACES = """() => [...document.querySelectorAll(".note")].map((note) => {
    const { top, bottom } = note.getBoundingClientRect();
    const mark = document.querySelector(`.mark[data-finding="${note.dataset.id}"]`);
    return { top, bottom, line: mark.getBoundingClientRect().top };
})"""


def count_is(found: Locator, count: int) -> None:
    """Wait until so many elements are there: the page draws a press's result in its own time."""
    expect = pytest.importorskip("playwright.sync_api").expect
    expect(found).to_have_count(count)


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


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("paper")
    (folder / "copylint.toml").write_text('[vocabulary]\naccept = ["words.txt"]\n', "utf-8")
    (folder / "words.txt").write_text("", "utf-8")
    (folder / "ferry.md").write_text("# The ferry\n\nIt left *at* at noon.\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def address(browser: Any, paper: Path) -> Iterator[str]:
    with serving(ServeSettings(folders=(str(paper),))) as where:
        yield where


@contextmanager
def serving(settings: ServeSettings) -> Iterator[str]:
    """The address of a server in a thread."""
    app = create_app(settings)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="on"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture
def open_desk(browser: Any, address: str) -> Iterator[Opener]:
    """Opens the desk; at the end it has logged nothing and asked no other server."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    logged: list[str] = []
    asked: list[str] = []
    context.on("console", lambda message: logged.append(message.text))
    context.on("weberror", lambda error: logged.append(str(error.error)))
    context.on("request", lambda request: asked.append(request.url))

    def opened(text: str = "") -> Page:
        page: Page = context.new_page()
        page.goto(address)
        page.wait_for_selector("body[data-ready]")
        if text:
            paste(page, text)
        return page

    yield opened
    assert logged == []
    assert [url for url in asked if not url.startswith((address, "blob:" + address))] == []
    context.close()


@pytest.fixture
def desk(open_desk: Opener) -> Page:
    return open_desk(FERRY)


def paste(page: Page, text: str) -> None:
    page.locator(".cm-content").focus()
    page.evaluate(_PASTE, text)
    checked(page)


def checked(page: Page) -> None:
    page.wait_for_selector("#state[data-stage=complete]")


def text_of(page: Page) -> str:
    return "\n".join(page.locator(".cm-line").all_inner_texts()).replace("\n\n\n", "\n\n")


def note(page: Page, said: str) -> Locator:
    return page.locator(".note", has_text=re.compile(re.escape(said))).first


def test_findings_of_a_pasted_article_stand_beside_their_lines(desk: Page) -> None:
    assert desk.locator(".note").count() >= 4
    assert desk.locator("#state").inner_text().endswith("findings")
    count_is(desk.locator(".mark", has_text="ful"), 2)
    places = desk.evaluate(_PLACES)
    assert abs(places[0]["top"] - places[0]["line"]) < 12
    for upper, lower in pairwise(places):
        assert upper["bottom"] <= lower["top"]
    assert desk.locator(".cm-line").first.get_attribute("class") == "cm-line set-headline"
    desk.wait_for_function("() => document.getElementById('figures').textContent.includes('words')")


def test_a_correction_is_accepted_and_undone(desk: Page) -> None:
    before = desk.locator(".note").count()
    note(desk, "'The' is doubled").locator(".fix").first.click()
    assert "The ferry left at noon 🚢 and" in text_of(desk)
    checked(desk)
    count_is(desk.locator(".note"), before - 1)
    desk.locator("#toast button").click()
    assert "The the ferry" in text_of(desk)
    desk.locator(".mark", has_text="The the").wait_for()
    # A note that others have pushed down does not slip away while the button is held.
    note(desk, "'the' is doubled").locator(".fix").first.click(delay=150)
    assert "lorries ,and the crew said" in text_of(desk)
    desk.keyboard.press("Control+z")
    assert "the the crew said" in text_of(desk)


def test_a_finding_is_dismissed_and_comes_back_with_undo(desk: Page) -> None:
    before = desk.locator(".note").count()
    first = note(desk, "'The' is doubled")
    first.click()
    first.get_by_role("button", name="Dismiss").click()
    count_is(desk.locator(".note"), before - 1)
    desk.locator(".cm-line").last.click()
    desk.keyboard.type("It sailed.")
    checked(desk)
    count_is(note(desk, "'The' is doubled"), 0)
    desk.locator(".note").first.focus()
    desk.keyboard.press("u")
    desk.keyboard.press("u")
    note(desk, "'The' is doubled").wait_for()


def test_own_wording_goes_into_the_text(desk: Page) -> None:
    finding = note(desk, "'The' is doubled")
    finding.click()
    finding.get_by_role("button", name="Own wording").click()
    desk.get_by_label("Your wording").fill("Then the")
    desk.keyboard.press("Enter")
    assert "Then the ferry left" in text_of(desk)


def test_a_word_is_added_to_the_house_and_undo_takes_it_out(open_desk: Opener, paper: Path) -> None:
    page = open_desk("Boats\n\nThe ferrry left.\n")
    finding = page.locator(".note").first
    finding.click()
    with page.expect_response("**/api/words"):
        finding.get_by_role("button", name="Add to house names").click()
    assert (paper / "words.txt").read_text("utf-8").split() == ["ferrry"]
    page.wait_for_function("() => !document.querySelector('.note')")
    with page.expect_response("**/api/words/remove"):
        page.locator("#toast button").click()
    page.locator(".note").wait_for()
    assert (paper / "words.txt").read_text("utf-8").split() == []


def test_findings_follow_the_typing(open_desk: Opener) -> None:
    page = open_desk()
    page.locator(".cm-content").click()
    page.keyboard.type("Boats\n\nThe ferrry")
    page.locator(".mark", has_text="ferrry").wait_for()  # once the word counts as finished
    for _ in "ferrry":
        page.keyboard.press("Backspace")
    page.keyboard.type("crew crew slept.")
    page.locator(".mark", has_text="crew crew").wait_for()
    page.keyboard.press("Control+Home")
    page.keyboard.type("New ")
    assert page.locator(".mark").inner_text() == "crew crew"
    page.keyboard.press("Control+End")
    for _ in range(len("crew slept.")):
        page.keyboard.press("Backspace")
    page.wait_for_function("() => !document.querySelector('.mark')")


def test_all_safe_corrections_at_one_press(desk: Page) -> None:
    desk.locator("#fix-safe").click()
    desk.wait_for_function(
        "() => !document.querySelector('.cm-content').innerText.includes('the the')"
    )
    assert "lorries, and the crew" in text_of(desk)
    desk.locator("#toast button").click()
    assert "lorries ,and the the crew" in text_of(desk)


def test_everything_by_keyboard(open_desk: Opener) -> None:
    page = open_desk(FERRY)
    page.keyboard.press("Control+Home")
    page.keyboard.press("F8")
    assert "'The' is doubled" in page.locator(".note:focus").inner_text()
    page.keyboard.press("a")
    count_is(page.locator(".note:focus"), 1)
    assert "The ferry" in text_of(page)
    page.keyboard.press("o")
    page.keyboard.type("full")
    page.keyboard.press("Enter")
    assert "It was full of" in text_of(page)
    checked(page)
    count = page.locator(".note").count()
    page.keyboard.press("x")
    count_is(page.locator(".note"), count - 1)
    page.keyboard.press("u")
    count_is(page.locator(".note"), count)
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("r")
    page.locator("#rule").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Keys").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("i")
    page.get_by_role("dialog", name="Statistics").wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    count_is(page.locator(".cm-content:focus"), 1)
    page.keyboard.press("Control+.")
    count_is(page.locator(".note:focus"), 1)


def test_severities_can_be_hidden(desk: Page) -> None:
    errors = desk.locator(".note.error").count()
    total = desk.locator(".note").count()
    assert 0 < errors < total
    button = desk.locator('#severities [data-severity="error"]')
    button.click()
    count_is(desk.locator(".note"), total - errors)
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    count_is(desk.locator(".note"), total)


def test_a_word_file_comes_back_with_tracked_changes(open_desk: Opener) -> None:
    page = open_desk()
    data = word_file("The night ferry", "The crew of the the ferry slept.", "It left.")
    file = {"name": "ferry.docx", "mimeType": "application/zip", "buffer": data}
    page.locator("#file").set_input_files([file])  # type: ignore[list-item]
    page.locator(".mark", has_text="the the").wait_for()
    assert page.locator("#title").inner_text() == "ferry.docx"
    page.locator(".note .fix").first.click()
    page.locator("#export").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Word file with tracked changes").click()
    assert download.value.suggested_filename == "ferry-tracked.docx"
    xml = WordFile(io.BytesIO(Path(download.value.path()).read_bytes())).element.xml
    assert xml.count("<w:del ") == 1
    page.wait_for_function(
        "() => document.getElementById('exports-note').textContent.includes('1 change')"
    )


def test_a_dropped_file_is_put_on_the_desk_and_exported(open_desk: Opener) -> None:
    page = open_desk("Boats\n\nThe crew slept.\n")
    page.evaluate(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["The ferry\\r\\n\\r\\nIt left left.\\r\\n"], "a.txt"));
            document.querySelector(".cm-content").dispatchEvent(
                new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }"""
    )
    page.get_by_role("button", name="Replace it").click()
    page.locator(".mark", has_text="left left").wait_for()
    page.locator(".note .fix").first.click()
    page.locator("#export").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="a.txt, corrected").click()
    assert Path(download.value.path()).read_bytes() == b"The ferry\r\n\r\nIt left.\r\n"
    with page.expect_download() as download:
        page.get_by_role("button", name="Report for editors").click()
    assert b"<!DOCTYPE html>" in Path(download.value.path()).read_bytes()


def test_a_dismissed_finding_is_not_in_the_report(desk: Page) -> None:
    total = desk.locator(".note").count()
    desk.locator(".note").first.focus()
    desk.keyboard.press("x")
    desk.locator("#export").click()
    with desk.expect_download() as download:
        desk.get_by_role("button", name="Report for editors").click()
    report = Path(download.value.path()).read_text("utf-8")
    assert report.count('<li class="note ') == total - 1


def test_a_file_of_the_folders_is_opened(open_desk: Opener) -> None:
    page = open_desk()
    page.locator("#from-folder").click()
    page.locator("#folder-search").fill("ferry")
    page.locator("#folder-files button").click()
    page.locator("#title", has_text="ferry.md").wait_for()
    page.locator(".mark").first.wait_for()
    assert text_of(page).startswith("# The ferry")


def test_a_reload_keeps_the_article(desk: Page) -> None:
    desk.wait_for_function("() => sessionStorage.getItem('copylint:desk')?.includes('lorries')")
    desk.reload()
    checked(desk)
    assert "The the ferry" in text_of(desk)


def drop_word_file(page: Page) -> None:
    data = word_file("The night ferry", "The crew of the the ferry slept.", "It left.")
    file = {"name": "ferry.docx", "mimeType": "application/zip", "buffer": data}
    page.locator("#file").set_input_files([file])  # type: ignore[list-item]
    page.locator(".mark", has_text="the the").wait_for()


def reload(page: Page) -> None:
    """Load the page again, and leave it although the article has changed."""
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    page.wait_for_selector("body[data-ready]")


def test_a_reload_keeps_the_word_file(open_desk: Opener) -> None:
    page = open_desk()
    drop_word_file(page)
    page.locator(".note .fix").first.click()
    page.wait_for_function(
        "() => !JSON.parse(sessionStorage.getItem('copylint:desk')).text.includes('the the')"
    )
    reload(page)
    checked(page)
    assert page.locator("#title").inner_text() == "ferry.docx"
    assert page.locator("#source").inner_text() == "the prose of the docx file"
    assert page.locator(".cm-line").first.get_attribute("class") == "cm-line set-headline"
    page.locator("#export").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Word file with tracked changes").click()
    xml = WordFile(io.BytesIO(Path(download.value.path()).read_bytes())).element.xml
    assert xml.count("<w:del ") == 1


def test_a_reload_says_that_the_browser_has_lost_the_word_file(open_desk: Opener) -> None:
    page = open_desk()
    drop_word_file(page)
    page.evaluate(
        """() => new Promise((resolve) => {
            const request = indexedDB.deleteDatabase("copylint");
            request.onsuccess = request.onblocked = resolve;
        })"""
    )
    reload(page)
    checked(page)
    assert "has not kept the file ferry.docx" in page.locator("#source").inner_text()
    count_is(page.locator(".mark", has_text="the the"), 1)
    page.locator("#export").click()
    page.get_by_role("button", name="Corrected text").wait_for()
    count_is(page.get_by_role("button", name="Word file with tracked changes"), 0)


def test_a_second_file_takes_the_place_of_the_first_in_the_browser(open_desk: Opener) -> None:
    page = open_desk()
    drop_word_file(page)
    drop_word_file(page)
    page.wait_for_function(
        """() => new Promise((resolve) => {
            const request = indexedDB.open("copylint");
            request.onsuccess = () => {
                const kept = request.result.transaction("originals").objectStore("originals");
                const count = kept.count();
                count.onsuccess = () => resolve(count.result === 1);
            };
        })"""
    )


def test_quotations_are_compared_with_a_transcript_in_the_browser(open_desk: Opener) -> None:
    page = open_desk("“We have sold 40 tickets,” Mary Quist said.\n")
    said = b"Mary Quist: We have sold 14 tickets."
    file: Any = {"name": "interview.txt", "mimeType": "text/plain", "buffer": said}
    page.locator("#show-quotations").click()
    page.locator("#transcripts").set_input_files([file])

    row = page.locator("#quotations-body tbody tr")
    row.wait_for()
    cells = row.locator("td").all_inner_texts()
    assert cells[1:] == ["sense changed", "We have sold 14 tickets\n14 → 40 (number)",
                         "Mary Quist", "interview.txt line 1"]  # fmt: skip
    assert page.locator("#quotations-note").inner_text() == "1 quotation, 1 to look at"
    row.get_by_role("button").click()
    count_is(page.locator("dialog[open]"), 0)
    page.keyboard.type("X")
    assert text_of(page).startswith(("X“We", "“XWe"))

    page.locator("#show-quotations").click()
    page.locator("#transcripts").set_input_files([{**file, "buffer": said.replace(b"14", b"40")}])
    page.get_by_text("1 quotation, 0 to look at").wait_for()
    assert row.locator("td").nth(1).inner_text() == "verbatim"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_desk_is_accessible(open_desk: Opener, scheme: Any) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")

    def demand() -> None:
        result = axe.Axe().run(page)
        assert result.violations_count == 0, result.generate_report()

    page = open_desk()
    page.emulate_media(color_scheme=scheme)
    demand()
    paste(page, FERRY)
    note(page, "'The' is doubled").click()
    demand()
    page.locator(".note.now").get_by_role("button", name="Own wording").click()
    demand()
    page.keyboard.press("Escape")
    for key in ("?", "r", "i", "q", "e", "f") if scheme == "light" else ("r", "i", "q"):
        page.locator(".note").first.focus()
        page.keyboard.press(key)
        page.locator("dialog[open]").wait_for()
        if key == "q":
            said: Any = {"name": "a.txt", "mimeType": "text/plain", "buffer": b"Ann: No."}
            page.locator("#transcripts").set_input_files([said])
            page.locator("#quotations-note").filter(has_text="quotation").wait_for()
        demand()
        page.keyboard.press("Escape")


def test_a_telephone_shows_the_current_note_at_the_foot(open_desk: Opener) -> None:
    page = open_desk()
    page.set_viewport_size({"width": 390, "height": 800})
    paste(page, FERRY)
    count_is(page.locator(".note:visible"), 0)
    page.locator(".mark").first.click()
    count_is(page.locator(".note:visible"), 1)
    page.locator("#next").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for button in page.locator("button:visible").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 43, button.inner_text()
    sheet = page.locator(".note:visible").bounding_box()
    mark = page.locator(".mark.now").bounding_box()
    assert sheet is not None
    assert mark is not None
    assert mark["y"] + mark["height"] <= sheet["y"]


def test_print_leaves_the_article_and_its_notes(desk: Page) -> None:
    total = desk.locator(".note").count()
    desk.emulate_media(media="print")
    count_is(desk.locator(".note:visible"), total)
    assert not desk.locator(".bar").is_visible()
    assert desk.pdf()[:4] == b"%PDF"


def test_hostile_text_does_nothing(open_desk: Opener) -> None:
    page = open_desk(HOSTILE)
    page.locator(".note .fix").first.click()
    assert page.evaluate("window.caught") is None
    count_is(page.locator("main img, main script"), 0)


def test_a_server_with_tokens_lets_in_whoever_shows_one(browser: Any, paper: Path) -> None:
    token = AccessToken("a-token-of-the-paper", "desk")
    with serving(ServeSettings(folders=(str(paper),), tokens=(token,))) as where:
        context = browser.new_context()
        page = context.new_page()
        page.goto(where)
        page.get_by_role("textbox", name="Token").fill(token.secret)
        page.keyboard.press("Enter")
        page.wait_for_selector("body[data-ready]")
        context.close()
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{where}{token.secret}/")
        page.wait_for_selector("body[data-ready]")
        paste(page, FERRY)
        assert page.locator(".note").count() >= 4
        context.close()


def test_notes_stay_beside_their_lines_when_the_text_moves_down(desk: Page) -> None:
    desk.locator(".cm-content").focus()
    desk.keyboard.press("Control+f")
    desk.locator(".cm-search").wait_for()
    desk.wait_for_function(
        """() => {
            const note = document.querySelector(".note");
            const mark = document.querySelector(`.mark[data-finding="${note.dataset.id}"]`);
            const [upper, line] = [note, mark].map((each) => each.getBoundingClientRect().top);
            return Math.abs(upper - line) < 12;
        }"""
    )
