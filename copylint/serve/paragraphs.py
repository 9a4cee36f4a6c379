"""Remembers the paragraphs that a word processor sends one at a time.

LibreOffice sends each paragraph by itself and does not say which document it is from. To see
the article, the server puts the paragraphs of a client together:

- A paragraph that equals or resembles a known one replaces it.
- Any other paragraph goes after the one that was sent last.
- A long unknown paragraph that comes after a pause begins another document.

A document is forgotten when none of it has been sent for a while, or when it grows too long.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable

from rapidfuzz import fuzz

# How long a document is kept after the last request about it.
_KEPT_S = 900.0
# The pause after which a long new paragraph counts as part of another document. The paragraphs of
# a document that is being opened come faster, and typed paragraphs grow from short ones.
_PAUSE_S = 3.0
_LONG = 40
_MOST_CLIENTS = 64
_MOST_DOCUMENTS = 4
_MOST_CHARACTERS = 400_000
# The least similarity of two states of a paragraph, out of 100.
_ALIKE = 70
_BREAK = "\n\n"


class RememberedArticle:
    """The paragraphs of one document in order; ``at`` is the index of the one sent last."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.paragraphs: list[str] = []
        self.at = -1
        self.seen = 0.0

    @property
    def text(self) -> str:
        """The paragraphs as one text."""
        return _BREAK.join(self.paragraphs)

    @property
    def start(self) -> int:
        """Where the paragraph sent last begins in ``text``."""
        before = self.paragraphs[: self.at]
        return sum(map(len, before)) + len(_BREAK) * len(before)

    @property
    def size(self) -> int:
        """The length of ``text``."""
        count = len(self.paragraphs)
        return sum(map(len, self.paragraphs)) + len(_BREAK) * max(0, count - 1)

    def index_of(self, paragraph: str) -> int:
        """Where this paragraph, or an earlier state of it, is; -1 if nowhere."""
        if paragraph in self.paragraphs:
            same = [n for n, each in enumerate(self.paragraphs) if each == paragraph]
            return min(same, key=lambda n: abs(n - self.at))
        if self.at >= 0 and _grew(self.paragraphs[self.at], paragraph):
            return self.at
        best, where = float(_ALIKE), -1
        for number, each in enumerate(self.paragraphs):
            likeness = fuzz.ratio(each, paragraph, score_cutoff=best)
            if likeness >= best and likeness:
                best, where = likeness, number
        return where


class Paragraphs:
    """The documents of all clients; ``clock`` gives seconds from an arbitrary start.

    No client ever gets the paragraphs of another. ``on_forgotten`` is called with the client
    and the number of each article that is forgotten.
    """

    def __init__(
        self,
        on_forgotten: Callable[[str, int], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._on_forgotten, self._clock = on_forgotten, clock
        self._clients: OrderedDict[str, list[RememberedArticle]] = OrderedDict()
        self._asked: dict[str, float] = {}
        self._count = 0

    def placed(self, owner: str, paragraph: str) -> RememberedArticle:
        """The client's article with ``paragraph`` at its place in it."""
        now = self._clock()
        self._forget(now)
        articles = self._clients.setdefault(owner, [])
        self._clients.move_to_end(owner)
        article, index = self._known(articles, paragraph)
        if article is None:
            article = self._home(articles, paragraph, now - self._asked.get(owner, now))
            index = article.at + 1
            article.paragraphs.insert(index, paragraph)
        article.paragraphs[index] = paragraph
        article.at, article.seen, self._asked[owner] = index, now, now
        articles.sort(key=lambda each: each.seen, reverse=True)
        self._keep(owner, articles[:_MOST_DOCUMENTS])
        while len(self._clients) > _MOST_CLIENTS:
            self._keep(next(iter(self._clients)), [])
        return article

    def _known(
        self, articles: list[RememberedArticle], paragraph: str
    ) -> tuple[RememberedArticle | None, int]:
        for article in articles:
            index = article.index_of(paragraph)
            if index >= 0:
                return article, index
        return None, 0

    def _home(
        self, articles: list[RememberedArticle], paragraph: str, pause: float
    ) -> RememberedArticle:
        """The article that a new paragraph belongs to, a new one if necessary."""
        is_other = pause > _PAUSE_S and len(paragraph) >= _LONG
        if articles and not is_other and articles[0].size + len(paragraph) < _MOST_CHARACTERS:
            return articles[0]
        self._count += 1
        made = RememberedArticle(self._count)
        articles.append(made)
        return made

    def _forget(self, now: float) -> None:
        for owner, articles in list(self._clients.items()):
            self._keep(owner, [each for each in articles if now - each.seen <= _KEPT_S])

    def _keep(self, owner: str, kept: list[RememberedArticle]) -> None:
        """Forget all articles of a client except ``kept``, and the client itself without any."""
        numbers = {each.number for each in kept}
        for each in self._clients[owner]:
            if each.number not in numbers:
                self._on_forgotten(owner, each.number)
        if kept:
            self._clients[owner] = kept
        else:
            del self._clients[owner]
            self._asked.pop(owner, None)


def _grew(before: str, after: str) -> bool:
    """Whether the texts differ only by something typed or deleted at the end."""
    return bool(before and after) and (before.startswith(after) or after.startswith(before))
