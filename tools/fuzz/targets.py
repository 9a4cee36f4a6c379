"""What is fuzzed: functions that take any bytes, and raise only where something is wrong.

Each format must read them or refuse them in one message, within the laws of places; so must
the readers of configurations, rules and styles.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from copylint.core.document import Document
from copylint.core.errors import CopylintError, InputError
from copylint.core.field_paths import Field
from copylint.core.span import TextSpan
from copylint.formats.lookup import entries, named

Target = Callable[[bytes], None]


class BrokenLaw(AssertionError):
    """A document whose map to its source is wrong."""


def targets() -> dict[str, Target]:
    """All targets by name."""
    found: dict[str, Target] = {each.name: _format(each.name) for each in entries()}
    found["docx-parts"] = _parts("docx", "word/document.xml")
    found["odt-parts"] = _parts("odt", "content.xml")
    found["configuration"] = _in_file("copylint.toml", _configuration)
    found["rule"] = _in_file("house/Rule.yml", _rules)
    found["vale-ini"] = _in_file(".vale.ini", _vale)
    return found


def _format(name: str) -> Target:
    form = named(name)
    if form.has_fields and name != "json":
        form = form.with_fields((Field("body"), Field("items[*].text", markup="html")))

    def read(data: bytes) -> None:
        try:
            source = form.decode("a", data)
            document = form.read("a", source)
        except InputError as refusal:
            _demand(bool(refusal.message) and "\n" not in refusal.message, "a message of one line")
            return
        _demand(document.source == source, "the source is kept")
        _demand(form.encode(source, data) == data, "what has not changed is written as it was")
        _obey(document)

    return read


def _parts(name: str, part: str) -> Target:
    """The XML of a document as it stands in the archive, where mutations would break the zip."""
    form = named(name)

    def read(data: bytes) -> None:
        source = data.decode("utf-8", "replace")
        try:
            document = form.read("a", source if source[:1] == "\0" else f"\0{part}\0{source}")
        except InputError as refusal:
            _demand(bool(refusal.message) and "\n" not in refusal.message, "a message of one line")
            return
        _obey(document)

    return read


def _obey(document: Document) -> None:
    """The laws of places, as ``tests/formats/test_conformance.py`` has them, for one document."""
    end = 0
    for block in document.blocks:
        _demand(end <= block.span.start < block.span.end <= len(document.text), "blocks ascend")
        end = block.span.end
        previous = 0
        for at in range(block.span.start, block.span.end):
            where = document.to_source(TextSpan(at, at + 1))
            _demand(where.start < where.end <= len(document.source), "a character has a source")
            _demand(where.start >= previous, "the source ascends in a block")
            previous = where.start
        document.lines.place(previous)


def _demand(holds: bool, law: str) -> None:
    if not holds:
        raise BrokenLaw(law)


def _in_file(name: str, load: Callable[[Path], None]) -> Target:
    """The bytes in a file of that name, in a folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix="copylint-fuzz-"))
    path = folder / name
    path.parent.mkdir(exist_ok=True)

    def run(data: bytes) -> None:
        path.write_bytes(data)
        try:
            load(path)
        except CopylintError as refusal:
            _demand(bool(str(refusal)), "a message")

    return run


def _configuration(path: Path) -> None:
    from copylint.config.load import load_config
    from copylint.runner.listed_rules import engine_names
    from copylint.runner.rule_index import engine_tables
    from copylint.runner.rules import all_rules

    load_config(
        path.parent,
        explicit=path,
        rules=all_rules(),
        engines=engine_names(),
        formats=[each.name for each in entries()],
        tables=engine_tables(),
    )


def _rules(path: Path) -> None:
    from copylint.packs.rule_loader import load_packs

    load_packs(path.parent.parent)


def _vale(path: Path) -> None:
    from copylint.packs.vale.vale_loader import load_vale

    load_vale(path, strict=True)
