"""Help, the documentation and both readers follow the table of options."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from copylint.cli import app, quick
from copylint.cli.commands.check import CheckOptions
from copylint.cli.commands.fix import FixOptions
from copylint.cli.option_table import CommandOption, CommandOptions, OptionGroup, flag, strings

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import write_cli_tables  # noqa: E402


def help_of(name: str, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit):
        app.command()([*name.split(), "--help"], prog_name="copylint")
    return capsys.readouterr().out


@pytest.mark.parametrize("name", ["", "check", "warm", "warm stop", "vale import"])
def test_help_is_a_command(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = help_of(name, capsys)
    with pytest.raises(SystemExit) as end:
        app.command()(["help", *name.split()], prog_name="copylint")
    assert end.value.code == 0
    assert capsys.readouterr().out == wanted


@pytest.mark.parametrize(
    ("line", "message"),
    [("help fxi", "did you mean 'fix'?"), ("help fix x", "'fix' has no commands of its own")],
)
def test_help_names_an_unknown_command(
    line: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        app.command()(line.split(), prog_name="copylint")
    assert end.value.code == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("command", app.COMMANDS, ids=lambda command: command.name)
def test_help_lists_every_option_under_its_group(
    command: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = help_of(command.name, capsys)
    for option in command.options.table():
        group = option.group.value if option.names else "Arguments"
        _, heading, rest = shown.partition(f"\n{group}:\n")
        assert heading, group
        section = rest.partition("\n\n")[0]
        for name in (*option.names, option.off) if option.names else (option.metavar,):
            assert f" {name}" in section, (group, name)


def test_the_page_holds_the_tables_as_they_are_declared() -> None:
    page = write_cli_tables.PAGE.read_text("utf-8")
    assert write_cli_tables.filled(page) == page, "run: python tools/write_cli_tables.py"


@pytest.mark.parametrize("name", list(CheckOptions.by_name()))
def test_the_quick_reader_knows_every_option_of_check(name: str) -> None:
    option = CheckOptions.by_name()[name]
    value = (*option.choices, "1")[0]
    line = [name] if option.is_flag else [name, value]
    given = quick.read(line, CheckOptions)
    assert given is not None
    assert given.keys() == {option.argument}


def test_a_new_option_needs_nothing_but_its_row(capsys: pytest.CaptureFixture[str]) -> None:
    class More(CheckOptions):
        loud = flag("--loud", help="Say it louder.", group=OptionGroup.OUTPUT)

    assert quick.read(["--loud", "a.txt"], More) == {"loud": True, "paths": ["a.txt"]}
    assert quick.read(["--loud"], CheckOptions) is None
    assert "| `--loud` | Say it louder. |" in list(write_cli_tables.lines(More))
    assert More(loud=True).loud is True
    assert More().loud is False


def test_values_have_their_defaults_and_lists_are_tuples() -> None:
    class Some(CommandOptions):
        names = strings("--name", metavar="NAME", help="A name.")

    assert Some().names == ()
    assert Some(names=["a", "b"]).names == ("a", "b")
    with pytest.raises(TypeError, match="Some has no option nmaes"):
        Some(nmaes=["a"])


def test_option_names_are_unique() -> None:
    for command in (*app.COMMANDS, *(each for group in app.GROUPS for each in group.commands)):
        names = [n for each in command.options.table() for n in (*each.names, each.off) if n]
        assert len(names) == len(set(names)), command.name


def test_shared_options_are_the_same_records() -> None:
    shared: list[CommandOption[Any]] = [
        each for each in FixOptions.table() if each.argument != "unsafe"
    ]
    known = CheckOptions.table()
    apart = {each.argument for each in shared if each not in known}
    assert apart == {"diff", "track_changes", "output", "interactive", "fix_only"}


def test_an_everyday_check_imports_no_typer(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The ferry left at noon.\n")
    code = (
        "import sys; sys.argv[1:] = ['check', 'a.txt', '--isolated', '--no-cache', '-j', '1'];"
        "from copylint.cli.main import run_here; code = run_here();"
        "sys.exit(code or ('typer' in sys.modules) * 9)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("value", ["0", "-1", "x", "1.5", "\N{ARABIC-INDIC DIGIT THREE}"])
def test_a_number_is_decimal_and_not_below_the_least(value: str) -> None:
    option = CommandOption("--most", kind=int, default=1, help="The most.", least=1)
    with pytest.raises(ValueError, match=re.escape(value)):
        option.read(value)
    assert option.read("1") == 1
