"""Reads settings about files: globs, per-file settings, and paths."""

from __future__ import annotations

import os
from pathlib import Path

from copylint.config.files import ConfigFile
from copylint.config.known import KnownNames
from copylint.config.rule_values import RuleValues
from copylint.config.schema import FieldSetting, PathFormat, PathRules
from copylint.config.sources import placed, strays
from copylint.config.toml_locations import KeyPath
from copylint.config.values import InvalidValue, dotted
from copylint.config.vocabulary_files import read_words
from copylint.core.gitignore import is_glob
from copylint.core.safe_read import bounds_of


class PathValues(RuleValues):
    """Readers of values that name files, resolved for the configuration file ``file``."""

    def __init__(self, file: ConfigFile, known: KnownNames) -> None:
        super().__init__(file.problems, known)
        self._file = file

    def _glob(self, key: KeyPath, value: object) -> str:
        glob = self.string(key, value)
        if not is_glob(glob):
            raise InvalidValue(key, f"'{glob}' is not a glob as in a .gitignore")
        return glob

    def _per_file_ignores(self, key: KeyPath, value: object) -> dict[str, PathRules]:
        table = self.mapping(key, value, "a table of globs, each with a list of rules")
        entries: dict[str, PathRules] = {}
        for glob, ignored in table.items():
            at = (*key, glob)
            with self.noting():
                if glob.startswith("!"):
                    raise InvalidValue(at, "a glob here cannot begin with '!'", of_key=True)
                if not is_glob(glob):
                    raise InvalidValue(
                        at, f"'{glob}' is not a glob as in a .gitignore", of_key=True
                    )
                selectors = self._selectors(at, ignored)
                entries[glob] = PathRules(glob, selectors, self._file.globs_from)
        return entries

    def _formats(self, key: KeyPath, value: object) -> dict[str, PathFormat]:
        table = self.mapping(key, value, "a table of globs, each with the name of a format")
        entries: dict[str, PathFormat] = {}
        for glob, name in table.items():
            at = (*key, glob)
            with self.noting():
                if glob.startswith("!") or not is_glob(glob):
                    raise InvalidValue(at, f"'{glob}' is not a glob that names files", of_key=True)
                entries[glob] = PathFormat(
                    glob, self.choice(at, name, self._known.formats), self._file.globs_from
                )
        return entries

    def _field(self, key: KeyPath, value: object) -> FieldSetting:
        from copylint.core.field_paths import BODY, KINDS, MARKUPS, Field

        readers = {
            "files": self._globs,
            "path": self._field_path,
            "kind": lambda key, value: self.choice(key, value, KINDS),
            "markup": lambda key, value: self.choice(key, value, MARKUPS),
            "article": self._field_path,
        }
        entry = self.table(key, value, readers)
        for name in ("files", "path"):
            if not entry.get(name):
                raise InvalidValue(key, f"this entry of 'fields' has no '{name}'")
        path, article = entry["path"], entry.get("article", "")
        if article and not path.startswith(article):
            raise InvalidValue((*key, "article"), f"'{path}' does not begin with '{article}'")
        field = Field(path, entry.get("kind", BODY), entry.get("markup", MARKUPS[0]), article)
        return FieldSetting(entry["files"], field, self._file.globs_from)

    def _globs(self, key: KeyPath, value: object) -> tuple[str, ...]:
        if isinstance(value, str):
            return (self._glob(key, value),)
        return self.items(key, value, self._glob, "a glob or a list of globs")

    def _field_path(self, key: KeyPath, value: object) -> str:
        from copylint.core.field_paths import parse_path

        path = self.string(key, value)
        try:
            parse_path(path)
        except ValueError as error:
            raise InvalidValue(key, f"'{path}' is not a path to a field: {error}") from None
        return path

    def _word_files(self, key: KeyPath, value: object) -> frozenset[str]:
        return frozenset[str]().union(*self.items(key, value, self._word_file))

    def _word_file(self, key: KeyPath, value: object) -> frozenset[str]:
        name = self.string(key, value)
        try:
            home = Path(name).expanduser()
            within = bounds_of(self._file.path.parent, home)
            return read_words(self._file.path.parent / home, within)
        except UnicodeDecodeError as error:
            raise InvalidValue(key, f"'{name}' is not UTF-8 text at byte {error.start}") from None
        except (OSError, ValueError, RuntimeError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise InvalidValue(key, f"cannot read the word list '{name}': {reason}") from None

    def _folder(self, key: KeyPath, value: object) -> str:
        name = self.string(key, value)
        path = placed(self._file, name) if "\0" not in name else ""
        if not name or not os.path.isdir(path):  # noqa: PTH112 - as the shell has it
            raise InvalidValue(key, f"there is no folder '{name}'")
        return self._in_project(key, name, path)

    def _file_named(self, key: KeyPath, value: object) -> str:
        name = self.string(key, value)
        path = placed(self._file, name) if "\0" not in name else ""
        if name and not os.path.isfile(path):  # noqa: PTH113 - as the shell has it
            raise InvalidValue(key, f"there is no file '{name}'")
        return self._in_project(key, name, path) if name else ""

    def _memory(self, key: KeyPath, value: object) -> str:
        path = self._file_named(key, value)
        if path:
            from copylint.analysis.names.memory_file import MemoryFault
            from copylint.analysis.names.memory_index import house_memory

            try:
                house_memory(path)
            except (OSError, MemoryFault) as error:
                reason = getattr(error, "strerror", None) or str(error)
                raise InvalidValue(key, f"cannot use the memory '{value}': {reason}") from None
        return path

    def _against(self, key: KeyPath, value: object) -> str:
        path = self._file_named(key, value)
        if path:
            from copylint.analysis.printed_before import PrintedArchive, PrintedFault

            try:
                PrintedArchive(path)
            except PrintedFault as fault:
                raise InvalidValue(key, f"cannot use the index '{value}': it {fault}") from None
        return path

    def _file_to_be(self, key: KeyPath, value: object) -> str:
        name = self.string(key, value)
        if "\0" in name:
            raise InvalidValue(key, f"'{dotted(key)}' is not a path")
        return self._in_project(key, name, placed(self._file, name)) if name else ""

    def _in_project(self, key: KeyPath, name: str, path: str) -> str:
        """``path``, written as ``name``; refused if a link takes it out of the project."""
        refusal = strays(self._file, path)
        if refusal:
            raise InvalidValue(key, f"cannot use '{name}': {refusal}")
        return path
