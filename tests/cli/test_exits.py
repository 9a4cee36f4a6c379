"""Exit codes and messages for errors."""

from __future__ import annotations

import pytest
import typer

from copylint.cli import exits
from copylint.core.errors import ConfigError, EngineError


def raising(error: BaseException) -> int:
    raise error


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (ConfigError("a.toml:1:1: no"), 2, "copylint: a.toml:1:1: no\n"),
        (EngineError("harper", "absent"), 2, "copylint: harper: absent\n"),
        (typer.Abort(), 130, ""),
        (KeyboardInterrupt(), 130, ""),  # the caller reports it
        (FileNotFoundError(2, "No such file", "x"), 2, "copylint: x: No such file\n"),
    ],
)
def test_known_errors(
    error: BaseException, code: int, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exits.exit_code_of(lambda: raising(error)) == code
    assert capsys.readouterr().err == line


def test_internal_error_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COPYLINT_DEBUG", raising=False)
    assert exits.exit_code_of(lambda: raising(ZeroDivisionError("oh\x1b"))) == 2
    line = capsys.readouterr().err
    assert line.startswith("copylint: internal error: ZeroDivisionError: oh␛ (please report")
    assert line.count("\n") == 1


def test_internal_error_has_traceback_with_debug_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COPYLINT_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        exits.exit_code_of(lambda: raising(ZeroDivisionError()))
