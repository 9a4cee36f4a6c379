"""From a file's table to settings of Config's types; what is wrong in it is noted.

What holds one value per name (``severity``, ``rules``, ``per_file_ignores`` …) is kept as
a dict here, so that the settings of two files can be merged.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from copylint.config.files import ConfigFile
from copylint.config.locate import KeyPath
from copylint.config.schema import (
    DEEP,
    LANGUAGES,
    TRACKED_CHANGES,
    VALE_COMPAT,
    FieldSetting,
    NameSetting,
    PathFormat,
    PathRules,
)
from copylint.config.sources import placed
from copylint.config.values import Invalid, Settings, Values, dotted, wrong
from copylint.config.vocabulary import read_words
from copylint.model.record import record
from copylint.model.rule import Option, Rule, Severity
from copylint.model.selector import RuleNames, nearest

# The command line says "off".
_NO_ENGINE = ("none", "off")
_SEVERITIES = {severity.label: severity for severity in Severity}


@record(slots=False)
class Known:
    """What settings may name: rules and engines, asked for only when they do, and formats.

    Rules of an engine that has none in ``rules`` are taken on trust.
    """

    load_rules: Callable[[], Mapping[str, Rule]]
    load_engines: Callable[[], Collection[str]]
    formats: Collection[str] = ()

    @cached_property
    def engines(self) -> Collection[str]:
        """The names of all engines."""
        return self.load_engines()

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """Every rule, by id."""
        return self.load_rules()

    @cached_property
    def families(self) -> frozenset[str]:
        """The families of the rules."""
        return frozenset(rule.family for rule in self.rules.values())

    @cached_property
    def names(self) -> RuleNames:
        """The rules' names, to tell a selector from a slip."""
        return RuleNames(self.rules, [e for e in self.engines if e not in self.families])


class Reader(Values):
    """Reads one file."""

    def __init__(self, file: ConfigFile, known: Known) -> None:
        super().__init__(file.problems)
        self._file = file
        self._known = known

    def settings(self) -> Settings:
        """The settings of the file, ``root`` among them."""
        readers: dict[str, Callable[[KeyPath, object], object]] = {
            "root": self.boolean,
            "language": lambda key, value: self.choice(key, value, LANGUAGES),
            "tracked-changes": lambda key, value: self.choice(key, value, TRACKED_CHANGES),
            "select": self._selectors,
            "extend-select": self._selectors,
            "ignore": self._selectors,
            "per-file-ignores": self._per_file_ignores,
            "format-of": self._formats,
            "fields": lambda key, value: self.items(key, value, self._field, "a list of tables"),
            "severity": self._severities,
            "vocabulary": self._vocabulary,
            "names": self._house_names,
            "grammar": self._grammar,
            "deep": lambda key, value: self.choice(key, value, DEEP),
            "deep-gate": self.boolean,
            "languagetool": self._languagetool,
            "rules": self._rules_options,
            "exclude": lambda key, value: self.items(key, value, self._glob),
            "fail-on": self._severity,
            "max-file-size": self._megabytes,
            "strict-engines": self.boolean,
            "baseline": self._file_to_be,
            "packs": lambda key, value: self.items(key, value, self._folder, "a list of folders"),
            "vale": self._file_named,
            "vale-compat": lambda key, value: self.choice(key, value, VALE_COMPAT),
            "cache": self.boolean,
            "warm": self.boolean,
        }
        settings = self.table((), self._file.table, readers)
        if "exclude" in settings:
            settings["exclude_base"] = self._file.globs_from
        return settings

    def _severity(self, key: KeyPath, value: object) -> Severity:
        return _SEVERITIES[self.choice(key, value, _SEVERITIES)]

    def _selector(self, key: KeyPath, value: object) -> str:
        selector = self.string(key, value)
        if not self._known.names.is_known(selector):
            raise Invalid(key, self._known.names.complaint(selector))
        return selector

    def _selectors(self, key: KeyPath, value: object) -> tuple[str, ...]:
        return self.items(key, value, self._selector)

    def _glob(self, key: KeyPath, value: object) -> str:
        glob = self.string(key, value)
        if not is_glob(glob):
            raise Invalid(key, f"'{glob}' is not a glob as in a .gitignore")
        return glob

    def _per_file_ignores(self, key: KeyPath, value: object) -> dict[str, PathRules]:
        table = self.mapping(key, value, "a table of globs, each with a list of rules")
        entries: dict[str, PathRules] = {}
        for glob, ignored in table.items():
            at = (*key, glob)
            with self.noting():
                if glob.startswith("!"):
                    raise Invalid(at, "a glob here cannot begin with '!'", of_key=True)
                if not is_glob(glob):
                    raise Invalid(at, f"'{glob}' is not a glob as in a .gitignore", of_key=True)
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
                    raise Invalid(at, f"'{glob}' is not a glob that names files", of_key=True)
                entries[glob] = PathFormat(
                    glob, self.choice(at, name, self._known.formats), self._file.globs_from
                )
        return entries

    def _field(self, key: KeyPath, value: object) -> FieldSetting:
        from copylint.model.fields import BODY, KINDS, MARKUPS, Field

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
                raise Invalid(key, f"this entry of 'fields' has no '{name}'")
        path, article = entry["path"], entry.get("article", "")
        if article and not path.startswith(article):
            raise Invalid((*key, "article"), f"'{path}' does not begin with '{article}'")
        field = Field(path, entry.get("kind", BODY), entry.get("markup", MARKUPS[0]), article)
        return FieldSetting(entry["files"], field, self._file.globs_from)

    def _globs(self, key: KeyPath, value: object) -> tuple[str, ...]:
        if isinstance(value, str):
            return (self._glob(key, value),)
        return self.items(key, value, self._glob, "a glob or a list of globs")

    def _field_path(self, key: KeyPath, value: object) -> str:
        from copylint.model.fields import parse_path

        path = self.string(key, value)
        try:
            parse_path(path)
        except ValueError as error:
            raise Invalid(key, f"'{path}' is not a path to a field: {error}") from None
        return path

    def _severities(self, key: KeyPath, value: object) -> dict[str, Severity]:
        table = self.mapping(key, value, "a table of rules or families, each with a severity")
        names = self._known.names
        found: dict[str, Severity] = {}
        for path, item in _leaves(table, lambda _: False):
            at, rule = (*key, *path), ".".join(path)
            with self.noting():
                if rule not in self._known.rules and rule not in self._known.families:
                    if not names.is_known(rule):
                        raise Invalid(at, names.complaint(rule), of_key=True)
                    if not names.is_open(rule):
                        raise Invalid(
                            at, "a rule or a family, not a glob, stands here", of_key=True
                        )
                found[rule] = self._severity(at, item)
        return found

    def _vocabulary(self, key: KeyPath, value: object) -> Settings:
        settings = self.table(key, value, {"accept": self._word_files, "reject": self._word_files})
        named = value.get("accept") if isinstance(value, dict) else None
        first = next((name for name in named if isinstance(name, str)), "") if named else ""
        if "accept" in settings:
            settings["accept_file"] = placed(self._file, first) if first else ""
        return settings

    def _word_files(self, key: KeyPath, value: object) -> frozenset[str]:
        return frozenset[str]().union(*self.items(key, value, self._word_file))

    def _word_file(self, key: KeyPath, value: object) -> frozenset[str]:
        name = self.string(key, value)
        try:
            return read_words(self._file.path.parent / Path(name).expanduser())
        except UnicodeDecodeError as error:
            raise Invalid(key, f"'{name}' is not UTF-8 text at byte {error.start}") from None
        except (OSError, ValueError, RuntimeError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise Invalid(key, f"cannot read the word list '{name}': {reason}") from None

    def _folder(self, key: KeyPath, value: object) -> str:
        name = self.string(key, value)
        path = placed(self._file, name) if "\0" not in name else ""
        if not name or not os.path.isdir(path):  # noqa: PTH112 - as the shell has it
            raise Invalid(key, f"there is no folder '{name}'")
        return path

    def _file_named(self, key: KeyPath, value: object) -> str:
        name = self.string(key, value)
        path = placed(self._file, name) if "\0" not in name else ""
        if name and not os.path.isfile(path):  # noqa: PTH113 - as the shell has it
            raise Invalid(key, f"there is no file '{name}'")
        return path if name else ""

    def _file_to_be(self, key: KeyPath, value: object) -> str:
        name = self.string(key, value)
        if "\0" in name:
            raise Invalid(key, f"'{dotted(key)}' is not a path")
        return placed(self._file, name) if name else ""

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
            raise Invalid(key, "this entry of 'names' has no 'name'")
        return NameSetting(name, entry.get("rejected", ()))

    def _grammar(self, key: KeyPath, value: object) -> tuple[str, ...]:
        if isinstance(value, list):
            chosen = dict.fromkeys(self.items(key, value, self._engine))
        else:
            chosen = {self._engine(key, value): None}
        engines = tuple(name for name in chosen if name not in _NO_ENGINE)
        if engines and len(engines) < len(chosen):
            raise Invalid(key, "'none' cannot stand beside an engine")
        return engines

    def _engine(self, key: KeyPath, value: object) -> str:
        return self.choice(key, value, (*sorted(self._known.engines), *_NO_ENGINE))

    def _languagetool(self, key: KeyPath, value: object) -> Settings:
        readers = {
            "url": self._url,
            "timeout": self._seconds,
            "disable": self.strings,
            "enable": self.strings,
        }
        return self.table(key, value, readers)

    def _url(self, key: KeyPath, value: object) -> str:
        url = self.string(key, value)
        if url and not url.startswith(("http://", "https://")):
            raise Invalid(key, f"'{url}' must begin with http:// or https://")
        return url

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

    def _rules_options(self, key: KeyPath, value: object) -> dict[str, Settings]:
        table = self.mapping(key, value, "a table of rules, each with a table of options")
        rules = self._known.rules
        found: dict[str, Settings] = {}
        misnamed: set[KeyPath] = set()
        for path, item in _leaves(table, rules.__contains__):
            rule = rules.get(".".join(path))
            if rule is None:
                # The last part is an option, if the one before it is a table.
                named = path if isinstance(item, dict) or len(path) == 1 else path[:-1]
                if named not in misnamed:
                    misnamed.add(named)
                    self.problems.at_key((*key, *named), self._rule_complaint(".".join(named)))
                continue
            with self.noting():
                found[rule.id] = self._options((*key, *path), item, rule)
        return found

    def _rule_complaint(self, name: str) -> str:
        if name in self._known.families:
            return f"'{name}' is a family: options belong to one rule"
        if self._known.names.is_open(name):
            return f"'{name}' has no options"
        return self._known.names.complaint(name)

    def _options(self, key: KeyPath, value: object, rule: Rule) -> Settings:
        options = {option.name: option for option in rule.options}
        values: Settings = {}
        for name, setting in self.mapping(key, value, "a table of options").items():
            at = (*key, name)
            with self.noting():
                if name not in options:
                    raise Invalid(at, _unknown_option(rule, name, options), of_key=True)
                values[name] = self._option(at, setting, options[name])
        return values

    def _option(self, key: KeyPath, value: object, option: Option) -> object:
        default = option.default
        if isinstance(default, bool):
            return self.boolean(key, value)
        if isinstance(default, int):
            return self.whole_number(key, value)
        if isinstance(default, float):
            return self.number(key, value)
        return self.string(key, value) if isinstance(default, str) else self.strings(key, value)


def is_glob(pattern: str) -> bool:
    """Whether ``pattern`` can be a line of a .gitignore."""
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([pattern])
    except ValueError:
        return False
    return True


def _unknown_option(rule: Rule, name: str, options: Collection[str]) -> str:
    if not options:
        return f"'{rule.id}' has no options"
    meant = nearest(name.replace("_", "-"), options)
    hint = f"did you mean '{meant}'?" if meant else f"it has {', '.join(options)}"
    return f"'{name}' is not an option of '{rule.id}'; {hint}"


def _leaves(
    table: Mapping[str, object], is_leaf: Callable[[str], bool]
) -> Iterator[tuple[tuple[str, ...], object]]:
    """What a table holds, by path; ``a.b = 1`` is the same as ``"a.b" = 1``.

    A table whose dotted path ``is_leaf`` is a value itself, and so is an empty one.
    """
    stack: list[tuple[tuple[str, ...], object]] = [
        ((name,), item) for name, item in reversed(list(table.items()))
    ]
    while stack:
        path, item = stack.pop()
        if isinstance(item, dict) and item and not is_leaf(".".join(path)):
            stack += [((*path, name), inner) for name, inner in reversed(list(item.items()))]
        else:
            yield path, item
