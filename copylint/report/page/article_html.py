"""One article of the page: its blocks as set text, each with its notes beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from copylint.core.block_view import Placing
from copylint.core.blocks import Block, BlockKind
from copylint.core.document import Document
from copylint.core.errors import CopylintError
from copylint.core.finding import Finding
from copylint.report.page.marks import MarkedRun, PageMark, pieces
from copylint.report.page.note_html import note
from copylint.report.page.plain_text import fault, text
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


def article(
    document: Document | None,
    findings: Sequence[Finding],
    first: int,
    explained: Collection[str] = (),
) -> Iterator[str]:
    """The article in HTML; its findings are numbered from ``first``.

    Findings outside the prose, and all those of an article that cannot be read again, come in
    a list.
    ``explained`` are the rules that the page explains.
    """
    marks, rest = _placed(document, findings, first)
    if document is not None:
        yield from _figures(document)
        yield '<div class="copy">\n'
        at = 0
        reaching: list[PageMark] = []
        for block in document.blocks:
            # A mark that begins in an earlier block may end in this one.
            reaching = [mark for mark in reaching if mark.span.end > block.span.start]
            own = []
            while at < len(marks) and marks[at].span.start <= block.span.end:
                own.append(marks[at])
                at += 1
            reaching += own
            yield from _row(document, block, reaching, own, explained)
        rest += [(mark.number, mark.finding) for mark in marks[at:]]
        yield "</div>\n"
    if rest:
        heading = "Outside the text" if document else "Findings (the file cannot be shown)"
        yield f'<h3 class="elsewhere">{heading}</h3>\n<ul class="notes">\n'
        for number, finding in rest:
            yield from note(number, finding, linked=False, explained=explained)
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
        return  # this textstat cannot be kept offline; the page does without
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
    document: Document,
    block: Block,
    marks: list[PageMark],
    own: list[PageMark],
    explained: Collection[str],
) -> Iterator[str]:
    """A block and the notes on findings that begin in it.

    A block without notes takes only two elements: a thousand articles have very many blocks.
    """
    tag = _TAGS.get(block.kind, "p")
    if own:
        yield '<div class="row">'
    yield f'<div class="set kind-{block.kind}">'
    if block.kind in _LABELLED:
        label = block.field or block.kind.replace("-", " ")
        yield f'<span class="kind">{text(label)}</span>'
    begun: set[int] = set()
    content = "".join(_piece(document, piece, begun) for piece in pieces(block, marks))
    yield f"<{tag}>{content}</{tag}></div>"
    if own:
        yield '<ul class="notes">'
        for mark in own:
            linked = mark.number in begun
            yield from note(mark.number, mark.finding, linked=linked, explained=explained)
        yield "</ul></div>\n"


def _piece(document: Document, piece: MarkedRun, begun: set[int]) -> str:
    """A run of text; the first of a finding's runs is the place that its note links to."""
    plain = document.slice(piece.span)
    if not piece.marks:
        return text(plain)
    gravest = max(piece.marks, key=lambda mark: mark.finding.severity)
    numbers = " ".join(str(mark.number) for mark in piece.marks)
    new = [mark for mark in piece.marks if mark.number not in begun]
    begun.update(mark.number for mark in new)
    anchors = "".join(f'<span id="place-{mark.number}"></span>' for mark in new)
    label = "" if plain.strip() else f' aria-label="{_spaces(plain)}: finding {numbers}"'
    return (
        f'{anchors}<a class="mark {gravest.finding.severity.label}" '
        f'href="#note-{gravest.number}" data-findings="{numbers}"{label}>{fault(plain) or "‸"}</a>'
    )


def _spaces(plain: str) -> str:
    """What a screen reader says of a mark in which there is nothing to read."""
    return counted(len(plain), "space") if plain else "something missing"
