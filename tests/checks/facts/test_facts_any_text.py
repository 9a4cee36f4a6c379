"""No check of facts fails on any text or finds a place outside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.analysis.article import Article
from copylint.checks.facts.ages import Ages
from copylint.checks.facts.announced_counts import AnnouncedCounts
from copylint.checks.facts.changes import Changes
from copylint.checks.facts.conversions import Conversions
from copylint.checks.facts.former_latter import FormerLatter
from copylint.checks.facts.headline_figures import HeadlineFigures
from copylint.checks.facts.headline_names import HeadlineNames
from copylint.checks.facts.honorifics import Honorifics
from copylint.checks.facts.introductions import Introductions
from copylint.checks.facts.magnitudes import Magnitudes
from copylint.checks.facts.offices import Offices
from copylint.checks.facts.parts import Parts
from copylint.checks.facts.percentages import Percentages
from copylint.checks.facts.ranges import Ranges
from copylint.checks.facts.rates import Rates
from copylint.checks.facts.scores import Scores
from copylint.checks.facts.shares import Shares
from copylint.checks.facts.votes import Votes
from copylint.checks.weekdays import Weekdays
from copylint.contract.check import Check, Options
from copylint.formats.markdown import Markdown

CHECKS: tuple[Check, ...] = (
    Ages(), AnnouncedCounts(), Weekdays(), HeadlineFigures(), HeadlineNames(), Honorifics(),
    Introductions(), Offices(), FormerLatter(), Ranges(), Shares(),
    Changes(), Parts(), Percentages(), Rates(), Conversions(),
    Scores(), Votes(), Magnitudes(),
)  # fmt: skip
# Pieces that the checks look for, so that their texts meet in every order.
PIECES = (
    "# ", "\n\n", "- ", "1. ", "\n", " ", ", ", ". ", ": ", "(", ")", "“", "”", "Mr ", "Dr. ",
    "Ada Quist", "Quist", "Edwin Quisttrop", "Quist's", "36", "-year-old ", "aged ", "three ",
    "reasons", "First, ", "Second, ", "the latter ", "both ", "40%", "the remaining 30 per cent",
    "£2bn", "$3m", " of the ", " out of ", "five ", "killed ", "from 1990 to ", "1980", "between ",
    "Monday", " 31 June", "Sat", " 6 May to ", "2023", "Home Secretary ", "born in ", "died ",
    "from 6,000 to ", "9,000", ", a rise of ", "60 per cent", "doubled ", "Of the 40 ",
    ": ", " men", "the remaining ", "leaving ", "a total of ",
    "26 miles", " (42km)", "6ft ", "2in", "30m", "25C ", " a year", " for 30 guests", ", or ", "£0",
    "won 3-1", "drew 2–1", " at half-time", "by two goals", "211-4", "a hat-trick", "31.7 overs",
    " votes to ", "a majority of ", "turnout of ", " in straight sets", "6-4, 3-6", "£2m", "20,000",
    "of whom ", "a third", "date: 2023-02-30\n", "---\n", "²", "٣", "😀",
)  # fmt: skip


@pytest.mark.parametrize("check", CHECKS, ids=[type(check).__name__ for check in CHECKS])
@given(
    text=st.one_of(
        st.text(max_size=200),
        st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
        st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=30).map("".join),
    )
)
def test_checks_accept_any_text(check: Check, text: str) -> None:
    document = Markdown().read("a.md", text)
    for match in check.check(Article(document), Options()):
        assert len(check.rules) == 1 or match.rule in {rule.id for rule in check.rules}
        for span in (match.span, *(related.span for related in match.related)):
            assert 0 <= span.start < span.end <= len(document.text)
