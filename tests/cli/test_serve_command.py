"""The options of ``copylint serve`` become the settings of the server."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from copylint.cli.commands import serve as command
from copylint.cli.commands.serve import ServeOptions
from copylint.cli.exits import UsageError
from copylint.core.errors import ConfigError, CopylintError
from copylint.serve import server
from copylint.serve.settings import AccessToken, ServeSettings

SECRET = "0123456789abcdef"


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[ServeSettings]:
    """The settings of the servers that the test starts."""
    found: list[ServeSettings] = []
    monkeypatch.setattr(server, "serve", lambda settings, announce: found.append(settings))
    return found


def test_by_default_it_is_local_and_open(served: list[ServeSettings]) -> None:
    assert command.serve(ServeOptions()) == 0
    assert served == [ServeSettings()]
    assert served[0].is_local and served[0].port == 8484


def test_options(served: list[ServeSettings], tmp_path: Path) -> None:
    file = tmp_path / "tokens.txt"
    file.write_text(f"# whose is whose\n\n{SECRET}1 the desk\n{SECRET}2\n")
    command.serve(
        ServeOptions(
            folders=[str(tmp_path)],
            host="0.0.0.0",
            port=80,
            token=[SECRET],
            token_file=file,
            allow_origin=["https://cms.example/"],
            remember=True,
            upstream="http://lt.example/v2/",
            upstream_english=True,
            untrusted=True,
        )
    )
    (settings,) = served
    assert settings.tokens == (
        AccessToken(SECRET),
        AccessToken(f"{SECRET}1", "the desk"),
        AccessToken(f"{SECRET}2"),
    )
    assert settings.folders == (str(tmp_path.resolve()),)
    assert settings.origins == ("https://cms.example",)
    assert settings.upstream == "http://lt.example/v2"
    assert (settings.remembers, settings.untrusted, settings.upstream_english) == (True,) * 3
    assert settings.bounds.rate == 1_200
    command.serve(ServeOptions(rate=5))
    assert served[1].bounds.rate == 5


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"host": "0.0.0.0"}, "needs --token"),
        ({"host": "paper.example"}, "needs --token"),
        ({"allow_origin": ["*"]}, "needs --token"),
        ({"token": ["short"]}, "at least 16"),
        ({"token": ["0123456789abcde/"]}, "only letters"),
        ({"port": 65_536}, "65535"),
        ({"folders": ["no-such-folder"]}, "is not a folder"),
        ({"upstream": "lt.example"}, "must begin with"),
        ({"upstream_english": True}, "needs --upstream"),
    ],
)
def test_options_that_make_no_sense(
    served: list[ServeSettings], given: dict[str, Any], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        command.serve(ServeOptions(**given))
    assert served == []


def test_a_file_without_tokens_is_an_error(served: list[ServeSettings], tmp_path: Path) -> None:
    file = tmp_path / "tokens.txt"
    with pytest.raises(ConfigError, match=r"tokens\.txt"):
        command.serve(ServeOptions(token_file=file))
    file.write_text("# none yet\n")
    with pytest.raises(ConfigError, match="holds no token"):
        command.serve(ServeOptions(token_file=file))


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [each for each in sys.modules if each.startswith("copylint.serve")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("copylint.serve", raising=False)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(CopylintError, match=r"pip install '\.\[serve\]'"):
        command.serve(ServeOptions())


def test_a_configuration_with_a_fault_ends_the_start(tmp_path: Path) -> None:
    (tmp_path / "copylint.toml").write_text("languge = 1\n")
    with pytest.raises(ConfigError, match="languge"):
        server.serve(ServeSettings(port=0, folders=(str(tmp_path),)), print)
