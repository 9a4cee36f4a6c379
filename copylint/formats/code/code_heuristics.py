"""Recognises what is not prose in comments: code, pragmas, licences."""

from __future__ import annotations

import re

PRAGMA = re.compile(
    r"(?:!|-\*-|[a-z][\w-]*: ?(?:ignore|disable|enable|skip|off|on|noqa)\b|vim?:|coding[:=]"
    r"|(?:black|cython|doctest|fmt|isort|lint|mypy|pylint|pyright|pytype|ruff|tslint|ty|type|yapf):"
    r"|noqa\b|nosec\b|pragma\b|pyre-|flake8|cspell:|spell-?checker:|codespell|nopep8|skipcq"
    r"|sourcery|bandit:|region\b|endregion\b|%%|eslint|jshint\b|jslint\b|jscs:|prettier-"
    r"|stylelint-|biome-|deno-|@ts-|@jsx|@flow|istanbul\b|c8 |v8 |globals? \w|exported |webpack\w"
    r"|@vite|#?\s*source(?:Mapping)?URL|<reference|<amd|copylint|language=|@__PURE__)",
    re.IGNORECASE,
)
#: A directive to a tool, after a remark.
TRAILING_PRAGMA = re.compile(r"\s+#\s*(?:noqa|type:|pragma|pylint:|nosec|pyright:|mypy:|ruff:).*$")
LICENCE = re.compile(
    r"copyright|\(c\) ?\d{4}|licen[cs]ed? under|SPDX-|all rights reserved|@licen[cs]e|@preserve"
    r"|permission is hereby granted|redistribution and use",
    re.IGNORECASE,
)
LABEL = re.compile(r"(?:TODO|FIXME|XXX|HACK|BUG|NOTE|NB|WARNING|IMPORTANT)\b(?:\([^()]*\))?[:\s-]*")

# No part may match the same characters in two ways, since a line can be as long as the file.
_NAME = r"[A-Za-z_$][\w$]*"
_CODE = re.compile(
    rf"from\s+[\w.]+\s+import\b|import\s+(?:{_NAME}(?:[.,]|\s+as\b|;|$)|[*{{'\"])"
    rf"|(?:async\s+)?def\s+{_NAME}\s*\(|class\s+{_NAME}\s*(?:\(.*)?[:{{]|@{_NAME}(?:[.(]|$)"
    r"|(?:if|while|for|switch|catch)\s*\(.*[{)]?$|(?:if|elif|while)\s(?=.*:$)[^=<>()\[\]]*+[=<>()\[\]]"
    rf"|for\s+{_NAME}(?:,\s*{_NAME})*\s+in\s.*:$|(?:else|try|finally):?\s*\{{?$|except\b.*:$"
    rf"|with\s(?=.*:$)[^(]*+\([^)]*+\)|(?:const|let|var)\s+[\w${{\[]|function\b.*\(|export\s|return\b.*[()\[\]{{}}=;]"
    rf"|(?:raise|throw|yield|await|del|assert|new)\s+{_NAME}[.(\[]|(?:return(?:\s+[\w.]+)?|break|continue|pass);?$"
    rf"|{_NAME}(?:\.{_NAME})*\(.*\)(?:\.{_NAME})*[;,:]?$|{_NAME}(?:\.{_NAME}|\[[^\]]*\])*"
    r"\s*(?:[-+*/|&%^]|//|\*\*|:)?=\s?\S|[\[\](){};,.]+$|</?[A-Za-z][^>]*>|.*[;{}]$|.*=>|'''|\"\"\""
    rf"|(?:{_NAME}|['\"][^'\"]*['\"])\s*:\s*\S+,$|\+[-+=]+|[-=]+\s*>|[$%>]\s"
)


def is_code(line: str) -> bool:
    """Whether the line looks like a statement of a program, or a part of one."""
    return _CODE.match(line) is not None
