"""``copylint stats``: counts and readability."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from copylint.cli.choices import TableFormat
from copylint.cli.exits import CLEAN, FAILED, complain, stdout_may_close
from copylint.cli.inputs import gather, tell_of_passed_over
from copylint.cli.option_table import OptionGroup, switch
from copylint.cli.settings import settings_for
from copylint.cli.shared_options import (
    ColorOptions,
    PathOptions,
    ReadingOptions,
    StdinOptions,
    TableOptions,
    TrustOptions,
)
from copylint.cli.terminal import Colour, painter, presentation, table_width

if TYPE_CHECKING:
    from copylint.runner.article_stats import StatsResult, TextStats

_HEADER = ("words", "sentences", "paragraphs", "quoted", "ease", "grade", "fog", "time")
_INDENT = "  "
# There are many names that are mentioned only once, and they say little.
_MOST_NAMES, _LEAST_MENTIONS = 12, 2


class StatsOptions(
    PathOptions, StdinOptions, ReadingOptions, TrustOptions, TableOptions, ColorOptions
):
    """The options of ``copylint stats``."""

    details = switch(
        "--details",
        "--no-details",
        help="Longest sentences, names and more grades of each article.",
        group=OptionGroup.OUTPUT,
        shown="for a single article",
    )


def stats(options: StatsOptions) -> int:
    """Count words and sentences, and measure readability.

    quoted: the share of words inside quotation marks; ease: Flesch reading ease; grade:
    Flesch-Kincaid grade; fog: Gunning fog index; time: reading time in minutes and seconds.
    """
    from copylint.report.finding_record import to_json
    from copylint.runner.article_stats import statistics

    where, stdin_filename = options.where, options.stdin_filename
    settings = settings_for(options, where, stdin_filename=stdin_filename)
    inputs = gather(where, settings, stdin_filename)
    tell_of_passed_over(inputs)
    result = statistics(inputs.found, settings)
    errors = [(error.path, error.message) for error in inputs.errors]
    errors += ((file.path, file.error) for file in result.errors)
    for path, message in sorted(errors):
        complain(f"{path}: {message}")
    with stdout_may_close():
        if options.output_format is TableFormat.JSON:
            sys.stdout.write(to_json(_record(result, sorted(errors)), indent=2) + "\n")
        elif result.files or not errors:
            sys.stdout.writelines(_table(result, options.color))
            details = options.details
            if len(result.files) == 1 if details is None else details:
                sys.stdout.writelines(line + "\n" for line in _details(result, options.color))
    return FAILED if errors else CLEAN


def _table(result: StatsResult, color: Colour) -> Iterator[str]:
    from copylint.report.table import Table
    from copylint.report.visible import safe

    rows = [(*_cells(each), safe(each.path)) for each in result.files]
    if len(rows) != 1:
        rows.append((*_cells(result.total), "total"))
    table = Table((*_HEADER, "file"), rows, of_files=True, numbers=True)
    return (line + "\n" for line in table.lines(table_width(), painter(color, sys.stdout)))


def _cells(text: TextStats) -> tuple[str, ...]:
    scores = text.readability
    minutes, seconds = divmod(round(scores.seconds), 60)
    return (
        f"{text.words:,}",
        f"{text.sentences:,}",
        f"{text.paragraphs:,}",
        f"{_quoted(text):.0%}",
        f"{scores.reading_ease:.1f}",
        f"{scores.grade:.1f}",
        f"{scores.fog:.1f}",
        f"{minutes:,}:{seconds:02}",
    )


def _details(result: StatsResult, color: Colour) -> Iterator[str]:
    """The notes about each article, apart from its row."""
    from copylint.report.paint import OutputRole
    from copylint.report.visible import safe
    from copylint.report.wrapping import cut, wrapped

    look = presentation(color)
    for text in result.files:
        scores = text.readability
        yield ""
        yield look.painter.paint(safe(text.path), OutputRole.STRONG)
        grades = (
            f"grades: SMOG {scores.smog:.1f}, Coleman-Liau {scores.coleman_liau:.1f}, "
            f"Automated Readability {scores.automated:.1f}"
        )
        yield from (_INDENT + line for line in wrapped(grades, look.width - len(_INDENT)))
        if text.longest:
            yield f"{_INDENT}longest sentences:"
        for each in text.longest:
            where = f"{each.place.line}:{each.place.column}"
            line = f"{_INDENT * 2}{each.words} words  {where}  {safe(each.text)}"
            yield cut(line, look.width)
        names = [each for each in text.names if each.mentions >= _LEAST_MENTIONS]
        if names:
            yield f"{_INDENT}names mentioned most:"
            shown = ", ".join(f"{each.name} {each.mentions}" for each in names[:_MOST_NAMES])
            yield from textwrap.wrap(
                safe(shown),
                look.width,
                initial_indent=_INDENT * 2,
                subsequent_indent=_INDENT * 2,
                break_on_hyphens=False,
            )


def _quoted(text: TextStats) -> float:
    return text.quoted / text.words if text.words else 0.0


def _record(result: StatsResult, errors: list[tuple[str, str]]) -> dict[str, Any]:
    return {
        "version": 1,
        "files": [_file_record(each) for each in result.files],
        "total": _figures(result.total),
        "errors": [{"path": path, "message": message} for path, message in errors],
    }


def _file_record(text: TextStats) -> dict[str, Any]:
    return {
        "path": text.path,
        **_figures(text),
        "longest_sentences": [
            {
                "line": each.place.line,
                "column": each.place.column,
                "words": each.words,
                "text": each.text,
            }
            for each in text.longest
        ],
        "names": [{"name": each.name, "mentions": each.mentions} for each in text.names],
    }


def _figures(text: TextStats) -> dict[str, int | float]:
    scores = text.readability
    return {
        "words": text.words,
        "sentences": text.sentences,
        "paragraphs": text.paragraphs,
        "quoted_words": text.quoted,
        "flesch_reading_ease": round(scores.reading_ease, 2),
        "flesch_kincaid_grade": round(scores.grade, 2),
        "gunning_fog": round(scores.fog, 2),
        "smog": round(scores.smog, 2),
        "coleman_liau": round(scores.coleman_liau, 2),
        "automated_readability": round(scores.automated, 2),
        "reading_seconds": round(scores.seconds, 1),
    }
