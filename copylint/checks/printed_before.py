"""Captions and paragraphs that the archive has printed before."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.analysis.printed_before import PrintedPassage
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Rule, Severity

# A paragraph that so many articles have describes something that returns, and is meant to.
_STANDING = 4

_EARLIER = (
    "<h1>Flood barrier</h1><p>2026-03-01</p>"
    "<figure><figcaption>The barrier at low tide, seen from the quay</figcaption></figure>"
    "<p>The barrier was built after the flood of 1953, which cost the lives of eleven people in "
    "the old town and left two thousand without a home.</p>",
)
_COPY = "<h1>{}</h1><p>The ferry was late.</p>{}<p>It will sail again in May.</p>"
_CAPTION = "<figure><figcaption>The barrier {}</figcaption></figure>"
_PARAGRAPH = (
    "The barrier was built after the flood of 1953, which cost the lives of {} people in the old "
    "town and left two thousand without a home."
)

CAPTION = Rule(
    id="printed.caption",
    summary="Flags a caption that ran with an earlier article.",
    why=(
        "A caption that ran before stands under a picture that ran before, or was pasted from "
        "another story and left there. The captions of an article, from five words, are looked up "
        "in the index that the configuration or --against names. An earlier version of the same "
        "article does not count, nor does an article of the same day or one that is updated."
    ),
    bad=(
        Bad(
            _COPY.format("Ferry", _CAPTION.format("at low tide, seen from the quay")),
            "The barrier at low tide, seen from the quay",
            format="html",
            printed=_EARLIER,
        ),
    ),
    good=(
        Good(
            _COPY.format("Ferry", _CAPTION.format("at high tide, seen from the quay")),
            format="html",
            printed=_EARLIER,
        ),
        Good(
            _COPY.format("Flood barrier", _CAPTION.format("at low tide, seen from the quay")),
            format="html",
            printed=_EARLIER,
        ),
    ),
    severity=Severity.SUGGESTION,
)
PARAGRAPH = Rule(
    id="printed.paragraph",
    summary="Flags a paragraph that ran in an earlier article.",
    why=(
        "A paragraph that was pasted from an earlier story may say what is no longer true. The "
        "paragraphs of an article, from twenty words, are looked up in the index that the "
        "configuration or --against names. A paragraph that four articles or more have is left "
        "alone, since it describes something that returns. Versions of the same story are left "
        "out, as for captions."
    ),
    bad=(
        Bad(
            _COPY.format("Ferry", f"<p>{_PARAGRAPH.format('eleven')}</p>"),
            _PARAGRAPH.format("eleven"),
            format="html",
            printed=_EARLIER,
        ),
    ),
    good=(
        Good(
            _COPY.format("Ferry", f"<p>{_PARAGRAPH.format('seven')}</p>"),
            format="html",
            printed=_EARLIER,
        ),
        Good(
            _COPY.format("Ferry", f"<p>{_PARAGRAPH.format('eleven')}</p>"),
            format="html",
            printed=_EARLIER * _STANDING,
        ),
    ),
    severity=Severity.SUGGESTION,
)


class PrintedBeforeCheck(Check):
    """Looks the captions and paragraphs of an article up in an index of the archive."""

    rules = (CAPTION, PARAGRAPH)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """A match for each passage that was printed before."""
        if options.against is None:
            return
        for passage in options.against.passages(article.document):
            if passage.kind == "caption" or passage.times < _STANDING:
                rule = CAPTION if passage.kind == "caption" else PARAGRAPH
                yield Match(passage.span, _message(passage), rule=rule.id)


def _message(passage: PrintedPassage) -> str:
    """As in "This caption ran under 'Flood barrier' on 2026-03-01 (a1)."."""
    last = passage.last
    under = f" under '{last.headline}'" if last.headline else ""
    when = f" on {last.day.isoformat()}" if last.day else ""
    if passage.times == 1:
        return f"This {passage.kind} ran{under}{when} ({last.id})."
    return f"This {passage.kind} has run {passage.times} times, last{under}{when} ({last.id})."
