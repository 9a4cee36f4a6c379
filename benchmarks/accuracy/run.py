"""Run copylint, and its peers beside it, over a labelled set and score them.

    python benchmarks/accuracy/run.py seeded --data EVAL [--show-fp 40] [--show-missed CLASS]
    python benchmarks/accuracy/run.py real --data EVAL --sample 5 --peers harper,cspell,vale

    python benchmarks/accuracy/run.py pairs --data EVAL --severity suggestion \\
        --peers languagetool,languagetool-grammar,harper

EVAL is a folder with ``seeded/``, ``real/`` and ``pairs/`` and their scorers; ``news`` is
what is clean in them, with the corpus beside EVAL. copylint runs with its defaults, or with
``--config FILE``, ``--grammar ENGINES``, ``--deep WHEN`` and ``--select RULES`` on top;
findings of ``--severity`` (warning) and above count. ``--rule PREFIX`` narrows what
``--show-fp`` prints. ``--save FILE`` keeps copylint's findings, ``--findings FILE`` scores
kept ones, of any tool, in place of a run. ``benchmarks/peers/install.py`` gets the peers.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # for peers, beside this folder

from checkers import Checked, by_peer, configuration, copylint
from labelled import LabelledSet, Score
from peers import PEERS, PeerError, peer
from rows import read_rows, write_rows
from sets import CLEAN, SAMPLED, SETS, open_set
from tables import print_false, print_missed, print_rules, print_score, print_tools

from copylint.config.enums import Deep
from copylint.core.errors import ConfigError
from copylint.core.rule import Severity


def main() -> int:
    options = arguments()
    labelled = open_set(options.set, options.data, split=options.split, sample=options.sample)
    try:
        checked = own(options, labelled)
    except ConfigError as error:
        print(error, file=sys.stderr)
        return 2
    if options.save:
        write_rows(options.save, checked.rows)
    score = labelled.score(checked.rows)
    print_score(score)
    print_rules(checked.rows, score)
    print_false(labelled, score, options.rule, options.show_fp)
    print_missed(labelled, score.missed, options.show_missed)
    if options.peers:
        beside(options, labelled, score, checked.seconds)
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("set", choices=SETS)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", default="dev", help="of the seeded set or the pairs")
    parser.add_argument("--sample", type=int, default=1, help="every Nth document")
    parser.add_argument("--config", type=Path, help="a configuration file of copylint's")
    parser.add_argument("--grammar", help="engines apart by commas, or off")
    parser.add_argument("--deep", choices=[str(each) for each in Deep], help="when it runs")
    parser.add_argument(
        "--severity", default="warning", choices=[each.name.lower() for each in Severity]
    )
    parser.add_argument("--select", action="append", default=[])
    parser.add_argument("--extend-select", action="append", default=[])
    parser.add_argument("--save", type=Path)
    parser.add_argument("--findings", type=Path)
    parser.add_argument("--peers", default="", help="all, or some of " + ",".join(PEERS))
    parser.add_argument("--fresh", action="store_true", help="run peers anew")
    parser.add_argument("--show-fp", type=int, default=0)
    parser.add_argument("--show-missed", default="", metavar="CLASS")
    parser.add_argument("--rule", default="", metavar="PREFIX")
    options = parser.parse_args()
    if options.sample < 1:
        parser.error("--sample must be 1 or more")
    if options.sample > 1 and options.set not in SAMPLED:
        parser.error(f"--sample is of no use with {options.set}")
    if options.set in CLEAN and (options.peers or options.show_missed):
        parser.error(f"nothing is labelled in {options.set}: no --peers, no --show-missed")
    options.peers = list(PEERS) if options.peers == "all" else options.peers.split(",")
    options.peers = [name for name in options.peers if name]
    if unknown := set(options.peers) - set(PEERS):
        parser.error(f"no such peer: {', '.join(sorted(unknown))}; there are {', '.join(PEERS)}")
    return options


def own(options: argparse.Namespace, labelled: LabelledSet) -> Checked:
    if options.findings:
        kept = read_rows(options.findings)
        return Checked([row for row in kept if row["doc_id"] in labelled.paths])
    config = configuration(
        options.config, options.grammar, options.select, options.extend_select, options.deep
    )
    return copylint(labelled, config, Severity[options.severity.upper()])


def beside(
    options: argparse.Namespace, labelled: LabelledSet, score: Score, seconds: float | None
) -> None:
    scores = {"copylint": (score, seconds)}
    for name in options.peers:
        try:
            checked = by_peer(name, labelled, fresh=options.fresh)
        except PeerError as error:
            print(f"{name}: {error}", file=sys.stderr)
            continue
        scores[name] = (labelled.score(checked.rows), checked.seconds)
    print(f"\n{len(labelled.paths)} documents; peers:")
    for name in options.peers:
        print(f"  {name}: {peer(name).settings}")
    print_tools(scores)


if __name__ == "__main__":
    sys.exit(main())
