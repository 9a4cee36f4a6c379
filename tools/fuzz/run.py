"""Fuzz one target, guided by coverage, for some seconds; what breaks it is kept.

    python tools/fuzz/run.py TARGET [--seconds 600] [--corpus FOLDER]

Needs atheris. Seeds are the cases in ``tests/fuzz/corpus/TARGET``. An input that breaks the
target (a traceback, a broken law, ten seconds, two gigabytes) is written to the folder of the
corpus as ``crash-…``, ``timeout-…`` or ``oom-…``; put it, made small, among the cases, where
the tests run it from then on. ``--list`` names the targets.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "fuzz" / "corpus"
_SECONDS_EACH, _MEGABYTES = 10, 2048


def main() -> None:
    """Run the target that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target", nargs="?", default="")
    parser.add_argument("--list", action="store_true", help="name the targets")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--corpus", type=Path, default=Path("fuzz-corpus"))
    asked = parser.parse_args()

    import atheris

    with atheris.instrument_imports(include=["copylint"]):
        from targets import targets

        known = targets()
    if asked.list or asked.target not in known:
        sys.stdout.write("\n".join(known) + "\n")
        sys.exit(0 if asked.list else 2)
    found = asked.corpus / asked.target
    found.mkdir(parents=True, exist_ok=True)
    cases = CASES / asked.target
    run = known[asked.target]

    def once(data: bytes) -> None:
        run(data)

    arguments = [
        sys.argv[0],
        f"-max_total_time={asked.seconds}",
        f"-timeout={_SECONDS_EACH}",
        f"-rss_limit_mb={_MEGABYTES}",
        "-max_len=4096",
        f"-artifact_prefix={found}/",
        "-print_final_stats=1",
        str(found),
    ]
    if cases.is_dir():
        arguments.append(str(cases))
    atheris.Setup(arguments, once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
