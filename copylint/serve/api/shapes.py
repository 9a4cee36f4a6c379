"""JSON schemas of the requests and answers of the API, by name."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer"}
NUMBER: Schema = {"type": "number"}
TRUTH: Schema = {"type": "boolean"}


def shape(required: dict[str, Schema], optional: dict[str, Schema] | None = None) -> Schema:
    """An object with these properties."""
    return {
        "type": "object",
        "required": list(required),
        "properties": {**required, **(optional or {})},
    }


def many(items: Schema) -> Schema:
    """A list of ``items``."""
    return {"type": "array", "items": items}


def named(name: str) -> Schema:
    """The schema of that name among ``SCHEMAS``."""
    return {"$ref": f"#/components/schemas/{name}"}


EDIT = shape({"start": WHOLE, "end": WHOLE, "text": TEXT})
_PLACE = {"start": WHOLE, "end": WHOLE}
_ARTICLE = {"text": TEXT}
_HOW = {"name": TEXT, "format": TEXT}
#: The file that a text is the prose of: as bytes, as a file below the folders, or as that of an
#: open document.
_FILE = {"data": {**TEXT, "contentEncoding": "base64"}, "file": TEXT}
_OPEN = {"document": TEXT}
_SCORES = (
    "flesch_reading_ease",
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog",
    "coleman_liau",
    "automated_readability",
    "reading_seconds",
)
_DISMISSED = many(shape({"rule": TEXT, "sentence": TEXT}))

#: The schemas that the OpenAPI document refers to.
SCHEMAS: dict[str, Schema] = {
    "Error": shape({"error": TEXT}),
    "Article": shape(_ARTICLE, {**_HOW, "version": WHOLE, "stage": TEXT}),
    "OpenedArticle": shape(_ARTICLE, {**_HOW, "version": WHOLE, **_FILE}),
    "ArticleAsOpen": shape(_ARTICLE, {**_HOW, **_OPEN}),
    "Edit": EDIT,
    "Finding": shape(
        {
            **_PLACE,
            "rule": TEXT,
            "severity": {"enum": ["suggestion", "warning", "error"]},
            "message": TEXT,
            "text": TEXT,
            "line": WHOLE,
            "column": WHOLE,
            "replacements": many(TEXT),
            "fix": {"enum": ["safe", "unsafe", "none"]},
            "fixes": many(shape({"title": TEXT, "safety": TEXT, "edits": many(named("Edit"))})),
            "related": many(shape({**_PLACE, "message": TEXT, "text": TEXT})),
            "sentence": TEXT,
        }
    ),
    "Block": shape({**_PLACE, "kind": TEXT, "depth": WHOLE}),
    "Answer": shape(
        {
            "version": WHOLE,
            "stage": {"enum": ["rules", "complete"]},
            "words": WHOLE,
            "headline": TEXT,
            "notes": many(TEXT),
            "error": TEXT,
            "findings": many(named("Finding")),
        },
        {"blocks": many(named("Block")), "format": TEXT, "text": TEXT},
    ),
    "File": shape(
        {
            "name": TEXT,
            "format": TEXT,
            "file_format": TEXT,
            "edited": {"enum": ["source", "prose"]},
            "text": TEXT,
            "line_end": {"enum": ["\n", "\r\n"]},
            "notes": many(TEXT),
        }
    ),
    "Statistics": shape(
        {
            **dict.fromkeys(("words", "sentences", "paragraphs", "quoted_words"), WHOLE),
            **dict.fromkeys(_SCORES, NUMBER),
            "longest_sentences": many(shape({"line": WHOLE, "words": WHOLE, "text": TEXT})),
            "names": many(shape({"name": TEXT, "mentions": WHOLE})),
        }
    ),
    "Quotation": shape(
        {
            **dict.fromkeys(("line", "column", "end_line", "end_column", "source_line"), WHOLE),
            **dict.fromkeys(
                ("text", "class", "speaker", "said", "said_by", "source", "time"), TEXT
            ),
            "differences": many(
                shape(dict.fromkeys(("grade", "printed", "said", "changes"), TEXT))
            ),
        }
    ),
    "Rule": shape(
        {
            "id": TEXT,
            "name": TEXT,
            "summary": TEXT,
            "why": TEXT,
            "severity": TEXT,
            "default": TRUTH,
            "url": TEXT,
            "markdown": TEXT,
            "bad": many(shape({"text": TEXT, "found": TEXT})),
            "good": many(TEXT),
        }
    ),
}

OPENED = shape({"id": TEXT})
CHANGE = shape({"version": WHOLE}, {"text": TEXT, "edits": many(named("Edit"))})
ABOUT = shape(
    {
        "version": TEXT,
        "folders": many(TEXT),
        "formats": many(shape({"name": TEXT, "suffixes": many(TEXT), "edited": TEXT})),
        "most_bytes": WHOLE,
    }
)
FIXED = shape({"text": TEXT, "fixed": WHOLE, "edits": many(named("Edit"))})
COMPARED = shape(
    {**_ARTICLE, "transcripts": many(shape({"name": TEXT, "data": _FILE["data"]}))},
    {**_HOW, **_OPEN},
)
QUOTATIONS = shape({"quotations": many(named("Quotation"))})
WORD = shape({"word": TEXT})
WORDS = shape({"words": many(TEXT)})
ADDED = shape({"word": TEXT, "file": TEXT})
REMOVED = shape({"word": TEXT, "removed": TRUTH})
RULES = shape({"rules": many(shape({"id": TEXT, "summary": TEXT, "severity": TEXT}))})
LISTED = shape(
    {"files": many(shape({"name": TEXT, "folder": TEXT, "path": TEXT, "bytes": WHOLE})),
     "more": TRUTH}
)  # fmt: skip
REPORT = shape(_ARTICLE, {**_HOW, **_OPEN, "dismissed": _DISMISSED})
EXPORT = shape(
    _ARTICLE,
    {
        "name": TEXT,
        **_FILE,
        "changes": {"enum": ["written", "tracked", "comments"]},
        "dismissed": _DISMISSED,
    },
)
EXPORTED = shape(
    {"name": TEXT, "data": TEXT, "changes": WHOLE, "comments": WHOLE, "lost": many(TEXT)}
)
