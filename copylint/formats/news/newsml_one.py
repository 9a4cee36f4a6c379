"""NewsML 1.0 to 1.2 (IPTC): the lines and the content of a news item's components.

The components of an item are nested: the article, its pictures, their captions. Those of a list
of equivalents are one text in several forms, of which the first is read.
"""

from __future__ import annotations

from dataclasses import dataclass

from copylint.core.blocks import BlockKind
from copylint.formats.news.element_prose import is_foreign, local
from copylint.formats.news.item_reader import EventStream, ItemReader, content, is_english, skip
from copylint.formats.xml.events import End, Start

_LEVELS = frozenset(("NewsItem", "NewsComponent", "ContentItem"))
#: The kinds of the lines of an article, and what they are instead in a picture's component.
_LINES = {
    "HeadLine": BlockKind.HEADLINE,
    "SubHeadLine": BlockKind.STANDFIRST,
    "ByLine": BlockKind.BYLINE,
    "ByLineTitle": BlockKind.BYLINE,
    "DateLine": BlockKind.DATELINE,
    "CreditLine": BlockKind.CREDIT,
    "CopyrightLine": BlockKind.CREDIT,
}
_PICTURE_LINES = {
    "HeadLine": BlockKind.IMAGE_TITLE,
    "SubHeadLine": BlockKind.CAPTION,
    "ByLine": BlockKind.CREDIT,
    "ByLineTitle": BlockKind.CREDIT,
}
#: Lines of other kinds, by the type that ``NewsLineType`` names, in small letters.
_TYPED_LINES = {
    "caption": BlockKind.CAPTION,
    "summary": BlockKind.STANDFIRST,
    "abstract": BlockKind.STANDFIRST,
}
_PICTURES = frozenset(
    ("photo", "picture", "image", "graphic", "video", "audio", "animation", "thumbnail", "icon")
)


@dataclass(slots=True)
class _Level:
    """An open component or content item.

    ``depth`` is the stream's inside it, ``before`` the texts read before it. ``has_one``: one of
    the equivalents in it has been read. ``said`` is what it says of its content's format.
    """

    depth: int
    before: int
    is_list: bool
    is_picture: bool
    is_caption: bool
    has_one: bool = False
    said: str = ""


def read_item(reader: ItemReader, stream: EventStream) -> None:
    """Read the open ``NewsItem``, up to its end."""
    reader.reads_lines_once = True
    levels = [_Level(stream.depth, 0, False, False, False)]
    for event in content(stream):
        if isinstance(event, Start):
            _start(reader, event, stream, levels)
        elif isinstance(event, End) and local(event.name) in _LEVELS:
            _close(reader, levels)


def _start(reader: ItemReader, event: Start, stream: EventStream, levels: list[_Level]) -> None:
    now, name = levels[-1], local(event.name)
    named = event.get("FormalName").lower()
    if name in _LEVELS:
        if is_foreign(event):
            reader.leave_out(event.get("xml:lang"))
            skip(stream)
        elif now.is_list and now.has_one:
            skip(stream)
        else:
            is_list = event.get("EquivalentsList") == "yes"
            level = _Level(stream.depth, reader.amount, is_list, now.is_picture, now.is_caption)
            levels.append(level)
    elif name in ("NewsLines", "NewsLine"):
        now.said = ""
    elif name in ("Role", "MediaType"):
        now.is_picture = now.is_picture or named in _PICTURES
        now.is_caption = now.is_caption or named == "caption"
        skip(stream)
    elif name in ("Format", "MimeType", "NewsLineType"):
        now.said = named
        skip(stream)
    elif name == "DescriptiveMetadata":
        _language(reader, stream, levels)
    elif name in _LINES:
        kind = _LINES[name]
        if now.is_picture or now.is_caption:
            kind = _PICTURE_LINES.get(name, kind)
        reader.label(event, stream, kind)
    elif name == "NewsLineText" and now.said in _TYPED_LINES:
        reader.label(event, stream, _TYPED_LINES[now.said])
    elif name == "DataContent" and (now.is_caption or not now.is_picture):
        reader.document(stream, now.said, BlockKind.CAPTION if now.is_caption else None)
    else:
        skip(stream)


def _close(reader: ItemReader, levels: list[_Level]) -> None:
    done = levels.pop()
    levels[-1].has_one = levels[-1].has_one or reader.amount > done.before


def _language(reader: ItemReader, stream: EventStream, levels: list[_Level]) -> None:
    """Leave the open component out if none of the languages that its metadata name is English."""
    said = [
        event.get("FormalName")
        for event in content(stream)
        if isinstance(event, Start) and local(event.name) == "Language"
    ]
    if len(levels) == 1 or not said or any(is_english(each) for each in said):
        return
    now = levels[-1]
    reader.leave_out(said[0])
    gone = reader.amount - now.before
    drafts = reader.writer.drafts
    del drafts[max(0, len(drafts) - gone) :]
    for _ in stream:
        if stream.depth < now.depth:
            break
    levels.pop()
