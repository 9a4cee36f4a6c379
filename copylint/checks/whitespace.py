"""Superfluous spaces: doubled or at the end of a line, and misplaced no-break spaces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.blocks import Block, BlockKind
from copylint.core.finding import Match, RelatedText
from copylint.core.fix import Safety
from copylint.core.kept_patterns import compiled
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern

DOUBLE_SPACE = Rule(
    id="typography.double-space",
    summary="Flags two or more spaces instead of one.",
    why=(
        "Extra spaces leave visible gaps in print. Columns are left alone, and so are the sentence "
        "ends of a document that always puts two spaces there; one that does so only sometimes "
        "gets a single finding."
    ),
    bad=(
        Bad("The harbour  was empty.\n", "  ", "The harbour was empty.\n"),
        Bad("The harbour \u00a0was empty.\n", " \u00a0", "The harbour was empty.\n"),
    ),
    good=(
        Good("It was shut.  It was cold.  It was late.  All slept.\n"),
        Good("Team      Played   Points\n"),
    ),
    safety=Safety.SAFE,
)

TRAILING = Rule(
    id="typography.trailing-space",
    summary="Flags a space at the end of a line.",
    why=(
        "Spaces at the end of a line, no-break spaces above all, show up in typesetting. In "
        "Markdown and AsciiDoc, whose renderers drop them, the finding is a suggestion."
    ),
    bad=(
        Bad(
            "The harbour was empty.\u00a0\nNobody came.\n",
            "\u00a0",
            "The harbour was empty.\nNobody came.\n",
        ),
    ),
    good=(Good("The harbour was empty.\nNobody came.\n"),),
    safety=Safety.SAFE,
)

NO_BREAK = Rule(
    id="typography.no-break-space",
    summary="Flags a no-break space between two words.",
    why=(
        "It comes with copy pasted from the web and keeps lines from breaking properly. A house "
        "that puts one before units should turn this rule off."
    ),
    bad=(Bad("The harbour\u00a0was empty.\n", "\u00a0", "The harbour was empty.\n"),),
    good=(Good("It cost 5\u00a0million, said Dr\u00a0Hale.\n"),),
    severity=Severity.SUGGESTION,
)

_SPACE = r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
# A run is tried only from its first space and never given back: linear in any text.
_RUN = compiled(rf"{_SPACE}(?<!{_SPACE}{_SPACE}){_SPACE}++(?=\S)")
_TRAILING = compiled(rf"{_SPACE}(?<!{_SPACE}{_SPACE}){_SPACE}*+(?=[\r\n]|\Z)")
_SENTENCE_BREAK = LazyPattern(rf"[.?!:][\"'”’)\]]*+({_SPACE}++)(?=[\"'“‘(\[]?[A-Z\d])")
_NO_BREAK = compiled(r"\u00a0(?=[a-z])")
_SYMBOL = LazyPattern(r"[{}<>=|\\$#@*~^_+│└├─;/]|--")
_FEW_WORDS = 8
_COLUMN_RUNS = 3
_WIDE = 8
_MOST_NAMED = 10


class WhitespaceCheck(Check):
    """Finds spaces that are too many or of the wrong kind."""

    rules = (DOUBLE_SPACE, TRAILING, NO_BREAK)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Superfluous spaces of the whole document."""
        document = article.document
        for match in (*_doubled(article), *_trailing(article), *_no_break(article)):
            block = document.block_at(match.span.start)
            # Spaces on either side of an image or a tag are apart in the source.
            if (
                block is not None
                and document.is_contiguous(match.span)
                and not any(
                    opaque.start <= match.span.end and match.span.start <= opaque.end
                    for opaque in block.opaque
                )
            ):
                yield match


def _doubled(article: Article) -> Iterator[Match]:
    text = article.text
    habit: bool | None = None
    after_stop: list[TextSpan] = []
    for found in _RUN.finditer(text):
        start = found.start()
        block = article.document.block_at(start)
        if block is None or block.kind is BlockKind.TABLE_CELL or start == block.span.start:
            continue
        if text[start - 1].isspace():
            continue  # indentation
        before = text[max(block.span.start, start - 3) : start]
        if before.rstrip("\"'”’)]")[-1:] in (".", "?", "!", ":"):
            if habit is None:
                habit = _sets_two_spaces(text)
            if not habit and not _is_column(text, block, found):
                after_stop.append(TextSpan(*found.span()))
        elif not _is_column(text, block, found):
            yield Match(
                TextSpan(*found.span()), "One space is enough here.", (" ",), rule=DOUBLE_SPACE.id
            )
    # A thumb that sometimes strikes twice after a stop: one finding mentions all, from a
    # place outside quotations if there is one.
    after_stop = [span for span in after_stop if article.document.is_contiguous(span)]
    after_stop.sort(key=lambda span: article.quotations.is_quoted(span.start))
    for span in after_stop[:1]:
        others = sorted(after_stop[1:])
        places = f"{len(others)} more place{'s' if len(others) > 1 else ''}"
        yield Match(
            span,
            f"One space is enough here and in {places}." if others else "One space is enough here.",
            (" ",),
            tuple(RelatedText(each, "and here") for each in others[:_MOST_NAMED]),
            rule=DOUBLE_SPACE.id,
            elsewhere=tuple(others),
        )


def _is_column(text: str, block: Block, run: re.Match[str]) -> bool:
    """Whether the run sets columns: it is wide, or its line has many for its words."""
    if len(run.group()) >= _WIDE or "\t" in run.group():
        return True
    low = max(block.span.start, run.start() - 120)
    high = min(block.span.end, run.end() + 120)
    line_start = max(low, text.rfind("\n", low, run.start()) + 1)
    line_end = text.find("\n", run.end(), high)
    line = text[line_start : line_end if line_end >= 0 else high]
    if not text[line_start : run.start()].strip(" -*•.0123456789)|"):
        return True  # the gap after a bullet or a number
    width = len(run.group())
    symbols = len(_SYMBOL.findall(line))
    if symbols * 20 > len(line) or (width > 2 and symbols * 40 > len(line)):
        return True  # a line of a listing
    runs = _RUN.findall(line)
    words = len(line.split())
    if width > 2 and words < _FEW_WORDS:
        return True
    if len(runs) >= _COLUMN_RUNS and len(runs) * 4 >= words:
        return True
    return len(runs) > 1 and len(runs) * 3 >= words and max(map(len, runs)) > 2


def _sets_two_spaces(text: str) -> bool:
    """Whether the document puts two spaces after its sentences as a habit."""
    two = one = 0
    for found in _SENTENCE_BREAK.finditer(text):
        if len(found.group(1)) >= 2:
            two += 1
        else:
            one += 1
    return two >= 3 and two >= 2 * one


def _trailing(article: Article) -> Iterator[Match]:
    is_markdown = article.document.format == "markdown"
    dropped = is_markdown or article.document.format in ("asciidoc", "html")
    severity = Severity.SUGGESTION if dropped else None
    for found in _TRAILING.finditer(article.text):
        spaces = found.group()
        hard_break = is_markdown and len(spaces) >= 2 and not spaces.strip(" ")
        if not hard_break and not article.text[found.start() - 1 : found.start()].isspace():
            yield Match(
                TextSpan(*found.span()),
                "Delete the space at the end of the line.",
                ("",),
                rule=TRAILING.id,
                severity=severity,
            )


def _no_break(article: Article) -> Iterator[Match]:
    for found in _NO_BREAK.finditer(article.text):
        before = article.text[found.start() - 1 : found.start()]
        if before.islower() or before in (",", ";"):
            yield Match(
                TextSpan(*found.span()),
                "Use an ordinary space between these words, not a no-break space.",
                (" ",),
                rule=NO_BREAK.id,
            )
