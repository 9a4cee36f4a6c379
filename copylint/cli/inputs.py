"""Turns the paths of a command line into a configuration and inputs."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from copylint.cli.exits import UsageError, complain
from copylint.core.record import record, replace

if TYPE_CHECKING:
    from copylint.cli.shared_options import ConfigOptions
    from copylint.config.load import LoadedConfig
    from copylint.config.schema import Config
    from copylint.core.errors import InputError
    from copylint.runner.passed_over import PassedOver
    from copylint.runner.result import Input

#: How standard input is written on the command line, and in output if it has no name.
STDIN, STDIN_PATH = "-", "<stdin>"


@record
class Inputs:
    """What to check, and the paths at which there is nothing to check.

    ``empty`` and ``passed_over`` are as those of ``Discovered``.
    """

    found: tuple[Input, ...]
    errors: tuple[InputError, ...]
    empty: tuple[str, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()


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
    from copylint.cli.shared_options import FileOptions
    from copylint.cli.trusting import sources_for
    from copylint.config.files import start_folder
    from copylint.config.load import load_config
    from copylint.core.errors import ConfigError
    from copylint.formats.lookup import entries
    from copylint.runner.listed_rules import engine_names
    from copylint.runner.rule_index import engine_tables, rules_of

    named = [stdin_filename if path == STDIN and stdin_filename else path for path in paths]
    start = start_folder(named)
    sources = sources_for(options, [path for path in paths if path != STDIN], str(start))
    try:
        loaded = load_config(
            start,
            explicit=options.config,
            isolated=sources.none,
            rules=rules_of,
            engines=engine_names,
            formats=[each.name for each in entries()],
            tables=engine_tables(),
            vale=vale,
            mirror=sources.mirror,
            bounds=sources.bounds,
            defaults=sources.defaults,
        )
    except ConfigError as error:
        if sources.mirror is None:
            raise
        raise ConfigError(sources.mirror.told(str(error))) from None
    config = replace(loaded.config, trust=sources.trust, mirror=sources.mirror)
    if isinstance(options, FileOptions) and options.timeout is not None:
        config = replace(config, timeout=float(options.timeout))
    return replace(loaded, config=config)


def gather(
    paths: Sequence[str],
    config: Config,
    stdin_filename: str = "",
) -> Inputs:
    """The inputs that ``paths`` name; standard input is read if one of them is ``-``.

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
    return Inputs(tuple(found), discovered.errors, discovered.empty, discovered.passed_over)


def tell_of_passed_over(inputs: Inputs) -> None:
    """Report what is not checked in copy from strangers."""
    if inputs.passed_over:
        from copylint.runner.passed_over import told

        for line in told(inputs.passed_over):
            complain(line)


def stdin_waits() -> bool:
    """Whether text is waiting on standard input that nothing has read: ``cat a.txt | copylint``.

    Looks without reading and never waits; False if the platform cannot tell.
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
