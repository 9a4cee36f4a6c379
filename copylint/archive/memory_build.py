"""Reads an archive for the house memory: names, facts and terms of each shard, then all merged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from copylint.analysis.article import Article
from copylint.analysis.house_terms import written_terms
from copylint.analysis.names.memory_facts import PrintedFact, born_by, month_of
from copylint.analysis.names.memory_file import Memory, PrintedName, merged
from copylint.analysis.names.memory_terms import PrintedTerm
from copylint.analysis.stated_births import stated_births
from copylint.analysis.stated_offices import stated_offices
from copylint.archive.batch_checker import article_bytes, articles_of
from copylint.archive.shard import ArticleColumns, Shard
from copylint.archive.source import batches, plan
from copylint.config.schema import Config
from copylint.core.errors import CopylintError, InputError
from copylint.core.field_paths import Field
from copylint.core.record import field, record
from copylint.language.disguised_letters import plain_form
from copylint.runner.document_reader import Formats
from copylint.runner.parallelism import available_cores
from copylint.runner.time_limit import too_slow, wall_clock
from copylint.runner.worker_pool import DIED, Pool, Recovery

_SHARD = 200


@record
class MemoryPlan:
    """What workers must know to read any shard. Articles up to the day ``after`` are left out.

    ``after`` is an ISO date, empty to read all.
    """

    config: Config
    columns: ArticleColumns
    fields: tuple[Field, ...]
    after: str = ""


@record(frozen=False)
class ShardMemory:
    """The memory of a shard or an archive, and what was left out of it.

    ``errors`` say which articles could not be read and why; ``undated`` counts articles without
    a date that an update cannot place. ``failure`` is why a whole shard could not be read.
    """

    memory: Memory
    errors: list[str] = field(default_factory=list)
    undated: int = 0
    failure: str = ""


class ShardReader:
    """Reads shards one after the other. Built once for each worker."""

    def __init__(self, reading: MemoryPlan) -> None:
        self._plan = reading
        self._formats = Formats(reading.config)

    def __call__(self, shard: Shard) -> ShardMemory:
        """The memory of a shard. One that cannot be read is a failure in the result."""
        result = ShardMemory(Memory({}))
        memories: list[Memory] = []
        try:
            for batch in batches(shard, self._plan.columns, self._plan.config):
                for article in articles_of(batch):
                    memory = self._read(article, result)
                    if memory is not None:
                        memories.append(memory)
        except CopylintError as error:
            result.failure = str(error)
        result.memory = merged(memories)
        return result

    def _read(self, article: dict[str, Any], result: ShardMemory) -> Memory | None:
        """The memory of an article; None if it is left out."""
        day = article["date"].isoformat() if article["date"] else ""
        if self._plan.after:
            result.undated += not day
            if day <= self._plan.after:
                return None
        try:
            if article["error"]:
                raise InputError(article["id"] or "", article["error"])
            form = article["format"] or ("" if article["fields"] is None else "json")
            documents = self._formats.documents_in(
                article["path"], article_bytes(article), form, self._plan.fields
            )
        except InputError as error:
            result.errors.append(str(error))
            return None
        cited = " ".join((article["id"] or "").split())
        cites = (cited,) * bool(cited)
        names: dict[str, PrintedName] = {}
        facts: dict[str, PrintedFact] = {}
        terms: dict[str, PrintedTerm] = {}
        for document in documents:
            read = Article(document)
            for name in _names(read):
                names.setdefault(name, PrintedName(name, 1, day, day, cites))
            if day:
                facts |= {each.key: each for each in _facts(read, article["date"], cites)}
            for term in written_terms(read):
                form = PrintedTerm(term.term, term.form, 1, day, day, cites)
                terms[form.key] = form
        return Memory(names, 1, day, day, facts, terms)


def _names(article: Article) -> Iterator[str]:
    """The full names of people in an article, with straight apostrophes."""
    for each in article.people.full_names:
        shown = article.text[each.start : each.end].split()
        yield " ".join(plain_form(word).replace("’", "'") for word in shown)


def _facts(article: Article, when: date, cites: tuple[str, ...]) -> Iterator[PrintedFact]:
    """The offices and ages that an article of a day gives people."""
    day = when.isoformat()
    for office in stated_offices(article):
        name, months = article.people.full_name(office.person), {month_of(day): 1}
        yield PrintedFact(name, office.office, 1, day, day, months, cites)
    for birth in stated_births(article, when):
        name = article.people.full_name(birth.person)
        yield PrintedFact(name, born_by(birth.born), 1, day, day, {}, cites)


class _Lost(Recovery[Shard, ShardMemory]):
    """A shard that no worker survives is lost, and so is the run."""

    def __init__(self, timeout: float) -> None:
        self._timeout = timeout

    def lost(self, task: Shard, *, is_slow: bool) -> ShardMemory:
        reason = too_slow(self._timeout) if is_slow else DIED
        return ShardMemory(Memory({}), failure=f"{task.paths[0]}: {reason}")

    def joined(self, results: Sequence[ShardMemory]) -> ShardMemory:
        return results[0]

    def patience(self, task: Shard) -> float:
        return wall_clock(self._timeout) * task.count


def archive_memory(
    source: str,
    reading: MemoryPlan,
    jobs: int,
    *,
    ray: str | None = None,
    begin: Callable[[int], None],
    advance: Callable[[int], None],
) -> ShardMemory:
    """The memory of an archive, read by ``jobs`` processes or actors (0: one per core).

    ``ray`` is the address of a running Ray, empty to start one; None: processes of this machine.
    The memory does not depend on it. Raises ``CopylintError`` if a part of the archive cannot be
    read.
    """
    shards = plan(source, reading.columns, reading.config, _SHARD)
    begin(sum(shard.count for shard in shards))
    done: dict[int, ShardMemory] = {}
    for shard, result in _read(reading, shards, jobs, ray):
        if result.failure:
            raise CopylintError(result.failure)
        done[shard.index] = result
        advance(shard.count)
    total = ShardMemory(Memory({}))
    # In the order of the archive, since later articles count as later.
    for shard in shards:
        total.errors += done[shard.index].errors
        total.undated += done[shard.index].undated
    total.memory = merged(done[shard.index].memory for shard in shards)
    return total


def _read(
    reading: MemoryPlan, shards: Sequence[Shard], jobs: int, ray: str | None
) -> Iterator[tuple[Shard, ShardMemory]]:
    """Each shard with its memory, in any order."""
    left = {shard.index: shard for shard in shards}
    if ray is not None:
        from copylint.archive import ray_engine

        for index, result in ray_engine.worked(_IndexedReader, reading, shards, jobs, ray):
            yield left.pop(index), result
    # With Ray, these are the shards that no actor survived.
    rest = list(left.values())
    if not rest:
        return
    workers = min(jobs or available_cores(), len(rest))
    with Pool[Shard, ShardMemory](workers, ShardReader, reading) as pool:
        yield from zip(rest, pool.map(rest, _Lost(reading.config.timeout)), strict=True)


class _IndexedReader:
    """Reads shards and says which each result is of, since Ray returns them in any order."""

    def __init__(self, reading: MemoryPlan) -> None:
        self._reader = ShardReader(reading)

    def __call__(self, shard: Shard) -> tuple[int, ShardMemory]:
        """The index of a shard, and its memory."""
        return shard.index, self._reader(shard)
