"""The rule language case by case, as authors mean it and as Vale has it.

The cases are data: ``benchmarks/vale/compare.py`` gives the strict ones to Vale itself.
A case has ``strict`` and ``strict_messages`` if the two readings differ.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from copylint.analysis.article import Article
from copylint.core.finding import Match
from copylint.formats.markdown import Markdown
from copylint.formats.plain import PlainText
from copylint.packs.article_units import ArticleUnits, HiddenText
from copylint.packs.house import House
from copylint.packs.pack_check import PackCheck
from copylint.packs.rule_loader import load_rule

FOLDER = Path(__file__).parent / "conformance"
CASES: list[tuple[str, dict[str, Any]]] = [
    (f"{path.stem}: {case['name']}", case)
    for path in sorted(FOLDER.glob("*.yml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]


def found(folder: Path, case: dict[str, Any], *, strict: bool) -> tuple[list[str], list[str]]:
    """The findings of the case's rule in its text, and their messages."""
    pack = folder / "House"
    pack.mkdir()
    (pack / "Rule.yml").write_text(yaml.safe_dump(case["rule"], sort_keys=False), "utf-8")
    house = House(vale=True, strict=strict, accept=tuple(case.get("accept", ())))
    loaded = load_rule(pack / "Rule.yml", house)
    text_format = PlainText() if case.get("format") == "txt" else Markdown()
    document = text_format.read(f"case.{case.get('format', 'md')}", case["text"])
    texts, messages = [], []
    for match in PackCheck([loaded]).matches(
        ArticleUnits(Article(document), HiddenText(strict=strict))
    ):
        if isinstance(match, Match):
            texts.append(document.slice(match.span))
        else:
            texts.append(document.source[match.source.start : match.source.end])
        messages.append(match.message)
    return texts, messages


def test_case_names_are_unique() -> None:
    assert len(CASES) >= 150
    assert len({name for name, _ in CASES}) == len(CASES)


@pytest.mark.parametrize("strict", [False, True], ids=["meant", "strict"])
@pytest.mark.parametrize("case", [c for _, c in CASES], ids=[name for name, _ in CASES])
def test_rule_finds_what_the_case_shows(tmp_path: Path, case: dict[str, Any], strict: bool) -> None:
    texts, messages = found(tmp_path, case, strict=strict)
    expected = case.get("strict", case["found"]) if strict else case["found"]
    if case["rule"].get("extends") in ("metric", "readability"):
        assert len(texts) == len(expected)
        if not strict and expected and expected != ["..."]:
            assert texts == expected
    elif strict and case.get("vale_match") == [""]:
        assert len(texts) == len(expected)
    else:
        assert sorted(texts) == sorted(expected)
    wanted = case.get("strict_messages") if strict else None
    if not texts:
        return
    wanted = wanted or case.get("messages")
    if wanted is not None:
        assert messages == wanted
