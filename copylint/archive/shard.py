"""A shard: the part of an archive that is read, checked and written at a time."""

from __future__ import annotations

from copylint.core.record import record


@record
class ArticleColumns:
    """Which fields of a row are the article's: their names, empty if it has none.

    ``format`` is the name of a format, or of the field that holds it (``format_is_field``).
    ``fields`` are the names of those that make up the article if there is no ``text``.
    """

    text: str = ""
    id: str = ""
    date: str = ""
    format: str = ""
    format_is_field: bool = False
    fields: tuple[str, ...] = ()
    slug: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all fields that are read, each once."""
        given = (
            self.text,
            self.id,
            self.date,
            self.format if self.format_is_field else "",
            self.slug,
        )
        return tuple(dict.fromkeys(name for name in (*given, *self.fields) if name))


@record
class Shard:
    """Articles that belong together: files, or rows ``first`` to ``first + count`` of a file.

    ``kind`` is that of the source. ``offset`` is the byte at which the first of the rows begins,
    if the source knows; ``root`` is the folder that ids of files are relative to.
    """

    index: int
    kind: str
    paths: tuple[str, ...]
    count: int
    first: int = 0
    offset: int = 0
    root: str = ""
