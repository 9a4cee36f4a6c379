"""Help in settings files: completion, hover, and errors."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from lsprotocol.types import (
    CompletionItem,
    CompletionItemKind,
    Diagnostic,
    DiagnosticSeverity,
    Hover,
    InsertTextFormat,
    MarkupContent,
    MarkupKind,
    Position,
    Range,
    TextEdit,
)

from copylint.config.key import Key
from copylint.lsp.diagnostics import SOURCE
from copylint.lsp.documents import OpenDocument
from copylint.lsp.settings_keys import all_keys, values_of
from copylint.lsp.settings_place import Place, place_at
from copylint.service.explanations import explanation

# Errors of the configuration read "copylint.toml:3:1: message".
_FAULT = re.compile(r"^(?P<path>\S.*?):(?:(?P<line>\d+):(?P<column>\d+):)? (?P<message>.*)$")


def completions(document: OpenDocument, offset: int) -> list[CompletionItem]:
    """The keys, tables or values that may be written at a code point of a settings file."""
    place = place_at(document.text, offset, os.path.basename(document.path))  # noqa: PTH119
    if place is None:
        return []
    items = _values(place) if place.is_value else _keys(place)
    whole = document.places.range(place.start, place.end)
    found = []
    for item in items:
        item.text_edit = TextEdit(whole, item.insert_text or item.label)
        item.filter_text = item.insert_text or item.label
        item.insert_text = None
        found.append(item)
    return found


def hover(document: OpenDocument, offset: int) -> Hover | None:
    """An explanation of the key, the table or the rule under the pointer."""
    place = place_at(document.text, offset, os.path.basename(document.path))  # noqa: PTH119
    if place is None or not place.word:
        return None
    shown = ""
    if place.is_value or place.table in ("severity", "per-file-ignores"):
        about = explanation(place.word)
        shown = about.markdown if about else ""
    if not shown:
        key = _key_at(place)
        shown = _described(key) if key else ""
    if not shown:
        return None
    whole = document.places.range(place.start, place.end)
    return Hover(MarkupContent(MarkupKind.Markdown, shown), whole)


def faults(document: OpenDocument, told: str) -> list[Diagnostic]:
    """The errors in a settings file, from the text ``told`` of a ``ConfigError``."""
    name, found = os.path.basename(document.path), []  # noqa: PTH119
    for line in told.splitlines():
        match = _FAULT.match(line)
        if match is None or os.path.basename(match["path"]) != name:  # noqa: PTH119
            continue
        at = Position(int(match["line"] or 1) - 1, 0)
        start = document.places.offset(at) + int(match["column"] or 1) - 1
        end = start + len(_rest_of_word(document.text, start))
        where: Range = document.places.range(start, end)
        found.append(Diagnostic(where, match["message"], DiagnosticSeverity.Error, source=SOURCE))
    return found


def _rest_of_word(text: str, start: int) -> str:
    match = re.compile(r"[^\s=,\]]+").match(text, start)
    return match.group() if match else ""


def _keys(place: Place) -> Iterator[CompletionItem]:
    """Keys of the table or, in a table header, names of tables."""
    prefix = f"{place.table}." if place.table else ""
    if place.is_header:
        yield from _tables()
        return
    if place.table == "severity":
        yield from (_rule_item(value, f'"{value}" = ') for value in values_of("select"))
        return
    seen: set[str] = set()
    for key in all_keys():
        if not key.name.startswith(prefix) or key.name in seen:
            continue
        rest = key.name[len(prefix) :]
        if "." in rest or _is_table(key):
            continue
        seen.add(key.name)
        yield CompletionItem(
            rest,
            kind=CompletionItemKind.Property,
            detail=key.value.replace("`", ""),
            documentation=MarkupContent(MarkupKind.Markdown, _described(key)),
            insert_text=f"{rest} = ",
            insert_text_format=InsertTextFormat.PlainText,
        )


def _tables() -> Iterator[CompletionItem]:
    names: dict[str, Key] = {}
    for key in all_keys():
        if _is_table(key):
            names.setdefault(key.name, key)
        elif "." in key.name:
            names.setdefault(key.name.partition(".")[0], key)
    for name, key in names.items():
        if name == 'rules."<rule>"':
            name = 'rules."'
        yield CompletionItem(
            name,
            kind=CompletionItemKind.Module,
            documentation=MarkupContent(MarkupKind.Markdown, _described(key)),
        )


def _values(place: Place) -> Iterator[CompletionItem]:
    name = f"{place.table}.{place.key}" if place.table else place.key
    if place.table in ("severity", "per-file-ignores", "format-of"):
        name = {"severity": "fail-on", "per-file-ignores": "ignore"}.get(place.table, name)
        name = "format-of" if place.table == "format-of" else name
    for value in values_of(name):
        written = value if place.is_quoted or value in ("true", "false") else f'"{value}"'
        yield _rule_item(value, written)


def _rule_item(value: str, written: str) -> CompletionItem:
    return CompletionItem(value, kind=CompletionItemKind.Value, insert_text=written)


def _key_at(place: Place) -> Key | None:
    wanted = place.key if place.is_value else place.word
    full = f"{place.table}.{wanted}" if place.table else wanted
    if place.is_header:
        full = place.word
    named = {key.name: key for key in all_keys()}
    if full in named:
        return named[full]
    if full.startswith("rules.") or place.table.startswith("rules."):
        return named['rules."<rule>"']
    return named.get(place.table) or next(
        (key for key in named.values() if key.name.startswith(f"{full}.")), None
    )


def _is_table(key: Key) -> bool:
    return (key.example.startswith("[") and "." not in key.name) or key.name.startswith("rules.")


def _described(key: Key) -> str:
    return (
        f"**{key.name}**: {key.help}\n\n- Value: {key.value}\n- Default: {key.default}\n\n"
        f"```toml\n{key.example}\n```"
    )
