"""Mentions: the runs of capitalised words in an article, cut into title and name.

A capital proves a name only if nothing else explains it. A part whose capital is explained by
its place (the first word of a sentence or a quotation, a headline with a capital on
every word, a line in capitals) is ``placed``; the rest of the article decides whether it is a
name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from copylint.analysis.names import name_words as words
from copylint.core.blocks import BlockKind
from copylint.language.lexicon import normalised
from copylint.language.tokens import HYPHENS, Token, TokenKind

if TYPE_CHECKING:
    from copylint.analysis.annotated_text import AnnotatedText, Passage

_WORD, _ABBREVIATION = TokenKind.WORD, TokenKind.ABBREVIATION
_OPENERS = frozenset("“\"‘':;–—-•*·[…!?/|") | {"...", "--"}
# This many tokens show how a passage is set.
_TELLING = 60
# A run of more words than this is a line of capitals, not a name.
_LONGEST = 12


class NamePart(NamedTuple):
    """One word of a name.

    ``form`` is the word without a possessive, composed, with straight apostrophes, and
    with only its first letter a capital if the word is in capitals (``shouted``).
    ``start`` and ``end`` are code points of ``Document.text`` and leave the possessive
    out. ``joined`` says that a hyphen ties it to the part before.
    """

    form: str
    start: int
    end: int
    placed: bool
    shouted: bool
    joined: bool


class Mention(NamedTuple):
    """A run of capitalised words that may be a name.

    ``title`` is the word of address or office right before it (``Mr``, ``President``), in
    lower case, empty without one. ``initials`` are those before or among the parts, in
    lower case without full stops. ``sentence`` numbers the sentences of the article.
    """

    parts: tuple[NamePart, ...]
    title: str
    initials: str
    kind: BlockKind
    sentence: int


class _Setting(Enum):
    """How a passage is set: as prose, with a capital on every word, all in capitals."""

    PROSE = 0
    TITLE = 1
    CAPITALS = 2


def mentions(article: AnnotatedText) -> Iterator[Mention]:
    """The mentions of ``article``, in order; credits hold none."""
    number = 0
    for passage in article.passages:
        if passage.kind is not BlockKind.CREDIT:
            yield from _mentions_in(passage, number)
            number += len(passage.sentences)


class _PassageMentions(NamedTuple):
    """The mentions of a passage that begins at ``start`` after ``number`` sentences."""

    start: int
    number: int
    found: list[Mention]

    def moved(self, start: int, number: int) -> _PassageMentions:
        """The same in another place."""
        by, more = start - self.start, number - self.number
        found = [
            each._replace(
                parts=tuple(
                    part._replace(start=part.start + by, end=part.end + by) for part in each.parts
                ),
                sentence=each.sentence + more,
            )
            for each in self.found
        ]
        return _PassageMentions(start, number, found)


def _mentions_in(passage: Passage, number: int) -> list[Mention]:
    """The mentions of a passage that comes after ``number`` sentences."""
    start, facts, key = passage.block.span.start, passage.facts, (mentions, passage.kind)
    known: _PassageMentions | None = facts.get(key)
    if known is None:
        setting = _setting(passage)
        known = _PassageMentions(start, number, [])
        for at, sentence in enumerate(passage.sentences, number + 1):
            known.found.extend(_Scanner(sentence.tokens, passage.kind, at, setting).run())
    elif known.start != start or known.number != number:
        known = known.moved(start, number)
    facts[key] = known
    return known.found


def _setting(passage: Passage) -> _Setting:
    """How the passage uses capitals, judged by its longer words."""
    longer = [
        text for kind, text, _, _ in passage.tokens[:_TELLING] if len(text) > 3 and kind is _WORD
    ]
    small, shouted = sum(map(str.islower, longer)), sum(map(str.isupper, longer))
    capital = len(longer) - small - shouted
    if shouted >= 2 and shouted > 2 * (capital + small):
        return _Setting.CAPITALS
    if capital >= 4 and capital >= 3 * small:
        return _Setting.TITLE
    return _Setting.PROSE


class _Scanner:
    """Reads one sentence's tokens into mentions."""

    def __init__(
        self, tokens: Sequence[Token], kind: BlockKind, sentence: int, setting: _Setting
    ) -> None:
        self._tokens = tokens
        self._kind = kind
        self._sentence = sentence
        self._setting = setting
        self._parts: list[NamePart] = []
        self._title = ""
        self._initials = ""
        self._taken = 1
        self._found: list[Mention] = []

    def run(self) -> list[Mention]:
        """The sentence's mentions, in order."""
        tokens = self._tokens
        # Where a mention can begin; other tokens matter only inside a mention.
        begins = [
            at
            for at, (kind, text, _, _) in enumerate(tokens)
            if (kind is _WORD and text[0].isupper()) or kind is _ABBREVIATION
        ]
        at = 0
        for begin in begins:
            if begin >= at:
                at = begin
                while at < len(tokens):
                    self._take(at)
                    at += self._taken
                    if not (self._parts or self._title or self._initials):
                        break
        self._close()
        return self._found

    def _take(self, at: int) -> None:
        """Read the token at ``at``, and record in ``_taken`` how many were read."""
        kind, text, _, _ = self._tokens[at]
        self._taken = 1
        if kind is _WORD and text[0].isupper():
            if self._parts and not self._touches(at):
                self._close()
            ends = self._word(at)
            if ends or len(self._parts) >= _LONGEST:
                self._close()
        elif kind is _ABBREVIATION:
            # "J.K." before a surname; "U.S." before anything.
            if self._parts and not self._touches(at):
                self._close()
            self._initials += text.replace(".", "").lower()
        elif text == "." and not self._parts and self._awaits_name(at):
            pass
        elif self._parts and (skip := self._inside(at)):
            self._taken = skip
        else:
            self._close()

    def _awaits_name(self, at: int) -> bool:
        """Whether the full stop at ``at`` abbreviates a title or an initial."""
        return bool(self._title or self._initials) and self._tokens[at - 1].end == (
            self._tokens[at].start
        )

    def _touches(self, at: int) -> bool:
        """Whether only a space or a hyphen, or particles, separate it from the run."""
        before = self._tokens[at - 1]
        return self._tokens[at].start - before.end <= 2

    def _inside(self, at: int) -> int:
        """How many tokens from ``at`` on belong inside a name that goes on after them."""
        tokens = self._tokens
        token = tokens[at]
        if token.text in HYPHENS or token.text == ".":
            abuts = tokens[at - 1].end == token.start
            after_initial = token.text == "." and len(tokens[at - 1].text) <= 3
            hyphen = token.text in HYPHENS and self._capital_at(at + 1, gap=0)
            return 1 if abuts and (hyphen or after_initial) else 0
        count = 0
        while (
            count < 3
            and at + count < len(tokens)
            and tokens[at + count].text in words.PARTICLES
            and self._touches(at + count)
        ):
            count += 1
        if count and self._capital_at(at + count, gap=2):
            return count
        return 0

    def _capital_at(self, at: int, gap: int) -> bool:
        tokens = self._tokens
        return (
            at < len(tokens)
            and tokens[at].kind is _WORD
            and tokens[at].text[0].isupper()
            and tokens[at].start - tokens[at - 1].end <= gap
        )

    def _word(self, at: int) -> bool:
        """Add the capitalised word at ``at``; return whether the name ends with it."""
        token = self._tokens[at]
        form = normalised(token.text)
        possessive = len(form) > 2 and form[-2] == "'" and form[-1] in "sS"
        end = token.end
        if possessive:
            form, end = form[:-2], end - 2
        low = form.lower()
        if len(form) == 1:
            self._initials += "" if form == "I" else low
            return form == "I"
        if (
            len(form) == 2
            and form.isupper()
            and low not in words.STATES
            and self._capital_at(at + 1, gap=2)
        ):
            self._initials += low
            return possessive
        if not self._parts and low in words.TITLES:
            self._title = low
            return possessive
        if low in words.SURE_TITLES and self._capital_at(at + 1, gap=2):
            # "Deputy Defence Minister": the words before the office are not a name.
            self._parts.clear()
            self._title = low
            return possessive
        if low in words.NEVER:
            return True
        shouted = form.isupper()
        if shouted and self._setting is not _Setting.CAPITALS:
            return True  # an acronym
        if shouted:
            form = form[0] + form[1:].lower()
        joined = at > 0 and self._tokens[at - 1].text in HYPHENS and bool(self._parts)
        placed = self._setting is not _Setting.PROSE or (not self._parts and self._is_placed(at))
        self._parts.append(NamePart(form, token.start, end, placed, shouted, joined))
        following = self._tokens[at + 1].text if at + 1 < len(self._tokens) else ""
        return possessive or following in ("'", "’")

    def _is_placed(self, at: int) -> bool:
        if at == 0:
            return True
        before = self._tokens[at - 1]
        if before.text in words.TITLES:
            return False
        # "1. Firstly": the number of a list item.
        numbered = before.text in (".", ")") and at == 2
        return before.text in _OPENERS or numbered or (at == 1 and not before.is_word)

    def _close(self) -> None:
        """End the open run, and keep it if it is a mention."""
        if self._parts:
            parts = self._parts
            while parts and parts[-1].form.lower() in words.SUFFIXES:
                parts.pop()
            if parts:
                self._found.append(
                    Mention(tuple(parts), self._title, self._initials, self._kind, self._sentence)
                )
            self._parts = []
        self._title = ""
        self._initials = ""
