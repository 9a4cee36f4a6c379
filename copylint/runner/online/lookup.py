"""Looks up the pages of a run, several at a time, each once."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable
from threading import Condition, Thread
from urllib.parse import urlsplit

from copylint.runner.online.asking import Answer

#: So many pages are asked for at once, and so many of them from one host.
AT_ONCE, PER_HOST = 8, 2


def look_up(
    addresses: Iterable[str],
    ask: Callable[[str], Answer],
    *,
    at_once: int = AT_ONCE,
    per_host: int = PER_HOST,
) -> dict[str, Answer]:
    """The answers by address; each address is asked for once, whoever links to it."""
    waiting = _Waiting(dict.fromkeys(addresses), per_host)
    answers: dict[str, Answer] = {}

    def work() -> None:
        while (taken := waiting.take()) is not None:
            host, address = taken
            try:
                answers[address] = ask(address)
            except Exception as error:  # noqa: BLE001 - one page is not the run
                answers[address] = Answer(doubt=f"no answer ({type(error).__name__})")
            finally:
                waiting.done(host)

    # Daemons: a run that is interrupted does not wait for servers.
    threads = [Thread(target=work, daemon=True) for _ in range(min(at_once, waiting.count))]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return answers


class _Waiting:
    """Addresses that wait, by host."""

    def __init__(self, addresses: Iterable[str], per_host: int) -> None:
        self._by_host: defaultdict[str, deque[str]] = defaultdict(deque)
        for address in addresses:
            self._by_host[_host(address)].append(address)
        self.count = sum(map(len, self._by_host.values()))
        self._per_host = per_host
        self._asked: Counter[str] = Counter()
        self._change = Condition()

    def take(self) -> tuple[str, str] | None:
        """The next host and address, as soon as its host may be asked; None if none waits."""
        with self._change:
            while self._by_host:
                for host, addresses in self._by_host.items():
                    if self._asked[host] < self._per_host:
                        self._asked[host] += 1
                        address = addresses.popleft()
                        if not addresses:
                            del self._by_host[host]
                        return host, address
                self._change.wait()
            return None

    def done(self, host: str) -> None:
        """The host has answered."""
        with self._change:
            self._asked[host] -= 1
            self._change.notify_all()


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
