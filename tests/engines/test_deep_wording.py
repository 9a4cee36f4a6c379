"""The network's edits as findings: how sure they are decides how they are reported."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copylint.analysis.article import Article
from copylint.core.fix import Safety
from copylint.core.rule import Severity
from copylint.engines.deep_wording import Wording
from copylint.models.edit import ScoredEdit

Make = Callable[..., Article]
TEXT = "The club appointed an new manager after the defeat on Saturday."


def an_edit(score: float) -> ScoredEdit:
    start = TEXT.index("an new")
    return ScoredEdit(start, start + len("an"), "a", score, "article")


@pytest.mark.parametrize(
    ("score", "severity", "safety"),
    [
        (0.2, None, Safety.SAFE),
        (0.0, Severity.SUGGESTION, Safety.UNSAFE),
        (-0.3, Severity.SUGGESTION, Safety.UNSAFE),
    ],
)
def test_an_edit_that_is_not_believed_is_a_suggestion(
    score: float, severity: Severity | None, safety: Safety, article: Make
) -> None:
    read = article(TEXT)
    match = Wording(read).match(next(iter(read.sentences)), an_edit(score))
    assert match is not None
    assert (match.rule, match.replacements) == ("deep.article", ("a",))
    assert (match.severity, match.safety) == (severity, safety)


def test_an_edit_that_cannot_be_shown_has_no_severity_to_lower(article: Make) -> None:
    read = article(TEXT)
    before_the_first_word = ScoredEdit(0, 0, "to", -0.1, "missing-word")
    assert Wording(read).match(next(iter(read.sentences)), before_the_first_word) is None
