"""copylint's own texts have no finding by its own rules and its house configuration."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def own_texts() -> ModuleType:
    spec = importlib.util.spec_from_file_location("own_texts", ROOT / "tools" / "own_texts.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["own_texts"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("part", ["docs", "rules", "docstrings", "messages"])
def test_own_texts_have_no_findings(
    part: str, own_texts: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert list(own_texts.PARTS[part](own_texts.house_config())) == []


def test_messages_are_read_as_python_joins_them(own_texts: ModuleType) -> None:
    source = (
        '"""Docstring."""\n'
        "def f(x):\n"
        '    Bad("An example that is wrong.", "x")\n'
        '    words("a list of words.")\n'
        '    SAMPLE = "Another example that is wrong."\n'
        "    Good(SAMPLE)\n"
        "    return g(\n"
        '        f"Write {x!r:>3} here, {{not}} "  # why\n'
        "        'there, she\\'s told.'\n"
        "    )\n"
    )
    (message,) = own_texts.messages_of(source)
    assert message.text == "Write `…` here, {not} there, she's told."
    assert message.places[message.text.index("Write")] == (8, 11)
    assert message.places[message.text.index("here")] == (8, 26)
    assert message.places[message.text.index("not")] == (8, 34)
    assert message.places[message.text.index("there")] == (9, 10)
    assert message.places[message.text.index("told")] == (9, 24)


def test_a_mistake_in_a_message_is_found_at_its_place(
    own_texts: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "copylint"
    package.mkdir()
    source = 'MESSAGE = (\n    "Delete it. "\n    f"Write {1} definately, not \'teh\'."\n)\n'
    (package / "module.py").write_text(source)
    config = own_texts.house_config()
    monkeypatch.setattr(own_texts, "ROOT", tmp_path)
    (found,) = own_texts.findings_in_messages(config)
    assert found.startswith("copylint/module.py:3:17 error spelling.unknown 'definately'")


def test_main_ends_with_1_if_there_is_a_finding(
    own_texts: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setitem(own_texts.PARTS, "rules", lambda config: iter(["a.md:1:1 a finding"]))
    assert own_texts.main(["rules"]) == 1
    assert capsys.readouterr().out == "a.md:1:1 a finding\n"
    monkeypatch.setitem(own_texts.PARTS, "rules", lambda config: iter([]))
    assert own_texts.main(["rules"]) == 0
