"""Shortcodes and template tags inside prose: ``{{< figure >}}``, ``{% include %}``, ``{: .class}``.

They are masked before the text is parsed, so that their quotation marks and brackets mean
nothing to the parser; the mask has the same length, so every offset stays valid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

#: Replaces each character of a tag that may print something: a place in the sentence.
PLACEHOLDER = "\ue000"
#: Replaces each character of a tag that prints nothing, such as an attribute list.
NOTHING = "\ue001"

_OPENER = re.compile(r"\{\{|\{%|\{:|\{#")
_CLOSERS = {"{{": "}}", "{%": "%}", "{:": "}", "{#": "#}"}
_NAME = re.compile(r"\{[{%][<%-]?\s*(/?\w+)")
# Tags whose content is code or a comment up to their end tag.
_OPAQUE = frozenset(
    {"highlight", "code", "codeblock", "mermaid", "math", "katex", "comment", "schema", "chart"}
)
_MAX_TAG = 2000
_NO_LINE_END = re.compile(r"[^\r\n]")


def mask(source: str) -> str:
    """``source`` with its tags masked, with the same length and line ends in the same places."""
    if "{{" not in source and "{%" not in source and "{:" not in source:
        return source
    parts: list[str] = []
    at = 0
    for start, end, filler in _opaque_runs(source):
        if start < at:
            continue
        parts += (source[at:start], _NO_LINE_END.sub(filler, source[start:end]))
        at = end
    parts.append(source[at:])
    return "".join(parts)


def _opaque_runs(source: str) -> Iterator[tuple[int, int, str]]:
    """Tags, and tags with the code between them: start, end and what to mask them with."""
    waiting: tuple[str, int] | None = None
    held: list[tuple[int, int, str]] = []
    for start, end, filler in _tags(source):
        name = _NAME.match(source, start)
        word = name.group(1) if name else ""
        if waiting and word in ("end" + waiting[0], "/" + waiting[0]):
            yield waiting[1], end, NOTHING
            waiting, held = None, []
        elif waiting:
            held.append((start, end, filler))
        elif word in _OPAQUE:
            waiting, held = (word, start), [(start, end, filler)]
        else:
            yield start, end, filler
    yield from held


def _tags(source: str) -> Iterator[tuple[int, int, str]]:
    # The next place of each closer is remembered, so that a text full of unclosed openers
    # is searched only once for each kind.
    next_closer = dict.fromkeys(_CLOSERS.values(), -1)
    at = 0
    while (opener := _OPENER.search(source, at)) is not None:
        start = opener.start()
        closer = _CLOSERS[opener.group()]
        found = next_closer[closer]
        if 0 <= found < opener.end() or found == -1:
            found = source.find(closer, opener.end())
            next_closer[closer] = found = len(source) if found < 0 else found
        end = found + len(closer)
        at = opener.end()
        if found == len(source) or end - start > _MAX_TAG:
            continue
        inside = source[start + 2 : found]
        may_wrap = opener.group() == "{%" or inside[:1] in "<%"
        if "\n\n" in inside or "\r\n\r\n" in inside or (not may_wrap and "\n" in inside):
            continue
        if opener.group() == "{{" and source.startswith("}", end):
            end += 1
        if opener.group() == "{:" and not _is_attribute_list(inside):
            continue
        yield start, end, NOTHING if opener.group() in ("{:", "{#") else PLACEHOLDER
        at = end


def _is_attribute_list(inside: str) -> bool:
    """Whether ``{:…}`` is a kramdown attribute list: a class, an id or key="value"."""
    return re.match(r":?\s*(?:[.#][\w-]|[\w-]+\s*=|[\w-]+\s*$|:)", inside) is not None
