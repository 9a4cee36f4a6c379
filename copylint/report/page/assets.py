"""The style and the script of the page: small files, put together in their order."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib.resources import files

#: The order matters: a later style rule wins, and a script uses those before it.
STYLES = (
    "colours",
    "frame",
    "tools",
    "articles",
    "notes",
    "rules",
    "quotations",
    "narrow",
    "print",
)
SCRIPTS = (
    "data", "store", "articles", "decisions", "filters", "walk", "rules", "saving", "start",
)  # fmt: skip


@cache
def style() -> str:
    """The style sheet."""
    return "\n" + "".join(_read("css", f"{name}.css") for name in STYLES)


@cache
def script() -> str:
    """The script: one block in strict mode, so that nothing in it is global."""
    parts = "".join(_read("js", f"{name}.js") for name in SCRIPTS)
    return f'\n"use strict";\n{{\n{parts}}}\n'


def policy() -> str:
    """A Content Security Policy: nothing but this style and script can run or load."""
    return (
        f"default-src 'none'; style-src {allowed(style())}; script-src {allowed(script())}; "
        "base-uri 'none'; form-action 'none'"
    )


def allowed(text: str) -> str:
    """The source expression of Content Security Policy that allows ``text`` and no other."""
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _read(folder: str, name: str) -> str:
    return files("copylint.report.page").joinpath(folder, name).read_text(encoding="utf-8")
