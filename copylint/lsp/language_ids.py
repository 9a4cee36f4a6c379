"""Tells the format of a document from its file name, or else from the editor's language id."""

# Paths: links and ".." stay as the editor has them.

from __future__ import annotations

import os
import re

from copylint.config.schema import Config, PathFormat
from copylint.core.record import replace
from copylint.formats.lookup import entries, suffix_of

_FORMATS = {
    "asciidoc": "asciidoc",
    "asciidoctor": "asciidoc",
    "adoc": "asciidoc",
    "csv": "csv",
    "tsv": "csv",
    "fountain": "fountain",
    "git-commit": "plain",
    "gitcommit": "plain",
    "html": "html",
    "xhtml": "html",
    "javascript": "javascript",
    "javascriptreact": "javascript",
    "json": "json",
    "latex": "latex",
    "plaintex": "latex",
    "tex": "latex",
    "mail": "mail",
    "eml": "mail",
    "markdown": "markdown",
    "md": "markdown",
    "mdx": "markdown",
    "pandoc": "markdown",
    "quarto": "markdown",
    "rmd": "markdown",
    "mediawiki": "mediawiki",
    "org": "org",
    "plaintext": "plain",
    "po": "po",
    "text": "plain",
    "txt": "plain",
    "python": "python",
    "restructuredtext": "rst",
    "rst": "rst",
    "srt": "subrip",
    "subrip": "subrip",
    "typescript": "typescript",
    "typescriptreact": "typescript",
    "vtt": "webvtt",
    "webvtt": "webvtt",
    "wikitext": "mediawiki",
    "xliff": "xliff",
    "xml": "news-xml",
    "yaml": "yaml",
}


def format_of_language(language_id: str) -> str:
    """The name of the format that an editor's ``language_id`` means; empty if unknown."""
    return _FORMATS.get(language_id.lower(), "")


def with_format(config: Config, path: str, language_id: str) -> Config:
    """``config``, with the format of ``language_id`` set for the file at ``path``.

    If the suffix of the file name or the configuration already determines the format, as for
    ``copylint check``, ``config`` is returned unchanged.
    """
    name = format_of_language(language_id)
    suffix = suffix_of(path)
    if not name or any(suffix in each.suffixes for each in entries()):
        return config
    folder, base = os.path.split(path)
    glob = "/" + re.sub(r"([\\*?\[\] ])", r"\\\1", base)
    return replace(config, format_of=(*config.format_of, PathFormat(glob, name, folder)))
