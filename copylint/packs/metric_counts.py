"""The counts of an article that a metric's formula may use."""

from __future__ import annotations

import re
from collections import Counter

from copylint.analysis.article import Article
from copylint.core.blocks import BlockKind
from copylint.language.syllables import syllables
from copylint.language.tokens import TokenKind
from copylint.packs.scopes import in_summary

_HEADINGS = tuple(f"heading_h{level}" for level in range(1, 7))
NAMES = frozenset(
    {
        *("words", "sentences", "characters", "paragraphs", "complex_words", "long_words"),
        *("polysyllabic_words", "syllables", "pre", "list", "blockquote", *_HEADINGS),
    }
)
_CODE = re.compile(r"^ {0,3}(`{3,}|~{3,})[^`\n]*\n.*?^ {0,3}\1", re.MULTILINE | re.DOTALL)
_PRE = re.compile(r"<pre\b", re.IGNORECASE)
_LONG, _MANY = 6, 2
# Endings that make no word hard.
_EASY_ENDINGS = ("es", "ed", "ing")


def counts(article: Article, *, strict: bool = False) -> dict[str, float]:
    """The numbers by name, of the article's running prose and its parts.

    ``long_words`` have more than six letters, ``polysyllabic_words`` more than two
    syllables, ``complex_words`` do without their ending. ``paragraphs`` is one less if
    ``strict``, as it is for Vale.
    """
    found: Counter[str] = Counter(dict.fromkeys(NAMES, 0))
    for passage in article.passages:
        block = passage.block
        if block.kind is BlockKind.LIST_ITEM:
            found["list"] += 1
        elif block.kind is BlockKind.QUOTATION:
            found["blockquote"] += 1
        elif block.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD) and block.depth:
            found[f"heading_h{block.depth}"] += 1
        if not in_summary(block):
            continue
        found["paragraphs"] += 1
        found["sentences"] += len(passage.sentences)
        for token in passage.tokens:
            if token.kind in (TokenKind.PUNCTUATION, TokenKind.CODE):
                continue
            found["words"] += 1
            found["characters"] += sum(char.isalnum() for char in token.text)
            found["long_words"] += len(token.text) > _LONG
            spoken = max(1, syllables(token.text))
            found["syllables"] += spoken
            found["polysyllabic_words"] += spoken > _MANY
            found["complex_words"] += spoken - token.text.endswith(_EASY_ENDINGS) > _MANY
    source = article.document.source
    found["pre"] = len(_PRE.findall(source))
    if article.document.format == "markdown":
        found["pre"] += len(_CODE.findall(source))
    if strict:
        found["paragraphs"] = max(0, found["paragraphs"] - 1)
    return {name: float(number) for name, number in found.items()}
