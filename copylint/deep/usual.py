"""How usual each word is beside its neighbours: an input of the gate besides the pieces."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any
from zlib import crc32

from copylint.deep.word_pieces import Encoded
from copylint.language.ngrams import NGrams

#: Figures for every word, in this order: the counts (log2) of the pair that ends with it and
#: of the one that begins with it, of the triple that ends with it, that has it in the middle
#: and that begins with it, of its neighbours as a pair, of itself; then whether it is the
#: word before once more, and whether the word after is it once more.
FIGURES = 9
#: What the figures are divided by.
SCALE = 8.0
_AROUND = 2


def figures(words: Sequence[str]) -> Any:
    """A numpy array [words, ``FIGURES``]."""
    import numpy

    counts = NGrams.shared()
    low = ["^", "^", *[word.lower() for word in words], "$", "$"]
    line = counts.line(low)
    # Of the words two apart, as if the one between them were not there.
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
    """The figures of the word that each piece belongs to, [pieces, ``FIGURES``]; 0 before it."""
    import numpy

    nothing = numpy.zeros((1, FIGURES), numpy.float32)
    begins = numpy.zeros(len(encoded.ids), numpy.int64)
    begins[encoded.words[1:]] = 1
    return numpy.concatenate((nothing, table))[begins.cumsum()]
