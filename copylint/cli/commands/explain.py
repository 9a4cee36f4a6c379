"""``copylint explain``: what a rule is, why, and with which examples."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from copylint.cli.completion import complete_rules_or_files
from copylint.cli.exits import CLEAN, UsageError, stdout_may_close
from copylint.cli.explain_file import file_lines
from copylint.cli.inputs import load
from copylint.cli.option_table import arguments
from copylint.cli.shared_options import ColorOptions, ConfigOptions
from copylint.cli.terminal import presentation

if TYPE_CHECKING:
    from copylint.config.schema import RuleSources
    from copylint.core.rule import Bad, Measured, Option, Rule
    from copylint.report.base import Presentation

_INDENT = "  "
_WIDEST = 90
_LEVELS = {
    "sentence": "looks at a sentence",
    "document": "looks at the whole article",
    "collection": "looks at all articles together",
}
_SAFETY = {
    "safe": "fixes that are certain are safe: copylint applies them without asking",
    "unsafe": "fixes are applied only on request",
    "none": "no fixes: the correction needs a person",
}


class ExplainOptions(ColorOptions):
    """The options of ``copylint explain``."""

    names = arguments(
        "RULE|FILE",
        help="Rules, families of rules, or files of yours.",
        complete=complete_rules_or_files,
    )


def explain(options: ExplainOptions) -> int:
    """Explain rules, or what applies to a file.

    Of a rule: what it finds and why, with examples, options and measured figures. Of a file:
    its format, the configuration that holds for it, and which rules run and why.
    """
    from copylint.runner.rule_index import rule_names
    from copylint.runner.rules import all_rules

    sources = load(["."], ConfigOptions()).rule_sources
    known, rules = rule_names(sources), all_rules(sources)
    for name in options.names:
        if not known.selected(name) and not _is_file(name):
            if known.is_open(name):
                raise UsageError(f"the rules of '{name}' are known only while it runs", "RULE|FILE")
            unknown = known.describe_unknown(name).replace("no rule", "no rule or file", 1)
            raise UsageError(unknown, "RULE|FILE")
    look = presentation(options.color)
    with stdout_may_close():
        for number, name in enumerate(options.names):
            if name in rules:
                lines = _rule(rules[name], look, sources)
            elif members := known.selected(name):
                lines = _family(name, [rules[each] for each in sorted(members)], look, sources)
            else:
                lines = file_lines(name, look)
            sys.stdout.write("\n" * bool(number) + "\n".join(lines) + "\n")
    return CLEAN


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except ValueError:  # a NUL
        return False


def _family(
    name: str, members: list[Rule], look: Presentation, sources: RuleSources
) -> Iterator[str]:
    from copylint.core.rule_groups import GROUPS
    from copylint.report.paint import OutputRole
    from copylint.report.visible import safe
    from copylint.report.wrapping import hanging

    width = max(len(rule.id) for rule in members)
    yield look.painter.paint(name, OutputRole.STRONG)
    if name in GROUPS:
        yield from _wrapped(GROUPS[name].summary, look, "")
        yield ""
        yield from _wrapped(GROUPS[name].why, look)
        yield ""
        yield f"{_INDENT}{name} covers:"
    for rule in members:
        state = "on " if rule.default else "off"
        first = f"{_INDENT}{rule.id:<{width}}  {state}  "
        yield from hanging(first, safe(rule.summary), look.width)
    yield from _figures(name, look, sources)


def _rule(rule: Rule, look: Presentation, sources: RuleSources) -> Iterator[str]:
    from copylint.core.rule_groups import group_of
    from copylint.report.paint import OutputRole
    from copylint.runner.rule_pages import page_address, page_path

    paint = look.painter.paint
    state = "on by default" if rule.default else "off by default"
    yield paint(rule.id, OutputRole.STRONG)
    yield from _wrapped(rule.summary, look, "")
    yield ""
    yield from _wrapped(f"{state}, severity {rule.severity.label}, {_LEVELS[rule.level]}", look)
    yield from _wrapped(_SAFETY[rule.safety], look)
    if group_of(rule.id) != rule.id:
        yield f"{_INDENT}one of the rules of {group_of(rule.id)}"
    if rule.languages:
        yield f"{_INDENT}only in articles in {', '.join(rule.languages)}"
    if rule.owner:
        yield f"{_INDENT}owner: {rule.owner}"
    if rule.effective:
        yield f"{_INDENT}in force from {rule.effective}"
    if rule.why:
        yield from ("", paint("Why", OutputRole.STRONG))
        yield from _wrapped(rule.why, look)
    for said in dict.fromkeys(example.said for example in rule.bad if example.said):
        yield from ("", paint("If this was said", OutputRole.STRONG))
        for line in said.splitlines():
            yield from _wrapped(line, look)
    if rule.bad:
        yield from ("", paint("Reported", OutputRole.STRONG))
        for example in rule.bad:
            yield from _bad(example, look)
    if rule.good:
        yield from ("", paint("Left alone", OutputRole.STRONG))
        for passing in rule.good:
            yield from _wrapped(passing.text, look, mark="+ ")
    if rule.options:
        yield from ("", paint("Options", OutputRole.STRONG), f'{_INDENT}[rules."{rule.id}"]')
        for option in rule.options:
            yield from _option(option, look)
    yield from _figures(rule.id, look, sources)
    path = page_path(rule)
    page = page_address(rule) or (path and f"{path} in the documentation")
    if more := [each for each in (page, rule.link) if each]:
        yield from ("", paint("More", OutputRole.STRONG), *(_INDENT + each for each in more))


def _bad(example: Bad, look: Presentation) -> Iterator[str]:
    from copylint.report.paint import OutputRole
    from copylint.report.visible import fit, revealed

    yield from _wrapped(example.text, look, mark="- ")
    found = fit(revealed(example.found), max(look.width - 12, 20))
    yield f"{_INDENT}  {look.painter.paint(f'found: {found}', OutputRole.WARNING)}"
    if example.fixed is not None:
        fixed = _wrapped(example.fixed, look, mark="  fixed: ")
        yield from (look.painter.paint(line, OutputRole.FIX) for line in fixed)


def _option(option: Option, look: Presentation) -> Iterator[str]:
    yield f"{_INDENT}{option.name} = {_toml(option.default)}"
    yield from _wrapped(option.help, look, _INDENT * 2)


def _toml(value: bool | int | float | str | tuple[str, ...]) -> str:
    from copylint.report.finding_record import to_json

    # JSON writes these values as TOML does.
    return to_json(list(value) if isinstance(value, tuple) else value)


def _figures(name: str, look: Presentation, sources: RuleSources) -> Iterator[str]:
    from copylint.report.paint import OutputRole
    from copylint.runner.rule_metrics import figures, house_figures
    from copylint.runner.rules import house_rule_file

    path = house_rule_file(sources, name)
    table = figures() if path is None else house_figures(path)
    if measured := table.get(name):
        yield from ("", look.painter.paint("Measured", OutputRole.STRONG))
        yield from _wrapped(_measured(measured), look)


def _measured(measured: Measured) -> str:
    return (
        f"{measured.precision:.0%} of findings are errors, {measured.per_1000:.3g} findings per "
        f"1,000 words, on {measured.on} ({measured.when})"
    )


def _wrapped(text: str, look: Presentation, indent: str = _INDENT, mark: str = "") -> Iterator[str]:
    """``text`` line by line, safe for a terminal and wrapped, ``mark`` before the first."""
    from copylint.report.visible import safe

    hanging, room = indent + " " * len(mark), min(look.width, _WIDEST)
    for number, line in enumerate(text.splitlines() or [""]):
        first, shown = hanging if number else indent + mark, safe(line)
        if len(first) + len(shown) <= room:
            yield first + shown  # as it is: its spaces may be the fault
        else:
            yield from textwrap.wrap(
                shown,
                room,
                initial_indent=first,
                subsequent_indent=hanging,
                break_long_words=False,
                break_on_hyphens=False,
            )
