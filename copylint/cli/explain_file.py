"""``copylint explain FILE``: what applies to a file, and why."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from copylint.cli.inputs import load_with_files
from copylint.cli.shared_options import ConfigOptions
from copylint.report.visible import fit, safe
from copylint.report.wording import counted

if TYPE_CHECKING:
    from copylint.config.schema import Config
    from copylint.report.base import Presentation
    from copylint.runner.file_explanation import FileFacts

_INDENT = "  "
_KEY = 14


def file_lines(path: str, look: Presentation) -> Iterator[str]:
    """The lines that explain the file at ``path``. Raises ``InputError`` or ``ConfigError``."""
    from copylint.report.paint import OutputRole
    from copylint.runner.file_explanation import about

    loaded = load_with_files([path], ConfigOptions())
    facts = about(path, loaded)
    yield look.painter.paint(safe(path), OutputRole.STRONG)
    for key, value in _rows(facts, loaded.config, [os.path.relpath(f) for f in loaded.files]):
        yield fit(f"{_INDENT}{key:<{_KEY}}{safe(value)}".rstrip(), look.width)


def _rows(facts: FileFacts, config: Config, files: list[str]) -> Iterator[tuple[str, str]]:
    by = "by its suffix" if facts.suffix_known else "because no format has its suffix"
    by = "by the configuration" if facts.said else by
    yield "format", f"{facts.format}, {by}"
    passed = f"passed over: {facts.left_out}" if facts.left_out else "checked"
    if not facts.left_out and not facts.taken:
        passed = "passed over: no format has its suffix"
        if facts.suffix_known:
            passed = "passed over: files like it are checked only if you name them"
    yield "in folders", passed
    yield "configuration", ", ".join(files) or "none: every setting has its default"
    yield "language", _language(facts)
    yield "rules", f"{counted(facts.by_default, 'rule')} on by default run"
    for name, reason in facts.off:
        yield "", f"off: {name}, {reason}"
    for name, reason in facts.on:
        yield "", f"on: {name}, {reason}"
    yield "engines", _engines(config)
    if config.packs or config.vale:
        sources = [*config.packs, *([config.vale] if config.vale else [])]
        yield "rule files", ", ".join(os.path.relpath(each) for each in sources)
    for rule, options in config.rules.items():
        for name, value in options.items():
            yield "options", f"{rule}: {name} = {value}"
    for rule, severity in config.severity.items():
        yield "severity", f"{rule}: {severity.label}"
    accepted, rejected = len(config.vocabulary.accept), len(config.vocabulary.reject)
    if accepted or rejected or config.names:
        yield (
            "vocabulary",
            f"{accepted:,} accepted, {rejected:,} rejected, {counted(len(config.names), 'name')}",
        )
    for comment in facts.comments:
        yield "comments", comment


def _engines(config: Config) -> str:
    from copylint.runner.deep_policy import ENGINE, apply_deep_policy

    applied = apply_deep_policy(config)
    gated = f"{ENGINE} with its gate" if applied.deep_gate else ENGINE
    return ", ".join(gated if name == ENGINE else name for name in applied.grammar) or "none"


def _language(facts: FileFacts) -> str:
    if facts.language != "auto":
        return f"{facts.language}, by the configuration"
    words = ", ".join(f"'{word}'" for word in facts.telling)
    return f"{facts.dialect}, {f'decided by {words}' if words else 'as no spelling decides'}"
