"""Rebuild data files of copylint, or say which can be rebuilt.

    python tools/build.py NAME [NAME …] [--cache FOLDER] [--text FOLDER]
    python tools/build.py --check [--quick]
    python tools/build.py --record [NAME …]

NAME is a file of ``copylint/data`` or a group of makers (``lexicon``, ``models``); files are built
after those that they are made from. ``copylint/data/manifest.toml`` has what is known of each.
``--cache`` keeps what is downloaded; ``--text`` is a folder with the training text (``train.txt``,
``held.txt``, ``tagged.txt`` …), which is not public.

``--check`` says of each file how it can be rebuilt and whether what it was made from has changed
since, and rebuilds two from the repository alone to compare them bit for bit (``--quick``: one).
``--record`` writes sizes, dates and hashes into the manifest; a build does so by itself.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "copylint" / "data"
MANIFEST = DATA / "manifest.toml"
#: Files that ``--check`` rebuilds; the first one alone with ``--quick``.
PROVEN = ("corrections.bloom", "neighbours.marisa")
#: How files come about, in the words of ``--check``.
WAYS = {
    "repository": "can be rebuilt from the repository alone",
    "download": "can be rebuilt from packages that the tool downloads",
    "text": "cannot be rebuilt without the training text, which is not public",
    "hand": "written by hand",
    "measured": "figures that a benchmark wrote",
}
#: The extra of pyproject.toml that has what a group's makers need.
_EXTRA = "train"

Entry = Mapping[str, Any]


def entries() -> dict[str, Entry]:
    """What the manifest says of each file, by name."""
    return {each["name"]: each for each in tomllib.loads(MANIFEST.read_text("utf-8"))["file"]}


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def input_path(name: str) -> Path:
    """The file that an input is: of the repository if it has a folder, else of the data."""
    return ROOT / name if name.startswith("tools/") else DATA / name


def changed_inputs(entry: Entry) -> list[str]:
    """The inputs that are no longer what the file was built from."""
    inputs = entry.get("inputs", {})
    return [name for name, known in inputs.items() if sha256(input_path(name)) != known]


def ordered(files: Mapping[str, Entry]) -> Iterator[str]:
    """The names of all files, each after the files it is made from."""
    done: set[str] = set()

    def visit(name: str) -> Iterator[str]:
        if name in done:
            return
        done.add(name)
        for each in files[name].get("inputs", {}):
            if each in files:
                yield from visit(each)
        yield name

    for name in files:
        yield from visit(name)


def named(names: Sequence[str], files: Mapping[str, Entry]) -> list[str]:
    """The files that ``names`` mean, in the order of building. Exits for an unknown name."""
    chosen: set[str] = set()
    for name in names:
        group = {
            each for each, entry in files.items() if f"tools/{name}/" in entry.get("maker", "")
        }
        if not group and name not in files:
            sys.exit(f"there is no data file '{name}'; the groups are lexicon and models")
        chosen |= group or {name}
    return [name for name in ordered(files) if name in chosen]


def command(entry: Entry, out: Path, options: argparse.Namespace) -> list[str]:
    """The command that makes a file; ``out`` is the folder it goes to. Exits if none can."""
    if "arguments" not in entry and "out" not in entry:
        maker = entry.get("maker")
        sys.exit(
            f"{entry['name']}: {WAYS[entry['how']]}" + (f" ({maker})" if maker else "; edit it")
        )
    if entry["how"] == "text" and options.text is None:
        sys.exit(f"{entry['name']}: {entry['note']} With it: --text FOLDER.")
    arguments = [each.format(text=options.text) for each in entry.get("arguments", ())]
    if entry["how"] == "download" and options.cache is not None:
        arguments += ["--cache", str(options.cache)]
    target = out / entry["name"] if entry["out"] == "file" else out
    return [sys.executable, str(ROOT / entry["maker"]), *arguments, "--out", str(target)]


def build(names: Sequence[str], options: argparse.Namespace) -> None:
    """Build files in place, and record what they are. Exits if a maker fails."""
    made: set[tuple[str, ...]] = set()
    for name in names:
        entry = entries()[name]
        steps = tuple(command(entry, DATA, options))
        if steps not in made:
            made.add(steps)
            if subprocess.run(steps, cwd=ROOT, check=False).returncode:
                sys.exit(
                    f"{name}: {entry['maker']} failed; its packages are in the extra '{_EXTRA}'"
                )
        record([name], built=True)
    for name, entry in entries().items():
        changed = changed_inputs(entry)
        if changed:
            print(f"{name} is older than {', '.join(changed)}")


def record(names: Sequence[str], *, built: bool = False) -> None:
    """Write size and hash of files into the manifest.

    Of files that have changed, or were ``built``, the date and the inputs' hashes too.
    """
    text = MANIFEST.read_text("utf-8")
    for name in names:
        start = text.index(f'name = "{name}"')
        end = text.find("[[file]]", start)
        end = end if end > 0 else text.index("[source.", start)
        block, path = text[start:end], DATA / name
        now = sha256(path)
        new = built or f'sha256 = "{now}"' not in block
        if new:
            day = datetime.now(UTC).date().isoformat()
            block = re.sub(r"^date = .*$", f"date = {day}", block, flags=re.MULTILINE)
        block = re.sub(r"^size = .*$", f"size = {path.stat().st_size}", block, flags=re.MULTILINE)
        block = re.sub(r"^sha256 = .*$", f'sha256 = "{now}"', block, flags=re.MULTILINE)
        if new:
            for each in entries()[name].get("inputs", {}):
                line = f'"{each}" = "{sha256(input_path(each))}"'
                block = re.sub(rf'^"{re.escape(each)}" = .*$', line, block, flags=re.MULTILINE)
        text = text[:start] + block + text[end:]
    MANIFEST.write_text(text, "utf-8")


def check(options: argparse.Namespace) -> int:
    """Say how each file can be rebuilt; 1 if one of the two that are rebuilt differs."""
    files = entries()
    for how, what in WAYS.items():
        print(f"{what}:")
        for name, entry in files.items():
            if entry["how"] == how:
                changed = changed_inputs(entry)
                since = f" (built from an earlier {', '.join(changed)})" if changed else ""
                print(f"  {name}{since}")
    differs = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in PROVEN[: 1 if options.quick else None]:
            subprocess.run(
                command(files[name], Path(folder), options),
                cwd=ROOT,
                check=True,
                stdout=subprocess.DEVNULL,
            )
            same = sha256(Path(folder) / name) == sha256(DATA / name)
            print(f"{name}: rebuilt, {'the same bit for bit' if same else 'DIFFERENT'}")
            differs |= not same
    return differs


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--cache", type=Path, help="keep downloads in this folder")
    parser.add_argument("--text", type=Path, help="the folder with the training text")
    parser.add_argument("--check", action="store_true", help="say what can be rebuilt")
    parser.add_argument("--quick", action="store_true", help="with --check: rebuild one file")
    parser.add_argument("--record", action="store_true", help="bring the manifest up to date")
    options = parser.parse_args()
    if options.check:
        return check(options)
    files = entries()
    if options.record:
        record(named(options.names, files) if options.names else list(files))
    elif options.names:
        build(named(options.names, files), options)
    else:
        parser.error("name a file or a group, or ask for --check")
    return 0


if __name__ == "__main__":
    sys.exit(main())
