"""Texts whose markup the client has labelled: LanguageTool's parameter ``data``."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from copylint.serve.replies import Refusal

_SHAPE = "'data' must be an object with a list 'annotation' or a string 'text'"
_NODE = "each annotation must have either 'text' or 'markup', and 'interpretAs' only with 'markup'"


class TextWithMarkup:
    """The text as sent, ``source``, and the part to be checked, ``prose``.

    ``nodes`` are pieces of the source in order, each with the prose that replaces it; a piece
    that is not markup is its own prose. Places are code points.
    """

    def __init__(self, nodes: Sequence[tuple[str, str, bool]]) -> None:
        self.source = "".join(source for source, _, _ in nodes)
        self.prose = "".join(prose for _, prose, _ in nodes)
        self._begins: list[int] = []  # in the prose
        self._places: list[tuple[int, int, bool]] = []  # in the source; whether it is markup
        prose_at = source_at = 0
        for source, prose, is_markup in nodes:
            if prose:
                self._begins.append(prose_at)
                self._places.append((source_at, source_at + len(source), is_markup))
            prose_at += len(prose)
            source_at += len(source)

    @classmethod
    def plain(cls, text: str) -> TextWithMarkup:
        """A text without markup."""
        return cls([(text, text, False)])

    def in_source(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source for the span ``start`` to ``end`` of the prose.

        It includes markup between the first and the last character. A character that replaces
        markup has the whole markup as its span.
        """
        if not self._begins:
            return 0, 0
        first = self._place(start)[0]
        return first, max(first, self._place(end - 1)[1]) if end > start else first

    def _place(self, at: int) -> tuple[int, int]:
        index = max(0, bisect_right(self._begins, at) - 1)
        begin, end, is_markup = self._places[index]
        if is_markup:
            return begin, end
        place = min(begin + max(0, at - self._begins[index]), end)
        return place, min(place + 1, end)


def annotated(data: str) -> TextWithMarkup:
    """The text in the parameter ``data``. Raises ``Refusal`` if its form is wrong."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        raise Refusal(400, "could not parse JSON from 'data' parameter") from None
    if not isinstance(value, Mapping):
        raise Refusal(400, _SHAPE)
    text, annotation = value.get("text"), value.get("annotation")
    if isinstance(text, str) and annotation is None:
        return TextWithMarkup.plain(text)
    if not isinstance(annotation, list) or text is not None:
        raise Refusal(400, _SHAPE)
    return TextWithMarkup([_node(each) for each in annotation])


def _node(value: object) -> tuple[str, str, bool]:
    if not isinstance(value, Mapping):
        raise Refusal(400, _NODE)
    text, markup, read_as = value.get("text"), value.get("markup"), value.get("interpretAs")
    if isinstance(text, str) and markup is None and read_as is None:
        return text, text, False
    if isinstance(markup, str) and text is None and isinstance(read_as, str | None):
        return markup, read_as or "", True
    raise Refusal(400, _NODE)
