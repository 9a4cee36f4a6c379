"""The figures that ``docs/explanation/speed.md`` shows, from runs written by ``run.py --json``.

    python benchmarks/speed/figures.py RUNS.json … [--write docs/explanation/speed.md]

Each row is a ratio of medians of one run (or a difference), beside what it should be. Rows
for which a text or a tool was not run are left out.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

BEGIN, END = "<!-- figures: benchmarks/speed/figures.py -->", "<!-- end of figures -->"
_FAMILIES = "copylint, spelling,names,duplicates"
_ORDINARY = "ordinary text of that size"


class Runs:
    """Medians of seconds, and most memory, by text and tool."""

    def __init__(self, paths: list[Path]) -> None:
        self._seconds: dict[tuple[str, str], list[float]] = defaultdict(list)
        self._cpu: dict[tuple[str, str], list[float]] = defaultdict(list)
        self._peak: dict[tuple[str, str], float] = defaultdict(float)
        self.words: dict[str, int] = {}
        #: Pairs of an odd file and the ordinary text that was run after it.
        self.odd: list[tuple[str, str]] = []
        for path in paths:
            before = ""
            for row in json.loads(path.read_text(encoding="utf-8")):
                text = row["text"]
                if text == _ORDINARY:
                    # Several texts have this name: each belongs to the odd one before it.
                    text = f"{_ORDINARY} as {before}"
                    if (before, text) not in self.odd:
                        self.odd.append((before, text))
                else:
                    before = text
                key = text, row["tool"]
                self.words[text] = row["words"]
                self._seconds[key].append(row["seconds"])
                self._cpu[key].append(row["cpu"])
                self._peak[key] = max(self._peak[key], row["peak"])

    def seconds(self, text: str, tool: str = "copylint") -> float:
        """The median; ``KeyError`` where there was no such run."""
        if (text, tool) not in self._seconds:
            raise KeyError(text, tool)
        return statistics.median(self._seconds[text, tool])

    def cpu(self, text: str, tool: str = "copylint") -> float:
        """The median; ``KeyError`` where there was no such run."""
        self.seconds(text, tool)
        return statistics.median(self._cpu[text, tool])

    def peak(self, text: str, tool: str = "copylint") -> float:
        """Bytes; ``KeyError`` where there was no such run."""
        self.seconds(text, tool)
        return self._peak[text, tool]


def rows(runs: Runs) -> Iterator[tuple[str, str, str]]:
    """What was done, what it should take, what it took."""
    one, few, many, most = "one article", "200 articles", "2,000 articles", "20,000 articles"
    whole = "one file of 10 MB"

    def times(text: str, tool: str) -> str:
        return f"{runs.seconds(text, tool) / runs.seconds(text):.1f} times as fast"

    def per_word(text: str) -> float:
        return runs.seconds(text) / runs.words[text]

    def more(tool: str) -> str:
        beside = runs.seconds(one, tool) - runs.seconds(one, "python -c pass")
        return f"{beside:.2f} s more ({runs.cpu(one, tool):.2f} s of CPU)"

    wanted: list[tuple[str, str, Callable[[], str]]] = [
        (f"{few}, cold, beside Harper", "15 times as fast", lambda: times(few, "harper")),
        (f"{few}, cold, beside proselint", "2 times", lambda: times(few, "proselint")),
        (f"{few}, cold, beside cspell", "3 times", lambda: times(few, "cspell")),
        (
            f"{few}, spelling only, beside codespell",
            "at most 3 times its time",
            lambda: (
                f"{runs.seconds(few, 'copylint, spelling') / runs.seconds(few, 'codespell'):.1f}"
                " times its time"
            ),
        ),
        (
            "words a second of CPU, 2,000 articles, cold",
            "40,000",
            lambda: f"{runs.words[many] / runs.cpu(many):,.0f}",
        ),
        (
            f"{one}, cold, beside Harper",
            "at most 0.35 of its time",
            lambda: f"{runs.seconds(one) / runs.seconds(one, 'harper'):.2f} of its time",
        ),
        (
            f"{one}, cold: spelling, names, duplicates, beside `python -c pass`",
            "at most 0.35 s more",
            lambda: more(_FAMILIES),
        ),
        (
            f"{one}, warm, beside `python -c pass`",
            "at most 0.12 s more",
            lambda: more("copylint, warm"),
        ),
        (
            f"{many}, nothing changed, beside the cold run",
            "40 times as fast",
            lambda: (
                f"{runs.seconds(many) / runs.seconds(many, 'copylint, nothing changed'):.0f}"
                " times as fast"
            ),
        ),
        (
            f"{most}, one changed, beside the cold run",
            "at most 2 % of its time",
            lambda: f"{runs.seconds(most, 'copylint, one changed') / runs.seconds(most):.1%}",
        ),
        (
            f"peak memory of all processes, {most}",
            "under 600 MB",
            lambda: f"{runs.peak(most) / 1e6:.0f} MB",
        ),
        (
            f"the same, beside {many}",
            "at most 1.2 times",
            lambda: f"{runs.peak(most) / runs.peak(many):.2f} times",
        ),
        (
            f"time of {most} beside {many}",
            "at most 11 times",
            lambda: f"{runs.seconds(most) / runs.seconds(many):.1f} times",
        ),
        (
            f"a word of {whole}, beside one of {many}",
            "at most 3 times the time",
            lambda: f"{per_word(whole) / per_word(many):.1f} times",
        ),
    ]
    for what, bar, measured in wanted:
        try:
            yield what, bar, measured()
        except KeyError:
            continue
    for text, ordinary in runs.odd:
        try:
            ratio = runs.seconds(text) / runs.seconds(ordinary)
        except KeyError:
            continue
        yield f"{text}, beside {_ORDINARY}", "at most 3 times the time", f"{ratio:.1f} times"


def table(runs: Runs) -> str:
    """The rows in Markdown."""
    lines = ["| work | bar | measured |", "| --- | --- | --- |"]
    lines += [f"| {what} | {bar} | {measured} |" for what, bar, measured in rows(runs)]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("runs", nargs="+", type=Path)
    parser.add_argument("--write", type=Path, help="put the table between its marks in this page")
    given = parser.parse_args()
    made = table(Runs(given.runs))
    print(made, end="")
    if given.write:
        page = given.write.read_text(encoding="utf-8")
        head, _, rest = page.partition(BEGIN)
        _, mark, tail = rest.partition(END)
        if not mark:
            parser.error(f"{given.write} lacks the marks {BEGIN} and {END}")
        given.write.write_text(f"{head}{BEGIN}\n\n{made}\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
