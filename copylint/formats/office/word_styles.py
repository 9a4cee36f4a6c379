"""The styles of a Word document, and what each says of the copy set in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from copylint.core.blocks import BlockKind
from copylint.formats.office.style_names import is_code, is_contents, is_monospaced, kind_named
from copylint.formats.office.word_names import PREFIXES
from copylint.formats.xml.event_reader import events
from copylint.formats.xml.events import Start

_MAX_CHAIN = 40


@dataclass(slots=True)
class WordStyle:
    """The style's own settings: None or empty where the style it is based on decides."""

    name: str = ""
    based_on: str = ""
    level: int | None = None
    is_list: bool | None = None
    hidden: bool | None = None
    language: str = ""
    font: str = ""


@dataclass(slots=True)
class WordStyles:
    """The styles by their ids, resolved.

    ``default`` applies to paragraphs that name none, ``font`` to text whose style names none.
    """

    by_id: dict[str, WordStyle] = field(default_factory=dict)
    default: str = ""
    font: str = ""

    def kind(self, style_id: str) -> tuple[BlockKind | None, int]:
        """The kind and level that the style gives a paragraph; None if it gives no kind."""
        for style in self._chain(style_id):
            kind, level = kind_named(style.name)
            if kind is not None:
                return kind, level
            if style.level is not None:
                return (BlockKind.SUBHEAD, style.level + 1) if style.level < 9 else (None, 0)
            if style.is_list is not None:
                return (BlockKind.LIST_ITEM, 1) if style.is_list else (None, 0)
        return None, 0

    def is_contents(self, style_id: str) -> bool:
        """Whether the style is that of a table of contents, which repeats the headings."""
        return any(is_contents(each.name) for each in self._chain(style_id))

    def is_code(self, style_id: str) -> bool:
        """Whether the style is one for code: by a name in its chain, or by its typeface.

        The typeface says nothing in a document that is written in one of that kind throughout.
        """
        chain = self._chain(style_id)
        if any(is_code(each.name) for each in chain):
            return True
        own = next((each.font for each in chain if each.font and each is not self._normal), "")
        return is_monospaced(own) and not self.is_typewritten

    @property
    def is_typewritten(self) -> bool:
        """Whether ordinary text is set in a typeface of one width."""
        normal = self._normal
        return is_monospaced((normal.font if normal is not None else "") or self.font)

    def is_hidden(self, style_id: str) -> bool:
        """Whether text in the style is hidden."""
        return next((s.hidden for s in self._chain(style_id) if s.hidden is not None), False)

    def language(self, style_id: str) -> str:
        """The language that the style names, empty if it names none."""
        named = (each for each in self._chain(style_id) if each is not self._normal)
        return next((style.language for style in named if style.language), "")

    @property
    def _normal(self) -> WordStyle | None:
        """The default style: its language is that of the program rather than of the copy."""
        return self.by_id.get(self.default)

    def _chain(self, style_id: str) -> list[WordStyle]:
        """The style and those that it is based on, the nearest first."""
        found: list[WordStyle] = []
        seen: set[str] = set()
        while style_id and style_id not in seen and len(found) < _MAX_CHAIN:
            seen.add(style_id)
            style = self.by_id.get(style_id) or WordStyle(style_id)
            found.append(style)
            style_id = style.based_on
        return found


@lru_cache(maxsize=8)
def styles_in(path: str, source: str, part: str) -> WordStyles:
    """The styles of a ``styles.xml``. Raises ``InputError``."""
    styles = WordStyles()
    now: WordStyle | None = None
    for event in events(path, source, PREFIXES, part=part):
        if not isinstance(event, Start):
            continue
        if event.name == "w:style":
            now = WordStyle()
            identity = event.get("w:styleId")
            styles.by_id[identity] = now
            if event.get("w:default") in _ON and event.get("w:type") == "paragraph":
                styles.default = identity
        elif now is not None:
            _take(now, event)
        elif event.name == "w:rFonts":
            styles.font = styles.font or event.get("w:ascii")
    return styles


_ON = ("1", "true", "on")


def _take(style: WordStyle, event: Start) -> None:
    value = event.get("w:val") if event.name in _READ else ""
    match event.name:
        case "w:name":
            style.name = value
        case "w:basedOn":
            style.based_on = value
        case "w:outlineLvl":
            style.level = int(value) if value.isdecimal() else None
        case "w:numId":
            style.is_list = value != "0"
        case "w:vanish":
            style.hidden = value in ("", *_ON)
        case "w:lang":
            style.language = value
        case "w:rFonts":
            style.font = event.get("w:ascii") or event.get("w:hAnsi")


_READ = frozenset(("w:name", "w:basedOn", "w:outlineLvl", "w:numId", "w:vanish", "w:lang"))
