"""``copylint text``: what the checks see of a file, block by block."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from copylint.cli.choices import TableFormat
from copylint.cli.exits import CLEAN, FAILED, complain, stdout_may_close
from copylint.cli.inputs import gather
from copylint.cli.option_table import arguments
from copylint.cli.settings import settings_for
from copylint.cli.shared_options import ColorOptions, ReadingOptions, StdinOptions, TableOptions
from copylint.cli.terminal import presentation

if TYPE_CHECKING:
    from copylint.core.blocks import Block
    from copylint.core.document import Document
    from copylint.core.span import TextSpan
    from copylint.report.base import Presentation

# Brackets around text that keeps its place in a sentence but that no check reads: code,
# mathematics.
_OPAQUE = (
    "\N{MATHEMATICAL LEFT WHITE SQUARE BRACKET}",
    "\N{MATHEMATICAL RIGHT WHITE SQUARE BRACKET}",
)
_INDENT = "    "


class TextOptions(StdinOptions, ReadingOptions, TableOptions, ColorOptions):
    """The options of ``copylint text``."""

    paths = arguments("PATHS", help="Files and folders, '-' for standard input.")


def text(options: TextOptions) -> int:
    """Show the text that rules read in a file: each block, its kind and its place.

    Markup, code and tables of figures are left out. Text in brackets like ⟦this⟧ keeps its
    place in the sentence, but no rule reads it.
    """
    from copylint.core.errors import InputError
    from copylint.report.finding_record import to_json
    from copylint.runner.document_reader import Formats

    paths, stdin_filename = options.paths, options.stdin_filename
    settings = settings_for(options, paths, stdin_filename=stdin_filename)
    inputs = gather(paths, settings, stdin_filename)
    formats = Formats(settings)
    failures = [str(error) for error in inputs.errors]
    look = presentation(options.color)
    records: list[dict[str, Any]] = []
    with stdout_may_close():
        for index, each in enumerate(inputs.found):
            try:
                articles = formats.read_all(each)
            except InputError as error:
                failures.append(str(error))
                continue
            if options.output_format is TableFormat.JSON:
                records += map(_record, articles)
                continue
            for number, document in enumerate(articles):
                lead = [""] if index or number else []
                sys.stdout.writelines(line + "\n" for line in (*lead, *_lines(document, look)))
        if options.output_format is TableFormat.JSON:
            sys.stdout.write(to_json(records, indent=2) + "\n")
    for failure in failures:
        complain(failure)
    return FAILED if failures else CLEAN


def _lines(document: Document, look: Presentation) -> Iterator[str]:
    from copylint.report.paint import OutputRole
    from copylint.report.visible import safe
    from copylint.report.wording import counted

    paint = look.painter.paint
    count = counted(len(document.blocks), "block")
    name = document.path + (f"[{document.part}]" if document.part else "")
    yield f"{paint(safe(name), OutputRole.STRONG)}: {document.format}, {count}"
    for block in document.blocks:
        start, _ = document.view.places(document.to_source(block.span))
        about = [str(block.kind)]
        if block.depth:
            about.append(f"level {block.depth}")
        if block.field:
            about.append(f"field {block.field}")
        yield paint(f"{start.line}:{start.column}", OutputRole.FAINT) + f" {safe(', '.join(about))}"
        for line in _shown(document, block).splitlines():
            yield _INDENT + safe(line)
    for note in document.notes:
        yield safe(f"note: {note}")


def _shown(document: Document, block: Block) -> str:
    parts: list[str] = []
    at = block.span.start
    for opaque in block.opaque:
        parts += document.text[at : opaque.start], _OPAQUE[0], _source(document, opaque), _OPAQUE[1]
        at = opaque.end
    parts.append(document.text[at : block.span.end])
    return "".join(parts)


def _source(document: Document, opaque: TextSpan) -> str:
    """The source of a span that no check reads, on one line."""
    span = document.to_source(opaque)
    return " ".join(document.source[span.start : span.end].split())


def _record(document: Document) -> dict[str, Any]:
    """An article as JSON has it: offsets are code points, of the source and of ``text``."""
    record: dict[str, Any] = {"path": document.path, "format": document.format}
    if document.part:
        record["part"] = document.part
    record["blocks"] = [_block_record(document, block) for block in document.blocks]
    if document.notes:
        record["notes"] = list(document.notes)
    return record


def _block_record(document: Document, block: Block) -> dict[str, Any]:
    source = document.to_source(block.span)
    start, end = document.view.places(source)
    part = document.part_at(source.start)
    shift = part.start if part else 0
    record: dict[str, Any] = {
        "kind": str(block.kind),
        "text": document.slice(block.span),
        "start": {"line": start.line, "column": start.column, "offset": source.start - shift},
        "end": {"line": end.line, "column": end.column, "offset": source.end - shift},
        "opaque": [
            [opaque.start - block.span.start, opaque.end - block.span.start]
            for opaque in block.opaque
        ],
    }
    if block.depth:
        record["level"] = block.depth
    if block.field:
        record["field"] = block.field
    if part:
        record["part"] = part.name
    return record
