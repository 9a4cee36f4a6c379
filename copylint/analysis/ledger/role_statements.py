"""What the readers of roles share: their statement, and the words that put it in the past."""

from __future__ import annotations

import re

from copylint.analysis.annotated_text import AnnotatedText
from copylint.analysis.ledger.entries import RoleKind, RoleStatement
from copylint.analysis.names.people import Person
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern

#: How many code points before a name its role may begin.
ROLE_REACH = 80
_WAS = LazyPattern(
    r"\b(?:former|formerly|ex|then|shadow|acting|onetime|one-time|incoming|outgoing|late|future|"
    r"next|old|previous|previously|once|retired|ousted|sacked|fellow|rival|would-be|prospective|"
    r"defeated|honorary|emeritus|(?<!it\s)was|not)[-\s](?:the\s|an?\s|[a-z]+\s)?\Z",
    re.IGNORECASE,
)


def was(text: str, start: int) -> bool:
    """Whether the words before ``start`` say that the role is not, or not yet, the person's."""
    return _WAS.search(text[max(0, start - 30) : start]) is not None


def role(
    article: AnnotatedText,
    person: Person,
    kind: RoleKind,
    span: tuple[int, int],
    key: str,
    of: str = "",
) -> RoleStatement:
    """The statement that ``person`` is what the code points of ``span`` say."""
    block = article.document.block_at(span[0])
    assert block is not None, "a person is named inside a block"
    return RoleStatement(
        TextSpan(*span), block, block.span, article.quotations.is_quoted(span[0]), False,
        person, kind, article.text[span[0] : span[1]], key, of,
    )  # fmt: skip
