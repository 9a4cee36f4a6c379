"""A row of an archive as an article of the schema ``ARTICLES``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from copylint.archive.shard import ArticleColumns

_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_MONTH = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-/_](0[1-9]|1[0-2])(?:[-/_](0[1-9]|[12]\d|3[01]))?(?!\d)"
)


class MissingField(Exception):
    """A row that has no field of this name."""


def value_at(row: Mapping[str, Any], name: str) -> Any:
    """The value of a field; a dotted name leads into nested ones. Raises ``MissingField``."""
    if name in row:
        return row[name]
    value: Any = row
    for key in name.split("."):
        if not isinstance(value, Mapping) or key not in value:
            raise MissingField(name)
        value = value[key]
    return value


def article_of(row: Mapping[str, Any], columns: ArticleColumns, place: str) -> dict[str, Any]:
    """The article in a row; ``place`` says where the row is and is its id if it has none.

    A field that the article needs and the row lacks is the article's ``error``.
    """
    article: dict[str, Any] = {"id": place, "path": place}
    try:
        if columns.id:
            given = value_at(row, columns.id)
            if given is not None:
                article["id"] = article["path"] = str(given)
        if columns.date:
            article["date"] = day_of(value_at(row, columns.date))
        if columns.slug:
            article["slug"] = str(value_at(row, columns.slug) or "")
        article["format"] = columns.format
        if columns.format_is_field:
            article["format"] = value_at(row, columns.format)
        if columns.text:
            _take_content(article, value_at(row, columns.text), columns.text)
        else:
            article["fields"] = [(name, _text(value_at(row, name))) for name in columns.fields]
    except MissingField as error:
        article["error"] = f"has no field '{error}'"
    return article


def _take_content(article: dict[str, Any], content: object, name: str) -> None:
    if content is None:
        article["error"] = f"its field '{name}' is empty"
    elif isinstance(content, bytes):
        article["data"] = content
    elif isinstance(content, str):
        article["text"] = _text(content)
    else:
        article["error"] = f"its field '{name}' is not text"


def _text(value: object) -> str:
    """``value`` as text that UTF-8 can carry."""
    text = "" if value is None else str(value)
    return text.encode("utf-8", "replace").decode("utf-8")


def day_of(value: object) -> date | None:
    """The day that a field says: a date, a time, or text that begins with one; None otherwise."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found = _DATE.match(value.strip()) if isinstance(value, str) else None
    return _day(*found.groups()) if found else None


def day_in_path(path: str) -> date | None:
    """The last day that a path names, as in ``2026/03/02`` or ``2026-03``; None without one."""
    named = list(_MONTH.finditer(path))
    return _day(named[-1][1], named[-1][2], named[-1][3] or "01") if named else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
