"""``copylint facts``: what an article states, for a person who checks facts."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from copylint.cli.choices import TableFormat
from copylint.cli.exits import CLEAN, FAILED, complain, stdout_may_close
from copylint.cli.inputs import gather, tell_of_passed_over
from copylint.cli.option_table import arguments
from copylint.cli.settings import settings_for
from copylint.cli.shared_options import ColorOptions, ReadingOptions, StdinOptions, TableOptions
from copylint.cli.terminal import presentation

if TYPE_CHECKING:
    from copylint.analysis.ledger.entries import DateStatement, Figure, PersonEntry, Statement
    from copylint.core.span import TextSpan
    from copylint.report.base import Presentation
    from copylint.runner.article_facts import ArticleFacts

# So many places of one person are shown in the table; JSON has them all.
_MOST_PLACES = 6
# So many code points of a sentence are shown before a statement and after it.
_BEFORE, _AFTER = 20, 28


class FactsOptions(StdinOptions, ReadingOptions, TableOptions, ColorOptions):
    """The options of ``copylint facts``."""

    paths = arguments("PATHS", help="Files and folders, '-' for standard input.")


def facts(options: FactsOptions) -> int:
    """List what an article states: people, figures, dates, places and quotations.

    Each statement has its line and column. Nothing is judged here: the list is for a person who
    checks facts; check reports those that contradict one another.
    """
    from copylint.report.finding_record import to_json
    from copylint.runner.article_facts import article_facts

    settings = settings_for(options, options.paths, stdin_filename=options.stdin_filename)
    inputs = gather(options.paths, settings, options.stdin_filename)
    tell_of_passed_over(inputs)
    found, failed = article_facts(inputs.found, settings)
    errors = sorted(
        [(error.path, error.message) for error in inputs.errors]
        + [(file.path, file.error) for file in failed]
    )
    for path, message in errors:
        complain(f"{path}: {message}")
    look = presentation(options.color)
    with stdout_may_close():
        if options.output_format is TableFormat.JSON:
            sys.stdout.write(to_json(_record(found, errors), indent=2) + "\n")
        else:
            for number, each in enumerate(found):
                lead = [""] if number else []
                sys.stdout.writelines(line + "\n" for line in (*lead, *_lines(each, look)))
    return FAILED if errors else CLEAN


def _lines(article: ArticleFacts, look: Presentation) -> Iterator[str]:
    from copylint.report.paint import OutputRole
    from copylint.report.table import Table
    from copylint.report.visible import safe

    yield look.painter.paint(safe(article.name), OutputRole.STRONG)
    for header, rows in _tables(article):
        yield ""
        if not rows:
            yield look.painter.paint(f"no {header[0]}", OutputRole.FAINT)
            continue
        shown = [tuple(safe(cell) for cell in row) for row in rows]
        yield from Table(header, shown).lines(look.width, look.painter)


def _tables(article: ArticleFacts) -> Iterator[tuple[Sequence[str], list[tuple[str, ...]]]]:
    """The header and rows of each table; the first word of a header is what the table lists."""
    yield (
        ("people", "age", "mentions", "where", "said to be"),
        [
            (
                each.person.name,
                _distinct(str(age.years) for age in each.ages),
                str(len(each.person.references)),
                _places(article, each),
                _distinct(role.value for role in each.roles if role.kind != "gender") or "-",
            )
            for each in article.people
        ],
    )
    yield (
        ("figures", "as", "where", "words"),
        [
            (_counted(article, each), _manner(each), _where(article, each), _context(article, each))
            for each in article.figures
        ],
    )
    yield (
        ("dates", "where", "words"),
        [
            (article.shown(each.span), _where(article, each), _context(article, each))
            for each in article.dates
        ],
    )
    yield (
        ("places", "as", "where", "words"),
        [
            (each.name, str(each.kind), _where(article, each), _context(article, each))
            for each in article.places
        ],
    )
    yield (
        ("quotations", "where", "words"),
        [
            (each.speaker or "nobody named", _where(article, each), " ".join(each.text.split()))
            for each in article.quotations
        ],
    )


def _distinct(values: Iterator[str]) -> str:
    return ", ".join(dict.fromkeys(values)) or ""


def _where(article: ArticleFacts, statement: Statement) -> str:
    at = article.where(statement.span)
    return f"{at.line}:{at.column}"


def _places(article: ArticleFacts, entry: PersonEntry) -> str:
    from copylint.core.span import TextSpan

    spans = [TextSpan(each.start, each.end) for each in entry.person.references]
    shown = [article.where(span) for span in spans[:_MOST_PLACES]]
    more = " …" if len(spans) > _MOST_PLACES else ""
    return " ".join(f"{at.line}:{at.column}" for at in shown) + more


def _counted(article: ArticleFacts, figure: Figure) -> str:
    number = article.shown(figure.span)
    return f"{number} ({figure.noun})" if figure.noun else number


def _manner(figure: Figure) -> str:
    """The figure's role, and whether it is inexact or quoted."""
    manner = [str(figure.role)] if figure.role != "plain" else []
    manner += ["inexact"] * figure.hedged + ["quoted"] * figure.quoted
    return ", ".join(manner) or "-"


def _context(article: ArticleFacts, statement: Statement) -> str:
    """The words of the sentence around a statement, cut to a line."""
    text, span, sentence = article.document.text, statement.span, statement.sentence
    start, end = max(sentence.start, span.start - _BEFORE), min(sentence.end, span.end + _AFTER)
    if start > sentence.start:
        start = text.find(" ", start, span.start) + 1 or span.start
    if end < sentence.end:
        end = max(text.rfind(" ", span.end, end), span.end)
    shown = " ".join(text[start:end].split())
    return "… " * (start > sentence.start) + shown + " …" * (end < sentence.end)


def _record(found: Sequence[ArticleFacts], errors: list[tuple[str, str]]) -> dict[str, Any]:
    return {
        "version": 1,
        "files": [_file_record(each) for each in found],
        "errors": [{"path": path, "message": message} for path, message in errors],
    }


def _file_record(article: ArticleFacts) -> dict[str, Any]:
    record: dict[str, Any] = {"path": article.document.path}
    if article.document.part:
        record["part"] = article.document.part
    record["people"] = [_person_record(article, each) for each in article.people]
    record["figures"] = [
        {
            **_statement(article, each),
            "value": _whole(each.value),
            "unit": each.unit,
            "counts": each.noun,
            "role": str(each.role),
            "rounded_to": _whole(each.step),
        }
        for each in article.figures
    ]
    record["dates"] = [
        {**_statement(article, each), **_date_record(each)} for each in article.dates
    ]
    record["places"] = [
        {**_statement(article, each), "name": each.name, "kind": str(each.kind)}
        for each in article.places
    ]
    record["quotations"] = [
        {**_place(article, each.span), "text": " ".join(each.text.split()), "speaker": each.speaker}
        for each in article.quotations
    ]
    return record


def _date_record(date: DateStatement) -> dict[str, Any]:
    from copylint.analysis.calendar_days import WEEKDAYS

    return {
        "year": date.year,
        "month": date.month,
        "day": date.day,
        "weekday": None if date.weekday is None else WEEKDAYS[date.weekday],
        "relative": date.relative,
    }


def _whole(value: float) -> int | float:
    """A number without a decimal point if it needs none."""
    return int(value) if float(value).is_integer() else value


def _person_record(article: ArticleFacts, entry: PersonEntry) -> dict[str, Any]:
    from copylint.core.span import TextSpan

    return {
        "name": entry.person.name,
        "mentions": [
            _place(article, TextSpan(each.start, each.end)) for each in entry.person.references
        ],
        "ages": [{**_statement(article, each), "years": each.years} for each in entry.ages],
        "roles": [
            {**_statement(article, each), "kind": str(each.kind), "value": each.value}
            for each in entry.roles
        ],
    }


def _statement(article: ArticleFacts, statement: Statement) -> dict[str, Any]:
    return {
        **_place(article, statement.span),
        "sentence": article.shown(statement.sentence),
        "quoted": statement.quoted,
        "inexact": statement.hedged,
    }


def _place(article: ArticleFacts, span: TextSpan) -> dict[str, Any]:
    at = article.where(span)
    return {"text": article.shown(span), "line": at.line, "column": at.column}
