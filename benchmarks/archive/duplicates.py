"""Find the copies in a generated archive and compare them with those that were planted.

python benchmarks/archive/duplicates.py archive --work /tmp/printed
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq

_FIELDS = ("--field", "headline=headline", "--field", "body", "--field", "caption=caption")
_ROWS = ("--id", "id", "--date", "date", "--slug", "slug")


def planted(folder: Path) -> dict[tuple[str, str, str], float]:
    """The copies: kind, later and earlier article, and the share that was edited."""
    found = {}
    for line in (folder / "truth.jsonl").read_text("utf-8").splitlines():
        article = json.loads(line)
        for each in article["planted"]:
            if each["kind"] in ("copy", "caption"):
                found[each["kind"], article["id"], each["of"]] = each.get("share", 0.0)
    return found


def reported(path: Path) -> set[tuple[str, str, str]]:
    """The pairs of articles and captions in a file of pairs."""
    kinds = {"article": "copy", "caption": "caption"}
    rows = pq.read_table(path, columns=["kind", "second_id", "first_id"]).to_pylist()
    return {
        (kinds[row["kind"]], row["second_id"], row["first_id"])
        for row in rows
        if row["kind"] in kinds
    }


def figures(truth: dict[tuple[str, str, str], float], pairs: set[tuple[str, str, str]]) -> str:
    """Recall for each kind of copy, and precision of all pairs of articles."""
    of, found = Counter[tuple[str, float]](), Counter[tuple[str, float]]()
    for pair, share in truth.items():
        of[pair[0], share] += 1
        found[pair[0], share] += pair in pairs
    recall = (f"{kind} {share:.0%}: {found[kind, share]}/{of[kind, share]}" for kind, share in of)
    articles = {pair for pair in pairs if pair[0] == "copy"}
    # Two copies of one article are rightly a pair too.
    origin = {later: earlier for kind, later, earlier in truth if kind == "copy"}
    right = sum(origin.get(b, b) == origin.get(a, a) for _, a, b in articles)
    return f"{', '.join(sorted(recall))}; precision {right}/{len(articles)}"


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--work", type=Path, required=True)
    given = parser.parse_args()
    shutil.rmtree(given.work, ignore_errors=True)
    start = (sys.executable, "-m", "copylint", "archive", "duplicates", "--isolated")
    began = time.monotonic()
    source = str(given.archive / "articles.parquet")
    command = [*start, source, *_FIELDS, *_ROWS, "--output", str(given.work)]
    subprocess.run(command, check=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    size = (given.work / "printed.sqlite").stat().st_size / 1e6
    print(
        f"{time.monotonic() - began:.0f} s, {used.ru_utime + used.ru_stime:.0f} s of processor "
        f"time, peak {used.ru_maxrss / 1000:.0f} MB, index {size:.0f} MB"
    )
    print(figures(planted(given.archive), reported(given.work / "duplicates.parquet")))


if __name__ == "__main__":
    main()
