"""``copylint stats``: counts and readability."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from copylint.cli.exits import CLEAN, FAILED, complain, ends_the_run, stdout_may_close
from copylint.cli.inputs import gather, load
from copylint.cli.options import Color, ConfigFile, Isolated, Paths, StdinFilename, TableFormat
from copylint.cli.terminal import Colour, painter

if TYPE_CHECKING:
    from copylint.run.stats import StatsResult, TextStats

_HEADER = ("words", "sentences", "paragraphs", "ease", "grade", "fog", "time")


@ends_the_run
def stats(
    paths: Paths = None,
    stdin_filename: StdinFilename = "",
    config: ConfigFile = None,
    isolated: Isolated = False,
    output_format: Annotated[TableFormat, typer.Option("--format", help="text or json.")] = (
        TableFormat.TEXT
    ),
    color: Color = Colour.AUTO,
) -> int:
    """Count words and sentences, and measure readability.

    ease: Flesch reading ease; grade: Flesch-Kincaid grade; fog: Gunning fog index; time:
    reading time in minutes and seconds.
    """
    from copylint.report.record import to_json
    from copylint.run.stats import statistics

    where = paths or ["."]
    settings = load(where, stdin_filename, explicit=config, isolated=isolated)
    inputs = gather(where, settings, stdin_filename)
    result = statistics(inputs.found)
    errors = [(error.path, error.message) for error in inputs.errors]
    errors += ((file.path, file.error) for file in result.errors)
    for path, message in sorted(errors):
        complain(f"{path}: {message}")
    with stdout_may_close():
        if output_format is TableFormat.JSON:
            sys.stdout.write(to_json(_record(result, sorted(errors)), indent=2) + "\n")
        else:
            sys.stdout.writelines(_table(result, color))
    return FAILED if errors else CLEAN


def _table(result: StatsResult, color: Colour) -> list[str]:
    from copylint.report.paint import Role
    from copylint.report.visible import safe

    rows = [(*_cells(each), safe(each.path)) for each in result.files]
    if len(rows) != 1:
        rows.append((*_cells(result.total), "total"))
    widths = [
        max(map(len, column)) for column in zip(_HEADER, *(r[:-1] for r in rows), strict=True)
    ]
    lines = [painter(color, sys.stdout).paint(_row((*_HEADER, "file"), widths), Role.FAINT)]
    return [line + "\n" for line in (*lines, *(_row(row, widths) for row in rows))]


def _row(cells: tuple[str, ...], widths: list[int]) -> str:
    return "  ".join(
        [*(cell.rjust(width) for cell, width in zip(cells, widths, strict=False)), cells[-1]]
    )


def _cells(text: TextStats) -> tuple[str, ...]:
    scores = text.readability
    minutes, seconds = divmod(round(scores.seconds), 60)
    return (
        f"{text.words:,}",
        f"{text.sentences:,}",
        f"{text.paragraphs:,}",
        f"{scores.reading_ease:.1f}",
        f"{scores.grade:.1f}",
        f"{scores.fog:.1f}",
        f"{minutes:,}:{seconds:02}",
    )


def _record(result: StatsResult, errors: list[tuple[str, str]]) -> dict[str, Any]:
    return {
        "version": 1,
        "files": [{"path": each.path, **_figures(each)} for each in result.files],
        "total": _figures(result.total),
        "errors": [{"path": path, "message": message} for path, message in errors],
    }


def _figures(text: TextStats) -> dict[str, int | float]:
    scores = text.readability
    return {
        "words": text.words,
        "sentences": text.sentences,
        "paragraphs": text.paragraphs,
        "flesch_reading_ease": round(scores.reading_ease, 2),
        "flesch_kincaid_grade": round(scores.grade, 2),
        "gunning_fog": round(scores.fog, 2),
        "reading_seconds": round(scores.seconds, 1),
    }
