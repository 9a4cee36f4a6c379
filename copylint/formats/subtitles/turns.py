"""Who says what in a subtitle file, and when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter, itemgetter

from copylint.core.blocks import Block
from copylint.core.document import Document
from copylint.core.transcript import Turn
from copylint.formats.subtitles.cues import Cue
from copylint.formats.transcripts import line_of


def timed_turns(
    document: Document, cues: Sequence[Cue], speakers: Sequence[tuple[int, str]]
) -> tuple[Turn, ...]:
    """The paragraphs of ``document`` with their times.

    ``cues`` are those of its source; ``speakers`` says where in it another person begins, and
    who that is (empty if it does not say).
    """
    blocks = (*document.blocks, *(block for block, _ in document.foreign))
    turns: list[Turn] = []
    for block in sorted(blocks, key=lambda block: block.span.start):
        times = tuple(_times(document, block, cues))
        source = document.to_source(block.span).start
        index = bisect_right(speakers, source, key=itemgetter(0)) - 1
        line = line_of(document, block.span.start)
        turns.append(Turn(document.slice(block.span), speakers[index][1], line, times))
    return tuple(turns)


def _times(document: Document, block: Block, cues: Sequence[Cue]) -> Iterator[tuple[int, int]]:
    shown = -1
    for segment in document.segments_in(block.span):
        index = bisect_right(cues, segment.source.start, key=attrgetter("start")) - 1
        if index >= 0 and cues[index].shown != shown:
            shown = cues[index].shown
            yield max(0, segment.text.start - block.span.start), shown
