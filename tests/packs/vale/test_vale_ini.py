"""A ``.vale.ini`` runs as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.analysis.article import Article
from copylint.contract.check import Options
from copylint.core.rule import Severity
from copylint.formats.markdown import Markdown
from copylint.packs.vale.find import find_ini
from copylint.packs.vale.glob import matches
from copylint.packs.vale.vale_loader import LoadedVale, load_vale

RULE = 'extends: existence\nmessage: "No %s"\ntokens: [{}]\n'


class Setup:
    """A folder with a configuration of Vale's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rule("House", "Kerb", RULE.format("kerb"))
        self.rule("House", "Lane", RULE.format("lane"))
        self.rule("Other", "Path", RULE.format("path"))

    def rule(self, style: str, name: str, text: str) -> None:
        self.file(f"styles/{style}/{name}.yml", text)

    def file(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def load(self, ini: str, *, strict: bool = False) -> LoadedVale:
        self.file(".vale.ini", "StylesPath = styles\n" + ini)
        return load_vale(self.folder / ".vale.ini", strict=strict)

    def found(
        self, ini: str, text: str, *, name: str = "a.md", strict: bool = False
    ) -> list[tuple[str, str, str]]:
        """Rule, words and level of each match in an article at ``name``."""
        loaded = self.load(ini, strict=strict)
        assert loaded.problems == []
        if loaded.check is None:
            return []
        document = Markdown().read(str(self.folder / name), text)
        rules = {rule.id: rule for rule in loaded.check.rules}
        found = []
        for match in loaded.check.check(Article(document), Options()):
            span = match.place(document.to_source)
            level = match.severity or rules[match.rule].severity
            found.append((match.rule, document.source[span.start : span.end], level.label))
        return found


@pytest.fixture
def setup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Setup:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    monkeypatch.chdir(tmp_path)
    return Setup(tmp_path)


TEXT = "A kerb, a lane and a path.\n"
KERB, LANE, PATH = (
    ("House.Kerb", "kerb", "warning"),
    ("House.Lane", "lane", "warning"),
    ("Other.Path", "path", "warning"),
)


def test_styles_of_every_file(setup: Setup) -> None:
    assert setup.found("[*]\nBasedOnStyles = House, Other\n", TEXT) == [KERB, LANE, PATH]


def test_the_last_section_that_matches_replaces_the_styles(setup: Setup) -> None:
    ini = "[*]\nBasedOnStyles = House\n[*.md]\nBasedOnStyles = Other\n"
    assert setup.found(ini, TEXT) == [PATH]
    assert setup.found(ini, TEXT, name="a.txt") == [KERB, LANE]


def test_rules_are_switched_one_by_one(setup: Setup) -> None:
    ini = "[*]\nBasedOnStyles = House\nHouse.Kerb = NO\nOther.Path = YES\n"
    assert setup.found(ini, TEXT) == [LANE, PATH]


def test_a_level_holds_in_its_section_and_everywhere_to_vale(setup: Setup) -> None:
    ini = "[*]\nBasedOnStyles = House\n[docs/*.md]\nHouse.Kerb = error\nHouse.Lane = NO\n"
    assert setup.found(ini, TEXT, name="docs/a.md") == [("House.Kerb", "kerb", "error")]
    assert setup.found(ini, TEXT, name="a.md") == [KERB, LANE]
    strict = setup.found(ini, TEXT, name="a.md", strict=True)
    assert strict == [("House.Kerb", "kerb", "error"), LANE]


def test_wrong_level_is_reported_and_silences_the_rule(setup: Setup) -> None:
    ini = "[*]\nBasedOnStyles = House\nHouse.Kerb = yes\n"
    (problem,) = setup.load(ini).problems
    assert ".vale.ini:4:14: 'House.Kerb' must be YES, NO, suggestion, warning, error" in problem
    assert problem.endswith("House.Kerb = yes\n                 ^^^")
    assert setup.found(ini, TEXT, strict=True) == [LANE]


def test_the_least_level(setup: Setup) -> None:
    ini = "MinAlertLevel = error\n[*]\nBasedOnStyles = House\nHouse.Kerb = error\n"
    assert setup.found(ini, TEXT) == [("House.Kerb", "kerb", "error")]


def test_vocabulary_files_are_read(setup: Setup) -> None:
    setup.file("styles/config/vocabularies/Desk/accept.txt", "# ours\nkerb\nZwom\n")
    setup.file("styles/config/vocabularies/Desk/reject.txt", "whilst\n")
    ini = "Vocab = Desk\n[*]\nBasedOnStyles = House, Vale\nVale.Repetition = NO\n"
    text = "A kerb, a lane and a zwom, whilst wrods fly.\n"
    assert setup.found(ini, text) == [
        LANE,
        ("Vale.Spelling", "wrods", "error"),
        ("Vale.Terms", "zwom", "error"),
        ("Vale.Avoid", "whilst", "error"),
    ]


def test_a_term_that_is_a_pattern(setup: Setup) -> None:
    setup.file("styles/config/vocabularies/Desk/accept.txt", "[Kk]erb[Ss]ide\n(\n")
    loaded = setup.load("Vocab = Desk\n[*]\nVale.Terms = YES\n")
    (problem,) = loaded.problems
    assert "accept.txt:2:1: not a regular expression" in problem
    assert loaded.terms.accept == ["[Kk]erb[Ss]ide"]


def test_tokens_and_blocks_that_are_ignored(setup: Setup) -> None:
    ini = (
        "[*]\nBasedOnStyles = House\n[*.md]\nTokenIgnores = (\\$[^$\\n]+\\$)\n"
        "BlockIgnores = (?s) *(\\{%.*?%\\})\n"
    )
    text = "A kerb, $a kerb$ here.\n\n{% kerb\nlane %}\n\nA lane.\n"
    assert setup.found(ini, text) == [KERB, LANE]
    assert setup.found(ini, text, strict=True) == [KERB, LANE]


def test_elements_that_are_skipped(setup: Setup) -> None:
    ini = "SkippedScopes = blockquote, h2, aside\n[*]\nBasedOnStyles = House\n"
    text = "# A kerb\n\n## A lane\n\n> They wrote of a kerb.\n\nA lane.\n"
    assert setup.found(ini, text) == [KERB, LANE]
    (note,) = setup.load(ini).notes
    assert note.endswith("cannot distinguish the text of aside")


@pytest.mark.parametrize(
    ("comment", "silenced"),
    [
        ("vale off", {"House.Kerb", "House.Lane", "Other.Path"}),
        ("vale House.Kerb = NO", {"House.Kerb"}),
        ("vale House.Kerb = off", {"House.Kerb"}),
        ("vale House = NO", {"House.Kerb", "House.Lane"}),
        ("vale styles = House", {"Other.Path"}),
        ("vale style = Other", {"House.Kerb", "House.Lane"}),
        ('vale House.Kerb["kerb","x"] = NO', {"House.Kerb"}),
        ('vale House.Kerb["x"] = NO', set()),
        ("vale of", set()),
    ],
)
def test_comments_in_the_article(setup: Setup, comment: str, silenced: set[str]) -> None:
    ini = "[*]\nBasedOnStyles = House, Other\n"
    text = f"{TEXT}\n<!-- {comment} -->\n\n{TEXT}"
    found = [rule for rule, _, _ in setup.found(ini, text)]
    assert {rule for rule in found if found.count(rule) == 1} == silenced


def test_comments_switch_on_again(setup: Setup) -> None:
    ini = "[*]\nBasedOnStyles = House\n"
    text = "<!-- vale off -->\n\nA kerb.\n\n<!-- vale on -->\n\nA lane.\n"
    assert setup.found(ini, text) == [LANE]


def test_other_delimiters_of_comments(setup: Setup) -> None:
    ini = "[*]\nBasedOnStyles = House\n[*.md]\nCommentDelimiters = {/*, */}\n"
    assert setup.found(ini, "A kerb.\n\n{/* vale off */}\n\nA lane.\n") == [KERB]


def test_rules_of_the_source_cannot_be_silenced_in_vale(setup: Setup) -> None:
    rule = "extends: existence\nmessage: x\nscope: raw\ntokens: [kerb]\n"
    setup.rule("House", "Kerb", rule)
    ini, text = "[*]\nHouse.Kerb = YES\n", "<!-- vale House.Kerb = NO -->\n\nA kerb.\n"
    assert setup.found(ini, text) == []
    assert setup.found(ini, text, strict=True) == [("House.Kerb", "kerb", "warning")]


def test_a_template_of_words(setup: Setup) -> None:
    ini = "WordTemplate = (?m)(?:^|\\s)(?:%s)(?=\\s)\n[*]\nBasedOnStyles = House\n"
    assert setup.found(ini, "A kerb here, a lane.\n") == [("House.Kerb", " kerb", "warning")]


def test_formats_are_read_as_others(setup: Setup) -> None:
    ini = "[formats]\nmkdown = md\n[*.md]\nBasedOnStyles = House\n"
    assert setup.found(ini, TEXT, name="a.mkdown") == [KERB, LANE]


def test_scripts_are_named_in_one_warning(setup: Setup) -> None:
    for name in ("Two", "One"):
        setup.rule("House", name, "extends: script\nmessage: x\nscript: y\n")
    loaded = setup.load("[*]\nBasedOnStyles = House\n")
    assert loaded.problems == []
    (note,) = loaded.notes
    assert note.endswith(
        ".vale.ini: these rules are scripts, which copylint does not run: House.One, House.Two"
    )


def test_a_bad_rule_leaves_the_others(setup: Setup) -> None:
    setup.rule("House", "Bad", "extends: existence\nmessage: x\ntokens: ['(']\n")
    loaded = setup.load("[*]\nBasedOnStyles = House\n")
    (problem,) = loaded.problems
    assert "Bad.yml:3:12: not a regular expression" in problem
    assert loaded.check is not None
    assert [rule.id for rule in loaded.check.rules] == ["House.Kerb", "House.Lane"]


@pytest.mark.parametrize(
    ("ini", "told"),
    [
        ("[*]\nBasedOnStyles = Hause\n", "there is no style 'Hause' in the StylesPath"),
        ("Vocab = None\n", "there is no vocabulary 'None'"),
        ("StylePath = styles\n", ":2:1: 'StylePath' is not a setting; did you mean 'StylesPath'?"),
        ("StylesPath = nowhere\n", ":2:14: there is no folder 'nowhere'"),
        ("MinAlertLevel = loud\n", ":2:17: 'MinAlertLevel' must be one of"),
        ("BasedOnStyles = House\n", ":2:1: 'BasedOnStyles' belongs in a section"),
        ("[*]\nStylesPath = x\n", ":3:1: 'StylesPath' belongs above the first section"),
        ("[*]\nBasedOnStyle = House\n", "did you mean 'BasedOnStyles'?"),
        ("[*]\nHouse.None = YES\n", "there is no rule 'House.None'"),
        ("[*]\nTokenIgnores = (\n", ":3:16: '(': "),
        ("[*.{md]\nBasedOnStyles = House\n", ":2:2: this is not a glob"),
        ("[*]\nCommentDelimiters = {/*\n", "'CommentDelimiters' has two"),
        ("WordTemplate = \\b\n", "a 'WordTemplate' has one '%s'"),
        ("[*]\nnonsense\n", ":3:1: neither '[section]' nor 'key = value'"),
    ],
)
def test_errors_name_their_place(setup: Setup, ini: str, told: str) -> None:
    (problem,) = setup.load(ini).problems
    assert told in problem


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("*", "a/b.md", True),
        ("*.md", "a/b.md", True),
        ("*.md", "a/b.mdx", False),
        ("docs/*.md", "docs/a/b.md", True),
        ("docs/**/*.md", "docs/a/b.md", True),
        ("docs/**/*.md", "docs/b.md", True),
        ("**/*.md", "a.md", True),
        ("docs/**", "other/b.md", False),
        ("*.{md,txt}", "a.txt", True),
        ("!*.md", "a.md", False),
        ("!*.md", "a.txt", True),
        ("a?.md", "ab.md", True),
        ("[ab].md", "b.md", True),
        ("[!ab].md", "b.md", False),
    ],
)
def test_sections_match_globs(glob: str, path: str, expected: bool) -> None:
    assert matches(glob, path) is expected


def test_where_the_file_is_looked_for(setup: Setup, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = setup.folder / "a" / "b"
    inner.mkdir(parents=True)
    setup.file("_vale.ini", "")
    assert find_ini(inner) == setup.folder / "_vale.ini"
    setup.file("a/.vale.ini", "")
    assert find_ini(inner) == setup.folder / "a" / ".vale.ini"
    monkeypatch.setenv("VALE_CONFIG_PATH", str(setup.folder / "_vale.ini"))
    assert find_ini(inner) == setup.folder / "_vale.ini"


def test_comments_and_quotation_marks_of_the_file(setup: Setup) -> None:
    ini = '; a remark\n[*] # all\nBasedOnStyles = "House" # ours\nBasedOnStyles = Other\n'
    assert setup.found(ini, TEXT) == [KERB, LANE, PATH]


def test_a_dictionary_of_hunspells(setup: Setup) -> None:
    setup.file("styles/config/dictionaries/x.dic", "2\nqxrt/S\nzwom\n")
    setup.file("styles/config/dictionaries/x.aff", "SFX S Y 1\nSFX S 0 s [^s]\n")
    rule = "extends: spelling\nmessage: x\ndictionaries: [x]\nappend: {}\n"
    text = "The qxrts and zwoms took a kerb.\n"
    setup.rule("House", "Kerb", rule.format("true"))
    ini = "[*]\nHouse.Kerb = YES\n"
    assert [word for _, word, _ in setup.found(ini, text)] == ["zwoms"]
    setup.rule("House", "Kerb", rule.format("false"))
    assert [word for _, word, _ in setup.found(ini, text)] == [
        "The",
        "and",
        "zwoms",
        "took",
        "kerb",
    ]


def test_severity_of_a_rule_is_its_own(setup: Setup) -> None:
    setup.rule("House", "Kerb", RULE.format("kerb") + "level: error\n")
    loaded = setup.load("[*]\nHouse.Kerb = YES\n")
    assert loaded.check is not None
    assert [rule.severity for rule in loaded.check.rules] == [Severity.ERROR]
