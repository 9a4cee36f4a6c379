"""How far copylint's strict reading and Vale agree on copy that is made up.

    python benchmarks/vale/generated.py [--vale PATH] [--texts 20] [--seed 1] [--show 5]

Each rule of the conformance suite is run by both over Markdown put together at random from
the suite's words: headings, paragraphs, lists, quotations, inline code, repeats. A text counts
as agreed where both report the same matches (metric and readability rules: where both report
or neither does), each counted once: Vale looks its matches up again in the source and drops
those that it looks up at one place, so that of several it may report fewer. Kinds that rest
on another dictionary, tagger or sentence splitter than Vale's are listed like the rest.
Without Vale nothing is compared, and the script says so.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import yaml

from copylint.analysis.article import Article
from copylint.contract.check import Options
from copylint.formats.markdown import Markdown
from copylint.packs.house import House
from copylint.packs.pack_check import PackCheck
from copylint.packs.rule_loader import load_rule

CASES = Path(__file__).parents[2] / "tests" / "packs" / "conformance"
_CODE = re.compile(r"`([^`]*)`")
_WORD = re.compile(r"[\w'’-]+[.,!?]?")
_FILLER = _WORD.findall(
    "the a of and is was in on it they very that this for with not old new town street"
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vale", default="vale")
    parser.add_argument("--texts", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=5)
    args = parser.parse_args()
    vale = shutil.which(args.vale)
    if vale is None:
        print("skipped: there is no 'vale' here; build it with 'go install' or name it by --vale")
        return 0
    agreed: Counter[str] = Counter()
    total: Counter[str] = Counter()
    shown = 0
    draw = random.Random(args.seed)
    for path in sorted(CASES.glob("*.yml")):
        for case in yaml.safe_load(path.read_text("utf-8")):
            if "vale" in case or case.get("format", "md") != "md":
                continue
            texts = [made_up(draw, case) for _ in range(args.texts)]
            ours, theirs = compared(vale, case, texts)
            for text, mine, other in zip(texts, ours, theirs, strict=True):
                total[path.stem] += 1
                if mine == other:
                    agreed[path.stem] += 1
                elif shown < args.show:
                    shown += 1
                    print(f"{path.stem}: {case['name']}\n  ours {mine}\n  vale {other}\n{text}")
    for kind in total:
        print(f"{kind:<16} {agreed[kind]:>6} of {total[kind]:>6}  {agreed[kind] / total[kind]:.1%}")
    print(
        f"{'all':<16} {agreed.total():>6} of {total.total():>6}  "
        f"{agreed.total() / total.total():.1%}"
    )
    return 0


def made_up(draw: random.Random, case: dict[str, Any]) -> str:
    """A text of the words of a case."""
    words = _WORD.findall(case["text"]) + [str(each) for each in case["found"] if " " in str(each)]

    def sentence() -> str:
        chosen = [
            draw.choice(words if draw.random() < 0.5 else _FILLER)
            for _ in range(draw.randint(3, 9))
        ]
        if draw.random() < 0.2:
            at = draw.randrange(len(chosen))
            chosen.insert(at, chosen[at])
        if draw.random() < 0.1:
            chosen[draw.randrange(len(chosen))] = f"`{draw.choice(words).strip('.,!?')}`"
        line = " ".join(chosen)
        return line[:1].upper() + line[1:].rstrip(".,!?") + "."

    blocks = [f"# {sentence().rstrip('.')}"]
    for _ in range(draw.randint(2, 5)):
        kind = draw.random()
        if kind < 0.6:
            blocks.append(" ".join(sentence() for _ in range(draw.randint(1, 3))))
        elif kind < 0.75:
            blocks.append(f"## {sentence().rstrip('.')}")
        elif kind < 0.9:
            blocks.append("\n".join(f"- {sentence()}" for _ in range(draw.randint(2, 3))))
        else:
            blocks.append(f"> {sentence()}")
    return "\n\n".join(blocks) + "\n"


def compared(
    vale: str, case: dict[str, Any], texts: list[str]
) -> tuple[list[list[str]], list[list[str]]]:
    """Our matches and Vale's in each text, sorted."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        style = folder / "styles" / "House"
        style.mkdir(parents=True)
        (style / "Rule.yml").write_text(yaml.safe_dump(case["rule"], sort_keys=False), "utf-8")
        head = "StylesPath = styles\nMinAlertLevel = suggestion\n"
        accept = tuple(case.get("accept", ()))
        if accept:
            words = folder / "styles" / "config" / "vocabularies" / "House"
            words.mkdir(parents=True)
            (words / "accept.txt").write_text("\n".join(accept) + "\n", "utf-8")
            head += "Vocab = House\n"
        (folder / ".vale.ini").write_text(head + "[*]\nBasedOnStyles = House\n", "utf-8")
        for number, text in enumerate(texts):
            (folder / f"{number}.md").write_text(text, "utf-8")
        command = [vale, "--no-global", "--no-exit", "--output=JSON", "."]
        ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
        found: dict[str, list[str]] = defaultdict(list)
        answer = json.loads(ran.stdout or ran.stderr)
        for path, alerts in answer.items():
            if isinstance(alerts, list):
                found[Path(path).name] = [alert["Match"] for alert in alerts]
        check = PackCheck([load_rule(style / "Rule.yml", House(True, True, accept=accept))])
    ours, theirs = [], []
    whole = case["rule"]["extends"] in ("metric", "readability")
    for number, text in enumerate(texts):
        document = Markdown().read(f"{number}.md", text)
        mine = []
        for match in check.check(Article(document), Options()):
            span = match.source or document.to_source(match.span)
            given = document.source[span.start : span.end]
            # Vale shows inline code as it masks it.
            mine.append("" if whole else _CODE.sub(lambda c: "*" * len(c[1]), given))
        other = found[f"{number}.md"]
        ours.append(sorted({each.strip() for each in mine}))
        theirs.append(sorted({each.strip() for each in other}))
    return ours, theirs


if __name__ == "__main__":
    sys.exit(main())
