"""Blanks: doubled, at the end of a line, before punctuation, missing after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copylint.contract.check import Check, Options
from copylint.model.document import Block, BlockKind
from copylint.model.finding import Match
from copylint.model.fix import Safety
from copylint.model.rule import Bad, Good, Rule, Severity
from copylint.model.span import TextSpan
from copylint.text.article import Article
from copylint.text.doubled import FUNCTION
from copylint.text.marks import DOUBLE

DOUBLE_SPACE = Rule(
    id="typography.double-space",
    summary="Two or more spaces where one belongs.",
    why=(
        "Extra spaces show in print as holes. A document that sets two spaces after every "
        "sentence is left alone there, and so are columns."
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
    summary="A blank at the end of a line.",
    why="Blanks at a line's end, no-break spaces above all, come to light when copy is set.",
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

BEFORE = Rule(
    id="typography.space-before-punctuation",
    summary="A space before a comma, full stop or other mark.",
    why="In English no space comes before these marks.",
    bad=(
        Bad("The harbour , once busy, was empty.\n", " ,", "The harbour, once busy, was empty.\n"),
        Bad("The harbour was empty .\n", " .", "The harbour was empty.\n"),
    ),
    good=(
        Good("It runs on .NET and costs .5 cents :) or so ... perhaps.\n"),
        Good("« Où est-il ? » demanda-t-elle.\n"),
    ),
    safety=Safety.SAFE,
)

AFTER = Rule(
    id="typography.missing-space",
    summary="No space after a comma, a full stop or a closing quotation mark.",
    why="Two sentences or clauses run into each other.",
    bad=(
        Bad("The harbour,once busy, was empty.\n", ",", "The harbour, once busy, was empty.\n"),
        Bad("The harbour was empty.Nobody came.\n", ".", "The harbour was empty. Nobody came.\n"),
    ),
    good=(Good("Write to desk@example.com or see example.com, 5,000 readers do. Node.js too.\n"),),
)

INSIDE = Rule(
    id="typography.space-inside-quotes",
    summary="A space between a quotation mark and the words it encloses.",
    why="The mark belongs to the word beside it; set apart, it can end up on another line.",
    bad=(
        Bad('He called it " a disaster" for all.\n', '" ', 'He called it "a disaster" for all.\n'),
    ),
    good=(Good('He called it "a disaster" for all.\n'),),
    safety=Safety.SAFE,
)

NO_BREAK = Rule(
    id="typography.no-break-space",
    summary="A no-break space between two words.",
    why=(
        "It comes along when copy is pasted from the web, and it keeps a line from breaking "
        "where it should. House styles that set one before a unit want this rule off."
    ),
    bad=(Bad("The harbour\u00a0was empty.\n", "\u00a0", "The harbour was empty.\n"),),
    good=(Good("It cost 5\u00a0million, said Dr\u00a0Hale.\n"),),
    severity=Severity.SUGGESTION,
)

# Blanks within a line; U+200B and the joiners are no blanks to str.isspace either.
_BLANK = r"[^\S\r\n\v\f\x1c-\x1f\x85\u2028\u2029]"
_RUN = re.compile(rf"(?<=\S){_BLANK}{{2,}}(?=\S)")
_TRAILING = re.compile(rf"(?<=\S){_BLANK}+(?=[\r\n]|\Z)")
_SENTENCE_BREAK = re.compile(rf"(?<=[.?!:])[\"'”’)\]]*({_BLANK}+)(?=[\"'“‘(\[]?[A-Z\d])")
_BEFORE = re.compile(
    rf"(?<=[\w\"”’')\]%])({_BLANK}+)(?:,(?![,\d])|[;:!?](?![-'^]?[()DPpOo/|\\*\]\[])(?=[\s\"”’)]|\Z)"
    r"|\.(?=[\s\"”’)]|\Z)(?!\s?\.))"
)
_AFTER = re.compile(
    r"(?<=[a-z]{2}),(?=[A-Za-z]{2}|\d)"
    r"|(?<=[a-z,] )[–—](?=[a-z]{2})|(?<=[a-z])[–—](?= (?!(?:and|or|to)\b)[a-z])"
    r"|(?<=[^\W\d_A-Z]{3})[.?!](?=(?:[A-Z][a-z]+|A|I)\b(?![.(@/_-]))"
)
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+\Z")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_NO_BREAK = re.compile(r"(?<=[a-z,;])[\u00a0](?=[a-z])")
_SYMBOL = re.compile(r"[{}<>=|\\$#@*~^_+│└├─;/]|--")
_FEW_WORDS = 8
_COLUMN_RUNS = 3
_WIDE = 8


class Spacing(Check):
    """Finds blanks that are too many, in the wrong place, or missing."""

    rules = (DOUBLE_SPACE, TRAILING, BEFORE, AFTER, INSIDE, NO_BREAK)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Faults of spacing in every block."""
        document = article.document
        two_after_stop = _sets_two_spaces(document.text)
        for block in document.blocks:
            for match in _block(article, block, two_after_stop):
                if document.is_contiguous(match.span) and not _touches_opaque(block, match.span):
                    yield match
        yield from _around_quotes(article)


def _block(article: Article, block: Block, two_after_stop: bool) -> Iterator[Match]:
    text, start, end = article.text, block.span.start, block.span.end
    yield from _doubled(text, block, two_after_stop)
    for found in _TRAILING.finditer(text, start, end):
        if not (article.document.format == "markdown" and _is_hard_break(found.group())):
            yield Match(
                TextSpan(*found.span()), "Blank at the end of the line.", ("",), rule=TRAILING.id
            )
    is_french = "«" in text and text.find("«", start, end) >= 0
    for found in _BEFORE.finditer(text, start, end):
        mark = found.group()[-1]
        if mark not in ",." and (is_french or found.group(1) in ("\u00a0", "\u202f")):
            continue  # French copy sets a space before its tall marks
        yield Match(TextSpan(*found.span()), f"No space before '{mark}'.", (mark,), rule=BEFORE.id)
    for found in _AFTER.finditer(text, start, end):
        if not _is_code(article, found.start()):
            yield Match(
                TextSpan(*found.span()),
                f"Space missing beside '{found.group()}'.",
                (_spaced(text, found),),
                rule=AFTER.id,
            )
    for found in _NO_BREAK.finditer(text, start, end):
        yield Match(
            TextSpan(*found.span()), "No-break space between words.", (" ",), rule=NO_BREAK.id
        )


def _spaced(text: str, found: re.Match[str]) -> str:
    """The mark with the blank it lacks: before a dash that has one after it, else after."""
    blank_after = text[found.end() : found.end() + 1].isspace()
    return " " + found.group() if blank_after else found.group() + " "


def _doubled(text: str, block: Block, two_after_stop: bool) -> Iterator[Match]:
    runs = list(_RUN.finditer(text, block.span.start, block.span.end))
    if not runs or block.kind is BlockKind.TABLE_CELL:
        return
    for found in runs:
        before = text[max(block.span.start, found.start() - 3) : found.start()]
        if two_after_stop and before.rstrip("\"'”’)]")[-1:] in (".", "?", "!", ":"):
            continue
        if _is_column(text, block, found):
            continue
        yield Match(
            TextSpan(*found.span()),
            "One space is enough here.",
            (" ",),
            rule=DOUBLE_SPACE.id,
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


def _is_hard_break(blanks: str) -> bool:
    return len(blanks) >= 2 and not blanks.strip(" ")


def _touches_opaque(block: Block, span: TextSpan) -> bool:
    return any(o.start <= span.end and span.start <= o.end for o in block.opaque)


def _is_code(article: Article, at: int) -> bool:
    """Whether the blank-free run around ``at`` is an address, a file name or other code."""
    text = article.text
    low = max(0, at - 60)
    start = max(text.rfind(" ", low, at), text.rfind("\n", low, at), low - 1) + 1
    run = text[start : at + 1]
    after = text[at + 1 : at + 40].split(maxsplit=1)
    run += after[0] if after else ""
    word = _LETTERS_BEFORE.search(text, low, at)
    return (
        any(mark in run for mark in "/\\@_=<>{}[]$#|~`(")
        or run.count(".") > 2
        or (text[at] == "." and word is not None and not word.group().islower())
    )


def _around_quotes(article: Article) -> Iterator[Match]:
    text = article.text
    for quotation in article.quotations:
        start, end = quotation.start, quotation.end
        if not quotation.double or end - start < 4:
            continue
        if text[start] in DOUBLE and text[start + 1] == " " and text[start + 2].isalnum():
            span = TextSpan(start, start + 2)
            if text[start - 1 : start].isspace() and article.document.is_contiguous(span):
                yield Match(
                    span,
                    "No space after the opening quotation mark.",
                    (text[start],),
                    rule=INSIDE.id,
                )
        if (
            text[end - 1] in DOUBLE
            and (text[end - 2].islower() or text[end - 2] in ".,?!;")
            and (word := _WORD_AFTER.match(text, end)) is not None
            and (len(word.group()) > 3 or word.group().lower() in FUNCTION)
        ):
            span = TextSpan(end - 1, end)
            if article.document.is_contiguous(TextSpan(end - 1, end + 1)):
                yield Match(
                    span,
                    "Space missing after the closing quotation mark.",
                    (text[end - 1] + " ",),
                    rule=AFTER.id,
                )
