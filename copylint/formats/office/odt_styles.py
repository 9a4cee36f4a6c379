"""The styles of an OpenDocument text, and what each says of the copy set in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from copylint.core.blocks import BlockKind
from copylint.formats.office.style_names import is_code, is_monospaced, kind_named
from copylint.formats.xml.events import Start

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
#: For ``copylint.formats.xml.event_reader.events``.
PREFIXES: Mapping[str, str] = {
    f"{_OASIS}:{name}:1.0": prefix
    for name, prefix in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("drawing", "draw"),
        ("style", "style"),
        ("svg-compatible", "svg"),
        ("xsl-fo-compatible", "fo"),
        ("manifest", "manifest"),
    )
} | {"http://www.w3.org/1999/xlink": "xlink"}

_CODED = re.compile(r"_([0-9a-fA-F]{1,4})_")
_MAX_CHAIN = 40
_NORMAL = "Standard"


@dataclass(slots=True)
class OdtStyle:
    """The style's own settings; empty where its parent decides."""

    name: str = ""
    parent: str = ""
    language: str = ""
    hidden: bool = False
    emphasised: bool = False
    font: str = ""


class TextProperties(NamedTuple):
    """``language`` is empty if none is named; ``hidden`` includes struck-out text."""

    hidden: bool
    emphasised: bool
    language: str
    code: bool


@dataclass(slots=True)
class OdtStyles:
    """The styles of a document by family and name, including automatic ones."""

    by_name: dict[tuple[str, str], OdtStyle] = field(default_factory=dict)
    _now: OdtStyle | None = None
    _looks: dict[tuple[str, str], TextProperties] = field(default_factory=dict)

    def take(self, event: Start, parent: str) -> None:
        """Take a tag of a style, inside ``parent``."""
        if event.name == "style:style":
            name = event.get("style:name")
            shown = event.get("style:display-name") or _CODED.sub(_letter, name)
            self._now = OdtStyle(shown, event.get("style:parent-style-name"))
            self.by_name[event.get("style:family"), name] = self._now
        elif event.name == "style:text-properties" and parent == "style:style" and self._now:
            style = self._now
            language = event.get("fo:language")
            style.language = "" if language == "none" else language
            style.hidden = event.get("text:display") in ("none", "true") or (
                event.get("style:text-line-through-style", "none") != "none"
            )
            style.emphasised = (
                event.get("fo:font-weight") == "bold" or event.get("fo:font-style") == "italic"
            )
            style.font = event.get("style:font-name") or event.get("fo:font-family").strip("'\"")

    def looks(self, family: str, name: str) -> TextProperties:
        """The text properties set by the style and its parents."""
        found = self._looks.get((family, name))
        if found is None:
            chain = self.chain(family, name)
            found = self._looks[family, name] = TextProperties(
                any(style.hidden for style in chain),
                any(style.emphasised for style in chain),
                # The language of the root style is the program's, not the copy's.
                next((s.language for s in chain if s.language and s.name != _NORMAL), ""),
                self._is_code(family, chain),
            )
        return found

    def _is_code(self, family: str, chain: list[OdtStyle]) -> bool:
        """Whether the style is one for code; of paragraphs only a name can say so."""
        if any(is_code(each.name) for each in chain):
            return True
        font = next((each.font for each in chain if each.font), "")
        normal = self.by_name.get(("paragraph", _NORMAL))
        typewritten = normal is not None and is_monospaced(normal.font)
        return family == "text" and is_monospaced(font) and not typewritten

    def kind(self, name: str) -> tuple[BlockKind | None, int]:
        """The kind and level that a paragraph style gives; None if it gives no kind."""
        for style in self.chain("paragraph", name):
            kind, level = kind_named(style.name)
            if kind is not None:
                return kind, level
        return None, 0

    def chain(self, family: str, name: str) -> list[OdtStyle]:
        """The style and its parents, the nearest first."""
        found: list[OdtStyle] = []
        seen: set[str] = set()
        while name and name not in seen and len(found) < _MAX_CHAIN:
            seen.add(name)
            style = self.by_name.get((family, name)) or OdtStyle(_CODED.sub(_letter, name))
            found.append(style)
            name = style.parent
        return found


def _letter(code: re.Match[str]) -> str:
    return chr(int(code[1], 16))
