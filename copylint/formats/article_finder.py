"""Finds the article of a web page among the menus, teasers and comments around it.

Follows the reasoning of Readability: paragraphs with commas speak for the elements that hold them,
links against them, and the names that authors give elements speak either way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from copylint.formats import html

_PAGE = re.compile(r"<(?:html|body)(?=[\s>])", re.IGNORECASE)
_FURNITURE = re.compile(
    r"-ad-|\bads?\b|advert|ai2html|banner|breadcrumb|combx|comment|community|cookie|disqus|extra"
    r"|footer|foot\b|gdpr|header|legends|menu|masthead|modal|newsletter|related|remark|replies|rss"
    r"|share|sharing|shoutbox|sidebar|skyscraper|social|sponsor|subscri|supplemental|agegate"
    r"|pagination|pager|popup|promo|outbrain|taboola|recommend|read-?next|more-?(?:stories|from|on)"
    r"|teaser|trending|most-?(?:read|popular)|hidden|tags?\b|toolbar|widget|yom-remote|contact|nav\b"
    r"|navigation|login|signup|sign-up|tweet|player|carousel|gallery-?nav|up-?next|utility|author-?bio"
)
# What these names hold is furniture however much of it there is.
_ALWAYS = re.compile(r"comments?\b|disqus|\brelated|sidebar|newsletter|taboola|outbrain|recommend")
# Names of a box that leads to another story; no such box holds the copy of this one.
_CARD = re.compile(
    r"\bcard|teaser|tease\b|promo|(?:story|rich|inline|article)-?link|(?:see|read)-?(?:also|more)"
    r"|also-?read|more-?on"
)
_ARTICLE = re.compile(
    r"article|\bbody|blog|column|content|entry|hentry|h-entry|main|page|post|shadow|story|text"
)
_ROLES = frozenset(
    ("menu", "menubar", "complementary", "navigation", "alert", "alertdialog", "dialog", "banner")
)
#: Elements that are the article as such.
_MARKED = frozenset(("article", "main"))
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_CLOSED_BY_SELF = frozenset(("p", "li", "dt", "dd", "tr", "td", "th", "option"))
_CLEANED = frozenset(("div", "section", "ul", "ol", "dl", "table", "header", "figure"))
# The most letters of a box that leads to another story.
_LARGEST_CARD = 600
# The least letters of a paragraph that counts, and of an article.
_LEAST, _LEAST_ARTICLE = 25, 400
_DEEPEST = 200
# How many of the best elements are compared, and how many must be as good as the best.
_CANDIDATES, _RIVALS = 5, 3


@dataclass(slots=True, eq=False)
class _Node:
    """An element: ``start`` to ``end`` is what is between its tags."""

    name: str
    start: int
    parent: _Node | None
    named: str = ""
    is_marked: bool = False
    is_out: bool = False
    end: int = -1
    own: int = 0
    letters: int = 0
    linked: int = 0
    commas: int = 0
    ends: bool = False
    score: float = 0.0
    children: list[_Node] = field(default_factory=list)

    @property
    def link_share(self) -> float:
        """The share of its text that is in links."""
        return self.linked / self.letters if self.letters else 0.0

    @property
    def rank(self) -> float:
        """How much speaks for it as the article."""
        return self.score * (1 - self.link_share)

    def ancestors(self) -> Iterator[_Node]:
        """The elements around it, the nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    @property
    def weight(self) -> int:
        """What the names of the element say: less than 0 if it is furniture."""
        if not self.named:
            return 0
        return (25 if _ARTICLE.search(self.named) else 0) - (
            25 if _FURNITURE.search(self.named) else 0
        )


def kept(
    masked: str, start: int, hides: Callable[[html.HtmlToken, str], bool]
) -> list[tuple[int, int]]:
    """The parts of the page from ``start`` on that hold its article, in order.

    All of it for a fragment, and for a page in which no article stands out.
    """
    whole = [(start, len(masked))]
    if _PAGE.search(masked, start) is None:
        return whole
    root, nodes = _tree(masked, start, hides)
    _sum_up(nodes)
    _rate(nodes)
    top = _top(nodes)
    if top is None or top.letters - top.linked < _LEAST_ARTICLE:
        return whole
    out = sorted((each.start, each.end) for each in _left_out(root, top))
    parts: list[tuple[int, int]] = []
    at = start
    for first, last in out:
        if first < at:
            continue
        parts.append((at, first))
        at = last
    return [*parts, (at, len(masked))]


def _tree(
    text: str, start: int, hides: Callable[[html.HtmlToken, str], bool]
) -> tuple[_Node, list[_Node]]:
    """The block elements of the page, in order; the first holds all of it."""
    root = now = _Node("", start, None)
    nodes = [root]
    links = depth = 0
    hidden: tuple[str, int] | None = None
    for token in html.tokens(text, start):
        name = token.name
        if hidden is not None:
            if name == hidden[0] and text[token.end - 2] != "/":
                count = hidden[1] + (1 if token.kind == "open" else -1)
                hidden = (name, count) if count else None
            continue
        if token.kind == "text":
            _count(now, text[token.start : token.end], is_link=links > 0)
        elif token.kind == "open" and name != "!" and name not in html.EMPTY and hides(token, text):
            hidden = (name, 1)
        elif name == "a":
            links = max(0, links + (1 if token.kind == "open" else -1))
        elif name in html.INLINE or name in html.EMPTY or name == "!" or token.kind == "comment":
            continue
        elif token.kind == "open":
            if name in _CLOSED_BY_SELF and now.name == name and now.parent is not None:
                now.end, now, depth = token.start, now.parent, depth - 1
            if depth < _DEEPEST:
                now, depth = _opened(token, text, now), depth + 1
                nodes.append(now)
        elif any(each.name == name for each in (now, *now.ancestors())):
            while now.parent is not None:
                is_last = now.name == name
                now.end, now, depth = token.start, now.parent, depth - 1
                if is_last:
                    break
    for node in nodes:
        if node.end < 0:
            node.end = len(text)
    return root, nodes


def _opened(token: html.HtmlToken, text: str, parent: _Node) -> _Node:
    node = _Node(token.name, token.end, parent)
    if token.end - token.start > len(token.name) + 2:
        named = []
        for name, first, last in html.attributes(text, token.start, token.end):
            value = text[first : min(last, first + 300)].lower()
            if name in ("class", "id"):
                named.append(value)
            elif name == "itemprop":
                node.is_marked = "articlebody" in value
            elif name == "role":
                node.is_marked = node.is_marked or value in ("main", "article")
                node.is_out = value in _ROLES
        node.named = " ".join(named)
    node.is_marked = node.is_marked or token.name in _MARKED
    parent.children.append(node)
    return node


def _count(node: _Node, text: str, *, is_link: bool) -> None:
    shown = " ".join(text.split())
    node.own += len(shown)
    node.letters += len(shown)
    node.linked += len(shown) if is_link else 0
    node.commas += shown.count(",")
    node.ends = node.ends or shown.endswith((".", "!", "?", "”", '."'))


def _sum_up(nodes: list[_Node]) -> None:
    """Add up the text of each element, and say which are furniture by their names."""
    for node in reversed(nodes):
        if node.parent is None:
            continue
        node.is_out = node.is_out or _is_named_furniture(node)
        if not node.is_out:
            node.parent.letters += node.letters
            node.parent.linked += node.linked
            node.parent.commas += node.commas


def _is_named_furniture(node: _Node) -> bool:
    """Whether the names of the element say that it is furniture, and its text does not gainsay."""
    if not node.named or node.is_marked or node.name in ("body", "html", "p"):
        return False
    if _ALWAYS.search(node.named):
        return not _ARTICLE.search(node.named) or node.link_share > 0.2 or node.commas < 10
    if node.commas >= 10 and node.link_share < 0.2:
        return False
    return _FURNITURE.search(node.named) is not None and not _ARTICLE.search(node.named)


def _rate(nodes: list[_Node]) -> None:
    """Let every paragraph speak for the elements around it."""
    out: set[int] = set()
    for node in nodes:
        if node.is_out or (node.parent is not None and id(node.parent) in out):
            out.add(id(node))
            continue
        if node.own < _LEAST or node.name in _HEADINGS or node.name in ("a", "li", "title"):
            continue
        points = 1 + node.commas + min(node.own // 100, 3)
        holders = list(node.ancestors()) if node.name == "p" else [node, *node.ancestors()]
        for level, holder in enumerate(holders[:5]):
            if holder.parent is None:
                break
            if not holder.score:
                holder.score = holder.weight + (25 if holder.is_marked else 0) + 0.1
            holder.score += points / (1 if level == 0 else 2 if level == 1 else level * 3)


def _top(nodes: list[_Node]) -> _Node | None:
    """The element that holds the article; None if no paragraph speaks for any."""
    rated = [each for each in nodes if each.score > 0 and not each.is_out]
    if not rated:
        return None
    best = sorted(rated, key=lambda each: -each.rank)[:_CANDIDATES]
    top = best[0]
    # Where several elements are as good, the article is what holds them.
    rivals = [set(map(id, each.ancestors())) for each in best[1:] if each.rank >= 0.75 * top.rank]
    if len(rivals) >= _RIVALS:
        for holder in top.ancestors():
            holds = holder.parent is not None and holder.name not in ("body", "html")
            if holds and sum(id(holder) in each for each in rivals) >= _RIVALS:
                top = holder
                break
    # An element around it that holds most of its points, and more text, is the better choice.
    last = top.score
    for holder in top.ancestors():
        if holder.name in ("", "body", "html") or holder.score < top.score / 3:
            break
        if holder.score > last:
            top = holder
            break
        last = holder.score
    while top.parent is not None and len(top.parent.children) == 1 and top.parent.parent:
        top = top.parent
    return top


def _left_out(root: _Node, top: _Node) -> Iterator[_Node]:
    """The elements that are no part of the article, none inside another."""
    path = {id(top), *(id(each) for each in top.ancestors())}
    headline = _headline(root)
    path_of_headline = {id(each) for each in headline.ancestors()} if headline else set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in path and node is not top:
            waiting += node.children
        elif node is top:
            yield from _cleaned(top)
        elif (
            node is headline
            or node.name in ("head", "title")
            or (headline is not None and _goes_with(node, headline))
            or (node.parent is top.parent and _belongs(node, top))
        ):
            continue
        elif id(node) in path_of_headline:
            waiting += node.children
        else:
            yield node


def _headline(root: _Node) -> _Node | None:
    """The first heading of level 1 with text."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.name == "h1" and node.letters and not node.is_out:
            return node
        if not node.is_out:
            waiting += reversed(node.children)
    return None


def _goes_with(node: _Node, headline: _Node) -> bool:
    """Whether an element beside the headline may be the standfirst or the byline."""
    return node.parent is headline.parent and node.name in ("h2", "h3", "p") and not node.is_out


def _belongs(node: _Node, top: _Node) -> bool:
    """Whether an element beside the article's is a part of it."""
    if node.is_out:
        return False
    alike = bool(node.named) and node.named == top.named
    if node.score and node.score + alike * top.score / 5 >= max(10.0, top.score / 5):
        return True
    if node.name == "p":
        if node.letters > 80:
            return node.link_share < 0.25
        return node.letters > 0 and not node.linked and node.ends
    return False


def _cleaned(top: _Node) -> Iterator[_Node]:
    """The furniture inside the article."""
    waiting = list(top.children)
    while waiting:
        node = waiting.pop()
        if node.is_out or _is_card(node) or (node.name in _CLEANED and _is_furniture(node)):
            yield node
        else:
            waiting += node.children


def _is_card(node: _Node) -> bool:
    """Whether the element is a box for another story, whose headline is the link to it.

    An ``article`` in the article is one, and so is what its names call one.
    """
    if node.letters > _LARGEST_CARD or not node.linked:
        return False
    if node.name != "article" and not _CARD.search(node.named):
        return False
    waiting = list(node.children)
    while waiting:
        inner = waiting.pop()
        if inner.name in _HEADINGS and inner.letters:
            return inner.linked == inner.letters
        waiting += reversed(inner.children)
    return node.link_share > 0.5


def _is_furniture(node: _Node) -> bool:
    if node.commas >= 10 or not node.letters:
        return False
    if node.weight < 0:
        return True
    most = 0.5 if node.weight > 0 or node.name in ("table", "figure") else 0.33
    return node.link_share > most and node.letters > node.own
