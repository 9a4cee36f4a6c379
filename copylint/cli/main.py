"""Where ``copylint`` starts, before anything that takes time is imported."""

from __future__ import annotations

import sys
from typing import NoReturn

from copylint.cli import INTERRUPTED


def main() -> NoReturn:
    """Run the command line and exit with its code."""
    code: object = INTERRUPTED
    try:
        from copylint.cli.app import run

        code = run()
    except SystemExit as end:
        code = end.code
    except KeyboardInterrupt:
        pass
    if code == INTERRUPTED:
        sys.stderr.write("copylint: interrupted\n")
    raise SystemExit(code)
