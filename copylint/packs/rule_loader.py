"""Loads a folder of rule files; a file that cannot be used is one problem."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from copylint.core.fix import Safety
from copylint.core.record import field, record, replace
from copylint.core.rule import Level, Precedence, Rule
from copylint.core.safe_read import SMALL, project_of, read_file
from copylint.core.selector import nearest
from copylint.core.source_error import shown
from copylint.inventory.places import shipped
from copylint.packs import compiled
from copylint.packs.examples import Page, read_page
from copylint.packs.house import OWN, SHIPPED, House
from copylint.packs.manifest import NAME, PLAIN, Manifest, read_manifest
from copylint.packs.pack_rule import Keys, PackRule
from copylint.packs.yaml_nodes import RuleFile, RuleProblem

# The kinds of rules and the modules that read them, imported when a file asks for one.
_KINDS = (
    *("existence", "substitution", "occurrence", "repetition", "consistency", "conditional"),
    *("capitalization", "metric", "readability", "spelling", "sequence"),
)
_SCRIPT = "script"
_OF_ARTICLES = ("consistency", "conditional", "metric", "readability")
_NAME = re.compile(r"[A-Za-z][\w-]*", re.ASCII)


_Parse = Callable[[RuleFile, Keys], PackRule]
#: Says of a rule's name and whether it runs unasked whether a run may need it.
Needed = Callable[[str, bool], bool]


@record
class LoadedRule:
    """A rule of a pack: its name, its documentation and its implementation.

    ``notes`` name keys and the like that are passed over; ``path`` is its file.
    """

    rule: Rule
    does: PackRule
    notes: tuple[str, ...] = ()
    path: Path | None = None


@record(frozen=False)
class LoadedPacks:
    """Rules by pack, and their problems.

    ``problems`` say which files cannot be used and why, ``notes`` what is passed over in
    others; ``faults`` are the problems of single rules, by name. ``scripts`` are the names of
    rules that are programs, which are not run. ``idle`` are the rules that no one needed,
    unread, and those that cannot be used: name and default alone. ``records`` are for the table
    of files read in advance, of those that are not in it as they are.
    """

    packs: dict[str, list[LoadedRule]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    faults: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    idle: list[Rule] = field(default_factory=list)
    manifests: dict[str, Manifest] = field(default_factory=dict)
    records: dict[str, list[Any]] = field(default_factory=dict)

    def add(self, loaded: LoadedRule) -> None:
        """Take in one rule."""
        self.packs.setdefault(loaded.rule.family, []).append(loaded)
        self.notes += loaded.notes


class ScriptRule(Exception):
    """A rule that is a program."""


def load_packs(
    folder: Path, house: House = OWN, needed: Needed | None = None, *, pages: bool = True
) -> LoadedPacks:
    """Every rule in ``folder`` and the folders in it, by pack.

    A rule is called ``Pack.Rule`` after the folder that it is in and its file. A file that
    cannot be used is one problem, and the others are loaded. A rule that is not ``needed``
    is not read; without ``pages`` none of their documentation is.
    """
    found = LoadedPacks()
    taken: set[str] = set()
    for where, paths in _folders(folder, vale=house.vale):
        manifest = _manifest(where, paths, house, found) if not house.vale else PLAIN
        for path in paths:
            name = f"{where.name}.{path.stem}"
            runs = manifest.runs(path.stem)
            try:
                if name in taken:
                    raise RuleProblem(f"{shown(path)}: there is another rule {name}")
                if needed is not None and _NAME.fullmatch(path.stem) and not needed(name, runs):
                    found.idle.append(Rule(name, "", "", (), (), default=runs))
                else:
                    found.add(load_rule(path, house, manifest, pages=pages, found=found))
                taken.add(name)
            except RuleProblem as problem:
                found.problems.append(str(problem))
                if name not in taken and _NAME.fullmatch(path.stem):
                    # It has a name, by which it can be ignored and is not read then.
                    found.idle.append(Rule(name, "", "", (), (), default=runs))
                    found.faults[name] = str(problem)
                    taken.add(name)
            except ScriptRule:
                found.scripts.append(name)
    if house.tested:
        compiled.keep(found.records)
    return found


def compiled_table() -> dict[str, list[Any]]:
    """The table of files read in advance, made of nothing but the files.

    Raises ``RuleProblem`` if one of copylint's own rules cannot be used.
    """
    with compiled.unread():
        loaded = load_packs(shipped(), SHIPPED)
    if loaded.problems:
        raise RuleProblem("\n".join(loaded.problems))
    return dict(sorted(loaded.records.items()))


def load_rule(
    path: Path,
    house: House = OWN,
    manifest: Manifest = PLAIN,
    *,
    pages: bool = True,
    found: LoadedPacks | None = None,
) -> LoadedRule:
    """The rule in the file ``path`` of a pack, with the page beside it if ``pages``.

    ``found`` receives a record of a rule that could have been read in advance.

    Raises ``RuleProblem``, and ``ScriptRule`` for a Vale rule that is a program.
    """
    for name in (path.parent.name, path.stem):
        if not _NAME.fullmatch(name):
            raise RuleProblem(
                f"{shown(path)}: '{name}' cannot be part of a rule's name; use letters, digits, "
                "'-' and '_'"
            )
    if path.suffix != ".yml":
        raise RuleProblem(f"{shown(path)}: the name of a rule's file ends in '.yml'")
    name = f"{path.parent.name}.{path.stem}"
    file = _opened(path, name, house)
    does = _parsed(file)
    if found is not None and manifest.default and house.tested and file.known is None:
        needs = ((pattern.body, pattern.required) for pattern in does.patterns)
        found.records[name] = compiled.recorded(file, needs)
    page = Page()
    if pages and not house.vale:
        beside = path.with_suffix(".md")
        if beside.exists():
            page = read_page(beside, _text(beside), *manifest.languages[:1])
    return LoadedRule(described(name, does, page, manifest), does, tuple(file.notes), path)


# Rules of a pack that duplicate one of copylint's own: of two findings about a word, that of
# copylint's own rule is kept.
_PRECEDENCE = {"repetition": Precedence.REPEATED_WORD + 5, "spelling": Precedence.SPELLING + 5}


def described(
    name: str, does: PackRule, page: Page | None = None, manifest: Manifest = PLAIN
) -> Rule:
    """What the rule ``name`` is, by what it does, its page and its pack."""
    page = page or Page()
    common = does.common
    template = common.description or common.message
    return Rule(
        id=name,
        summary=page.summary or template.without_words(),
        why=page.why,
        bad=page.bad,
        good=page.good,
        level=Level.DOCUMENT if does.extends in _OF_ARTICLES else Level.SENTENCE,
        severity=common.severity,
        default=common.in_force and manifest.runs(name.partition(".")[2]),
        safety=Safety.UNSAFE if common.action else Safety.NONE,
        link=common.link,
        in_force=common.in_force,
        owner=common.owner,
        effective=common.effective.isoformat() if common.effective else "",
        languages=manifest.languages,
        precedence=_PRECEDENCE.get(does.extends),
    )


def _parsed(file: RuleFile) -> PackRule:
    keys = file.root()
    if "extends" not in keys:
        raise file.problem_at(0, 1, "the rule has no 'extends'")
    node = keys["extends"][1]
    kind = file.string(node, "'extends'")
    if kind in _KINDS:
        parse: _Parse = import_module(f"copylint.packs.{kind}").parse
        return parse(file, keys)
    known = ", ".join(_KINDS)
    if kind == _SCRIPT:
        if file.house.vale:
            raise ScriptRule
        raise file.problem(node, f"rules that are scripts are not run; use one of {known}")
    meant = nearest(kind, _KINDS)
    hint = f"did you mean '{meant}'?" if meant else f"use one of {known}"
    raise file.problem(node, f"'{kind}' is not a kind of rule; {hint}")


def _opened(path: Path, name: str, house: House) -> RuleFile:
    """The file; its contents are known without reading YAML if it is copylint's own."""
    text = _text(path)
    known = compiled.compiled(name, text) if house.tested else None
    if known is None:
        # A file changed since the tests checked it is read like a house's own file.
        return RuleFile(path, text, replace(house, tested=False))
    return RuleFile(path, text, house, known.root, known.needs)


def _manifest(where: Path, paths: list[Path], house: House, found: LoadedPacks) -> Manifest:
    """The manifest of the pack in ``where``; a fault in it is noted in ``found``."""
    path = where / NAME
    if not path.is_file():
        return PLAIN
    try:
        file = _opened(path, f"{where.name}.{NAME}", house)
        manifest = read_manifest(file, {each.stem for each in paths})
        if house.tested and file.known is None:
            found.records[f"{where.name}.{NAME}"] = compiled.recorded(file, ())
    except RuleProblem as problem:
        found.problems.append(str(problem))
        return PLAIN
    found.manifests[where.name] = manifest
    return manifest


def _folders(folder: Path, *, vale: bool) -> Iterator[tuple[Path, list[Path]]]:
    """Folders and their rule files, in order of names; links to folders are not followed.

    Vale passes over files that end in ``.yaml``.
    """
    endings = (".yml",) if vale else (".yml", ".yaml")
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        here = Path(where)
        found = [
            here / name
            for name in sorted(names)
            if name.endswith(endings) and not name.startswith(".") and name != NAME
        ]
        if found:
            yield here, found


def _text(path: Path) -> str:
    try:
        data = read_file(path, SMALL, project_of(path.parent))
    except OSError as error:
        raise RuleProblem(f"{shown(path)}: cannot read: {error.strerror or error}") from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleProblem(f"{shown(path)}: not UTF-8 text at byte {error.start}") from None
    return text.replace("\r\n", "\n")
