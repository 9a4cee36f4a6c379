"""How many of the names that a generated archive misspells its own memory finds, and how surely.

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

_FIELDS = ("--field", "headline=headline", "--field", "body", "--field", "caption=caption")


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
    truth: set[tuple[str, str]] = set()
    for line in (archive / "truth.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        truth |= {
            (article["id"], each["wrong"].split()[-1])
            for each in article["planted"]
            if each["kind"] == "name"
        }
    found: set[tuple[str, str]] = set()
    for path in findings.glob("part-*.parquet"):
        rows = pq.read_table(path, columns=["kind", "article_id", "text"]).to_pylist()
        found |= {(row["article_id"], row["text"]) for row in rows if row["kind"] == "finding"}
    right = len(found & truth)
    print(f"recall: {right}/{len(truth)}, precision: {right}/{len(found)}")
    print("missed:", sorted(truth - found)[:10])
    print("wrong:", sorted(found - truth)[:10])


if __name__ == "__main__":
    main()
