"""Every format by name, and which of them a file is in. Importing this imports none of them.

A format that is not listed here does not exist; that the list and the formats agree is tested.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import PurePath
from typing import NamedTuple

from copylint.core.document import Document
from copylint.formats.base import Format

#: Bytes of a file that are looked at where its suffix does not decide.
HEAD = 4096


class Entry(NamedTuple):
    """A format that has not been imported: ``module`` and ``kind`` say where its class is.

    ``suffixes`` are the file endings it claims, in lower case with the dot. With ``walked``,
    files with them are taken in folders too; without, only where a path or a setting names
    them, since most files of that kind hold no copy. ``signature`` tells the format by the
    first bytes of a file, where no suffix does or several formats claim one: a pattern in
    the syntax of ``re``, found anywhere in them.
    """

    name: str
    module: str
    kind: str
    suffixes: tuple[str, ...]
    walked: bool = True
    signature: str = ""


#: In order of names; where several signatures fit, the first counts.
ENTRIES = (
    Entry("asciidoc", "asciidoc.format", "AsciiDoc", (".adoc", ".asciidoc", ".asc", ".ad")),
    Entry("csv", "data.fields", "Csv", (".csv", ".tsv"), walked=False),
    Entry(
        "docx",
        "office.docx",
        "Docx",
        (".docx", ".docm"),
        signature=r"\APK\x03\x04.*\[Content_Types\]\.xml|\A\0word/",
    ),
    Entry(
        "html",
        "web_page",
        "WebPage",
        (".html", ".htm", ".xhtml"),
        signature=r"(?i)\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype html|<html)\b",
    ),
    Entry("javascript", "code.format", "JavaScript", (".js", ".mjs", ".cjs", ".jsx"), walked=False),
    Entry("json", "data.fields", "Json", (".json",), walked=False),
    Entry("latex", "latex.format", "Latex", (".tex", ".ltx")),
    Entry("mail", "mail.format", "Mail", (".eml",)),
    Entry("markdown", "markdown", "Markdown", (".md", ".markdown", ".mdown", ".mkd")),
    Entry("news-xml", "news.format", "NewsXml", (".xml", ".nitf", ".rss", ".atom"), walked=False),
    Entry(
        "odt",
        "office.odt",
        "Odt",
        (".odt", ".ott"),
        signature=r"\APK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.text"
        r"|\A\0content\.xml\0",
    ),
    Entry("plain", "plain", "PlainText", (".txt", ".text")),
    Entry("python", "code.format", "PythonCode", (".py", ".pyi"), walked=False),
    Entry("rst", "rst.format", "ReStructuredText", (".rst", ".rest")),
    Entry("subrip", "subtitles.format", "SubRip", (".srt",)),
    Entry("typescript", "code.format", "TypeScript", (".ts", ".tsx", ".mts", ".cts"), walked=False),
    Entry("webvtt", "subtitles.format", "WebVtt", (".vtt",), signature=r"\AWEBVTT\s"),
    Entry("yaml", "data.fields", "Yaml", (".yaml", ".yml"), walked=False),
)
_PLAIN = next(each for each in ENTRIES if each.name == "plain")


def suffix_of(path: str) -> str:
    """The suffix of ``path``, in lower case with the dot."""
    return PurePath(path).suffix.lower()


def entry_for(path: str, head: bytes = b"") -> Entry:
    """The format of the file at ``path`` that begins with ``head``.

    The suffix decides; where several formats claim it or none does, the first whose signature
    ``head`` bears; where there is none of these either, it is plain text.
    """
    suffix = suffix_of(path)
    claiming = [each for each in ENTRIES if suffix in each.suffixes]
    if len(claiming) == 1 and not (claiming[0].signature and not claiming[0].walked):
        return claiming[0]
    for each in claiming or ENTRIES:
        if each.signature and re.search(each.signature.encode(), head, re.DOTALL):
            return each
    return _PLAIN


@cache
def reader(listed: Entry) -> Format:
    """The format itself, imported now."""
    kind = getattr(import_module(f"copylint.formats.{listed.module}"), listed.kind)
    made = kind()
    assert isinstance(made, Format)
    return made


def entry(name: str) -> Entry:
    """The format that is called ``name``, not imported. Raises ``KeyError``."""
    for each in ENTRIES:
        if each.name == name:
            return each
    raise KeyError(name)


def named(name: str) -> Format:
    """The format called ``name``, imported now. Raises ``KeyError``."""
    return reader(entry(name))


def example_in(name: str, text: str) -> Document:
    """``text`` as a document in the format called ``name``. Raises ``KeyError``."""
    listed = entry(name)
    return reader(listed).read("example" + listed.suffixes[0], text)


def all_formats() -> tuple[Format, ...]:
    """One instance of every format; imports them all."""
    return tuple(reader(each) for each in ENTRIES)


def claimed_suffixes() -> frozenset[str]:
    """The suffixes of the files that are taken in folders."""
    return frozenset(suffix for each in ENTRIES if each.walked for suffix in each.suffixes)
