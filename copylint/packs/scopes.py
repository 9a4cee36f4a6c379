"""Which parts of an article a rule reads."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from pathlib import PurePath

from copylint.core.blocks import Block, BlockKind
from copylint.core.document import Document
from copylint.core.kept_patterns import compiled
from copylint.core.record import record
from copylint.core.selector import nearest
from copylint.packs.yaml_nodes import RuleFile, YamlNode


class ScopeReading(Enum):
    """In which pieces a scope is read."""

    BLOCK = "block"
    SENTENCE = "sentence"
    SUMMARY = "summary"  # all running prose of the article in one
    RAW = "raw"  # the source, markup and all


# Kinds that are running paragraphs, and those that are so to Vale.
_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.STANDFIRST, BlockKind.FOOTNOTE})
_FURNITURE = frozenset({BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CAPTION, BlockKind.CREDIT})
# Kinds that Vale takes apart into paragraphs and sentences.
_SPLIT_BY_VALE = (
    *(*_RUNNING, *_FURNITURE, BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.LIST_ITEM),
    *(BlockKind.QUOTATION, BlockKind.TABLE_CELL),
)
_SUMMARY = _RUNNING | {BlockKind.LIST_ITEM, BlockKind.QUOTATION}
_PARTS: dict[BlockKind, tuple[str, ...]] = {
    BlockKind.HEADLINE: ("heading", "headline"),
    BlockKind.SUBHEAD: ("heading", "subhead"),
    BlockKind.LIST_ITEM: ("list",),
    BlockKind.QUOTATION: ("blockquote",),
    BlockKind.TABLE_CELL: ("table",),
    BlockKind.ALT_TEXT: ("attr", "alt"),
    BlockKind.IMAGE_TITLE: ("attr", "title"),
    BlockKind.CAPTION: ("figure", "caption"),
    BlockKind.FRONT_MATTER: (),
}
_HEADINGS = tuple(f"h{level}" for level in range(1, 7))
_KNOWN = frozenset(
    {
        *("text", "paragraph", "sentence", "summary", "raw", "frontmatter"),
        *(part for parts in _PARTS.values() for part in parts),
        *_HEADINGS,
        *("header", "cell", "standfirst", "footnote", "byline", "dateline", "credit"),
        # Vale scopes for which no copylint format has anything.
        *("comment", "line", "block"),
    }
)
_EXTENSION = compiled(r"[a-z][a-z0-9]{1,7}")
# Scopes that Vale had once.
_GONE = ("code", "link", "strong", "emphasis")


@record
class ScopeSelector:
    """Names that a part of an article must have, all of them; or must not have."""

    names: frozenset[str]
    negated: bool = False


@record
class Scope:
    """Parts of an article: those of which every selector of one of ``choices`` is true."""

    reading: ScopeReading
    choices: tuple[tuple[ScopeSelector, ...], ...]

    def takes(self, names: frozenset[str]) -> bool:
        """Whether the scope has the part of an article that goes by ``names``."""
        # Vale: a negated scope applies to blocks and never selects a whole article.
        whole = self.reading in (ScopeReading.RAW, ScopeReading.SUMMARY)
        return any(
            all(
                not whole and not each.names <= names if each.negated else each.names <= names
                for each in choice
            )
            for choice in self.choices
        )


TEXT = Scope(ScopeReading.BLOCK, ((ScopeSelector(frozenset({"text"})),),))
SUMMARY = Scope(ScopeReading.SUMMARY, ((ScopeSelector(frozenset({"summary"})),),))
SENTENCE = Scope(ScopeReading.SENTENCE, ((ScopeSelector(frozenset({"sentence"})),),))


def suffix_of(document: Document) -> str:
    """The ending of the document's name, its dot included."""
    return PurePath(document.path).suffix


def names_of(block: Block, suffix: str, *, strict: bool) -> frozenset[str]:
    """The names that ``block`` goes by in a document of this ending."""
    return _names(block.kind, block.depth, block.field, suffix, strict)


@lru_cache(maxsize=4096)
def _names(kind: BlockKind, depth: int, field: str, suffix: str, strict: bool) -> frozenset[str]:
    names = {"text", suffix.lstrip(".").lower()}
    if kind in (_SPLIT_BY_VALE if strict and not field else _RUNNING):
        names |= {"paragraph", "sentence"}
    if not (strict and kind in _FURNITURE):
        names.update(_PARTS.get(kind, ()))
        names.add("alt" if kind is BlockKind.ALT_TEXT else kind.value)
    if kind is BlockKind.TABLE_CELL:
        names.add("header" if depth else "cell")
    if kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD) and not field:
        names.add(f"h{depth or (1 if kind is BlockKind.HEADLINE else 2)}")
    if field:
        names |= {"frontmatter", *field.split(".")}
    return frozenset(names)


def in_summary(block: Block) -> bool:
    """Whether ``block`` is running prose."""
    return block.kind in _SUMMARY and not block.field


def whole_names(document: Document, reading: ScopeReading) -> frozenset[str]:
    """The names of a whole article in ``reading``."""
    return frozenset({reading.value, PurePath(document.path).suffix.lstrip(".").lower()})


def parse_scopes(file: RuleFile, node: YamlNode) -> tuple[Scope, ...]:
    """The scopes in ``node``, one for each reading. Raises ``RuleProblem``."""
    choices: dict[ScopeReading, list[tuple[ScopeSelector, ...]]] = {}
    for text, at in file.strings(node, "'scope'"):
        selectors = tuple(_selector(file, part, at) for part in text.split("&"))
        wanted = {name for each in selectors if not each.negated for name in each.names}
        reading = next((r for r in ScopeReading if r.value in wanted), ScopeReading.BLOCK)
        choices.setdefault(reading, []).append(selectors)
    return tuple(
        Scope(reading, tuple(choices[reading])) for reading in ScopeReading if reading in choices
    ) or (TEXT,)


def _selector(file: RuleFile, text: str, node: YamlNode) -> ScopeSelector:
    written = text.strip()
    negated = written.startswith("~")
    names = [name.strip() for name in written.removeprefix("~").strip().split(".")]
    if names[0] in _GONE:
        raise file.problem(node, f"there is no scope '{names[0]}'; use 'raw' and match the markup")
    for name in [] if "frontmatter" in names else names:
        meant = "" if name in _KNOWN else nearest(name, _KNOWN)
        # What resembles no scope may be the suffix of a file's name.
        if name not in _KNOWN and (meant or not _EXTENSION.fullmatch(name)):
            hint = (
                f"did you mean '{meant}'?" if meant else f"use one of {', '.join(sorted(_KNOWN))}"
            )
            file.doubt(node, f"'{written}' is not a scope; {hint}")
    return ScopeSelector(frozenset(names), negated)
