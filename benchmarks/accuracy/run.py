"""Run copylint, and its peers beside it, over a labelled set and score them.

    python benchmarks/accuracy/run.py seeded --data EVAL [--show-fp 40] [--show-missed CLASS]
    python benchmarks/accuracy/run.py real --data EVAL --sample 5 --peers harper,cspell,vale

EVAL is a folder with ``seeded/`` and ``real/`` sets and their scorers. copylint runs with
its defaults, or with ``--config FILE``, ``--grammar ENGINES`` and ``--select RULES`` on
top; findings of severity warning and above count. ``--rule PREFIX`` narrows what
``--show-fp`` prints. ``--save FILE`` keeps copylint's findings, ``--findings FILE`` scores
kept ones, of any tool, in place of a run. ``benchmarks/peers/install.py`` gets the peers.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # for peers, beside this folder

from checkers import Checked, by_peer, configuration, copylint
from labelled import LabelledSet, Score, open_set
from peers import PEERS, PeerError, peer
from rows import read_rows, write_rows
from tables import print_false, print_missed, print_rules, print_score, print_tools

from copylint.core.errors import ConfigError


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
    parser.add_argument("set", choices=("seeded", "real"))
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", default="dev", help="of the seeded set")
    parser.add_argument("--sample", type=int, default=1, help="every Nth document of the real set")
    parser.add_argument("--config", type=Path, help="a configuration file of copylint's")
    parser.add_argument("--grammar", help="engines apart by commas, or off")
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
    options.peers = list(PEERS) if options.peers == "all" else options.peers.split(",")
    options.peers = [name for name in options.peers if name]
    if unknown := set(options.peers) - set(PEERS):
        parser.error(f"no such peer: {', '.join(sorted(unknown))}; there are {', '.join(PEERS)}")
    return options


def own(options: argparse.Namespace, labelled: LabelledSet) -> Checked:
    if options.findings:
        kept = read_rows(options.findings)
        return Checked([row for row in kept if row["doc_id"] in labelled.paths])
    config = configuration(options.config, options.grammar, options.select, options.extend_select)
    return copylint(labelled, config)


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
