"""Worker processes: work handed out over a pipe to each, results given back in order.

Each worker has a pipe of its own and shares no lock or queue with the others, so that one
that is killed, or all of them by Ctrl-C, can leave nothing waiting. (The standard
library's pool shares locks among its workers; one that dies with a lock in its hands
hangs the rest.)
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from copylint.core.errors import CopylintError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


class WorkerError(CopylintError):
    """A worker process that died."""

    def __init__(self) -> None:
        super().__init__(
            "a worker process died, most likely for want of memory; try again with --jobs 1"
        )


class Pool(Generic[_Task, _Result]):
    """``count`` processes, each calling what ``begin(*arguments)`` returned on its tasks.

    ``begin``, its arguments, tasks and results must be picklable where processes are
    spawned. Use as a context manager: leaving it ends the workers at once.
    """

    def __init__(
        self, count: int, begin: Callable[..., Callable[[_Task], _Result]], *arguments: object
    ) -> None:
        context = _context()
        forked = context.get_start_method() == "fork"
        self._processes: list[Any] = []
        self._pipes: list[Connection] = []
        for _ in range(count):
            ours, theirs = context.Pipe()
            # A forked worker holds copies of our ends of the pipes; with one of them
            # open, another would never hear that we are gone.
            copies = [*self._pipes, ours] if forked else []
            process = context.Process(
                target=_work, args=(theirs, copies, begin, arguments), daemon=True
            )
            with _interrupts_held():
                process.start()
            theirs.close()
            self._processes.append(process)
            self._pipes.append(ours)

    def __enter__(self) -> Pool[_Task, _Result]:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._processes:
            process.kill()
        for process, pipe in zip(self._processes, self._pipes, strict=True):
            process.join()
            pipe.close()

    def map(self, tasks: Iterable[_Task]) -> Iterator[_Result]:
        """The results of all tasks in the tasks' order, each as soon as its turn has come.

        Raises ``WorkerError`` where a worker dies, and whatever a task raised in a worker.
        """
        from multiprocessing.connection import Connection, wait

        waiting = enumerate(tasks)
        idle = list(self._pipes)
        busy: dict[Connection, int] = {}
        done: dict[int, _Result] = {}
        turn = 0
        while True:
            while idle and (task := next(waiting, None)) is not None:
                pipe = idle.pop()
                self._send(pipe, task[1])
                busy[pipe] = task[0]
            if not busy:
                return
            for ready in wait(list(busy)):
                assert isinstance(ready, Connection)
                done[busy.pop(ready)] = self._receive(ready)
                idle.append(ready)
            while turn in done:
                yield done.pop(turn)
                turn += 1

    @staticmethod
    def _send(pipe: Connection, task: _Task) -> None:
        try:
            pipe.send(task)
        except (BrokenPipeError, ConnectionResetError):
            raise WorkerError from None

    @staticmethod
    def _receive(pipe: Connection) -> _Result:
        try:
            result, error = pipe.recv()
        except (EOFError, ConnectionResetError):
            raise WorkerError from None
        if error is not None:
            raise error
        answer: _Result = result
        return answer


def _work(
    pipe: Connection,
    copies: list[Connection],
    begin: Callable[..., Callable[[_Task], _Result]],
    arguments: tuple[object, ...],
) -> None:
    # Ctrl-C reaches every process of the terminal: workers die of it without a word, and
    # the parent says what there is to say.
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
    """Hold Ctrl-C back until a new worker has said what it does with it."""
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
