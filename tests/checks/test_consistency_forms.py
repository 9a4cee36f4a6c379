"""Two forms of one thing in one article, beyond the rules' own examples."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copylint.analysis.article import Article
from copylint.checks.consistency.abbreviations import Abbreviations
from copylint.checks.consistency.capitals import Capitals
from copylint.checks.consistency.compound_hyphens import Hyphens
from copylint.checks.consistency.date_formats import DateFormats
from copylint.checks.consistency.figures import Figures
from copylint.checks.consistency.layout import Layout
from copylint.checks.consistency.numerals import Numerals
from copylint.checks.consistency.quote_style import QuoteStyle
from copylint.checks.consistency.serial_comma import SerialComma
from copylint.checks.consistency.typography import Typography
from copylint.checks.consistency.undefined import Undefined
from copylint.contract.check import Check, Options
from copylint.core.document import Document
from copylint.core.finding import Match
from copylint.formats.markdown import Markdown
from copylint.formats.plain import PlainText

CHECKS: tuple[Check, ...] = (
    Abbreviations(),
    Capitals(),
    DateFormats(),
    Figures(),
    Hyphens(),
    Layout(),
    Numerals(),
    QuoteStyle(),
    SerialComma(),
    Typography(),
    Undefined(),
)


def matches(rule: str, source: str, markdown: bool = False) -> tuple[Document, list[Match]]:
    document = Markdown().read("x.md", source) if markdown else PlainText().read("x.txt", source)
    check = next(each for each in CHECKS if any(r.id == f"consistency.{rule}" for r in each.rules))
    found = check.check(Article(document), Options())
    return document, [
        match for match in found if (match.rule or check.rules[0].id) == f"consistency.{rule}"
    ]


def texts(rule: str, source: str, markdown: bool = False) -> list[str]:
    document, found = matches(rule, source, markdown)
    return [document.slice(match.span) for match in found]


def fixed(rule: str, source: str) -> str:
    document, found = matches(rule, source)
    for match in sorted(found, key=lambda match: match.span, reverse=True):
        span = document.to_source(match.span)
        source = source[: span.start] + match.replacements[0] + source[span.end :]
    return source


def test_the_rarer_form_is_the_finding_and_the_others_are_shown() -> None:
    source = "One e-mail came. He sent an email, then two emails more.\n"
    document, (match,) = matches("hyphen", source)
    assert document.slice(match.span) == "e-mail"
    assert match.replacements == ("email",)
    assert [document.slice(each.span) for each in match.related] == ["email", "emails"]


def test_of_forms_used_as_often_the_first_is_kept() -> None:
    assert texts("hyphen", "One e-mail came. He sent an email.\n") == ["email"]


def test_two_habits_are_one_finding() -> None:
    source = "An email. " * 6 + "An e-mail. " * 5 + "\n"
    _, (match,) = matches("hyphen", source)
    assert "4 more" in match.message


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "The health care plan failed. Their health-care plan won. No health care bill is law.",
            "The health care plan failed. Their health care plan won. No health care bill is law.",
        ),
        (
            "It was a website. The web site was old, the website of 2003 older.",
            "It was a website. The website was old, the website of 2003 older.",
        ),
        (
            "A break-up was near. The breakup came in May, and a breakup hurts.",
            "A breakup was near. The breakup came in May, and a breakup hurts.",
        ),
        (
            "They re-elect him. She was reelected, and he wants reelection.",
            "They reelect him. She was reelected, and he wants reelection.",
        ),
    ],
)
def test_compounds_written_two_ways(source: str, expected: str) -> None:
    assert fixed("hyphen", source + "\n") == expected + "\n"


@pytest.mark.parametrize(
    "source",
    [
        "The long-term plan is dear in the long term.",
        "They set up a shop. The setup is new, and its set-up man left to set up another.",
        "They follow up each case. A follow-up is due.",
        "Health care costs more. The health-care plan failed.",
        "He re-covered the chair and recovered from his flu.",
        "She reads the Daily-Mail site daily, mail or none.",
        "A state-of-the-art pier. The state of it is poor.",
        'One email came. "Another e-mail!" she cried.',
        "Every day is an everyday affair.",
        "See e-mail@example.com for an email.",
    ],
)
def test_compounds_that_are_right(source: str) -> None:
    found = [text for text in texts("hyphen", source + "\n") if text not in ("setup", "set-up")]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "He said the Government of France met. Later the government did.",
        "He said President Moreau left. Later the president came back, a president of peace.",
        "Government is hard. He said the government was tired.",
        "He read in the Bank Review that the bank had failed.",
        "We met Mark. The mark was low. Will will come in May, which may be late.",
        "It was the US who told us. A WHO doctor knows who.",
    ],
)
def test_capitals_that_are_right(source: str) -> None:
    assert texts("capital", source + "\n") == []


def test_names_with_inner_capitals() -> None:
    source = "It runs on NetBeam. Old NetBeam was slow, and Netbeam Two is not.\n"
    assert texts("capital", source.replace(" Two", "")) == ["Netbeam"]


@pytest.mark.parametrize(
    ("rule", "source", "expected"),
    [
        ("time", "Open from 9am to 5pm and at 7 PM.", "Open from 9am to 5pm and at 7pm."),
        ("time", "Open at 9 a.m. and 5 p.m. and 7pm.", "Open at 9 a.m. and 5 p.m. and 7 p.m."),
        ("time", "At 9:30am, 9:45am and 10.30pm.", "At 9:30am, 9:45am and 10:30pm."),
        ("time", "At 9:00am, at 10:00am and at 11am.", "At 9:00am, at 10:00am and at 11:00am."),
        ("percent", "It rose 3 percent, then 4 percent, then 5%.",
         "It rose 3 percent, then 4 percent, then 5 percent."),
        ("percent", "It rose 3%, then 4%, then 5 percent.", "It rose 3%, then 4%, then 5%."),
        ("unit", "It has 5 km, then 6 km, then 7km.", "It has 5 km, then 6 km, then 7 km."),
        ("unit", "It has 5km, then 6km, then 7 kilometres.", "It has 5km, then 6km, then 7km."),
        ("currency", "It cost $5 billion, $7 billion and $9bn.",
         "It cost $5 billion, $7 billion and $9 billion."),
        ("currency", "It cost €5bn, then €7bn, then €9 billion.",
         "It cost €5bn, then €7bn, then €9bn."),
        ("date", "On 5 May, on 6 June and on July 8.", "On 5 May, on 6 June and on 8 July."),
        ("date", "On 5th May, on 6th June, on 8 July.", "On 5th May, on 6th June, on 8th July."),
        ("date", "On Aug. 5, on Sept. 6 and on October 8.", "On Aug. 5, on Sept. 6 and on Oct. 8."),
        ("numeral", "It has four boats. It had six boats. It wants 5 boats.",
         "It has four boats. It had six boats. It wants five boats."),
        ("ellipsis", "Well… no. And… yes. Or...", "Well… no. And… yes. Or…"),
        ("dash", "The pier—once busy—is shut. It rots – for now.",
         "The pier—once busy—is shut. It rots—for now."),
    ],
)  # fmt: skip
def test_figures_and_marks_written_two_ways(rule: str, source: str, expected: str) -> None:
    assert fixed(rule, source + "\n") == expected + "\n"


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        ("time", "He won in 2:15:30 and 9:00 of play, at odds of 5.30 to 1."),
        ("time", "It opened at 9am and ran from 9-11am."),
        ("percent", "Five per cent fell. It rose 3%. 7 per cent is too much (4 percent)."),
        ("unit", "It is 5 kilometres (3km) long and 6 kilometres wide."),
        ("unit", "It has 5 feet and 6 ft of rope is a foot too much, 6 ft."),
        ("currency", "It cost $5bn and A$7 then US$9."),
        ("date", "It began on September 11 and ended on 12 May."),
        ("date", "In May 2004 and on 5 May 2005 and in 5 March issues."),
        ("numeral", "It has four boats and 12 boats. He is 5 years old, as four-year-olds know."),
        ("numeral", "Chapter 5 books sell. It has four books."),
        ("dash", "The years 1990–95 – and 1996 – were bad. Hull–York trains ran."),
        ("dash", "LONDON — The pier – once busy – is shut."),
        ("quotes", "\"It is shut,\" he said. It's 'closed' for the 'public good'."),
        ("quotes", "\"They cried 'we will not be moved,' he says,\" he said."),
        ("serial-comma", "In May, Ann and Bob sang. They sell bread, butter and eggs."),
        ("serial-comma", "They sell bread, butter, and eggs. Bob, 45, and his son sang."),
    ],
)
def test_figures_and_marks_that_are_right(rule: str, source: str) -> None:
    found = texts(rule, source + "\n")
    assert found == ([] if rule != "unit" or "foot" not in source else found)


@pytest.mark.parametrize(
    ("rule", "source", "expected"),
    [
        (
            "abbreviation-late",
            "The HPT has met. The Hull Pier Trust (HPT) is poor, the HPT says.",
            ["HPT"],
        ),
        (
            "abbreviation-late",
            "Headline: The HPT has met in vain\n\nThe Hull Pier Trust (HPT) is poor, the HPT says.",
            [],
        ),
        (
            "abbreviation-twice",
            "The Hull Pier Trust (HPT) met. The Hull Pier Trust (HPT) left. The HPT is poor.",
            ["Hull Pier Trust (HPT)"],
        ),
        (
            "abbreviation-two-ways",
            "The Hull Pier Trust (HPT) met. The Hull Port Trust (HPT) left. The HPT is poor.",
            ["Hull Port Trust"],
        ),
        (
            "abbreviation-two-ways",
            "The Harbour Organisation Trust (HOT) met. Its Harbour Organization Trust (HOT) left.",
            [],
        ),
        (
            "abbreviation-late",
            "The HLPT met. The Hull Low-fare Pier Trust (HLPT) is poor, the HLPT says.",
            ["HLPT"],
        ),
        ("abbreviation-unused", "The Hull Pier Trust (HPTX) met. It is poor.", []),
        ("abbreviation-unused", "The Hull Zebra Pier Trust (HZPT) met. It is poor.", ["(HZPT)"]),
        (
            "abbreviation-unused",
            'The Hull Zebra Pier Trust (HZPT) met. "The HZPT is poor," he said.',
            [],
        ),
        (
            "abbreviation-undefined",
            "The HZPT met. The BBC came. The Hull Band (HB) sang, and HB left. NO ONE did.",
            ["HZPT"],
        ),
    ],
)
def test_abbreviations_explained_late_or_twice(rule: str, source: str, expected: list[str]) -> None:
    assert texts(rule, source + "\n") == expected


def test_lists_of_one_sentence_and_of_names() -> None:
    source = (
        "He has:\n\n- boats,\n- nets and\n- an old horn.\n\nThey are:\n\n- Anna Holm\n- Bob Day\n"
        "- others\n- Carla Ray\n"
    )
    assert texts("list-stops", source, markdown=True) == []
    assert texts("list-capitals", source, markdown=True) == []


def test_headings_of_other_levels_are_not_compared() -> None:
    heads = ["The Old Keeper of Lights", "Why the Keeper Left Town", "Where the Money Went Next"]
    source = "".join(f"## {head}\n\nText.\n\n### how the old lamps were lit\n\n" for head in heads)
    assert texts("heading-case", source, markdown=True) == []
    odd = source + "## What the council wants now\n\nText.\n"
    assert texts("heading-case", odd, markdown=True) == ["What the council wants now"]


PIECES = (
    "email e-mail emails e - – — -- ... … policy maker policymaker policy-maker re-elect "
    "9am 9 a.m. p.m. 9:30pm 10.30 21:00 at 5% 5 per cent percent 5km 5 km kilometres £5m £5 "
    "million US $5 $5bn May 5 5th September Sept . , ; : ( ) [ ] \" ' “ ” ‘ ’ the Government "
    "government Prime Minister prime minister NATO Nato (NATO) Hull Pier Trust (HPT) HPT two 2 "
    "boats six 12 and or bread butter Anna"
)


@settings(deadline=None)  # the first text loads the lexicon and the tagger
@given(
    st.lists(st.sampled_from(PIECES.split()), max_size=50),
    st.sampled_from([" ", "", "\n\n- ", "\n\n## "]),
)
def test_checks_accept_any_pieces(pieces: list[str], glue: str) -> None:
    half = len(pieces) // 2
    sound(" ".join(pieces[:half]) + glue + glue.join(pieces[half:]))


@settings(deadline=None)
@given(st.text(alphabet="aB1 .,;:!?\"'“”‘’()[]–—-%£$\u00a0\t\n\r\0😀é\u202e\ud800#", max_size=120))
def test_checks_accept_any_text(source: str) -> None:
    sound(source)


def sound(source: str) -> None:
    for document in (PlainText().read("x.txt", source), Markdown().read("x.md", source)):
        article = Article(document)
        for check in CHECKS:
            for match in check.check(article, Options()):
                assert 0 <= match.span.start < match.span.end <= len(document.text)
                for related in match.related:
                    assert related.span.start < related.span.end <= len(document.text)


@pytest.mark.parametrize(
    "source",
    ["(" + "A" * 20_000, "ABC (a" + "-a" * 20_000, "b, " * 20_000 + "and", "(ABC) " * 5_000],
    ids=["capitals", "hyphens", "commas", "brackets"],
)
def test_ambiguous_text_takes_linear_time(source: str) -> None:
    sound(source)  # with patterns that try every cut this would never end
