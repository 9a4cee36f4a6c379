"""Take the pictures of the page for editors: a sample article, checked, in Chromium.

    python tools/docs/page_pictures.py docs/images

writes ``page-1280.png`` (light, two findings decided) and ``page-390.png`` (dark).
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "seeds/olympic-neutrality.txt"
# Accept the first finding, dismiss the third as a quotation, and show the second.
DECIDE = """() => {
    const note = number => document.getElementById(`note-${number}`);
    note(1).querySelector(".fix").click();
    note(3).querySelector("[data-act=dismiss]").click();
    note(3).querySelector("[data-reason=quotation]").click();
    note(2).scrollIntoView({ block: "center" });
    scrollBy(0, 130);
}"""


def main() -> int:
    """Take both."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    target = parser.parse_args().folder.resolve()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        html = Path(folder, "page.html")
        check = [sys.executable, "-m", "copylint", "check", "--isolated", "--no-cache", "-q"]
        subprocess.run([*check, "--output", f"html={html}", ARTICLE], cwd=ROOT, check=False)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        wide = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme="light")
        wide.goto(html.as_uri())
        wide.keyboard.press("j")
        wide.evaluate(DECIDE)
        wide.screenshot(path=target / "page-1280.png")
        narrow = browser.new_page(
            viewport={"width": 390, "height": 844}, color_scheme="dark", has_touch=True
        )
        narrow.goto(html.as_uri())
        narrow.locator("#next").click()
        narrow.screenshot(path=target / "page-390.png")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
