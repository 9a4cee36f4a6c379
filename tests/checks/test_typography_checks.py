"""Spacing, stops, quotation marks and dates, beyond the rules' own examples."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint import Config, lint_text
from copylint.analysis.article import Article
from copylint.checks.mixed_quote_styles import MixedMarks
from copylint.checks.punctuation_spacing import PunctuationSpacing
from copylint.checks.terminal_punctuation import TerminalPunctuation
from copylint.checks.unbalanced_marks import UnbalancedMarks
from copylint.checks.weekdays import Weekdays
from copylint.checks.whitespace import WhitespaceCheck
from copylint.contract.check import Check, Options
from copylint.core.document import Document
from copylint.formats.markdown import Markdown
from copylint.formats.plain import PlainText

CHECKS: tuple[Check, ...] = (
    WhitespaceCheck(),
    PunctuationSpacing(),
    TerminalPunctuation(),
    MixedMarks(),
    UnbalancedMarks(),
    Weekdays(),
)


def plain(source: str) -> Document:
    return PlainText().read("x.txt", source)


def texts(check: Check, document: Document, rule: str) -> list[str]:
    matches = check.check(Article(document), Options())
    return [
        document.slice(match.span) for match in matches if (match.rule or check.rules[0].id) == rule
    ]


def fixed(check: Check, source: str) -> str:
    document = plain(source)
    matches = sorted(check.check(Article(document), Options()), key=lambda match: match.span)
    for match in reversed(matches):
        span = document.to_source(match.span)
        source = source[: span.start] + match.replacements[0] + source[span.end :]
    return source


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The pier  was shut.\n", "The pier was shut.\n"),
        (
            "The pier was shut.\u00a0\r\nIt rained.\u00a0 \r\n",
            "The pier was shut.\r\nIt rained.\r\n",
        ),
        ("😀 The pier \u00a0was shut.\n", "😀 The pier was shut.\n"),
    ],
)
def test_superfluous_spaces_are_reported(source: str, expected: str) -> None:
    assert fixed(WhitespaceCheck(), source) == expected


def test_markdown_hard_break_is_not_trailing_space() -> None:
    document = Markdown().read("x.md", "The pier was shut.  \nIt rained all day.\n")
    assert texts(WhitespaceCheck(), document, "typography.trailing-space") == []


def test_spaces_around_an_image_are_not_doubled() -> None:
    document = Markdown().read("x.md", "The pier ![](a.jpg) was shut all day.\n")
    assert texts(WhitespaceCheck(), document, "typography.double-space") == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The pier , once busy, was shut.\n", "The pier, once busy, was shut.\n"),
        ("The pier ,once busy, was shut.\n", "The pier, once busy, was shut.\n"),
        ("The pier was shut.Nobody came by.\n", "The pier was shut. Nobody came by.\n"),
        ('He called it "a ruin."Nobody came by.\n', 'He called it "a ruin." Nobody came by.\n'),
        ("The pier –once busy – was shut.\n", "The pier – once busy – was shut.\n"),
    ],
)
def test_misplaced_spaces_at_punctuation_are_reported(source: str, expected: str) -> None:
    assert fixed(PunctuationSpacing(), source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "Read shore.example.com/a,b or write to Desk.News@example.com.\n",
        "It cost 5,000 or .5 of it ... or so :) and 3 : 2.\n",
        'The "keeper"s of old.\n',
    ],
)
def test_correct_spaces_at_punctuation_are_silent(source: str) -> None:
    assert fixed(PunctuationSpacing(), source) == source


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("The pier,, once busy, was shut..\n", "The pier, once busy, was shut.\n"),
        ("Wait... etc., she said?! Now: :rocket:.\n", "Wait... etc., she said?! Now: :rocket:.\n"),
    ],
)
def test_doubled_punctuation(source: str, expected: str) -> None:
    assert fixed(TerminalPunctuation(), source) == expected


@pytest.mark.parametrize(
    "last",
    [
        "Additional reporting by the staff of the harbour desk",
        "Three ways to spend a wet day on the old pier:",
        "The New Harbour Wall And What It Costs The Town",
        "Write to the desk at letters@example.com about any of it",
        "“It was the best of piers in the town.” — Hilda Brook, keeper of the light",
    ],
)
def test_lines_that_need_no_full_stop(last: str) -> None:
    source = (
        "The council met on Monday to talk about the old pier.\n\n"
        "Nobody could say what the repairs would cost the town.\n\n"
        f"{last}\n\n"
        "A report is expected before the end of the summer.\n"
    )
    assert texts(TerminalPunctuation(), plain(source), "typography.missing-full-stop") == []


def test_two_apostrophe_habits_are_not_an_error() -> None:
    half = "It's the keeper's lamp and he won't sell it. "
    source = half * 3 + half.replace("'", "’") * 3 + "\n"
    assert texts(MixedMarks(), plain(source), "typography.mixed-apostrophe") == []


def test_a_straight_apostrophe_among_curly_ones() -> None:
    source = "It’s late. He’s home. She’s out. They’re here, and it isn't cold.\n"
    assert texts(MixedMarks(), plain(source), "typography.mixed-apostrophe") == ["isn't"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on Monday 6 June 2023.", "It opened on Tuesday 6 June 2023."),
        ("It opened on Monday, June 6, 2023.", "It opened on Tuesday, June 6, 2023."),
        ("It opened on Monday the 6th of June 2023.", "It opened on Tuesday the 6th of June 2023."),
        ("It opened on Mon 6 Jun 2023.", "It opened on Tue 6 Jun 2023."),
        ("It opened on Monday 2023-06-06.", "It opened on Tuesday 2023-06-06."),
    ],
)
def test_wrong_weekdays_are_reported(text: str, expected: str) -> None:
    assert fixed(Weekdays(), text + "\n") == expected + "\n"


def test_a_date_over_a_line_end() -> None:
    document = Markdown().read("x.md", "It opened on Monday\n6 June 2023.\n")
    assert texts(Weekdays(), document, "dates.weekday") == ["Monday"]


@pytest.mark.parametrize(
    "text",
    [
        "It opened on Tuesday 6 June 2023.",
        "It opened on Monday 6 June.",
        # The execution of Charles I: 30 January 1649 in the calendar England then kept.
        "He died on Tuesday 30 January 1649.",
        "It opened on Monday. By 6 June 2023 it was shut.",
        "It ran on 29 February 1900 in the old calendar.",
    ],
)
def test_correct_weekdays_are_silent(text: str) -> None:
    assert fixed(Weekdays(), text + "\n") == text + "\n"


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "a" + " " * n + "b",
        lambda n: "a  " * n,
        lambda n: "," * n,
        lambda n: "2023 " * n,
        lambda n: "(a " * n,
        lambda n: '"a ' * n,
    ],
    ids=["blanks", "runs", "commas", "years", "brackets", "quotes"],
)
def test_checks_take_linear_time(
    make: Callable[[int], str], work: Callable[[Callable[[], object]], int]
) -> None:
    def check_all(count: int) -> None:
        article = Article(plain(make(count)))
        for check in CHECKS:
            for _ in check.check(article, Options()):
                pass

    check_all(40_000)
    assert work(lambda: check_all(10_000)) < 15 * work(lambda: check_all(1_000))


@given(st.text(alphabet="aB1 .,;:!?\"'“”‘’()[]–—\u00a0\t\n\r\0😀é\u202e\ud800", max_size=120))
def test_checks_accept_any_text(source: str) -> None:
    document = plain(source)
    for check in CHECKS:
        for match in check.check(Article(document), Options()):
            assert match.span.end <= len(document.text)


def test_two_spaces_after_some_stops_are_one_finding() -> None:
    copy = (
        "It was shut.  It was cold. It rained. It was late.  All slept. The pier  stood. So it was."
    )
    matches = [*WhitespaceCheck().check(Article(plain(copy + "\n")), Options())]
    assert sorted((match.span.start, len(match.related)) for match in matches) == [
        (copy.index("  It"), 1),
        (copy.index("  stood"), 0),
    ]


@pytest.mark.parametrize(("name", "severity"), [("a.txt", "warning"), ("a.md", "suggestion")])
def test_mixed_marks_are_milder_if_a_renderer_unifies_them(name: str, severity: str) -> None:
    from copylint import lint_text

    found = lint_text(
        "It's the keeper’s lamp. He doesn't sell it. She's sure he won't.\n", path=name
    )
    assert [(f.rule, f.severity.label) for f in found] == [
        ("typography.mixed-apostrophe", severity)
    ]


def test_a_listing_continues_the_sentence_before_it() -> None:
    ended = "The bridge was shut on Monday.\n\n" * 6
    open_end = "To see the state of the bridge, you can now run\n\n"
    listing = "```\nbridge --state\n```\n\n"
    rule = "typography.missing-full-stop"
    with_listing = Markdown().read("x.md", ended + open_end + listing + ended)
    without = Markdown().read("x.md", ended + open_end + ended)
    assert texts(TerminalPunctuation(), with_listing, rule) == []
    assert texts(TerminalPunctuation(), without, rule) == ["run"]


@pytest.mark.parametrize(
    "text",
    [
        "The minister spoke in London.The vote was lost.",
        "He won in 2019.The club then folded.",
        "It cost £5m.Nobody paid.",
        "She joined the BBC.He left.",
        "They met (at noon).The rest left.",
        "He paid 5%.They left.",
    ],
)
def test_a_space_is_missing_after_a_name_or_figure(text: str) -> None:
    (found,) = lint_text(text, config=Config(select=("typography.missing-space",)))
    assert found.replacements == (". ",)


@pytest.mark.parametrize(
    "text",
    ["The ASP.Net page.", "It cost 2.5m. He paid.", "See example.The.com.", "A.J.The left."],
)
def test_a_stop_inside_a_name_or_figure_stays(text: str) -> None:
    assert lint_text(text, config=Config(select=("typography.missing-space",))) == []
