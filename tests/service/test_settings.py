"""Settings follow the files on disk, and changes leave the rest of a file as it is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from copylint.core.errors import ConfigError, InputError
from copylint.service.settings import Settings

COMMENTED = """\
# House settings.
language = "en-GB" # British

[vocabulary]
# Words.
accept = ["words.txt"]

[per-file-ignores]
"letters/**" = ["grammar"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "copylint.toml").write_text(COMMENTED)
    (tmp_path / "words.txt").write_text("Tolvane\n# a note\nquist # odd\n")
    (tmp_path / "news").mkdir()
    return tmp_path


def test_configuration_is_read_again_once_it_changes(folder: Path) -> None:
    settings = Settings()
    path = str(folder / "news" / "a.md")
    assert settings.for_path(path).language == "en-GB"
    assert settings.for_path(path) is settings.for_path(path)
    (folder / "copylint.toml").write_text('language = "en-US"\nnames = []\n')
    assert settings.for_path(path).language == "en-US"
    (folder / "news" / ".copylint.toml").write_text('language = "en-AU"\n')
    assert settings.for_path(path).language == "en-AU"
    (folder / "news" / ".copylint.toml").unlink()
    assert settings.for_path(path).language == "en-US"


def test_word_list_is_read_again_once_it_changes(folder: Path) -> None:
    settings = Settings()
    path = str(folder / "a.md")
    assert settings.words(path) == ["Tolvane", "quist"]
    (folder / "words.txt").write_text("Tolvane\nHarbourside\n")
    assert settings.words(path) == ["Harbourside", "Tolvane"]


def test_error_is_raised_until_it_is_mended(folder: Path) -> None:
    settings = Settings()
    path = str(folder / "a.md")
    (folder / "copylint.toml").write_text("language = 7\n")
    for _ in range(2):
        with pytest.raises(ConfigError, match="language"):
            settings.for_path(path)
    (folder / "copylint.toml").write_text("")
    assert settings.for_path(path).ignore == ()


def test_words_are_added_and_removed_in_the_house_file(folder: Path) -> None:
    settings = Settings()
    path = str(folder / "news" / "a.md")
    assert settings.accept_word(path, "Orla  Quist") == str(folder / "words.txt")
    settings.accept_word(path, "Orla Quist")
    assert (folder / "words.txt").read_text() == "Tolvane\n# a note\nquist # odd\nOrla Quist\n"
    assert settings.remove_word(path, "quist")
    assert not settings.remove_word(path, "quist")
    assert settings.words(path) == ["Orla Quist", "Tolvane"]
    assert (folder / "words.txt").read_text() == "Tolvane\n# a note\nOrla Quist\n"


def test_entry_that_a_word_list_cannot_hold_is_refused(folder: Path) -> None:
    settings = Settings()
    for word in ("", "  ", "# note", "a\x00b", "a # b"):
        with pytest.raises(ConfigError, match="word or phrase"):
            settings.accept_word(str(folder / "a.md"), word)


def test_word_list_is_made_where_there_is_none(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "deep").mkdir()
    settings = Settings()
    path = str(tmp_path / "deep" / "a.md")
    assert settings.accept_word(path, "Tolvane") == str(tmp_path / "copylint-words.txt")
    assert settings.words(path) == ["Tolvane"]
    assert settings.files(path) == (str(tmp_path / "copylint.toml"),)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'ignore = ["spelling.unknown"]\n'),
        (COMMENTED, COMMENTED.replace("[voc", 'ignore = ["spelling.unknown"]\n[voc')),
        ("ignore = []\n", 'ignore = ["spelling.unknown"]\n'),
        ('ignore = ["names"] # x\n', 'ignore = ["names", "spelling.unknown"] # x\n'),
        (
            'ignore = [\n    "names", # no\n]\nlanguage = "en-GB"\n',
            'ignore = [\n    "names",\n    "spelling.unknown", # no\n]\nlanguage = "en-GB"\n',
        ),
    ],
)
def test_rule_is_switched_off_in_the_file(tmp_path: Path, before: str, after: str) -> None:
    file = tmp_path / "copylint.toml"
    file.write_text(before)
    (tmp_path / "words.txt").write_text("")
    settings = Settings()
    path = str(tmp_path / "a.md")
    for _ in range(2):
        assert settings.ignore_rule(path, "spelling.unknown") == str(file)
    assert "spelling.unknown" in settings.for_path(path).ignore
    assert file.read_text() == after


def test_rule_is_switched_off_in_a_shared_file(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text('[project]\nname = "a"\n\n[tool.copylint]\nlanguage = "en-GB"\n')
    settings = Settings()
    settings.ignore_rule(str(tmp_path / "a.md"), "names")
    assert file.read_text() == (
        '[project]\nname = "a"\n\n[tool.copylint]\nignore = ["names"]\nlanguage = "en-GB"\n'
    )


def test_unknown_rule_is_not_written(folder: Path) -> None:
    with pytest.raises(ConfigError, match="no rule"):
        Settings().ignore_rule(str(folder / "a.md"), "spelling.nonsense")
    assert (folder / "copylint.toml").read_text() == COMMENTED


def test_read_only_word_list_is_an_error(folder: Path) -> None:
    (folder / "words.txt").chmod(0o444)
    with pytest.raises(InputError, match="read-only"):
        Settings().accept_word(str(folder / "a.md"), "Tolvanes")
    assert (folder / "words.txt").read_text().startswith("Tolvane\n# a note")


def test_nothing_of_strangers_is_read_or_written(folder: Path) -> None:
    settings = Settings(untrusted=True)
    path = str(folder / "a.md")
    config = settings.for_path(path)
    assert config.language == "auto"
    assert config.trust.strangers
    assert not config.trust.inline
    assert config.max_file_size == 2.0
    for change in (settings.accept_word, settings.remove_word, settings.ignore_rule):
        with pytest.raises(ConfigError, match="strangers"):
            change(path, "names")
    assert (folder / "copylint.toml").read_text() == COMMENTED


def test_explicit_file_holds_everywhere(folder: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('language = "en-AU"\n')
    settings = Settings(config_path=str(mine))
    assert settings.for_path(str(folder / "a.md")).language == "en-AU"
    assert settings.for_path("").language == "en-AU"
    mine.write_text('language = "en-CA"\n')
    assert settings.for_path(f"{os.sep}a.md").language == "en-CA"


def test_error_in_a_word_list_is_gone_once_the_list_is_mended(folder: Path) -> None:
    settings = Settings()
    path = str(folder / "a.md")
    (folder / "words.txt").unlink()
    for _ in range(2):
        with pytest.raises(ConfigError, match="words"):
            settings.for_path(path)
    assert settings.sources(path) == (str(folder / "words.txt"),)
    (folder / "words.txt").write_text("Tolvane\n")
    assert settings.words(path) == ["Tolvane"]


def test_words_and_rules_of_the_settings_are_named_and_watched(folder: Path) -> None:
    pack = folder / "packs" / "House"
    pack.mkdir(parents=True)
    rule = pack / "Never.yml"
    rule.write_text("extends: existence\nmessage: No.\ntokens: [harbour]\n")
    (folder / "copylint.toml").write_text('packs = ["packs"]\n' + COMMENTED)
    settings = Settings()
    path = str(folder / "a.md")
    assert settings.sources(path) == (str(folder / "words.txt"), str(folder / "packs"))
    before = settings.rules_state(path)
    assert before == settings.rules_state(path)
    rule.write_text("extends: existence\nmessage: Never.\ntokens: [harbour]\n")
    assert settings.rules_state(path) != before
    (folder / "copylint.toml").write_text("")
    assert settings.sources(path) == ()
    assert settings.rules_state(path) == b""
