"""``copylint archive``: whole archives, on this machine or on a cluster."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from copylint.cli.archive_source import ArchiveSourceOptions, columns_of, config_paths
from copylint.cli.choices import ArchiveEngine
from copylint.cli.exits import CLEAN, FAILED, FINDINGS, UsageError, complain, stdout_may_close
from copylint.cli.option_table import (
    CommandOption,
    OptionGroup,
    choice_or,
    flag,
    string,
)
from copylint.cli.settings import settings_for, with_rules
from copylint.cli.shared_options import (
    JobsOptions,
    RuleOptions,
)

if TYPE_CHECKING:
    from copylint.archive.archive_run import ArchiveOutcome
    from copylint.archive.duplicates import Printed

_SHARD_SIZE = 1000


class ArchiveCheckOptions(ArchiveSourceOptions, RuleOptions, JobsOptions):
    """The options of ``copylint archive check``."""

    output = string(
        "--output",
        metavar="FOLDER",
        help="Where results go: a folder, or an address.",
        group=OptionGroup.OUTPUT,
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
    from copylint.cli.rate_progress import RateProgress

    where = options.source
    config = with_rules(settings_for(options, config_paths(where)), options)
    columns, fields = columns_of(options)
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


class DuplicatesOptions(ArchiveSourceOptions):
    """The options of ``copylint archive duplicates``."""

    slug = string(
        "--slug",
        metavar="FIELD",
        help="The field with the slug: a later article with the same one is an update.",
        group=OptionGroup.INPUT,
    )
    output = string(
        "--output",
        metavar="FOLDER",
        help="The folder for the pairs and the index, which is brought up to date if it exists.",
        group=OptionGroup.OUTPUT,
    )
    against = string(
        "--against",
        metavar="INDEX",
        help="Look the articles up in this index, show what was printed before, and add nothing.",
        group=OptionGroup.OUTPUT,
    )


def duplicates(options: DuplicatesOptions) -> int:
    """Find what an archive printed twice: articles, paragraphs and captions.

    With --output: pairs and an index of the archive. With --against: what of new copy was printed
    before; the exit code is then 1 if anything was.
    """
    from copylint.archive.extras import needed_for

    if bool(options.output) == bool(options.against):
        raise UsageError("either this or --against is needed", "--output")
    with needed_for("'copylint archive'"):
        import rensa  # noqa: F401 - the index needs it

        from copylint.archive.duplicates import INDEX, PAIRS, build, compare
    from copylint.archive.storage import is_address, joined
    from copylint.cli.rate_progress import RateProgress
    from copylint.core.record import replace
    from copylint.report.wording import counted

    if is_address(options.output):
        raise UsageError("must be a local folder: the index is a database", "--output")
    config = settings_for(options, config_paths(options.source))
    columns, fields = columns_of(options)
    columns = replace(columns, slug=options.slug)
    if options.against:
        run = compare(options.source, options.against, columns, fields, config)
        lines = [_printed_line(each) for each in run.printed]
    else:
        with RateProgress("articles", wanted=not options.quiet) as progress:
            run = build(
                options.source,
                options.output,
                columns,
                fields,
                config,
                begin=progress.begin,
                advance=progress.advance,
            )
        lines = [
            f"{counted(run.articles, 'article')}: {counted(run.pairs, 'pair')}",
            f"pairs: {joined(options.output, PAIRS)}, index: {joined(options.output, INDEX)}",
        ]
    for error in run.errors:
        complain(error)
    if options.against or not options.quiet:
        with stdout_may_close():
            sys.stdout.writelines(line + "\n" for line in lines)
    if run.errors:
        return FAILED
    return FINDINGS if run.printed else CLEAN


def _printed_line(printed: Printed) -> str:
    """As in: a.md: this caption ran under 'Flood barrier' on 2026-03-02 (a0001)."""
    from copylint.report.visible import safe

    earlier = printed.earlier
    under = f" under '{earlier.headline}'" if earlier.headline else ""
    when = f" on {earlier.day.isoformat()}" if earlier.day else ""
    times = f", {printed.times} times in all" if printed.times > 1 else ""
    if printed.kind == "article":
        what = f"{printed.score:.0%} of this article"
    else:
        what = f"this {printed.kind}"
    about = {"update": ", likely an update", "same-day": ", likely wire copy"}
    line = f"{printed.id}: {what} ran{under}{when} ({earlier.id}{times})"
    line += about.get(printed.relation, "")
    return safe(line + (f": {printed.text}" if printed.text else "")).replace("\n", " ")


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
