"""A trial over an archive of rows or on a cluster: checked by shards, then the sample is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from copylint.archive.archive_run import ArchiveJob, check_archive
from copylint.archive.batch_checker import article_bytes, articles_of
from copylint.archive.identity import content_sha
from copylint.archive.results import Results
from copylint.archive.schema import RowKind
from copylint.archive.source import batches
from copylint.archive.source import plan as plan_shards
from copylint.core.finding import Finding
from copylint.core.record import replace
from copylint.runner.pipeline import rule_file_notes, run
from copylint.runner.result import Input
from copylint.runner.trial import TrialOutcome, spread

_COLUMNS = (
    "kind", "path", "content_sha", "words", "error", "rule", "line", "column", "text",
)  # fmt: skip
# The findings whose places are held at a time; of more, an even share is kept.
_MOST_HELD = 100_000


class _FoundPlace(NamedTuple):
    """A finding by its place in an article that is known by its content."""

    sha: str
    rule: str
    line: int
    column: int


def try_archive(
    job: ArchiveJob,
    wanted: Callable[[str], bool],
    sample: int,
    *,
    begin: Callable[[int], None],
    advance: Callable[[int], None],
) -> TrialOutcome:
    """The trial of the rules that are ``wanted``, by the job's own engine.

    Results are kept no longer than the trial takes, whatever the job's ``output`` is. Raises
    ``CopylintError`` if the archive cannot be read.
    """
    with TemporaryDirectory() as folder:
        job = replace(job, output=folder, resume=False)
        outcome = check_archive(job, begin=begin, advance=advance)
        found, places = _counted(Results(folder), wanted)
    found.failures += (("", each) for each in outcome.failures)
    found.problems = (*rule_file_notes(job.config)[0], *outcome.engine_errors)
    found.sample = list(_read_again(job, spread(places, sample)))
    return found


def _counted(
    results: Results, wanted: Callable[[str], bool]
) -> tuple[TrialOutcome, list[_FoundPlace]]:
    """The counts of a run, and an even share of the places of its findings."""
    found, places, step, met = TrialOutcome(), [], 1, 0
    hit: set[str] = set()
    for part in results.rows(_COLUMNS):
        for kind, path, sha, words, error, rule, line, column, text in zip(
            *(part[each] for each in _COLUMNS), strict=True
        ):
            if kind == RowKind.ARTICLE.value:
                found.articles += 1
                found.words += words
            elif kind == RowKind.ERROR.value:
                found.failures.append((path or "", error))
            elif wanted(rule):
                found.rules[rule] += 1
                found.texts[text] += 1
                hit.add(sha)
                if met % step == 0:
                    places.append(_FoundPlace(sha, rule, line, column))
                met += 1
                if len(places) == _MOST_HELD:
                    places, step = places[::2], step * 2
    found.hit = len(hit)
    return found, places


def _read_again(job: ArchiveJob, places: Sequence[_FoundPlace]) -> Iterator[Finding]:
    """The findings at ``places``, whole, in the order of the archive."""
    left = Counter(places)
    shas = {each.sha for each in places}
    for article in _articles(job):
        if not shas:
            return
        data = b"" if article["error"] else article_bytes(article)
        sha = content_sha(data)
        if article["error"] or sha not in shas:
            continue
        shas.discard(sha)
        given = article["format"] or ("" if article["fields"] is None else "json")
        one = Input(article["path"], data, format=given, fields=job.fields)
        for finding in run([one], job.config, jobs=1).findings:
            place = _FoundPlace(sha, finding.rule, finding.start.line, finding.start.column)
            if left[place]:
                left[place] -= 1
                yield finding


def _articles(job: ArchiveJob) -> Iterator[dict[str, Any]]:
    for shard in plan_shards(job.source, job.columns, job.config, job.shard_size):
        for batch in batches(shard, job.columns, job.config):
            yield from articles_of(batch)
