"""Read findings one by one, as a strict copy editor, and keep the verdicts.

    python benchmarks/accuracy/read.py draw --data EVAL --set news --count 200 --to FOLDER
    python benchmarks/accuracy/read.py keep FOLDER 2026-11
    python benchmarks/accuracy/read.py report

``draw`` runs copylint over a set (``real`` without ``--set``) and draws, with a fixed seed,
from its findings in clean copy, or from those that meet no labelled error where no copy is
clean. Those that an earlier reading holds keep their verdict; the others go to
``FOLDER/sheet.txt`` in their context, numbered. Write the verdicts into
``FOLDER/verdicts.txt``: a number and ``true`` (an editor would mend it), ``arguable`` (one
might) or ``false`` a line, with what you like after ``#``. ``keep`` stores the whole draw as
``benchmarks/accuracy/readings/NAME.jsonl``: places, rules and verdicts, nothing of the
text. ``report`` prints the share of true ones of each reading, and by rule of all.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # for peers, beside this folder

from checkers import configuration, copylint
from readings import READINGS, Share, carried, draw, files, judged, load, shares, store
from rows import read_rows, write_rows
from sets import SETS, open_set
from tables import in_context

from copylint.config.enums import Deep
from copylint.core.rule import Severity

_CONTEXT = 140


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("--set", choices=SETS, default="real")
    drawing.add_argument("--data", type=Path, required=True)
    drawing.add_argument("--count", type=int, default=200)
    drawing.add_argument("--seed", type=int, default=1)
    drawing.add_argument("--rule", default="", help="only rules that begin so")
    drawing.add_argument("--config", type=Path)
    drawing.add_argument("--grammar")
    drawing.add_argument("--deep", choices=[str(each) for each in Deep])
    drawing.add_argument(
        "--severity", default="warning", choices=[each.name.lower() for each in Severity]
    )
    drawing.add_argument("--findings", type=Path, help="kept by run.py --save")
    drawing.add_argument("--to", type=Path, required=True, help="a folder outside the checkout")
    keeping = commands.add_parser("keep")
    keeping.add_argument("folder", type=Path)
    keeping.add_argument("name")
    commands.add_parser("report")
    options = parser.parse_args()
    try:
        return {"draw": draw_sheet, "keep": keep, "report": report}[options.command](options)
    except (ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 2


def draw_sheet(options: argparse.Namespace) -> int:
    labelled = open_set(options.set, options.data)
    if options.findings:
        rows = read_rows(options.findings)
    else:
        config = configuration(options.config, options.grammar, (), deep=options.deep)
        rows = copylint(labelled, config, Severity[options.severity.upper()]).rows
    score = labelled.score(rows)
    # Where some copy is clean, what is found in it; else what meets no label.
    unmatched = [
        row for row in score.clean or score.unmatched if row["rule"].startswith(options.rule)
    ]
    drawn = draw(unmatched, options.count, options.seed)
    old, new = carried(drawn, load(files()))
    write_rows(options.to / "drawn.jsonl", drawn)
    sheet = [f"{n} {in_context(labelled, row, _CONTEXT)}\n" for n, row in enumerate(new, 1)]
    (options.to / "sheet.txt").write_text("".join(sheet), encoding="utf-8")
    print(
        f"{len(drawn)} of {len(unmatched)} findings drawn, {len(old)} of them read before; "
        f"{len(new)} to read in {options.to / 'sheet.txt'}"
    )
    return 0


def keep(options: argparse.Namespace) -> int:
    drawn = read_rows(options.folder / "drawn.jsonl")
    old, new = carried(drawn, load(files()))
    lines = (options.folder / "verdicts.txt").read_text(encoding="utf-8").splitlines()
    verdicts = [*old, *judged(new, lines)]
    store(READINGS / f"{options.name}.jsonl", verdicts)
    show(shares(verdicts))
    return 0


def report(_: argparse.Namespace) -> int:
    for file in files():
        whole = shares(load([file])).get("", Share(0, 0))
        print(f"{file.stem}: {whole.true} of {whole.read} true, {whole.value:.2f}")
    print("by rule, all readings:")
    show(shares(load(files())))
    return 0


def show(by_rule: dict[str, Share]) -> None:
    for rule, share in by_rule.items():
        print(f"  {rule or 'all':36} {share.true:4} of {share.read:4}  {share.value:.2f}")


if __name__ == "__main__":
    sys.exit(main())
