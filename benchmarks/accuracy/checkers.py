"""copylint and its peers on the documents of a set, with the time that each took."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from labelled import CACHE, LabelledSet
from peers import peer
from rows import Row, read_rows, write_rows

from copylint.config.enums import Deep
from copylint.config.load import load_config
from copylint.config.schema import Config
from copylint.core.rule import Severity
from copylint.runner.listed_rules import engine_names
from copylint.runner.pipeline import run
from copylint.runner.result import Input
from copylint.runner.rule_index import engine_tables
from copylint.runner.rules import all_rules


@dataclass(frozen=True, slots=True)
class Checked:
    """What a tool found; ``seconds`` is None if that was read from a file."""

    rows: list[Row]
    seconds: float | None = None


def configuration(
    file: Path | None,
    grammar: str | None,
    select: Sequence[str],
    extend: Sequence[str] = (),
    deep: str | None = None,
) -> Config:
    """The configuration in ``file`` (the defaults without one), with the rest on top.

    Raises ``ConfigError``.
    """
    loaded = load_config(
        Path.cwd(),
        explicit=file,
        isolated=file is None,
        rules=all_rules,
        engines=engine_names(),
        tables=engine_tables(),
    )
    config = loaded.config
    if grammar is not None:
        names = tuple(each for each in grammar.split(",") if each not in ("", "off", "none"))
        config = replace(config, grammar=names)
    if deep is not None:
        config = replace(config, deep=Deep(deep))
    if select:
        config = replace(config, select=tuple(select))
    return replace(config, extend_select=(*config.extend_select, *extend))


def copylint(labelled: LabelledSet, config: Config, least: Severity = Severity.WARNING) -> Checked:
    """What copylint finds at severity ``least`` and above."""
    documents = labelled.paths
    began = time.perf_counter()
    result = run([Input(str(path)) for path in documents.values()], config)
    seconds = time.perf_counter() - began
    for file in result.errors:
        print("ERROR", file.path, file.error)
    for error in result.engine_errors:
        print("ERROR", error)
    by_path = {str(path): doc_id for doc_id, path in documents.items()}
    return Checked(
        [
            {
                "doc_id": by_path[finding.path],
                "start": finding.span.start,
                "end": finding.span.end,
                "suggestions": list(finding.replacements),
                "rule": finding.rule,
                "severity": finding.severity.name.lower(),
            }
            for finding in result.findings
            if finding.severity >= least
        ],
        seconds,
    )


def by_peer(name: str, labelled: LabelledSet, *, fresh: bool = False) -> Checked:
    """What a peer finds; kept in a cache folder, since peers do not change.

    Raises ``PeerError``.
    """
    kept = CACHE / "peers" / f"{name}-{_digest(labelled.paths)}.jsonl"
    if kept.is_file() and not fresh:
        return Checked(read_rows(kept))
    by_path = {path: doc_id for doc_id, path in labelled.paths.items()}
    began = time.perf_counter()
    alarms = peer(name).check(list(by_path))
    seconds = time.perf_counter() - began
    rows: list[Row] = [
        {
            "doc_id": by_path[alarm.path],
            "start": alarm.start,
            "end": alarm.end,
            "suggestions": list(alarm.suggestions),
            "rule": alarm.rule,
        }
        for alarm in alarms
    ]
    write_rows(kept, rows)
    return Checked(rows, seconds)


def _digest(documents: Mapping[str, Path]) -> str:
    return hashlib.sha256("\n".join(documents).encode()).hexdigest()[:12]
