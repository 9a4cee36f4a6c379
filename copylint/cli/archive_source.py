"""The options that say what an archive is, and which fields of its rows are an article."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from copylint.cli.choices import one_of
from copylint.cli.exits import UsageError
from copylint.cli.option_table import OptionGroup, argument, flag, string, strings
from copylint.cli.shared_options import FileOptions, ReadingOptions

if TYPE_CHECKING:
    from copylint.archive.shard import ArticleColumns
    from copylint.core.field_paths import Field


class ArticleFieldOptions(FileOptions, ReadingOptions):
    """The options that say which fields of a row are an article."""

    text = string(
        "--text",
        metavar="FIELD",
        help="Rows of Parquet or JSON lines are articles, and this field is their text.",
        more="Without it, and without `--field`, each file is an article.",
        group=OptionGroup.INPUT,
    )
    id = string(
        "--id",
        metavar="FIELD",
        help="The field that identifies the article.",
        more="Without it an article is called by its file and row.",
        group=OptionGroup.INPUT,
    )
    date = string(
        "--date",
        metavar="FIELD",
        help="The field that says when the article appeared.",
        more="A date, a time, or text that begins with one, as in `2026-03-02`. The date of a file "
        "is the one in its path.",
        group=OptionGroup.INPUT,
    )
    article_format = string(
        "--format",
        metavar="FORMAT",
        help="The format of every article, or the field that names it.",
        shown="plain for rows",
        group=OptionGroup.INPUT,
    )
    field = strings(
        "--field",
        metavar="PATH[=KIND]",
        help="A field that holds copy, and of which kind (repeatable).",
        more="With `--text` it is a path in the JSON, YAML or CSV that the text is; without, it is "
        "a field of the row, and all that are named make up the article. See "
        "[articles of several fields](../guides/archive.md#articles-of-several-fields).",
        group=OptionGroup.INPUT,
    )


class ArchiveSourceOptions(ArticleFieldOptions):
    """The options of every command that reads an archive."""

    source = argument(
        "SOURCE",
        help="A folder, a file or a pattern, here or at an address such as s3://paper/2026.",
    )
    quiet = flag(
        "--quiet", "-q", help="Show neither progress nor totals.", group=OptionGroup.OUTPUT
    )


def config_paths(source: str) -> list[str]:
    """The paths that the configuration of a run over ``source`` is looked up for."""
    from copylint.archive.storage import is_address

    is_here = not is_address(source) and os.path.exists(source)  # noqa: PTH110 - may be a pattern
    return [source] if is_here else ["."]


def columns_of(options: ArticleFieldOptions) -> tuple[ArticleColumns, tuple[Field, ...]]:
    """The fields of a row, and those of an article that hold prose. Raises ``UsageError``."""
    from copylint.archive.shard import ArticleColumns
    from copylint.core.field_paths import BODY, KINDS, Field, parse_path
    from copylint.formats.lookup import entries

    has_rows = bool(options.text or options.field)
    if not has_rows:
        for name, given in (("--id", options.id), ("--date", options.date)):
            if given:
                raise UsageError("needs --text or --field: files have no fields", name)
    fields: list[Field] = []
    names: list[str] = []
    for value in options.field:
        path, _, kind = value.partition("=")
        kind = one_of(kind or BODY, KINDS, "--field")
        if not options.text:
            # A name with a dot is one field of the JSON that the article becomes.
            names.append(path)
            path = "['" + path.replace("\\", "\\\\").replace("'", "\\'") + "']"
        try:
            parse_path(path)
        except ValueError as error:
            raise UsageError(f"'{value}': {error}", "--field") from None
        fields.append(Field(path, kind))
    given = options.article_format
    if given and fields and not options.text:
        raise UsageError("cannot be used with --field and no --text", "--format")
    is_format = given in [each.name for each in entries()]
    if given and not is_format and not has_rows:
        one_of(given, [each.name for each in entries()], "--format")
    default = "plain" if has_rows and options.text else ""
    columns = ArticleColumns(
        options.text,
        options.id,
        options.date,
        given or default,
        bool(given) and not is_format,
        tuple(names),
    )
    return columns, tuple(fields)
