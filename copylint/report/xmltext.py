"""Text in a form that XML 1.0 can hold, for the XML reports."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from copylint.report.visible import safe

HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n'
# Characters that XML 1.0 (section 2.2) cannot write.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


# The beginning of a command to a build server that shows the text in its log.
_COMMAND = re.compile(r"#(?=#[A-Za-z]*\[)|(?m:^)(\s*):(?=:)")


def content(text: str) -> str:
    """``text`` between tags; characters that XML cannot hold are replaced."""
    return _without_commands(_FORBIDDEN.sub("\ufffd", escape(text)))


def attribute(text: str) -> str:
    """``text`` on one line as the value of an attribute, in its quotation marks."""
    return _without_commands(quoteattr(_FORBIDDEN.sub("\ufffd", safe(text))))


def _without_commands(text: str) -> str:
    return _COMMAND.sub(lambda found: (found[1] or "") + f"&#{ord(found[0][-1])};", text)
