"""Dashes and ellipses of several kinds in one article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.analysis.annotated_text import Passage
from copylint.analysis.article import Article
from copylint.analysis.majority_form import MinorityForm
from copylint.checks.consistency.matches import tell
from copylint.contract.check import Check, Options
from copylint.core.blocks import BlockKind
from copylint.core.finding import Match
from copylint.core.kept_patterns import compiled
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern

DASH = Rule(
    id="consistency.dash",
    summary="Flags a dash of a different kind from the article's others.",
    why=(
        "Spaced en dashes, unspaced em dashes and spaced hyphens all serve as dashes; an article "
        "should keep to one. Ranges, compounds, datelines, labels of list items and quoted words "
        "are not compared."
    ),
    bad=(
        Bad(
            "The pier – once busy – was shut. The café – its last shop – has gone. "
            "Nobody wept—or few.",
            "—",
            "The pier – once busy – was shut. The café – its last shop – has gone. "
            "Nobody wept – or few.",
        ),
        Bad(
            "The pier – once busy – was shut. The café – its last shop – has gone. The bar "
            "is open - for now.",
            " - ",
            "The pier – once busy – was shut. The café – its last shop – has gone. The bar "
            "is open – for now.",
        ),
    ),
    good=(
        Good("The pier – once busy – was shut from 1990–95. The Hull–York line was not."),
        Good("DOVER — The pier – once busy – was shut."),
        Good('The pier – once busy – was shut. "It rots—slowly," he said.'),
    ),
    severity=Severity.SUGGESTION,
)
ELLIPSIS = Rule(
    id="consistency.ellipsis",
    summary="Flags an ellipsis of a different kind from the article's others.",
    why="Three full stops and the single character look different in most typefaces.",
    bad=(
        Bad(
            '"Well... no," he said. "And yet... perhaps. We shall see…"',
            "…",
            '"Well... no," he said. "And yet... perhaps. We shall see..."',
        ),
    ),
    good=(Good('"Well... no," he said. "And yet... perhaps."'),),
    severity=Severity.SUGGESTION,
)

_DASH = LazyPattern(
    r"(?<=\w\w\w)(?:—|--|―)(?=\w\w)"
    # An unspaced en rule joins compounds; before such a word it is a dash.
    r"|(?<=[^\W\d_][^\W\d_])–(?=(?:the|an?|and|but|or|it|he|she|they|we|which|who|as|not|if)\s)"
    r"|(?<=[\w,.;:!?)\]”\"’'%])[ \u00a0\u2009\u202f](?:--|[-–—―])[ \u00a0\u2009\u202f]"
    r"(?=[\w(“\"‘'£$€])"
)
_SIGNS = ("–", "—", "―", "--", " - ")
_ELLIPSIS = compiled(r"(?<!\.)\.\.\.(?!\.)|…|(?<!\.)\. \. \.(?! ?\.)")
# "LONDON (AP) —" and the like before the first sentence.
_DATELINE = LazyPattern(r"[A-Z][A-Z.'’ ]{2,30}(?:, [A-Z][\w.]+)?(?: \([^)\n]{2,30}\))?")
# The most code points in a label of a list item.
_LABEL = 60
_CLOSING_QUOTES = frozenset("”\"’'")
_CALLED = {
    " - ": "hyphens with spaces",
    " – ": "en dashes with spaces",
    " — ": "em dashes with spaces",
    " -- ": "double hyphens with spaces",
    "—": "em dashes without spaces",
    "--": "double hyphens without spaces",
    "–": "en dashes without spaces",
}


class Typography(Check):
    """Compares an article's dashes, and its ellipses."""

    rules = (DASH, ELLIPSIS)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The rarer dashes and ellipses."""
        text = article.text
        if sum(sign in text for sign in _SIGNS) > 1 or _has_both(text):
            yield from _dashes(article)
        if ("..." in text and "…" in text) or ". . ." in text:
            yield from _ellipses(article)


def _has_both(text: str) -> bool:
    """Whether one sign occurs both with spaces and without."""
    return any(sign in text and f" {sign} " in text for sign in ("–", "—", "--"))


def _dashes(article: Article) -> Iterator[Match]:
    forms: dict[str, list[TextSpan]] = {}
    for passage in article.author_prose.passages:
        shown = passage.text
        if any(sign in shown for sign in _SIGNS):
            for form, span in _in_passage(article, passage):
                forms.setdefault(form, []).append(span)

    def message(minority: MinorityForm[str]) -> str:
        return f"The article's other dashes are {_CALLED[minority.usual]}; use one here."

    return tell(
        DASH, forms, message, lambda minority: minority.usual, lambda _: "another kind of dash"
    )


def _in_passage(article: Article, passage: Passage) -> Iterator[tuple[str, TextSpan]]:
    text, block = article.text, passage.block
    for found in _DASH.finditer(text, block.span.start, block.span.end):
        at, end = found.span()
        sign = found.group().strip().replace("―", "—")
        form = f" {sign} " if text[at].isspace() else sign
        if not article.author_prose.says(at) or _is_other(text, passage, at, end):
            continue
        if any(opaque.start < end and at < opaque.end for opaque in block.opaque):
            continue
        yield form, TextSpan(at, end)


def _is_other(text: str, passage: Passage, at: int, end: int) -> bool:
    """Whether the sign is not a dash of a sentence: a range, a label's, a signature's."""
    start = passage.block.span.start
    if text[at - 1].isdigit() or text[end].isdigit():
        return text[at - 1].isdigit() or not text[at].isspace()
    if text[at - 1] in _CLOSING_QUOTES and text[at].isspace() and text[end].isupper():
        return True
    if at - start > _LABEL:
        return False
    before = text[start:at]
    if _DATELINE.fullmatch(before):
        return True
    return passage.kind is BlockKind.LIST_ITEM and not any(stop in before for stop in ".;!?")


def _ellipses(article: Article) -> Iterator[Match]:
    text = article.text
    forms: dict[str, list[TextSpan]] = {}
    for passage in article.author_prose.passages:
        block = passage.block
        for found in _ELLIPSIS.finditer(text, block.span.start, block.span.end):
            at = found.start()
            if not any(opaque.start <= at < opaque.end for opaque in block.opaque):
                forms.setdefault(found.group(), []).append(TextSpan(at, found.end()))

    def message(minority: MinorityForm[str]) -> str:
        return f"This ellipsis is '{minority.form}'; the article's others are '{minority.usual}'."

    return tell(ELLIPSIS, forms, message, lambda minority: minority.usual, lambda form: f"'{form}'")
