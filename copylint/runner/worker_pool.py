"""A pool of worker processes fed over pipes; results come back in order.

Each worker has a pipe of its own and shares no lock or queue with the others, so that one
that is killed, or all of them by Ctrl-C, can leave nothing waiting. (The standard
library's pool shares locks among its workers; one that dies while it holds a lock hangs the
rest.)
"""

from __future__ import annotations

import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from copylint.core.errors import CopylintError
from copylint.core.record import record
from copylint.runner.time_limit import STOPPED

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


#: The message about a worker that died of an unknown cause.
DIED = "a worker process died, probably because memory ran out; try again with --jobs 1"


class WorkerError(CopylintError):
    """A worker process that died."""

    def __init__(self) -> None:
        super().__init__(DIED)


class Recovery(Generic[_Task, _Result]):
    """What becomes of a task whose worker has died or takes too long."""

    def split(self, task: _Task) -> Sequence[_Task]:
        """The parts of ``task`` that can be tried one by one; one if it cannot be divided."""
        return (task,)

    def joined(self, results: Sequence[_Result]) -> _Result:
        """The result of a task from those of its parts."""
        raise NotImplementedError

    def lost(self, task: _Task, *, is_slow: bool) -> _Result:
        """The result of a task that cannot be divided and that no worker has survived.

        ``is_slow``: it took too long. Otherwise the worker died of another cause.
        """
        raise NotImplementedError

    def patience(self, task: _Task) -> float:
        """Seconds on the clock after which the worker is killed."""
        raise NotImplementedError


@record(frozen=False)
class _Job(Generic[_Task, _Result]):
    """A task and its turn; if it is tried again in parts, also the results so far."""

    turn: int
    task: _Task
    place: int = 0
    parts: dict[int, _Result] | None = None
    count: int = 0


@record(frozen=False)
class _Worker:
    process: Any
    pipe: Connection


class Pool(Generic[_Task, _Result]):
    """``count`` processes, each calling what ``begin(*arguments)`` returned on its tasks.

    ``begin``, its arguments, tasks and results must be picklable where processes are
    spawned. Use as a context manager: leaving it ends the workers at once.
    """

    def __init__(
        self, count: int, begin: Callable[..., Callable[[_Task], _Result]], *arguments: object
    ) -> None:
        self._begin, self._arguments = begin, arguments
        self._workers: list[_Worker] = []
        for _ in range(count):
            self._workers.append(self._started())

    def _started(self) -> _Worker:
        context = _context()
        ours, theirs = context.Pipe()
        # A forked worker holds copies of our ends of the pipes; while one of them is open,
        # another worker would never notice that we are gone.
        forked = context.get_start_method() == "fork"
        copies = [*(each.pipe for each in self._workers), ours] if forked else []
        process = context.Process(
            target=_work, args=(theirs, copies, self._begin, self._arguments), daemon=True
        )
        with _interrupts_held():
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def __enter__(self) -> Pool[_Task, _Result]:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()

    def map(
        self, tasks: Iterable[_Task], recovery: Recovery[_Task, _Result] | None = None
    ) -> Iterator[_Result]:
        """The results of all tasks in the tasks' order, each as soon as its turn has come.

        Raises whatever a task raised in a worker, and, without a ``recovery``, ``WorkerError``
        if a worker dies.
        """
        run = _Run(self._workers, self._started, recovery)
        waiting = (_Job[_Task, _Result](turn, task) for turn, task in enumerate(tasks))
        turn = 0
        while run.hand_out(waiting):
            run.gather()
            while turn in run.done:
                yield run.done.pop(turn)
                turn += 1


class _Run(Generic[_Task, _Result]):
    """One round of tasks: what each worker is doing, what is done, what to try again."""

    def __init__(
        self,
        workers: list[_Worker],
        start: Callable[[], _Worker],
        recovery: Recovery[_Task, _Result] | None,
    ) -> None:
        self.done: dict[int, _Result] = {}
        self._workers, self._start, self._recovery = workers, start, recovery
        self._idle = list(workers)
        self._busy: dict[Connection, tuple[_Worker, _Job[_Task, _Result], float]] = {}
        self._again: deque[_Job[_Task, _Result]] = deque()

    def hand_out(self, waiting: Iterator[_Job[_Task, _Result]]) -> bool:
        """Give each idle worker a task; return whether any worker is busy then."""
        while self._idle:
            job = self._again.popleft() if self._again else next(waiting, None)
            if job is None:
                break
            worker = self._idle.pop()
            until = time.monotonic() + self._recovery.patience(job.task) if self._recovery else 0.0
            self._busy[worker.pipe] = worker, job, until
            try:
                worker.pipe.send(job.task)
            except (BrokenPipeError, ConnectionResetError):
                self._lose(worker, job)
        return bool(self._busy)

    def gather(self) -> None:
        """Wait until a worker answers, or until one has used up its time."""
        from multiprocessing.connection import Connection, wait

        patience = None
        if self._recovery:
            patience = max(0.0, min(until for *_, until in self._busy.values()) - time.monotonic())
        for ready in wait(list(self._busy), patience):
            assert isinstance(ready, Connection)
            worker, job, _ = self._busy[ready]
            try:
                result, error = ready.recv()
            except (EOFError, ConnectionResetError):
                self._lose(worker, job)
                continue
            if error is not None:
                raise error
            del self._busy[ready]
            self._idle.append(worker)
            self._take(job, result)
        now = time.monotonic()
        for worker, job, until in list(self._busy.values()):
            if self._recovery and until <= now:
                self._lose(worker, job, is_slow=True)

    def _lose(self, worker: _Worker, job: _Job[_Task, _Result], *, is_slow: bool = False) -> None:
        """Deal with the task of a worker that has died or must be killed."""
        del self._busy[worker.pipe]
        if self._recovery is None:
            raise WorkerError
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()
        is_slow = is_slow or worker.process.exitcode == STOPPED
        self._workers.remove(worker)
        fresh = self._start()
        self._workers.append(fresh)
        self._idle.append(fresh)
        parts = self._recovery.split(job.task)
        if len(parts) < 2:
            self._take(job, self._recovery.lost(job.task, is_slow=is_slow))
            return
        results: dict[int, _Result] = {}
        self._again += (
            _Job(job.turn, part, place, results, len(parts)) for place, part in enumerate(parts)
        )

    def _take(self, job: _Job[_Task, _Result], result: _Result) -> None:
        if job.parts is None:
            self.done[job.turn] = result
            return
        job.parts[job.place] = result
        if len(job.parts) == job.count:
            assert self._recovery is not None
            self.done[job.turn] = self._recovery.joined([job.parts[n] for n in range(job.count)])


def _work(
    pipe: Connection,
    copies: list[Connection],
    begin: Callable[..., Callable[[_Task], _Result]],
    arguments: tuple[object, ...],
) -> None:
    # Ctrl-C reaches every process of the terminal: workers die of it silently, and the parent
    # reports it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    for copy in copies:
        copy.close()
    work: Callable[[_Task], _Result] | None = None
    while True:
        try:
            task = pipe.recv()
        except (EOFError, OSError):
            return  # the parent is gone
        try:
            work = work or begin(*arguments)
            pipe.send((work(task), None))
        except BrokenPipeError:
            return
        except Exception as error:  # noqa: BLE001 - the parent raises it
            pipe.send((None, error))


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back until a new worker has set its own handler."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _context() -> Any:
    """Fork where that is safe (fast: nothing is imported again), spawn elsewhere."""
    import multiprocessing

    can_fork = "fork" in multiprocessing.get_all_start_methods()
    alone = threading.active_count() == 1
    return multiprocessing.get_context("fork" if can_fork and alone else "spawn")
