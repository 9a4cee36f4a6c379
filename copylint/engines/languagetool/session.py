"""Sends articles to LanguageTool and places its findings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby

from copylint.analysis.article import Article
from copylint.contract.engine import EngineSession
from copylint.core.blocks import BlockKind
from copylint.core.errors import EngineError
from copylint.core.finding import Match
from copylint.core.record import record
from copylint.core.span import TextSpan
from copylint.engines.batching import Batch, EngineBlock, batch, batches, pieces
from copylint.engines.languagetool.http_client import Client, Reply, TooLongError
from copylint.engines.languagetool.noise import CATEGORIES, is_off, off_by_name

# Two thousand words or so: a newspaper article or several, which a server that has just
# started checks in some seconds, and below the limits that servers set (the public one
# takes 20,000 characters).
_REQUEST_CHARACTERS = 12_000
_MOST_REPLACEMENTS = 5
# Headlines have a grammar of their own ("Minister quits"), which LanguageTool has not.
_HEADLINES = frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD})
_ASTRAL = 0xFFFF


@record
class Switches:
    """The rules that the configuration switches on and off, over the table of noise."""

    enabled: frozenset[str] = frozenset()
    disabled: frozenset[str] = frozenset()

    def parameters(self) -> dict[str, str]:
        """What to send, so that the server does not even run what is off."""
        off = (off_by_name() - self.enabled) | self.disabled
        sent = {
            "disabledCategories": ",".join(sorted(CATEGORIES)),
            "disabledRules": ",".join(sorted(off)),
        }
        if on := self.enabled - self.disabled:
            sent["enabledRules"] = ",".join(sorted(on))
        return sent

    def silence(self, reply: Reply) -> bool:
        """Whether a finding is off after all: not every server obeys."""
        return is_off(reply.rule, reply.category, self.enabled, self.disabled)


class LanguageToolSession(EngineSession):
    """A session with one server. Small articles share a request, large ones take several."""

    def __init__(self, client: Client, switches: Switches) -> None:
        self._client = client
        self._switches = switches

    def check(self, articles: Sequence[Article]) -> list[list[Match]]:
        """The server's findings, noise left out. Raises ``EngineError``."""
        answers: list[list[Match]] = [[] for _ in articles]
        languages = [_language(article) for article in articles]
        for language, numbers in groupby(range(len(articles)), key=languages.__getitem__):
            prose = (
                piece
                for number in numbers
                for piece in pieces(number, articles[number])
                if piece.block.kind not in _HEADLINES
            )
            for each in batches(prose, _REQUEST_CHARACTERS):
                for piece, match in self._ask(each, language):
                    answers[piece.article].append(match)
        return answers

    def _ask(self, sent: Batch, language: str) -> Iterator[tuple[EngineBlock, Match]]:
        try:
            replies = self._client.check(sent.text, language, self._switches.parameters())
        except TooLongError as error:
            half = len(sent.pieces) // 2
            if not half:
                raise EngineError(
                    "languagetool",
                    f"the server at {self._client.shown} does not take a paragraph of "
                    f"{len(sent.text)} characters: {error}",
                ) from None
            yield from self._ask(batch(sent.pieces[:half]), language)
            yield from self._ask(batch(sent.pieces[half:]), language)
            return
        offsets = Utf16(sent.text)
        for reply in replies:
            if not self._switches.silence(reply):
                start = offsets.code_point(reply.offset)
                place = sent.locate(start, offsets.code_point(reply.offset + reply.length))
                if place is not None:
                    yield place[0], _match(reply, place[1])


def _match(reply: Reply, span: TextSpan) -> Match:
    return Match(
        span,
        reply.message,
        reply.replacements[:_MOST_REPLACEMENTS],
        rule=f"languagetool.{reply.rule}",
    )


class Utf16:
    """Offsets in UTF-16 code units, as Java counts, turned into code points of a text."""

    def __init__(self, text: str) -> None:
        # Where, in UTF-16 units, each character begins that takes two of them.
        self._wide: list[int] = []
        if not text.isascii():
            self._wide = [
                index + before
                for before, index in enumerate(
                    index for index, character in enumerate(text) if ord(character) > _ASTRAL
                )
            ]

    def code_point(self, unit: int) -> int:
        """The code point that begins at ``unit``, or that ends there or holds it."""
        return unit - bisect_left(self._wide, unit)


def _language(article: Article) -> str:
    return article.dialect.language
