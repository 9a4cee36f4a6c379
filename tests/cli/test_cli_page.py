"""The page on the command line must tell of every option of every command."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from copylint.cli.app import command

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "cli.md"


def options(name: str, group: Any) -> Iterator[tuple[str, str]]:
    """The first command of a command line's words, and each long option it takes."""
    for each, inner in getattr(group, "commands", {}).items():
        yield from options(name or each, inner)
    for parameter in group.params if name else ():
        for option in (*parameter.opts, *parameter.secondary_opts):
            if option.startswith("--") and option != "--help":
                yield name, option


def test_every_option_is_in_the_section_of_its_command() -> None:
    sections = re.split(r"^## ", PAGE.read_text("utf-8"), flags=re.MULTILINE)[1:]
    told = [(section.partition("\n")[0], section) for section in sections]
    known = list(options("", command()))
    assert ("fix", "--format-of") in known and ("warm", "--jobs") not in known
    for name, option in known:
        about = [text for title, text in told if re.search(rf"\b{name}`|\b{name} ", title)]
        assert about, name
        assert any(re.search(rf"`{option}[` ]", text) for text in about), (name, option)
