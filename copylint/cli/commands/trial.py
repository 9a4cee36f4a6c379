"""``copylint trial``: what a rule would find, before it goes live."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from copylint.cli.choices import selectors, with_selection
from copylint.cli.completion import complete_rules_or_files
from copylint.cli.exits import CLEAN, FAILED, UsageError, complain, stdout_may_close
from copylint.cli.inputs import gather, load
from copylint.cli.option_table import OptionGroup, argument, arguments, number
from copylint.cli.shared_options import ConfigOptions, JobsOptions
from copylint.core.record import replace

if TYPE_CHECKING:
    from copylint.config.schema import Config
    from copylint.core.finding import Finding
    from copylint.runner.result import RunResult

_MOST_TEXTS = 10
_AROUND = 40


class TrialOptions(ConfigOptions, JobsOptions):
    """The options of ``copylint trial``."""

    rule = argument(
        "RULE",
        help="A rule (drafts too), or the file of a rule.",
        complete=complete_rules_or_files,
    )
    paths = arguments("PATHS", help="Articles, and folders of articles.")
    sample = number(
        "--sample",
        default=20,
        help="How many findings to show, drawn from the whole archive.",
        group=OptionGroup.OUTPUT,
    )


def trial(options: TrialOptions) -> int:
    """Show what a rule would find in an archive.

    Prints counts, the words it finds most often, and a sample of the findings.
    """
    from copylint.runner.pipeline import run

    rule, paths = options.rule, options.paths
    settings = load(paths, options)
    settings, name = _with_rule(settings, rule)
    inputs = gather(paths, settings)
    result = run(inputs.found, settings, jobs=options.jobs)
    mine = [problem for problem in result.rule_errors if rule.endswith(".yml") and rule in problem]
    for problem in mine:
        complain(problem)
    failures = [(error.path, error.message) for error in inputs.errors]
    failures += ((file.path, file.error) for file in result.errors)
    for path, message in sorted(failures):
        complain(f"{path}: {message}")
    with stdout_may_close():
        sys.stdout.writelines(line + "\n" for line in _report(name, result, options.sample))
    return FAILED if failures or mine else CLEAN


def _with_rule(settings: Config, rule: str) -> tuple[Config, str]:
    """The configuration with this rule alone, and its name."""
    name = rule
    if rule.endswith(".yml"):
        path = Path(rule).absolute()
        if not path.is_file():
            raise UsageError(f"there is no file '{rule}'", "RULE")
        name = f"{path.parent.name}.{path.stem}"
        settings = replace(settings, packs=(*settings.packs, str(path.parent)))
    else:
        selectors([rule], "RULE", settings.rule_sources)
    chosen = with_selection(replace(settings, per_file_ignores=()), select=(name,))
    return replace(chosen, grammar=()), name


def _report(name: str, result: RunResult, sample: int) -> Iterator[str]:
    from copylint.report.wording import counted

    findings = [each for each in result.findings if each.rule.startswith(name)]
    checked = len(result.files) - len(result.errors)
    hit = len({each.path for each in findings})
    rate = 1000 * len(findings) / result.words if result.words else 0.0
    yield (
        f"{name}: {counted(len(findings), 'finding')} in {hit:,} of "
        f"{counted(checked, 'article')} ({counted(result.words, 'word')}; "
        f"{rate:.3g} per 1,000 words)"
    )
    if not findings:
        return
    yield ""
    counts = Counter(each.text for each in findings)
    for text, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST_TEXTS]:
        yield f"{count:>7,}  {_shown(text)}"
    if len(counts) > _MOST_TEXTS:
        yield f"{'':>7}  and {len(counts) - _MOST_TEXTS:,} other texts"
    if sample:
        yield ""
        yield from (_in_place(each) for each in _spread(findings, sample))


def _spread(findings: Sequence[Finding], count: int) -> list[Finding]:
    """``count`` of ``findings``, spread evenly over them, the same every time."""
    if len(findings) <= count:
        return list(findings)
    return [findings[index * len(findings) // count] for index in range(count)]


def _in_place(finding: Finding) -> str:
    line = finding.line_text
    start = finding.start.column - 1 - finding.line_cut
    end = start + len(finding.text)
    before, after = line[max(0, start - _AROUND) : start], line[end : end + _AROUND]
    lead = "…" if start > _AROUND else ""
    tail = "…" if end + _AROUND < len(line) else ""
    where = f"{finding.path}:{finding.start.line}:{finding.start.column}"
    return _shown(f"{where} {lead}{before}[{finding.text}]{after}{tail}")


def _shown(text: str) -> str:
    from copylint.report.visible import safe

    return safe(text.replace("\n", " "))
