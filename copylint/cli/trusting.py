"""What ``--untrusted`` and related options mean: what the run trusts, and from where."""

# Paths: strings, as the command line gives them.
# ruff: noqa: PTH112, PTH120

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from copylint.cli.choices import not_with
from copylint.cli.exits import UsageError
from copylint.cli.shared_options import ConfigOptions, FileOptions, TrustOptions
from copylint.config.trust import FOLLOWED, INSIDE, REFUSED, Bounds, Mirror, Trust
from copylint.core.record import record

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

#: The largest file from strangers that is read, in megabytes, unless the configuration sets it.
LARGEST_OF_STRANGERS = 2.0

_OPTION = "--untrusted"
_MIRRORS: list[TemporaryDirectory[str]] = []  # removed when the process ends


@record
class ConfigSources:
    """Where a run's configuration may come from.

    ``none``: from nowhere. ``defaults`` hold for what it does not set.
    """

    trust: Trust
    mirror: Mirror | None
    bounds: Bounds
    none: bool
    defaults: dict[str, Any]


def sources_for(options: ConfigOptions, paths: Sequence[str], start: str) -> ConfigSources:
    """The sources that ``options`` set for a run over ``paths``, begun in the folder ``start``.

    Raises ``UsageError`` for options that do not go together, and ``GitError``.
    """
    if not isinstance(options, TrustOptions):
        trust = _trust(options, strangers=False) if isinstance(options, FileOptions) else Trust()
        return ConfigSources(trust, None, Bounds(), options.isolated, {})
    strangers, revision = options.untrusted, options.config_from
    if revision:
        others = {"--config": options.config is not None, "--isolated": options.isolated}
        not_with("--config-from", others)
    if strangers:
        if options.follow:
            raise UsageError("cannot be used with --follow", _OPTION)
        if getattr(options, "vale", False):
            raise UsageError(
                "cannot be used with --vale; the configuration can name a file", "--untrusted"
            )
    mirror = _mirror(revision, start, options.timeout) if revision else None
    return ConfigSources(
        _trust(options, strangers=strangers),
        mirror,
        bounds_of(paths) if strangers else Bounds(),
        options.isolated or (strangers and not revision and options.config is None),
        {"max_file_size": LARGEST_OF_STRANGERS} if strangers else {},
    )


def _trust(options: FileOptions, *, strangers: bool) -> Trust:
    if options.follow is None:
        links = REFUSED if strangers else INSIDE
    else:
        links = FOLLOWED if options.follow else REFUSED
    return Trust(
        inline=not (strangers or (isinstance(options, TrustOptions) and options.no_inline)),
        ignore_files=not options.no_ignore_files,
        links=links,
        strangers=strangers,
    )


def _mirror(revision: str, start: str, timeout: int | None) -> Mirror:
    from tempfile import TemporaryDirectory

    from copylint.runner.base_tree import mirrored
    from copylint.runner.git import PATIENCE_S, Repository

    folder = TemporaryDirectory(prefix="copylint-", ignore_cleanup_errors=True)
    _MIRRORS.append(folder)
    return mirrored(Repository(start, timeout or PATIENCE_S), revision, start, folder.name)


def bounds_of(paths: Sequence[str]) -> Bounds:
    """The places that strangers may have written, from which no configuration is read.

    These are the repositories that ``paths`` are in, or the paths themselves.
    """
    found = []
    for path in paths:
        real = os.path.realpath(path)
        folder = real if os.path.isdir(real) else os.path.dirname(real)
        found.append(_repository(folder) or real)
    return Bounds(outside=tuple(dict.fromkeys(found)))


def _repository(folder: str) -> str:
    """The real path of the work tree that the real path ``folder`` is in; empty for none."""
    while not os.path.lexists(os.path.join(folder, ".git")):  # noqa: PTH118
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder = above
    return folder
