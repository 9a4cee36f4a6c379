"""Adds a word to a vocabulary file."""

from __future__ import annotations

from copylint.core.errors import InputError
from copylint.core.safe_read import WORDS, read_file
from copylint.formats.decode import decode
from copylint.runner.safe_write import put


def add_word(path: str, word: str) -> None:
    """Add ``word`` as the last line of the word list at ``path``, keeping its line ends.

    Raises ``InputError`` if the file cannot be read or written.
    """
    try:
        data = read_file(path, WORDS)
    except OSError as error:
        raise InputError(path, f"cannot read: {error.strerror}") from None
    text = decode(path, data)
    end = "\r\n" if "\r\n" in text else "\n"
    gap = "" if not text or text.endswith(("\n", "\r")) else end
    put(path, data, data + (gap + word + end).encode())
