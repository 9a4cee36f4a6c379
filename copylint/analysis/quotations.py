"""Quoted speech over a whole document, and the quotation marks that have no partner.

A quotation may run over several paragraphs, each opening with a mark and only the last
closing it (Chicago Manual of Style 13.32; the same rule holds in British copy); captions
and subheads between them do not end it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from copylint.core.blocks import RUNNING_PROSE, Block
from copylint.core.document import Document
from copylint.core.record import record
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.quotation_marks import DOUBLE, MarkRole, QuotationMark, marks


class Unbalanced(NamedTuple):
    """A double quotation mark without a partner.

    ``offset`` is the mark's own place, ``opens`` says which half it is. ``missing`` is the
    code point at which its partner belongs, or None if that is unknown;
    ``partner`` is the mark to put there. ``in_sentence`` says that the quotation opens within
    a sentence of the reporter's; then ``missing`` is the likeliest of several ends.
    """

    offset: int
    opens: bool
    missing: int | None
    partner: str
    in_sentence: bool = False


class Quotation(NamedTuple):
    """Text inside quotation marks, the marks included; ``double`` tells ``"`` from ``'``."""

    start: int
    end: int
    double: bool


@record(slots=False)
class Quotations:
    """The quotations of a document, in order, nested ones after those that contain them.

    A quotation over several paragraphs has one ``Quotation`` for each paragraph.
    """

    found: tuple[Quotation, ...]
    unbalanced: tuple[Unbalanced, ...]

    @cached_property
    def _outermost(self) -> tuple[list[int], list[int]]:
        starts: list[int] = []
        ends: list[int] = []
        for quotation in self.found:
            if ends and quotation.start < ends[-1]:
                ends[-1] = max(ends[-1], quotation.end)
            else:
                starts.append(quotation.start)
                ends.append(quotation.end)
        return starts, ends

    def is_quoted(self, offset: int) -> bool:
        """Whether the code point at ``offset`` is inside quotation marks."""
        starts, ends = self._outermost
        index = bisect_right(starts, offset) - 1
        return index >= 0 and offset < ends[index]

    def touches(self, start: int, end: int) -> bool:
        """Whether any code point from ``start`` to ``end`` is inside quotation marks.

        The marks count; an empty span is inside if it would split a quotation.
        """
        starts, ends = self._outermost
        index = bisect_left(starts, end if end > start else start) - 1
        return index >= 0 and ends[index] > start

    def __iter__(self) -> Iterator[Quotation]:
        return iter(self.found)


_PARTNER = {"“": "”", "„": "“", "‟": "”", "«": "»", "＂": "＂", "”": "“", "»": "«"}
# How many blocks of prose a quotation may span without a mark before it is given up.
_REACH = 3

#: A pattern (without groups) of verbs that a reporter puts beside quoted words.
SAID = (
    r"(?:said|says|added|adds|told|tells|asked|asks|wrote|writes|explained|explains|"
    r"continued|replied|insisted|admitted|recalled|warned|joked|concluded|argued|claimed|"
    r"noted|tweeted|posted|declared|stated|remarked|announced|shouted|cried|wondered|predicted|"
    r"conceded|suggested|complained|promised|pleaded|protested|whispered|testified|confirmed|"
    r"acknowledged|observed|repeated|responded|snapped|boasted|urged|reflected|cautioned|quipped)"
)
_NAME = r"[A-Z][\w.'’-]*(?:\s(?:[A-Z][\w.'’-]*|of|de|van|von|der|al|bin)){0,5}"
_SPEAKER = rf"(?:he|she|they|it|(?:the|a|an|one|his|her|their)\s[\w'’ -]{{2,50}}?|{_NAME})"
# "…, said the chairman." or "…, she told reporters." up to the end of a paragraph.
_ATTRIBUTION = LazyPattern(
    rf"[,?!](?=\s(?:{SAID}\s{_SPEAKER}|{_SPEAKER}\s{SAID})(?:\s[^\n,.;:?!\"“”]{{1,80}})?\.?\s*\Z)"
)
_TAIL = 240  # code points at a paragraph's end that may hold an attribution
_SOURCE = LazyPattern(r"\s*\((?:[^\W\d_][\w.'’&/, -]{1,60})\)\s*\Z")
_SENTENCE_END = ".?!…"
_LEAD = LazyPattern(rf"[^\w{DOUBLE}'‘(\[]{{0,12}}")


def find_quotations(document: Document) -> Quotations:
    """The quotations of ``document``. Time is linear in its length."""
    return _Reader(document).read()


@record
class _Pending:
    """A quotation open at the end of a block, and how many blocks have passed since."""

    opener: int
    block: Block
    passed: int = 0


class _Reader:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._found: list[Quotation] = []
        self._unbalanced: list[Unbalanced] = []
        self._between: list[Block] = []

    def read(self) -> Quotations:
        pending: _Pending | None = None
        for block in self._document.blocks:
            openers, orphans, double = self._pair(block)
            if block.kind not in RUNNING_PROSE:
                self._give_up(openers, block)
                self._orphans(orphans)
                continue
            if pending is not None:
                pending, orphans = self._resume(pending, block, openers, orphans, double)
            self._orphans(orphans)
            last_close = max((q.end for q in double), default=-1)
            trailing = bool(openers) and openers[-1] > last_close
            if trailing and not self._attributed(openers[-1], block):
                if pending is not None:
                    self._close(pending)
                pending = _Pending(openers[-1], block)
                self._between.clear()
                openers = openers[:-1]
            self._give_up(openers, block)
        if pending is not None:
            self._close(pending)
        self._found.sort(key=lambda q: (q.start, -q.end))
        return Quotations(
            tuple(self._found), tuple(sorted(self._unbalanced, key=lambda u: u.offset))
        )

    def _pair(self, block: Block) -> tuple[list[int], list[int], list[Quotation]]:
        """Pair the marks of one block: unpaired openers, unpaired closers, double quotations."""
        stack: list[QuotationMark] = []
        doubles_open = 0
        orphans: list[int] = []
        pairs: list[Quotation] = []
        for mark in self._marks(block):
            role = mark.role
            if role is MarkRole.EITHER:
                role = MarkRole.CLOSES if doubles_open else MarkRole.OPENS
            if role is MarkRole.OPENS:
                stack.append(mark)
                doubles_open += mark.double
            elif mark.double:
                while stack and not stack[-1].double:
                    stack.pop()
                if stack:
                    doubles_open -= 1
                    pairs.append(Quotation(stack.pop().offset, mark.offset + 1, True))
                else:
                    orphans.append(mark.offset)
            elif stack and not stack[-1].double:
                self._found.append(Quotation(stack.pop().offset, mark.offset + 1, False))
        self._found += pairs
        return [mark.offset for mark in stack if mark.double], orphans, pairs

    def _marks(self, block: Block) -> Iterable[QuotationMark]:
        found = marks(self._text, block.span.start, block.span.end)
        if not block.opaque or not found:
            return found
        starts = [span.start for span in block.opaque]
        ends = [span.end for span in block.opaque]

        def is_opaque(at: int) -> bool:
            index = bisect_right(starts, at) - 1
            return index >= 0 and at < ends[index]

        return [mark for mark in found if not is_opaque(mark.offset)]

    def _resume(
        self,
        pending: _Pending,
        block: Block,
        openers: list[int],
        orphans: list[int],
        double: list[Quotation],
    ) -> tuple[_Pending | None, list[int]]:
        """Continue or end a quotation at ``block``: the one still pending, the orphans left."""
        first_open = min((*openers, *(q.start for q in double)), default=None)
        at = _after_marks(self._text, block.span.start, block.span.end)
        lead = self._text[at : at + 1] if at < block.span.end else ""
        speech = pending.passed == 0 or _starts_sentence(
            self._text, pending.block.span.start, pending.opener
        )
        if first_open is not None and lead and lead in DOUBLE and speech:
            self._quoted_to_end(pending.opener, pending.block)
            return None, orphans
        if orphans and (first_open is None or orphans[0] < first_open):
            self._quoted_to_end(pending.opener, pending.block)
            for each in self._between:
                self._found.append(Quotation(each.span.start, each.span.end, True))
            self._found.append(Quotation(block.span.start, orphans[0] + 1, True))
            return None, orphans[1:]
        if first_open is None and pending.passed < _REACH:
            self._between.append(block)
            return _Pending(pending.opener, pending.block, pending.passed + 1), orphans
        self._close(pending)
        return None, orphans

    def _quoted_to_end(self, opener: int, block: Block) -> None:
        self._found.append(Quotation(opener, block.span.end, True))

    def _close(self, pending: _Pending) -> None:
        self._give_up([pending.opener], pending.block)

    def _give_up(self, openers: list[int], block: Block) -> None:
        """Record that ``openers`` have no partner; that of the last may still be located."""
        for index, opener in enumerate(openers):
            last = index == len(openers) - 1
            missing = self._missing(opener, block) if last and len(openers) < 3 else None
            mark = self._text[opener]
            within = not _starts_sentence(self._text, block.span.start, opener)
            partner = _PARTNER.get(mark, mark)
            self._unbalanced.append(Unbalanced(opener, True, missing, partner, within))
            if last:
                self._found.append(Quotation(opener, missing or block.span.end, True))

    def _orphans(self, orphans: list[int]) -> None:
        for at in orphans:
            mark = self._text[at]
            self._unbalanced.append(Unbalanced(at, False, None, _PARTNER.get(mark, mark)))

    def _attributed(self, opener: int, block: Block) -> bool:
        """Whether the block ends in words that cannot be the speaker's own."""
        at_start = _after_marks(self._text, block.span.start, block.span.end) == opener
        return at_start and self._attribution(opener, block) is not None

    def _attribution(self, opener: int, block: Block) -> int | None:
        start = max(opener, block.span.end - _TAIL)
        match = _ATTRIBUTION.search(self._text[start : block.span.end])
        return start + match.end() if match else None

    def _missing(self, opener: int, block: Block) -> int | None:
        text, start, end = self._text, block.span.start, block.span.end
        end = start + len(text[start:end].rstrip())
        if any(mark in DOUBLE for mark in text[opener + 1 : end]):
            return None
        at_start = _starts_sentence(text, start, opener)
        if at_start:
            place = self._attribution(opener, block)
            if place is not None:
                return place
            said = _TO_ATTRIBUTION.match(text, opener + 1, end)
            if said is not None:
                return said.end()
        source = _SOURCE.search(text, max(opener, end - _TAIL), end)
        if source is not None:
            end = source.start()
            if text[end - 1 : end] in tuple(_SENTENCE_END):
                return end
        if at_start:
            return end if text[end - 1] in _SENTENCE_END else None
        clause = _CLAUSE_END.search(text, opener + 1, end)
        if clause is None or clause.start() - opener > _LONGEST_PART:
            return None
        return clause.end() if self._stop_inside else clause.start()

    @cached_property
    def _stop_inside(self) -> bool:
        """Whether the document sets the full stop of a part quotation inside the mark."""
        inside = len(re.findall(r"[.,][\"”](?=\s)", self._text))
        outside = len(re.findall(r"[\"”][.,](?=\s)", self._text))
        return inside > 0 and outside == 0


# The end of the clause that a few quoted words belong to: at the sentence's end, or before the
# reporter's own words continue.
_CLAUSE_END = LazyPattern(
    r"[.](?=\s|\Z)|[,;](?= (?:and|but|adding|added|said|says|he|she|they|it|according|while|"
    r"which|who|when|after|before|although|though)\b)"
)
# The first sentence of a quotation up to the comma before who said it.
_TO_ATTRIBUTION = LazyPattern(
    r"[^.?!]{1,300}?,(?= (?:(?:he|she|they|I|we|(?:the |a |an )?[A-Za-z]+(?: [A-Z][a-z]+){0,2}) )?"
    rf"{SAID}\b)"
)
# A longer quotation is not part of a sentence of the reporter's (in code points).
_LONGEST_PART = 60


def _after_marks(text: str, start: int, end: int) -> int:
    """The offset in ``text[start:end]`` of the first word or mark after emoji and bullets."""
    lead = _LEAD.match(text, start, end)
    return lead.end() if lead else start


def _starts_sentence(text: str, start: int, at: int) -> bool:
    """Whether ``at`` is the beginning of the block, a sentence or a speech."""
    before = text[max(start, at - 3) : at].rstrip()
    return not before or before[-1] in ".?!:,…" or _after_marks(text, start, at) == at
