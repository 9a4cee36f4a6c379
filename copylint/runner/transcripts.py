"""Reads the transcripts that quotations are compared with."""

# Paths: strings, as the command line gives them.
# ruff: noqa: PTH112

from __future__ import annotations

import os
from collections.abc import Sequence

from copylint.config.schema import Config
from copylint.core.errors import InputError
from copylint.core.transcript import Transcript
from copylint.runner.document_reader import Formats
from copylint.runner.result import Input
from copylint.runner.time_limit import OutOfTime, time_limit, too_slow


def read_transcripts(paths: Sequence[str], config: Config) -> tuple[Transcript, ...]:
    """The transcripts in the files at ``paths``; a file that is named twice is read once.

    Any format that copylint reads will do; the limits on size and time are those of an article.
    Raises ``InputError`` for a file that cannot be read or in which nobody says anything.
    """
    return tuple(_read(path, config) for path in dict.fromkeys(paths))


def _read(path: str, config: Config) -> Transcript:
    if os.path.isdir(path):
        raise InputError(path, "this is a folder; name each transcript in it")
    return transcript_of(Input(path), config)


def transcript_of(given: Input, config: Config, *, fatal: bool = True) -> Transcript:
    """The transcript in a file, or in its bytes if the input has them.

    ``fatal`` is as for ``time_limit``. Raises as ``read_transcripts``.
    """
    formats, path = Formats(config), given.path
    try:
        with time_limit(config.timeout, fatal=fatal):
            data = formats.bytes_of(given)
            form = formats.of(path, data)
            turns = form.turns(path, form.decode(path, data))
    except OutOfTime:
        raise InputError(path, too_slow(config.timeout)) from None
    if not any(any(letter.isalnum() for letter in turn.text) for turn in turns):
        raise InputError(path, "there are no words in this transcript")
    return Transcript(path, turns)
