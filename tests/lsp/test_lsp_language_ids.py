"""The format of a document: its file name's, else that of the editor's language."""

from __future__ import annotations

import pytest

from copylint.config.schema import Config, PathFormat
from copylint.formats.lookup import entries
from copylint.lsp.language_ids import format_of_language, with_format
from copylint.runner.document_reader import Formats


@pytest.mark.parametrize(
    ("path", "language", "form"),
    [
        ("/desk/a.md", "plaintext", "markdown"),
        ("/desk/a.tex", "markdown", "latex"),
        ("/desk/README", "markdown", "markdown"),
        ("/desk/README", "Markdown", "markdown"),
        ("/desk/notes.draft", "restructuredtext", "rst"),
        ("/desk/a [1]*?.draft", "asciidoc", "asciidoc"),
        ("/desk/README", "cobol", "plain"),
        ("/desk/README", "", "plain"),
    ],
)
def test_the_name_decides_then_the_language(path: str, language: str, form: str) -> None:
    formats = Formats(with_format(Config(), path, language))
    assert formats.of(path, b"It is here.").name == form


def test_only_the_file_itself_is_in_that_format() -> None:
    formats = Formats(with_format(Config(), "/desk/a?b", "markdown"))
    assert formats.of("/desk/axb", b"").name == "plain"
    assert formats.of("/desk/sport/a?b", b"").name == "plain"


def test_what_the_configuration_says_of_the_file_wins() -> None:
    config = Config(format_of=(PathFormat("README", "html", "/desk"),))
    formats = Formats(with_format(config, "/desk/README", "markdown"))
    assert formats.of("/desk/README", b"").name == "html"


def test_every_language_means_a_format_that_exists() -> None:
    from copylint.lsp import language_ids

    names = {each.name for each in entries()}
    assert set(language_ids._FORMATS.values()) <= names
    assert format_of_language("cobol") == ""
