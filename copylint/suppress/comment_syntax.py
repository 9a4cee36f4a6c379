"""How comments to copylint are written in each format."""

from __future__ import annotations

from copylint.core.record import record


@record
class CommentSyntax:
    """A comment is ``opening``, what it says, and ``closing``.

    ``in_line`` says that it may follow text in a line; one that may not has a line of its own.
    ``gap`` separates a comment in lines of its own from the text before and after it.
    """

    opening: str
    closing: str = ""
    in_line: bool = False
    gap: str = "\n"

    def comment(self, said: str) -> str:
        """The comment that says ``said``."""
        return self.opening + said + self.closing


_MARKUP = CommentSyntax("<!-- ", " -->", in_line=True)
_SLASHES = CommentSyntax("// ", in_line=True)
_HASH = CommentSyntax("# ", in_line=True)

_SYNTAX = {
    "markdown": _MARKUP,
    "quarto": _MARKUP,
    "html": _MARKUP,
    "news-xml": _MARKUP,
    "mediawiki": _MARKUP,
    "fountain": CommentSyntax("/* ", " */", in_line=True),
    "org": CommentSyntax("# "),
    "plain": CommentSyntax("<!-- ", " -->"),
    "latex": CommentSyntax("% ", in_line=True),
    "rst": CommentSyntax(".. ", gap="\n\n"),
    "asciidoc": CommentSyntax("// "),
    "webvtt": CommentSyntax("NOTE ", gap="\n\n"),
    "python": _HASH,
    "javascript": _SLASHES,
    "typescript": _SLASHES,
}


def syntax_of(format_name: str) -> CommentSyntax | None:
    """The syntax of comments in a format; None if copylint reads no comments in it."""
    return _SYNTAX.get(format_name)
