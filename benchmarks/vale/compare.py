"""Gives the strict cases of the rule language to Vale itself and lists every difference.

    python benchmarks/vale/compare.py [--vale PATH] [--show]

Vale is looked for on the PATH or at --vale; ``go install github.com/errata-ai/vale/v3/cmd/vale``
builds it. Without it nothing is compared, and the script says so. A case may say in ``vale``
why Vale answers otherwise, and in ``vale_match`` what Vale reports as the match where copylint
points at more (the space that goes with a deleted word) or at something at all.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "packs" / "conformance"


@dataclass(frozen=True)
class Difference:
    case: str
    ours: list[str]
    theirs: list[str]
    reason: str


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vale", default="vale")
    parser.add_argument("--show", action="store_true", help="show explained differences too")
    args = parser.parse_args()
    vale = shutil.which(args.vale)
    if vale is None:
        print("skipped: there is no 'vale' here; build it with 'go install' or name it by --vale")
        return 0
    differences: list[Difference] = []
    total = 0
    for path in sorted(CASES.glob("*.yml")):
        for case in yaml.safe_load(path.read_text("utf-8")):
            total += 1
            difference = compared(vale, f"{path.stem}: {case['name']}", case)
            if difference is not None:
                differences.append(difference)
    unexplained = [each for each in differences if not each.reason]
    for each in differences if args.show else unexplained:
        print(f"{each.case}\n  ours  {each.ours}\n  vale  {each.theirs}")
        if each.reason:
            print(f"  why   {each.reason}")
    explained = len(differences) - len(unexplained)
    print(
        f"{total} cases: {total - len(differences)} the same in Vale, {explained} differ for a "
        f"reason that is given, {len(unexplained)} differ"
    )
    return 1 if unexplained else 0


def compared(vale: str, name: str, case: dict[str, Any]) -> Difference | None:
    ours = list(case.get("strict", case["found"]))
    if "vale_match" in case and ours:
        ours = list(case["vale_match"])
    theirs, said = answers(vale, case)
    messages = ours and (case.get("strict_messages") or case.get("messages"))
    if sorted(ours) == sorted(theirs) and (not messages or sorted(messages) == sorted(said)):
        return None
    if messages and sorted(ours) == sorted(theirs):
        ours, theirs = messages, said
    return Difference(name, ours, theirs, case.get("vale", ""))


def answers(vale: str, case: dict[str, Any]) -> tuple[list[str], list[str]]:
    """Vale's matches and messages for the case, or its error."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        style = folder / "styles" / "House"
        style.mkdir(parents=True)
        (style / "Rule.yml").write_text(yaml.safe_dump(case["rule"], sort_keys=False), "utf-8")
        head = "StylesPath = styles\nMinAlertLevel = suggestion\n"
        if case.get("accept"):
            words = folder / "styles" / "config" / "vocabularies" / "House"
            words.mkdir(parents=True)
            (words / "accept.txt").write_text("\n".join(case["accept"]) + "\n", "utf-8")
            head += "Vocab = House\n"
        (folder / ".vale.ini").write_text(head + "[*]\nBasedOnStyles = House\n", "utf-8")
        text = folder / f"case.{case.get('format', 'md')}"
        text.write_text(case["text"], "utf-8")
        ran = subprocess.run(
            [vale, "--no-global", "--no-exit", "--output=JSON", text.name],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=60,
        )
    try:
        found = json.loads(ran.stdout or ran.stderr)
    except json.JSONDecodeError:
        return [f"error: {(ran.stderr or ran.stdout).strip()[:200]}"], []
    if "Code" in found:
        return [f"error: {found['Text']}"], []
    alerts = [alert for alerts in found.values() for alert in alerts]
    return [alert["Match"] for alert in alerts], [alert["Message"] for alert in alerts]


if __name__ == "__main__":
    sys.exit(main())
