"""Converts a ``.vale.ini`` to a copylint configuration, and lists what does not carry over."""

from __future__ import annotations

import json
import os
from pathlib import Path

from copylint.core.errors import ConfigError
from copylint.core.record import field, record
from copylint.core.safe_read import is_folder
from copylint.core.source_error import shown
from copylint.packs.rule_loader import load_rule
from copylint.packs.vale.builtin import STYLE
from copylint.packs.vale.vale_settings import GlobSettings, ValeSettings, read_settings
from copylint.packs.vale.vocabularies import read_vocabularies
from copylint.packs.yaml_nodes import RuleProblem

_SIGNS = frozenset("\\[](){}*+?^$|.")


@record(frozen=False)
class Converted:
    """The text of a ``copylint.toml``, the files it needs, and what is lost.

    ``rules`` are the ids of the rules in its packs, ``refused`` those of rules that copylint
    cannot run, which are ignored so that they are not read.
    """

    toml: str = ""
    files: dict[str, str] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    rules: set[str] = field(default_factory=set)
    refused: list[str] = field(default_factory=list)


def convert_ini(path: Path, folder: Path) -> Converted:
    """What ``path`` says, as a configuration for ``folder``.

    Raises ``ConfigError`` if the file itself cannot be read.
    """
    settings = read_settings(path, strict=False)
    if settings.problems:
        raise ConfigError("\n".join(settings.problems))
    made = Converted()
    made.lost += settings.notes
    lines = [f"# Made from {shown(path)} by 'copylint vale import'."]
    lines += _packs(settings, folder, made)
    ignored, severity, by_glob = _toggles(settings, made)
    if ignored:
        lines.append(f"ignore = {_listed(ignored)}")
    lines += _vocabulary(settings, made)
    if severity:
        lines += ("", "[severity]")
        lines += (f"{_quoted(name)} = {_quoted(level)}" for name, level in severity.items())
    if by_glob:
        lines += ("", "[per-file-ignores]")
        lines += (f"{_quoted(glob)} = {_listed(rules)}" for glob, rules in by_glob.items())
    made.toml = "\n".join(lines) + "\n"
    return made


def _packs(settings: ValeSettings, folder: Path, made: Converted) -> list[str]:
    styles = dict.fromkeys(name for each in settings.sections for name in each.styles or ())
    packs: list[str] = []
    for style in styles:
        if style == STYLE:
            made.lost.append(
                "Vale.Spelling and Vale.Repetition: copylint's own rules spelling.unknown and "
                "duplicates.word replace them"
            )
            continue
        place = next((p for base in settings.styles_paths if is_folder(p := base / style)), None)
        if place is None:
            made.lost.append(f"there is no style '{style}' in the StylesPath")
            continue
        packs.append(os.path.relpath(place, folder).replace(os.sep, "/"))
        for path in sorted(place.rglob("*.yml")):
            try:
                made.rules.add(load_rule(path).rule.id)
            except RuleProblem as problem:
                made.lost.append(str(problem))
                made.refused.append(f"{path.parent.name}.{path.stem}")
    return [f"packs = {_listed(packs)}"] if packs else []


def _toggles(
    settings: ValeSettings, made: Converted
) -> tuple[list[str], dict[str, str], dict[str, list[str]]]:
    ignored = list(made.refused)
    severity: dict[str, str] = {}
    by_glob: dict[str, list[str]] = {}
    everywhere = [each for each in settings.sections if each.glob == "*" and _says(each)]
    several = [each for each in settings.sections if each.glob != "*" and _says(each)]
    for each in (*everywhere, *several):
        # A section that is the only one applies to every file.
        alone = each.glob == "*" or (not everywhere and len(several) == 1)
        for name, toggle in each.toggles.items():
            if name.startswith(f"{STYLE}."):
                continue
            if name in made.refused:
                continue
            if name not in made.rules:
                # Vale says nothing of a rule that does not exist; here it would end every run.
                made.lost.append(f"{name}: none of the styles above has such a rule")
                continue
            if not toggle.on:
                if alone:
                    ignored.append(name)
                else:
                    by_glob.setdefault(each.glob, []).append(name)
            elif toggle.level is not None:
                severity[name] = toggle.level.label
                if not alone:
                    made.lost.append(f"[{each.glob}]: the level of {name} holds in every file")
        if each.styles is not None and not alone:
            made.lost.append(f"[{each.glob}]: its BasedOnStyles hold in every file")
        if each.ignores:
            made.lost.append(
                f'[{each.glob}]: patterns that are ignored; for them write vale = ".vale.ini"'
            )
        if each.delimiters:
            made.lost.append(f"[{each.glob}]: comments for Vale")
    if settings.least.label != "suggestion":
        least = settings.least.label
        made.lost.append(
            f"MinAlertLevel: every finding is shown; --fail-on {least} sets what fails"
        )
    return ignored, severity, by_glob


def _says(section: GlobSettings) -> bool:
    return bool(
        section.styles is not None or section.toggles or section.ignores or section.delimiters
    )


def _vocabulary(settings: ValeSettings, made: Converted) -> list[str]:
    terms = read_vocabularies(settings.vocabularies, settings.styles_paths)
    made.lost += terms.problems
    lines: list[str] = []
    for name, listed in (("accept", terms.accept), ("reject", terms.reject)):
        plain = [each for each in dict.fromkeys(listed) if not _SIGNS & set(each)]
        for each in listed:
            if _SIGNS & set(each):
                made.lost.append(f"'{each}' in the vocabulary is a pattern, not a word")
        if plain:
            made.files[f"{name}.txt"] = "\n".join(plain) + "\n"
            lines.append(f"{name} = {_listed([f'{name}.txt'])}")
    return ["", "[vocabulary]", *lines] if lines else []


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _listed(items: list[str]) -> str:
    return "[" + ", ".join(_quoted(each) for each in dict.fromkeys(items)) + "]"
