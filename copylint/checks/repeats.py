"""Words and short phrases repeated in a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from operator import eq

from copylint.analysis.annotated_text import Passage
from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.blocks import BlockKind
from copylint.core.finding import Match, RelatedText
from copylint.core.fix import Safety
from copylint.core.kept_patterns import compiled
from copylint.core.record import replace
from copylint.core.rule import Bad, Good, Precedence, Rule
from copylint.core.span import TextSpan
from copylint.language.disguised_letters import plain_form
from copylint.language.doubled_words import CERTAIN, FUNCTION, is_repeated_phrase, is_repeated_word
from copylint.language.lexicon import Lexicon
from copylint.language.tokens import HYPHENS, Token, TokenKind

_WORD, _PUNCTUATION = TokenKind.WORD, TokenKind.PUNCTUATION

RULE = Rule(
    id="duplicates.word",
    summary="Flags a word or phrase that appears twice in a row.",
    why=(
        "A doubled word is a typing error that the eye skips, most of all at the end of a line. "
        "Doubles that are right in English ('had had', 'log in in May', 'very very') and names "
        "('Pago Pago') are left alone."
    ),
    bad=(
        Bad("He went to the the shop.", "the the", "He went to the shop."),
        Bad("The the shop was shut.", "The the", "The shop was shut."),
        Bad("They stood at the\nthe gate.", "the\nthe", "They stood at the gate."),
        Bad(
            "We asked if the if the gate was shut.",
            "if the if the",
            "We asked if the gate was shut.",
        ),
        Bad(
            'She wants to "to close the gate" now.', 'to "to', 'She wants "to close the gate" now.'
        ),
        Bad(
            "The plan, which is is late, was dropped.",
            "is is",
            "The plan, which is late, was dropped.",
        ),
        Bad("He said that that the gate was shut.", "that that", "He said that the gate was shut."),
    ),
    good=(
        Good("He knew that that shop was shut. She had had enough."),
        Good("They flew to Pago Pago. What it is is a mess. Users logged in in May."),
        Good("It was very very cold, day after day after day. Ha ha, he said."),
    ),
    safety=Safety.SAFE,
    precedence=Precedence.REPEATED_WORD,
)

_LONGEST = 4
_RUNS = [b"\x01" * size for size in range(_LONGEST + 1)]
_PROSE = frozenset(BlockKind) - {BlockKind.TABLE_CELL, BlockKind.CREDIT, BlockKind.BYLINE}


class DoubledWord(Check):
    """Finds words and phrases of up to four words that follow themselves."""

    rules = (RULE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Doubled words and phrases in each block."""
        usage: Counter[str] | None = None
        again: dict[str, list[Match]] = {}
        for passage in article.passages:
            if passage.kind not in _PROSE:
                continue
            for first, size in _repeats(passage):
                if usage is None:
                    usage = _doubles(article)
                match = _judge(article, passage, first, size, usage)
                if match is None:
                    continue
                word = passage.plain[first]
                if size == 1 and usage[word] > 1 and word not in FUNCTION:
                    again.setdefault(word, []).append(match)
                else:
                    yield match
        for first_match, *others in again.values():
            related = tuple(RelatedText(each.span, "doubled here too") for each in others)
            yield replace(first_match, related=related)
        yield from _across_mark(article)


def _doubles(article: Article) -> Counter[str]:
    """How often each word is doubled in the article."""
    return Counter(
        passage.plain[first]
        for passage in article.passages
        for first, size in _repeats(passage)
        if size == 1
    )


def _repeats(passage: Passage) -> list[tuple[int, int]]:
    """Runs of words that are repeated at once: index of the first token, length."""
    known: list[tuple[int, int]] | None = passage.facts.get(_repeats)
    if known is None:
        known = passage.facts[_repeats] = [*_repeats_in(passage)]
    return known


def _repeats_in(passage: Passage) -> Iterator[tuple[int, int]]:
    lower, tokens = passage.plain, passage.tokens
    found: list[tuple[int, int]] = []
    for size in range(1, _LONGEST + 1):
        # One byte a token: whether the token ``size`` further on is the same.
        same = bytes(map(eq, lower, islice(lower, size, None)))
        first = same.find(_RUNS[size])
        while first >= 0:
            if all(token.kind is _WORD for token in tokens[first : first + size]):
                found.append((first, size))
                first += size - 1
            first = same.find(_RUNS[size], first + 1)
    if not found:
        return
    # If a shorter repeat explains the place, a longer one adds nothing.
    taken: set[int] = set()
    for first, size in found:
        places = range(first, first + 2 * size)
        if taken.isdisjoint(places):
            taken.update(places)
            yield first, size


def _judge(
    article: Article, passage: Passage, first: int, size: int, usage: Counter[str]
) -> Match | None:
    tokens = passage.tokens
    second, end = first + size, first + 2 * size
    start_token, last_token = tokens[first], tokens[end - 1]
    text = article.text
    span = TextSpan(start_token.start, last_token.end)
    between = text[tokens[second - 1].end : tokens[second].start]
    if plain_form(between).strip() or not between or _touches_hyphen(text, span):
        return None  # nothing but spaces may part them; one one-hundredth
    if any(o.start < span.end and span.start < o.end for o in passage.block.opaque):
        return None
    words = tuple(plain_form(token.text) for token in tokens[first:second])
    lower = tuple(word.lower() for word in words)
    again = tuple(plain_form(token.text) for token in tokens[second:end])
    quoted = article.quotations.is_quoted(span.start)
    following = tokens[end] if end < len(tokens) else None
    after = following.text.lower() if following is not None and following.is_word else ""
    if not _same_case(words, again, passage, tokens, first, "\n" in between):
        return None
    if size > 1:
        if all(word[0].isupper() for word in words) or not is_repeated_phrase(lower, after):
            return None
    elif words[0][0].isupper() and again[0][0].isupper():
        if not _is_repeated_name(article, words[0], tokens, first, usage):
            return None
    else:
        before = _before(tokens, first)
        alone = (not before or not tokens[first - 1].is_word) and not after
        if after == lower[0] and lower[0] not in FUNCTION:
            return None  # blah blah blah
        if lower[0] not in FUNCTION and (
            _is_wording(article, lower[0], usage) or _is_code(text, span, between)
        ):
            return None
        if not is_repeated_word(lower[0], before, _after(tokens, end), quoted=quoted, alone=alone):
            return None
    safe = FUNCTION.issuperset(lower) if size > 1 else lower[0] in CERTAIN
    safe = safe and again[0][0].islower()  # "the The Times" may have lost its marks
    kept = text[start_token.start : tokens[second - 1].end]
    shown = " ".join(words)
    return Match(
        span,
        f"'{shown}' is doubled.",
        (kept,),
        safety=None if safe else Safety.UNSAFE,
    )


def _is_wording(article: Article, word: str, usage: Counter[str]) -> bool:
    """Whether the article doubles the word on purpose: again and again, or never has it singly.

    An everyday word that is doubled twice is two typos; *chop chop* and *choo choo* are not.
    """
    doubles = usage[word]
    if doubles < 2:
        return False
    if doubles > _MOST_DOUBLES or Lexicon.shared().zipf(word) < _EVERYDAY:
        return True
    return sum(token.text.lower() == word for token in article.words) < 3 * doubles


# More doubles of one word than this, or of a rarer one (Zipf), are the article's wording.
_MOST_DOUBLES, _EVERYDAY = 3, 3.5


def _is_code(text: str, span: TextSpan, between: str) -> bool:
    """Whether two like words look like lines or arguments of a listing."""
    after = text[span.end : span.end + 2]
    return (
        after[:1] in tuple("~^=()[]{}<>/_+*|\\")
        or ("\n" in between and (between != "\n" or after[:1] not in ("", " ", "\n")))
        or (after[:1] == "." and after[1:].isalnum())
    )


def _touches_hyphen(text: str, span: TextSpan) -> bool:
    before = text[span.start - 1 : span.start] if span.start else ""
    after = text[span.end : span.end + 1]
    joins = HYPHENS + "'’/–_"
    if after == " " and text[span.end + 1 : span.end + 3].strip() in tuple(HYPHENS):
        return False
    return bool(before and before in joins.replace("'", "").replace("’", "")) or bool(
        after and after in joins and text[span.end + 1 : span.end + 2].isalnum()
    )


def _same_case(
    words: tuple[str, ...],
    again: tuple[str, ...],
    passage: Passage,
    tokens: list[Token],
    first: int,
    broken: bool,
) -> bool:
    """Whether the two copies agree in case as far as their places require."""
    if words == again:
        return True
    if words[0].lower() == again[0] and words[0][0].isupper() and words[1:] == again[1:]:
        # "The the" at the start of a sentence; "Will will" is a man and his verb.
        starts = first == 0 or not tokens[first - 1].is_word
        return starts and again[0] in FUNCTION and again[0] != "will"
    # "the The Times": a title with its own article.
    return len(words) == 1 and words[0] in ("the", "a", "an") and not broken


def _before(tokens: list[Token], first: int) -> list[str]:
    """The words and commas of the sentence so far, at most fourteen, in lower case."""
    words = [*_until_mark(reversed(tokens[max(0, first - 14) : first]))]
    words.reverse()
    return words


def _after(tokens: list[Token], end: int) -> list[str]:
    """The words and commas that follow in the sentence, at most ten, in lower case."""
    return [*_until_mark(tokens[end : end + 10])]


def _until_mark(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.kind is _PUNCTUATION and token.text in ".?!:;":
            return
        if token.is_word or token.text == ",":
            yield token.text.lower()


def _is_repeated_name(
    article: Article, name: str, tokens: list[Token], first: int, usage: Counter[str]
) -> bool:
    """Whether a doubled capitalised word is a typo and not a name like Pago Pago.

    A function word at the start of a sentence is; so is a name doubled once that the
    article elsewhere gives with another name before it, or in a sentence of its own.
    """
    if name.lower() in FUNCTION and len(name) > 1:
        starts = first == 0 or tokens[first - 1].text in '.?!"“'
        return starts and name.lower() != "the"
    if usage[name.lower()] > 1 or len(name) < 3:
        return False
    singles = 0
    for passage in article.passages:
        row = passage.tokens
        for index, token in enumerate(row):
            if token.text != name or (row is tokens and index in (first, first + 1)):
                continue
            singles += 1
            before = row[index - 1] if index else None
            if (
                before is not None
                and before.is_word
                and before.text[0].isupper()
                and before.text != name
                and before.text.lower() not in FUNCTION
            ):
                return True
    return singles >= _WELL_KNOWN


_WELL_KNOWN = 4
_QUOTED_AGAIN = FUNCTION - {"that", "had", "so", "all", "no", "not", "her", "there"} | {"it's"}


def _across_mark(article: Article) -> Iterator[Match]:
    """A word before an opening quotation mark and again after it: wants to "to close"."""
    text = article.text
    for quotation in article.quotations:
        if not quotation.double:
            continue
        after = _FIRST_WORD.match(text, quotation.start + 1)
        before = _LAST_WORD.search(text, max(0, quotation.start - 12), quotation.start)
        if after is None or before is None:
            continue
        word = before["word"]
        if word in _QUOTED_AGAIN and after.group().lower() == word:
            yield Match(
                TextSpan(before.start(), after.end()),
                f"'{word}' is repeated before and after the quotation mark.",
                (text[quotation.start : after.end()],),
                safety=Safety.UNSAFE,
            )


_FIRST_WORD = compiled(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LAST_WORD = compiled(r"(?<![\w'’])(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)[ \n\u00a0]\Z")
