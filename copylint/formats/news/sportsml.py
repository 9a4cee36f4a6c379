"""SportsML: the title and the reports of a sports document (IPTC SportsML 1 to 3).

Scores, standings, schedules and statistics are data and are left out.
"""

from __future__ import annotations

from copylint.core.blocks import BlockKind
from copylint.formats.news.element_prose import is_foreign, local
from copylint.formats.news.item_reader import EventStream, ItemReader, content, is_english, skip
from copylint.formats.xml.events import Start

#: Elements with text to be read: an article in NITF or XHTML, or paragraphs about an event.
_TEXTS = frozenset(("article", "preview", "review", "recap", "highlight"))


def read_sports(reader: ItemReader, start: Start, stream: EventStream) -> None:
    """Read the ``sports-content`` that ``start`` opens, up to its end."""
    if is_foreign(start):
        reader.leave_out(start.get("xml:lang") or start.get("lang"))
        skip(stream)
        return
    inner = content(stream)
    for event in inner:
        if not isinstance(event, Start):
            continue
        name = local(event.name)
        if name == "sports-metadata" and not is_english(event.get("language")):
            reader.leave_out(event.get("language"))
            for _ in inner:
                pass
            return
        if name == "sports-title":
            reader.label(event, stream, BlockKind.HEADLINE)
        elif name not in _TEXTS:
            continue  # what is in it may have texts: an event, a tournament
        elif is_foreign(event):
            skip(stream)
        else:
            reader.document(stream, "", None)
