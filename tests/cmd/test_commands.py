"""Whole command lines, from files: see README.md beside this one."""

from __future__ import annotations

import io
import re
import shlex
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from copylint.cli.main import main

DOCS = Path(__file__).parents[2] / "docs"
PAGES = [*sorted((DOCS / "tutorial").glob("*.md")), DOCS / "guides" / "editors.md"]
CASES = [*sorted((Path(__file__).parent / "cases").glob("*.md")), *PAGES]
BLOCK = re.compile(r"^(````?)(\w+)([^\n]*)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)


@dataclass
class Command:
    line: str
    stdin: str = ""
    stdout: list[str] = field(default_factory=list)
    stderr: list[str] = field(default_factory=list)
    code: int = 0


def parse_console(text: str) -> list[Command]:
    commands: list[Command] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            commands.append(Command(line[2:]))
        elif line.startswith("< "):
            commands[-1].stdin = line[2:]
        elif line.startswith("! "):
            commands[-1].stderr.append(line[2:])
        elif line.startswith("? "):
            commands[-1].code = int(line[2:])
        else:
            commands[-1].stdout.append(line)
    return commands


def agrees(expected: list[str], actual: list[str]) -> bool:
    """Whether the lines are as expected, wildcards considered."""
    pattern = ""
    for line in expected:
        if line == "...":
            pattern += r"(?:[^\n]*\n)*?"
        else:
            pattern += ".*?".join(map(re.escape, line.split("[..]"))) + "\n"
    return re.fullmatch(pattern, "".join(line + "\n" for line in actual)) is not None


def run(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[str], list[str], int | str | None]:
    words = shlex.split(command.line)
    streams = {name: io.TextIOWrapper(io.BytesIO(), "utf-8") for name in ("stdout", "stderr")}
    given = Path(command.stdin).read_bytes() if command.stdin else b""
    with monkeypatch.context() as patch:
        for name in ("NO_COLOR", "FORCE_COLOR", "COPYLINT_DEBUG"):
            patch.delenv(name, raising=False)
        patch.setenv("COLUMNS", "80")
        while "=" in words[0]:
            patch.setenv(*words.pop(0).split("=", 1))
        assert words[0] == "copylint"
        patch.setattr(sys, "argv", words)
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), "utf-8"))
        for name, stream in streams.items():
            patch.setattr(sys, name, stream)
        with pytest.raises(SystemExit) as exit_info:
            main()
    texts = {}
    for name, stream in streams.items():
        stream.flush()
        buffer = stream.buffer
        assert isinstance(buffer, io.BytesIO)
        # Only these end a line; other characters at which splitlines() splits must be seen.
        texts[name] = buffer.getvalue().decode("utf-8").removesuffix("\n").split("\n")
    out, err = ([] if lines == [""] else lines for lines in texts.values())
    return out, err, exit_info.value.code


@pytest.mark.usefixtures("schema_agrees")
@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_command_prints_what_the_case_shows(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = 0
    for _, kind, argument, text in BLOCK.findall(case.read_text(encoding="utf-8")):
        if kind == "file":
            name, *how = argument.split()
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if how == ["escaped"]:
                text = text.removesuffix("\n").encode().decode("unicode_escape")
                path.write_bytes(text.encode("latin-1"))
            else:
                path.write_text(text, encoding="utf-8", newline="\n")
            continue
        if case in PAGES and kind != "console":
            continue  # shown to the reader, not run: an installation, another program's file
        assert kind == "console"
        for command in parse_console(text):
            out, err, code = run(command, monkeypatch)
            seen = f"$ {command.line}\n" + "\n".join([*out, *("! " + e for e in err), f"? {code}"])
            assert code == command.code, seen
            assert agrees(command.stdout, out), seen
            assert agrees(command.stderr, err), seen
            ran += 1
    assert ran, "a case runs a command"
