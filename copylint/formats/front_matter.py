"""Front matter: the fields before a Markdown article, in YAML or TOML, that are prose.

A field is taken only if each of its characters can be placed: its text, put together
from the source, must equal what the YAML or TOML parser returns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from copylint.core.blocks import BlockKind
from copylint.formats.draft import Draft, TextPiece
from copylint.formats.yaml_text import escaped, scalar

if TYPE_CHECKING:
    import yaml

_OPENING = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_CLOSING = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
#: Larger front matter is data, and PyYAML is slow.
_MAX = 64_000
#: PyYAML takes time that grows with the square of the depth of brackets.
_MAX_BRACKETS = 1_000

_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_KINDS = {
    "title": BlockKind.HEADLINE,
    "headline": BlockKind.HEADLINE,
    "standfirst": BlockKind.STANDFIRST,
    "subtitle": BlockKind.STANDFIRST,
    "dek": BlockKind.STANDFIRST,
    "deck": BlockKind.STANDFIRST,
    "strapline": BlockKind.STANDFIRST,
    "caption": BlockKind.CAPTION,
    "cutline": BlockKind.CAPTION,
    "alt": BlockKind.ALT_TEXT,
    "alt text": BlockKind.ALT_TEXT,
    "image title": BlockKind.IMAGE_TITLE,
    "credit": BlockKind.CREDIT,
    "byline": BlockKind.BYLINE,
    "author": BlockKind.BYLINE,
    **{
        name: BlockKind.FRONT_MATTER
        for line in (
            "description summary excerpt abstract teaser lead lede intro introduction blurb",
            "subhead subheading tagline sentence quote",
        )
        for name in line.split()
    },
}


def body_start(source: str) -> tuple[int, int, int]:
    """Start and end of the front matter's text, and where the article after it begins.

    All are 0 if there is no front matter, or if it is not closed.
    """
    opening = _OPENING.match(source)
    if opening is None:
        return (0, 0, 0)
    # In a multi-line pattern "$" matches only at "\n"; a lone carriage return ends a line too.
    text = source[: opening.end() + 4 * _MAX].replace("\r\n", " \n").replace("\r", "\n")
    closing = _CLOSING[opening.group(1)].search(text, opening.end())
    if closing is None:
        return (0, 0, 0)
    end = closing.end()
    end += 2 if source.startswith("\r\n", end) else 1 if end < len(source) else 0
    return (opening.end(), closing.start(), end)


def drafts(source: str, start: int, end: int) -> list[Draft]:
    """The prose fields between ``start`` and ``end``; none if the front matter is broken."""
    brackets = source.count("[", start, end) + source.count("{", start, end)
    if not 0 < end - start <= _MAX or brackets > _MAX_BRACKETS:
        return []
    scalars = _toml(source, start, end) if source.startswith("+++") else _yaml(source, start, end)
    found: list[Draft] = []
    for key, pieces in scalars:
        kind = kind_of(key)
        if kind is not None and _is_prose("".join(piece.text for piece in pieces)):
            found.append(Draft(kind, pieces, field=key, written=("careful",)))
    return found


def kind_of(key: str) -> BlockKind | None:
    """The kind of the field, from the last words of its name; None if it is not prose."""
    words = [part.lower() for part in _PARTS.findall(key.rpartition(".")[2])]
    for count in (2, 1):
        kind = _KINDS.get(" ".join(words[-count:]))
        if kind is not None:
            return kind
    return None


def _is_prose(text: str) -> bool:
    text = text.strip()
    return bool(text) and not re.fullmatch(r"(?:https?:|/|\.{1,2}/)\S*|\S+\.\w{2,4}", text)


def _yaml(source: str, start: int, end: int) -> Iterator[tuple[str, list[TextPiece]]]:
    root = _composed(source[start:end])
    for key, node in _scalars(root):
        first, last = node.start_mark.index + start, node.end_mark.index + start
        pieces = scalar(source, first, last, node.style)
        if "".join(piece.text for piece in pieces).rstrip() == str(node.value).rstrip():
            yield key, _placed(pieces)


@lru_cache(maxsize=8)
def _composed(text: str) -> yaml.Node | None:
    """The nodes of a YAML text, which nobody changes; None if it is empty or broken.

    Those of the last texts are kept: front matter stays while the article below it is edited,
    and takes as long to read as the article.
    """
    import yaml

    try:
        root: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    return root


def _scalars(root: yaml.Node | None) -> Iterator[tuple[str, yaml.ScalarNode]]:
    """Each string with its dotted key, in the order of the source; an alias is not followed."""
    import yaml

    seen: set[int] = set()
    waiting: list[tuple[str, yaml.Node | None]] = [("", root)]
    while waiting:
        key, node = waiting.pop()
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            if node.tag == "tag:yaml.org,2002:str":
                yield key, node
        elif isinstance(node, yaml.SequenceNode):
            waiting += [(key, child) for child in reversed(node.value)]
        elif isinstance(node, yaml.MappingNode):
            waiting += [
                (f"{key}.{name.value}" if key else str(name.value), value)
                for name, value in reversed(node.value)
                if isinstance(name, yaml.ScalarNode)
            ]


_TOML_KEY = re.compile(r"[ \t]*(?:\"([^\"\r\n]+)\"|'([^'\r\n]+)'|([\w.-]+))[ \t]*=[ \t]*")
_TOML_STRING = re.compile(
    r'"""(?:\r\n|\n)?(?P<multi>(?:[^\\"]|\\.|"(?!""))*+)"""'
    r"|'''(?:\r\n|\n)?(?P<raw>(?:[^']|'(?!''))*+)'''"
    r'|"(?P<basic>(?:[^"\\\r\n]|\\.)*+)"'
    r"|'(?P<literal>[^'\r\n]*+)'",
    re.DOTALL,
)
_TOML_ESCAPE = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[ \t]*\r?\n\s*|.)|\r\n")
_TOML_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")


def _toml(source: str, start: int, end: int) -> Iterator[tuple[str, list[TextPiece]]]:
    import tomllib

    try:
        known = set(_values(tomllib.loads(source[start:end])))
    except (tomllib.TOMLDecodeError, RecursionError, ValueError):
        return
    at = start
    while at < end:
        key = _TOML_KEY.match(source, at, end)
        value = _TOML_STRING.match(source, key.end(), end) if key else None
        if key and value and value.lastgroup:
            group = value.lastgroup
            first, last = value.span(group)
            special = _TOML_ESCAPE if group in ("multi", "basic") else re.compile(r"\r\n")
            pieces = list(_toml_pieces(source, first, last, special))
            name = key.group(1) or key.group(2) or key.group(3)
            if (name.rpartition(".")[2], "".join(piece.text for piece in pieces)) in known:
                yield name, _placed(pieces)
            at = value.end()
        line = _TOML_LINE.match(source, at, end)
        if line is None or line.end() == at:
            break
        at = line.end()


def _toml_pieces(
    source: str, start: int, end: int, special: re.Pattern[str]
) -> Iterator[TextPiece]:
    for piece in escaped(source, start, end, special):
        raw = source[piece.start : piece.end]
        if raw == "\r\n":
            yield piece._replace(text="\n")
        elif raw.startswith("\\") and raw[1:].isspace():
            continue
        else:
            yield piece


def _values(table: object) -> Iterator[tuple[str, str]]:
    """Every string of a parsed TOML document with the last part of its key."""
    waiting: list[tuple[str, object]] = [("", table)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, str):
            yield key, value
        elif isinstance(value, dict):
            waiting += value.items()
        elif isinstance(value, list):
            waiting += [(key, each) for each in value]


def _placed(pieces: list[TextPiece]) -> list[TextPiece]:
    """``pieces`` without the empty ones and without the spaces at either end."""
    placed = [piece for piece in pieces if piece.text]
    while placed and not placed[0].text.strip():
        placed.pop(0)
    while placed and not placed[-1].text.strip():
        placed.pop()
    if placed:
        placed[0] = _stripped(placed[0], len(placed[0].text) - len(placed[0].text.lstrip()), 0)
        placed[-1] = _stripped(placed[-1], 0, len(placed[-1].text) - len(placed[-1].text.rstrip()))
    return placed


def _stripped(piece: TextPiece, front: int, back: int) -> TextPiece:
    if piece.end - piece.start != len(piece.text):
        return piece
    text = piece.text[front : len(piece.text) - back]
    return TextPiece(piece.role, text, piece.start + front, piece.end - back)
