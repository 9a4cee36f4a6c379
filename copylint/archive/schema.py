"""The columns of articles that are checked and of findings that come back.

They are documented in ``docs/guides/archive.md``. Columns may be added within a version; one is
never removed and never changes its meaning.
"""

from __future__ import annotations

from enum import StrEnum

import pyarrow as pa

#: The version of ``FINDINGS``.
SCHEMA_VERSION = 1
#: The key of the schema's metadata that holds the version.
VERSION_KEY = b"copylint.schema"


class RowKind(StrEnum):
    """What a row of ``FINDINGS`` says: one article was checked, or could not be, or a finding."""

    ARTICLE = "article"
    ERROR = "error"
    FINDING = "finding"


#: Articles to check. Each has ``text``, ``data`` (bytes) or ``fields`` (texts by name), or an
#: ``error`` that says why none of them could be had. ``path`` is what ``copylint check`` would call
#: the article, ``slug`` what the desk calls the story. ``format`` is the name of its format; empty:
#: the path and the content decide.
ARTICLES = pa.schema(
    [
        ("id", pa.string()),
        ("path", pa.string()),
        ("date", pa.date32()),
        ("slug", pa.string()),
        ("format", pa.string()),
        ("text", pa.large_string()),
        ("data", pa.large_binary()),
        ("fields", pa.map_(pa.string(), pa.large_string())),
        ("error", pa.string()),
    ]
)

_PLACE = [("start", pa.int64()), ("end", pa.int64())]
_LINES = [
    ("line", pa.int32()),
    ("column", pa.int32()),
    ("end_line", pa.int32()),
    ("end_column", pa.int32()),
]
_EDIT = pa.struct([("part", pa.string()), *_PLACE, ("text", pa.string())])
_FIX = pa.struct([("title", pa.string()), ("safety", pa.string()), ("edits", pa.list_(_EDIT))])
_RELATED = pa.struct(
    [("part", pa.string()), *_PLACE, *_LINES, ("text", pa.string()), ("message", pa.string())]
)

#: What is said of articles: for each one a row ``article`` or ``error``, then one per finding. The
#: fields of a finding are those of ``--format json``.
FINDINGS = pa.schema(
    [
        ("kind", pa.string()),
        ("article_id", pa.string()),
        ("path", pa.string()),
        ("date", pa.date32()),
        ("content_sha", pa.string()),
        ("config_sha", pa.string()),
        ("copylint_version", pa.string()),
        ("words", pa.int64()),
        ("findings", pa.int32()),
        ("language", pa.string()),
        ("notes", pa.list_(pa.string())),
        ("error", pa.string()),
        ("part", pa.string()),
        ("rule", pa.string()),
        ("severity", pa.string()),
        ("message", pa.string()),
        *_PLACE,
        *_LINES,
        ("text", pa.string()),
        ("replacements", pa.list_(pa.string())),
        ("fix", pa.string()),
        ("fixes", pa.list_(_FIX)),
        ("related", pa.list_(_RELATED)),
    ],
    metadata={VERSION_KEY: str(SCHEMA_VERSION)},
)
