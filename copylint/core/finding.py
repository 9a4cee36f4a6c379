"""A match (in the prose, from a check) and a finding (in the source, for a user)."""

from __future__ import annotations

from collections.abc import Callable

from copylint.core.fix import Fix, Safety
from copylint.core.line_index import Position
from copylint.core.record import record
from copylint.core.rule import Severity
from copylint.core.span import SourceSpan, TextSpan

#: What is said of the other places of a typo that is made several times.
HERE_TOO = "and here"


@record
class RelatedText:
    """Another place in the prose that a match mentions."""

    span: TextSpan
    message: str


@record
class Match:
    """A check's verdict on a span of ``Document.text``.

    ``replacements`` are texts for the whole of ``span``, the best first; an empty text
    deletes it. ``safety`` lowers the rule's own safety, never raises it. ``rule`` names the
    rule that matched, needed only if one check serves several. ``severity`` is that of this
    match if it differs from the rule's. ``elsewhere`` holds other places with the same fault,
    which the first replacement corrects too. ``is_certain`` means that the words themselves
    rule out any other reading, so the words around them need not be weighed.
    """

    span: TextSpan
    message: str
    replacements: tuple[str, ...] = ()
    related: tuple[RelatedText, ...] = ()
    safety: Safety | None = None
    rule: str = ""
    severity: Severity | None = None
    elsewhere: tuple[TextSpan, ...] = ()
    is_certain: bool = False

    def place(self, to_source: Callable[[TextSpan], SourceSpan]) -> SourceSpan:
        """Where the match is in the source; ``to_source`` is the document's method."""
        return to_source(self.span)


@record
class SourceMatch:
    """A check's verdict on a span of the source that need not be prose: an image, markup.

    ``replacements`` are written to ``source`` as they are. The rest is as for ``Match``.
    """

    source: SourceSpan
    message: str
    replacements: tuple[str, ...] = ()
    related: tuple[RelatedText, ...] = ()
    safety: Safety | None = None
    rule: str = ""
    severity: Severity | None = None

    def place(self, to_source: Callable[[TextSpan], SourceSpan]) -> SourceSpan:
        """Where the match is in the source."""
        return self.source


#: What a check may yield.
AnyMatch = Match | SourceMatch


@record
class Related:
    """Another place in the source that a finding mentions. Its fields are as a finding's."""

    span: SourceSpan
    start: Position
    end: Position
    text: str
    message: str
    part: str = ""
    part_start: int = 0


@record
class Finding:
    """A finding as reported, with everything a report needs, so nothing is looked up again.

    ``line_text`` is the line that ``start`` is in, without its ending. Of a very long line it
    is only the part around the finding; ``line_cut`` code points of the line before that part
    are left out (so that a thousand findings in a line of a megabyte stay small).
    ``sentence`` is the sentence that contains the finding, in the form that ``normalised``
    gives; it identifies the finding after lines have moved.

    In a package (a Word file, say) ``text`` and ``line_text`` are prose, a line is one block of
    it and a column one character of that; ``part`` names the part that holds the finding, and
    ``part_start`` is where it begins in the source, so that ``span`` (and the spans of
    edits in the same part) less ``part_start`` are code points of that part's XML.
    """

    path: str
    span: SourceSpan
    rule: str
    severity: Severity
    message: str
    start: Position
    end: Position
    text: str
    line_text: str
    replacements: tuple[str, ...] = ()
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    part: str = ""
    part_start: int = 0
    line_cut: int = 0
    sentence: str = ""

    @property
    def safety(self) -> Safety:
        """Safety of the best fix, ``NONE`` without one."""
        return self.fixes[0].safety if self.fixes else Safety.NONE

    @property
    def sort_key(self) -> tuple[str, str, int, int, str, str]:
        """Order of output: file, place, rule."""
        if self.part_start:  # blocks are numbered in reading order, parts are not
            place = self.start
            return (self.path, "", place.line, place.column, self.rule, self.message)
        return (self.path, self.part, self.span.start, self.span.end, self.rule, self.message)
