"""The settings of the folders in which clients work, read again when their files change."""

# Paths: strings, links as they are written, as the rest of the configuration has them.
# ruff: noqa: PTH100, PTH116, PTH120

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path

from copylint.config.files import FILE_NAMES, read
from copylint.config.load import LoadedConfig, load_config
from copylint.config.schema import Config
from copylint.config.sources import placed
from copylint.config.trust import REFUSED, Trust
from copylint.core.errors import ConfigError
from copylint.core.record import record, replace
from copylint.formats.lookup import entries
from copylint.runner.listed_rules import engine_names
from copylint.runner.rule_files import places_of, state_of
from copylint.runner.rule_index import engine_tables, rule_names, rules_of
from copylint.runner.vocabulary_file import add_word, listed_words, remove_word
from copylint.service.settings_files import new_configuration, with_ignored, with_word_list

#: The size limit for text from strangers, in megabytes, unless a configuration sets one.
LARGEST_OF_STRANGERS = 2.0
_MOST_FOLDERS = 256

_Stamp = tuple[int, int, int] | None


@record
class _Known:
    """The configuration of a folder, and the state of the files that it depends on.

    ``words`` are the paths of its vocabulary files.
    """

    loaded: LoadedConfig | None
    words: tuple[str, ...]
    error: str
    stamps: tuple[tuple[str, _Stamp], ...]


class Settings:
    """The configuration by folder; for use by several threads.

    With ``untrusted`` no settings are read from the folders, since strangers wrote them, and
    suppressions in the texts do not count. ``config_path`` is the one file to use for every
    folder.
    """

    def __init__(self, *, untrusted: bool = False, config_path: str = "") -> None:
        self._untrusted, self._explicit = untrusted, config_path
        self._lock = threading.RLock()
        self._known: OrderedDict[str, _Known] = OrderedDict()

    def for_path(self, path: str) -> Config:
        """The settings of the file at ``path``, which need not exist.

        An empty path means a file in the current folder. Files that have changed since the
        last call are read again. Raises ``ConfigError``.
        """
        loaded = self._loaded(_folder(path))
        config = loaded.config
        if self._untrusted:
            trust = Trust(inline=False, links=REFUSED, strangers=True)
            config = replace(config, trust=trust)
        return config

    def files(self, path: str) -> tuple[str, ...]:
        """The configuration files that apply to ``path``, the nearest first."""
        return tuple(str(file) for file in self._loaded(_folder(path)).files)

    def sources(self, path: str) -> tuple[str, ...]:
        """The files and folders of words and rules that the settings of ``path`` name.

        Their absolute paths. Those of a configuration that cannot be used are its vocabulary
        files alone, so far as they can be told.
        """
        known = self._known_of(_folder(path))
        if known.loaded is None:
            return known.words
        return (*known.words, *places_of(known.loaded.config.rule_sources))

    def rules_state(self, path: str) -> bytes:
        """A digest that differs once a rule file of the settings changes; empty without any.

        Raises ``ConfigError``.
        """
        sources = self.for_path(path).rule_sources
        return state_of(sources) if places_of(sources) else b""

    def refresh(self) -> None:
        """Read all files again at the next request, changed or not."""
        with self._lock:
            self._known.clear()

    def words(self, path: str) -> list[str]:
        """The words and phrases in the vocabulary of the folder, sorted."""
        return sorted(self.for_path(path).vocabulary.accept)

    def accept_word(self, path: str, word: str) -> str:
        """Add ``word`` to the vocabulary of the folder of ``path``; return the file's path.

        A configuration without a vocabulary file gets one, and a folder without a
        configuration gets both. Raises ``ConfigError`` if the word cannot be an entry, or
        nothing may be written here, and ``InputError`` if a file cannot be written.
        """
        word = " ".join(word.split())
        if not word or word.startswith("#") or " #" in word or not word.isprintable():
            raise ConfigError(f"not a word or phrase that a vocabulary can hold: {word!r}")
        with self._lock:
            self._demand_trust()
            vocabulary = self.for_path(path).vocabulary
            file = vocabulary.accept_file or self._new_word_list(path)
            if word not in vocabulary.accept:
                add_word(file, word)
            self.refresh()
            return file

    def remove_word(self, path: str, word: str) -> bool:
        """Remove ``word``; returns whether it was in a vocabulary file that may be written.

        Raises ``ConfigError`` and ``InputError`` as ``accept_word`` does.
        """
        with self._lock:
            self._demand_trust()
            done = False
            for file in self._word_files(path):
                if word in listed_words(file):
                    remove_word(file, word)
                    done = True
            self.refresh()
            return done

    def ignore_rule(self, path: str, rule: str) -> str:
        """Switch ``rule`` off in the nearest configuration file; return the file's path.

        A folder without a configuration gets one. Raises ``ConfigError`` if there is no such
        rule or the file cannot be changed, and ``InputError`` if it cannot be written.
        """
        with self._lock:
            self._demand_trust()
            config = self.for_path(path)
            names = rule_names(config.rule_sources)
            if not names.selected(rule) and not names.is_open(rule):
                raise ConfigError(names.describe_unknown(rule))
            file = self._nearest(path) or new_configuration(_folder(path))
            if rule not in config.ignore:
                with_ignored(file, rule)
            self.refresh()
            return file

    def _demand_trust(self) -> None:
        if self._untrusted:
            raise ConfigError("settings are not changed for articles from strangers")

    def _nearest(self, path: str) -> str:
        files = self.files(path)
        return files[0] if files else ""

    def _new_word_list(self, path: str) -> str:
        return with_word_list(self._nearest(path) or new_configuration(_folder(path)))

    def _word_files(self, path: str) -> list[str]:
        files = self._loaded(_folder(path)).files
        return list(dict.fromkeys(each for file in files for each in _vocabulary(file, "accept")))

    def _loaded(self, folder: str) -> LoadedConfig:
        known = self._known_of(folder)
        if known.loaded is None:
            raise ConfigError(known.error)
        return known.loaded

    def _known_of(self, folder: str) -> _Known:
        with self._lock:
            known = self._known.get(folder)
            if known is None or any(_stamp(file) != stamp for file, stamp in known.stamps):
                known = self._known[folder] = self._read(folder)
                while len(self._known) > _MOST_FOLDERS:
                    self._known.popitem(last=False)
            self._known.move_to_end(folder)
            return known

    def _read(self, folder: str) -> _Known:
        loaded, error, files = None, "", list(self._candidates(folder))
        before = [(file, _stamp(file)) for file in files]
        try:
            loaded = self._load(folder)
        except ConfigError as fault:
            error = str(fault)
        # A configuration that cannot be used may become usable by a change of its word list.
        named = loaded.files if loaded else [Path(file) for file, stamp in before if stamp]
        words = [*dict.fromkeys(each for file in named for each in _word_lists(file))]
        before += [(file, _stamp(file)) for file in words]
        return _Known(loaded, tuple(words), error, tuple(before))

    def _load(self, folder: str) -> LoadedConfig:
        return load_config(
            Path(folder),
            explicit=Path(self._explicit) if self._explicit else None,
            isolated=self._untrusted and not self._explicit,
            rules=rules_of,
            engines=engine_names,
            formats=[each.name for each in entries()],
            tables=engine_tables(),
            defaults={"max_file_size": LARGEST_OF_STRANGERS} if self._untrusted else None,
        )

    def _candidates(self, folder: str) -> Iterator[str]:
        """The files that may hold settings for a folder."""
        if self._explicit:
            yield self._explicit
        elif not self._untrusted:
            for above in (Path(folder), *Path(folder).parents):
                yield from (str(above / name) for name in FILE_NAMES)


def _folder(path: str) -> str:
    """The absolute folder of ``path``; the current folder if ``path`` is invalid."""
    if not path or "\0" in path:
        return str(Path.cwd())
    return os.path.dirname(os.path.abspath(path))


def _word_lists(path: Path) -> list[str]:
    """The absolute paths of the word lists that a file names, none if it cannot be read."""
    try:
        return [each for key in ("accept", "reject") for each in _vocabulary(path, key)]
    except ConfigError:
        return []


def _vocabulary(path: Path, key: str) -> list[str]:
    """The absolute paths of the word lists that a configuration file names."""
    file = read(path, globs_from=path.parent, wanted=path.name not in FILE_NAMES)
    table = file.table.get("vocabulary") if file else None
    listed = table.get(key) if isinstance(table, dict) else None
    if file is None or not isinstance(listed, list):
        return []
    return [placed(file, each) for each in listed if isinstance(each, str)]


def _stamp(path: str) -> _Stamp:
    """A value that changes when the file does; None if the file does not exist."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
