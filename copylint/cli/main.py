"""The entry point of ``copylint``, run before anything slow is imported."""

from __future__ import annotations

import atexit
import gc
import os
import sys

from copylint.cli import INTERRUPTED

TYPE_CHECKING = False  # see copylint/__init__.py
if TYPE_CHECKING:
    from typing import NoReturn

# New objects after which Python looks for cycles. It would after 700, and so spend a tenth
# of the time of a short check on going through modules and tables, which are not garbage.
_COLLECT_AFTER = 2_000_000


def script() -> NoReturn:
    """Run the command line as the only thing that this process does."""
    try:
        main()
    except SystemExit as end:
        leave(end.code)
        raise


def leave(code: object) -> None:
    """End the process at once with ``code``, if nothing but memory is left to clear.

    Python would first free every module, table and pattern one by one, which takes a seventh
    of the time of a short check. What is registered to run at the end runs, and output is
    flushed. Returns if Python has to end the process itself: threads are running, the code is
    not a number, or the output cannot be written.
    """
    threading = sys.modules.get("threading")
    if not isinstance(code, int) or (threading is not None and threading.active_count() > 1):
        return
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        return
    os._exit(code)


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
