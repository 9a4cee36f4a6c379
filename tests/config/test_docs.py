"""The statements of the page on configuration must be true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from copylint.config.load import load_config
from copylint.core.errors import ConfigError
from copylint.runner.listed_rules import engine_names
from copylint.runner.rule_index import engine_tables
from copylint.runner.rules import all_rules

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "configuration.md"


def test_the_example_is_a_configuration(tmp_path: Path) -> None:
    example = re.findall(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)[0]
    (tmp_path / "copylint.toml").write_text("root = true\n" + example, "utf-8")
    for name in re.findall(r'"([\w-]+\.txt)"', example):
        (tmp_path / name).touch()
    config = load_config(
        tmp_path, rules=all_rules, engines=engine_names(), tables=engine_tables()
    ).config
    assert config.rules
    assert config.names[1].rejected


def test_every_key_is_on_the_page(tmp_path: Path) -> None:
    (tmp_path / "copylint.toml").write_text("root = true\nqqq = 1\n")
    with pytest.raises(ConfigError, match="there are") as error:
        load_config(tmp_path, rules=all_rules, engines=engine_names(), tables=engine_tables())
    keys = str(error.value).splitlines()[0].partition("there are ")[2].split(", ")
    assert len(keys) > 10
    page = PAGE.read_text("utf-8")
    for key in keys:
        assert re.search(rf"^\| `{key}[`.]", page, re.MULTILINE), key
