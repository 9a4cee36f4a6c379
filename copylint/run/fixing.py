"""Fixing articles: checked, improved, written, one file at a time."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field

from copylint.config.schema import Config
from copylint.fix.choose import may_apply
from copylint.formats.decode import decode, encode
from copylint.model.errors import InputError
from copylint.model.finding import Finding
from copylint.run.engines import running
from copylint.run.improve import Look, improve
from copylint.run.inspect import Inspector, read_document
from copylint.run.pool import Pool
from copylint.run.result import FileResult, Input, read_bytes
from copylint.run.work import POOL_WORTH_BYTES, available_cores, size_of

#: What identifies an accepted finding in its file: its rule and its sentence.
Accepted = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Plan:
    """Which fixes are wanted: the safe ones, or all; ``accepted`` findings are left alone.

    ``accepted`` is by path.
    """

    unsafe: bool = False
    accepted: Mapping[str, Accepted] = field(default_factory=dict)

    def leaves(self, finding: Finding) -> bool:
        """Whether the finding is one that somebody has accepted."""
        return (finding.rule, finding.sentence) in self.accepted.get(finding.path, ())

    def wants(self, file: FileResult) -> bool:
        """Whether there is anything to fix in the file."""
        return any(
            may_apply(each, unsafe=self.unsafe) and not self.leaves(each) for each in file.findings
        )


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file before and after: ``old`` and ``new`` are its bytes, equal where nothing was done.

    ``result`` is what remains, ``applied`` what was fixed, ``held`` what was not because it
    would have brought in something else.
    """

    old: bytes
    new: bytes
    result: FileResult
    applied: tuple[Finding, ...] = ()
    held: tuple[Finding, ...] = ()

    @property
    def old_text(self) -> str:
        """The text as it was."""
        return decode(self.result.path, self.old)

    @property
    def new_text(self) -> str:
        """The text as it is to be."""
        return decode(self.result.path, self.new)


class Fixer:
    """Fixes files in this process."""

    def __init__(self, config: Config, addresses: dict[str, str], plan: Plan) -> None:
        self._inspector = Inspector(config, addresses)
        self._plan = plan

    def fix(self, each: Input) -> Fixed:
        """The input fixed; nothing is written."""
        try:
            data = read_bytes(each)
            text = decode(each.path, data)
        except InputError as error:
            return Fixed(b"", b"", FileResult(each.path, error=error.message))

        def look(source: str) -> Look:
            return self.look(each.path, source)

        done = improve(look(text), look, unsafe=self._plan.unsafe, leave=self._plan.leaves)
        result = FileResult(each.path, done.look.findings, done.look.words)
        new = data if done.look.source == text else encode(done.look.source, data)
        return Fixed(data, new, result, done.applied, done.held)

    def look(self, path: str, source: str) -> Look:
        """What is found in ``source``, were it the file at ``path``."""
        (file,) = self._inspector.inspect([Input(path, text=source)]).files
        shape = [
            (block.kind, block.field, block.depth) for block in read_document(path, source).blocks
        ]
        return Look(source, file.findings, tuple(shape), file.words)

    def close(self) -> None:
        """Close what the checks hold open."""
        self._inspector.close()


def fix(
    inputs: Sequence[Input], config: Config, plan: Plan, jobs: int, engine_errors: list[str]
) -> Generator[Fixed, None, None]:
    """Every input fixed, in order. Nothing is written.

    ``jobs`` is the number of processes, 0 for as many as are worth it.
    """
    with running(config, engine_errors) as addresses:
        workers = min(jobs or available_cores(), len(inputs))
        if workers <= 1 or (not jobs and sum(map(size_of, inputs)) < POOL_WORTH_BYTES):
            with closing(Fixer(config, addresses, plan)) as fixer:
                yield from map(fixer.fix, inputs)
            return
        with Pool[Input, Fixed](workers, _begin_worker, config, addresses, plan) as pool:
            yield from pool.map(inputs)


def _begin_worker(
    config: Config, addresses: dict[str, str], plan: Plan
) -> Callable[[Input], Fixed]:
    return Fixer(config, addresses, plan).fix
