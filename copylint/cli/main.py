"""The entry point of ``copylint``, run before anything slow is imported."""

from __future__ import annotations

import gc
import sys

from copylint.cli import INTERRUPTED

TYPE_CHECKING = False  # see copylint/__init__.py
if TYPE_CHECKING:
    from typing import NoReturn

# New objects after which Python looks for cycles. It would after 700, and so spend a tenth
# of the time of a short check on going through modules and tables, which are not garbage.
_COLLECT_AFTER = 2_000_000


def main() -> NoReturn:
    """Run the command line, here or in a warm worker, and exit with its code."""
    code: object = None
    gc.set_threshold(_COLLECT_AFTER)
    try:
        from copylint.cli.daemon.client import ask

        code = ask(sys.argv[1:])
    except KeyboardInterrupt:
        _tell_of_interrupt()
        raise SystemExit(INTERRUPTED) from None
    raise SystemExit(run_here() if code is None else code)


def run_here() -> object:
    """Run the command line in this process; return its exit code."""
    code: object = INTERRUPTED
    from copylint.cli.disguised import disguised

    option = disguised(sys.argv[1:])
    if option:
        from copylint.cli.exits import FAILED, complain

        complain(
            f"'{option}' is an option and the name of a file here; put '--' before the names of "
            "files"
        )
        return FAILED
    try:
        from copylint.cli import quick

        code = quick.run(sys.argv[1:])
        if code is None:
            from copylint.cli.app import run

            code = run()
    except SystemExit as end:
        code = end.code
    except KeyboardInterrupt:
        pass
    if code == INTERRUPTED:
        _tell_of_interrupt()
    return code


def _tell_of_interrupt() -> None:
    sys.stderr.write("copylint: interrupted\n")
