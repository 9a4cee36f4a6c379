"""``copylint check``: find errors."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from copylint.cli.exits import CLEAN, FAILED, FINDINGS, complain, ends_the_run, stdout_may_close
from copylint.cli.inputs import gather, load
from copylint.cli.options import (
    Color,
    ConfigFile,
    Isolated,
    Paths,
    Select,
    StdinFilename,
    complete_formats,
    complete_rules,
    engines,
    one_of,
    selectors,
    with_selection,
)
from copylint.cli.progress import Progress
from copylint.cli.terminal import Colour, presentation
from copylint.cli.warm.serving import accept
from copylint.model.rule import Severity

if TYPE_CHECKING:
    from copylint.cache.store import Store
    from copylint.config.schema import Config
    from copylint.model.errors import InputError
    from copylint.report.base import Failure, Outcome
    from copylint.run.directory import Directory
    from copylint.run.kept import KeptResults
    from copylint.run.result import RunResult


class FailOn(StrEnum):
    """From which severity on a finding makes the exit code 1."""

    SUGGESTION = "suggestion"
    WARNING = "warning"
    ERROR = "error"
    NEVER = "never"


class Language(StrEnum):
    """The dialect to check in; ``auto`` decides for each article by its own evidence."""

    AUTO = "auto"
    BRITISH = "en-GB"
    AMERICAN = "en-US"
    AUSTRALIAN = "en-AU"
    CANADIAN = "en-CA"


@ends_the_run
def check(
    paths: Paths = None,
    stdin_filename: StdinFilename = "",
    config: ConfigFile = None,
    isolated: Isolated = False,
    language: Annotated[
        Language | None, typer.Option(help="The dialect to check in.", show_default="auto")
    ] = None,
    select: Select = None,
    extend_select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULES",
            help="Run these rules as well.",
            autocompletion=complete_rules,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULES", help="Do not run these rules.", autocompletion=complete_rules
        ),
    ] = None,
    grammar: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ENGINES",
            help="Grammar engines: harper, languagetool, or off.",
            show_default="off",
        ),
    ] = None,
    vale: Annotated[
        bool, typer.Option("--vale", help="Run the rules of the nearest .vale.ini as well.")
    ] = False,
    languagetool_url: Annotated[
        str, typer.Option(metavar="URL", help="Ask this LanguageTool server.", show_default=False)
    ] = "",
    strict_engines: Annotated[
        bool, typer.Option("--strict-engines", help="Fail where an engine cannot answer.")
    ] = False,
    output_format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="How to write findings: text, json, jsonl.",
            autocompletion=complete_formats,
        ),
    ] = "text",
    fail_on: Annotated[
        FailOn | None,
        typer.Option(help="The least severity that makes the exit code 1.", show_default="warning"),
    ] = None,
    quiet: Annotated[
        bool,
        typer.Option("--quiet", "-q", help="Only one line per finding: no excerpts, no summary."),
    ] = False,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Count the findings of each rule.")
    ] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, help="Processes to use; 0: one per core.")
    ] = 0,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Neither use nor keep results of earlier runs.")
    ] = False,
    warm: Annotated[
        bool | None,
        typer.Option(
            "--warm/--no-warm",
            help="Have a worker stay for some minutes, which makes the next check start faster.",
            show_default=False,
        ),
    ] = None,
    color: Color = Colour.AUTO,
) -> int:
    """Find errors in articles.

    Exit code 0: nothing found at or above --fail-on. 1: findings. 2: something could not
    be checked.
    """
    from copylint.report.registry import format_names, reporter
    from copylint.run.directory import Directory
    from copylint.run.pipeline import run

    store = None if no_cache else _store()
    directory = Directory(store)
    report = reporter(one_of(output_format, format_names(), "--format"))
    where = paths or ["."]
    ini = _vale_ini() if vale else ""
    settings = load(
        where,
        stdin_filename,
        explicit=config,
        isolated=isolated,
        vale=ini,
        directory=directory,
    )
    sources = settings.rule_sources
    settings = with_selection(
        settings,
        selectors(select, "--select", sources, directory),
        selectors(extend_select, "--extend-select", sources, directory),
        selectors(ignore, "--ignore", sources, directory),
    )
    names = engines(grammar, directory)
    settings = _with_engines(settings, names, languagetool_url, strict_engines)
    if language is not None:
        settings = replace(settings, language=language.value)
    stays = settings.warm if warm is None else warm
    in_worker = accept(wanted=stays)
    inputs = gather(where, settings, stdin_filename, directory)
    kept = _kept(store, settings, directory)
    with Progress(len(inputs.found), wanted=not quiet) as progress:
        result = run(inputs.found, settings, jobs=jobs, on_progress=progress.advance, kept=kept)
    if kept:
        directory.keep()
    outcome = _outcome(result, inputs.errors)
    for note in result.rule_notes:
        complain(note)
    for failure in outcome.failures:
        complain(str(failure))
    if not inputs.found and not inputs.errors and not quiet:
        complain(f"no articles in {', '.join(where)}")
    with stdout_may_close():
        report.write(outcome, sys.stdout, presentation(color, quiet=quiet))
        if statistics and report.for_people:
            sys.stdout.writelines(_statistics(outcome))
    if statistics and not report.for_people:
        sys.stderr.writelines(_statistics(outcome))
    if stays and not in_worker:
        _start_worker(settings)
    return _exit_code(outcome, fail_on, settings)


def _vale_ini() -> str:
    from copylint.model.errors import ConfigError
    from copylint.packs.vale.find import find_ini

    found = find_ini()
    if found is None:
        raise ConfigError("there is no .vale.ini in this folder or above it")
    return str(found)


def _store() -> Store | None:
    """Where results are kept, if there is such a place."""
    from copylint.cache.folder import cache_folder
    from copylint.cache.store import Store

    try:
        return Store(cache_folder())
    except RuntimeError:  # nobody's home
        return None


def _kept(store: Store | None, config: Config, directory: Directory) -> KeptResults | None:
    if store is None or not config.cache:
        return None
    from copylint.run.kept import kept_results

    return kept_results(store, config, directory)


def _start_worker(config: Config) -> None:
    if hasattr(os, "fork"):
        from copylint.cli.warm.worker import start

        start(config.grammar)


def _with_engines(config: Config, names: tuple[str, ...] | None, url: str, strict: bool) -> Config:
    if names is not None:
        config = replace(config, grammar=names)
    if url:
        if "languagetool" not in config.grammar:
            raise typer.BadParameter(
                "needs --grammar languagetool", param_hint="--languagetool-url"
            )
        config = replace(config, languagetool=replace(config.languagetool, url=url))
    return replace(config, strict_engines=config.strict_engines or strict)


def _outcome(result: RunResult, not_found: Sequence[InputError]) -> Outcome:
    from copylint import __version__
    from copylint.report.base import Failure, Outcome

    failures = [Failure("input", error.path, error.message) for error in not_found]
    failures += (Failure("input", file.path, file.error) for file in result.errors)
    failures.sort(key=lambda failure: failure.subject)
    failures += (_failure("rule", error) for error in result.rule_errors)
    failures += (_failure("engine", error) for error in sorted(result.engine_errors))
    return Outcome(
        findings=tuple(sorted(result.findings, key=lambda finding: finding.sort_key)),
        failures=tuple(failures),
        files=len(result.files) - len(result.errors),
        words=result.words,
        version=__version__,
    )


def _failure(kind: str, error: str) -> Failure:
    from copylint.report.base import Failure

    name, _, message = error.partition(": ")
    return Failure(kind, name, message)


def _statistics(outcome: Outcome) -> list[str]:
    width = max((len(f"{count:,}") for _, count in outcome.by_rule), default=0)
    return [f"{count:>{width},}  {rule}\n" for rule, count in outcome.by_rule]


def _exit_code(outcome: Outcome, fail_on: FailOn | None, config: Config) -> int:
    """An engine that was not demanded and did not answer is no reason to fail; a rule is."""
    if any(failure.kind != "engine" for failure in outcome.failures):
        return FAILED
    if fail_on is FailOn.NEVER:
        return CLEAN
    least = config.fail_on if fail_on is None else Severity[fail_on.name]
    failing = any(count and severity >= least for severity, count in outcome.by_severity.items())
    return FINDINGS if failing else CLEAN
