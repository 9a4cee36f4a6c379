"""Source code of programs: comments and docstrings alone."""

from __future__ import annotations

import re
from typing import ClassVar

from copylint.core.blocks import Comment
from copylint.core.document import Document
from copylint.core.span import SourceSpan, TextSpan
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.roundtrip_check import verified

# Characters that could end a comment or a string, or have a meaning in it.
_NEVER = re.compile(r"[\\\r\n]|\"\"\"|'''|\*/|[\"']\Z")


class _SourceCode(Format):
    """What all languages share: the language's parser finds comments and strings."""

    strict = True
    walked = False
    #: Comments are not articles: they repeat things, align things and quote no one, and names
    #: among the words defeat grammar rules. With the remaining rules some nine of ten findings
    #: were right on the Python programs used to choose them, and fewer on JavaScript, which
    #: was not used.
    unsuited = (
        "News",
        "captions",
        "confusion",
        "consistency",
        "context",
        "dialect",
        "duplicates.caption",
        "duplicates.caption-variant",
        "duplicates.paragraph",
        "duplicates.reworded",
        "duplicates.sentence",
        "facts",
        "grammar.agreement",
        "grammar.extra-word",
        "grammar.missing-word",
        "grammar.verb-form",
        "names",
        "spelling.proper",
        "typography",
    )
    _language: ClassVar[str]

    def escape(self, document: Document, span: TextSpan, text: str) -> str | None:
        """``text`` as it must be written in place of ``span``; None if it cannot be."""
        # Which words are names depends on the whole file, so the file is always read again.
        return None if _NEVER.search(text) else verified(self, document, span, text, text)

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``.

        Raises ``InputError`` if the parser of the language is not installed.
        """
        from copylint.formats.code.comment_blocks import comment_blocks_in
        from copylint.formats.code.comment_words import CommentWords, program_names, program_words
        from copylint.formats.code.doctext import DocReader
        from copylint.formats.code.grammars import found_in

        builder = DocumentBuilder(path, self.name, source)
        found = found_in(path, source, self._dialect(path))
        reading = comment_blocks_in(source, found)
        code, at = [], 0
        for each in found:
            code.append(source[at : each.start])
            at = each.end
        code.append(source[at:])
        said = "\n".join(line.text for comment in reading.comments for line in comment.lines)
        names = program_names("\n".join(code))
        reader = DocReader(source, CommentWords(names, program_words(names), said))
        for comment in reading.comments:
            reader.read(comment)
        for draft in reader.drafts:
            draft.emit(builder, draft.kind)
        builder.comments = [
            Comment(SourceSpan(each.start, each.end), source[each.start : each.end].strip())
            for each in reading.orders
        ]
        return builder.build()

    def _dialect(self, path: str) -> str:
        return self._language


class PythonCode(_SourceCode):
    """Python."""

    name = "python"
    suffixes = (".py", ".pyi")
    _language = "python"


class JavaScript(_SourceCode):
    """JavaScript, with JSX."""

    name = "javascript"
    suffixes = (".js", ".mjs", ".cjs", ".jsx")
    _language = "javascript"


class TypeScript(_SourceCode):
    """TypeScript, with JSX in files that say so."""

    name = "typescript"
    suffixes = (".ts", ".tsx", ".mts", ".cts")
    _language = "typescript"

    def _dialect(self, path: str) -> str:
        return "tsx" if path.lower().endswith(".tsx") else "typescript"
