"""Help inside files of settings, where the cursor is marked with a bar."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

pytest.importorskip("pygls", reason="the extra 'lsp' is not installed")

from lsprotocol.types import MarkupContent, TextEdit

from copylint.lsp import settings_help
from copylint.lsp.documents import OpenDocument
from copylint.lsp.positions import Places


def document(text: str, name: str = "copylint.toml") -> OpenDocument:
    made = SimpleNamespace(text=text, path=f"/desk/{name}", places=Places(text))
    return cast(OpenDocument, made)


def offered(marked: str, name: str = "copylint.toml") -> dict[str, str]:
    """What is offered at the bar: each label, and the text once it is chosen."""
    at, text = marked.index("|"), marked.replace("|", "")
    found = {}
    for item in settings_help.completions(document(text, name), at):
        edit = cast(TextEdit, item.text_edit)
        start, end = Places(text).span(edit.range)
        found[item.label] = text[:start] + edit.new_text + text[end:]
    return found


def told(marked: str, name: str = "copylint.toml") -> str:
    at, text = marked.index("|"), marked.replace("|", "")
    found = settings_help.hover(document(text, name), at)
    return cast(MarkupContent, found.contents).value if found else ""


@pytest.mark.parametrize(
    ("marked", "label", "after"),
    [
        ("|", "language", "language = "),
        ("lang|", "language", "language = "),
        ("[vocabulary]\nac|", "accept", "[vocabulary]\naccept = "),
        ("language = |", "en-GB", 'language = "en-GB"'),
        ('language = "|"', "en-GB", 'language = "en-GB"'),
        ('language = "en|"', "en-GB", 'language = "en-GB"'),
        ("cache = |", "false", "cache = false"),
        ('fail-on = "e|', "error", 'fail-on = "error'),
        ("ignore = [|]", "spelling", 'ignore = ["spelling"]'),
        ('ignore = ["spelling.u|"]', "spelling.unknown", 'ignore = ["spelling.unknown"]'),
        (
            'ignore = [\n  "names",\n  "spell|",\n]\n',
            "spelling",
            'ignore = [\n  "names",\n  "spelling",\n]\n',
        ),
        ("[severity]\n|", "names", '[severity]\n"names" = '),
        ('[severity]\n"names" = |', "error", '[severity]\n"names" = "error"'),
        ('[per-file-ignores]\n"a/**" = [|]', "all", '[per-file-ignores]\n"a/**" = ["all"]'),
        ('[format-of]\n"a/*.xml" = |', "news-xml", '[format-of]\n"a/*.xml" = "news-xml"'),
        ("[|]", "vocabulary", "[vocabulary]"),
        ("[voc|]", "vocabulary", "[vocabulary]"),
        ("grammar = |", "harper", 'grammar = "harper"'),
    ],
)
def test_keys_tables_and_values_are_completed(marked: str, label: str, after: str) -> None:
    assert offered(marked)[label] == after


@pytest.mark.parametrize("marked", ["# a rem|ark", "cache = true # |", '[other-tool]\n"|'])
def test_nothing_is_offered_where_nothing_fits(marked: str) -> None:
    assert offered(marked) == {}


def test_in_a_shared_file_only_copylints_table_counts() -> None:
    name = "pyproject.toml"
    assert offered("[tool.copylint]\nlang|", name)["language"].endswith("language = ")
    assert "accept" in offered("[tool.copylint.vocabulary]\n|", name)
    assert offered("[tool.ruff]\nlang|", name) == {}
    assert offered("|", name) == {}
    assert offered("[project|]", name) == {}


@pytest.mark.parametrize(
    ("marked", "part"),
    [
        ('lan|guage = "en-GB"', "**language**"),
        ('language = "en-|GB"', "**language**"),
        ("[voca|bulary]", "**vocabulary.accept**"),
        ('[vocabulary]\nrej|ect = ["a.txt"]', "**vocabulary.reject**"),
        ('ignore = ["spelling.unk|nown"]', "**spelling.unknown**"),
        ('[severity]\n"spelling.unk|nown" = "error"', "**spelling.unknown**"),
        ('[rules."readability.grade"]\nma|x = 12', '**rules."<rule>"**'),
        ('[tool.copylint]\nfail-|on = "error"', "**fail-on**"),
    ],
)
def test_keys_and_rules_are_explained(marked: str, part: str) -> None:
    name = "pyproject.toml" if "[tool." in marked else "copylint.toml"
    assert part in told(marked, name)


@pytest.mark.parametrize("marked", ["|", "# lan|guage", "unheard-|of = 3"])
def test_what_means_nothing_is_not_explained(marked: str) -> None:
    assert told(marked) == ""


def test_each_fault_is_shown_at_its_place() -> None:
    text = 'language = "en-GB"\nignore = ["speling"]\n'
    message = (
        "desk/copylint.toml:2:11: there is no rule 'speling'\n"
        '    ignore = ["speling"]\n'
        "              ^^^^^^^^^\n"
        "elsewhere/.copylint.toml:1:1: unknown key 'x'\n"
    )
    (fault,) = settings_help.faults(document(text), message)
    assert (fault.range.start.line, fault.range.start.character) == (1, 10)
    assert fault.range.end.character == 19
    assert fault.message == "there is no rule 'speling'"
