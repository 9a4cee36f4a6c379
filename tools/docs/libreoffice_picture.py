"""Take the picture of LibreOffice with the findings of ``copylint serve``.

    python tools/docs/libreoffice_picture.py docs/images

writes ``libreoffice.png``: an invented article in Writer, whose LanguageTool setting names the
server, with the menu of a finding open. Needs LibreOffice with its window (``soffice``), Xvfb,
xdotool and ImageMagick: in Debian ``libreoffice-writer libreoffice-gtk3 xvfb xdotool imagemagick``.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

WIDTH, HEIGHT = 1280, 720
NEEDED = ("soffice", "Xvfb", "xdotool", "convert", "import")
PATIENCE_S = 180.0
HEADLINE = "Ferry to stay in port until spring"
PARAGRAPHS = (
    "The night ferry will stay in port until April, its owner said on Tuesday, after inspectors "
    "found cracks in the the hull.",
    "Ms Katarzyna Wojciechowska, who runs the line, said the crew had recieved its wages. “Nobody "
    "will loose a job,” she said.",
    "Lorry drivers must now take the coast road , which adds two hours. Ms Wojciechowksa promised "
    "them a smaller boat by the end of the month.",
)
# The word whose menu is open: its paragraph, and the number of words before it there.
PARAGRAPH, WORDS = 2, 15
DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:default-style style:family="paragraph">
<style:paragraph-properties fo:margin-bottom="0.3cm" fo:line-height="140%"/>
<style:text-properties style:font-name="{font}" fo:font-family="{font}" fo:font-size="13pt"
 fo:language="en" fo:country="GB"/></style:default-style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"
 style:default-outline-level="1"><style:text-properties fo:font-size="20pt" fo:font-weight="bold"/>
</style:style></office:styles>
<office:body><office:text>
<text:h text:style-name="Heading_20_1" text:outline-level="1">{headline}</text:h>{paragraphs}
</office:text></office:body></office:document>
"""
FONT = "DejaVu Serif"
SETTING = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse"{kind}>'
    "<value>{value}</value></prop></item>"
)
CHECKER = "<it>org.openoffice.lingu.LanguageToolGrammarChecker</it>"
SETTINGS = (
    ("Office.Linguistic/GrammarChecking/LanguageTool", "IsEnabled", "", "true"),
    (
        *("Office.Linguistic/ServiceManager/GrammarCheckerList", "en-GB"),
        *(' oor:type="oor:string-list"', CHECKER),
    ),
    ("Office.Linguistic/SpellChecking", "IsSpellAuto", "", "true"),
    ("Office.Linguistic/GrammarChecking", "IsAutoCheck", "", "true"),
    ("Office.Common/Misc", "ShowTipOfTheDay", "", "false"),
    ("Office.Common/Misc", "FirstRun", "", "false"),
    ("Office.Common/Misc", "ShowDonation", "", "false"),
    ("Setup/Product", "ooSetupLastVersion", "", "7.4"),
)


def write_profile(profile: Path, address: str) -> None:
    """A profile whose LanguageTool setting names the server at ``address``."""
    base = ("Office.Linguistic/GrammarChecking/LanguageTool", "BaseURL", "", f"{address}/v2")
    items = "".join(
        SETTING.format(path=path, name=name, kind=kind, value=value)
        for path, name, kind, value in (base, *SETTINGS)
    )
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items '
        'xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>\n',
        "utf-8",
    )


def write_document(path: Path) -> None:
    """The article as a flat OpenDocument text in British English."""
    paragraphs = "".join(f"<text:p>{escape(each, quote=False)}</text:p>" for each in PARAGRAPHS)
    path.write_text(
        DOCUMENT.format(font=FONT, headline=escape(HEADLINE), paragraphs=paragraphs), "utf-8"
    )


@contextmanager
def running(command: list[str], **options: object) -> Iterator[subprocess.Popen[str]]:
    """A program that is ended afterwards."""
    process = subprocess.Popen(command, text=True, **options)  # type: ignore[call-overload]
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def until(what: str, is_there: Callable[[], bool]) -> None:
    """Wait until something is there. Ends the program if it does not come."""
    end = time.monotonic() + PATIENCE_S
    while not is_there():
        if time.monotonic() > end:
            raise SystemExit(f"{what} did not come")
        time.sleep(0.5)


def checks(address: str) -> int:
    """How many checks the server has answered."""
    with urllib.request.urlopen(f"{address}/metrics") as answer:
        text = answer.read().decode()
    return sum(
        int(float(number))
        for line, number in re.findall(r"^(copylint_\S*requests\S*) (\S+)$", text, re.MULTILINE)
        if "/check" in line
    )


def picture(folder: Path, work: Path) -> None:
    """Take the picture into ``folder``; ``work`` is an empty folder."""
    serve = [sys.executable, "-m", "copylint", "serve", "--port", "0"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    read, write = os.pipe()
    screen = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24"]
    with (
        running(serve, stdout=subprocess.PIPE, cwd=work) as server,
        running(screen, pass_fds=(write,), **quiet),
    ):
        assert server.stdout
        found = re.search(r"http://[^\s)]+", server.stdout.readline())
        if found is None:
            raise SystemExit("the server did not start")
        address = found[0].rstrip("/")
        with os.fdopen(read) as lines:
            display = f":{lines.readline().strip()}"
        write_profile(work / "profile", address)
        document = work / "ferry.fodt"
        write_document(document)
        environment = {**os.environ, "DISPLAY": display, "SAL_USE_VCLPLUGIN": "gtk3"}
        office = [
            *("soffice", f"-env:UserInstallation={(work / 'profile').as_uri()}"),
            *("--norestore", "--nologo", "--nofirststartwizard", "--writer", str(document)),
        ]

        def do(*command: str) -> str:
            done = subprocess.run(
                command, env=environment, capture_output=True, text=True, check=False
            )
            return done.stdout.strip()

        with running(office, env=environment, **quiet):
            search = ("xdotool", "search", "--onlyvisible", "--name", "ferry")
            until("the window of Writer", lambda: bool(do(*search)))
            window = do(*search).splitlines()[0]
            do("xdotool", "windowsize", "--sync", window, str(WIDTH), str(HEIGHT))
            do("xdotool", "windowmove", window, "0", "0")
            do("xdotool", "windowfocus", window)
            until("a check of each paragraph", lambda: checks(address) > len(PARAGRAPHS))
            time.sleep(5)
            keys = [*["ctrl+Down"] * (PARAGRAPH + 1), *["ctrl+Right"] * WORDS, "Right", "shift+F10"]
            for key in keys:
                do("xdotool", "key", "--window", window, key)
                time.sleep(0.2)
            time.sleep(3)
            do("import", "-window", "root", str(work / "screen.png"))
    target = folder / "libreoffice.png"
    subprocess.run(
        ["convert", str(work / "screen.png"), "-strip", "-colors", "128", str(target)], check=True
    )
    sys.stdout.write(f"{target}\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    missing = [each for each in NEEDED if not shutil.which(each)]
    if missing:
        raise SystemExit(f"not installed: {', '.join(missing)}")
    with tempfile.TemporaryDirectory() as work:
        picture(folder, Path(work))


if __name__ == "__main__":
    main()
