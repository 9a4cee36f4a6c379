"""The documentation as a site: built strictly, a page for every rule, searched in a browser."""

from __future__ import annotations

import http.server
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from copylint.core.rule_groups import GROUPS
from copylint.runner.rules import all_rules

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "tools" / "docs" / "build.py"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("sphinx")
    pytest.importorskip("myst_parser")
    out = tmp_path_factory.mktemp("docs") / "site"
    command = [sys.executable, str(BUILD), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return out


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def page() -> Iterator[Any]:
    api = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser.new_page(viewport={"width": 1280, "height": 900})
        browser.close()


def test_every_rule_has_a_page_with_its_examples(site: Path) -> None:
    for rule in all_rules().values():
        page = site / "reference" / "rules" / rule.id / "index.html"
        assert page.is_file(), rule.id
        text = page.read_text("utf-8")
        assert ("Reported" in text) == bool(rule.bad)
        assert rule.id in text


def test_every_group_has_a_page_with_its_rules(site: Path) -> None:
    for group in GROUPS.values():
        page = (site / "reference" / "rules" / group.id / "index.html").read_text("utf-8")
        assert all(rule in page for rule in group.rules)


def test_search_finds_a_rule_and_nothing_is_asked_of_another_host(address: str, page: Any) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/search/?q=caption")
    page.wait_for_selector("#search-results li a")
    links = page.eval_on_selector_all("#search-results li a", "all => all.map(a => a.href)")
    assert any("/reference/rules/duplicates.caption" in link for link in links)
    assert all(url.startswith((address, "data:")) for url in asked)


@pytest.mark.parametrize("width", [390, 1280])
def test_pages_fit_the_window(address: str, page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for path in (
        "",
        "reference/rules/",
        "reference/configuration/",
        "tutorial/first-check/",
        "guides/editors/",
    ):
        page.goto(f"{address}/{path}")
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, path
