"""The tokens of LaTeX, and what may follow them."""

from __future__ import annotations

import re

# Spaces before the end of a line, so few that a long run is not scanned again from each.
_WHITESPACE = r"[ \t]{0,200}"
_END = r"(?:\r\n|\n|\r(?!\n))"
TOKEN = re.compile(
    rf"(?P<blank>{_WHITESPACE}{_END}(?:[ \t]*{_END})+[ \t]*)"
    rf"|(?P<line>{_END}[ \t]*)"
    rf"|(?P<comment>%[^\r\n]*)"
    r"|(?P<accent>\\(?P<mark>['`^\"~=.]|[cvuHkrdb](?![a-zA-Z]))[ \t]*"
    r"(?:\{(?P<braced>\\[ij]|[a-zA-Z])\}|(?P<letter>\\[ij](?![a-zA-Z])[ \t]?|[a-zA-Z])))"
    r"|(?P<display>\\\[|\\\(|\$\$|\$)"
    r"|(?P<break>\\\\\*?)"
    r"|\\(?P<name>[a-zA-Z@]+)\*?"
    r"|\\(?P<escape>\r\n|[\s\S])"
    r"|(?P<group>[{}])"
    r"|(?P<cell>&)"
    r"|(?P<ligature>``|''|---|--|~|`|')"
)
# The rest of a formula after its opener. Another opener means that the first is not closed.
FORMULAS = {
    "$": re.compile(rf"(?:[^\\$\r\n]|\\[\s\S]|{_END}(?![ \t]*[\r\n]))*+\$"),
    "$$": re.compile(r"(?:[^\\$]|\\[\s\S]|\$(?!\$))*+\$\$"),
    "\\[": re.compile(r"(?:[^\\]|\\(?![\[\]])[\s\S])*+\\\]"),
    "\\(": re.compile(r"(?:[^\\]|\\(?![()])[\s\S])*+\\\)"),
}
SIZE = re.compile(r"\[[^\[\]\r\n]{0,40}\]")
ENVIRONMENT = re.compile(r"[ \t]*\{([^{}\r\n]{1,60})\}")
VERBATIM = re.compile(r"\*?(?:\[[^\]\r\n]*\])?(?:\{[a-z]+\})?([^\sa-zA-Z*])")
COMMENT_END = re.compile(rf"{_END}[ \t]*(?=[^\s%])|{_END}[ \t]*(?=%)")
COMMAND = re.compile(r"\\[a-zA-Z@]+\*?(?:\[[^\]]*\])?|[{}$&~]")
# A formula as a whole, in a text that is to be judged.
FORMULA = re.compile(
    r"\$\$[^$]*+\$\$|\$(?:[^\\$]|\\[\s\S])*+\$|\\\[(?:[^\\]|\\[^\]])*+\\\]"
    r"|\\\((?:[^\\]|\\[^)])*+\\\)"
    r"|\\begin\{(?P<what>(?:equation|align|gather|multline|eqnarray|narrowmultline)\*?)\}[\s\S]*?"
    r"\\end\{(?P=what)\}"
)
#: Two words beside each other.
WORDS = re.compile(r"(?<![\\\w{])[A-Za-z][a-z]+[,;]? [a-z]{2,}")
#: An argument that is words and nothing else.
PLAIN = re.compile(r"\{[^\W\d_][^\\{}$&#_^=/@|]*\Z")
DEFINED = re.compile(r"[ \t]*\\[a-zA-Z@]+[^{}\r\n]{0,40}")
