"""Reads a file's table as settings, noting every error.

Settings with one value per name (``severity``, ``rules``, ``per_file_ignores`` …) are kept as
dicts here, so that the settings of two files can be merged.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from copylint.config.enums import Deep, Language, TrackedChanges, ValeCompat
from copylint.config.path_values import PathValues
from copylint.config.schema import NameSetting
from copylint.config.sources import placed
from copylint.config.toml_locations import KeyPath
from copylint.config.values import InvalidValue, Settings, wrong
from copylint.core.safe_read import project_of

if TYPE_CHECKING:
    from copylint.contract.engine import Setting

#: Common misspellings of a language that look more like another one; in lower case.
LANGUAGE_TYPOS = {"en-uk": "en-GB", "en_uk": "en-GB"}
# The command line says "off".
_NO_ENGINE = ("none", "off")

_E = TypeVar("_E", bound=StrEnum)


class ConfigReader(PathValues):
    """Reads one file."""

    def settings(self) -> Settings:
        """The settings of the file, ``root`` among them."""
        readers: dict[str, Callable[[KeyPath, object], object]] = {
            "root": self.boolean,
            "language": self._language,
            "tracked-changes": lambda key, value: self._one_of(key, value, TrackedChanges),
            "select": self._selectors,
            "extend-select": self._selectors,
            "ignore": self._selectors,
            "per-file-ignores": self._per_file_ignores,
            "format-of": self._formats,
            "fields": lambda key, value: self.items(key, value, self._field, "a list of tables"),
            "severity": self._severities,
            "vocabulary": self._vocabulary,
            "names": self._house_names,
            "memory": self._memory,
            "against": self._against,
            "grammar": self._grammar,
            "deep": self._deep,
            "deep-gate": self.boolean,
            "rules": self._rules_options,
            "exclude": lambda key, value: self.items(key, value, self._glob),
            "fail-on": self._severity,
            "max-file-size": self._megabytes,
            "timeout": self._seconds,
            "strict-engines": self.boolean,
            "baseline": self._file_to_be,
            "packs": lambda key, value: self.items(key, value, self._folder, "a list of folders"),
            "vale": self._file_named,
            "vale-compat": lambda key, value: self._one_of(key, value, ValeCompat),
            "cache": self.boolean,
            "warm": self.boolean,
        }
        readers |= {name: partial(self._engine_table, name) for name in self._known.tables}
        settings = self.table((), self._file.table, readers)
        for name in self._known.tables:
            if (of_engine := settings.pop(name.replace("-", "_"), None)) is not None:
                settings.setdefault("engines", {})[name] = of_engine
        if "exclude" in settings:
            settings["exclude_base"] = self._file.globs_from
        if "packs" in settings or "vale" in settings:
            settings["project"] = project_of(self._file.path.parent)
        return settings

    def _one_of(self, key: KeyPath, value: object, kind: type[_E]) -> _E:
        return kind(self.choice(key, value, tuple(kind)))

    def _deep(self, key: KeyPath, value: object) -> Deep:
        # What is now "full" was called "always".
        return Deep.FULL if value == "always" else self._one_of(key, value, Deep)

    def _language(self, key: KeyPath, value: object) -> Language:
        return Language(self.choice(key, value, tuple(Language), LANGUAGE_TYPOS))

    def _vocabulary(self, key: KeyPath, value: object) -> Settings:
        settings = self.table(key, value, {"accept": self._word_files, "reject": self._word_files})
        named = value.get("accept") if isinstance(value, dict) else None
        listed = named if isinstance(named, list) else []
        first = next((name for name in listed if isinstance(name, str)), "")
        if "accept" in settings:
            settings["accept_file"] = placed(self._file, first) if first else ""
        return settings

    def _house_names(self, key: KeyPath, value: object) -> tuple[NameSetting, ...]:
        return self.items(key, value, self._house_name, "a list of names")

    def _house_name(self, key: KeyPath, value: object) -> NameSetting:
        if isinstance(value, str) and value.strip():
            return NameSetting(" ".join(value.split()))
        if not isinstance(value, dict):
            raise wrong(key, value, "a name, or a table with 'name' and 'rejected'")
        entry = self.table(key, value, {"name": self.string, "rejected": self.strings})
        name = " ".join(entry.get("name", "").split())
        if not name:
            raise InvalidValue(key, "this entry of 'names' has no 'name'")
        return NameSetting(name, entry.get("rejected", ()))

    def _grammar(self, key: KeyPath, value: object) -> tuple[str, ...]:
        if isinstance(value, list):
            chosen = dict.fromkeys(self.items(key, value, self._engine))
        else:
            chosen = {self._engine(key, value): None}
        engines = tuple(name for name in chosen if name not in _NO_ENGINE)
        if engines and len(engines) < len(chosen):
            raise InvalidValue(key, "'none' cannot be combined with an engine")
        return engines

    def _engine(self, key: KeyPath, value: object) -> str:
        return self.choice(key, value, (*sorted(self._known.engines), *_NO_ENGINE))

    def _engine_table(self, name: str, key: KeyPath, value: object) -> Settings:
        """An engine's own table, by its settings as they are called there."""
        declared = self._known.tables[name]()
        readers = {each.name: partial(self._setting, each) for each in declared}
        settings = self.table(key, value, readers)
        by_field = {each.name.replace("-", "_"): each.name for each in declared}
        return {by_field[field]: item for field, item in settings.items()}

    def _setting(self, setting: Setting, key: KeyPath, value: object) -> object:
        found = self.like(key, value, setting.default)
        if setting.problem is not None and (problem := setting.problem(found)):
            raise InvalidValue(key, problem)
        return found

    def _seconds(self, key: KeyPath, value: object) -> float:
        seconds = self.number(key, value)
        if seconds <= 0:
            raise wrong(key, value, "a number of seconds above 0")
        return seconds

    def _megabytes(self, key: KeyPath, value: object) -> float:
        size = self.number(key, value)
        if not 0 < size <= 2_000:
            raise wrong(key, value, "a number of megabytes above 0, 2000 at most")
        return size
