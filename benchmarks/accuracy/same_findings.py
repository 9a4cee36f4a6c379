"""Whether two installed copylints find the same, to the byte.

``python benchmarks/accuracy/same_findings.py OLD NEW FOLDER…`` runs both commands on each
folder, without cache and configuration, and compares their JSON lines. It prints a line a
folder (findings, SHA-256) and the first findings that only one of them has; the exit code is
1 if anything differs. ``--option`` passes an option to both, such as ``--option=--grammar=off``.
``--map 'grammar.missing-*=grammar.missing-word'`` compares findings of rules that were renamed or
split under one id, in an order that does not depend on ids.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
from fnmatch import fnmatchcase
from itertools import islice


def findings(command: str, folder: str, options: list[str]) -> list[str]:
    """The findings of ``command`` in ``folder`` as JSON lines, in the order of its report."""
    asked = ["check", "--isolated", "--no-cache", "--format", "jsonl", *options, "--", folder]
    done = subprocess.run([command, *asked], capture_output=True, text=True, check=False)
    if done.returncode > 1:
        print(f"{command}: exit code {done.returncode}: {done.stderr[:500]}", file=sys.stderr)
    return done.stdout.splitlines()


def under(names: list[tuple[str, str]], lines: list[str]) -> list[str]:
    """``lines`` with each rule that a glob of ``names`` matches under the id beside it, sorted."""
    mapped = []
    for line in lines:
        row = json.loads(line)
        rules = (name for glob, name in names if fnmatchcase(row["rule"], glob))
        mapped.append(json.dumps(row | {"rule": next(rules, row["rule"])}, ensure_ascii=False))
    return sorted(mapped)


def shown(line: str) -> str:
    """A finding in one short line."""
    row = json.loads(line)
    place = f"{row.get('path')}:{row.get('line')}:{row.get('column')}"
    return f"{place} {row.get('rule')} {row.get('message')}"[:200]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    parser.add_argument("--option", action="append", default=[], help="an option for both")
    parser.add_argument("--map", action="append", default=[], metavar="GLOB=RULE")
    parser.add_argument("--show", type=int, default=10, help="differences to print")
    args = parser.parse_args()
    names = [(glob, name) for glob, _, name in (each.partition("=") for each in args.map)]
    differs = False
    for folder in args.folders:
        old = findings(args.old, folder, args.option)
        new = findings(args.new, folder, args.option)
        if names:
            old, new = under(names, old), under(names, new)
        digest = hashlib.sha256("\n".join(new).encode()).hexdigest()[:16]
        same = old == new
        print(f"{folder}: {len(old)} findings, {len(new)} now, {digest}", end=" ")
        print("the same" if same else "DIFFERENT")
        differs |= not same
        before, after = set(old), set(new)
        for mark, lines in (("-", before - after), ("+", after - before)):
            for line in islice(sorted(lines), args.show):
                print(" ", mark, shown(line))
    return differs


if __name__ == "__main__":
    sys.exit(main())
