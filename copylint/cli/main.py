"""The command line (first cut)."""

from __future__ import annotations

import sys

from copylint.config.schema import Config
from copylint.run.inspect import Input
from copylint.run.pipeline import run


def main() -> None:
    """Check the files named on the command line."""
    result = run([Input(p) for p in sys.argv[2:]], Config(grammar=()))
    for f in result.findings:
        print(
            f"{f.path}:{f.start.line}:{f.start.column} {f.rule} {f.text!r} {f.message} {f.replacements}"
        )
    for e in result.errors:
        print(f"{e.path}: {e.error}", file=sys.stderr)  # noqa: T201
