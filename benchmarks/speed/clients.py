"""Many clients of ``copylint serve`` at once: errors, fairness, latency and memory.

``python benchmarks/speed/clients.py`` starts a server on a free port and has 50 clients send
articles of about 375 words to ``/v2/check`` for five minutes, as LanguageTool's clients do. Each
client has an article of its own with a name that no other has; it changes a word, asks, checks
that the answer is about its own text, and pauses for a second. The summary gives requests and
errors, the median and 99th percentile of the time to an answer, how many requests the luckiest
and the unluckiest client had answered, and the server's memory every minute.

The exit code is 1 if any answer was an error or about another client's text, if the server held
more than 600 MB, or if it held a tenth more at the end than after the warm-up: after the first
fifth of the time (a minute), in which it loads the weights and sees each article once.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import platform
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import quote_plus, urlsplit

sys.path.append(str(Path(__file__).parent))

from corpus import article

_MEMORY = re.compile(rb"^process_resident_memory_bytes (\d+)$", re.MULTILINE)
_MEGABYTE = 1_000_000
_MAY_GROW = 1.1
_MOST_MEMORY = 600 * _MEGABYTE


class Client:
    """One client with an article of its own."""

    def __init__(self, number: int, address: str) -> None:
        self._where = urlsplit(address)
        self._random = random.Random(number)
        letters = "".join(self._random.choice("bdfgklmnprstvz") + "aeiou"[i % 5] for i in range(4))
        self._name = f"{letters}{number}".capitalize()
        text = article(number)
        self._text = f"{text}\n\n{self._name} sayed that teh bridge was shut.\n"
        self.seconds: list[float] = []
        self.errors: list[str] = []

    async def work(self, until: float, pause: float) -> None:
        """Ask until the time is up."""
        while time.monotonic() < until:
            words = self._text.split(" ")
            place = self._random.randrange(len(words) - 12)
            words[place] = self._random.choice(("bridge", "recieve", "the the", "harbour"))
            text = " ".join(words)
            begun = time.monotonic()
            try:
                await self._ask(text)
            except (OSError, ValueError, AssertionError) as error:
                self.errors.append(f"{type(error).__name__}: {error}"[:200])
            else:
                self.seconds.append(time.monotonic() - begun)
            await asyncio.sleep(pause)

    async def _ask(self, text: str) -> None:
        status, body = await _post(self._where, f"text={quote_plus(text)}&language=en-GB")
        assert status == 200, f"{status}: {body[:100]!r}"
        matches = json.loads(body)["matches"]
        units = text.encode("utf-16-le")
        found = {
            units[m["offset"] * 2 : (m["offset"] + m["length"]) * 2].decode("utf-16-le")
            for m in matches
        }
        assert "teh" in found, "an error of its own is missing"
        own = {self._name}
        others = set(re.findall(r"\b[A-Z][a-z]+\d+\b", body.decode())) - own
        assert not others, f"names of another client: {others}"


async def _post(where: object, form: str) -> tuple[int, bytes]:
    """The status and the body of the answer to a form, over a connection of its own."""
    host, port = where.hostname, where.port  # type: ignore[attr-defined]
    reader, writer = await asyncio.open_connection(host, port)
    try:
        data = form.encode()
        writer.write(
            f"POST /v2/check HTTP/1.1\r\nHost: {host}:{port}\r\nUser-Agent: clients.py\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(data)}\r\n"
            "Connection: close\r\n\r\n".encode()
            + data
        )
        await writer.drain()
        answer = await reader.read(-1)
    finally:
        writer.close()
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head, "the connection was closed without an answer"
    return int(head.split(b" ", 2)[1]), body


async def _memory(where: object) -> int:
    """The bytes of memory that the server says it holds."""
    host, port = where.hostname, where.port  # type: ignore[attr-defined]
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(f"GET /metrics HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read(-1)
    writer.close()
    found = _MEMORY.search(answer)
    return int(found[1]) if found else 0


async def measure(address: str, clients: int, seconds: float, pause: float) -> int:
    """Run the clients, print the summary, and return the exit code."""
    begun = time.monotonic()
    until = begun + seconds
    everyone = [Client(number, address) for number in range(clients)]
    tasks = [asyncio.create_task(each.work(until, pause)) for each in everyone]
    samples: list[tuple[float, int]] = []
    while time.monotonic() < until:
        await asyncio.sleep(min(5.0, seconds / 10))
        samples.append((time.monotonic() - begun, await _memory(urlsplit(address))))
    await asyncio.gather(*tasks)
    samples.append((time.monotonic() - begun, await _memory(urlsplit(address))))
    times = sorted(each for client in everyone for each in client.seconds)
    errors = [each for client in everyone for each in client.errors]
    counts = sorted(len(client.seconds) for client in everyone)
    warm = next(size for at, size in samples if at >= seconds / 5)
    print(f"{platform.python_implementation()} {platform.python_version()}, {clients} clients")
    print(f"requests    {len(times):,} answered in {seconds:g} s, {len(errors)} errors")
    for each in errors[:5]:
        print(f"            {each}")
    if times:
        late = times[min(len(times) - 1, int(len(times) * 0.99))]
        print(f"time        median {median(times) * 1000:,.0f} ms, 99% {late * 1000:,.0f} ms")
    print(f"each client {counts[0]} to {counts[-1]} requests")
    end, most = samples[-1][1], max(size for _, size in samples)
    print(
        f"memory      {warm / _MEGABYTE:,.0f} MB warm, {end / _MEGABYTE:,.0f} MB at the end "
        f"({end / warm - 1:+.1%}), {most / _MEGABYTE:,.0f} MB at most"
    )
    minutes = (next(s for at, s in samples if at >= m) for m in range(60, int(seconds) + 1, 60))
    print(f"            by the minute: {', '.join(f'{s / _MEGABYTE:,.0f}' for s in minutes)} MB")
    return int(bool(errors) or not times or end > warm * _MAY_GROW or most > _MOST_MEMORY)


@contextmanager
def server(options: list[str]) -> Iterator[tuple[str, int]]:
    """A server for an empty folder: its address, and the number of its process."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "copylint", "serve", "--port", "0", *options]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=folder)
        try:
            assert process.stdout
            line = process.stdout.readline()
            found = re.search(r"http://[^\s)]+", line)
            assert found, line
            yield found[0], process.pid
        finally:
            process.terminate()
            process.wait(30)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--pause", type=float, default=1.0, help="seconds between requests")
    parser.add_argument("options", nargs="*", help="options of copylint serve, after --")
    given = parser.parse_args()
    with server(given.options) as (address, _):
        return asyncio.run(measure(address, given.clients, given.seconds, given.pause))


if __name__ == "__main__":
    sys.exit(main())
