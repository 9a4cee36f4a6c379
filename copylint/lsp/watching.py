"""Asks the client to report changes of the files that settings consist of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Protocol

from lsprotocol import types

from copylint.config.files import FILE_NAMES

_SETTINGS = f"**/{{{','.join(FILE_NAMES)}}}"
_FILES, _SOURCES = "copylint-settings", "copylint-sources"
_METHOD = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
# What a pattern would not read as it is written.
_SPECIAL = re.compile(r"[\[\]{}*?!,\\]")


class Registrar(Protocol):
    """The part of a server that asks its client for reports."""

    def client_register_capability(self, params: types.RegistrationParams) -> object:
        """Ask for a kind of report."""

    def client_unregister_capability(self, params: types.UnregistrationParams) -> object:
        """Ask for it no longer."""


class FileWatch:
    """Settings files anywhere in the workspace, and the words and rules that they name."""

    def __init__(self, registrar: Registrar) -> None:
        self._registrar = registrar
        self._is_able = self._knows_folders = False
        self._sources: frozenset[str] = frozenset()

    def begin(self, client: types.ClientCapabilities) -> None:
        """Watch settings files, if the client can."""
        watching = client.workspace.did_change_watched_files if client.workspace else None
        self._is_able = bool(watching and watching.dynamic_registration)
        self._knows_folders = bool(watching and watching.relative_pattern_support)
        if self._is_able:
            self._register(_FILES, [types.FileSystemWatcher(_SETTINGS)])

    def follow(self, sources: frozenset[str]) -> None:
        """Watch these files and folders, and no others, besides settings files."""
        if not self._is_able or sources == self._sources:
            return
        if self._sources:
            ended = types.Unregistration(_SOURCES, _METHOD)
            self._registrar.client_unregister_capability(types.UnregistrationParams([ended]))
        self._sources = sources
        if sources:
            self._register(_SOURCES, [*self._watchers(sources)])

    def _watchers(self, sources: Collection[str]) -> Iterator[types.FileSystemWatcher]:
        for source in sorted(sources):
            path = Path(source)
            is_folder = path.is_dir()
            name = _SPECIAL.sub("?", path.name)
            if not self._knows_folders:
                yield types.FileSystemWatcher(f"**/{name}/**" if is_folder else f"**/{name}")
            else:
                base = path if is_folder else path.parent
                pattern = types.RelativePattern(base.as_uri(), "**/*" if is_folder else name)
                yield types.FileSystemWatcher(pattern)

    def _register(self, name: str, watchers: list[types.FileSystemWatcher]) -> None:
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        registration = types.Registration(name, _METHOD, options)
        self._registrar.client_register_capability(types.RegistrationParams([registration]))
