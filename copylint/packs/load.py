"""From a folder of rule files to rules; a file that cannot be used is one problem."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from copylint.model.complaint import shown
from copylint.model.errors import ConfigError
from copylint.model.fix import Safety
from copylint.model.rule import Level, Rule
from copylint.model.selector import nearest
from copylint.packs import existence, occurrence, substitution
from copylint.packs.examples import Page, read_page
from copylint.packs.nodes import RuleFile, RuleProblem
from copylint.packs.rule import Keys, PackRule

_KINDS: dict[str, Callable[[RuleFile, Keys], PackRule]] = {
    "existence": existence.parse,
    "substitution": substitution.parse,
    "occurrence": occurrence.parse,
}
_LATER = (
    *("repetition", "consistency", "conditional", "capitalization", "metric"),
    *("readability", "spelling", "sequence", "script"),
)
_NAME = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class LoadedRule:
    """A rule of a pack: what it is called and documented as, and what it does."""

    rule: Rule
    does: PackRule


def load_packs(folder: Path) -> dict[str, tuple[LoadedRule, ...]]:
    """Every rule in ``folder`` and the folders in it, by pack.

    A rule is called ``Pack.Rule`` after the folder that it is in and its file. Raises
    ``ConfigError`` that tells of every file that cannot be used.
    """
    found: dict[str, list[LoadedRule]] = {}
    taken: set[str] = set()
    problems: list[str] = []
    for path in _files(folder):
        try:
            loaded = load_rule(path)
            if loaded.rule.id in taken:
                raise RuleProblem(f"{shown(path)}: there is another rule {loaded.rule.id}")
        except RuleProblem as problem:
            problems.append(str(problem))
            continue
        taken.add(loaded.rule.id)
        found.setdefault(loaded.rule.family, []).append(loaded)
    if problems:
        raise ConfigError("\n".join(problems))
    return {name: tuple(rules) for name, rules in found.items()}


def load_rule(path: Path) -> LoadedRule:
    """The rule in the file ``path``, with the page beside it. Raises ``RuleProblem``."""
    for name in (path.parent.name, path.stem):
        if not _NAME.fullmatch(name):
            raise RuleProblem(
                f"{shown(path)}: '{name}' cannot be part of a rule's name; use letters, digits, "
                "'-' and '_'"
            )
    if path.suffix != ".yml":
        raise RuleProblem(f"{shown(path)}: the name of a rule's file ends in '.yml'")
    file = RuleFile(path, _text(path))
    does = _parsed(file)
    beside = path.with_suffix(".md")
    page = read_page(beside, _text(beside)) if beside.exists() else Page()
    common = does.common
    template = common.description or common.message
    rule = Rule(
        id=f"{path.parent.name}.{path.stem}",
        summary=page.summary or template.without_words(),
        why=page.why,
        bad=page.bad,
        good=page.good,
        level=Level.SENTENCE,
        severity=common.severity,
        safety=Safety.UNSAFE if common.action else Safety.NONE,
        link=common.link,
    )
    return LoadedRule(rule, does)


def _parsed(file: RuleFile) -> PackRule:
    keys = file.root()
    if "extends" not in keys:
        raise file.problem_at(0, 1, "the rule has no 'extends'")
    node = keys["extends"][1]
    kind = file.string(node, "'extends'")
    parse = _KINDS.get(kind)
    if parse is not None:
        return parse(file, keys)
    known = ", ".join(_KINDS)
    if kind in _LATER:
        raise file.problem(node, f"rules of kind '{kind}' are not supported; there are {known}")
    meant = nearest(kind, _KINDS)
    hint = f"did you mean '{meant}'?" if meant else f"there are {known}"
    raise file.problem(node, f"'{kind}' is not a kind of rule; {hint}")


def _files(folder: Path) -> Iterator[Path]:
    """The rule files, in order of their names; links to folders are not followed."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(names):
            if name.endswith((".yml", ".yaml")) and not name.startswith("."):
                yield Path(where) / name


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RuleProblem(f"{shown(path)}: cannot read: {error.strerror or error}") from None
    if len(data) > _LARGEST:
        raise RuleProblem(f"{shown(path)}: too large for a rule")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleProblem(f"{shown(path)}: not UTF-8 text at byte {error.start}") from None
    return text.replace("\r\n", "\n")
