"""``copylint test-rules``: run rules' examples and look for what is wrong with the rules."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from copylint.cli.completion import complete_rules_or_files
from copylint.cli.exits import CLEAN, FAILED, FINDINGS, UsageError, complain, stdout_may_close
from copylint.cli.inputs import load
from copylint.cli.option_table import arguments
from copylint.cli.shared_options import ConfigOptions
from copylint.core.record import replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copylint.config.schema import Config, RuleSources
    from copylint.core.document import Document
    from copylint.core.rule import Bad, Good
    from copylint.packs.rule_loader import LoadedRule


class TestRulesOptions(ConfigOptions):
    """The options of ``copylint test-rules``."""

    names = arguments(
        "PACK",
        help="Packs or rules, by name or by path. Default: all of them.",
        required=False,
        complete=complete_rules_or_files,
    )


def test_rules(options: TestRulesOptions) -> int:
    """Test rules written in YAML.

    Runs the examples of every rule. Looks for patterns that can match nothing, that another
    pattern hides or that some text makes slow, for swaps that lead in a circle, and for
    misspelled words in the vocabulary. Exit code 1: something is wrong with a rule.
    """
    from copylint.core.selector import selects
    from copylint.packs.pack_check import PackCheck
    from copylint.packs.rule_tester import examples, faults
    from copylint.report.wording import counted
    from copylint.runner.rules import house_rules

    names = [_as_name(name) for name in options.names]
    settings = load(["."], options)
    house = house_rules(_with_folders(settings.rule_sources, options.names))
    all_of_them: list[LoadedRule] = [
        rule for check in house.checks if isinstance(check, PackCheck) for rule in check.loaded
    ]
    chosen = [
        each
        for each in all_of_them
        if not names or any(selects(name, each.rule.id) for name in names)
    ]
    for name in names:
        if not any(selects(name, each.rule.id) for each in all_of_them):
            raise UsageError(f"there is no pack or rule '{name}'", "PACK")
    for problem in (*house.problems, *house.notes):
        complain(problem)
    told: list[str] = []
    silent = shown = 0
    for each in chosen:
        found = [*examples(each, _read), *faults(each, all_of_them)]
        told += (f"{each.rule.id}: {fault}" for fault in dict.fromkeys(found))
        count = len(each.rule.bad) + len(each.rule.good)
        shown += count
        silent += not count
    if not names:
        told += _accepted(settings)
    with stdout_may_close():
        sys.stdout.writelines(each + "\n" for each in told)
        without = f"; {silent} without examples" if silent else ""
        verdict = counted(len(told), "fault") if told else "all is well"
        sys.stdout.write(
            f"{counted(len(chosen), 'rule')}, {counted(shown, 'example')}{without}: {verdict}\n"
        )
    if house.problems:
        return FAILED
    return FINDINGS if told else CLEAN


def _with_folders(sources: RuleSources, names: Sequence[str]) -> RuleSources:
    """``sources`` with the folders in ``names`` that nothing else reads."""
    from copylint.inventory.places import shipped

    known = [shipped().resolve(), *map(Path, sources.packs)]
    added = []
    for path in (Path(name).resolve() for name in names if _as_name(name) != name):
        folder = path if path.is_dir() else path.parent
        if not any(folder.is_relative_to(each) for each in known):
            added.append(str(folder))
    return replace(sources, packs=(*sources.packs, *added))


def _as_name(name: str) -> str:
    """The pack or the rule at a path (``rules/News/``, ``rules/News/Eggcorn.yml``), by name.

    A path that does not exist, or that is already a name, is returned unchanged.
    """
    path = Path(name)
    if path.is_dir():
        return path.resolve().name
    if path.suffix in (".yml", ".md") and path.is_file():
        return f"{path.resolve().parent.name}.{path.stem}"
    return name


def _read(example: Bad | Good) -> Document:
    from copylint.formats.lookup import example_in

    return example_in(example.format, example.text)


def _accepted(settings: Config) -> list[str]:
    from copylint.language.likely_typo import likely_typo

    words = {*settings.vocabulary.accept}
    if settings.vale:
        from pathlib import Path

        from copylint.packs.vale.vale_loader import load_vale

        words.update(load_vale(Path(settings.vale), strict=False).terms.accept)
    found = ((word, likely_typo(word)) for word in sorted(words))
    return [f"vocabulary: '{word}' is a slip for '{meant}'" for word, meant in found if meant]
