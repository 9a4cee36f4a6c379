"""Install the tools that the benchmarks compare copylint with.

    python benchmarks/peers/install.py [NAME ...]    all of them if none is named

Uses pip, npm, Go, Cargo and Maven as they stand on this machine, with the user's own settings.
Everything goes into a cache folder outside the checkout (``$XDG_CACHE_HOME/copylint``);
deleting that removes it. What cannot be had is said, and the benchmarks do without it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from peers import PROGRAMS, PeerError
from peers.base import cache_folder


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PROGRAMS))
    names = parser.parse_args().names or list(PROGRAMS)
    if unknown := sorted(set(names) - set(PROGRAMS)):
        parser.error(f"no such peer: {', '.join(unknown)}; there are {', '.join(PROGRAMS)}")
    missing = 0
    for name in names:
        try:
            if PROGRAMS[name].locate().command is None:
                PROGRAMS[name].install(cache_folder(name))
        except PeerError as error:
            print(f"{name}: {error}")
        found = PROGRAMS[name].locate()
        missing += found.command is None
        print(f"{name}: {' '.join(found.command) if found.command else found.reason}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
