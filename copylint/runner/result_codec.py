"""Encodes results as bytes without their paths, and decodes them."""

from __future__ import annotations

import json
from typing import Any

from copylint.core.finding import Finding, Related
from copylint.core.fix import Edit, Fix, Safety
from copylint.core.line_index import Position
from copylint.core.rule import Severity
from copylint.core.span import SourceSpan
from copylint.runner.result import FileResult, FixForecast

_SAFETY = {each.value: each for each in Safety}
_SEVERITY = {each.value: each for each in Severity}


def encode(result: FileResult) -> bytes:
    """The words, findings, notes, language, headline and forecast of a result as JSON."""
    rows = [_row(finding) for finding in result.findings]
    forecast = result.forecast and (result.forecast.applied, result.forecast.further)
    whole = [result.words, rows, result.notes, result.language, result.headline, forecast]
    return json.dumps(whole, separators=(",", ":")).encode("ascii")


def decode(path: str, data: bytes) -> FileResult:
    """The result that ``encode`` was given, for the file at ``path``.

    Raises ``ValueError``, ``TypeError``, ``KeyError`` or ``RecursionError`` for anything else.
    """
    words, rows, notes, language, headline, forecast = _list(json.loads(data))
    return FileResult(
        path,
        tuple(_finding(path, row) for row in _list(rows)),
        _number(words),
        notes=_texts(notes),
        language=_text(language),
        headline=_text(headline),
        forecast=None if forecast is None else _read_forecast(forecast),
    )


def _row(finding: Finding) -> list[Any]:
    return [
        _span(finding.span),
        _place(finding.start),
        _place(finding.end),
        finding.rule,
        finding.severity.value,
        finding.message,
        finding.text,
        finding.line_text,
        finding.line_cut,
        finding.replacements,
        [
            (fix.title, fix.safety.value, [_edit(edit) for edit in fix.edits])
            for fix in finding.fixes
        ],
        [
            (
                *(_span(each.span), _place(each.start), _place(each.end), each.text),
                *(each.message, each.part, each.part_start),
            )
            for each in finding.related
        ],
        finding.part,
        finding.part_start,
        finding.sentence,
    ]


def _finding(path: str, row: object) -> Finding:
    span, start, end, rule, severity, message, text, line, cut, words, fixes, *rest = _list(row)
    related, part, part_start, sentence = rest
    return Finding(
        path=path,
        span=_read_span(span),
        rule=_text(rule),
        severity=_SEVERITY[_number(severity)],
        message=_text(message),
        start=_read_place(start),
        end=_read_place(end),
        text=_text(text),
        line_text=_text(line),
        replacements=_texts(words),
        fixes=tuple(_read_fix(each) for each in _list(fixes)),
        related=tuple(_read_related(each) for each in _list(related)),
        part=_text(part),
        part_start=_number(part_start),
        line_cut=_number(cut),
        sentence=_text(sentence),
    )


def _read_forecast(pair: object) -> FixForecast:
    applied, further = _list(pair)
    keys = ((_text(rule), _number(start), _number(end)) for rule, start, end in _rows(applied))
    return FixForecast(tuple(keys), _number(further))


def _rows(value: object) -> list[list[object]]:
    return [_list(each) for each in _list(value)]


def _read_fix(row: object) -> Fix:
    title, safety, edits = _list(row)
    return Fix(
        tuple(_read_edit(each) for each in _list(edits)), _SAFETY[_text(safety)], _text(title)
    )


def _read_edit(row: object) -> Edit:
    span, text, *where = _list(row)
    if not where:
        return Edit(_read_span(span), _text(text))
    part, part_start = where
    return Edit(_read_span(span), _text(text), _text(part), _number(part_start))


def _read_related(row: object) -> Related:
    span, start, end, text, message, part, part_start = _list(row)
    return Related(
        *(_read_span(span), _read_place(start), _read_place(end), _text(text), _text(message)),
        *(_text(part), _number(part_start)),
    )


def _read_span(pair: object) -> SourceSpan:
    start, end = _list(pair)
    return SourceSpan(_number(start), _number(end))


def _read_place(pair: object) -> Position:
    line, column = _list(pair)
    return Position(_number(line), _number(column))


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError("not a list")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _texts(value: object) -> tuple[str, ...]:
    return tuple(_text(each) for each in _list(value))


def _number(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("not a number from 0 on")
    return value


def _edit(edit: Edit) -> tuple[object, ...]:
    if edit.part:
        return _span(edit.span), edit.text, edit.part, edit.part_start
    return _span(edit.span), edit.text


def _span(span: SourceSpan) -> tuple[int, int]:
    return span.start, span.end


def _place(place: Position) -> tuple[int, int]:
    return place.line, place.column
