"""The places in a document that show which English it is written in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import compress, count
from typing import TYPE_CHECKING

from copylint.core.kept_patterns import compiled
from copylint.core.memo import Memo
from copylint.core.record import record
from copylint.core.span import TextSpan
from copylint.language import dialect_cues as cues
from copylint.language.dialect_variants import SpellingVariant, SpellingVariants
from copylint.language.tokens import Token, TokenKind
from copylint.language.word_sense import ONE_SENSE, WordSense, is_sense, reading

if TYPE_CHECKING:
    from copylint.analysis.annotated_text import AnnotatedText

_WORD, _ABBREVIATION, _NUMBER = TokenKind.WORD, TokenKind.ABBREVIATION, TokenKind.NUMBER

#: One number for each of ``variants.NORMS``.
Scores = tuple[float, ...]

_QUOTE_THEN_STOP = compiled(r"\w[\"”][,.](?!\w)")


@record
class SpellingEvidence:
    """A place where a word has a spelling that not every dialect uses.

    ``span`` covers the word without a possessive ending. ``counted`` is False in a title
    (``Defence Minister``), which is faint evidence and never a mistake.
    """

    span: TextSpan
    text: str
    variant: SpellingVariant
    counted: bool


@record
class DialectCue:
    """Evidence other than spelling: the words that give it, and its weight."""

    span: TextSpan
    text: str
    against: Scores


def gather(article: AnnotatedText) -> tuple[list[SpellingEvidence], list[DialectCue]]:
    """All evidence in ``article``, in order."""
    reader = _Reader()
    for passage in article.passages:
        reader.read(passage.tokens, passage.texts)
    for match in _QUOTE_THEN_STOP.finditer(article.text):
        span = TextSpan(match.start() + 1, match.end())
        reader.cues.append(DialectCue(span, match.group()[1:], cues.LOGICAL_PUNCTUATION))
    other = reader.other_sense
    return [each for each in reader.spellings if each.variant.form not in other], reader.cues


class _Reader:
    """Collects evidence token by token."""

    def __init__(self) -> None:
        self.spellings: list[SpellingEvidence] = []
        self.cues: list[DialectCue] = []
        #: Forms that the document uses in a sense that dialects do not spell apart.
        self.other_sense: set[str] = set()

    def read(self, tokens: Sequence[Token], texts: Sequence[str]) -> None:
        """Read the tokens of a passage, whose texts are ``texts``."""
        for index in compress(count(), map(_ANY.__getitem__, texts)):
            kind, text, _, _ = tokens[index]
            tells = _KNOWN[kind][text]
            if not tells:
                continue
            if tells == "spelling":
                self._read_spelling(tokens, index)
            elif (against := _cue(tells, tokens, index)) is not None:
                token = tokens[index]
                self.cues.append(DialectCue(TextSpan(token.start, token.end), token.text, against))

    def _read_spelling(self, tokens: Sequence[Token], index: int) -> None:
        token = tokens[index]
        word = _without_possessive(token.text)
        variant = SpellingVariants.shared().get(word.lower())
        if variant is None:
            return
        if not is_sense(variant.form, tokens, index):
            if variant.form in ONE_SENSE:
                self.other_sense |= ONE_SENSE
            return
        how = reading(tokens, index)
        if how is not WordSense.NAME:
            span = TextSpan(token.start, token.start + len(word))
            self.spellings.append(SpellingEvidence(span, word, variant, how is WordSense.WORD))


def _tells_anything(text: str) -> bool:
    """Whether a token of any kind may be evidence, by its text."""
    return bool(_tells(_WORD, text) or _tells(_ABBREVIATION, text) or _tells(_NUMBER, text))


def _tells(kind: TokenKind, text: str) -> str:
    """The evidence that a token may give: a spelling, some cue, or nothing."""
    if kind is _WORD:
        if _without_possessive(text).lower() in SpellingVariants.shared():
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
    if kind is _ABBREVIATION:
        return "abbreviation" if text in cues.ABBREVIATIONS else ""
    if kind is _NUMBER:
        if text[:1] == "£":
            return "pound"
        return "clock" if text.endswith(("am", "pm")) else ""
    return ""


# The evidence that tokens of one kind may give, by their text.
_KNOWN = {kind: Memo(partial(_tells, kind)) for kind in TokenKind}
_ANY = Memo(_tells_anything)


def _cue(kind: str, tokens: Sequence[Token], index: int) -> cues.Weights | None:
    """The token's weights, read with its neighbours; None if it is not a cue after all."""
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
    return token.kind is _NUMBER and digits.isdecimal() and 0 < int(digits[:4]) < 32


def _without_possessive(text: str) -> str:
    return text[:-2] if text[-2:] in ("'s", "’s") else text
