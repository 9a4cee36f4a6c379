"""From a command line's paths to a configuration and inputs."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from copylint.cli.exits import UsageError
from copylint.core.record import record

if TYPE_CHECKING:
    from copylint.cli.shared_options import ConfigOptions
    from copylint.config.load import LoadedConfig
    from copylint.config.schema import Config
    from copylint.core.errors import InputError
    from copylint.runner.result import Input

#: What stands for standard input on the command line, and in output where it has no name.
STDIN, STDIN_PATH = "-", "<stdin>"


@record
class Inputs:
    """What to check, and the paths at which there is nothing to check."""

    found: tuple[Input, ...]
    errors: tuple[InputError, ...]


def load(
    paths: Sequence[str],
    options: ConfigOptions,
    stdin_filename: str = "",
    *,
    vale: str = "",
) -> Config:
    """The configuration for a run over ``paths``. Raises ``ConfigError``.

    ``vale`` is a ``.vale.ini`` to use whatever the configuration says.
    """
    return load_with_files(paths, options, stdin_filename, vale=vale).config


def load_with_files(
    paths: Sequence[str],
    options: ConfigOptions,
    stdin_filename: str = "",
    *,
    vale: str = "",
) -> LoadedConfig:
    """The same, with the files that it came from."""
    from copylint.config.files import start_folder
    from copylint.config.load import load_config
    from copylint.formats.lookup import entries
    from copylint.runner.listed_rules import engine_names
    from copylint.runner.rule_index import engine_tables, rules_of

    named = [stdin_filename if path == STDIN and stdin_filename else path for path in paths]
    return load_config(
        start_folder(named),
        explicit=options.config,
        isolated=options.isolated,
        rules=rules_of,
        engines=engine_names,
        formats=[each.name for each in entries()],
        tables=engine_tables(),
        vale=vale,
    )


def gather(
    paths: Sequence[str],
    config: Config,
    stdin_filename: str = "",
) -> Inputs:
    """The inputs that ``paths`` stand for; standard input is read where ``-`` asks for it.

    Raises ``UsageError`` if a name is given to a standard input that is not read.
    """
    from copylint.runner.discovery import discover
    from copylint.runner.result import Input

    if stdin_filename and STDIN not in paths:
        raise UsageError("needs '-' among the paths", "--stdin-filename")
    found: list[Input] = []
    if STDIN in paths:
        found.append(
            Input(stdin_filename or STDIN_PATH, sys.stdin.buffer.read(config.max_bytes + 1))
        )
    rest = [path for path in paths if path != STDIN]
    discovered = discover(rest, config)
    found += (Input(path) for path in discovered.paths)
    return Inputs(tuple(found), discovered.errors)


def stdin_waits() -> bool:
    """Whether text is waiting on standard input that nothing has read: ``cat a.txt | copylint``.

    Looks without reading and never waits; False where the platform cannot tell.
    """
    try:
        import fcntl
        import termios

        status = os.fstat(0)
        if stat.S_ISFIFO(status.st_mode):
            waiting = fcntl.ioctl(0, termios.FIONREAD, b"\0" * 4)
            return int.from_bytes(waiting, sys.byteorder) > 0
        return stat.S_ISREG(status.st_mode) and os.lseek(0, 0, os.SEEK_CUR) < status.st_size
    except (ImportError, OSError):
        return False
