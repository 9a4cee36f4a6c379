"""Misplaced spaces: before punctuation, inside quotation marks, or missing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.fix import Safety
from copylint.core.kept_patterns import compiled
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import TextSpan
from copylint.language.doubled_words import FUNCTION
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.quotation_marks import DOUBLE
from copylint.language.word_list import words

BEFORE = Rule(
    id="typography.space-before-punctuation",
    summary="Flags a space before a comma, full stop or other mark.",
    why="In English no space comes before these marks.",
    bad=(
        Bad("The harbour , once busy, was empty.\n", " ,", "The harbour, once busy, was empty.\n"),
        Bad("The harbour was empty .\n", " .", "The harbour was empty.\n"),
    ),
    good=(
        Good("It runs on .NET and costs .5 cents :) or so ... perhaps.\n"),
        Good("« Où est-il ? » demanda-t-elle.\n"),
        Good("Names with the . prefix are hidden, and the use of ! in them is rare.\n"),
    ),
    safety=Safety.SAFE,
)

AFTER = Rule(
    id="typography.missing-space",
    summary="Flags a missing space after a comma, a full stop or a closing quotation mark.",
    why="Two sentences or clauses run into each other.",
    bad=(
        Bad("The harbour,once busy, was empty.\n", ",", "The harbour, once busy, was empty.\n"),
        Bad("The harbour was empty.Nobody came.\n", ".", "The harbour was empty. Nobody came.\n"),
    ),
    good=(
        Good("Write to desk@example.com or see example.com, 5,000 readers do. Node.js too.\n"),
        Good("(((harbour dues,in winter)))The harbour charges for every berth.\n"),
        Good("Pass quay.Berth, quay.Crane or quay.Ferry to the planner.\n"),
    ),
)

INSIDE = Rule(
    id="typography.space-inside-quotes",
    summary="Flags a space between a quotation mark and the words that it encloses.",
    why=(
        "The mark belongs to the word beside it; with a space between them it can end up on "
        "another line."
    ),
    bad=(
        Bad('He called it " a disaster" for all.\n', '" ', 'He called it "a disaster" for all.\n'),
    ),
    good=(Good('He called it "a disaster" for all.\n'),),
)

_SPACE = r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_BEFORE = LazyPattern(
    rf"({_SPACE}++)(?:,(?![,\d])|[;:!?](?![-'^]?[()DPpOo/|\\*\]\[])(?=[\s\"”’)]|\Z)"
    r"|\.(?=[\s\"”’)]|\Z)(?!\s?\.))"
)
# Places at which the costlier pattern above is worth trying.
_SPACE_MARK = compiled(rf"{_SPACE}(?<!{_SPACE}{_SPACE}){_SPACE}*+[,;:!?.]")
_ENDS_WORD = LazyPattern(r"[\w\"”’')\]%]")
_AFTER = compiled(
    r"(?:,(?=[A-Za-z]{2}|\d)|[;%](?=[a-z]{2,}[ ,])|\)(?=[a-z]{2,}[ ,.])"
    r"|\((?=(?:a|an|and|at|by|for|from|in|including|on|or|see|the|which|who|with) [a-z])"
    r"|[.?!](?=(?:[A-Z][a-z]+|A|I)\b(?![.(@/_-])))"
    r"|[–—](?=[a-z]{2}| (?!(?:and|or|to)\b)[a-z])"
)
# What must precede each of these for the space to be missing for certain.
_BEFORE_STOP = compiled(r"(?<![^\W\d_])[a-z][^\W\d_A-Z]{2,}\Z")
# After a name, an abbreviation, a figure or a bracket only a word that opens sentences is evidence.
_BEFORE_OPENER = compiled(r"(?:[A-Z][a-z]{2,}|[A-Z]{2,}|\d[a-z]{0,2}|[a-z]{2,}[)\"”’]|%)\Z")
_OPENER = compiled(
    r"[.?!](?:The|He|She|It|They|We|But|And|This|That|These|Those|There|If|When|His|Her|Their|Our|"
    r"Nobody|However|Another|Some|Most|After|Before|Although)\b(?![.(@/_-]| [=:(])"
)
_BEFORE_COMMA = compiled(r"[a-z]{2}\Z")
# A small word right after a bracket, which no code has.
_SMALL_AFTER = compiled(r"\)(?:of|is|are|was|for|that|and|has|to|in|the|with|on|or|which|as) ")
_IN_BRACKETS = compiled(r"(?:\A|\s)\([A-Za-z][^()\n]*\Z")
# A full clause before a semicolon, a figure before a percent sign, an aside within brackets.
_BEFORE_MARK = {
    ",": _BEFORE_COMMA,
    ";": compiled(r"(?<![&#\w])[a-z]{3,}\Z"),
    "%": compiled(r"\d\Z"),
    ")": compiled(r"(?:\A|\s)\([a-z]+ [^()\n]+\Z"),
    "(": compiled(r"(?:\A|\s)[a-z]{3,}\Z"),
}
_BEFORE_DASH = compiled(r"[a-z,] \Z")
# Words that do not end a clause: a mark that follows one is used as a noun there.
_BEFORE_MENTION = words("the a an this that its of with for to by from use uses using put called")
_LAST_WORD = compiled(r"[^\W\d_]+\Z")
_WORD_AFTER = compiled(r"[^\W\d_]+")
_LONGEST_WORD = 40
# A word before a stop and the word with a capital that follows it without a space.
_QUALIFIED = compiled(r"(?<![^\W\d_])([a-z][^\W\d_A-Z]{2,})\.([A-Z]\w*)")
# With so many different words after the same one, the stop joins names of a programming interface.
_LEAST_MEMBERS = 3


class PunctuationSpacing(Check):
    """Finds spaces before punctuation and missing ones after it."""

    rules = (BEFORE, AFTER, INSIDE)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Misplaced and missing spaces of the whole document."""
        document = article.document
        for match in (*_before(article), *_after(article), *_around_quotes(article)):
            block = document.block_at(match.span.start)
            if (
                block is not None
                and document.is_contiguous(TextSpan(match.span.start, match.span.end))
                and not any(
                    opaque.start <= match.span.end and match.span.start <= opaque.end
                    for opaque in block.opaque
                )
            ):
                yield match


def _before(article: Article) -> Iterator[Match]:
    text = article.text
    is_french = "«" in text
    for place in _SPACE_MARK.finditer(text):
        found = _BEFORE.match(text, place.start())
        if found is None or not _ENDS_WORD.match(text, max(0, found.start() - 1), found.start()):
            continue
        mark = found.group()[-1]
        if mark not in ",." and (is_french or found.group(1) in ("\u00a0", "\u202f")):
            continue  # French copy sets a space before its tall marks
        if mark == ":" and text[found.start() - 1].isdigit():
            continue  # odds and ratios: 3 : 2
        if mark != "," and _is_mentioned(text, found):
            continue
        yield Match(
            TextSpan(*found.span()),
            f"Delete the space before '{mark}'.",
            (mark + " " if text[found.end() : found.end() + 1].isalpha() else mark,),
            safety=Safety.UNSAFE if mark == "." and _follows_name(text, found.start()) else None,
            rule=BEFORE.id,
        )


def _is_mentioned(text: str, found: re.Match[str]) -> bool:
    """Whether a mark between spaces is what is written about: *the . in file names*."""
    after = text[found.end() : found.end() + 2]
    before = _LAST_WORD.search(text, max(0, found.start() - _LONGEST_WORD), found.start())
    if before is None or not (after[:1].isspace() and after[1:].islower()):
        return False
    return before.group().lower() in _BEFORE_MENTION


def _follows_name(text: str, at: int) -> bool:
    """Whether a word with a capital ends at ``at``: the stop may be in the midst of a name."""
    word = _LAST_WORD.search(text, max(0, at - _LONGEST_WORD), at)
    return word is not None and word.group()[0].isupper()


def _after(article: Article) -> Iterator[Match]:
    text = article.text
    modules: frozenset[str] | None = None
    for found in _AFTER.finditer(text):
        at, mark = found.start(), found.group()
        low = max(0, at - _LONGEST_WORD)
        if mark in "–—":
            # A dash with a space on one side only.
            space_after = text[at + 1] == " "
            before = _BEFORE_COMMA if space_after else _BEFORE_DASH
        else:
            before = _BEFORE_MARK.get(mark, _BEFORE_STOP)
        told = bool(before.search(text, low, at)) or (
            bool(_OPENER.match(text, at)) and bool(_BEFORE_OPENER.search(text, low, at))
        )
        if mark == ")" and _SMALL_AFTER.match(text, at):
            told = told or bool(_IN_BRACKETS.search(text, low, at))
        if not told or _is_code(text, at, _ADDRESS if mark in "()" else _CODE):
            continue
        if mark == ".":
            modules = _modules(text) if modules is None else modules
            word = _LAST_WORD.search(text, low, at)
            if word is not None and word.group() in modules:
                continue
        if mark in "()":
            spaced = " (" if mark == "(" else ") "
            yield Match(TextSpan(at, at + 1), _WHERE[mark], (spaced,), rule=AFTER.id)
            continue
        yield Match(
            TextSpan(at, at + 1),
            f"Add a space {'before' if text[at + 1] == ' ' else 'after'} '{mark}'.",
            (" " + mark if text[at + 1] == " " else mark + " ",),
            rule=AFTER.id,
        )


def _modules(text: str) -> frozenset[str]:
    """The words whose members ``text`` names, as in ``quay.Berth``, ``quay.Crane``."""
    members: dict[str, set[str]] = {}
    for found in _QUALIFIED.finditer(text):
        members.setdefault(found[1], set()).add(found[2])
    return frozenset(word for word, names in members.items() if len(names) >= _LEAST_MEMBERS)


_WHERE = {"(": "Add a space before '('.", ")": "Add a space after ')'."}
_ADDRESS = "/\\@_=<>{}[]$#|~`"
_CODE = _ADDRESS + "("


def _is_code(text: str, at: int, marks: str) -> bool:
    """Whether the space-free run around ``at`` is an address, a file name or other code."""
    low = max(0, at - 60)
    start = max(text.rfind(" ", low, at), text.rfind("\n", low, at), low - 1) + 1
    after = text[at + 1 : at + 40].split(maxsplit=1)
    run = text[start : at + 1] + (after[0] if after else "")
    if any(mark in run for mark in marks) or run.count(".") > 2:
        return True
    # Terms for an index, which AsciiDoc sets in three brackets.
    return text.rfind("(((", low, at) > text.rfind(")))", low, at)


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
                    "Delete the space after the opening quotation mark.",
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
                    "Add a space after the closing quotation mark.",
                    (text[end - 1] + " ",),
                    rule=AFTER.id,
                )
