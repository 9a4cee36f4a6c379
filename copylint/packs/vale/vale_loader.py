"""Builds a check from a ``.vale.ini``."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from copylint.core.record import field, record, replace
from copylint.core.safe_read import is_file, is_folder
from copylint.core.source_error import shown
from copylint.packs.house import House
from copylint.packs.rule_loader import LoadedPacks, LoadedRule, ScriptRule, load_packs, load_rule
from copylint.packs.vale.builtin import STYLE, builtin_rules
from copylint.packs.vale.hidden import unknown_elements
from copylint.packs.vale.vale_check import ValeCheck
from copylint.packs.vale.vale_settings import ValeSettings, read_settings
from copylint.packs.vale.vocabularies import Terms, read_vocabularies
from copylint.packs.yaml_nodes import RuleProblem


@record(frozen=False)
class LoadedVale:
    """A Vale configuration as a check, and what is wrong with it and its styles."""

    settings: ValeSettings
    check: ValeCheck | None = None
    terms: Terms = field(default_factory=Terms)
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def load_vale(
    path: Path,
    *,
    strict: bool,
    taken: Collection[str] = (),
    project: str = "",
    here: str = "",
    obeys: bool = True,
) -> LoadedVale:
    """The configuration in ``path``. ``taken`` are names that none of its rules can have.

    ``project`` and ``here`` are as in ``RuleSources``. ``obeys``: comments in an article can
    switch rules off.
    """
    settings = read_settings(path, strict=strict, project=project)
    terms = read_vocabularies(settings.vocabularies, settings.styles_paths, project)
    house = House(
        vale=True,
        strict=strict,
        word=settings.word,
        accept=tuple(dict.fromkeys(terms.accept)),
        folders=tuple(settings.styles_paths),
        project=project,
        here=here,
    )
    found = LoadedVale(settings, terms=terms)
    found.problems += settings.problems
    found.problems += (f"{shown(path)}: {each}" for each in terms.problems)
    found.notes += settings.notes
    unknown = unknown_elements(settings.skipped)
    if unknown:
        names = ", ".join(unknown)
        found.notes.append(f"{shown(path)}: copylint cannot distinguish the text of {names}")
    rules = _Rules(found, house, path)
    rules.load()
    usable: list[LoadedRule] = []
    for each in rules.loaded.values():
        if each.rule.id in taken:
            found.problems.append(f"{shown(path)}: copylint has a rule '{each.rule.id}' already")
        else:
            level = settings.levels.get(each.rule.id) if strict else None
            if level is not None:
                each = replace(each, rule=replace(each.rule, severity=level))
            usable.append(each)
    if rules.scripts:
        names = ", ".join(sorted(rules.scripts))
        one = len(rules.scripts) == 1
        found.notes.append(
            f"{shown(path)}: {'this rule is a script' if one else 'these rules are scripts'}, "
            f"which copylint does not run: {names}"
        )
    if usable:
        found.check = ValeCheck(usable, settings, strict=strict, obeys=obeys)
    return found


class _Rules:
    """Gathers the rules that a configuration asks for."""

    def __init__(self, found: LoadedVale, house: House, path: Path) -> None:
        self._found, self._house, self._path = found, house, path
        self.loaded: dict[str, LoadedRule] = {}
        self.scripts: set[str] = set()

    def load(self) -> None:
        """Gather them: whole styles, then rules that are named one by one."""
        sections = self._found.settings.sections
        styles = dict.fromkeys(style for each in sections for style in each.styles or ())
        for style in styles:
            if style == STYLE:
                self._builtin()
            else:
                self._style(style)
        for name in sorted(self._found.settings.rule_names()):
            style = name.partition(".")[0]
            if style in styles or name in self.loaded:
                continue
            if style == STYLE:
                self._builtin()
            else:
                self._one(name)

    def _builtin(self) -> None:
        for each in builtin_rules(self._found.terms, self._house):
            if self.loaded.setdefault(each.rule.id, each) is each:
                self._found.notes += each.notes

    def _style(self, style: str) -> None:
        folders = [
            folder
            for base in self._found.settings.styles_paths
            if is_folder(folder := base / style)
        ]
        if not folders:
            self._found.problems.append(
                f"{shown(self._path)}: there is no style '{style}' in the StylesPath"
            )
        for folder in folders[:1]:
            self._take(load_packs(folder, self._house))

    def _one(self, name: str) -> None:
        style, _, rule = name.partition(".")
        for base in self._found.settings.styles_paths:
            path = base / style / f"{rule}.yml"
            if is_file(path):
                loaded = LoadedPacks()
                try:
                    loaded.add(load_rule(path, self._house))
                except RuleProblem as problem:
                    loaded.problems.append(str(problem))
                except ScriptRule:
                    loaded.scripts.append(name)
                self._take(loaded)
                return
        self._found.problems.append(f"{shown(self._path)}: there is no rule '{name}'")

    def _take(self, loaded: LoadedPacks) -> None:
        self._found.problems += loaded.problems
        self._found.notes += loaded.notes
        self.scripts |= set(loaded.scripts)
        for rules in loaded.packs.values():
            for each in rules:
                self.loaded.setdefault(each.rule.id, each)
