"""The lines of an AsciiDoc file, and what each says of the blocks around it."""

from __future__ import annotations

import re

from copylint.core.blocks import BlockKind
from copylint.language.word_list import words

COMMENT = re.compile(r"//(?!/)")
ATTRIBUTE_ENTRY = re.compile(r":!?(\w[\w-]*)!?:(?:[ \t]+|$)")
#: A line of attributes or an anchor before a block: ``[source,ruby]``, ``[[id]]``.
ATTRIBUTES = re.compile(r"\[(?:|[\w.#%{,\"'].*|\[[^\[\]]*\])\]$")
TITLE = re.compile(r"\.(?=[^\s.])")
HEADING = re.compile(r"(={1,6}|#{1,6})[ \t]+(?=\S)")
#: The underline of a title in the older style.
UNDERLINE = re.compile(r"([=\-~^+])\1+$")
UNDERLINES = "=-~^+"
BREAK = re.compile(r"'{3,}$|<{3,}$|-{3}$|\*{3}$|_{3}$|- - -$|\* \* \*$|_ _ _$")
#: A macro or a directive on a line of its own; its target has no space at either end.
MACRO = re.compile(r"(\w[\w-]*)::(|[^\s:\[][^\[\r\n]*|\{[^\[\r\n]*)\[(.*)\]$")
FENCE = re.compile(r"```")
BULLET = re.compile(
    r"[ \t]*(-|\*{1,6}|\.{1,6}|•|\d{1,6}\.|[a-zA-Z]\.|[ivxlcIVXLC]{1,8}\)|<(?:\d{1,4}|\.)>)"
    r"[ \t]+(?=\S)"
)
CHECKBOX = re.compile(r"\[[ xX*]\][ \t]+(?=\S)")
#: ``term:: text``. A space or the line's end must follow the colons.
TERM = re.compile(r"(?!//)[ \t]*(?P<term>\S.*?)(?P<mark>::{1,3}|;;)(?:[ \t]+(?=\S)|$)")
ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+(?=\S)")
ATTRIBUTION = re.compile(r"--[ \t]+\S")
TABLE = re.compile(r"([|,:!])={3,}$")
AUTHOR = re.compile(
    r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}(?: <[^<>]*>)?"
    r"(?:; [^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}(?: <[^<>]*>)?)*$"
    r"|[^\W\d_][\w.'’-]* <[^<>]+>$"
)
REVISION = re.compile(r"v?\d[\w.]*(?:,|$)|v\d")
_DELIMITER = re.compile(r"(?:-{4,}|={4,}|\.{4,}|\*{4,}|_{4,}|\+{4,}|/{4,}|--|```[\w,+-]*)$")

VERBATIM = frozenset("-.+/`")
#: The styles of a block whose text is not prose.
HIDDEN_STYLES = words(
    "source listing literal stem latexmath asciimath pass comment ditaa plantuml graphviz",
    "mermaid seqdiag blockdiag actdiag nwdiag packetdiag rackdiag tikz vega vegalite bpmn",
    "wavedrom bytefield erd nomnoml svgbob gnuplot lilypond subs",
)
QUOTING_STYLES = frozenset(("quote", "verse", "epigraph"))
#: Attributes of the document whose values are read.
PROSE_ATTRIBUTES = {"description": BlockKind.FRONT_MATTER, "subtitle": BlockKind.STANDFIRST}
_STYLE = re.compile(r"\[[ ]*\"?([\w-]+)")


def delimiter(text: str) -> str:
    """The delimiter in ``text``, which must be repeated to close the block; empty if not one."""
    if text[:1] not in "-=.*_+/`" or _DELIMITER.match(text) is None:
        return ""
    return "```" if text.startswith("```") else text


def style_of(attributes: str) -> str:
    """The style that a line of attributes gives its block, in lower case; empty if none."""
    found = _STYLE.match(attributes)
    return found.group(1).lower() if found and not attributes.startswith("[[") else ""
