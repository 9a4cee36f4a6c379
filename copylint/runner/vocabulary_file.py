"""Adds words to a vocabulary file, lists them and removes them."""

from __future__ import annotations

from pathlib import Path

from copylint.config.vocabulary_files import entry_of, read_words
from copylint.core.errors import InputError
from copylint.core.safe_read import WORDS, read_file
from copylint.formats.decode import decode
from copylint.runner.safe_write import put


def add_word(path: str, word: str) -> None:
    """Add ``word`` as the last line of the word list at ``path``, keeping its line ends.

    Raises ``InputError`` if the file cannot be read or written.
    """
    data = _data(path)
    text = decode(path, data)
    end = "\r\n" if "\r\n" in text else "\n"
    gap = "" if not text or text.endswith(("\n", "\r")) else end
    put(path, data, data + (gap + word + end).encode())


def remove_word(path: str, word: str) -> None:
    """Remove the lines whose entry is ``word`` from the word list at ``path``.

    Raises ``InputError`` if the file cannot be read or written.
    """
    data = _data(path)
    lines = data.splitlines(keepends=True)
    kept = [line for line in lines if entry_of(line.decode("utf-8-sig", "replace")) != word]
    if len(kept) < len(lines):
        put(path, data, b"".join(kept))


def listed_words(path: str) -> frozenset[str]:
    """The entries of the word list at ``path``. Raises ``InputError`` if it cannot be read."""
    try:
        return read_words(Path(path))
    except OSError as error:
        raise InputError(path, f"cannot read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise InputError(path, "not UTF-8 text") from None


def _data(path: str) -> bytes:
    try:
        return read_file(path, WORDS)
    except OSError as error:
        raise InputError(path, f"cannot read: {error.strerror}") from None
