"""The order in which an EPUB shows its pages (EPUB 3.3, sections 4.2.6 and 5)."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from typing import NamedTuple
from urllib.parse import unquote

from copylint.core.errors import InputError
from copylint.formats.office.archive import Archive
from copylint.formats.xml.event_reader import events
from copylint.formats.xml.events import Start
from copylint.formats.xml.xml_decode import decode

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_NAMESPACES = {
    "urn:oasis:names:tc:opendocument:xmlns:container": "c",
    "http://www.idpf.org/2007/opf": "opf",
    "http://www.w3.org/2001/04/xmlenc#": "enc",
}
_PAGES = ("application/xhtml+xml", "text/html")


class _Item(NamedTuple):
    name: str
    is_page: bool


def pages(path: str, archive: Archive) -> list[str]:
    """The names of the pages with prose, in reading order; the table of contents is left out.

    Raises ``InputError`` if the archive is not an EPUB, or if its pages are encrypted.
    """
    package = _package(path, archive)
    items: dict[str, _Item] = {}
    order: list[str] = []
    for event in _elements(path, archive, package):
        if event.name == "opf:item":
            name = normpath(join(dirname(package), unquote(event.get("href"))))
            is_page = event.get("media-type") in _PAGES and name in archive
            is_page = is_page and "nav" not in event.get("properties").split()
            items[event.get("id")] = _Item(name, is_page)
        elif event.name == "opf:itemref":
            order.append(event.get("idref"))
    found = [items[each].name for each in order if each in items and items[each].is_page]
    locked = _encrypted(path, archive)
    if not locked.isdisjoint(found):
        raise InputError(path, "its pages are encrypted; check the file before it was protected")
    if not found:
        raise InputError(path, "an EPUB whose reading order names no page that is in it")
    return [*dict.fromkeys(found)]


def _package(path: str, archive: Archive) -> str:
    """The name of the part that lists all others."""
    if _CONTAINER in archive:
        for event in _elements(path, archive, _CONTAINER):
            if event.name == "c:rootfile" and event.get("full-path") in archive:
                return event.get("full-path")
    raise InputError(path, "a zip archive without an EPUB in it")


def _encrypted(path: str, archive: Archive) -> set[str]:
    """The names of the parts that are encrypted: all pages, or only fonts."""
    if _ENCRYPTION not in archive:
        return set()
    return {
        normpath(unquote(event.get("URI")))
        for event in _elements(path, archive, _ENCRYPTION)
        if event.name == "enc:CipherReference"
    }


def _elements(path: str, archive: Archive, name: str) -> list[Start]:
    source = decode(path, archive.read(name), name)
    found = events(path, source, _NAMESPACES, part=name, doctype=True)
    return [event for event in found if isinstance(event, Start)]
