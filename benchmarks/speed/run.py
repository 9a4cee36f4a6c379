"""How fast copylint is, beside its peers, on the same files in one run.

``python benchmarks/speed/run.py one 200`` writes a corpus of its own, runs every tool on it
in turn, as often as ``--repeats`` says, and prints medians: seconds, words a second, the
most memory that the tool's processes held at once, and the time as a multiple of
copylint's. Runs are interleaved, so that a busy machine slows all alike. Sizes: one
article, 200, 2000 and 20000 of them, 10mb (one file), odd (files that a quadratic step
would never finish, each with ordinary text of its size). A tool that once needs longer
than ``--limit`` is not run again.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import corpus
import pathological
from measure import Measured, measure

from tools import Tool, all_tools

SIZES = ("one", "200", "2000", "20000", "10mb", "odd")


@dataclass(slots=True)
class Row:
    """A tool's runs over one text."""

    tool: str
    runs: list[Measured] = field(default_factory=list)

    @property
    def timed_out(self) -> bool:
        return any(run.timed_out for run in self.runs)

    @property
    def seconds(self) -> float:
        return statistics.median(run.seconds for run in self.runs)

    @property
    def cpu(self) -> float:
        return statistics.median(run.cpu for run in self.runs)

    @property
    def peak(self) -> int:
        return max(run.peak for run in self.runs)


def words_in(path: Path) -> int:
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
    return sum(len(each.read_text(encoding="utf-8").split()) for each in files)


def texts(size: str, work: Path, seed: int, given: Path | None) -> Iterator[tuple[str, Path]]:
    """What a size stands for: names and paths of files or folders, written into ``work``."""
    if size == "odd":
        for name, odd, ordinary in pathological.write_all(work / "odd"):
            yield name, odd
            yield "ordinary text of that size", ordinary
    elif size == "10mb":
        path = work / "10mb.txt"
        corpus.write_one(path, 10_000_000, seed)
        yield "one file of 10 MB", path
    elif size == "one":
        path = work / "one" / "article.txt"
        path.parent.mkdir()
        path.write_text(corpus.article(0, seed), encoding="utf-8")
        yield "one article", path
    else:
        folder = work / size
        corpus.write(folder, int(size), seed)
        yield f"{int(size):,} articles", folder
    if given is not None and size == "200":
        yield f"the files in {given}", given


def compare(tools: Sequence[Tool], path: Path, repeats: int, limit: float) -> list[Row]:
    """Run all tools in turn, ``repeats`` times over."""
    rows = {tool.name: Row(tool.name) for tool in tools}
    for _ in range(repeats):
        for tool in tools:
            row = rows[tool.name]
            if row.timed_out:
                continue
            tool.before(path)
            run = measure(
                tool.command(path),
                limit=limit,
                environment=tool.environment,
                beside=tool.beside,
            )
            row.runs.append(run)
            print(f"  {tool.name}: {run.seconds:.2f} s", file=sys.stderr)
    return list(rows.values())


def table(title: str, words: int, rows: Sequence[Row]) -> str:
    lines = [
        f"{title}, {words:,} words",
        f"{'':32} {'seconds':>9} {'CPU s':>9} {'words/s':>11} {'memory':>9} {'ratio':>8}",
    ]
    first = rows[0].seconds
    for row in rows:
        more = ">" if row.timed_out else ""
        lines.append(
            f"{row.tool:32} {more + format(row.seconds, '.3f'):>9} {row.cpu:>9.2f} "
            f"{words / row.seconds:>11,.0f} "
            f"{row.peak / 2**20:>6.0f} MB {row.seconds / first:>8.2f}"
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", default=["one", "200"], choices=SIZES)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--limit", type=float, default=300.0, help="seconds a run may take")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--tools", help="only these, by name or how it begins, semicolons")
    parser.add_argument("--corpus", type=Path, help="a folder of your own, beside size 200")
    parser.add_argument("--json", type=Path, help="write every run to this file too")
    given = parser.parse_args()
    with all_tools() as tools:
        record = compare_all(given, tools)
    if given.json:
        given.json.write_text(json.dumps(record, indent=1))


def _named(tools: list[Tool], names: Sequence[str]) -> list[Tool]:
    """The tools of these names; a name that no tool has stands for all that begin with it."""
    whole = {tool.name for tool in tools}
    return [
        tool
        for tool in tools
        if any(tool.name == n or (n not in whole and tool.name.startswith(n)) for n in names)
    ]


def compare_all(given: argparse.Namespace, tools: list[Tool]) -> list[dict[str, object]]:
    """Print a table for every text that is asked for; every run as a record."""
    if given.tools:
        tools = _named(tools, given.tools.split(";"))
    record: list[dict[str, object]] = []
    with tempfile.TemporaryDirectory(prefix="copylint-speed-") as work:
        for size in given.sizes:
            for title, path in texts(size, Path(work), given.seed, given.corpus):
                words = words_in(path)
                able = [tool for tool in tools if words <= tool.most_words]
                rows = compare(able, path, given.repeats, given.limit)
                print(table(title, words, rows), flush=True)
                record += [
                    {
                        "text": title,
                        "words": words,
                        "tool": r.tool,
                        "seconds": run.seconds,
                        "cpu": run.cpu,
                        "peak": run.peak,
                        "code": run.code,
                        "timed_out": run.timed_out,
                    }
                    for r in rows
                    for run in r.runs
                ]
    return record


if __name__ == "__main__":
    main()
