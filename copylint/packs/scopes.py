"""Which parts of an article a rule reads."""

from __future__ import annotations

from dataclasses import dataclass

from copylint.model.document import BlockKind
from copylint.model.selector import nearest
from copylint.packs.nodes import Node, RuleFile

_RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.STANDFIRST, BlockKind.FOOTNOTE})
_SCOPES = {
    "text": frozenset(BlockKind),
    "paragraph": _RUNNING,
    "sentence": _RUNNING,
    "heading": frozenset({BlockKind.HEADLINE, BlockKind.SUBHEAD}),
    "list": frozenset({BlockKind.LIST_ITEM}),
    "table.cell": frozenset({BlockKind.TABLE_CELL}),
    "blockquote": frozenset({BlockKind.QUOTATION}),
    "alt": frozenset({BlockKind.ALT_TEXT}),
    "figure.caption": frozenset({BlockKind.CAPTION}),
}
# The parts of a name may stand in any order.
_ALSO = {
    "cell.table": "table.cell",
    "caption.figure": "figure.caption",
    "attr.alt": "alt",
    "alt.attr": "alt",
}
_LATER = ("raw", "summary")


@dataclass(frozen=True, slots=True)
class Scope:
    """Kinds of blocks, read as a whole or sentence by sentence."""

    kinds: frozenset[BlockKind]
    by_sentence: bool = False


TEXT = Scope(_SCOPES["text"])


def parse_scopes(file: RuleFile, node: Node) -> tuple[Scope, ...]:
    """The scopes in ``node``: kinds of blocks read whole, then kinds read by sentence.

    Raises ``RuleProblem`` for a scope that copylint does not have.
    """
    whole: frozenset[BlockKind] = frozenset()
    sentences: frozenset[BlockKind] = frozenset()
    for text, at in file.strings(node, "'scope'"):
        name = _name(file, text, at)
        if name == "sentence":
            sentences |= _SCOPES[name]
        else:
            whole |= _SCOPES[name]
    scopes = []
    if whole:
        scopes.append(Scope(whole))
    if sentences:
        scopes.append(Scope(sentences, by_sentence=True))
    return tuple(scopes) or (TEXT,)


def _name(file: RuleFile, text: str, node: Node) -> str:
    if "&" in text or "~" in text:
        raise file.problem(node, "'&' and '~' in a scope are not supported; name each scope alone")
    parts = text.strip().split(".")
    if len(parts) > 1:
        parts = [part for part in parts if part != "text"]
    name = ".".join(parts)
    name = _ALSO.get(name, name)
    if name in _SCOPES:
        return name
    known = ", ".join(_SCOPES)
    if name in _LATER:
        raise file.problem(node, f"the scope '{name}' is not supported; there are {known}")
    meant = nearest(name, _SCOPES)
    hint = f"did you mean '{meant}'?" if meant else f"there are {known}"
    raise file.problem(node, f"'{text.strip()}' is not a scope; {hint}")
