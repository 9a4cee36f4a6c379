"""How many of the misspelled names, stale titles, wrong ages and unusual forms of terms of a
generated archive its own memory finds, and how surely.

python benchmarks/archive/memory.py ARCHIVE --work W

ARCHIVE is a folder that generate.py wrote.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq

_FIELDS = (
    *("--field", "headline=headline", "--field", "dateline=dateline"),
    *("--field", "body", "--field", "caption=caption"),
)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--work", type=Path, required=True)
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    memory, findings = given.work / "house.memory", given.work / "findings"
    began = time.time()
    _run(given.archive, "memory", "build", "--date", "date", "--output", memory)
    print(f"build: {time.time() - began:.1f} s on the clock")
    print(f"memory: {memory.stat().st_size:,} bytes")
    config = given.work / "copylint.toml"
    config.write_text(f'memory = "{memory.name}"\nselect = ["memory"]\n')
    _run(
        given.archive,
        *("archive", "check", "--resume", "--config", config, "--grammar", "off"),
        *("--output", findings),
    )
    _report(given.archive, findings)


def _run(archive: Path, *arguments: object) -> None:
    first, second, *rest = map(str, arguments)
    always = (str(archive / "articles.parquet"), *_FIELDS, "--id", "id", "--quiet", "--jobs", "2")
    command = [sys.executable, "-m", "copylint", first, second, *always, *rest]
    subprocess.run(command, check=True)


def _report(archive: Path, findings: Path) -> None:
    kinds = ("name", "title", "age", "term")
    truth: dict[str, set[tuple[str, str]]] = {kind: set() for kind in kinds}
    # What a copy says was true on the day of the original, so only its names are compared; and a
    # term of the original may be in a sentence that the copy replaces.
    copies: set[str] = set()
    for line in (archive / "truth.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        for each in article["planted"]:
            if each["kind"] == "copy":
                copies.add(article["id"])
            if each["kind"] in truth:
                wrong = str(each["wrong"])
                text = wrong.split()[-1] if each["kind"] == "name" else wrong
                truth[each["kind"]].add((article["id"], text))
    found: dict[str, set[tuple[str, str]]] = {kind: set() for kind in truth}
    for path in findings.glob("part-*.parquet"):
        columns = ["kind", "rule", "article_id", "text"]
        for row in pq.read_table(path, columns=columns).to_pylist():
            if row["kind"] == "finding":
                found[row["rule"].removeprefix("memory.")].add((row["article_id"], row["text"]))
    for kind in truth:
        if kind != "name":
            for those in (truth[kind], found[kind]):
                those -= {each for each in those if each[0] in copies}
        planted = truth[kind]
        right = len(found[kind] & planted)
        print(f"{kind}: recall {right}/{len(planted)}, precision {right}/{len(found[kind])}")
        print("missed:", sorted(planted - found[kind])[:10])
        print("wrong:", sorted(found[kind] - planted)[:10])


if __name__ == "__main__":
    main()
