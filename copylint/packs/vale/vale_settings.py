"""What a ``.vale.ini`` says, read and checked."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from copylint.core.record import field, record
from copylint.core.rule import Severity
from copylint.core.safe_read import is_file, is_folder
from copylint.core.selector import nearest
from copylint.packs.pattern import WORD, BadPattern, Pattern
from copylint.packs.vale.glob import glob_pattern, matches
from copylint.packs.vale.ini import IniFile, KeyValue, Section, listed, read_ini

_LEVELS = {severity.label: severity for severity in Severity}
_CORE = (
    *("StylesPath", "MinAlertLevel", "Packages", "Vocab", "IgnoredScopes", "SkippedScopes"),
    *("IgnoredClasses", "WordTemplate", "NLPEndpoint"),
)
_SECTIONAL = (
    *("BasedOnStyles", "BlockIgnores", "IgnorePatterns", "TokenIgnores", "Lang"),
    *("CommentDelimiters", "Transform", "View", "Blueprint"),
)
# Keys for what copylint's own formats do, or what copylint has no use for.
_NOT_CARRIED = {
    "IgnoredClasses": "classes of HTML elements are not looked at",
    "NLPEndpoint": "nothing is sent to a server",
    "Transform": "XSLT is not run",
    "View": "views of data files are not read",
    "Blueprint": "views of data files are not read",
    "IgnoredScopes": "inline elements other than code are read",
}
_INLINE_CODE = {"tt", "code", "kbd"}


@record
class Toggle:
    """A rule switched on or off, and the level it is given, if any."""

    on: bool
    level: Severity | None = None


@record(frozen=False)
class GlobSettings:
    """What one section says about the files that its glob matches."""

    glob: str
    styles: tuple[str, ...] | None = None
    toggles: dict[str, Toggle] = field(default_factory=dict)
    ignores: list[Pattern] = field(default_factory=list)
    delimiters: tuple[str, str] | None = None


@record(frozen=False, slots=False)
class ValeSettings:
    """All of it. ``sections`` are in the file's order, ``[*]`` among them first."""

    folder: Path
    styles_paths: list[Path] = field(default_factory=list)
    least: Severity = Severity.SUGGESTION
    vocabularies: list[str] = field(default_factory=list)
    word: str = WORD
    formats: dict[str, str] = field(default_factory=dict)
    skipped: tuple[str, ...] = ()
    sections: list[GlobSettings] = field(default_factory=list)
    levels: dict[str, Severity] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def of(self, path: str) -> list[GlobSettings]:
        """The sections that are about the file ``path``, ``[*]`` first."""
        return [each for each in self.sections if matches(each.glob, *self.names(path))]

    def names(self, path: str) -> tuple[str, ...]:
        """The ways to write ``path`` that a glob may mean."""
        written = path.replace(os.sep, "/").removeprefix("./")
        try:
            relative = os.path.relpath(path, self.folder).replace(os.sep, "/")
        except ValueError:  # on another drive
            relative = written
        names = [written, relative]
        stem, suffix = os.path.splitext(written)  # noqa: PTH122 - a name, not a file
        alias = self.formats.get(suffix.lstrip("."))
        if alias:
            names += [f"{stem}.{alias}", os.path.splitext(relative)[0] + f".{alias}"]  # noqa: PTH122
        return tuple(names)

    def suffixes(self, path: str) -> tuple[str, ...]:
        """The suffix of ``path`` and the one that it is read as."""
        suffix = os.path.splitext(path)[1]  # noqa: PTH122
        alias = self.formats.get(suffix.lstrip("."))
        return (suffix, f".{alias}") if alias else (suffix,)

    def rule_names(self) -> set[str]:
        """The rules that are switched on one by one."""
        return {name for each in self.sections for name, to in each.toggles.items() if to.on}


def read_settings(path: Path, *, strict: bool, project: str = "") -> ValeSettings:
    """What ``path`` says, and the files that Vale reads before it.

    ``project`` is as in ``RuleSources``.
    """
    settings = ValeSettings(path.parent)
    inis = [read_ini(path, project)]
    common = _user_file()
    if common is not None and common != path:
        inis.insert(0, read_ini(common))
    for ini in inis:
        _core(ini, settings)
    packages = [
        read_ini(each, project)
        for folder in settings.styles_paths
        for each in sorted((folder / ".vale-config").glob("*.ini"))
    ]
    for ini in packages:
        _core(ini, settings)
    inis = [*packages, *inis]
    by_glob: dict[str, GlobSettings] = {"*": GlobSettings("*")}
    for ini in inis:
        for section in ini.sections[1:]:
            _Reader(ini, settings, strict).section(section, by_glob)
        settings.problems += ini.problems
    settings.sections = list(by_glob.values())
    return settings


def _user_file() -> Path | None:
    base = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")  # noqa: PTH111
    path = Path(base) / "vale" / ".vale.ini"
    return path if path.is_absolute() and is_file(path) else None


def _core(ini: IniFile, settings: ValeSettings) -> None:
    for pair in ini.sections[0].pairs if ini.sections else ():
        key, value = pair.key, pair.value
        if key == "StylesPath":
            # As a shell does: an unknown user's home is a name like any other.
            home = os.path.expanduser(value)  # noqa: PTH111 - Path.expanduser raises there
            folder = Path(os.path.normpath(ini.path.parent / home))
            if is_folder(folder):
                settings.styles_paths.append(folder)
            else:
                ini.problem(pair.value_at, max(1, len(value)), f"there is no folder '{value}'")
        elif key == "MinAlertLevel":
            level = listed(value)[-1:] or [""]
            if level[0] in _LEVELS:
                settings.least = _LEVELS[level[0]]
            else:
                _wrong_level(ini, pair)
        elif key == "Vocab":
            settings.vocabularies += [v for v in listed(value) if v not in settings.vocabularies]
        elif key == "SkippedScopes":
            settings.skipped = tuple(listed(value))
        elif key == "WordTemplate":
            settings.word = _template(ini, pair) or settings.word
        elif key in _NOT_CARRIED:
            if key != "IgnoredScopes" or set(listed(value)) - _INLINE_CODE:
                settings.notes.append(_unused(ini, pair))
        elif key in _SECTIONAL:
            ini.problem(pair.at, len(key), f"'{key}' belongs in a section")
        elif key not in _CORE:
            meant = nearest(key, _CORE)
            hint = f"; did you mean '{meant}'?" if meant else ""
            ini.problem(pair.at, len(key), f"'{key}' is not a setting{hint}")


def _template(ini: IniFile, pair: KeyValue) -> str:
    if pair.value.count("%s") != 1:
        ini.problem(pair.value_at, max(1, len(pair.value)), "a 'WordTemplate' has one '%s'")
        return ""
    try:
        Pattern("x", pair.value).verify()
    except BadPattern as error:
        ini.problem(pair.value_at, len(pair.value), f"not a regular expression: {error}")
        return ""
    return pair.value


def _wrong_level(ini: IniFile, pair: KeyValue) -> None:
    levels = ", ".join(_LEVELS)
    ini.problem(pair.value_at, max(1, len(pair.value)), f"'{pair.key}' must be one of {levels}")


def _unused(ini: IniFile, pair: KeyValue) -> str:
    return ini.told(pair.at, len(pair.key), f"'{pair.key}' is not used: {_NOT_CARRIED[pair.key]}")


@record
class _Reader:
    ini: IniFile
    settings: ValeSettings
    strict: bool

    def section(self, section: Section, by_glob: dict[str, GlobSettings]) -> None:
        """Take in a section."""
        if section.name == "formats":
            self.settings.formats |= {pair.key: pair.value for pair in section.pairs}
            return
        if section.name in ("asciidoctor", "DEFAULT"):
            return
        if glob_pattern(section.name) is None:
            self.ini.problem(section.at, max(1, len(section.name)), "this is not a glob")
            return
        found = by_glob.setdefault(section.name, GlobSettings(section.name))
        readers: dict[str, Callable[[KeyValue, GlobSettings], None]] = {
            "BasedOnStyles": self._styles,
            "BlockIgnores": self._ignores,
            "IgnorePatterns": self._ignores,
            "TokenIgnores": self._ignores,
            "CommentDelimiters": self._delimiters,
            "Lang": lambda pair, _: self._language(pair),
        }
        for pair in section.pairs:
            reader = readers.get(pair.key)
            if reader is not None:
                reader(pair, found)
            elif pair.key in _NOT_CARRIED:
                self.settings.notes.append(_unused(self.ini, pair))
            elif pair.key in _CORE:
                message = f"'{pair.key}' belongs above the first section"
                self.ini.problem(pair.at, len(pair.key), message)
            else:
                self._toggle(pair, found)

    def _styles(self, pair: KeyValue, found: GlobSettings) -> None:
        before = found.styles or ()
        found.styles = tuple(dict.fromkeys((*before, *listed(pair.value))))

    def _ignores(self, pair: KeyValue, found: GlobSettings) -> None:
        for text in listed(pair.value):
            pattern = Pattern(text, exact=True)
            try:
                pattern.verify()
            except BadPattern as error:
                at = pair.value_at
                self.ini.problem(at, max(1, len(pair.value)), f"'{text}': {error}")
                continue
            found.ignores.append(pattern)

    def _delimiters(self, pair: KeyValue, found: GlobSettings) -> None:
        both = listed(pair.value)
        if len(both) == 2:
            found.delimiters = (both[0], both[1])
        else:
            message = "'CommentDelimiters' has two: what opens and what closes a comment"
            self.ini.problem(pair.value_at, max(1, len(pair.value)), message)

    def _language(self, pair: KeyValue) -> None:
        if pair.value and not pair.value.lower().startswith("en"):
            message = "'Lang' is not used: copylint reads English"
            self.settings.notes.append(self.ini.told(pair.at, len(pair.key), message))

    def _toggle(self, pair: KeyValue, found: GlobSettings) -> None:
        value = pair.value
        if "." not in pair.key:
            meant = nearest(pair.key, (*_CORE, *_SECTIONAL))
            hint = f"did you mean '{meant}'?" if meant else "rules are called 'Style.Rule'"
            self.ini.problem(pair.at, len(pair.key), f"'{pair.key}' is not a setting; {hint}")
        elif value in _LEVELS:
            found.toggles[pair.key] = Toggle(True, _LEVELS[value])
            self.settings.levels[pair.key] = _LEVELS[value]
        elif value in ("YES", "NO"):
            found.toggles[pair.key] = Toggle(value == "YES")
        elif self.strict:
            found.toggles[pair.key] = Toggle(False)  # as in Vale
        else:
            self.ini.problem(
                pair.value_at,
                max(1, len(value)),
                f"'{pair.key}' must be YES, NO, {', '.join(_LEVELS)}",
            )
