"""Which English a document is written in, by its own evidence.

Every spelling that a dialect does not use, and every habit foreign to it (``cues``),
counts against that dialect; the one with the least against it is the document's. The sums
are log-likelihoods, so differences of sums say how sure the decision is.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from copylint.model.span import TextSpan
from copylint.text import dialect_cues as cues
from copylint.text.tokens import Token, TokenKind
from copylint.text.variants import ALLOWED, LANGUAGE, NORMS, Norm, Variant, Variants
from copylint.text.word_sense import Reading, reading

if TYPE_CHECKING:
    from copylint.text.article import Article, Passage

# Against each norm before anything is read: how rare the norm is in edited copy.
_PRIOR = (0.0, 2.0, 0.3, 1.0, 2.0)
# What one spelling that a norm does not use counts against it, and each of the next two
# occurrences of it.
_FOREIGN_SPELLING = 3.0
_REPEATED = 1.0
# The same in a title such as "Defence Minister", which foreign copy often keeps.
_IN_TITLE = 0.8
_QUOTE_THEN_STOP = re.compile(r"\w[\"”][,.](?!\w)")

Scores = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Spelling:
    """A place where a word stands in a spelling that not every dialect uses.

    ``span`` covers the word without a possessive ending. ``counted`` is False in a title
    (``Defence Minister``), which is faint evidence and never a mistake.
    """

    span: TextSpan
    text: str
    variant: Variant
    counted: bool


@dataclass(frozen=True, slots=True)
class Cue:
    """Evidence other than spelling: the words that gave it, and what it counts."""

    span: TextSpan
    text: str
    against: Scores


@dataclass(frozen=True)
class Dialect:
    """The document's dialect and what it was decided by.

    ``norm`` is the norm the document keeps, by its evidence or by the ``language``
    setting (``configured``). ``against`` is what counts against each norm, in the order of
    ``variants.NORMS``. Lower is likelier.
    """

    norm: Norm
    configured: bool
    against: Scores
    spellings: tuple[Spelling, ...]
    cues: tuple[Cue, ...]
    _by_form: dict[str, Scores] = field(repr=False, default_factory=dict)

    @property
    def language(self) -> str:
        """``en-GB``, ``en-US``, ``en-AU`` or ``en-CA``."""
        return LANGUAGE[self.norm]

    @cached_property
    def confidence(self) -> float:
        """How probable the language is beside the others, from 0 to 1."""
        if self.configured:
            return 1.0
        likelihoods = [math.exp(min(self.against) - each) for each in self.against]
        ours = sum(
            each
            for norm, each in zip(NORMS, likelihoods, strict=True)
            if LANGUAGE[norm] == self.language
        )
        return ours / sum(likelihoods)

    def lead(self, norms: Norm, without: str = "") -> float:
        """How much more counts against the likeliest of ``norms`` than against ours.

        ``without`` is a form whose own evidence is left out of the sum.
        """
        own = self._by_form.get(without) if without else None
        sums = self.against
        if own is not None:
            sums = tuple(a - b for a, b in zip(sums, own, strict=True))
        theirs = [each for norm, each in zip(NORMS, sums, strict=True) if norm & norms]
        return min(theirs, default=math.inf) - sums[NORMS.index(self.norm)]

    def accepts(self, word: str) -> bool:
        """Whether ``word`` (lower case) is spelled as this dialect spells it."""
        variant = Variants.shared().get(word)
        return variant is None or bool(variant.norms & self.norm)

    def spelled(self, word: str) -> str:
        """``word`` (lower case) as this dialect spells it."""
        variant = Variants.shared().get(word)
        return word if variant is None else variant.spelled(self.norm)


def dialect_of(article: Article) -> Dialect:
    """The dialect of ``article``: as configured, or by its evidence where that is auto."""
    spellings: list[Spelling] = []
    found: list[Cue] = []
    kinds: dict[str, str] = {}
    for passage in article.passages:
        _read(passage, kinds, spellings, found)
    for match in _QUOTE_THEN_STOP.finditer(article.text):
        found.append(Cue(TextSpan(*match.span()), match.group()[1:], cues.LOGICAL_PUNCTUATION))
    by_form = _spelling_evidence(spellings)
    against = list(_PRIOR)
    for scores in (*by_form.values(), *_cue_evidence(found)):
        against = [a + b for a, b in zip(against, scores, strict=True)]
    allowed = ALLOWED.get(article.language)
    choice = [norm for norm in NORMS if allowed is None or norm & allowed]
    norm = min(choice, key=lambda each: against[NORMS.index(each)])
    return Dialect(
        norm, allowed is not None, tuple(against), tuple(spellings), tuple(found), by_form
    )


def _spelling_evidence(spellings: Sequence[Spelling]) -> dict[str, Scores]:
    counts: dict[str, list[int]] = {}
    variants: dict[str, Variant] = {}
    for each in spellings:
        form = each.variant.form
        counts.setdefault(form, [0, 0])[each.counted] += 1
        variants[form] = each.variant
    evidence: dict[str, Scores] = {}
    for form, (in_titles, counted) in counts.items():
        if counted:
            weight = _FOREIGN_SPELLING + _REPEATED * min(counted - 1, 2)
        else:
            weight = _IN_TITLE * min(in_titles, 2)
        norms = variants[form].norms
        evidence[form] = tuple(0.0 if norms & norm else weight for norm in NORMS)
    return evidence


def _cue_evidence(found: Sequence[Cue]) -> list[Scores]:
    """One sum for each distinct cue: its third repetition adds nothing."""
    counts: dict[tuple[str, Scores], int] = {}
    for cue in found:
        # "3 March" and "9 July" are one habit, not two.
        text = cue.text if cue.text in cues.word_cues() else ""
        counts[text, cue.against] = counts.get((text, cue.against), 0) + 1
    evidence = []
    for (_, against), count in counts.items():
        factor = (1.0, 1.3, 1.5)[min(count, 3) - 1]
        evidence.append(tuple(weight * factor for weight in against))
    return evidence


def _read(
    passage: Passage, kinds: dict[str, str], spellings: list[Spelling], found: list[Cue]
) -> None:
    """Collect the passage's evidence; ``kinds`` remembers what each distinct token is."""
    tokens = passage.tokens
    for index, token in enumerate(tokens):
        text = token.text
        kind = kinds.get(text)
        if kind is None:
            kind = kinds[text] = _kind(token)
        if not kind:
            continue
        if kind == "spelling":
            _read_spelling(tokens, index, spellings)
        elif (against := _cue(kind, tokens, index)) is not None:
            found.append(Cue(TextSpan(token.start, token.end), text, against))


def _kind(token: Token) -> str:
    """What a token may be evidence of: a spelling, some cue, or nothing."""
    text = token.text
    if token.kind is TokenKind.WORD:
        word, _ = _without_possessive(text)
        if word.lower() in Variants.shared():
            return "spelling"
        if text in cues.TITLES:
            return "title"
        if text in cues.MONTHS:
            return "month"
        if text in cues.SHORT_MONTHS:
            return "short month"
        if text in cues.SHORTENED:
            return "shortened"
        if text in ("cent", "A", "C"):
            return text
        return "word" if text in cues.word_cues() else ""
    if token.kind is TokenKind.ABBREVIATION:
        return "abbreviation" if text in cues.ABBREVIATIONS else ""
    if token.kind is TokenKind.NUMBER:
        if text[0] == "£":
            return "pound"
        return "clock" if text.endswith(("am", "pm")) else ""
    return ""


def _cue(kind: str, tokens: Sequence[Token], index: int) -> cues.Weights | None:
    """What the token counts, read with its neighbours; None where it is no cue after all."""
    token = tokens[index]
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    match kind:
        case "word":
            return cues.word_cues()[token.text]
        case "title":
            if after is None:
                return None
            if after.text == "." and after.start == token.end:
                return cues.STOPPED_TITLE
            return cues.BARE_TITLE if after.text[:1].isupper() else None
        case "month":
            if before is not None and _is_day(before):
                return cues.DAY_MONTH
            return cues.MONTH_DAY if after is not None and _is_day(after) else None
        case "short month":
            stopped = after is not None and after.text == "." and index + 2 < len(tokens)
            return cues.SHORT_MONTH if stopped and _is_day(tokens[index + 2]) else None
        case "shortened":
            stopped = after is not None and after.text == "." and after.start == token.end
            follows = index + 2 < len(tokens) and tokens[index + 2].text[0] not in '"”'
            return cues.SHORTENED_TITLE if stopped and follows else None
        case "cent":
            return cues.PER_CENT if before is not None and before.text.lower() == "per" else None
        case "A" | "C":
            if after is None or after.text[0] != "$" or after.start != token.end:
                return None
            return cues.AUSTRALIAN_DOLLAR if kind == "A" else cues.CANADIAN_DOLLAR
        case "pound":
            return cues.POUND
        case "clock":
            return cues.CLOCK
        case _:
            return cues.ABBREVIATIONS[token.text]


def _is_day(token: Token) -> bool:
    digits = token.text.rstrip("stndrh")
    return token.kind is TokenKind.NUMBER and digits.isdecimal() and 0 < int(digits[:4]) < 32


def _read_spelling(tokens: Sequence[Token], index: int, spellings: list[Spelling]) -> None:
    token = tokens[index]
    word, length = _without_possessive(token.text)
    variant = Variants.shared().get(word.lower())
    if variant is None:
        return
    how = reading(tokens, index, variant.form)
    if how is not Reading.NAME:
        span = TextSpan(token.start, token.start + length)
        spellings.append(Spelling(span, word, variant, how is Reading.WORD))


def _without_possessive(text: str) -> tuple[str, int]:
    word = text[:-2] if text[-2:] in ("'s", "’s") else text
    return word, len(word)
