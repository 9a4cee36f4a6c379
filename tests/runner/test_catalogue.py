"""The catalogue of rules says what is there, and what is not needed is not imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from copylint.runner import catalogue
from copylint.runner.registry import all_rules, engine, engine_names

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from build_catalogue import table


def test_it_is_true() -> None:
    written = catalogue.FILE.read_text("utf-8")
    assert written == table(), "run python tools/build_catalogue.py"


def test_names_are_those_of_all_rules() -> None:
    assert catalogue.rule_ids() == tuple(all_rules())


def test_engines_are_found_by_their_names() -> None:
    assert {engine(name).name for name in engine_names()} == set(catalogue.engines())


def test_checks_of_other_rules_are_not_imported() -> None:
    code = (
        "import sys; from copylint import Config, lint_text; "
        "found = lint_text('He recieved it.', config=Config(select=('spelling',))); "
        "print(len(found), *(n for n in sys.modules if n.startswith('copylint.checks.')))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["1", "copylint.checks.spelling"]
