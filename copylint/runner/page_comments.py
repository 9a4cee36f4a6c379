"""Comments in a web page: each a box after the paragraph, heading or picture that it is about.

A box is an ``aside``, which no reader of the format takes for the article. So the words of the
article stay together, and the annotated page has the same findings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape

from copylint.core.document import Document
from copylint.core.span import SourceSpan
from copylint.formats import front_matter, html
from copylint.formats.templates import mask
from copylint.office.annotate import Annotation

_OPENING = (
    '<aside class="copylint-comment" style="border-left:4px solid #b3261e;background:#fff4e5;'
    'color:#222;margin:.5em 0;padding:.5em .8em;font:14px/1.4 sans-serif;text-align:left">'
)
_CLOSING = "</aside>"
# After the ends of these comes the box; before the end of any other it is inside the element.
_AFTER = frozenset(("p", *(f"h{level}" for level in range(1, 7))))
_LONGEST_QUOTATION = 120


def annotated_page(document: Document, annotations: Iterable[Annotation]) -> tuple[str, int]:
    """The source of ``document`` with a box for each of ``annotations``, and how many are new.

    A box that stands there already is not added again. Everything else is unchanged.
    """
    source = document.source
    boundaries = list(_boundaries(source))
    boxes: dict[int, list[str]] = {}
    for each in annotations:
        end = each.place.end
        at = next((place for after, place in boundaries if after >= end), len(source))
        boxes.setdefault(at, []).append(_box(document, each))
    parts: list[str] = []
    last = count = 0
    for at in sorted(boxes):
        present = Counter(_present(source, at))
        new = []
        for box in boxes[at]:
            if present[box]:
                present[box] -= 1
            else:
                new.append(box)
        parts += [source[last:at], *new]
        last = at
        count += len(new)
    return "".join([*parts, source[last:]]), count


def _boundaries(source: str) -> Iterator[tuple[int, int]]:
    """The last place that each boundary of blocks is for, and where its boxes go, in order.

    What is in the head, or in front matter, has its boxes at the beginning of the body.
    """
    masked = mask(source)
    _, _, start = front_matter.body_start(source)
    tags = [
        token
        for token in html.tokens(masked, start)
        if token.kind in ("open", "close") and token.name not in html.INLINE and token.name != "!"
    ]
    head = next((each.end for each in tags if each.kind == "close" and each.name == "head"), start)
    body = next((each.end for each in tags if each.kind == "open" and each.name == "body"), head)
    yield body, body
    for token in tags:
        if token.start >= body and token.name not in html.EMPTY:
            after = token.kind == "close" and token.name in _AFTER
            yield token.start, token.end if after else token.start


def _box(document: Document, annotation: Annotation) -> str:
    message, *rest = annotation.paragraphs
    lines = [
        f"<b>“{_words(document, annotation.place.start, annotation.place.end)}”</b> "
        f"{escape(message)}",
        *(
            f"{escape(label)}: “{_words(document, place.start, place.end)}”"
            for label, place in annotation.beside
        ),
        *map(escape, rest),
    ]
    return _OPENING + " · ".join(lines) + _CLOSING


def _words(document: Document, start: int, end: int) -> str:
    first, last = document.view.seen(SourceSpan(start, end))
    text = " ".join(document.view.text[first:last].split())
    cut = text if len(text) <= _LONGEST_QUOTATION else text[: _LONGEST_QUOTATION - 1] + "…"
    return escape(cut)


def _present(source: str, at: int) -> Iterator[str]:
    """The boxes that stand at ``at`` already."""
    while source.startswith(_OPENING, at):
        close = source.find(_CLOSING, at)
        if close < 0:
            return
        yield source[at : close + len(_CLOSING)]
        at = close + len(_CLOSING)
