"""The option that names the transcripts with which quotations are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copylint.cli.option_table import CommandOptions, OptionGroup, strings
from copylint.core.record import replace

if TYPE_CHECKING:
    from copylint.config.schema import Config


class TranscriptOptions(CommandOptions):
    """What was said, if quotations are to be compared with it."""

    source = strings(
        "--source",
        metavar="TRANSCRIPT",
        help="Compare the articles' quotations with this transcript (repeatable).",
        more="Subtitles, plain text, Word or any other format of an article: see "
        "[quotations against a source](../guides/quotations.md).",
        group=OptionGroup.RULES,
    )


def with_transcripts(options: TranscriptOptions, config: Config) -> Config:
    """``config`` with the transcripts that were named. Raises ``InputError``."""
    if not options.source:
        return config
    from copylint.runner.transcripts import read_transcripts

    return replace(config, transcripts=read_transcripts(options.source, config))
