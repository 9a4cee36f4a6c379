"""The table of keys, the reader, the page and the JSON schema say the same."""

from __future__ import annotations

import json
import re
import sqlite3
import tomllib
from collections.abc import Iterator
from contextlib import closing
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from copylint.analysis.printed_before import FORMAT
from copylint.cli.commands.config import ConfigCommandOptions, config
from copylint.config.key import Key
from copylint.config.keys import KEYS
from copylint.config.load import load_config
from copylint.config.schema import Config
from copylint.core.errors import ConfigError
from copylint.formats.lookup import entries
from copylint.runner.listed_rules import engine_names
from copylint.runner.rule_index import engine_tables
from copylint.runner.rules import all_rules

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = json.loads((ROOT / "copylint.schema.json").read_text("utf-8"))
VALIDATOR = Draft7Validator(SCHEMA)
BLOCK = re.compile(r"^ *```toml\n(.*?)^ *```", re.MULTILINE | re.DOTALL)


def tool() -> Any:
    spec = spec_from_file_location("tool", ROOT / "tools" / "write_config_table.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = tool()
ALL: list[Key] = [*KEYS, *TOOL.engines()]


def load(folder: Path, text: str) -> Config:
    (folder / "copylint.toml").write_text(text, "utf-8")
    return load_config(
        folder,
        explicit=folder / "copylint.toml",
        rules=all_rules,
        engines=engine_names(),
        formats=[each.name for each in entries()],
        tables=engine_tables(),
    ).config


def test_what_is_made_from_the_table_is_current() -> None:
    assert (ROOT / "copylint.schema.json").read_text("utf-8") == TOOL.schema()
    page = TOOL.PAGE.read_text("utf-8")
    assert page == TOOL.filled(page), "run python tools/write_config_table.py"


def test_the_schema_is_one() -> None:
    Draft7Validator.check_schema(SCHEMA)


def test_the_reader_has_the_keys_of_the_table(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as error:
        load(tmp_path, "qqq = 1\n")
    keys = str(error.value).splitlines()[0].partition("there are ")[2].split(", ")
    assert sorted(keys) == sorted({key.name.partition(".")[0] for key in ALL})


@pytest.mark.parametrize("key", ALL, ids=[key.name for key in ALL])
def test_the_example_of_a_key_sets_it(key: Key, tmp_path: Path) -> None:
    for name in ("house-words.txt", "never.txt", ".vale.ini"):
        (tmp_path / name).touch()
    (tmp_path / "house.memory").write_text("# copylint memory 1\n#\t0\t\t\n", "utf-8")
    with closing(sqlite3.connect(tmp_path / "printed.sqlite")) as db, db:
        db.execute("create table about (format text, rensa text)")
        db.execute("insert into about values (?, '')", (FORMAT,))
    (tmp_path / "rules").mkdir()
    example = key.example.replace('url = ""', 'url = "http://localhost:8081"')
    VALIDATOR.validate(tomllib.loads(example))
    assert (
        key.name.startswith("root")
        or load(tmp_path, example) != Config()
        or key.name
        in (
            "vocabulary.accept",
            "vocabulary.reject",
            "languagetool.timeout",
            "languagetool.disable",
            "languagetool.enable",
        )
    )


@pytest.mark.parametrize("key", KEYS, ids=[key.name for key in KEYS])
def test_a_default_that_is_shown_is_the_default(key: Key) -> None:
    field = key.name.replace("-", "_")
    if not key.default.startswith("`") or field in ("root", "grammar"):
        return
    default = getattr(Config(), field)
    shown = json.loads(key.default.strip("`"))
    assert shown == getattr(default, "label", default)


@pytest.mark.parametrize("key", ALL, ids=[key.name for key in ALL])
def test_reader_and_schema_refuse_a_value_of_another_type(key: Key, tmp_path: Path) -> None:
    # A time of day is a value of no key.
    line = "07:32:00"
    table, dot, name = key.name.partition(".")
    if name == '"<rule>"':
        text = f'[rules]\n"readability.grade" = {line}\n'
    else:
        text = f"[{table}]\n{name} = {line}\n" if dot else f"{table} = {line}\n"
    with pytest.raises(ConfigError):
        load(tmp_path, text)
    assert not VALIDATOR.is_valid(tomllib.loads(text))


@pytest.mark.parametrize(
    "text",
    [
        "langauge = 'en-GB'",
        "language = 'en-UK'",
        "timeout = 0",
        "max-file-size = 2001",
        "[severity]\nnames = 'fatal'",
        "[severity.names]\nvariant = 'fatal'",
        "[vocabulary]\naccpet = []",
        "names = [{ rejected = ['Quist'] }]",
        "[[fields]]\npath = 'body'",
        "grammar = 'harpoon'",
        "[languagetool]\nport = 1",
    ],
)
def test_reader_and_schema_refuse(text: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        load(tmp_path, text)
    assert not VALIDATOR.is_valid(tomllib.loads(text))


def examples() -> Iterator[Any]:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
    for page in pages:
        for number, block in enumerate(BLOCK.findall(page.read_text("utf-8"))):
            table = tomllib.loads(block)
            if "language-server" in table:  # the settings of an editor
                continue
            name = f"{page.stem}-{number}"
            if "tool" in table:
                table = table["tool"].get("copylint")
            if table is not None and "project" not in table:
                yield pytest.param(table, id=name)


@pytest.mark.parametrize("table", list(examples()))
def test_an_example_on_a_page_is_valid(table: dict[str, Any]) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(table)] == []


def test_the_command_prints_a_schema_with_the_rules_that_exist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "copylint.toml").write_text('root = true\npacks = ["rules"]\n')
    (tmp_path / "rules" / "House").mkdir(parents=True)
    rule = "extends: existence\nmessage: 'No %s.'\ntokens: [utmostest]\n"
    (tmp_path / "rules" / "House" / "Utmost.yml").write_text(rule)
    assert config(ConfigCommandOptions(schema=True)) == 0
    printed = json.loads(capsys.readouterr().out)
    Draft7Validator.check_schema(printed)
    names = printed["definitions"]["selector"]["anyOf"][0]["enum"]
    assert {"all", "names", "names.variant", "House", "House.Utmost"} <= set(names)
    grade = printed["definitions"]["options"]["properties"]["readability.grade"]
    assert grade["properties"]["max"]["type"] == "integer"
    full = Draft7Validator(printed)
    assert full.is_valid({"rules": {"readability.grade": {"max": 12}}})
    assert not full.is_valid({"rules": {"readability.grade": {"max": "twelve"}}})
