"""Writes the comment that accepts a finding at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copylint.config.schema import Config
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.finding import Finding
from copylint.core.fix import Edit
from copylint.core.record import replace
from copylint.core.span import SourceSpan
from copylint.fix.apply import Patch, with_line_ends_of
from copylint.runner.document_reader import Formats
from copylint.runner.rule_index import rule_names
from copylint.runner.rule_selection import chosen
from copylint.suppress.comment_suppressions import apply_inline
from copylint.suppress.comment_syntax import CommentSyntax, syntax_of
from copylint.suppress.directives import Verb

_INDENT = re.compile(r"[ \t]*")


def suppressing_edits(source: str, finding: Finding, config: Config) -> tuple[Edit, ...]:
    """Edits of ``source`` that put in a comment which accepts ``finding`` and nothing else.

    The comment goes above the finding's line if that breaks nothing, else at the end of the
    line, above the paragraph, or around it. Empty if the format has no comments, or none can be
    written there without a change to the prose. Raises ``InputError`` if the text cannot be
    read.
    """
    formats = Formats(config)
    before = formats.documents(finding.path, source)
    document = next((each for each in before if _holds(each, finding)), None)
    syntax = syntax_of(document.format) if document is not None else None
    if document is None or document.parts or syntax is None:
        return ()
    for edits in _ways(document, finding, syntax):
        patch = Patch(with_line_ends_of(source, edits))
        try:
            after = formats.documents(finding.path, patch.apply(source))
        except InputError:
            continue
        if _same_prose(before, after) and any(
            _accepts(each, finding, patch, config) for each in after
        ):
            return tuple(patch.edits)
    return ()


def _ways(document: Document, finding: Finding, syntax: CommentSyntax) -> Iterator[list[Edit]]:
    """The edits of each way to write the comment, the tidiest first."""
    source, lines = document.source, document.lines

    def said(verb: Verb) -> str:
        return syntax.comment(f"copylint-{verb} {finding.rule}")

    line = lines.place(finding.span.start).line
    start = lines.line_start(line)
    yield [_insertion(start, _indent(source, start) + said(Verb.NEXT_LINE) + syntax.gap)]
    if syntax.in_line:
        yield [_insertion(_content_end(document, line), " " + said(Verb.LINE))]
    first, last = _paragraph(document, finding)
    top = _after_empty_line(document, line)
    yield [_insertion(top, _indent(source, top) + said(Verb.NEXT_LINE) + syntax.gap)]
    indent = _indent(source, first)
    yield [
        _insertion(first, indent + said(Verb.DISABLE) + syntax.gap),
        _insertion(last, syntax.gap + indent + said(Verb.ENABLE)),
    ]


def _paragraph(document: Document, finding: Finding) -> tuple[int, int]:
    """Where the first line of the finding's block begins and its last line ends."""
    span = finding.span
    for block in document.blocks:
        whole = document.to_source(block.span)
        if whole.start <= span.start <= whole.end:
            span = SourceSpan(whole.start, max(whole.end, span.end))
            break
    lines = document.lines
    first = lines.line_start(lines.place(span.start).line)
    return first, _content_end(document, lines.place(span.end).line)


def _after_empty_line(document: Document, line: int) -> int:
    """Where the lines begin that end with ``line`` and have no empty one among them."""
    lines, source = document.lines, document.source
    while line > 1 and source[lines.line_start(line - 1) : lines.line_end(line - 1)].strip():
        line -= 1
    return lines.line_start(line)


def _content_end(document: Document, line: int) -> int:
    """Where the 1-based ``line`` of the source ends, its line ending left out."""
    start, end = document.lines.line_start(line), document.lines.line_end(line)
    return start + len(document.source[start:end].rstrip("\r\n"))


def _indent(source: str, start: int) -> str:
    match = _INDENT.match(source, start)
    return match.group() if match else ""


def _insertion(offset: int, text: str) -> Edit:
    return Edit(SourceSpan(offset, offset), text)


def _holds(document: Document, finding: Finding) -> bool:
    """Whether the finding is in this one of the articles of a file."""
    if not document.segments:
        return False
    sources = [each.source for each in document.segments]
    return min(sources).start <= finding.span.start <= max(sources).end


def _same_prose(before: Sequence[Document], after: Sequence[Document]) -> bool:
    def prose(documents: Sequence[Document]) -> list[object]:
        return [(each.text, [block.kind for block in each.blocks]) for each in documents]

    return prose(before) == prose(after)


def _accepts(document: Document, finding: Finding, patch: Patch, config: Config) -> bool:
    """Whether the comment in ``document`` accepts the finding, which ``patch`` has moved."""
    span = _moved(finding.span, patch)
    moved = replace(finding, span=span, start=document.lines.place(span.start))
    names = rule_names(config.rule_sources, chosen(config))
    kept, _ = apply_inline(document, [moved], names, lambda selector: False)
    return not kept


def _moved(span: SourceSpan, patch: Patch) -> SourceSpan:
    """Where ``span`` is once the comment is in: what is put in at its start goes before it."""
    by = sum(len(edit.text) for edit in patch.edits if edit.span.start <= span.start)
    return SourceSpan(span.start + by, span.end + by)
