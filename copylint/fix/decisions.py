"""Decisions on findings, as the page for editors saves them. docs/guides/review.md has the shape.

They hold for one version of an article, identified by the SHA-256 of its bytes; a finding is
identified by its rule and its place in that version.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from copylint.core.errors import ConfigError
from copylint.core.finding import Finding
from copylint.core.fix import Fix
from copylint.core.record import record

#: The version of the decisions that can be read.
VERSION = 1

_DIGEST = re.compile("[0-9a-f]{64}")


class EditorVerdict(StrEnum):
    """What an editor decided."""

    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    DONE = "done"


class DecidedEdit(NamedTuple):
    """An edit of the accepted correction; its place is counted in ``part``, if it names one."""

    part: str
    start: int
    end: int
    text: str


class DecidedPlace(NamedTuple):
    """What identifies a finding in an article whose content is known."""

    rule: str
    part: str
    start: int
    end: int


@record
class Decision:
    """What was decided on one finding; ``edits`` are those of an accepted correction."""

    verdict: EditorVerdict
    place: DecidedPlace
    text: str
    edits: tuple[DecidedEdit, ...] = ()
    reason: str = ""


@record
class ArticleDecisions:
    """The decisions on the article at ``path``; ``digest`` is the SHA-256 of its bytes."""

    path: str
    digest: str
    decisions: tuple[Decision, ...]


def place_of(finding: Finding) -> DecidedPlace:
    """The place by which a decision identifies ``finding``."""
    start, end = finding.span.start - finding.part_start, finding.span.end - finding.part_start
    return DecidedPlace(finding.rule, finding.part, start, end)


def edits_of(fix: Fix) -> tuple[DecidedEdit, ...]:
    """The edits of ``fix`` in the form that a decision has them."""
    return tuple(
        DecidedEdit(
            edit.part, edit.span.start - edit.part_start, edit.span.end - edit.part_start, edit.text
        )
        for edit in fix.edits
    )


def parse(name: str, data: bytes) -> tuple[ArticleDecisions, ...]:
    """The decisions in ``data``, the content of the file ``name``.

    Raises ``ConfigError`` if it does not hold decisions, or for the first incomplete one.
    """
    try:
        table = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        place = f":{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise ConfigError(f"{name}{place}: not decisions: it is not JSON") from None
    if not isinstance(table, dict) or not isinstance(table.get("articles"), list):
        raise ConfigError(
            f"{name}: not decisions: it has no list of 'articles'; the page of "
            "'copylint check --format html' saves decisions"
        )
    if table.get("version") != VERSION:
        raise ConfigError(f"{name}: decisions of version {VERSION} are needed, this is another")
    articles = []
    for number, row in enumerate(table["articles"], start=1):
        try:
            articles.append(_article(row))
        except _Wrong as error:
            raise ConfigError(f"{name}: article {number}: {error}") from None
    _demand_one_of_each(name, articles)
    return tuple(articles)


class _Wrong(Exception):
    """What is wrong with a part of the file."""


def _demand_one_of_each(name: str, articles: list[ArticleDecisions]) -> None:
    seen: set[str] = set()
    for each in articles:
        if each.path in seen:
            raise ConfigError(f"{name}: '{each.path}' is there twice")
        seen.add(each.path)


def _article(row: Any) -> ArticleDecisions:
    if not isinstance(row, dict):
        raise _Wrong("not an object")
    path, digest = _value(row, "path", str), _value(row, "sha256", str)
    if not path or "\0" in path:
        raise _Wrong("'path' does not name a file")
    if not _DIGEST.fullmatch(digest):
        raise _Wrong("'sha256' is not 64 hexadecimal digits")
    decisions = []
    for number, each in enumerate(_value(row, "decisions", list), start=1):
        try:
            decisions.append(_decision(each))
        except _Wrong as error:
            raise _Wrong(f"decision {number}: {error}") from None
    return ArticleDecisions(path, digest, tuple(decisions))


def _decision(row: Any) -> Decision:
    if not isinstance(row, dict):
        raise _Wrong("not an object")
    said = _value(row, "decision", str)
    if said not in list(EditorVerdict):
        raise _Wrong(f"'decision' is none of {', '.join(EditorVerdict)}")
    verdict = EditorVerdict(said)
    rule, part = _value(row, "rule", str), _value(row, "part", str)
    place = DecidedPlace(rule, part, _value(row, "start", int), _value(row, "end", int))
    edits = tuple(_edits(row)) if verdict is EditorVerdict.ACCEPTED else ()
    reason = _value(row, "reason", str) if "reason" in row else ""
    return Decision(verdict, place, _value(row, "text", str), edits, reason)


def _edits(row: dict[str, Any]) -> Iterator[DecidedEdit]:
    for each in _value(row, "edits", list):
        if not isinstance(each, dict):
            raise _Wrong("'edits' holds something that is not an object")
        part = _value(each, "part", str) if "part" in each else ""
        yield DecidedEdit(
            part, _value(each, "start", int), _value(each, "end", int), _value(each, "text", str)
        )


def _value(row: dict[str, Any], name: str, kind: type[Any]) -> Any:
    value = row.get(name)
    if not isinstance(value, kind) or isinstance(value, bool):
        kinds = {str: "text", int: "a whole number", list: "a list"}
        raise _Wrong(f"'{name}' is not {kinds[kind]}" if name in row else f"lacks '{name}'")
    return value
