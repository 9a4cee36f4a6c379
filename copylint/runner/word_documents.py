"""Tells files that can hold comments or tracked changes from other articles."""

from __future__ import annotations

from copylint.config.schema import Config
from copylint.core.errors import InputError
from copylint.formats.lookup import HEAD, claimed_suffixes, entry, entry_for, suffix_of
from copylint.runner.document_reader import Formats
from copylint.runner.result import Input

#: The formats whose files hold comments and tracked changes.
WORD = frozenset(("docx",))
#: What the names of their files end in.
SUFFIXES = tuple(suffix for name in WORD for suffix in entry(name).suffixes)
#: The formats whose files hold comments.
COMMENTED = ("docx", "odt", "html", "pdf")
#: What the names of those end in.
COMMENTED_SUFFIXES = tuple(suffix for name in COMMENTED for suffix in entry(name).suffixes)


def is_word(each: Input, config: Config) -> bool:
    """Whether an input is read as a Word file; one that cannot be read is judged by its name."""
    return _format(each, config) in WORD


def takes_comments(each: Input, config: Config) -> bool:
    """Whether an input is in a format that holds comments, judged as by ``is_word``."""
    return _format(each, config) in COMMENTED


def _format(each: Input, config: Config) -> str:
    formats = Formats(config)
    listed = formats.said(each.path)
    if listed is None:
        head = each.data or b""
        if not head and suffix_of(each.path) not in claimed_suffixes():
            try:
                head = formats.bytes_of(each)
            except InputError:
                head = b""
        listed = entry_for(each.path, head[:HEAD])
    return listed.name
