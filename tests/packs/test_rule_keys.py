"""Every key of a rule file does what the page on rules says."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.analysis.article import Article
from copylint.contract.check import Options
from copylint.core.document import Document
from copylint.core.finding import Match, SourceMatch
from copylint.core.fix import Safety
from copylint.core.rule import Severity
from copylint.formats.markdown import Markdown
from copylint.formats.plain import PlainText
from copylint.packs.pack_check import PackCheck
from copylint.packs.rule_loader import LoadedRule, load_packs
from copylint.packs.yaml_nodes import RuleProblem


def rules(folder: Path) -> list[LoadedRule]:
    """The rules of the pack House. Raises ``RuleProblem``."""
    loaded = load_packs(folder)
    if loaded.problems:
        raise RuleProblem("\n".join(loaded.problems))
    return loaded.packs["House"]


class House:
    """A pack of one rule, and what it finds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "House"
        self.folder.mkdir()

    def check(self, rule: str) -> PackCheck:
        (self.folder / "Rule.yml").write_text(rule, "utf-8")
        return PackCheck(rules(self.folder))

    def found(self, rule: str, text: str, *, markdown: bool = False) -> list[str]:
        document, matches = self.matches(rule, text, markdown=markdown)
        return [document.slice(match.span) for match in matches]

    def matches(
        self, rule: str, text: str, *, markdown: bool = False
    ) -> tuple[Document, list[Match]]:
        document = (Markdown() if markdown else PlainText()).read("a", text)
        return document, list(self.check(rule).check(Article(document), Options()))


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


KERB = "extends: existence\nmessage: No %s\ntokens: [kerb]\n"


def test_the_common_keys(house: House) -> None:
    (rule,) = house.check(
        KERB + "level: error\nlink: https://example.com/kerb\ndescription: On %s and 100%%.\n"
    ).rules
    assert (rule.id, rule.severity, rule.safety) == ("House.Rule", Severity.ERROR, Safety.NONE)
    assert rule.summary == "On … and 100%."
    assert rule.link == "https://example.com/kerb"


def test_keys_are_known_in_any_case_and_one_string_is_a_list(house: House) -> None:
    assert house.found("Extends: existence\nMessage: x\nTokens: kerb\n", "A kerb.") == ["kerb"]


def test_limit_counts_what_is_reported_in_an_article(house: House) -> None:
    text = 'A "kerb" here.\n\nA kerb, a kerb.\n\nA kerb.'
    _, matches = house.matches(KERB + "limit: 2\n", text)
    assert [match.span.start for match in matches] == [18, 26]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("text", ["kerb1", "kerb2", "kerb3", "kerb4", "kerb5", "kerb6", "kerb7"]),
        ("heading", ["kerb1"]),
        ("text.heading", ["kerb1"]),
        ("paragraph", ["kerb2"]),
        ("sentence", ["kerb2"]),
        ("list", ["kerb3"]),
        ("blockquote", ["kerb4"]),
        ("alt", ["kerb5"]),
        ("figure.caption", ["kerb6"]),
        ("table.cell", ["kerb7"]),
        ("[heading, list]", ["kerb1", "kerb3"]),
        ("[paragraph, sentence]", ["kerb2"]),
    ],
)
def test_scope_limits_where_a_rule_reads(house: House, scope: str, expected: list[str]) -> None:
    text = (
        "# A kerb1 in town\n\nThey saw it. It was a kerb2 of stone.\n\n- a kerb3\n\n"
        "> The kerb4 is high, they wrote.\n\n![a kerb5](a.png)\n\n"
        "A man on the kerb6 in May. Photo: Ana Dell/Reuters\n\n| a |\n| - |\n| kerb7 |\n"
    )
    rule = f"extends: existence\nmessage: x\nquoted: same\ntokens: ['kerb\\d']\nscope: {scope}\n"
    assert sorted(house.found(rule, text, markdown=True)) == expected


def test_a_block_quotation_is_quoted(house: House) -> None:
    text = "They met.\n\n> The kerb is high.\n"
    assert house.found(KERB, text, markdown=True) == []
    assert house.found(KERB + "scope: blockquote\n", text, markdown=True) == ["kerb"]


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("A very old kerb.", "A old kerb."),
        ("Very old.", "old."),
        ("It is old, very.", "It is old,."),
        ("(very) old", "() old"),
        ("It is old very", "It is old"),
    ],
)
def test_remove_takes_a_space_along(house: House, text: str, fixed: str) -> None:
    rule = (
        "extends: existence\nmessage: Delete %s.\nignorecase: true\n"
        "tokens: [very]\naction: {name: remove}\n"
    )
    _, (match,) = house.matches(rule, text)
    assert match.replacements == ("",)
    assert text[: match.span.start] + text[match.span.end :] == fixed


def test_replace_gives_the_message_the_better_words(house: House) -> None:
    rule = (
        "extends: existence\nmessage: \"Not '%s' but '%s'.\"\ntokens: ['kerb\\w*']\n"
        "action:\n  name: replace\n  params: [curb, edge]\n"
    )
    (match,) = house.matches(rule, "A kerbside.")[1]
    assert match.message == "Not 'kerbside' but 'curb' or 'edge'."
    assert match.replacements == ("curb", "edge")
    assert match.safety is None  # the rule's own, so that it can be applied


def test_a_message_may_number_its_words(house: House) -> None:
    rule = "extends: substitution\nmessage: '%[2]s: %[1]s'\nswap: {kerb: curb}\n"
    (match,) = house.matches(rule, "A kerb.")[1]
    assert match.message == "kerb: curb"
    assert (match.replacements, match.safety) == (("curb",), Safety.NONE)


def test_raw_is_one_pattern_before_or_after_the_tokens(house: House) -> None:
    rule = "extends: existence\nmessage: x\nraw: ['\\bA ', '(?:big )?']\ntokens: [kerb, lane]\n"
    assert house.found(rule, "A big kerb. A lane. The lane.") == ["A big kerb", "A lane"]
    rule = "extends: existence\nmessage: x\nraw: [' end']\ntokens: [kerb, lane]\nappend: true\n"
    assert house.found(rule, "A lane end, a lane.") == ["lane end"]


def test_nonword_matches_inside_words(house: House) -> None:
    assert house.found(KERB, "A kerbside kerb.") == ["kerb"]
    assert house.found(KERB + "nonword: true\n", "A kerbside kerb.") == ["kerb", "kerb"]


def test_an_exception_inside_a_match_spares_it(house: House) -> None:
    rule = "extends: existence\nmessage: x\ntokens: ['very \\w+']\nexceptions: [old, (?i)NEW]\n"
    assert house.found(rule, "very old, very Old, very new") == ["very Old"]


def test_a_swap_finds_nothing_that_is_right_already(house: House) -> None:
    head = "extends: substitution\nmessage: '%s'\nignorecase: true\n"
    assert house.found(head + "swap: {email: Email}\n", "An email. Email.") == ["email"]
    regex = head + "swap: {'e-?mail': 'e(?:-)?mail'}\n"
    assert house.found(regex, "An e-mail, an email, an E-mail.") == ["E-mail"]


def test_the_longest_key_wins_and_groups_keep_what_they_look_at(house: House) -> None:
    rule = (
        "extends: substitution\nmessage: '%s'\naction: {name: replace}\n"
        "swap: {kerb: curb, 'kerb (stones?)(?= here)': 'curb$1'}\n"
    )
    _, matches = house.matches(rule, "A kerb stone here, a kerb stone.")
    assert [match.replacements for match in matches] == [("curbstone",), ("curb",)]


def test_occurrence_reports_what_is_missing(house: House) -> None:
    rule = "extends: occurrence\nmessage: '%d'\nscope: heading\nmin: 1\ntoken: in\n"
    text = "# A fire\n\nIt burnt.\n\n## It is in town\n"
    assert house.found(rule, text, markdown=True) == ["A fire"]


def test_code_is_not_read_and_wrapped_lines_are(house: House) -> None:
    rule = "extends: existence\nmessage: x\ntokens: ['free [^z]+ gift']\n"
    text = "A free and\ngood gift, `free and good gift`.\n"
    assert house.found(rule, text, markdown=True) == ["free and\ngood gift"]


def test_anchors_are_about_lines(house: House) -> None:
    rule = "extends: existence\nmessage: x\ntokens: ['^kerb$']\n"
    assert house.found(rule, "a kerb\nkerb\n\nkerb") == ["kerb", "kerb"]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("(?i)kerb", "A KERB", ["KERB"]),
        ("a(?i)b", "aB AB", ["aB"]),
        ("(?<=the |a )kerb", "the kerb, my kerb, a kerb", ["kerb", "kerb"]),
        ("[a-z-[aeiou]]{2}", "ae st", ["st"]),
        ("[a&&b]+", "a&&b", ["a&&b"]),
        (r"(?<c>\w)\k<c>", "aa ab", ["aa"]),
        ("stra(?:ss|x)e", "strasse straße", ["strasse"]),
    ],
)
def test_patterns_follow_dotnet_syntax(
    house: House, pattern: str, text: str, expected: list[str]
) -> None:
    rule = f"extends: existence\nmessage: x\ntokens: ['{pattern}']\n"
    assert house.found(rule, text) == expected


def test_a_line_of_a_megabyte_with_many_matches_is_read_once(house: House) -> None:
    text = "A kerb and a lane of it. " * 40_000
    rule = KERB.replace("kerb", "kerb, lane") + "exceptions: [lane end]\n"
    assert len(house.found(rule, text)) == 80_000


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (KERB + "action: {name: replace}\n", "no 'params'"),
        (KERB + "action: {name: edit}\n", "the first of 'params' is one of regex, trim"),
        (KERB + "action: {name: edit, params: [trim]}\n", "after 'trim' 'params' has 1 more"),
        (KERB + "action: {name: edit, params: [regex, '(', a]}\n", "not a regular expression"),
        (KERB + "action: {name: edit, params: [split, a, b]}\n", "must be a whole number"),
        (KERB + "action: {name: convert}\n", "the only conversion"),
        (KERB + "action: {name: suggest, params: [own.tengo]}\n", "scripts are not run"),
        (KERB + "code: true\n", "use 'scope: raw'"),
        (KERB + "status: ready\n", "'status' must be one of live, draft"),
        (KERB + "effective: soon\n", "must be a day as in 2026-03-01"),
        (KERB + "action: {name: delete}\n", "'delete' is not an action"),
        (KERB + "action: {params: [a]}\n", "has no 'name'"),
        (KERB + "level: warn\n", "4:8: 'level' must be one of suggestion, warning, error"),
        (KERB + "quoted: no\n", "'quoted' must be one of ignore, query, same"),
        (KERB + "limit: many\n", "'limit' must be a whole number"),
        (KERB + "vocab: 3\n", "'vocab' must be true or false"),
        (KERB + "scope: headings\n", "did you mean 'heading'"),
        (KERB + "exceptions: ['(']\n", "not a regular expression"),
        ("extends: existence\nmessage: 100% sure\ntokens: [a]\n", "write '%%'"),
        ("extends: substitution\nmessage: x\n", "has no 'swap'"),
        ("extends: substitution\nmessage: x\nswap: {}\n", "'swap' is empty"),
        ("extends: substitution\nmessage: x\nswap: {a: b, a: c}\n", "'a' appears twice here"),
        (
            "extends: substitution\nmessage: x\nswap: {a: b}\naction: {name: replace, params: b}\n",
            "'swap' holds the better words",
        ),
        ("extends: occurrence\nmessage: x\ntoken: a\nmax: 1\nmin: 2\n", "'min' is above 'max'"),
        ("extends: occurrence\nmessage: x\ntoken: a\nmax: -1\n", "cannot be below 0"),
        (
            "extends: occurrence\nmessage: x\ntoken: a\nmax: 1\nvocab: true\n",
            "'vocab' is not a key",
        ),
        ("extends: occurrence\nmessage: x\nmax: 1\naction: {name: remove}\n", "cannot remove"),
        ("extends: existence\nmessage: x\ntokens: {a: b}\n", "must be a list of strings"),
        ("extends: existence\nmessage: x\ntokens: " + "[" * 500 + "]" * 500, "too deeply"),
        # Newer releases of libyaml refuse this by themselves.
        (
            "extends: existence\nmessage: x\ntokens: " + "[" * 5000 + "]" * 5000,
            "too deeply|maximum nesting depth",
        ),
        ("extends: existence\nmessage: x\ntokens: &a [*a]\n", "must be a string"),
        ("extends: existence\nmessage: x\n---\nb: c\n", "holds one rule"),
    ],
)
def test_errors_are_reported(house: House, rule: str, told: str) -> None:
    with pytest.raises(RuleProblem, match=told):
        house.check(rule)


def test_all_errors_are_reported_together_with_carets(house: House) -> None:
    (house.folder / "Other.yml").write_text("extends: existance\n", "utf-8")
    with pytest.raises(RuleProblem) as error:
        house.check("extends: scripts\nmessage: x\n")
    lines = str(error.value).splitlines()
    assert lines[0].endswith(
        "Other.yml:1:10: 'existance' is not a kind of rule; did you mean 'existence'?"
    )
    assert lines[1:3] == ["    extends: existance", "             ^^^^^^^^^"]
    assert lines[3].endswith(
        "Rule.yml:1:10: 'scripts' is not a kind of rule; use one of existence, substitution, "
        "occurrence, repetition, consistency, conditional, capitalization, metric, "
        "readability, spelling, sequence"
    )


def test_a_rule_that_is_not_in_force_yet_is_a_draft(house: House) -> None:
    (live,) = house.check(KERB + "effective: 2020-01-01\nowner: The desk\n").rules
    assert (live.in_force, live.default, live.owner, live.effective) == (
        True,
        True,
        "The desk",
        "2020-01-01",
    )
    (later,) = house.check(KERB + "effective: 9999-01-01\n").rules
    (draft,) = house.check(KERB + "status: draft\n").rules
    assert not later.in_force
    assert not draft.in_force


def test_a_finding_in_the_source_can_be_fixed_there(house: House) -> None:
    rule = (
        "extends: substitution\nmessage: '%s'\nscope: raw\nnonword: true\n"
        "action: {name: replace}\nswap: {'<br>': '<br/>'}\n"
    )
    document, (match,) = house.matches(rule, "A kerb<br>and a lane.\n", markdown=True)
    assert isinstance(match, SourceMatch)
    assert document.source[match.source.start : match.source.end] == "<br>"
    assert match.replacements == ("<br/>",)


def test_the_other_form_is_shown_beside_the_less_frequent_one(house: House) -> None:
    rule = "extends: consistency\nmessage: '%s'\neither: {advisor: adviser}\n"
    document, (match,) = house.matches(rule, "An adviser, an advisor, an adviser.")
    assert document.slice(match.span) == "advisor"
    assert match.replacements == ("adviser",)
    (other,) = match.related
    assert document.slice(other.span) == "adviser"
    assert other.message == "written this way here, 2 times in all"


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        ("words +", "expected a number, a name or '\\('"),
        ("wrods", "there is no 'wrods'"),
        ("words $ 2", "this is not part of a formula"),
        ("(words", "expected '\\)'"),
        ("words words", "what follows here is not understood"),
        ("math.sqrt(1, 2)", "'math.sqrt' takes 1"),
        ("(" * 200 + "1" + ")" * 200, "nested too deeply"),
        ("' '", "it is empty"),
    ],
)
def test_invalid_formulas_are_refused(house: House, formula: str, told: str) -> None:
    with pytest.raises(RuleProblem, match=told):
        house.check(f"extends: metric\nmessage: x\nformula: {formula}\ncondition: '> 1'\n")


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("extends: repetition\nmessage: x\n", "has no 'tokens'"),
        ("extends: consistency\nmessage: x\n", "has no 'either'"),
        ("extends: consistency\nmessage: x\neither: {'(': a}\n", "not a regular expression"),
        ("extends: conditional\nmessage: x\nfirst: a\n", "has no 'second'"),
        ("extends: capitalization\nmessage: x\n", "has no 'match'"),
        ("extends: capitalization\nmessage: x\nmatch: $titel\n", r"one of \$title"),
        ("extends: capitalization\nmessage: x\nmatch: $title\nstyle: MLA\n", "AP, Chicago"),
        ("extends: metric\nmessage: x\nformula: words\n", "has no 'condition'"),
        ("extends: readability\nmessage: x\ngrade: 8\n", "has no 'metrics'"),
        ("extends: readability\nmessage: x\ngrade: 8\nmetrics: [Fog]\n", "'Fog' is not a metric"),
        ("extends: readability\nmessage: x\ngrade: hi\nmetrics: [SMOG]\n", "must be a number"),
        ("extends: spelling\nmessage: x\ndictionaries: [x]\n", "there is no dictionary 'x.dic'"),
        ("extends: spelling\nmessage: x\nignore: x.txt\n", "there is no file 'x.txt'"),
        ("extends: spelling\nmessage: x\nfilter: [a]\n", "did you mean 'filters'"),
        ("extends: sequence\nmessage: x\ntokens: [a]\n", "must be a mapping"),
        ("extends: sequence\nmessage: x\ntokens: [{skip: 1}]\n", "has a 'pattern' or a 'tag'"),
        ("extends: sequence\nmessage: x\ntokens: [{tag: '('}]\n", "not a regular expression"),
        (
            "extends: sequence\nmessage: x\ntokens: [{tag: NN, negate: true}]\n",
            "no word that must be there",
        ),
    ],
)
def test_errors_of_other_kinds_are_reported(house: House, rule: str, told: str) -> None:
    with pytest.raises(RuleProblem, match=told):
        house.check(rule)
