"""Findings and blocks as JSON for the API. Places are code points of the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from copylint.config.schema import Config
from copylint.core.block_view import Placing
from copylint.core.blocks import Block
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.finding import Finding
from copylint.core.fix import title_for
from copylint.core.span import SourceSpan
from copylint.report.finding_record import finding_record
from copylint.runner.document_reader import Formats
from copylint.service.answer import Answer

Record = dict[str, Any]


def answer_record(answer: Answer, name: str) -> Record:
    """An answer about a text outside any package; ``name`` is the client's name for it."""
    return {
        **_about(answer),
        "findings": [_finding(each, name) for each in answer.findings],
    }


def file_answer_record(answer: Answer, document: Document, name: str) -> Record:
    """An answer about a file of which the client sees only the prose, that of ``document``."""
    placing = Placing(document.segments)
    findings = []
    for each in answer.findings:
        found = placing.text_span(each.span) or placing.next_to(each.span)
        start, end = found.start, found.end
        fixable = {fix.title: fix.safety.value for fix in each.fixes}
        fixes = [
            {
                "title": title_for(text),
                "safety": fixable[title_for(text)],
                "edits": [{"start": start, "end": end, "text": text}],
            }
            for text in each.replacements
            if title_for(text) in fixable
        ]
        related = [
            {**row, **_placed(placing, other.span)}
            for other, row in zip(each.related, finding_record(each)["related"], strict=True)
        ]
        findings.append(
            _finding(each, name) | {"start": start, "end": end, "fixes": fixes, "related": related}
        )
    return {**_about(answer), "findings": findings}


def blocks_record(text: str, path: str, config: Config) -> list[Record]:
    """The blocks of a text in order: kind, depth and place. Empty if it cannot be read."""
    try:
        document = Formats(config).document(path, text)
    except InputError:
        return []
    if document.parts:
        return []
    places = (document.to_source(each.span) for each in document.blocks)
    return _rows((each, at.start, at.end) for each, at in zip(document.blocks, places, strict=True))


def block_records(blocks: Iterable[Block]) -> list[Record]:
    """The same for blocks whose spans are those of the text."""
    return _rows((each, each.span.start, each.span.end) for each in blocks)


def _rows(placed: Iterable[tuple[Block, int, int]]) -> list[Record]:
    rows = [
        {"kind": each.kind.value, "start": start, "end": end, "depth": each.depth}
        for each, start, end in placed
    ]
    return sorted(rows, key=lambda row: (row["start"], row["end"]))


def _placed(placing: Placing, span: SourceSpan) -> Record:
    found = placing.text_span(span) or placing.next_to(span)
    return {"start": found.start, "end": found.end}


def _about(answer: Answer) -> Record:
    return {
        "version": answer.version,
        "stage": "complete" if answer.is_complete else "rules",
        "words": answer.words,
        "headline": answer.headline,
        "notes": list(answer.notes),
        "error": answer.error,
    }


def _finding(finding: Finding, name: str) -> Record:
    return {**finding_record(finding), "path": name, "sentence": finding.sentence}
