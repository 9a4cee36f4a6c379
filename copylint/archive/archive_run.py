"""A check of an archive: plans its shards, has an engine check them, and writes every part.

Only this process writes. A part is written whole and carries the digest of what it was made from,
so a run that was killed goes on where it was, and a part that still holds is not made again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from typing import Any

from copylint import __version__
from copylint.archive import local_engine
from copylint.archive.identity import config_sha
from copylint.archive.overview import overview
from copylint.archive.results import OVERVIEW, SUMMARY, Results
from copylint.archive.shard import ArticleColumns, Shard
from copylint.archive.shard_task import CheckPlan, ShardResult, ShardTask
from copylint.archive.source import plan as plan_shards
from copylint.archive.summary import Summary, summary_record, summed_up
from copylint.config.schema import Config
from copylint.core.errors import CopylintError
from copylint.core.field_paths import Field
from copylint.core.record import record
from copylint.runner.deep_policy import apply_deep_policy

LOCAL, RAY = "local", "ray"


@record
class ArchiveJob:
    """What to check, how, and where results go.

    ``workers`` is the number of processes or actors, 0 for one per core. ``address`` is that of a
    running Ray, empty to start one. ``shard_size`` is in articles.
    """

    source: str
    output: str
    columns: ArticleColumns
    fields: tuple[Field, ...]
    config: Config
    engine: str = LOCAL
    address: str = ""
    workers: int = 0
    shard_size: int = 1000
    resume: bool = False


@record
class ArchiveOutcome:
    """What a run came to. ``failures`` name shards that could not be read."""

    summary: Summary
    kept: int
    failures: tuple[str, ...]
    engine_errors: tuple[str, ...]


def check_archive(
    job: ArchiveJob, *, begin: Callable[[int], None], advance: Callable[[int], None]
) -> ArchiveOutcome:
    """Check an archive and write its results.

    ``begin`` is told the number of articles, ``advance`` the articles done since. Raises
    ``CopylintError`` if the archive cannot be read, the results cannot be written, or there are
    results already and the job is not to resume.
    """
    results = Results(job.output)
    there = results.parts()
    if there and not job.resume:
        raise CopylintError(
            f"{job.output}: holds results already; --resume completes them, and only what has "
            "changed is checked again"
        )
    config = apply_deep_policy(job.config)
    shards = plan_shards(job.source, job.columns, config, job.shard_size)
    sha = config_sha(config, (job.fields, job.columns))
    plan = CheckPlan(config, job.columns, job.fields, sha)
    results.prepare()
    results.tidy(len(shards))
    results.forget_summary()
    known = {index: results.key_of(path) for index, path in there.items()}
    tasks = [ShardTask(shard, known.get(shard.index, "")) for shard in shards]
    begin(sum(shard.count for shard in shards))
    failures: list[str] = []
    missed: list[str] = []
    kept = 0
    with closing(_checked(job, plan, tasks, missed)) as done:
        for result in done:
            missed += (each for each in result.engine_errors if each not in missed)
            if result.failure:
                failures.append(result.failure)
                results.remove(result.index)
            elif result.data is None:
                kept += 1
            else:
                results.write(result.index, result.data)
            advance(shards[result.index].count)
    return ArchiveOutcome(
        _write_summary(job, sha, shards, results), kept, tuple(failures), tuple(missed)
    )


def _checked(
    job: ArchiveJob, plan: CheckPlan, tasks: Sequence[ShardTask], missed: list[str]
) -> Generator[ShardResult, None, None]:
    """The results of all tasks, in any order."""
    if job.engine == RAY:
        from copylint.archive import ray_engine

        left = {task.shard.index: task for task in tasks}
        for result in ray_engine.results(plan, tasks, job.workers, job.address):
            left.pop(result.index, None)
            yield result
        # Shards that no actor survived: here the article to blame is found.
        tasks = list(left.values())
    yield from local_engine.results(plan, tasks, job.workers, missed)


def _write_summary(job: ArchiveJob, sha: str, shards: Sequence[Shard], results: Results) -> Summary:
    total = summed_up(results)
    about: dict[str, Any] = {
        "source": job.source,
        "copylint_version": __version__,
        "config_sha": sha,
        "shards": len(shards),
    }
    told = json.dumps(summary_record(total, about), ensure_ascii=False, indent=2)
    how = f"copylint {__version__}, configuration {sha[:12]}"
    results.write_text(OVERVIEW, overview(total, job.source, how))
    results.write_text(SUMMARY, told + "\n")
    return total
