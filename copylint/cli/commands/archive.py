"""``copylint archive``: whole archives, on this machine or on a cluster."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from typing import TYPE_CHECKING

from copylint.cli.choices import one_of
from copylint.cli.exits import CLEAN, FAILED, UsageError, complain, stdout_may_close
from copylint.cli.option_table import (
    CommandOption,
    OptionGroup,
    argument,
    choice_or,
    flag,
    string,
    strings,
)
from copylint.cli.settings import settings_for, with_rules
from copylint.cli.shared_options import (
    FileOptions,
    JobsOptions,
    ReadingOptions,
    RuleOptions,
)

if TYPE_CHECKING:
    from copylint.archive.archive_run import ArchiveOutcome
    from copylint.archive.shard import Columns
    from copylint.core.field_paths import Field

_SHARD_SIZE = 1000


class ArchiveEngine(StrEnum):
    """What checks the shards of an archive."""

    LOCAL = "local"
    RAY = "ray"


class ArchiveCheckOptions(FileOptions, ReadingOptions, RuleOptions, JobsOptions):
    """The options of ``copylint archive check``."""

    source = argument(
        "SOURCE",
        help="A folder, a file or a pattern, here or at an address such as s3://paper/2026.",
    )
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
    output = string(
        "--output",
        metavar="FOLDER",
        help="Where results go: a folder, or an address.",
        group=OptionGroup.OUTPUT,
    )
    quiet = flag(
        "--quiet", "-q", help="Show neither progress nor totals.", group=OptionGroup.OUTPUT
    )
    engine = choice_or(
        "--engine",
        ArchiveEngine.LOCAL,
        metavar="ENGINE",
        help="Check with the processors of this machine, or with Ray.",
        group=OptionGroup.RUN,
    )
    address = string(
        "--address",
        metavar="ADDRESS",
        help="With --engine ray: the cluster to use, or 'auto'.",
        more="Without it Ray runs on this machine as long as the check takes.",
        group=OptionGroup.RUN,
    )
    resume = flag(
        "--resume",
        help="Go on with the results in the folder, and check only what they lack.",
        group=OptionGroup.RUN,
    )
    shard_size = CommandOption(
        "--shard-size",
        kind=int,
        default=_SHARD_SIZE,
        least=1,
        metavar="N",
        help="Articles that are read, checked and written at a time.",
        more="A killed run loses no more than one shard for each worker.",
        group=OptionGroup.RUN,
        shown=str(_SHARD_SIZE),
    )


def check_archive(options: ArchiveCheckOptions) -> int:
    """Check an archive and write findings as Parquet.

    An article that cannot be checked is a row of the results. Exit code 0: all was read. 2: part
    of the archive could not be read.
    """
    from copylint.archive.extras import needed_for

    if not options.output:
        raise UsageError("is needed: where results go", "--output")
    if options.address and options.engine != ArchiveEngine.RAY:
        raise UsageError("needs --engine ray", "--address")
    with needed_for("'copylint archive'"):
        from copylint.archive.archive_run import ArchiveJob
        from copylint.archive.archive_run import check_archive as run
    from copylint.archive.storage import is_address
    from copylint.cli.rate_progress import RateProgress

    where = options.source
    is_here = not is_address(where) and os.path.exists(where)  # noqa: PTH110 - may be a pattern
    config = with_rules(settings_for(options, [where] if is_here else ["."]), options)
    columns, fields = _columns(options)
    job = ArchiveJob(
        where,
        options.output,
        columns,
        fields,
        config,
        options.engine.value,
        options.address,
        options.jobs,
        options.shard_size,
        options.resume,
    )
    with RateProgress("articles", wanted=not options.quiet) as progress:
        outcome = run(job, begin=progress.begin, advance=progress.advance)
    for each in (*outcome.engine_errors, *outcome.failures):
        complain(each)
    if not options.quiet:
        with stdout_may_close():
            sys.stdout.write(_told(outcome, options.output))
    return FAILED if outcome.failures else CLEAN


def _columns(options: ArchiveCheckOptions) -> tuple[Columns, tuple[Field, ...]]:
    """The fields of a row, and those of an article that hold prose. Raises ``UsageError``."""
    from copylint.archive.shard import Columns
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
    columns = Columns(
        options.text,
        options.id,
        options.date,
        given or default,
        bool(given) and not is_format,
        tuple(names),
    )
    return columns, tuple(fields)


def _told(outcome: ArchiveOutcome, output: str) -> str:
    """The last lines of a run."""
    from copylint.archive.results import OVERVIEW
    from copylint.archive.storage import joined
    from copylint.report.wording import counted

    total = outcome.summary
    lines = [
        f"{counted(total.articles, 'article')}, {counted(total.words, 'word')}: "
        f"{counted(total.findings, 'finding')}"
    ]
    if total.errors:
        lines.append(f"{counted(total.errors, 'article')} could not be checked")
    if outcome.kept:
        lines.append(f"{counted(outcome.kept, 'shard')} from earlier runs kept")
    lines.append(f"overview: {joined(output, OVERVIEW)}")
    return "\n".join(lines) + "\n"
