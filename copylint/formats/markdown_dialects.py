"""Dialects of Markdown in which programs stand between the paragraphs: MDX, Quarto, R Markdown."""

from __future__ import annotations

import re
from functools import partial

from copylint.formats.markdown import Markdown
from copylint.formats.templates import NOTHING, PLACEHOLDER

_NO_LINE_END = re.compile(r"[^\r\n]")
_FENCE = re.compile(r"^(?P<indent>[ \t]*)(?P<mark>`{3,}|~{3,})[^\r\n]*$", re.MULTILINE)
_LINE_END = r"(?:\r\n|\n|\r(?!\n))"
# An import or export stands at the beginning of a line and goes on to the next empty line.
_MODULE = re.compile(
    r"^(?:import[ \t]+[\w{*\"'][^\r\n]*"
    r"|export[ \t]+(?:const|let|var|default|function|async|class|\*|\{)[^\r\n]*)"
    rf"(?:{_LINE_END}[ \t]*+[^\s][^\r\n]*)*",
    re.MULTILINE,
)
# An expression in braces without braces inside, a comment among them; "\{" is a brace in the text.
_EXPRESSION = re.compile(r"(?<!(?<!\\)\\)\{(?:/\*(?:(?!\*/)[\s\S]){0,4000}\*/|[^{}\r\n]{0,400})\}")
_COMPONENT = re.compile(
    r"</?[A-Z][\w.]*(?:[^<>{}\"']|\"[^\"]*+\"|'[^']*+'|\{(?:[^{}]|\{[^{}]*+\}){0,2000}\}){0,200}/?>"
    r"|<>|</>"
)
_DIV = re.compile(r"^[ \t]*:{3,}[^\r\n]*$", re.MULTILINE)
_SHORTCODE = re.compile(r"\{\{<[^\r\n]{0,400}?>\}\}")
_ATTRIBUTES = re.compile(r"(?<=[\])`*_\w ])\{(?:[.#=][^{}\r\n]{0,200}|[\w-]+=[^{}\r\n]{0,200})\}")
_CROSS_REFERENCE = re.compile(r"(?<![\w@])-?@(?:\w[\w:.#$%&+?<>~/-]*\w|\w)|\[-?@[^\]\r\n]{1,200}\]")


def _fences(source: str) -> list[tuple[int, int]]:
    """The blocks of code between fences."""
    found: list[tuple[int, int]] = []
    opener: re.Match[str] | None = None
    for fence in _FENCE.finditer(source):
        if opener is None:
            opener = fence
        elif fence["mark"].startswith(opener["mark"]) and not fence.group().strip(" \t`~"):
            found.append((opener.start(), fence.end()))
            opener = None
    if opener is not None:
        found.append((opener.start(), len(source)))
    return found


def _masked(source: str, rules: list[tuple[re.Pattern[str], str]]) -> str:
    """``source`` with what the patterns match outside code masked, at the same length."""
    parts: list[str] = []
    at = 0
    for start, end in [*_fences(source), (len(source), len(source))]:
        text = source[at:start]
        for pattern, filler in rules:
            text = pattern.sub(partial(_filled, filler), text)
        parts += (text, source[start:end])
        at = end
    return "".join(parts)


def _filled(filler: str, found: re.Match[str]) -> str:
    return _NO_LINE_END.sub(filler, found.group())


class Mdx(Markdown):
    """Markdown with components: imports, exports, tags of components and expressions are masked."""

    name = "mdx"
    suffixes = (".mdx",)

    def masked(self, source: str) -> str:
        """``source`` with its programs masked."""
        return _masked(
            super().masked(source),
            [(_MODULE, NOTHING), (_COMPONENT, NOTHING), (_EXPRESSION, PLACEHOLDER)],
        )


class Quarto(Markdown):
    """Quarto and R Markdown: chunks of code, divisions, attributes and citations are masked."""

    name = "quarto"
    suffixes = (".qmd", ".rmd")

    def masked(self, source: str) -> str:
        """``source`` with what Quarto adds to Markdown masked."""
        return _masked(
            super().masked(source),
            [
                (_SHORTCODE, NOTHING),
                (_DIV, NOTHING),
                (_ATTRIBUTES, NOTHING),
                (_CROSS_REFERENCE, PLACEHOLDER),
            ],
        )
