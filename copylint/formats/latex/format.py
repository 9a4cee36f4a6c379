"""LaTeX: articles, chapters and slides."""

from __future__ import annotations

import re

from copylint.core.document import Document
from copylint.core.span import TextSpan
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.roundtrip_check import verified

_BEGIN = re.compile(r"^[^%\r\n]*?\\begin[ \t]*\{document\}", re.MULTILINE)
_END = re.compile(r"\\end[ \t]*\{document\}")
_HEAD = re.compile(r"^[ \t]*\\(title|subtitle|author)(?![a-zA-Z])", re.MULTILINE)
# Letters among letters have no special meaning.
_PLAIN = re.compile(r"(?:[^\W_]|[ ,])*")
_BESIDE = re.compile(r"[^\W_]|[ ,.!?]")
_WRITTEN = str.maketrans(
    {
        **{mark: "\\" + mark for mark in "%&$#_{}"},
        "\\": "\\textbackslash{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
        "“": "``",
        "”": "''",
        "‘": "`",
        "’": "'",
        "—": "---",
        "–": "--",
        "\u00a0": "~",
        "\u202f": "\\,",
        "…": "\\ldots{}",
    }
)


class Latex(Format):
    """LaTeX's text, without its commands.

    Existing parsers read groups recursively, so that deep nesting crashes them, and do not tell
    accents from text; much less than they offer is needed here.
    """

    name = "latex"
    suffixes = (".tex", ".ltx")

    def escape(self, document: Document, span: TextSpan, text: str) -> str | None:
        """``text`` as it must be written in place of ``span``; None if it cannot be."""
        where = document.to_source(span)
        source = document.source
        before = source[max(0, where.start - 1) : where.start]
        after = source[where.end : where.end + 1]
        if (
            text
            and _PLAIN.fullmatch(text)
            and _BESIDE.match(before)
            and (not after or after in "\r\n" or _BESIDE.match(after))
            and not _ends_in_command(source, where.start)
        ):
            return text
        for written in dict.fromkeys((text.translate(_WRITTEN), text)):
            if verified(self, document, span, text, written) is not None:
                return written
        return None

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``."""
        from copylint.formats.draft import emit
        from copylint.formats.latex.brace_groups import Groups
        from copylint.formats.latex.commands import BLOCKS
        from copylint.formats.latex.reader import LatexReader
        from copylint.formats.writer import BlockWriter

        builder = DocumentBuilder(path, self.name, source)
        writer = BlockWriter(source, source)
        writer.guesses_captions = False
        groups = Groups(source)
        reader = LatexReader(writer, groups)
        begin = _BEGIN.search(source)
        start, end = 0, len(source)
        if begin:
            start = begin.end()
            closing = _END.search(source, start)
            end = closing.start() if closing else end
            for command in _HEAD.finditer(source, 0, begin.start()):
                argument = groups.argument(groups.options(command.end()))
                if argument and argument[1] < begin.start():
                    reader.block(argument[0] + 1, argument[1], BLOCKS[command.group(1)])
        reader.read(start, end)
        builder.comments = writer.comments
        builder.images = writer.images
        emit(builder, writer.drafts)
        return builder.build()


def _ends_in_command(source: str, at: int) -> bool:
    """Whether letters put at ``at`` would belong to the name of a command."""
    line = source[max(0, at - 60) : at]
    return re.search(r"\\[a-zA-Z@]*\Z", line) is not None
