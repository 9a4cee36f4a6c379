"""Links within a Markdown article to a heading that it does not have."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from urllib.parse import unquote

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.finding import AnyMatch, SourceMatch
from copylint.core.fix import Safety
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import SourceSpan

RULE = Rule(
    id="submission.anchor",
    summary="Flags a link to a heading that the article does not have.",
    why=(
        "A heading that was reworded leaves links to it that lead nowhere. Only Markdown is read, "
        "and only links within the article; no file is looked up."
    ),
    bad=(
        Bad(
            "# Fair\n\nSee the [times](#opening-time) below.\n\n## Opening times\n\nFrom noon.\n",
            "#opening-time",
            "# Fair\n\nSee the [times](#opening-times) below.\n\n## Opening times\n\nFrom noon.\n",
            format="markdown",
        ),
    ),
    good=(
        Good(
            "# Fair\n\nSee the [times](#opening-times) below.\n\n## Opening times\n\nFrom noon.\n",
            format="markdown",
        ),
        Good('See the [times](#times) below.\n\n<a id="times"></a>From noon.\n', format="markdown"),
        Good("Write `[times](#times)` for a link.\n", format="markdown"),
    ),
    default=False,
    safety=Safety.UNSAFE,
)

_LINK = re.compile(r"\]\((#[^\s()<>\"']{1,200})\)")
_HEADING = re.compile(r"^[ \t>*+-]{0,20}#{1,6}[ \t]+([^\r\n]{1,500})", re.M)
_UNDERLINED = re.compile(r"^([^\r\n]{1,500})\r?\n[ \t>]{0,9}(?:=+|-+)[ \t]*$", re.M)
_NAMED = re.compile(r"\b(?:id|name)\s?=\s?[\"']?([^\s\"'>]{1,200})|\{[^{}\r\n]{0,99}?#([\w:.-]+)")
_TARGET = re.compile(r"\]\([^()\r\n]{0,500}\)|<[^<>\r\n]{1,200}>|\s*\{[^{}\r\n]{0,200}\}\s*$")
# Templates and includes may bring headings that are not in the file.
_TEMPLATE = re.compile(r"\{\{|\{%|<%|^import\s|^:::|^--8<--|\binclude::", re.M)
# Places that a site's layout has, and addresses that a program reads.
_LAYOUT = frozenset({"comments", "content", "footer", "header", "main", "nav", "top"})
_PROGRAM = ("#/", "#!", "#:", "#fn")


class Anchors(Check):
    """Compares the targets of links within an article with its headings and ids."""

    rules = (RULE,)

    def check(self, article: Article, options: Options) -> Iterable[AnyMatch]:
        """A match for each target that is not there."""
        document = article.document
        if document.format != "markdown" or "](#" not in document.source:
            return
        source = document.source
        if _TEMPLATE.search(source):
            return
        ids = list(_ids(source))
        known = {_bare(each) for each in ids}
        prose = {segment.source.end for segment in document.segments}
        for link in _LINK.finditer(source):
            target = unquote(link.group(1)[1:])
            if link.start() not in prose or target.lower() in _LAYOUT:
                continue  # code, or a place outside the article
            if link.group(1).startswith(_PROGRAM) or _is_known(target, known):
                continue
            near = get_close_matches(target.lower(), ids, 1, 0.9)
            what = f"use '#{near[0]}'?" if near else "correct the link or delete it."
            yield SourceMatch(
                SourceSpan(*link.span(1)),
                f"The article has no heading '{link.group(1)}'; {what}",
                tuple(f"#{each}" for each in near),
                rule=RULE.id,
            )


def _ids(source: str) -> Iterator[str]:
    """What links may lead to: more than the renderer makes, never less."""
    for pattern in (_HEADING, _UNDERLINED):
        for heading in pattern.finditer(source):
            text = html.unescape(_TARGET.sub("", heading.group(1))).strip(" \t#").lower()
            yield re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", text))
    for named in _NAMED.finditer(source):
        yield named.group(1) or named.group(2)


def _bare(name: str) -> str:
    """Letters and digits alone: renderers differ in the rest."""
    return "".join(filter(str.isalnum, name.casefold()))


def _is_known(target: str, known: set[str]) -> bool:
    """Whether a heading has the target, or is the second or third of those that have it."""
    return _bare(target) in known or _bare(re.sub(r"-\d{1,3}$", "", target)) in known
