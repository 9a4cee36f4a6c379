"""The manual page names every command and option, and is sound roff."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

import pytest

from copylint.cli.command_list import COMMANDS, GROUPS
from copylint.cli.man_page import man_page

PAGE = man_page()


def plain(text: str) -> str:
    return re.sub(r"\\f[A-Z]|\\&", "", text).replace(r"\-", "-").replace(r"\(aq", "'")


def test_every_command_and_option_is_on_the_page() -> None:
    text = plain(PAGE)
    commands = [(each.name, each) for each in COMMANDS]
    commands += [(f"{group.name} {each.name}", each) for group in GROUPS for each in group.commands]
    for name, command in commands:
        section = text.partition(f'.SS "{name}')[2].partition("\n.SS ")[0]
        assert section, name
        for option in command.options.table():
            for written in (*option.names[:1], option.off):
                assert written in section, (name, written)


def test_lines_of_text_are_not_taken_for_requests() -> None:
    requests = {line.split()[0] for line in PAGE.splitlines() if line.startswith((".", "'"))}
    assert requests == {".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".I"}


@pytest.mark.skipif(shutil.which("groff") is None, reason="needs groff")
def test_groff_has_nothing_to_say() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-rLL=80n"],
        input=PAGE,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "--fail-on" in done.stdout


def test_the_build_needs_no_package_for_it() -> None:
    """The wheel is built with only the packages that read rules installed."""
    code = (
        "import sys, copylint.cli.man_page as page; page.man_page(); "
        "print([name for name in ('typer', 'click', 'rich', 'rapidfuzz') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"
