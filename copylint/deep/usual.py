"""Frequencies of each word beside its neighbours, which the gate reads with the pieces."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any
from zlib import crc32

from copylint.deep.word_pieces import Encoded
from copylint.language.ngrams import NGrams

#: The figures for every word, in this order: the counts (log2) of the pairs that end and begin
#: with it; of the triples that end with it, have it in the middle and begin with it; of its two
#: neighbours as a pair; of the word itself; then whether it repeats the word before, and whether
#: the word after repeats it.
FIGURES = 9
#: The divisors of the figures.
SCALE = 8.0
_AROUND = 2


def figures(words: Sequence[str]) -> Any:
    """A numpy array [words, ``FIGURES``]."""
    import numpy

    counts = NGrams.shared()
    low = ["^", "^", *[word.lower() for word in words], "$", "$"]
    line = counts.line(low)
    # The neighbours of each word, counted as if they were adjacent.
    apart = counts.at([*map(crc32, line.tails[2:], line.hashes)])
    alone = [counts.counts[word] for word in low]
    again = [0.0, *[SCALE * (one == two) for one, two in pairwise(low)], 0.0]
    end = len(low) - _AROUND
    table = (
        line.pairs[2:end],
        line.pairs[3 : end + 1],
        line.triples[1 : end - 1],
        line.triples[2:end],
        line.triples[3 : end + 1],
        apart[1 : end - 1],
        alone[2:end],
        again[2:end],
        again[3 : end + 1],
    )
    return numpy.array(table, numpy.float32).T / numpy.float32(SCALE)


def spread(table: Any, encoded: Encoded) -> Any:
    """For each piece the figures of its word, [pieces, ``FIGURES``]; 0 before the first word."""
    import numpy

    nothing = numpy.zeros((1, FIGURES), numpy.float32)
    begins = numpy.zeros(len(encoded.ids), numpy.int64)
    begins[encoded.words[1:]] = 1
    return numpy.concatenate((nothing, table))[begins.cumsum()]
