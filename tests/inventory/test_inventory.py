"""The inventory lists without imports what importing every module finds."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from copylint.contract.check import Check
from copylint.contract.engine import Engine
from copylint.core.rule import Rule
from copylint.formats.base import Format
from copylint.inventory.entries import RuleEntry
from copylint.inventory.index import _pack_files, inventory, load
from copylint.report.base import Reporter
from copylint.runner.listed_rules import bare_rules
from copylint.runner.rules import all_rules


def classes(package: str, base: type) -> Iterator[type[Any]]:
    """The concrete classes with a base in the modules of a package."""
    found = importlib.import_module(package)
    for info in pkgutil.walk_packages(found.__path__, f"{package}."):
        for value in vars(importlib.import_module(info.name)).values():
            if (
                isinstance(value, type)
                and issubclass(value, base)
                and value.__module__ == info.name
                and not inspect.isabstract(value)
                and not value.__name__.startswith("_")
            ):
                yield value


def entry(rule: Rule) -> RuleEntry:
    options = tuple((each.name, each.default, each.help) for each in rule.options)
    return RuleEntry(rule.id, rule.default, options, rule.languages)


def rules(kind: type[Any]) -> list[RuleEntry]:
    return sorted(map(entry, kind.rules))


def test_checks() -> None:
    listed = [(each.module, each.kind, [*each.rules]) for each in inventory().checks]
    found = [(k.__module__, k.__name__, rules(k)) for k in classes("copylint.checks", Check)]
    assert listed == sorted(found)


def test_engines() -> None:
    for kind in classes("copylint.engines", Engine):
        listed = inventory().engines[kind.name]
        assert (listed.module, listed.kind) == (kind.__module__, kind.__name__)
        assert [*listed.rules] == rules(kind)
        assert listed.has_edition == (kind.edition is not Engine.edition)
        assert listed.data_packages == kind.data_packages
        assert listed.settings == tuple(each.name for each in kind.settings)
        assert isinstance(load(listed, Engine), kind)  # type: ignore[type-abstract]


def test_formats() -> None:
    found = {kind.name: kind for kind in classes("copylint.formats", Format) if "name" in dir(kind)}
    assert list(inventory().formats) == sorted(found)
    for listed in inventory().formats.values():
        kind = found[listed.name]
        assert (listed.module, listed.kind) == (kind.__module__, kind.__name__)
        assert listed[3:6] == (kind.suffixes, kind.walked, kind.signature)


def test_reports() -> None:
    found = {
        kind.__module__.rpartition(".")[2]: kind
        for kind in classes("copylint.report.formats", Reporter)
    }
    assert list(inventory().reports) == [name.replace("_", "-") for name in sorted(found)]
    for listed in inventory().reports.values():
        assert type(load(listed, Reporter)).__module__ == listed.module  # type: ignore[type-abstract]


def test_rules_are_all_rules() -> None:
    known = bare_rules()
    assert known.keys() == all_rules().keys()
    for rule in all_rules().values():
        assert entry(rule) == entry(known[rule.id])


@pytest.mark.parametrize(
    ("code", "imported"),
    [
        (
            "from copylint import Config, lint_text; "
            "assert lint_text('He recieved it.', config=Config(select=('spelling',)))",
            ["copylint.checks.spelling"],
        ),
        ("from copylint.runner.listed_rules import bare_rules; assert bare_rules()", []),
    ],
)
def test_unneeded_modules_are_not_imported(code: str, imported: list[str]) -> None:
    code += "; import sys; print(*(n for n in sys.modules if n.startswith('copylint.checks.')))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == imported


def test_a_pack_counts_by_its_own_file_and_by_the_names_of_its_rules(tmp_path: Path) -> None:
    pack = tmp_path / "House"
    pack.mkdir()
    (pack / "pack.yaml").write_text("description: one\n")
    (pack / "Word.yml").write_text("extends: existence\n")
    before = sorted(_pack_files(str(tmp_path)))
    (pack / "Word.yml").write_text("extends: existence\nmessage: other\n")
    (pack / "Word.md").write_text("# Word\n")
    assert sorted(_pack_files(str(tmp_path))) == before
    (pack / "pack.yaml").write_text("description: another\n")
    assert sorted(_pack_files(str(tmp_path))) != before
