"""When, from what and with which settings a report is made, in words for its reader."""

# Paths: strings, as the command line gives them.
# ruff: noqa: PTH112, PTH119, PTH120

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from copylint.cli.inputs import STDIN, load_with_files
from copylint.report.base import Provenance

if TYPE_CHECKING:
    from copylint.cli.shared_options import RunOptions
    from copylint.config.schema import Config

#: Seconds since 1970: the time of a reproducible build (reproducible-builds.org).
EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"

_DIGITS = 10


def provenance_of(options: RunOptions, config: Config) -> Provenance:
    """The provenance of a run with ``options``; ``config`` is its configuration."""
    return Provenance(
        date=_date(),
        revision=_revision(options.where),
        configuration="; ".join([_files(options), *_asked(options), *_engines(config)]),
    )


def _date() -> str:
    given = os.environ.get(EPOCH_VARIABLE, "")
    now = datetime.now().astimezone()
    if given.isascii() and given.isdecimal():
        with suppress(OverflowError, OSError, ValueError):  # a number that names no date
            now = datetime.fromtimestamp(int(given), UTC)
    return f"{now.day} {now:%B %Y, %H:%M %Z}"


def _revision(where: Sequence[str]) -> str:
    """The commit that the articles were checked at, empty outside a git repository."""
    from copylint.runner.git import GitError, Repository

    first = next((path for path in where if path != STDIN), ".")
    folder = first if os.path.isdir(first) else os.path.dirname(first)
    try:
        repository = Repository(folder or ".")
        commit = repository.head()
        changed = bool(repository.touched(commit, staged=False))
    except GitError:
        return ""
    return f"{commit[:_DIGITS]}, with changes" if changed else commit[:_DIGITS]


def _files(options: RunOptions) -> str:
    """The configuration files, in order of precedence."""
    loaded = load_with_files(options.where, options)
    names = [_near(str(each)) for each in loaded.files]
    if loaded.config.mirror is not None:
        names = [loaded.config.mirror.told(each) for each in names]
    return ", ".join(names) or "no configuration file"


def _near(path: str) -> str:
    """``path`` relative to the current folder, so that it does not show whose computer it is."""
    try:
        return os.path.relpath(path)
    except ValueError:  # on another drive
        return os.path.basename(path)


def _asked(options: RunOptions) -> list[str]:
    """What the command line asked for."""
    values = {
        "--select": options.select,
        "--extend-select": options.extend_select,
        "--ignore": options.ignore,
    }
    asked = [f"{name} {','.join(given)}" for name, given in values.items() if given]
    if options.language is not None:
        asked.append(f"--language {options.language}")
    return asked


def _engines(config: Config) -> list[str]:
    return [f"engines: {', '.join(config.grammar)}"] if config.grammar else []
