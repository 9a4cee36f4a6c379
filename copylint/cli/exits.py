"""Exit codes, and errors as one line each without a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import NoReturn, ParamSpec

from copylint.cli import INTERRUPTED
from copylint.core.errors import CopylintError

#: Nothing at or above the ``--fail-on`` severity.
CLEAN = 0
#: Findings at or above it.
FINDINGS = 1
#: Something could not be checked: usage, configuration, input, a demanded engine.
FAILED = 2
_DEBUG = "COPYLINT_DEBUG"
_OUT_OF_MEMORY = "out of memory? check fewer or smaller files at a time, or use --jobs 1"

_Parameters = ParamSpec("_Parameters")


class UsageError(Exception):
    """Options that make no sense. ``option`` is the one to look at."""

    def __init__(self, message: str, option: str) -> None:
        super().__init__(message)
        self.message = message
        self.option = option


def complain(message: str) -> None:
    """Report ``message`` on standard error, even if that has been closed."""
    from copylint.report.visible import safe

    try:
        for number, line in enumerate(message.split("\n")):
            sys.stderr.write(("" if number else "copylint: ") + safe(line) + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        pass  # no one is reading; the exit code still reports the failure


def ends_the_run(command: Callable[_Parameters, int]) -> Callable[_Parameters, NoReturn]:
    """Turn a command that returns an exit code into one that exits with it.

    Whatever ``command`` raises becomes an exit code and a line on standard error; with
    the environment variable ``COPYLINT_DEBUG`` set, a bug in copylint keeps its traceback.
    """

    @wraps(command)
    def wrapped(*args: _Parameters.args, **kwargs: _Parameters.kwargs) -> NoReturn:
        try:
            code = exit_code_of(lambda: command(*args, **kwargs))
        except UsageError as error:
            import typer

            raise typer.BadParameter(error.message, param_hint=error.option) from None
        sys.exit(code)

    return wrapped


def exit_code_of(action: Callable[[], int]) -> int:
    """What ``action`` returns, or the exit code for what it raised.

    Lets ``UsageError`` through, and what typer raises: the reader of the command line tells
    the user how to write it.
    """
    try:
        code = action()
        sys.stdout.flush()
    except UsageError:
        raise
    except CopylintError as error:
        complain(str(error))
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _hush_stdout()
        return CLEAN
    except MemoryError:
        complain(_OUT_OF_MEMORY)
        return FAILED
    except OSError as error:
        if os.environ.get(_DEBUG):
            raise
        where = f"{error.filename}: " if error.filename else ""
        complain(f"{where}{error.strerror or error}")
        _hush_stdout()
        return FAILED
    except Exception as error:  # the last resort: a user gets no traceback
        typer = sys.modules.get("typer")  # what it raises is loaded with it
        if typer and isinstance(error, typer.Abort):  # Ctrl-C at a question
            return INTERRUPTED
        if typer and isinstance(error, typer.BadParameter | typer.Exit):
            raise
        if os.environ.get(_DEBUG):
            raise
        complain(
            f"internal error: {type(error).__name__}: {error} (please report this; "
            f"{_DEBUG}=1 shows where it happened)"
        )
        return FAILED
    return code


@contextmanager
def stdout_may_close() -> Iterator[None]:
    """For output whose reader, such as ``head``, may leave early: that is not an error."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        _hush_stdout()


def _hush_stdout() -> None:
    """Discard what is still to be flushed: the reader has gone."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        pass  # a stream without a file behind it has nothing to flush
