"""Blocks of prose, and the segments that map them to the source."""

from __future__ import annotations

from enum import StrEnum

from copylint.core.record import record
from copylint.core.span import SourceSpan, TextSpan


class BlockKind(StrEnum):
    """What a block of prose is, in the words of a newsroom."""

    HEADLINE = "headline"
    SUBHEAD = "subhead"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    CREDIT = "credit"
    TABLE_CELL = "table-cell"
    ALT_TEXT = "alt-text"
    IMAGE_TITLE = "image-title"
    FOOTNOTE = "footnote"
    FRONT_MATTER = "front-matter"


#: Kinds whose text is running prose: sentences that end in a full stop.
RUNNING_PROSE = frozenset(
    {BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE}
)


@record
class Segment:
    """A run of ``Document.text`` and the run of the source it came from.

    ``literal`` means that the two are the same characters; otherwise the whole of
    ``source`` (an entity, a line break with a quotation marker) represents the whole of
    ``text``.
    """

    text: TextSpan
    source: SourceSpan
    literal: bool


@record
class Block:
    """One headline, paragraph, caption … as a span of ``Document.text``.

    ``depth`` is the heading or list level (1 is the outermost), 1 for a cell of a table's
    heading, 0 if there is none.
    ``field`` names the front-matter key that holds the block, if one does.
    ``opaque`` are the code points of inline code, mathematics and the like: they hold a
    place in the sentence, but no check reads them as words.
    ``written`` says how text is written in the block if not in the format's own way: it holds
    names from ``copylint.formats.escapes``, the innermost first.
    ``is_key``: other files look something up by the text, as catalogues do translations, so that
    no change of it is safe.
    """

    kind: BlockKind
    span: TextSpan
    depth: int = 0
    field: str = ""
    opaque: tuple[TextSpan, ...] = ()
    written: tuple[str, ...] = ()
    is_key: bool = False


@record
class Comment:
    """A comment of the source (an HTML comment, say), its delimiters included in ``span``."""

    span: SourceSpan
    text: str


@record
class PackagePart:
    """One of the files that a package is made of: its name, and where it is in the source."""

    name: str
    start: int
    end: int
