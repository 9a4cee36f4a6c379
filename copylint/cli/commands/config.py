"""``copylint config``: what each key of the configuration means, and where it is set."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from copylint.cli.choices import TableFormat
from copylint.cli.completion import complete_keys
from copylint.cli.exits import CLEAN, FAILED, UsageError, complain, stdout_may_close
from copylint.cli.option_table import arguments, flag
from copylint.cli.shared_options import ColorOptions, ConfigOptions, TableOptions
from copylint.cli.terminal import presentation

if TYPE_CHECKING:
    from copylint.config.key import Key
    from copylint.config.set_values import SetValue
    from copylint.report.base import Presentation

_INDENT = "  "
_WIDEST = 90


class ConfigCommandOptions(ConfigOptions, TableOptions, ColorOptions):
    """The options of ``copylint config``."""

    keys = arguments(
        "KEY",
        help="Keys to explain, such as 'language' or 'vocabulary.accept'; a table for all of its "
        "keys.",
        required=False,
        complete=complete_keys,
    )
    schema = flag(
        "--schema",
        help="Print the JSON schema of the configuration, with the rules that exist here.",
    )


def config(options: ConfigCommandOptions) -> int:
    """List the keys of the configuration, or explain some.

    Of each key: its type, default and meaning, an example, and where it is set for the current
    folder.
    """
    from copylint.core.errors import ConfigError

    if options.schema:
        return _print_schema(options)
    known = _known_keys()
    chosen = [key for name in options.keys for key in _meant(name, known)] or known
    code = CLEAN
    try:
        found = _set_values(options, chosen)
    except ConfigError as error:
        complain(str(error))
        found, code = {}, FAILED
    look = presentation(options.color)
    with stdout_may_close():
        if options.output_format is TableFormat.JSON:
            from copylint.report.finding_record import to_json

            records = [_record(key, found.get(key.name, [])) for key in chosen]
            sys.stdout.write(to_json(records, indent=2) + "\n")
        elif options.keys:
            blocks = ["\n".join(_explained(key, found.get(key.name, []), look)) for key in chosen]
            sys.stdout.write("\n\n".join(blocks) + "\n")
        else:
            sys.stdout.writelines(line + "\n" for line in _table(chosen, found, look))
    return code


def _known_keys() -> list[Key]:
    from copylint.config.key import engine_keys
    from copylint.config.keys import KEYS
    from copylint.runner.rule_index import engine_tables

    engines = (engine_keys(name, table()) for name, table in engine_tables().items())
    return [*KEYS, *(key for keys in engines for key in keys)]


def _meant(name: str, known: Sequence[Key]) -> list[Key]:
    """The keys that ``name`` means: one key, or all keys of a table. Raises ``UsageError``."""
    from copylint.core.selector import nearest

    written = name.removeprefix("tool.copylint.").replace("_", "-")
    found = [key for key in known if key.name == written or key.name.startswith(f"{written}.")]
    if not found and written.startswith("rules."):
        found = [key for key in known if key.name.startswith("rules.")]
    if not found and written.partition(".")[0] in ("severity", "per-file-ignores", "format-of"):
        found = [key for key in known if key.name == written.partition(".")[0]]
    if not found:
        meant = nearest(written, [key.name for key in known])
        hint = f"; did you mean '{meant}'?" if meant else "; 'copylint config' lists them"
        raise UsageError(f"'{name}' is not a setting{hint}", "KEY")
    return found


def _set_values(options: ConfigOptions, keys: Sequence[Key]) -> dict[str, list[SetValue]]:
    """Where each of ``keys`` is set, the file that wins first. Raises ``ConfigError``."""
    from copylint.cli.inputs import load_with_files
    from copylint.config.set_values import set_values

    files = load_with_files(["."], options).files
    explicit = options.config is not None
    return {key.name: set_values(key.name, files, wanted=explicit) for key in keys}


def _table(
    keys: Sequence[Key], found: dict[str, list[SetValue]], look: Presentation
) -> Iterator[str]:
    from copylint.report.paint import OutputRole
    from copylint.report.visible import fit, safe

    width = max(len(key.name) for key in keys)
    yield look.painter.paint(f"{'key':<{width}}  value", OutputRole.FAINT)
    for key in keys:
        values = found.get(key.name, [])
        default = key.default.replace("`", "")
        shown = f"{values[0].value}  ({values[0].place})" if values else default
        # Padding after painting would count the colours as letters.
        name = f"{key.name:<{width}}"
        role = OutputRole.STRONG if values else OutputRole.FAINT
        rest = fit(safe(shown), max(look.width - width - 2, 20))
        yield f"{look.painter.paint(name, role)}  {rest}"


def _explained(key: Key, values: Sequence[SetValue], look: Presentation) -> Iterator[str]:
    from copylint.report.paint import OutputRole
    from copylint.report.visible import fit, safe

    paint = look.painter.paint
    yield paint(key.name, OutputRole.STRONG)
    yield from textwrap.wrap(_plain(key.help), min(look.width, _WIDEST), break_on_hyphens=False)
    yield ""
    yield f"{_INDENT}value    {_plain(key.value)}"
    yield f"{_INDENT}default  {_plain(key.default)}"
    for number, each in enumerate(values):
        label = "set" if number == 0 else "below"
        yield fit(f"{_INDENT}{label:<7}  {safe(each.value)}  ({safe(each.place)})", look.width)
    if not values:
        yield f"{_INDENT}set      nowhere"
    yield ""
    yield paint("Example", OutputRole.STRONG)
    yield from textwrap.indent(key.example, _INDENT).splitlines()


def _plain(markdown: str) -> str:
    """``markdown`` for a terminal: literals lose their backticks."""
    return markdown.replace("`", "")


def _record(key: Key, values: Sequence[SetValue]) -> dict[str, Any]:
    return {
        "key": key.name,
        "value": _plain(key.value),
        "default": _plain(key.default),
        "meaning": _plain(key.help),
        "example": key.example,
        "set": [{"value": each.value, "place": each.place} for each in values],
    }


def _print_schema(options: ConfigOptions) -> int:
    from copylint.cli.inputs import load
    from copylint.config.json_schema import json_schema
    from copylint.config.keys import KEYS
    from copylint.report.finding_record import to_json
    from copylint.runner.listed_rules import engine_names
    from copylint.runner.rules import all_rules

    extra = [key for key in _known_keys() if key not in KEYS]
    rules = all_rules(load(["."], options).rule_sources)
    with stdout_may_close():
        sys.stdout.write(to_json(json_schema(engine_names(), extra, rules), indent=2) + "\n")
    return CLEAN
