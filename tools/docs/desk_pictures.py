"""Take the pictures of the desk: an invented article on a real server, in Chromium.

    python tools/docs/desk_pictures.py docs/images

writes ``desk-1280.png``, ``desk-dark.png`` and ``desk-390.png``. Pictures are of fonts near to
those of a newspaper's computers where the system has them (Charis SIL, Inter).
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ARTICLE = Path(__file__).with_name("desk_article.txt")
# Name, width, height, colours, and the findings that are gone to before the picture is taken.
PICTURES = (
    ("desk-1280", 1280, 900, "light", 1),
    ("desk-dark", 1280, 900, "dark", 3),
    ("desk-390", 390, 844, "light", 2),
)
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <match target="pattern"><test name="family"><string>Georgia</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Charis SIL</string></edit></match>
  <match target="pattern"><test name="family"><string>DejaVu Sans</string></test>
    <edit name="family" mode="assign" binding="strong"><string>Inter</string></edit></match>
</fontconfig>
"""
PASTE = """text => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.querySelector(".cm-content").dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


@contextmanager
def serving(folder: str) -> Iterator[str]:
    """A desk on a free port."""
    import uvicorn

    from copylint.serve.app import create_app
    from copylint.serve.settings import ServeSettings

    app = create_app(ServeSettings(folders=(folder,)))
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


def main() -> int:
    """Take them all."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    target = parser.parse_args().folder
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        fonts = Path(folder, "fonts.conf")
        fonts.write_text(FONTS, "utf-8")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox"],
            env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
        )
        with serving(folder) as address:
            for name, width, height, scheme, steps in PICTURES:
                context = browser.new_context(
                    viewport={"width": width, "height": height},
                    color_scheme=scheme,  # type: ignore[arg-type]
                )
                page = context.new_page()
                page.goto(address)
                page.wait_for_selector("body[data-ready]")
                page.locator(".cm-content").focus()
                page.evaluate(PASTE, ARTICLE.read_text("utf-8"))
                page.wait_for_selector("#state[data-stage=complete]")
                page.wait_for_function("() => document.getElementById('figures').textContent")
                page.keyboard.press("Control+Home")
                for _ in range(steps):
                    page.keyboard.press("F8")
                if width > 500:
                    page.evaluate("scrollTo(0, 0)")
                page.evaluate("document.fonts.ready")
                page.screenshot(path=target / f"{name}.png")
                context.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
