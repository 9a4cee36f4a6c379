from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from copylint.config.files import start_folder
from copylint.config.load import LoadedConfig, load_config
from copylint.config.schema import Config, NameSetting, PathRules, RuleSources
from copylint.core.errors import ConfigError
from copylint.core.rule import Option, Rule, Severity
from copylint.core.safe_read import project_of
from copylint.engines.languagetool.engine import LanguageToolEngine

RULES: Mapping[str, Rule] = {
    rule.id: rule
    for rule in (
        Rule(
            "spelling.word",
            "",
            "",
            (),
            (),
            options=(
                Option("min-length", 3, ""),
                Option("ratio", 0.5, ""),
                Option("strict", False, ""),
                Option("style", "house", ""),
                Option("prefixes", ("un",), ""),
            ),
        ),
        Rule("spelling.compound", "", "", (), ()),
        Rule("names.variant", "", "", (), ()),
        Rule("harper.ItsContraction", "", "", (), ()),
    )
}
ENGINES = ("harper", "languagetool")

pytestmark = pytest.mark.usefixtures("schema_agrees")


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def load(start: Path, explicit: Path | None = None, isolated: bool = False) -> LoadedConfig:
    return load_config(
        start,
        explicit=explicit,
        isolated=isolated,
        rules=RULES,
        engines=ENGINES,
        tables={"languagetool": lambda: LanguageToolEngine.settings},
    )


def config(folder: Path, text: str, name: str = "copylint.toml") -> Config:
    """The configuration of a folder with this file, and no other above it."""
    path = folder / name
    path.write_text("root = true\n" + text if name != "pyproject.toml" else text, encoding="utf-8")
    return load(folder).config


def complaint(folder: Path, text: str) -> str:
    with pytest.raises(ConfigError) as error:
        config(folder, text)
    return str(error.value)


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path) == LoadedConfig(Config())


def test_every_key_is_read(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("gribble # a fish\n\n# none\nSoft  Launch\nC#\n", "utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xef\xbb\xbfutilise\r\nat this point\r")
    found = config(
        tmp_path,
        """
language = "en-AU"
select = ["spelling", "names.*"]
extend-select = ["harper.ItsContraction", "languagetool.ANYTHING"]
ignore = ["all"]
per-file-ignores = { "*.md" = ["spelling.word"], "drafts/" = ["names"] }
grammar = ["languagetool", "harper", "harper"]
names = ["Orla Quist", { name = "Bo Tarn", rejected = ["Bo Tarne"] }]
exclude = ["/old", "*.bak.txt"]
fail-on = "error"
strict-engines = true
[severity]
spelling = "suggestion"
"names.variant" = "error"
languagetool.ANYTHING = "suggestion"
[vocabulary]
accept = ["words.txt"]
reject = ["bad.txt"]
[languagetool]
url = "http://localhost:8081"
timeout = 5
disable = ["A"]
enable = ["B", "C"]
[rules."spelling.word"]
min-length = 4
ratio = 1
strict = true
style = "x"
prefixes = ["re"]
""",
    )
    base = str(tmp_path)
    assert found.language == "en-AU"
    assert found.select == ("spelling", "names.*")
    assert found.extend_select == ("harper.ItsContraction", "languagetool.ANYTHING")
    assert found.ignore == ("all",)
    assert found.per_file_ignores == (
        PathRules("*.md", ("spelling.word",), base),
        PathRules("drafts/", ("names",), base),
    )
    assert found.grammar == ("languagetool", "harper")
    assert found.names == (NameSetting("Orla Quist"), NameSetting("Bo Tarn", ("Bo Tarne",)))
    assert (found.exclude, found.exclude_base) == (("/old", "*.bak.txt"), base)
    assert found.fail_on is Severity.ERROR
    assert found.strict_engines
    assert found.severity == {
        "spelling": Severity.SUGGESTION,
        "names.variant": Severity.ERROR,
        "languagetool.ANYTHING": Severity.SUGGESTION,
    }
    assert found.vocabulary.accept == {"gribble", "Soft Launch", "C#"}
    assert found.vocabulary.reject == {"utilise", "at this point"}
    assert found.engines == {
        "languagetool": {
            "url": "http://localhost:8081",
            "timeout": 5.0,
            "disable": ("A",),
            "enable": ("B", "C"),
        }
    }
    assert found.rules == {
        "spelling.word": {
            "min-length": 4,
            "ratio": 1.0,
            "strict": True,
            "style": "x",
            "prefixes": ("re",),
        }
    }
    assert isinstance(found.rules["spelling.word"]["ratio"], float)


@pytest.mark.parametrize("text", ['grammar = "none"', "grammar = []", 'grammar = ["off"]'])
def test_grammar_can_be_switched_off(tmp_path: Path, text: str) -> None:
    assert config(tmp_path, text).grammar == ()


def test_one_engine_as_a_string(tmp_path: Path) -> None:
    assert config(tmp_path, 'grammar = "languagetool"').grammar == ("languagetool",)


def test_rules_may_be_written_without_quotation_marks(tmp_path: Path) -> None:
    found = config(
        tmp_path, "[rules.spelling.word]\nmin-length = 9\n[severity.names]\nvariant='error'"
    )
    assert found.rules == {"spelling.word": {"min-length": 9}}
    assert found.severity == {"names.variant": Severity.ERROR}


def test_names_as_an_array_of_tables(tmp_path: Path) -> None:
    found = config(tmp_path, '[[names]]\nname = "Bo  Tarn"\n[[names]]\nname = "Al Rigg"')
    assert found.names == (NameSetting("Bo Tarn"), NameSetting("Al Rigg"))


def test_settings_merge_upwards(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text(
        '[tool.copylint]\nroot = true\nlanguage = "en-US"\nselect = ["names"]\nexclude = ["/x"]\n'
        '[tool.copylint.severity]\nspelling = "error"\nnames = "error"\n'
        '[tool.copylint.rules."spelling.word"]\nmin-length = 1\nstyle = "outer"\n'
        '[tool.copylint.per-file-ignores]\n"*.md" = ["names"]\n'
    )
    (tmp_path / "a" / ".copylint.toml").write_text(
        'select = ["spelling"]\n[severity]\nnames = "suggestion"\n'
        '[rules."spelling.word"]\nstyle = "inner"\n[per-file-ignores]\n"*.txt" = ["names"]\n'
    )
    found = load(inner)
    assert found.files == (tmp_path / "a" / ".copylint.toml", tmp_path / "pyproject.toml")
    made = found.config
    assert made.language == "en-US"
    assert made.select == ("spelling",)
    assert made.severity == {"spelling": Severity.ERROR, "names": Severity.SUGGESTION}
    assert made.rules == {"spelling.word": {"min-length": 1, "style": "inner"}}
    assert made.exclude_base == str(tmp_path)
    assert {(each.glob, each.base) for each in made.per_file_ignores} == {
        ("*.md", str(tmp_path)),
        ("*.txt", str(tmp_path / "a")),
    }


def test_root_ends_the_search(tmp_path: Path) -> None:
    inner = tmp_path / "a"
    inner.mkdir()
    (tmp_path / "copylint.toml").write_text('root = true\nlanguage = "en-US"')
    (inner / "copylint.toml").write_text("root = true")
    assert load(inner).config.language == "auto"


def test_first_configuration_file_of_a_folder_wins(tmp_path: Path) -> None:
    (tmp_path / "copylint.toml").write_text('root = true\nlanguage = "en-US"')
    (tmp_path / ".copylint.toml").write_text('fail-on = "error"')
    (tmp_path / "pyproject.toml").write_text("[tool.copylint]\nunknown = 1")
    found = load(tmp_path)
    assert found.files == (tmp_path / "copylint.toml",)
    assert found.config.fail_on is Severity.WARNING


@pytest.mark.parametrize(
    "text", ["[project]\nname='x'", "not toml at all", "[tool.other]\ncopylint=1"]
)
def test_pyproject_without_copylint_table_is_skipped(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    (tmp_path / "copylint.toml").write_text("root = true")
    (folder / "pyproject.toml").write_text(text)
    assert load(folder).files == (tmp_path / "copylint.toml",)


def test_an_explicit_file_is_the_only_one(tmp_path: Path) -> None:
    (tmp_path / "copylint.toml").write_text('language = "en-US"')
    other = tmp_path / "conf" / "house.toml"
    other.parent.mkdir()
    (other.parent / "w.txt").write_text("gribble")
    other.write_text('exclude = ["/x"]\n[vocabulary]\naccept = ["w.txt"]')
    found = load(tmp_path, explicit=other)
    assert found.files == (other,)
    assert found.config.language == "auto"
    assert found.config.vocabulary.accept == {"gribble"}
    assert found.config.exclude_base == str(tmp_path)  # where the command was given


def test_isolated_reads_nothing(tmp_path: Path) -> None:
    (tmp_path / "copylint.toml").write_text("nonsense")
    assert load(tmp_path, isolated=True) == LoadedConfig(Config())
    with pytest.raises(ConfigError, match="cannot be used with --isolated"):
        load(tmp_path, explicit=tmp_path / "copylint.toml", isolated=True)


def test_explicit_file_must_exist_and_hold_settings(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml: there is no such configuration file"):
        load(tmp_path, explicit=tmp_path / "none.toml")
    (tmp_path / "pyproject.toml").write_text("[project]")
    with pytest.raises(ConfigError, match=r"no table \[tool.copylint\]"):
        load(tmp_path, explicit=tmp_path / "pyproject.toml")
    with pytest.raises(ConfigError, match="cannot read"):
        load(tmp_path, explicit=tmp_path)


def test_rules_are_loaded_only_if_a_file_names_one(tmp_path: Path) -> None:
    def rules(sources: RuleSources) -> Mapping[str, Rule]:
        raise AssertionError("asked")

    (tmp_path / "copylint.toml").write_text('root = true\nlanguage = "en-US"')
    found = load_config(tmp_path, rules=rules, engines=ENGINES)
    assert found.config.language == "en-US"
    (tmp_path / "copylint.toml").write_text('root = true\nselect = ["names"]')
    with pytest.raises(AssertionError, match="asked"):
        load_config(tmp_path, rules=rules, engines=ENGINES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("selct = []", "copylint.toml:2:1: 'selct' is not a setting; did you mean 'select'?"),
        ("fail_on = 'error'", "did you mean 'fail-on'?"),
        ("zzz = 1", "'zzz' is not a setting; there are root, language"),
        ("language = 'en-gb'", "2:12: 'en-gb' is not a value of 'language'; did you mean 'en-GB'?"),
        ("language = 'en-UK'", "'en-UK' is not a value of 'language'; did you mean 'en-GB'?"),
        ("language = 'en_uk'", "did you mean 'en-GB'?"),
        ("language = 3", "'language' must be one of 'auto', 'en-GB'"),
        ("select = 'names'", "2:10: 'select' must be a list of strings, not a string"),
        ("select = [1]", "2:11: an item of 'select' must be a string, not this number"),
        (
            "ignore = ['spelling.wrod']",
            "there is no rule 'spelling.wrod'; did you mean 'spelling.word'",
        ),
        ("ignore = ['word']", "there is no rule 'word'; did you mean 'spelling.word'"),
        ("ignore = ['speling']", "did you mean 'spelling'?"),
        ("ignore = ['harper.Itscontraction']", "did you mean 'harper.ItsContraction'?"),
        ("ignore = ['zz*']", "there is no rule 'zz*'"),
        ("[severity]\n'spelling.wrod' = 'error'", "3:1: there is no rule 'spelling.wrod'"),
        ("[severity]\n'spelling.*' = 'error'", "a rule or a family, not a glob"),
        ("[severity]\nspelling = 'eror'", "3:12: 'eror' is not a value of 'severity.spelling'"),
        ("[per-file-ignores]\n'*.md' = 'names'", "'per-file-ignores.*.md' must be a list"),
        ("[per-file-ignores]\n'!*.md' = ['names']", "cannot begin with '!'"),
        ("exclude = ['!']", "2:12: '!' is not a glob"),
        ("grammar = 'harpr'", "did you mean 'harper'?"),
        ("grammar = ['harper', 'none']", "'none' cannot be combined with an engine"),
        ("vocabulary = 'x'", "'vocabulary' must be a table, not a string"),
        (
            "[vocabulary]\naccept = ['gone.txt']",
            "3:11: cannot read the word list 'gone.txt': No such",
        ),
        ("names = [{rejected = ['x']}]", "this entry of 'names' has no 'name'"),
        ("names = ['']", "an item of 'names' must be a name, or a table"),
        ("names = [{name = 'a', rejcted = []}]", "did you mean 'rejected'?"),
        ("languagetool.timeout = 0", "a number of seconds above 0"),
        ("languagetool.timeout = true", "'languagetool.timeout' must be a number, not true"),
        ("languagetool.timeout = inf", "must be a number"),
        ("languagetool.url = 'localhost'", "must begin with http:// or https://"),
        ("strict-engines = 'yes'", "must be true or false, not a string"),
        ("[rules.'spelling.wrod']\nstrict = true", "2:8: there is no rule 'spelling.wrod'"),
        ("[rules.spelling.wrod]\nstrict = true", "2:17: there is no rule 'spelling.wrod'"),
        ("[rules.'spelling.word']\nmin_length = 1", "did you mean 'min-length'?"),
        ("[rules.'spelling.word']\nmin-length = 1.5", "must be a whole number"),
        ("[rules.'spelling.word']\nmin-length = true", "must be a whole number, not true"),
        ("[rules.'spelling.word']\nprefixes = 'x'", "must be a list of strings"),
        ("[rules.'names.variant']\nx = 1", "'names.variant' has no options"),
        ("[rules]\nspelling = {}", "'spelling' is a family: options belong to one rule"),
        ("[rules]\n'spelling.word' = 3", "must be a table of options, not this number"),
        ("rules = []", "'rules' must be a table of rules"),
        ("language = ", "2:11: not valid TOML: Invalid value"),
        ("language = 'auto", "not valid TOML"),
        ("a = 1\na = 2", "3:6: not valid TOML: Cannot overwrite a value"),
        ("x = " + "[" * 5000, "copylint.toml: not usable: tables or lists are nested too deeply"),
    ],
)
def test_configuration_errors_name_place_and_remedy(
    tmp_path: Path, text: str, expected: str
) -> None:
    assert expected in complaint(tmp_path, text)


def test_configuration_error_shows_line_and_caret(tmp_path: Path) -> None:
    assert complaint(tmp_path, '\tselect = ["names", "naems"]') == (
        "copylint.toml:2:21: there is no rule 'naems'; did you mean 'names'?\n"
        '    \tselect = ["names", "naems"]\n'
        "    \t                   ^^^^^^^"
    )


def test_a_long_line_is_cut_around_the_caret(tmp_path: Path) -> None:
    text = "select = [" + "'names', " * 100 + "'naems']"
    _, excerpt, caret = complaint(tmp_path, text).splitlines()
    assert len(excerpt) < 110
    assert excerpt[caret.index("^") : len(caret)] == "'naems'"


def test_all_errors_of_all_files_are_reported_together(tmp_path: Path) -> None:
    inner = tmp_path / "a"
    inner.mkdir()
    (tmp_path / "copylint.toml").write_text("root = true\nlanguag = 'auto'")
    (inner / "copylint.toml").write_text("selct = []\nfail-on = 'never'\nignore = ['x', 'y']")
    with pytest.raises(ConfigError) as error:
        load(inner)
    message = str(error.value)
    assert message.count("^\n") + message.endswith("^") == 5
    assert "a/copylint.toml:3:16" in message
    assert "\ncopylint.toml:2:1" in message


def test_files_that_are_not_text(tmp_path: Path) -> None:
    (tmp_path / "copylint.toml").write_bytes(b"language = '\xff'")
    with pytest.raises(ConfigError, match="not UTF-8 text: byte 0xff at 12"):
        load(tmp_path)
    (tmp_path / "copylint.toml").write_text("root = true\nvocabulary.accept = ['w.txt']")
    (tmp_path / "w.txt").write_bytes(b"caf\xe9")
    with pytest.raises(ConfigError, match=r"'w.txt' is not UTF-8 text at byte 3"):
        load(tmp_path)


def test_byte_order_mark_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "copylint.toml").write_bytes(b"\xef\xbb\xbfroot = true\r\nlanguage = 'en-CA'\r\n")
    assert load(tmp_path).config.language == "en-CA"


def test_root_is_true_or_false(tmp_path: Path) -> None:
    (tmp_path / "copylint.toml").write_text("root = 1")
    with pytest.raises(ConfigError, match="'root' must be true or false, not this number"):
        load(tmp_path)


def test_start_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a/b", "a/c"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "a/b/x.md").touch()
    here = Path(os.path.abspath("."))  # noqa: PTH100
    assert start_folder([]) == start_folder(["-"]) == here
    assert start_folder(["a/b/x.md"]) == here / "a/b"
    assert start_folder(["a/b"]) == here / "a/b"
    assert start_folder(["a/b/x.md", "a/c"]) == here / "a"
    assert start_folder(["a/c/gone.md", "\0"]) == here / "a/c"
    monkeypatch.chdir(tmp_path / "a")
    assert start_folder(["../a/b"]) == here / "a/b"


def test_packs_are_folders_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    inner = tmp_path / "inner"
    inner.mkdir()
    found = config(tmp_path, 'packs = ["rules"]')
    assert found.packs == (str(tmp_path / "rules"),)
    (inner / "copylint.toml").write_text("packs = []\n", "utf-8")
    assert load(inner).config.packs == ()
    assert "there is no folder 'rulez'" in complaint(tmp_path, 'packs = ["rulez"]')
    assert "must be a list of folders" in complaint(tmp_path, 'packs = "rules"')


def test_a_vale_ini_and_how_it_is_read(tmp_path: Path) -> None:
    (tmp_path / ".vale.ini").write_text("", "utf-8")
    found = config(tmp_path, 'vale = ".vale.ini"\nvale-compat = "strict"')
    ini = str(tmp_path / ".vale.ini")
    assert found.rule_sources == RuleSources((), ini, strict=True, project=project_of(tmp_path))
    assert "there is no file 'vale.ini'" in complaint(tmp_path, 'vale = "vale.ini"')
    assert "did you mean 'strict'?" in complaint(tmp_path, 'vale-compat = "srict"')


def test_rules_are_asked_for_with_the_places_that_all_files_name(tmp_path: Path) -> None:
    asked: list[RuleSources] = []

    def rules(sources: RuleSources) -> Mapping[str, Rule]:
        asked.append(sources)
        return RULES

    (tmp_path / "rules").mkdir()
    (tmp_path / "inner").mkdir()
    (tmp_path / "copylint.toml").write_text('root = true\npacks = ["rules"]\n', "utf-8")
    (tmp_path / "inner" / "copylint.toml").write_text('select = ["names"]\n', "utf-8")
    load_config(tmp_path / "inner", rules=rules, engines=ENGINES)
    assert asked == [RuleSources((str(tmp_path / "rules"),), project=project_of(tmp_path))]
