"""Change logic at random places and see whether the tests notice.

    python tools/mutation_sample.py [--count 30] [--seed N] [MODULE …]

Each mutation is made in a copy of the checkout, where the tests of its package run; one that
no test notices is printed as survived, with its place, for someone to add the test or to say
why the two programs are the same. Mutations are swapped comparisons, ``and`` for ``or``, a
``not`` added or dropped, and numbers moved by one (the operators of Offutt and others 1996
that find most). MODULE is a path below ``copylint/``; without one all modules are drawn from.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
#: Comparisons as they are written, and what each is changed into.
_SWAPS: dict[type[ast.cmpop], tuple[str, str]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
}
#: Tests that run for every package besides its own folder.
_ALWAYS = ("tests/test_examples.py", "tests/test_seeds.py")

#: Folders of tests that hold a package to its word besides its own.
_ALSO = {
    "language": ("checks",),
    "analysis": ("checks",),
    "models": ("checks",),
    "core": ("office", "report", "config"),
    "inventory": ("plugins",),
}


class Mutation(NamedTuple):
    """Replace ``old`` by ``new`` at bytes ``start`` to ``end`` of a file."""

    path: Path
    start: int
    end: int
    old: str
    new: str
    line: int


def mutations(path: Path) -> Iterator[Mutation]:
    """Every mutation of the module at ``path``."""
    data = path.read_bytes()
    starts = [0]
    for line in data.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def span(node: ast.expr) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        first = starts[node.lineno - 1] + node.col_offset
        return first, starts[node.end_lineno - 1] + node.end_col_offset

    def between(left: ast.expr, right: ast.expr, old: str, new: str) -> Iterator[Mutation]:
        start, end = span(left)[1], span(right)[0]
        text = data[start:end].decode()
        at = text.find(old)
        if at >= 0 and text.count(old) == 1:
            start += len(text[:at].encode())
            yield Mutation(path, start, start + len(old.encode()), old, new, left.lineno)

    for node in ast.walk(ast.parse(data)):
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            yield from between(node.left, node.comparators[0], *_SWAPS[type(node.ops[0])])
        elif isinstance(node, ast.BoolOp):
            old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
            yield from between(node.values[0], node.values[1], old, new)
        elif isinstance(node, ast.If | ast.While):
            start, end = span(node.test)
            old = data[start:end].decode()
            yield Mutation(path, start, end, old, f"not ({old})", node.lineno)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
            number = node.right
            if isinstance(number, ast.Constant) and type(number.value) is int:
                start, end = span(number)
                yield Mutation(
                    path, start, end, str(number.value), str(number.value + 1), node.lineno
                )


def tests_of(module: Path) -> list[str]:
    """The tests that concern ``module``, a path below ``copylint/``."""
    package = module.parts[0]
    folders = [package, *_ALSO.get(package, ())]
    there = [f"tests/{each}" for each in folders if (ROOT / "tests" / each).is_dir()]
    return [*_ALWAYS, *(there or ["tests/cmd"])]


def run(tree: Path, tests: list[str], limit: float) -> str:
    """``killed``, ``timed out`` or ``survived``."""
    environment = {**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    try:
        done = subprocess.run(
            command, cwd=tree, env=environment, capture_output=True, timeout=limit, check=False
        )
    except subprocess.TimeoutExpired:
        return "timed out"
    return "survived" if done.returncode == 0 else "killed"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("modules", nargs="*", metavar="MODULE")
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=600, help="seconds for one mutation's tests")
    args = parser.parse_args()
    chosen = [ROOT / "copylint" / each for each in args.modules]
    paths = chosen or sorted((ROOT / "copylint").rglob("*.py"))
    every = [mutation for path in paths for mutation in mutations(path)]
    sample = random.Random(args.seed).sample(every, min(args.count, len(every)))
    counts: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "copylint"
        skip = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".mypy_cache", ".hypothesis")
        shutil.copytree(ROOT, tree, ignore=skip)
        for number, mutation in enumerate(sample, 1):
            module = mutation.path.relative_to(ROOT / "copylint")
            target = tree / "copylint" / module
            data = target.read_bytes()
            put = data[: mutation.start] + mutation.new.encode() + data[mutation.end :]
            target.write_bytes(put)
            verdict = run(tree, tests_of(module), args.limit)
            target.write_bytes(data)
            counts[verdict] = counts.get(verdict, 0) + 1
            shown = f"{module}:{mutation.line} {mutation.old!r} -> {mutation.new!r}"
            print(f"{number:3} {verdict:9} {shown}", flush=True)
    print(", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
