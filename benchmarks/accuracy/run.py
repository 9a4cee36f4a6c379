"""Run copylint over a labelled set and score it.

    python benchmarks/accuracy/run.py seeded --data EVAL [--show-fp 40] [--show-missed CLASS]
    python benchmarks/accuracy/run.py real --data EVAL [--show-fp 40] [--show-missed CLASS]

EVAL is a folder with ``seeded/`` and ``real/`` sets and their scorers. Findings are
kept in a cache folder; ``--rule PREFIX`` narrows what ``--show-fp`` prints.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import tarfile
import tempfile
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

from copylint.config.schema import Config
from copylint.model.rule import Severity
from copylint.run.inspect import Input
from copylint.run.pipeline import run

CACHE = Path(tempfile.gettempdir()) / "copylint-accuracy"

Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("set", choices=("seeded", "real"))
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", default="dev")
    parser.add_argument("--select", action="append", default=[])
    parser.add_argument("--grammar", default="harper")
    parser.add_argument("--show-fp", type=int, default=0)
    parser.add_argument("--show-missed", default="")
    parser.add_argument("--rule", default="")
    options = parser.parse_args()
    grammar = tuple(name for name in options.grammar.split(",") if name not in ("", "off"))
    config = Config(grammar=grammar, select=tuple(options.select))
    (seeded if options.set == "seeded" else real)(options, config)


def seeded(options: argparse.Namespace, config: Config) -> None:
    base = options.data / "seeded"
    findings = lint(base / options.split, config)
    clean = lint(base / f"clean_{options.split}", config)
    scorer = load_module(base / "score.py")
    figures, false, missed, _hits = scorer.score(str(base), options.split, findings, clean)
    print(
        f"findings {figures['findings']}  precision {figures['P']:.3f}  recall {figures['R']:.3f}"
        f"  F0.5 {figures['F05']:.3f}  first suggestion {figures['first_sugg']:.3f}"
        f"  decoys hit {figures['decoys_hit']}/{figures['decoys']}"
        f"  clean per 1,000 words {figures['clean_per_1k']:.2f}"
    )
    for name, (hit, total) in figures["recall"].items():
        print(
            f"  {name:18} {hit:4}/{total:<4} {hit / total:5.0%}"
            f"  first right {figures['right'].get(name, 0)}/{hit}"
        )
    print("  decoys", {k: v for k, v in figures["decoy_kinds"].items() if v[0]})
    per_rule(Counter(f["rule"] for f in findings), Counter(f[1]["rule"] for f in false))
    print("  clean", Counter(f["rule"] for f in clean).most_common())
    shown = [f for f in false if f[1]["rule"].startswith(options.rule)]
    for doc, finding, _ in shown[: options.show_fp]:
        show(base / options.split / f"{doc}.txt", finding)
    if options.show_fp:
        print("--- clean")
        for finding in [f for f in clean if f["rule"].startswith(options.rule)][: options.show_fp]:
            show(base / f"clean_{options.split}" / f"{finding['doc_id']}.txt", finding)
    for doc, gold in missed:
        if gold["class"] == options.show_missed:
            text = (base / options.split / f"{doc}.txt").read_text(encoding="utf-8")
            around = text[max(0, gold["start"] - 60) : gold["end"] + 60]
            print("MISSED", doc, repr(gold["error"]), "->", repr(gold["correction"]), repr(around))


def real(options: argparse.Namespace, config: Config) -> None:
    base = options.data / "real"
    docs = CACHE / "docs"
    if not docs.is_dir():
        CACHE.mkdir(parents=True, exist_ok=True)
        with tarfile.open(base / "docs.tar.xz") as archive:
            archive.extractall(CACHE, filter="data")
    labels = rows(base / "labels.jsonl")
    names = sorted({row["doc_id"] for row in labels})
    findings = lint_files([docs / name for name in names], config, names)
    scorer = load_module(base / "score.py")
    figures = scorer.score(labels, findings, str(docs))
    for name, total in sorted(figures["gold"].items(), key=lambda pair: -pair[1]):
        found, first = figures["found"][name], figures["c1"][name]
        print(f"  {name:16} {total:5}  recall {found / total:5.0%}  c@1 {first / total:5.0%}")
    unmatched = figures["findings"] - figures["tp"]
    print(
        f"findings {figures['findings']}  matched {figures['tp']}  unmatched per 1,000 words "
        f"{1000 * unmatched / figures['words']:.2f}  words {figures['words']}"
    )
    by_doc: dict[str, list[Row]] = {}
    for gold in labels:
        by_doc.setdefault(gold["doc_id"], []).append(gold)
    texts: dict[str, str] = {}
    false, zones = [], {}
    for name in names:
        texts[name] = (docs / name).read_bytes().decode()
        zones[name] = [(scorer.zone(texts[name], g), g) for g in by_doc[name]]
    caught: set[int] = set()
    for finding in findings:
        matched = [g for zone, g in zones[finding["doc_id"]] if scorer.hits(zone, finding)]
        caught |= {id(g) for g in matched}
        if not matched:
            false.append(finding)
    per_rule(Counter(f["rule"] for f in findings), Counter(f["rule"] for f in false))
    shown = [f for f in false if f["rule"].startswith(options.rule)]
    random.Random(1).shuffle(shown)
    for finding in shown[: options.show_fp]:
        show(docs / finding["doc_id"], finding)
    for gold in labels:
        if gold["class"] == options.show_missed and id(gold) not in caught:
            around = texts[gold["doc_id"]][max(0, gold["start"] - 50) : gold["end"] + 50]
            print("MISSED", repr(gold["error"]), "->", repr(gold["correction"]), repr(around))


def per_rule(findings: Counter[str], false: Counter[str]) -> None:
    for rule, count in findings.most_common():
        print(f"  {rule:32} {count:5} findings, {count - false[rule]:5} matched")


def show(path: Path, finding: Row) -> None:
    text = path.read_bytes().decode()
    start, end = finding["start"], finding["end"]
    before = text[max(0, start - 60) : start]
    print(
        "UNMATCHED",
        finding["rule"],
        path.name,
        repr(f"{before}⟦{text[start:end]}⟧{text[end : end + 60]}"),
        finding["suggestions"][:3],
    )


def lint(folder: Path, config: Config) -> list[Row]:
    paths = sorted(folder.glob("*.txt"))
    return lint_files(paths, config, [path.stem for path in paths])


def lint_files(paths: list[Path], config: Config, names: list[str]) -> list[Row]:
    result = run([Input(str(path)) for path in paths], config)
    by_path = dict(zip(map(str, paths), names, strict=True))
    for file in result.errors:
        print("ERROR", file.path, file.error)
    return [
        {
            "doc_id": by_path[finding.path],
            "start": finding.span.start,
            "end": finding.span.end,
            "suggestions": list(finding.replacements),
            "rule": finding.rule,
        }
        for finding in result.findings
        if finding.severity >= Severity.WARNING
    ]


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def load_module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"scorer_{path.parent.name}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
