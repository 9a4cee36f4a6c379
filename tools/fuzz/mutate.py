"""Fuzz the targets without atheris: seeds are mutated by chance, and lines reached are counted.

    python tools/fuzz/mutate.py [TARGET ...] [--seconds 600] [--seed 7] [--corpus FOLDER]

The time is shared by the targets (all, unless some are named), so that small readers get a
hundred thousand inputs a minute. An input that breaks a target, or takes more than ten seconds
of processor time, is written to the folder of the corpus and the exit code is 1. Every 200th
input is traced; the table tells how many inputs each target had, and how many lines of copylint
they reached. ``tools/fuzz/nightly.sh`` runs this for a night, or for ten minutes.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

from targets import targets

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "fuzz" / "corpus"
_PACKAGE = str(ROOT / "copylint")
_SECONDS_EACH = 10.0
_TRACED = 200
_LONGEST = 4096
_POOL = 400
# What readers look for, put in at any place.
_WORDS = (
    *(b"\0", b"\n", b"\r\n", b"\\", b'"', b"'", b"[", b"]", b"{", b"}", b"(", b")", b"*", b"**"),
    *(b"/", b"!", b"#", b"::", b"##[", b"%", b"\xff", b"\xef\xbb\xbf", b"\xe2\x80\xa8"),
    *(b"extends: existence\n", b"tokens:\n- ", b"raw:\n- ", b"(?:", b"{1000}", b"(?R)", b"|"),
    *(b"[tool.copylint]\n", b"ignore = [", b"packs = [", b"true", b"0", b"-1", b"1e999", b"[^"),
    *(b'"version": 1', b'"findings": [', b'"path": "', b'"count": ', b":100644 100644 "),
    *(b"120000", b"160000", b"R100\0", b"StylesPath = ", b"[*]\n", b"BasedOnStyles", b"&#"),
)


class Broken(Exception):
    """An input broke its target."""


def mutated(data: bytes, dice: random.Random, others: Sequence[bytes]) -> bytes:
    """``data`` with one to four changes."""
    held = bytearray(data)
    for _ in range(dice.randint(1, 4)):
        at = dice.randint(0, len(held))
        how = dice.randrange(6)
        if how == 0:
            held[at : at + dice.randint(1, 8)] = b""
        elif how == 1:
            held[at:at] = dice.choice(_WORDS)
        elif how == 2 and held:
            held[min(at, len(held) - 1)] = dice.randrange(256)
        elif how == 3:
            length = dice.randint(1, 40)
            held[at:at] = held[at : at + length] * dice.choice((1, 2, 9))
        elif how == 4:
            other = dice.choice(others)
            start = dice.randint(0, len(other))
            held[at:at] = other[start : start + dice.randint(1, 60)]
        else:
            held[at : at + 4] = dice.randbytes(dice.randint(0, 4))
    return bytes(held[:_LONGEST])


class Lines:
    """The lines of copylint that traced inputs have reached."""

    def __init__(self) -> None:
        self.reached: set[tuple[str, int]] = set()

    def run(self, action: Callable[[bytes], None], data: bytes) -> bool:
        """Trace one input; whether it reached anything new."""
        before = len(self.reached)
        sys.settrace(self._call)
        try:
            action(data)
        finally:
            sys.settrace(None)
        return len(self.reached) > before

    def _call(self, frame: FrameType, event: str, _: Any) -> Any:
        return self._line if frame.f_code.co_filename.startswith(_PACKAGE) else None

    def _line(self, frame: FrameType, event: str, _: Any) -> Any:
        if event == "line":
            self.reached.add((frame.f_code.co_filename, frame.f_lineno))
        return self._line


def fuzz(
    name: str,
    action: Callable[[bytes], None],
    seconds: float,
    seed: int,
    corpus: Path,
    at_least: int = 0,
) -> tuple[int, int, float]:
    """Inputs, lines reached and the slowest input in seconds. Raises ``Broken``.

    It goes on for ``seconds``, and until ``at_least`` inputs are through.
    """
    folder = CASES / name
    seeds = [path.read_bytes() for path in sorted(folder.glob("*"))] if folder.is_dir() else []
    pool = [*seeds, b""]
    dice = random.Random(f"{name} {seed}")
    lines, done, slowest = Lines(), 0, 0.0
    until = time.monotonic() + seconds
    while done < at_least or time.monotonic() < until:
        # The seeds go first, as they are: what they reach is known from then on.
        data = seeds[done] if done < len(seeds) else mutated(dice.choice(pool), dice, pool)
        traced = done % _TRACED == 0 or done < len(pool)
        began = time.process_time()
        try:
            if not traced:
                action(data)
            elif lines.run(action, data) and len(pool) < _POOL:
                pool.append(data)
        except Exception as error:
            _keep(corpus, name, data)
            raise Broken(f"{name}: {traceback.format_exc()}") from error
        took = time.process_time() - began
        if not traced:
            slowest = max(slowest, took)
            if took > _SECONDS_EACH:
                _keep(corpus, name, data)
                raise Broken(f"{name}: an input took {took:.1f} s")
        done += 1
    return done, len(lines.reached), slowest


def _keep(corpus: Path, name: str, data: bytes) -> None:
    folder = corpus / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"crash-{abs(hash(data)):016x}").write_bytes(data)


def main() -> None:
    """Run as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("targets", nargs="*")
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--corpus", type=Path, default=Path("fuzz-corpus"))
    asked = parser.parse_args()
    known = targets()
    names = asked.targets or list(known)
    total, failed = 0, False
    sys.stdout.write(f"{'target':<16}{'inputs':>10}{'lines':>8}{'slowest':>10}\n")
    for name in names:
        try:
            done, reached, slowest = fuzz(
                name, known[name], asked.seconds / len(names), asked.seed, asked.corpus
            )
        except Broken as broken:
            failed = True
            sys.stdout.write(f"{broken}\n")
            continue
        total += done
        sys.stdout.write(f"{name:<16}{done:>10,}{reached:>8,}{slowest:>9.2f}s\n")
        sys.stdout.flush()
    sys.stdout.write(f"{'all':<16}{total:>10,}\n")
    sys.exit(failed)


if __name__ == "__main__":
    main()
