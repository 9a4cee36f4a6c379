"""Sentence boundaries, by sentencex (a rule-based segmenter with abbreviation lists)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from copylint.core.kept_patterns import compiled
from copylint.language.lazy_pattern import LazyPattern

_SPACE = compiled(r"\s*")
# sentencex is written in Rust and rejects lone surrogates; a substitute keeps the length.
_LONG_SPACE = compiled(r"[^\S\x00-\x7f]")
_SURROGATE = LazyPattern("[\ud800-\udfff]")

# How many code points sentencex receives at once.
_LONGEST_RUN = 8_000


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]`` as spans without the spaces around them.

    Spans are code points of ``text``; they cover every character except spaces.
    """
    spans: list[tuple[int, int]] = []
    at = start
    for sentence in chain.from_iterable(map(_segments, _windows(text, start, end))):
        stripped = len(sentence.rstrip())
        lead = _SPACE.match(sentence)
        first = at + (lead.end() if lead else 0)
        if stripped and first < at + stripped:
            spans.append((first, at + stripped))
        at += len(sentence)
    return spans


def _segments(passage: str) -> list[str]:
    from sentencex import segment

    try:
        return list(segment("en", passage))
    except UnicodeEncodeError:
        return _segments(_SURROGATE.sub("\ufffd", passage))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # noqa: BLE001  # a panic in Rust is not an Exception
        # It cuts some texts inside a space of several bytes. Plain spaces prevent that;
        # if it still fails, the passage is one sentence.
        plain = _LONG_SPACE.sub(" ", passage)
        return [passage] if plain == passage else _segments(plain)


def _windows(text: str, start: int, end: int) -> Iterator[str]:
    """The passage in runs of bounded length, cut at the end of a sentence, or else of a word.

    The time that sentencex takes grows with the square of the number of quotation marks that a
    passage opens and does not close. Paragraphs of real copy are one run.
    """
    while end - start > _LONGEST_RUN:
        limit = start + _LONGEST_RUN
        cut = max(text.rfind(". ", start, limit) + 2, text.rfind("\n", start, limit) + 1)
        if cut <= start + 1:
            cut = text.rfind(" ", start, limit) + 1
        if cut <= start:
            cut = limit
        yield text[start:cut]
        start = cut
    yield text[start:end]
