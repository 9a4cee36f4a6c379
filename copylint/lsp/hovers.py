"""What an editor shows about the findings under the pointer."""

from __future__ import annotations

import re

from lsprotocol.types import Hover, MarkupContent, MarkupKind

from copylint.core.finding import Finding
from copylint.lsp.documents import OpenDocument
from copylint.service.explanations import explanation


def hover(document: OpenDocument, offset: int) -> Hover | None:
    """The findings at a code point, each with the purpose of its rule; None without findings."""
    here = [each for each in document.findings if each.span.start <= offset <= each.span.end]
    if not here:
        return None
    shown = "\n\n---\n\n".join(_told(document, each) for each in here)
    start, end = min(each.span.start for each in here), max(each.span.end for each in here)
    return Hover(MarkupContent(MarkupKind.Markdown, shown), document.places.range(start, end))


def _told(document: OpenDocument, finding: Finding) -> str:
    parts = [plain(finding.message)]
    about = explanation(finding.rule, document.live.config)
    if about is not None:
        parts.append(about.markdown)
        if about.url:
            parts.append(f"[{about.rule}]({about.url})")
    else:
        parts.append(f"`{finding.rule}`")
    return "\n\n".join(parts)


def plain(text: str) -> str:
    """``text`` in Markdown, shown as it is."""
    return re.sub(r"([\\`*_{}\[\]<>#|!~])", r"\\\1", text)
