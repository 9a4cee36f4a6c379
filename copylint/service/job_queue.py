"""The queue of checks, which serves its owners in turn."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque

from copylint.service.answer import Busy, Outdated, Stage
from copylint.service.job import Job


class JobQueue:
    """A bounded queue that is fair between owners; for use by several threads.

    Owners are served in turn, so that an owner with many requests delays only its own. Checks
    of the rules alone go before complete ones. At most ``most`` jobs wait.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._changed = threading.Condition()
        self._waiting: dict[Stage, OrderedDict[str, deque[Job]]] = {
            stage: OrderedDict() for stage in (Stage.RULES, Stage.COMPLETE)
        }
        self._size = 0
        self._is_closed = False

    def put(self, job: Job) -> None:
        """Add a job; it fails with ``Busy`` if the queue is full."""
        refusal: Exception | None = None
        with self._changed:
            if self._size >= self._most:
                self._drop_unwanted()
            if self._is_closed:
                refusal = Outdated()
            elif self._size >= self._most:
                refusal = Busy()
            else:
                self._waiting[job.stage].setdefault(job.owner, deque()).append(job)
                self._size += 1
                self._changed.notify()
        if refusal:
            job.fail(refusal)

    def take(self) -> Job | None:
        """Wait for the next job that is still wanted; None once the queue is closed."""
        with self._changed:
            while not self._is_closed:
                job = self._next()
                if job is not None:
                    return job
                self._changed.wait()
            return None

    def close(self) -> None:
        """Close the queue; the jobs that wait end in ``Outdated``."""
        with self._changed:
            self._is_closed = True
            left = [
                job for owners in self._waiting.values() for jobs in owners.values() for job in jobs
            ]
            for owners in self._waiting.values():
                owners.clear()
            self._size = 0
            self._changed.notify_all()
        for job in left:
            job.fail(Outdated())

    def __len__(self) -> int:
        return self._size

    def _next(self) -> Job | None:
        for owners in self._waiting.values():
            while owners:
                owner, jobs = next(iter(owners.items()))
                job = jobs.popleft()
                self._size -= 1
                if jobs:
                    owners.move_to_end(owner)
                else:
                    del owners[owner]
                if not job.is_abandoned():
                    return job
        return None

    def _drop_unwanted(self) -> None:
        for owners in self._waiting.values():
            for owner, jobs in list(owners.items()):
                wanted = deque(job for job in jobs if not job.is_abandoned())
                self._size -= len(jobs) - len(wanted)
                if wanted:
                    owners[owner] = wanted
                else:
                    del owners[owner]
