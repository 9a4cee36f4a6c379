"""One article of the page: its blocks as set text, each with its notes beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from copylint.core.block_view import Placing
from copylint.core.blocks import Block, BlockKind
from copylint.core.document import Document
from copylint.core.errors import CopylintError
from copylint.core.finding import Finding
from copylint.report.page.marks import MarkedRun, PageMark, pieces
from copylint.report.visible import cells, revealed, safe
from copylint.report.wording import counted

_TAGS = {
    BlockKind.HEADLINE: "h3",
    BlockKind.SUBHEAD: "h4",
    BlockKind.QUOTATION: "blockquote",
}
# Kinds that a reader of the article could not tell from a paragraph.
_LABELLED = frozenset(BlockKind) - {
    BlockKind.HEADLINE,
    BlockKind.SUBHEAD,
    BlockKind.PARAGRAPH,
    BlockKind.QUOTATION,
    BlockKind.LIST_ITEM,
}
_MAX_SUGGESTIONS = 5
_MAX_RELATED = 5


def article(document: Document | None, findings: Sequence[Finding], first: int) -> Iterator[str]:
    """The article in HTML; its findings are numbered from ``first``.

    Findings outside the prose, and all of one that cannot be read again, stand in a list.
    """
    marks, rest = _placed(document, findings, first)
    if document is not None:
        yield from _figures(document)
        yield '<div class="copy">\n'
        at = 0
        reaching: list[PageMark] = []
        for block in document.blocks:
            # What begins in an earlier block may end in this one.
            reaching = [mark for mark in reaching if mark.span.end > block.span.start]
            own = []
            while at < len(marks) and marks[at].span.start <= block.span.end:
                own.append(marks[at])
                at += 1
            reaching += own
            yield from _row(document, block, reaching, own)
        rest += [(mark.number, mark.finding) for mark in marks[at:]]
        yield "</div>\n"
    if rest:
        heading = "Outside the text" if document else "Findings (the file cannot be shown)"
        yield f'<h3 class="elsewhere">{heading}</h3>\n<ul class="notes">\n'
        for number, finding in rest:
            yield from _note(number, finding, linked=False)
        yield "</ul>\n"


def _placed(
    document: Document | None, findings: Sequence[Finding], first: int
) -> tuple[list[PageMark], list[tuple[int, Finding]]]:
    marks, rest = [], []
    placing = Placing(document.segments) if document else None
    for number, finding in enumerate(findings, first):
        span = placing.text_span(finding.span) if placing else None
        if span is None:
            rest.append((number, finding))
        else:
            marks.append(PageMark(number, finding, span))
    marks.sort(key=lambda mark: (mark.span.start, mark.number))
    return marks, rest


def _figures(document: Document) -> Iterator[str]:
    """Counts and readability, in one line."""
    from copylint.analysis.article import Article
    from copylint.analysis.readability import readability, running_prose

    read = Article(document)
    try:
        scores = readability(running_prose(read))
    except CopylintError:
        return  # textstat is not one that can be kept offline; the page is as good without
    minutes = max(1, round(scores.seconds / 60))
    figures = (
        counted(len(read.words), "word"),
        counted(sum(1 for _ in read.sentences), "sentence"),
        f"{counted(minutes, 'minute')} to read",
        f"reading ease {scores.reading_ease:.0f}",
        f"school grade {scores.grade:.0f}",
    )
    yield f'<p class="figures">{" · ".join(figures)}</p>\n'


def _row(
    document: Document, block: Block, marks: list[PageMark], own: list[PageMark]
) -> Iterator[str]:
    """A block and the notes on findings that begin in it."""
    tag = _TAGS.get(block.kind, "p")
    yield f'<div class="row kind-{block.kind}">\n<div class="set">'
    if block.kind in _LABELLED:
        label = block.field or block.kind.replace("-", " ")
        yield f'<span class="kind">{_text(label)}</span>'
    begun: set[int] = set()
    content = "".join(_piece(document, piece, begun) for piece in pieces(block, marks))
    yield f"<{tag}>{content}</{tag}></div>\n"
    if own:
        yield '<ul class="notes">\n'
        for mark in own:
            yield from _note(mark.number, mark.finding, linked=mark.number in begun)
        yield "</ul>\n"
    yield "</div>\n"


def _piece(document: Document, piece: MarkedRun, begun: set[int]) -> str:
    """A run of text; the first of a finding's runs is the place that its note leads to."""
    plain = document.slice(piece.span)
    if not piece.marks:
        return _text(plain)
    gravest = max(piece.marks, key=lambda mark: mark.finding.severity)
    numbers = " ".join(str(mark.number) for mark in piece.marks)
    new = [mark for mark in piece.marks if mark.number not in begun]
    begun.update(mark.number for mark in new)
    anchors = "".join(f'<span id="place-{mark.number}"></span>' for mark in new)
    shown = "".join(cell.text for cell in cells(plain, 0, len(plain)))
    content = escape(shown)
    label = (
        f' aria-label="{len(plain)} blank: finding {numbers}"' if not shown.strip(" ·␣→") else ""
    )
    return (
        f'{anchors}<a class="mark {gravest.finding.severity.label}" '
        f'href="#note-{gravest.number}" data-findings="{numbers}"{label}>{content or "‸"}</a>'
    )


def _note(number: int, finding: Finding, *, linked: bool) -> Iterator[str]:
    severity, family = finding.severity.label, finding.rule.partition(".")[0]
    where = f"{finding.start.line}:{finding.start.column}"
    place = f'<a href="#place-{number}">{where}</a>' if linked else where
    yield (
        f'<li class="note {severity}" id="note-{number}" tabindex="-1" '
        f'data-severity="{severity}" data-family="{_text(family)}">'
    )
    yield f'<p><span class="severity">{severity}</span> {_text(finding.message)}</p>'
    if finding.replacements:
        words = [revealed(each) or "(delete)" for each in finding.replacements[:_MAX_SUGGESTIONS]]
        yield f'<p class="meant">{" · ".join(f"<ins>{escape(word)}</ins>" for word in words)}</p>'
    if finding.related:
        shown = finding.related[:_MAX_RELATED]
        places = ", ".join(f"{each.start.line}:{each.start.column}" for each in shown)
        more = len(finding.related) - len(shown)
        yield f'<p class="related">see {places}{f" and {more:,} more" if more else ""}</p>'
    yield f'<p class="rule">{place} · <code>{_text(finding.rule)}</code></p></li>\n'


def _text(plain: str) -> str:
    """``plain`` as text of the page; nothing in it can act on the page or turn it round."""
    return escape("\n".join(map(safe, plain.split("\n"))))
